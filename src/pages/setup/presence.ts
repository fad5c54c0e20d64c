/** Whether dashboards and alert rules are there and alive, by Grafana's own API; null where this host cannot tell. */
import { getBackendSrv } from '@grafana/runtime';
import { type Dashboard, dashboardUid } from '../address';

const DASHBOARDS: Dashboard[] = ['overview', 'targets', 'tasks', 'risks', 'unit', 'policy'];

/** How many of the dashboards of the language are installed, of how many. */
export interface DashboardsFound {
  there: number;
  all: number;
}

export async function findDashboards(language: string): Promise<DashboardsFound | null> {
  const asked = DASHBOARDS.map((name) => `dashboardUIDs=${dashboardUid(name, language)}`).join('&');
  const found = await silently<unknown[]>(`/api/search?${asked}`);
  return Array.isArray(found) ? { there: found.length, all: DASHBOARDS.length } : null;
}

interface Rule {
  name: string;
  health?: string;
  lastError?: string;
  /** Of a rule that was never evaluated: 0001-01-01T00:00:00Z. */
  lastEvaluation?: string;
  alerts?: Array<{ state?: string }>;
}

/** Our alert rules: those of the groups that provisioning/alerting names `shigan-…`. */
export interface RulesFound {
  count: number;
  /** Rules that Grafana has not evaluated yet. */
  waiting: number;
  /** What is firing or pending now. */
  alerts: number;
  /** The first rule that failed, with what Grafana says of it. */
  failing?: { count: number; name: string; error: string };
}

export async function findRules(): Promise<RulesFound | null> {
  const answer = await silently<{ data?: { groups?: Array<{ name: string; rules?: Rule[] }> } }>(
    '/api/prometheus/grafana/api/v1/rules'
  );
  const groups = answer?.data?.groups;
  if (!groups) {
    return null;
  }
  const rules = groups.filter(({ name }) => name.startsWith('shigan-')).flatMap((group) => group.rules ?? []);
  const failing = rules.filter(({ health }) => health === 'error');
  return {
    count: rules.length,
    waiting: rules.filter(({ lastEvaluation = '' }) => lastEvaluation.startsWith('0001')).length,
    alerts: rules.flatMap(({ alerts = [] }) => alerts).filter(({ state = '' }) => /^(Alerting|Pending)/.test(state))
      .length,
    ...(failing.length > 0
      ? { failing: { count: failing.length, name: failing[0].name, error: failing[0].lastError ?? '' } }
      : {}),
  };
}

interface Route {
  receiver?: string;
  object_matchers?: Array<[label: string, operator: string, value: string]>;
  continue?: boolean;
  routes?: Route[];
}

/** The contact points to which an alert with the label product=shigan goes; none where no route asks for that label. */
export async function findReceivers(): Promise<string[] | null> {
  const tree = await silently<Route>('/api/v1/provisioning/policies');
  if (tree?.receiver === undefined) {
    return null;
  }
  const ours = (tree.routes ?? []).filter(
    (route) => takesOurs(route) && route.object_matchers?.some(([label]) => label === 'product')
  );
  return ours.flatMap((route) => receiversOf(route, tree.receiver ?? ''));
}

/** Those of the routes below that take the alert, the first only unless it lets go on; else the route's own. */
function receiversOf({ receiver, routes = [] }: Route, inherited: string): string[] {
  const own = receiver || inherited;
  const taking = routes.filter(takesOurs);
  const first = taking.findIndex((route) => !route.continue);
  const taken = first < 0 ? taking : taking.slice(0, first + 1);
  return taken.length > 0 ? taken.flatMap((route) => receiversOf(route, own)) : [own];
}

/** Whether the route takes an alert of which only product=shigan is known; other labels count as absent. */
function takesOurs({ object_matchers: matchers = [] }: Route): boolean {
  return matchers.every(([label, operator, value]) => {
    const has = label === 'product' ? 'shigan' : '';
    switch (operator) {
      case '=':
        return has === value;
      case '!=':
        return has !== value;
      default: {
        const fits = new RegExp(`^(?:${value})$`).test(has);
        return operator === '=~' ? fits : !fits;
      }
    }
  });
}

/** A request whose failure is answered on the page, without Grafana's own message over it. */
function silently<T>(url: string): Promise<T | null> {
  return getBackendSrv()
    .get<T>(url, undefined, undefined, { showErrorAlert: false })
    .catch(() => null);
}
