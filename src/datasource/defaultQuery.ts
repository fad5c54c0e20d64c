import { CoreApp } from '@grafana/data';
import type { PolicyQuery } from './query';

/** What a new query asks: an alert rule for days overdue, everything else for the list of what needs attention. */
export function defaultQuery(app?: CoreApp): Partial<PolicyQuery> {
  return app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting
    ? { kind: 'tasks', view: 'rows', format: 'alert', measure: 'overdue_days', scope: {} }
    : { kind: 'attention', view: 'rows', format: 'table', scope: {} };
}
