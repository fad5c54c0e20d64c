/**
 * The query model: what a panel, an alert rule or Explore asks of the ledger. The Go structs of `pkg/query` are its
 * twin; a test holds both equal. What each part means stands in `docs/query-kinds.md`.
 */
import type { DataQuery } from '@grafana/schema';

export const KINDS = ['series', 'targets', 'tasks', 'risks', 'reports', 'attention', 'annotations'] as const;
export type Kind = (typeof KINDS)[number];

/** What annotations mark. */
export const EVENTS = [
  'phase_start',
  'phase_end',
  'policy_issued',
  'policy_effective',
  'policy_end',
  'extension',
  'import',
] as const;
export type PolicyEvent = (typeof EVENTS)[number];

/** The version of this model; `migrateQuery` brings stored queries of older ones to it. */
export const CURRENT_VERSION = 1;

export const VIEWS = ['rows', 'summary', 'trend', 'matrix'] as const;
export type View = (typeof VIEWS)[number];

export const GROUPS = ['none', 'department', 'unit', 'child', 'tier', 'policy', 'domain'] as const;
export type GroupBy = (typeof GROUPS)[number];

export const ROLES = ['lead', 'support', 'any'] as const;
export type DepartmentRole = (typeof ROLES)[number];

export const BASES = ['inherent', 'current', 'residual'] as const;
export type RiskBasis = (typeof BASES)[number];

export const MEASURES = [
  'overdue_days',
  'extension_count',
  'overdue_days_apart',
  'policy_overdue_tasks',
  'policy_escalation_days',
  'second_policy_escalation_days',
  'due_within',
  'escalation_days',
  'second_escalation_days',
  'behind_pace',
  'periods_behind',
  'breached',
  'levels_above_appetite',
  'review_overdue_days',
  'mitigation_overdue_days',
  'late_days',
  'stale_days',
  'days_since_import',
] as const;
export type Measure = (typeof MEASURES)[number];

export const FORMATS = ['table', 'alert'] as const;
export type Format = (typeof FORMATS)[number];

export const LANGUAGES = ['zh-Hans', 'en-US'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Which part of the ledger. Every list that is empty or absent means all; ids may be `$variables` in the browser. */
export interface Scope {
  units?: string[];
  /** With the units below; true where absent. */
  subordinates?: boolean;
  /** 1 central … 5 township. */
  tiers?: number[];
  policies?: string[];
  domains?: string[];
  departments?: string[];
  /** `lead` where absent. */
  departmentRole?: DepartmentRole;
}

/** A filter of the whole dashboard: the key is one of these values. */
export interface AdHocFilter {
  /** unit, tier, policy, domain, department, indicator, phase, category, status or light. */
  key: string;
  /** `=`, or `=|` for one of several; the backend refuses others by name. */
  operator: string;
  values: string[];
}

export interface PolicyQuery extends DataQuery {
  /** The version of the model that the query was stored with; 0 where absent. */
  schemaVersion?: number;
  kind: Kind;
  /** `rows` where absent. */
  view?: View;
  scope?: Scope;
  indicators?: string[];
  phases?: string[];
  statuses?: string[];
  lights?: string[];
  categories?: string[];
  /** Of annotations: `PolicyEvent`s; none: all that the other lists can narrow. */
  events?: string[];
  /** Put in by the browser on the way to the backend, never stored. */
  adHoc?: AdHocFilter[];
  /** Of view summary; `none` where absent. */
  groupBy?: GroupBy;
  /** Of view trend: months back, 1–120; 24 where absent. */
  months?: number;
  /** Of risks; `current` where absent. */
  basis?: RiskBasis;
  /** The one number of format alert. */
  measure?: Measure;
  /** `table` where absent. */
  format?: Format;
  /** A date such as 2026-10-31; empty: the end of the time range. */
  asOf?: string;
  /** Empty: the language of the data source. */
  language?: Language | '';
  /** Rows at most; 0 or absent: the row limit of the data source. */
  limit?: number;
}
