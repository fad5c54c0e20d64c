import { CURRENT_VERSION, type PolicyQuery } from '../src/datasource/query';
import type { Language } from './language';

/** The data source that the reader chose at the top of the dashboard. */
export const DATASOURCE = { type: 'shigan-policy-datasource', uid: '${datasource}' };

/** A query without what every panel fills in alike. */
export type Question = Pick<PolicyQuery, 'kind'> &
  Required<Pick<PolicyQuery, 'view'>> &
  Omit<PolicyQuery, 'refId' | 'datasource' | 'schemaVersion' | 'format' | 'language' | 'kind' | 'view'>;

/**
 * The question as one of a panel's queries: of `$unit` and the units below where it does not say otherwise, and in the
 * dashboard's language whatever the reader's is.
 */
export function ask(question: Question, language: Language, refId = 'A') {
  return {
    refId,
    datasource: DATASOURCE,
    schemaVersion: CURRENT_VERSION,
    ...question,
    scope: { units: ['$unit'], subordinates: true, ...question.scope },
    format: 'table' as const,
    language,
  } satisfies PolicyQuery;
}

/** Columns that a table may show: what the backend answers, from docs/methods.md, in its order. */
export const COLUMNS = {
  targets: `unit_id unit tier indicator_id indicator domain_id domain department_id department policy_id policy phase
    phase_name phase_position unit_of_measure decimals direction kind reporting_period baseline_value baseline_date
    target_value target_upper start_date due_date value value_date previous_value expected_value gap achieved pace
    growth_ratio ratio progress_method status light trend methods_disagree revised target_changed days_left
    overdue_days shortfall reached_on required_rate forecast_value forecast_low forecast_high forecast_probability
    reached_by`,
  'targets summary': `group_id group_name total achieved on_track at_risk off_track deteriorating missed breached met
    not_started stale no_data green yellow red grey`,
  tasks: `unit_id unit tier task_id title policy_id policy domain_id domain step step_name lead_department_id
    lead_department supporting_department_ids supporting_departments accountable_officer start_date original_due_date
    due_date day_kind extension_count last_extension_reason completed_on evidence_url status light overdue_days
    original_overdue_days days_left ageing weight`,
  'tasks summary': `group_id group_name total due done done_late open overdue delay_rate original_delay_rate extended
    ageing_1_7 ageing_8_15 ageing_16_30 ageing_31_60 ageing_over_60 max_overdue_days median_overdue_days`,
  'tasks trend': `month due overdue done delay_rate`,
  risks: `unit_id unit tier risk_id title category category_name policy_id policy domain_id department_id department
    owner opened_on inherent_likelihood inherent_impact inherent_level current_likelihood current_impact current_level
    current_level_name residual_likelihood residual_impact residual_level light status appetite_level above_appetite
    trend level_change reviewed_on next_review_on review_overdue_days mitigation mitigation_due_date
    mitigation_overdue_days unexplained_residual`,
  'risks trend': `month total green yellow red unscored above_appetite review_overdue`,
  'risks matrix': `likelihood impact level level_name light count above_appetite review_overdue worst_risk_id
    worst_risk`,
  reports: `unit_id unit tier indicator_id indicator department_id department domain_id period report_due_on reported_at
    late_days missing_periods last_period status light`,
  attention: `severity register item_id title unit_id unit department_id department officer policy_id status light days
    detail due_date`,
  series: `period value expected_value target_value`,
} as const;

/** The columns of a kind and view. */
export function columnsOf(kind: string, view: string): string[] {
  const text = COLUMNS[(view === 'rows' ? kind : `${kind} ${view}`) as keyof typeof COLUMNS];
  return text ? text.trim().split(/\s+/) : [];
}
