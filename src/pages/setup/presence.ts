/** Whether dashboards and alert rules are there; null where this host cannot tell. */
import { getBackendSrv } from '@grafana/runtime';
import { dashboardUid } from '../address';

interface RuleGroups {
  data?: { groups?: Array<{ name: string; rules?: unknown[] }> };
}

/** Whether the overview dashboard of the language is installed. */
export async function hasDashboards(language: string): Promise<boolean | null> {
  try {
    const found = await silently<unknown[]>(`/api/search?dashboardUIDs=${dashboardUid('overview', language)}`);
    return Array.isArray(found) ? found.length > 0 : null;
  } catch {
    return null;
  }
}

/** How many of our alert rules Grafana knows: those of the groups that provisioning/alerting names `shigan-…`. */
export async function countAlertRules(): Promise<number | null> {
  try {
    const answer = await silently<RuleGroups>('/api/prometheus/grafana/api/v1/rules');
    const groups = answer?.data?.groups;
    return groups
      ? groups.filter(({ name }) => name.startsWith('shigan-')).reduce((sum, { rules = [] }) => sum + rules.length, 0)
      : null;
  } catch {
    return null;
  }
}

/** A request whose failure is answered on the page, without Grafana's own message over it. */
function silently<T>(url: string): Promise<T> {
  return getBackendSrv().get<T>(url, undefined, undefined, { showErrorAlert: false });
}
