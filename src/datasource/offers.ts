/** What can be asked of each kind: its views, its filters, its groups and its measures. Editors show only these. */
import type { Status } from '../status/statuses';
import { type GroupBy, type Kind, type Measure, type PolicyQuery, type View, VIEWS } from './query';

/** A part of the query that narrows or shapes the answer. */
export type Part =
  | 'units'
  | 'tiers'
  | 'policies'
  | 'domains'
  | 'departments'
  | 'departmentRole'
  | 'indicators'
  | 'phases'
  | 'categories'
  | 'events'
  | 'statuses'
  | 'lights'
  | 'basis'
  | 'groupBy'
  | 'months'
  | 'limit';

interface Offer {
  /** Every view with the parts that narrow it; the backend refuses all others (docs/query-kinds.md). */
  views: Partial<Record<View, readonly Part[]>>;
  statuses: Status[];
  measures: Measure[];
}

const SCOPE = ['units', 'tiers', 'domains', 'policies', 'departments'] as const;
const TARGETS = [...SCOPE, 'indicators', 'phases'] as const;
const RISKS = [...SCOPE, 'categories', 'statuses', 'lights'] as const;

const OFFERS: Record<Kind, Offer> = {
  series: { views: { rows: [...SCOPE, 'indicators', 'phases'] }, statuses: [], measures: [] },
  targets: {
    views: { rows: [...TARGETS, 'statuses', 'lights'], summary: [...TARGETS, 'groupBy'] },
    statuses: [
      'missed',
      'breached',
      'deteriorating',
      'off_track',
      'at_risk',
      'on_track',
      'achieved',
      'met',
      'not_started',
      'stale',
      'no_data',
    ],
    measures: [
      'overdue_days',
      'behind_pace',
      'periods_behind',
      'breached',
      'due_within',
      'escalation_days',
      'second_escalation_days',
    ],
  },
  tasks: {
    views: {
      rows: [...SCOPE, 'departmentRole', 'statuses', 'lights'],
      summary: [...SCOPE, 'departmentRole', 'groupBy'],
      trend: ['units', 'tiers', 'departments', 'departmentRole', 'months'],
    },
    statuses: ['overdue', 'due_soon', 'open', 'not_started', 'done_late', 'done'],
    measures: [
      'overdue_days',
      'overdue_days_apart',
      'policy_overdue_tasks',
      'due_within',
      'extension_count',
      'escalation_days',
      'second_escalation_days',
      'policy_escalation_days',
      'second_policy_escalation_days',
    ],
  },
  risks: {
    views: { rows: RISKS, matrix: [...RISKS, 'basis'], trend: ['units', 'tiers', 'months'] },
    statuses: ['above_appetite', 'review_overdue', 'within_appetite', 'unscored'],
    measures: [
      'levels_above_appetite',
      'review_overdue_days',
      'mitigation_overdue_days',
      'escalation_days',
      'second_escalation_days',
    ],
  },
  reports: {
    views: { rows: [...SCOPE, 'indicators', 'statuses', 'lights'] },
    statuses: ['never_reported', 'late', 'reported_late', 'reported'],
    measures: ['late_days', 'stale_days', 'days_since_import', 'escalation_days', 'second_escalation_days'],
  },
  attention: {
    views: { rows: [...SCOPE, 'statuses', 'lights'] },
    statuses: [
      'missed',
      'breached',
      'deteriorating',
      'off_track',
      'at_risk',
      'overdue',
      'due_soon',
      'above_appetite',
      'review_overdue',
      'late',
      'never_reported',
      'stale',
    ],
    measures: [],
  },
  annotations: { views: { rows: [...SCOPE, 'indicators', 'phases', 'events'] }, statuses: [], measures: [] },
};

const GROUPS_OF: Partial<Record<Kind, GroupBy[]>> = {
  targets: ['none', 'department', 'child', 'unit', 'tier', 'policy', 'domain'],
  tasks: ['none', 'department', 'child', 'unit', 'tier', 'policy', 'domain'],
};

export const viewsOf = (kind: Kind): View[] => VIEWS.filter((view) => OFFERS[kind].views[view] !== undefined);
export const statusesOf = (kind: Kind): Status[] => OFFERS[kind].statuses;
export const measuresOf = (kind: Kind): Measure[] => OFFERS[kind].measures;
export const groupsOf = (kind: Kind): GroupBy[] => GROUPS_OF[kind] ?? [];

/**
 * The parts that shape the answer to this kind, view, format and measure. Alerts are not narrowed by status or light and
 * not cut: an item that leaves the answer ends its alert without a word. An import is of the whole ledger, so that nothing
 * narrows the days since it.
 */
export function partsOf({
  kind,
  view = 'rows',
  format,
  measure,
}: Pick<PolicyQuery, 'kind' | 'view' | 'format' | 'measure'>): readonly Part[] {
  const parts = OFFERS[kind].views[view] ?? [];
  if (format === 'alert') {
    return measure === 'days_since_import' ? [] : parts.filter((part) => part !== 'statuses' && part !== 'lights');
  }
  return view === 'rows' ? [...parts, 'limit'] : parts;
}
