/** What can be asked of each kind: its views, its filters, its groups and its measures. Editors show only these. */
import type { Status } from '../status/statuses';
import type { GroupBy, Kind, Measure, PolicyQuery, View } from './query';

/** A part of the query that narrows or shapes the answer. Units are offered always. */
export type Part =
  | 'tiers'
  | 'policies'
  | 'domains'
  | 'departments'
  | 'departmentRole'
  | 'indicators'
  | 'phases'
  | 'categories'
  | 'statuses'
  | 'lights'
  | 'basis'
  | 'groupBy'
  | 'months'
  | 'limit';

interface Offer {
  views: View[];
  filters: Part[];
  statuses: Status[];
  measures: Measure[];
}

const OFFERS: Record<Kind, Offer> = {
  series: {
    views: ['rows'],
    filters: ['tiers', 'domains', 'policies', 'departments', 'indicators'],
    statuses: [],
    measures: [],
  },
  targets: {
    views: ['rows', 'summary'],
    filters: ['tiers', 'domains', 'policies', 'departments', 'indicators', 'phases', 'statuses', 'lights'],
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
    measures: ['overdue_days', 'behind_pace'],
  },
  tasks: {
    views: ['rows', 'summary', 'trend'],
    filters: ['tiers', 'domains', 'policies', 'departments', 'departmentRole', 'statuses', 'lights'],
    statuses: ['overdue', 'due_soon', 'open', 'not_started', 'done_late', 'done'],
    measures: ['overdue_days', 'extension_count'],
  },
  risks: {
    views: ['rows', 'matrix', 'trend'],
    filters: ['tiers', 'domains', 'policies', 'departments', 'categories', 'basis', 'statuses', 'lights'],
    statuses: ['above_appetite', 'review_overdue', 'within_appetite', 'unscored'],
    measures: ['levels_above_appetite', 'review_overdue_days', 'mitigation_overdue_days'],
  },
  reports: {
    views: ['rows'],
    filters: ['tiers', 'domains', 'departments', 'indicators', 'statuses', 'lights'],
    statuses: ['never_reported', 'late', 'reported_late', 'reported'],
    measures: ['late_days'],
  },
  attention: { views: ['rows'], filters: ['tiers', 'policies', 'departments', 'lights'], statuses: [], measures: [] },
};

const GROUPS_OF: Partial<Record<Kind, GroupBy[]>> = {
  targets: ['none', 'department', 'unit', 'tier', 'policy', 'domain'],
  tasks: ['none', 'department', 'unit', 'tier', 'policy', 'domain'],
};

export const viewsOf = (kind: Kind): View[] => OFFERS[kind].views;
export const statusesOf = (kind: Kind): Status[] => OFFERS[kind].statuses;
export const measuresOf = (kind: Kind): Measure[] => OFFERS[kind].measures;
export const groupsOf = (kind: Kind): GroupBy[] => GROUPS_OF[kind] ?? [];

/** The parts that shape the answer to this kind and view. */
export function partsOf({ kind, view = 'rows', format }: Pick<PolicyQuery, 'kind' | 'view' | 'format'>): Part[] {
  const filters = OFFERS[kind].filters;
  switch (view) {
    case 'summary':
      return [...filters, 'groupBy'];
    case 'trend':
      return [...filters.filter((part) => part !== 'basis' && part !== 'statuses' && part !== 'lights'), 'months'];
    case 'matrix':
      return filters;
    case 'rows':
      return format === 'alert' ? filters : [...filters.filter((part) => part !== 'basis'), 'limit'];
  }
}
