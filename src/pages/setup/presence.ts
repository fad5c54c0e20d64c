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
  object_matchers?: string[][];
  routes?: Route[];
}

/** The contact point to which our alerts (label product=shigan) are sent; '' where no route is made for them. */
export async function findReceiver(): Promise<string | null> {
  const tree = await silently<Route>('/api/v1/provisioning/policies');
  return tree?.receiver === undefined ? null : (receiverOf(tree) ?? '');
}

function receiverOf({ routes = [] }: Route): string | undefined {
  for (const route of routes) {
    if (route.object_matchers?.some(([label, , value]) => label === 'product' && value === 'shigan')) {
      return route.receiver ?? receiverOf(route);
    }
    const below = receiverOf(route);
    if (below) {
      return below;
    }
  }
  return undefined;
}

/** A request whose failure is answered on the page, without Grafana's own message over it. */
function silently<T>(url: string): Promise<T | null> {
  return getBackendSrv()
    .get<T>(url, undefined, undefined, { showErrorAlert: false })
    .catch(() => null);
}
