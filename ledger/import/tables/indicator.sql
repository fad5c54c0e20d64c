-- Indicators: kept in place; unit of measure and reporting period stay (the checks refuse a change).
-- stage
CREATE TEMP TABLE staged_indicator (
  indicator_id text,
  name_zh text,
  name_en text,
  unit_of_measure text,
  decimals smallint,
  direction smallint,
  kind text,
  reporting_period text,
  report_days smallint,
  aggregation text,
  progress_method text,
  natural_limit double precision,
  domain_id text,
  department_id text,
  policy_id text
) ON COMMIT DROP;
-- copy
COPY staged_indicator (indicator_id, name_zh, name_en, unit_of_measure, decimals, direction, kind, reporting_period, report_days, aggregation, progress_method, natural_limit, domain_id, department_id, policy_id) FROM STDIN;
-- drop unchanged
DELETE FROM staged_indicator s USING ledger.indicator l
WHERE l.indicator_id = s.indicator_id AND (l.name_zh, l.name_en, l.unit_of_measure, l.decimals, l.direction, l.kind, l.reporting_period, l.report_days, l.aggregation, l.progress_method, l.natural_limit, l.domain_id, l.department_id, l.policy_id) IS NOT DISTINCT FROM (s.name_zh, s.name_en, s.unit_of_measure, s.decimals, s.direction, s.kind, s.reporting_period, s.report_days, s.aggregation, s.progress_method, s.natural_limit, s.domain_id, s.department_id, s.policy_id);
-- store
INSERT INTO ledger.indicator (indicator_id, name_zh, name_en, unit_of_measure, decimals, direction, kind, reporting_period, report_days, aggregation, progress_method, natural_limit, domain_id, department_id, policy_id)
SELECT indicator_id, name_zh, name_en, unit_of_measure, decimals, direction, kind, reporting_period, report_days, aggregation, progress_method, natural_limit, domain_id, department_id, policy_id FROM staged_indicator
ON CONFLICT (indicator_id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, unit_of_measure = excluded.unit_of_measure, decimals = excluded.decimals, direction = excluded.direction, kind = excluded.kind, reporting_period = excluded.reporting_period, report_days = excluded.report_days, aggregation = excluded.aggregation, progress_method = excluded.progress_method, natural_limit = excluded.natural_limit, domain_id = excluded.domain_id, department_id = excluded.department_id, policy_id = excluded.policy_id;
