-- Reporting duties, and what did not come in time, folded from the facts.

CREATE FUNCTION monitor.fold_duties(units text[], indicators text[]) RETURNS SETOF monitor.series_duty LANGUAGE sql STABLE AS $$
  SELECT d.unit_id, d.indicator_id, d.first_day, d.last_day, coalesce(o.known_from, 'infinity'), coalesce(o.last_period, '-infinity')
  FROM (
    SELECT t.unit_id, t.indicator_id, min(t.start_date) AS first_day, max(t.due_date) AS last_day
    FROM ledger.phase_target t
    WHERE (fold_duties.units IS NULL OR (t.unit_id, t.indicator_id) IN (SELECT * FROM unnest(fold_duties.units, fold_duties.indicators)))
      AND NOT EXISTS (SELECT FROM ledger.phase_target later
        WHERE later.unit_id = t.unit_id AND later.indicator_id = t.indicator_id AND later.phase = t.phase AND later.revision > t.revision)
    GROUP BY t.unit_id, t.indicator_id
  ) AS d
  LEFT JOIN (
    SELECT o.unit_id, o.indicator_id, max(o.period) AS last_period, min(greatest(o.period, (o.reported_at AT TIME ZONE zone.name)::date)) AS known_from
    FROM ledger.observation o, (SELECT monitor.time_zone() AS name OFFSET 0) AS zone
    WHERE fold_duties.units IS NULL OR (o.unit_id, o.indicator_id) IN (SELECT * FROM unnest(fold_duties.units, fold_duties.indicators))
    GROUP BY o.unit_id, o.indicator_id
  ) AS o ON o.unit_id = d.unit_id AND o.indicator_id = d.indicator_id
$$;
COMMENT ON FUNCTION monitor.fold_duties(text[], text[]) IS 'What monitor.series_duty has to hold for the units and indicators of two arrays of equal length; null: for all.';

CREATE FUNCTION monitor.fold_gaps(units text[], indicators text[], since date[]) RETURNS SETOF monitor.report_gap LANGUAGE sql STABLE AS $$
  WITH duty AS (
    SELECT d.unit_id, d.indicator_id, greatest(d.first_day, w.since) AS first_day, least(d.last_day, d.last_period) AS last_day, i.reporting_period, i.report_days
    FROM monitor.series_duty d
    JOIN ledger.indicator i ON i.indicator_id = d.indicator_id
    LEFT JOIN unnest(fold_gaps.units, fold_gaps.indicators, fold_gaps.since) AS w(unit_id, indicator_id, since) ON w.unit_id = d.unit_id AND w.indicator_id = d.indicator_id
    WHERE (fold_gaps.units IS NULL OR w.unit_id IS NOT NULL) AND d.last_period > '-infinity'
  ), reported AS (
    SELECT o.unit_id, o.indicator_id, o.period, min((o.reported_at AT TIME ZONE zone.name)::date) AS reported_on
    FROM ledger.observation o
    JOIN duty d ON d.unit_id = o.unit_id AND d.indicator_id = o.indicator_id AND o.period BETWEEN d.first_day AND d.last_day,
    (SELECT monitor.time_zone() AS name OFFSET 0) AS zone
    GROUP BY o.unit_id, o.indicator_id, o.period
  ), counted AS (
    -- Whole series are left out below where as many periods are reported as there are.
    SELECT r.unit_id, r.indicator_id, count(*) AS n
    FROM reported r JOIN duty d ON d.unit_id = r.unit_id AND d.indicator_id = r.indicator_id
    WHERE r.period = monitor.period_before(d.reporting_period, r.period + 1)
    GROUP BY r.unit_id, r.indicator_id
  )
  SELECT r.unit_id, r.indicator_id, r.period, r.reported_on
  FROM reported r JOIN duty d ON d.unit_id = r.unit_id AND d.indicator_id = r.indicator_id
  WHERE r.reported_on > r.period + d.report_days
  UNION ALL
  SELECT d.unit_id, d.indicator_id, e.period, 'infinity'
  FROM duty d
  LEFT JOIN counted c ON c.unit_id = d.unit_id AND c.indicator_id = d.indicator_id
  CROSS JOIN LATERAL (
    -- The first of a month that follows a period, month by month as long as the period is.
    SELECT g::date - 1 AS period
    FROM generate_series((monitor.period_before(d.reporting_period, d.first_day) + 1)::timestamp + make_interval(months => monitor.period_months(d.reporting_period)),
      (d.last_day + 1)::timestamp, make_interval(months => monitor.period_months(d.reporting_period))) AS g
  ) AS e
  WHERE d.first_day <= d.last_day AND monitor.periods_between(d.reporting_period, d.first_day, d.last_day) > coalesce(c.n, 0)
    AND NOT EXISTS (SELECT FROM reported r WHERE r.unit_id = d.unit_id AND r.indicator_id = d.indicator_id AND r.period = e.period)
$$;
COMMENT ON FUNCTION monitor.fold_gaps(text[], text[], date[]) IS 'What monitor.report_gap has to hold for the units and indicators of arrays of equal length, of each the periods from since on (null: all); null: for all. From monitor.series_duty.';

CREATE FUNCTION monitor.refold_reports(batch_id uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  units text[];
  indicators text[];
  since date[];
BEGIN
  SELECT array_agg(w.unit_id), array_agg(w.indicator_id), array_agg(w.since) INTO units, indicators, since
  FROM (
    SELECT n.unit_id, n.indicator_id, min(n.since) AS since
    FROM (
      SELECT o.unit_id, o.indicator_id, least(min(o.period), min(d.last_period) + 1) AS since
      FROM ledger.observation o JOIN monitor.series_duty d ON d.unit_id = o.unit_id AND d.indicator_id = o.indicator_id
      WHERE o.batch_id = refold_reports.batch_id GROUP BY o.unit_id, o.indicator_id
      UNION ALL
      SELECT p.unit_id, p.indicator_id, '-infinity' FROM ledger.phase_target p WHERE p.batch_id = refold_reports.batch_id
    ) AS n
    GROUP BY n.unit_id, n.indicator_id
  ) AS w;
  IF units IS NULL THEN
    RETURN;
  END IF;
  PERFORM set_config('enable_nestloop', CASE WHEN cardinality(units) > 1000 THEN 'off' ELSE 'on' END, true);
  UPDATE monitor.series_duty d
  SET known_from = least(d.known_from, o.known_from), last_period = greatest(d.last_period, o.last_period)
  FROM (
    SELECT o.unit_id, o.indicator_id, max(o.period) AS last_period, min(greatest(o.period, (o.reported_at AT TIME ZONE monitor.time_zone())::date)) AS known_from
    FROM ledger.observation o WHERE o.batch_id = refold_reports.batch_id GROUP BY o.unit_id, o.indicator_id
  ) AS o
  WHERE o.unit_id = d.unit_id AND o.indicator_id = d.indicator_id;
  DELETE FROM monitor.report_gap g USING unnest(units, indicators, since) AS k(unit_id, indicator_id, since)
  WHERE g.unit_id = k.unit_id AND g.indicator_id = k.indicator_id AND g.period >= k.since;
  DELETE FROM monitor.series_duty d USING unnest(units, indicators, since) AS k(unit_id, indicator_id, since)
  WHERE d.unit_id = k.unit_id AND d.indicator_id = k.indicator_id AND k.since = '-infinity';
  INSERT INTO monitor.series_duty
  SELECT d.* FROM (
    SELECT array_agg(k.unit_id) AS units, array_agg(k.indicator_id) AS indicators
    FROM unnest(units, indicators, since) AS k(unit_id, indicator_id, since) WHERE k.since = '-infinity'
  ) AS k, monitor.fold_duties(k.units, k.indicators) d
  WHERE k.units IS NOT NULL;
  INSERT INTO monitor.report_gap SELECT * FROM monitor.fold_gaps(units, indicators, since);
END $$;
COMMENT ON FUNCTION monitor.refold_reports(uuid) IS 'Brings monitor.series_duty and report_gap up to date with the observations and targets of one batch: gaps from the first period that it reports, or the first that was not reported before.';
