-- Reporting: who owes which value.

CREATE FUNCTION monitor.report_due(as_of date, known_at timestamptz, units text[], subordinates boolean, tiers smallint[])
RETURNS TABLE (unit_id text, indicator_id text, first_day date, period date, cut timestamptz) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT q.unit_id, q.indicator_id, q.first_day, k.period, k.cut
  FROM monitor.units_in_scope(units, subordinates, tiers) s
  JOIN (
    SELECT d.unit_id, d.indicator_id, d.first_day, d.last_day FROM monitor.series_duty d WHERE known_at IS NULL
    UNION ALL
    SELECT t.unit_id, t.indicator_id, min(t.start_date), max(t.due_date)
    FROM monitor.current_target(known_at) t WHERE known_at IS NOT NULL GROUP BY t.unit_id, t.indicator_id
  ) AS q ON q.unit_id = s.unit_id
  JOIN (
    SELECT i.indicator_id, monitor.period_before(i.reporting_period, as_of - i.report_days) AS period,
           (as_of + 1)::timestamp AT TIME ZONE (SELECT monitor.time_zone()) AS cut
    FROM ledger.indicator i OFFSET 0
  ) AS k ON k.indicator_id = q.indicator_id
  WHERE k.period BETWEEN q.first_day AND q.last_day
$$;
COMMENT ON FUNCTION monitor.report_due(date, timestamptz, text[], boolean, smallint[]) IS 'Indicator and unit of the scope that must report: period, the latest whose report was due before as_of; first_day, on which the first phase began; cut, the end of as_of in the ledger''s time zone.';

CREATE FUNCTION monitor.report_status(as_of date, known_at timestamptz DEFAULT NULL, units text[] DEFAULT NULL,
  subordinates boolean DEFAULT true, lang text DEFAULT NULL, tiers smallint[] DEFAULT NULL, statuses text[] DEFAULT NULL)
RETURNS TABLE (
  unit_id text, unit text, tier smallint, indicator_id text, indicator text, department_id text, department text,
  domain_id text, period date, report_due_on date, reported_at timestamptz, late_days integer, missing_periods integer,
  last_period date, status text, light text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT
    t.unit_id, monitor.in_language(u.name_zh, u.name_en, lang), u.tier, t.indicator_id,
    monitor.in_language(i.name_zh, i.name_en, lang), i.department_id, monitor.in_language(dep.name_zh, dep.name_en, lang),
    i.domain_id, t.period, t.period + i.report_days, v.reported_at, v.late_days, v.missing, v.last_period,
    v.status, monitor.light(v.status)
  FROM monitor.report_due(as_of, known_at, units, subordinates, tiers) t
  JOIN ledger.org_unit u ON u.unit_id = t.unit_id
  JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
  JOIN ledger.department dep ON dep.department_id = i.department_id
  CROSS JOIN LATERAL (
    SELECT
      r.reported_at, o.last_period,
      greatest(coalesce(r.reported_on, as_of) - (t.period + i.report_days), 0) AS late_days,
      greatest(monitor.periods_between(i.reporting_period, t.first_day, t.period) - o.periods, 0)::integer AS missing,
      CASE WHEN o.last_period IS NULL THEN 'never_reported' WHEN r.reported_at IS NULL THEN 'late'
           WHEN r.reported_on > t.period + i.report_days THEN 'reported_late'
           ELSE 'reported' END AS status
    FROM (
      -- The period itself first: where only the late are asked for, nothing more is read of the others.
      SELECT min(k.reported_at) AS reported_at, (min(k.reported_at) AT TIME ZONE monitor.time_zone())::date AS reported_on
      FROM ledger.observation k
      WHERE k.unit_id = t.unit_id AND k.indicator_id = t.indicator_id AND k.period = t.period
        AND (known_at IS NULL OR k.recorded_at <= known_at) AND k.reported_at < t.cut
      OFFSET 0
    ) AS r
    CROSS JOIN LATERAL (
      SELECT max(k.period) AS last_period, count(*) FILTER (WHERE k.revision = 1 AND k.period BETWEEN t.first_day AND t.period) AS periods
      FROM ledger.observation k
      WHERE k.unit_id = t.unit_id AND k.indicator_id = t.indicator_id AND k.period <= as_of
        AND (known_at IS NULL OR k.recorded_at <= known_at) AND k.reported_at < t.cut
    ) AS o
    WHERE report_status.statuses IS NULL OR (r.reported_at IS NULL AND report_status.statuses && ARRAY['late', 'never_reported'])
      OR (r.reported_on > t.period + i.report_days AND 'reported_late' = ANY (report_status.statuses))
      OR (r.reported_on <= t.period + i.report_days AND 'reported' = ANY (report_status.statuses))
  ) AS v
  WHERE report_status.statuses IS NULL OR v.status = ANY (report_status.statuses)
$$;
COMMENT ON FUNCTION monitor.report_status(date, timestamptz, text[], boolean, text, smallint[], text[]) IS
'One row per indicator and unit of the scope that must report: the period ends between the first start and the last due date of its targets. period: the latest whose report was due before as_of; report_due_on: its last day plus report_days. reported_at: first report of that period by the end of as_of in the ledger''s time zone, null where there is none. late_days: calendar days to the report or to as_of, 0 when in time. missing_periods: periods since the first phase began, up to period, without a report. last_period: latest period reported, null where there is none.
status: reported, reported_late, late, never_reported. tiers, statuses: filters, null is none.';
