-- Reporting: who owes which value.

CREATE FUNCTION monitor.period_judged(as_of date) RETURNS TABLE (indicator_id text, period date) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT i.indicator_id, monitor.period_before(i.reporting_period, as_of - i.report_days) FROM ledger.indicator i OFFSET 0
$$;
COMMENT ON FUNCTION monitor.period_judged(date) IS 'Of each indicator the latest period whose report was due before as_of.';

CREATE FUNCTION monitor.report_missing(as_of date, units text[], subordinates boolean, tiers smallint[], indicators text[])
RETURNS TABLE (unit_id text, indicator_id text, first_day date, period date, known_from date, last_period date) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT d.unit_id, d.indicator_id, d.first_day, d.period, d.known_from, d.last_period
  FROM (
    SELECT d.*, k.period FROM monitor.period_judged(as_of) k
    JOIN monitor.series_duty d ON d.indicator_id = k.indicator_id AND d.last_period < k.period
    UNION ALL
    SELECT d.*, k.period FROM monitor.period_judged(as_of) k
    JOIN monitor.report_gap g ON g.period = k.period AND g.indicator_id = k.indicator_id AND g.reported_on > as_of
    JOIN monitor.series_duty d ON d.unit_id = g.unit_id AND d.indicator_id = g.indicator_id
  ) AS d
  WHERE d.period BETWEEN d.first_day AND d.last_day
    AND (report_missing.indicators IS NULL OR d.indicator_id = ANY (report_missing.indicators))
    AND ((units IS NULL AND tiers IS NULL) OR d.unit_id IN (SELECT s.unit_id FROM monitor.units_in_scope(units, subordinates, tiers) s))
$$;
COMMENT ON FUNCTION monitor.report_missing(date, text[], boolean, smallint[], text[]) IS 'Indicator and unit of the scope (indicators null: all) whose report of the period judged has not come by as_of, from read models (everything known); columns as of monitor.report_due.';

CREATE FUNCTION monitor.report_due(as_of date, known_at timestamptz, units text[], subordinates boolean, tiers smallint[])
RETURNS TABLE (unit_id text, indicator_id text, first_day date, period date, known_from date, last_period date) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT q.unit_id, q.indicator_id, q.first_day, k.period, q.known_from, q.last_period
  FROM monitor.units_in_scope(units, subordinates, tiers) s
  JOIN (
    SELECT d.* FROM monitor.series_duty d WHERE known_at IS NULL
    UNION ALL
    SELECT t.unit_id, t.indicator_id, min(t.start_date), max(t.due_date), NULL, NULL
    FROM monitor.current_target(known_at) t WHERE known_at IS NOT NULL GROUP BY t.unit_id, t.indicator_id
  ) AS q ON q.unit_id = s.unit_id
  JOIN monitor.period_judged(as_of) k ON k.indicator_id = q.indicator_id
  WHERE k.period BETWEEN q.first_day AND q.last_day
$$;
COMMENT ON FUNCTION monitor.report_due(date, timestamptz, text[], boolean, smallint[]) IS 'Indicator and unit of the scope that must report: period, the latest whose report was due before as_of; first_day, on which the first phase began; known_from and last_period as in monitor.series_duty, null where known_at is given.';

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
  FROM (
    SELECT d.* FROM monitor.report_due(as_of, known_at, units, subordinates, tiers) d
    WHERE NOT (known_at IS NULL AND coalesce(report_status.statuses <@ ARRAY['late', 'never_reported'], false))
    UNION ALL
    -- Only what is missing, where nothing else is asked for.
    SELECT d.* FROM monitor.report_missing(as_of, units, subordinates, tiers, NULL) d
    WHERE known_at IS NULL AND coalesce(report_status.statuses <@ ARRAY['late', 'never_reported'], false)
  ) AS t
  JOIN ledger.org_unit u ON u.unit_id = t.unit_id
  JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
  JOIN ledger.department dep ON dep.department_id = i.department_id
  CROSS JOIN (SELECT (as_of + 1)::timestamp AT TIME ZONE monitor.time_zone() AS at, monitor.time_zone() AS zone OFFSET 0) AS cut
  CROSS JOIN LATERAL (
    SELECT
      r.reported_at, r.last_period,
      greatest(coalesce(r.reported_on, as_of) - (t.period + i.report_days), 0) AS late_days,
      r.missing,
      CASE WHEN r.last_period IS NULL THEN 'never_reported' WHEN r.reported_at IS NULL THEN 'late'
           WHEN r.reported_on > t.period + i.report_days THEN 'reported_late'
           ELSE 'reported' END AS status
    FROM (
      SELECT k.reported_at, (k.reported_at AT TIME ZONE cut.zone)::date AS reported_on,
        (SELECT max(l.period) FROM ledger.observation l
         WHERE l.unit_id = t.unit_id AND l.indicator_id = t.indicator_id AND l.period <= as_of
           AND (known_at IS NULL OR l.recorded_at <= known_at) AND l.reported_at < cut.at) AS last_period,
        CASE WHEN known_at IS NULL THEN (
          SELECT count(*)::integer FROM monitor.report_gap g
          WHERE g.unit_id = t.unit_id AND g.indicator_id = t.indicator_id AND g.period BETWEEN t.first_day AND t.period AND g.reported_on > as_of)
          + CASE WHEN t.last_period < t.period THEN monitor.periods_between(i.reporting_period, greatest(t.first_day, t.last_period + 1), t.period) ELSE 0 END
        ELSE greatest(monitor.periods_between(i.reporting_period, t.first_day, t.period) - (
          SELECT count(DISTINCT l.period) FROM ledger.observation l
          WHERE l.unit_id = t.unit_id AND l.indicator_id = t.indicator_id AND l.period = monitor.period_before(i.reporting_period, l.period + 1) AND l.period BETWEEN t.first_day AND t.period
            AND l.recorded_at <= known_at AND l.reported_at < cut.at), 0)::integer END AS missing
      FROM (
        SELECT min(k.reported_at) AS reported_at FROM ledger.observation k
        WHERE k.unit_id = t.unit_id AND k.indicator_id = t.indicator_id AND k.period = t.period
          AND (known_at IS NULL OR k.recorded_at <= known_at) AND k.reported_at < cut.at
        OFFSET 0
      ) AS k
      OFFSET 0
    ) AS r
  ) AS v
  WHERE report_status.statuses IS NULL OR v.status = ANY (report_status.statuses)
$$;
COMMENT ON FUNCTION monitor.report_status(date, timestamptz, text[], boolean, text, smallint[], text[]) IS
'One row per indicator and unit of the scope that must report: the period ends between the first start and the last due date of its targets. period: the latest whose report was due before as_of; report_due_on: its last day plus report_days. reported_at: first report of that period by the end of as_of in the ledger''s time zone, null where there is none. late_days: calendar days to the report or to as_of, 0 when in time. missing_periods: periods since the first phase began, up to period, without a report. last_period: latest period reported, null where there is none.
status: reported, reported_late, late, never_reported. tiers, statuses: filters, null is none.';
