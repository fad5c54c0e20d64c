-- Reporting: who owes which value.

CREATE FUNCTION monitor.report_status(as_of date, known_at timestamptz DEFAULT NULL, units text[] DEFAULT NULL,
  subordinates boolean DEFAULT true, lang text DEFAULT NULL)
RETURNS TABLE (
  unit_id text, unit text, tier smallint, indicator_id text, indicator text, department_id text, department text,
  domain_id text, period date, report_due_on date, reported_at timestamptz, late_days integer, missing_periods integer,
  last_period date, status text, light text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT
    t.unit_id, monitor.in_language(u.name_zh, u.name_en, lang), u.tier, t.indicator_id,
    monitor.in_language(i.name_zh, i.name_en, lang), i.department_id, monitor.in_language(dep.name_zh, dep.name_en, lang),
    i.domain_id, t.period, t.period + i.report_days, o.reported_at, v.late_days, v.missing, o.last_period,
    v.status, monitor.light(v.status)
  FROM (
    SELECT q.unit_id, q.indicator_id, min(q.start_date) AS first_day, k.reporting_period,
           monitor.period_before(k.reporting_period, as_of - k.report_days) AS period
    FROM monitor.units_in_scope(units, subordinates) s
    JOIN monitor.current_target(known_at) q ON q.unit_id = s.unit_id
    JOIN ledger.indicator k ON k.indicator_id = q.indicator_id
    WHERE q.start_date <= as_of
    GROUP BY q.unit_id, q.indicator_id, k.reporting_period, k.report_days
    HAVING monitor.period_before(k.reporting_period, as_of - k.report_days) BETWEEN min(q.start_date) AND max(q.due_date)
  ) AS t
  JOIN ledger.org_unit u ON u.unit_id = t.unit_id
  JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
  JOIN ledger.department dep ON dep.department_id = i.department_id
  CROSS JOIN LATERAL (
    SELECT min(k.reported_at) FILTER (WHERE k.period = t.period) AS reported_at,
           max(k.period) AS last_period,
           count(DISTINCT k.period) FILTER (WHERE k.period BETWEEN t.first_day AND t.period) AS periods
    FROM ledger.observation k
    WHERE k.unit_id = t.unit_id AND k.indicator_id = t.indicator_id AND k.period <= as_of
      AND (known_at IS NULL OR k.recorded_at <= known_at)
      AND k.reported_at < (as_of + 1)::timestamp AT TIME ZONE monitor.time_zone()
  ) AS o
  CROSS JOIN LATERAL (
    SELECT
      greatest(coalesce((o.reported_at AT TIME ZONE monitor.time_zone())::date, as_of) - (t.period + i.report_days), 0) AS late_days,
      greatest(monitor.periods_between(t.reporting_period, t.first_day, t.period) - o.periods, 0)::integer AS missing,
      CASE WHEN o.last_period IS NULL THEN 'never_reported' WHEN o.reported_at IS NULL THEN 'late'
           WHEN (o.reported_at AT TIME ZONE monitor.time_zone())::date > t.period + i.report_days THEN 'reported_late'
           ELSE 'reported' END AS status
  ) AS v
$$;
COMMENT ON FUNCTION monitor.report_status(date, timestamptz, text[], boolean, text) IS
'One row per indicator and unit of the scope that must report: a target''s phase is running at the end of the period. period: the latest whose report was due before as_of; report_due_on: its last day plus report_days. reported_at: first report of that period by the end of as_of in the ledger''s time zone, null where there is none. late_days: calendar days to the report or to as_of, 0 when in time. missing_periods: periods since the first phase began, up to period, without a report. last_period: latest period reported, null where there is none.
status: reported, reported_late, late, never_reported.';
