-- Verdicts on targets folded into spans of days.

CREATE TABLE monitor.target_span (
  unit_id      text NOT NULL,
  indicator_id text NOT NULL,
  phase        text NOT NULL,
  from_day     date NOT NULL,
  to_day       date NOT NULL,
  status       text NOT NULL,
  tier         smallint NOT NULL,
  PRIMARY KEY (unit_id, indicator_id, phase, from_day)
);
COMMENT ON TABLE monitor.target_span IS 'One row per target (in its latest revision) and span of days [from_day, to_day) on which monitor.target_status, with everything known, gives it the same status; the first span begins at -infinity, the last ends at infinity.';

CREATE FUNCTION monitor.fold_targets(units text[], indicators text[]) RETURNS SETOF monitor.target_span LANGUAGE sql STABLE AS $$
  WITH target AS (
    SELECT t.unit_id, t.indicator_id, t.phase, t.baseline_value, t.baseline_date, t.target_value, t.target_upper,
           t.start_date, t.due_date, coalesce(t.progress_method, i.progress_method) AS method, i.direction, i.kind,
           i.reporting_period, u.tier, floor(1.5 * monitor.period_days(i.reporting_period))::integer + 1 AS stale_after
    FROM ledger.phase_target t
    JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
    JOIN ledger.org_unit u ON u.unit_id = t.unit_id
    WHERE (fold_targets.units IS NULL OR (t.unit_id, t.indicator_id) IN
            (SELECT k, n FROM unnest(fold_targets.units, fold_targets.indicators) AS wanted(k, n)))
      AND NOT EXISTS (SELECT FROM ledger.phase_target later
        WHERE later.unit_id = t.unit_id AND later.indicator_id = t.indicator_id AND later.phase = t.phase
          AND later.revision > t.revision)
  ), observed AS (
    -- Each observation since the baseline holds until the next one.
    SELECT t.*, o.period, o.value,
           lead(o.period) OVER (PARTITION BY t.unit_id, t.indicator_id, t.phase ORDER BY o.period) AS next_period
    FROM target t
    JOIN ledger.observation o ON o.unit_id = t.unit_id AND o.indicator_id = t.indicator_id AND o.period > t.baseline_date
    WHERE NOT EXISTS (SELECT FROM ledger.observation later
      WHERE later.unit_id = o.unit_id AND later.indicator_id = o.indicator_id AND later.period = o.period
        AND later.revision > o.revision)
  ), moment AS (
    -- The days on which a verdict can change: an observation, the start, going stale, the day after the due date.
    SELECT o.*, m.day
    FROM observed o
    CROSS JOIN LATERAL (
      SELECT o.period AS day
      UNION
      SELECT c.day FROM (VALUES (o.start_date), (o.period + o.stale_after), (o.due_date + 1)) AS c(day)
      WHERE c.day > o.period AND (o.next_period IS NULL OR c.day < o.next_period)
    ) AS m
    WHERE m.day <= o.due_date + 1 OR o.period = (SELECT NULL::date) OR m.day = o.period
  ), judged AS (
    SELECT m.unit_id, m.indicator_id, m.phase, m.tier, m.day, g.status
    FROM moment m
    CROSS JOIN LATERAL monitor.progress(m.baseline_value, m.baseline_date, m.value, m.period, m.target_value,
      m.target_upper, m.start_date, m.due_date, m.direction, m.kind, m.method, m.reporting_period, m.day, NULL, NULL) g
    WHERE m.day <= m.due_date OR m.period <= m.due_date
    UNION ALL
    -- With no value by the due date the verdict stands from the first one that comes after it.
    SELECT m.unit_id, m.indicator_id, m.phase, m.tier, min(m.day), CASE WHEN m.kind IN ('target', 'rank') AND m.target_value IS DISTINCT FROM m.baseline_value THEN 'missed' ELSE 'breached' END
    FROM moment m
    GROUP BY m.unit_id, m.indicator_id, m.phase, m.tier, m.kind, m.due_date, m.target_value, m.baseline_value
    HAVING min(m.period) > m.due_date
    UNION ALL
    SELECT t.unit_id, t.indicator_id, t.phase, t.tier, '-infinity', 'no_data' FROM target t
  ), changed AS (
    SELECT j.*, lag(j.status) OVER (PARTITION BY j.unit_id, j.indicator_id, j.phase ORDER BY j.day) AS before
    FROM judged j
  )
  SELECT c.unit_id, c.indicator_id, c.phase, c.day,
         coalesce(lead(c.day) OVER (PARTITION BY c.unit_id, c.indicator_id, c.phase ORDER BY c.day), 'infinity'),
         c.status, c.tier
  FROM changed c
  WHERE c.before IS DISTINCT FROM c.status
$$;
COMMENT ON FUNCTION monitor.fold_targets(text[], text[]) IS 'Spans of all targets of the units and indicators that stand in the two arrays of equal length; null: of all.';
