-- What the ledger holds, for the checks of a workbook (src/workbook/known.ts). One statement per part.
-- settings
SELECT key, value FROM ledger.setting;
-- units
SELECT unit_id AS id, name_zh AS zh, name_en AS en, parent_unit_id AS parent, tier FROM ledger.org_unit;
-- departments
SELECT department_id AS id, name_zh AS zh, name_en AS en FROM ledger.department;
-- domains
SELECT domain_id AS id, name_zh AS zh, name_en AS en FROM ledger.domain;
-- policies
SELECT policy_id AS id, title_zh AS zh, title_en AS en FROM ledger.policy;
-- steps
SELECT policy_id, step FROM ledger.policy_step;
-- indicators
SELECT indicator_id AS id, name_zh AS zh, name_en AS en, unit_of_measure, decimals, direction, kind, reporting_period,
  natural_limit
FROM ledger.indicator;
-- calendar
SELECT day::text AS day, working FROM ledger.calendar_day;
-- grid cells
SELECT grid_id, likelihood, impact, level FROM ledger.risk_grid_cell ORDER BY grid_id, likelihood, impact;
-- grid levels
SELECT grid_id, level FROM ledger.risk_level;
-- targets
SELECT DISTINCT ON (unit_id, indicator_id, phase) unit_id, indicator_id, phase, baseline_value,
  baseline_date::text AS baseline_date, target_value, target_upper, start_date::text AS start_date,
  due_date::text AS due_date, progress_method
FROM ledger.phase_target
WHERE (unit_id, indicator_id, phase) IN (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]))
ORDER BY unit_id, indicator_id, phase, revision DESC;
-- tasks
SELECT DISTINCT ON (unit_id, task_id) unit_id, task_id, start_date::text AS start_date
FROM ledger.task
WHERE (unit_id, task_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
ORDER BY unit_id, task_id, revision DESC;
-- supports
SELECT unit_id, task_id, array_agg(department_id ORDER BY department_id) AS departments
FROM (
  SELECT DISTINCT ON (unit_id, task_id, department_id) unit_id, task_id, department_id, supports
  FROM ledger.task_support
  WHERE (unit_id, task_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
  ORDER BY unit_id, task_id, department_id, revision DESC
) AS latest
WHERE supports
GROUP BY unit_id, task_id;
-- extensions
SELECT unit_id, task_id, extended_on::text AS extended_on, new_due_date::text AS new_due_date, reason
FROM ledger.task_extension
WHERE (unit_id, task_id) IN (SELECT * FROM unnest($1::text[], $2::text[]));
-- completions
SELECT unit_id, task_id, completed_on::text AS completed_on
FROM ledger.task_completion
WHERE (unit_id, task_id) IN (SELECT * FROM unnest($1::text[], $2::text[]));
-- risks
SELECT DISTINCT ON (unit_id, risk_id) unit_id, risk_id, opened_on::text AS opened_on
FROM ledger.risk
WHERE (unit_id, risk_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
ORDER BY unit_id, risk_id, revision DESC;
-- reviews
SELECT unit_id, risk_id, reviewed_on::text AS reviewed_on, inherent_likelihood, inherent_impact, current_likelihood,
  current_impact, residual_likelihood, residual_impact, next_review_on::text AS next_review_on,
  mitigation_due_date::text AS mitigation_due_date, mitigated_on::text AS mitigated_on
FROM ledger.risk_review
WHERE (unit_id, risk_id) IN (SELECT * FROM unnest($1::text[], $2::text[]));
