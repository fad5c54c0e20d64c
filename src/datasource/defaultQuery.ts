import { CoreApp } from '@grafana/data';
import { CURRENT_VERSION, type PolicyQuery } from './query';

/** What a new query asks: an alert rule for days overdue, everything else for the list of what needs attention. */
export function defaultQuery(app?: CoreApp): Partial<PolicyQuery> {
  const schemaVersion = CURRENT_VERSION;
  return app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting
    ? { schemaVersion, kind: 'tasks', view: 'rows', format: 'alert', measure: 'overdue_days', scope: {} }
    : { schemaVersion, kind: 'attention', view: 'rows', format: 'table', scope: {} };
}

/** What a new annotation marks: the phases of targets and the policies. */
export function defaultAnnotation(): Partial<PolicyQuery> {
  return {
    schemaVersion: CURRENT_VERSION,
    kind: 'annotations',
    view: 'rows',
    format: 'table',
    events: ['phase_start', 'phase_end', 'policy_issued', 'policy_effective', 'policy_end'],
    scope: {},
  };
}
