-- Verdicts on targets folded into spans of days.

CREATE FUNCTION monitor.fold_targets(units text[], indicators text[], phases text[], since date[])
RETURNS SETOF monitor.target_span LANGUAGE sql STABLE AS $$
  WITH wanted AS (
    SELECT * FROM unnest(fold_targets.units, fold_targets.indicators, fold_targets.phases, fold_targets.since) AS w(unit_id, indicator_id, phase, since)
    UNION ALL
    SELECT DISTINCT t.unit_id, t.indicator_id, t.phase, NULL::date FROM ledger.phase_target t WHERE fold_targets.units IS NULL
  ), target AS (
    SELECT w.since, t.unit_id, t.indicator_id, t.phase, t.baseline_value, t.baseline_date, t.target_value, t.target_upper,
           t.start_date, t.due_date, coalesce(t.progress_method, i.progress_method) AS method, i.direction, i.kind,
           i.reporting_period, u.tier, floor(1.5 * monitor.period_days(i.reporting_period))::integer + 1 AS stale_after
    FROM wanted w
    JOIN ledger.phase_target t ON t.unit_id = w.unit_id AND t.indicator_id = w.indicator_id AND t.phase = w.phase
    JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
    JOIN ledger.org_unit u ON u.unit_id = t.unit_id
    WHERE NOT EXISTS (SELECT FROM ledger.phase_target later
      WHERE later.unit_id = t.unit_id AND later.indicator_id = t.indicator_id AND later.phase = t.phase
        AND later.revision > t.revision)
  ), observed AS (
    -- Each observation between baseline and due date holds until the next one.
    SELECT t.*, o.period, o.value, lead(o.period) OVER (PARTITION BY t.unit_id, t.indicator_id, t.phase ORDER BY o.period) AS next_period
    FROM target t
    JOIN ledger.observation o ON o.unit_id = t.unit_id AND o.indicator_id = t.indicator_id
      AND o.period > t.baseline_date AND o.period >= coalesce(t.since, '-infinity') AND o.period <= t.due_date
    WHERE NOT EXISTS (SELECT FROM ledger.observation later
      WHERE later.unit_id = o.unit_id AND later.indicator_id = o.indicator_id AND later.period = o.period
        AND later.revision > o.revision)
  ), moment AS (
    -- The days on which a verdict can change: an observation, the start, going stale, the day after the due date.
    SELECT o.*, c.day
    FROM observed o
    CROSS JOIN LATERAL (VALUES (o.period), (o.start_date), (o.period + o.stale_after), (o.due_date + 1)) AS c(day)
    WHERE c.day = o.period OR (c.day > o.period AND c.day < coalesce(o.next_period, o.due_date + 2) AND c.day <= o.due_date + 1)
  ), judged AS (
    SELECT DISTINCT m.unit_id, m.indicator_id, m.phase, m.tier, m.day, g.status
    FROM moment m
    CROSS JOIN LATERAL monitor.progress(m.baseline_value, m.baseline_date, m.value, m.period, m.target_value,
      m.target_upper, m.start_date, m.due_date, m.direction, m.kind, m.method, m.reporting_period, m.day) g
    UNION ALL
    -- An observation after the due date shows only, where it is the first of all, that there was none by then.
    SELECT t.unit_id, t.indicator_id, t.phase, t.tier, o.period,
           CASE WHEN t.kind IN ('target', 'rank') AND t.target_value IS DISTINCT FROM t.baseline_value THEN 'missed' ELSE 'breached' END
    FROM target t
    CROSS JOIN LATERAL (
      SELECT min(k.period) AS period FROM ledger.observation k
      WHERE k.unit_id = t.unit_id AND k.indicator_id = t.indicator_id AND k.period > t.baseline_date
    ) AS o
    WHERE t.since IS NULL AND o.period > t.due_date
    UNION ALL
    SELECT t.unit_id, t.indicator_id, t.phase, t.tier, '-infinity', 'no_data' FROM target t WHERE t.since IS NULL
    UNION ALL
    SELECT t.unit_id, t.indicator_id, t.phase, t.tier, before.from_day, before.status
    FROM target t
    JOIN monitor.target_span before ON before.unit_id = t.unit_id AND before.indicator_id = t.indicator_id
      AND before.phase = t.phase AND before.from_day < t.since AND before.to_day >= t.since
  ), changed AS (
    SELECT j.*, lag(j.status) OVER (PARTITION BY j.unit_id, j.indicator_id, j.phase ORDER BY j.day) AS before
    FROM judged j
  )
  SELECT c.unit_id, c.indicator_id, c.phase, c.day,
         coalesce(c.next_day, 'infinity'), c.status, c.tier, t.due_date,
         CASE WHEN c.status IN ('missed', 'breached') AND c.next_day IS NULL THEN (
           SELECT min(o.period) FROM ledger.observation o
           WHERE o.unit_id = t.unit_id AND o.indicator_id = t.indicator_id AND o.period > t.due_date AND o.period > t.baseline_date
             AND monitor.reaches(o.value, t.target_value, t.target_upper, t.direction, t.kind)
             AND NOT EXISTS (SELECT FROM ledger.observation later
               WHERE later.unit_id = o.unit_id AND later.indicator_id = o.indicator_id AND later.period = o.period AND later.revision > o.revision)) END,
         coalesce(CASE WHEN c.status IN ('missed', 'breached') AND c.next_day IS NULL THEN (
           SELECT min(greatest(t.due_date + 1, l.start_date, (
             SELECT min(o.period) FROM ledger.observation o
             WHERE o.unit_id = l.unit_id AND o.indicator_id = l.indicator_id AND o.period > l.baseline_date)))
           FROM monitor.current_target(NULL) l
           WHERE l.unit_id = t.unit_id AND l.indicator_id = t.indicator_id AND l.due_date > t.due_date
             AND EXISTS (SELECT FROM ledger.observation o WHERE o.unit_id = l.unit_id AND o.indicator_id = l.indicator_id AND o.period > l.baseline_date)) END, 'infinity'),
         CASE WHEN monitor.status_weight(c.status) > 0 THEN
           (2 * (monitor.status_weight(c.status) + 3 * (5 - c.tier)) + (c.status IN ('missed', 'breached', 'stale'))::integer)::smallint END
  FROM (
    SELECT *, lead(day) OVER (PARTITION BY unit_id, indicator_id, phase ORDER BY day) AS next_day
    FROM changed WHERE before IS DISTINCT FROM status
  ) AS c
  JOIN target t ON t.unit_id = c.unit_id AND t.indicator_id = c.indicator_id AND t.phase = c.phase
$$;
COMMENT ON FUNCTION monitor.fold_targets(text[], text[], text[], date[]) IS 'Spans of the targets whose units, indicators and phases stand in arrays of equal length; null: of all. since: an observation''s period from which on to judge anew; then the span that reaches it is read from monitor.target_span and comes back first, perhaps longer. Null: all spans.';

CREATE FUNCTION monitor.refold_targets(batch_id uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  units text[];
  indicators text[];
  phases text[];
  since date[];
BEGIN
  SELECT array_agg(w.unit_id), array_agg(w.indicator_id), array_agg(w.phase),
         array_agg(CASE WHEN NOT w.target_changed THEN (
           SELECT max(o.period) FROM ledger.observation o
           WHERE o.unit_id = w.unit_id AND o.indicator_id = w.indicator_id AND o.period < w.first_period AND o.period > w.baseline_date AND o.period <= w.due_date) END)
  INTO units, indicators, phases, since
  FROM (
    SELECT t.unit_id, t.indicator_id, t.phase, max(n.first_period) AS first_period,
           bool_or(n.target_changed) AS target_changed,
           (array_agg(t.baseline_date ORDER BY t.revision DESC))[1] AS baseline_date,
           (array_agg(t.due_date ORDER BY t.revision DESC))[1] AS due_date
    FROM (
      SELECT o.unit_id, o.indicator_id, NULL AS phase, min(o.period) AS first_period, false AS target_changed
      FROM ledger.observation o WHERE o.batch_id = refold_targets.batch_id GROUP BY o.unit_id, o.indicator_id
      UNION ALL
      -- A target that changed may be the later phase of another one.
      SELECT DISTINCT p.unit_id, p.indicator_id, NULL, NULL::date, true FROM ledger.phase_target p WHERE p.batch_id = refold_targets.batch_id
    ) AS n
    JOIN ledger.phase_target t ON t.unit_id = n.unit_id AND t.indicator_id = n.indicator_id AND (n.phase IS NULL OR t.phase = n.phase)
    GROUP BY t.unit_id, t.indicator_id, t.phase
  ) AS w;
  IF units IS NULL THEN
    RETURN;
  END IF;
  PERFORM set_config('enable_nestloop', CASE WHEN cardinality(units) > 1000 THEN 'off' ELSE 'on' END, true);
  CREATE TEMP TABLE refolded ON COMMIT DROP AS SELECT * FROM monitor.fold_targets(units, indicators, phases, since);
  CREATE TEMP TABLE unfolded ON COMMIT DROP AS
    SELECT s.* FROM monitor.target_span s JOIN unnest(units, indicators, phases, since) AS w(unit_id, indicator_id, phase, since)
    ON s.unit_id = w.unit_id AND s.indicator_id = w.indicator_id AND s.phase = w.phase AND (w.since IS NULL OR s.to_day >= w.since);
  DELETE FROM monitor.target_span s USING pg_temp.unfolded u
  WHERE s.unit_id = u.unit_id AND s.indicator_id = u.indicator_id AND s.phase = u.phase AND s.to_day = u.to_day;
  INSERT INTO monitor.target_span SELECT * FROM pg_temp.refolded;
  INSERT INTO monitor.target_delta AS d
  SELECT c.ancestor_id, coalesce(e.indicator_id, ''), coalesce(e.phase, ''), e.status, e.day, sum(e.n)
  FROM (
    SELECT s.unit_id, s.indicator_id, s.phase, s.status, b.day, b.n
    FROM (SELECT *, 1 AS n FROM pg_temp.refolded UNION ALL SELECT *, -1 FROM pg_temp.unfolded) AS s
    CROSS JOIN LATERAL (VALUES (s.from_day, s.n), (s.to_day, -s.n)) AS b(day, n)
    WHERE b.day < 'infinity'
  ) AS e
  JOIN ledger.org_closure c ON c.unit_id = e.unit_id
  JOIN monitor.broad_unit b ON b.unit_id = c.ancestor_id
  GROUP BY GROUPING SETS ((c.ancestor_id, e.indicator_id, e.phase, e.status, e.day), (c.ancestor_id, e.status, e.day)) HAVING sum(e.n) <> 0
  ON CONFLICT (ancestor_id, indicator_id, phase, status, day) DO UPDATE SET n = d.n + excluded.n;
  DELETE FROM monitor.target_delta WHERE n = 0;
  DROP TABLE pg_temp.unfolded;
  DROP TABLE pg_temp.refolded;
END $$;
COMMENT ON FUNCTION monitor.refold_targets(uuid) IS 'Brings monitor.target_span and target_delta up to date with the observations and targets of one batch: each target from its last observation before the batch''s first one.';

CREATE FUNCTION monitor.target_summary(as_of date, units text[] DEFAULT NULL, subordinates boolean DEFAULT true,
  group_by text DEFAULT 'none', lang text DEFAULT NULL, tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL,
  domains text[] DEFAULT NULL, departments text[] DEFAULT NULL, indicators text[] DEFAULT NULL, phases text[] DEFAULT NULL)
RETURNS TABLE (
  group_id text, group_name text, total bigint, achieved bigint, on_track bigint, at_risk bigint, off_track bigint,
  deteriorating bigint, missed bigint, breached bigint, met bigint, not_started bigint, stale bigint, no_data bigint,
  green bigint, yellow bigint, red bigint, grey bigint)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH few AS (
    -- Counted by unit, indicator group and status first: names and lights are for few rows then.
    SELECT CASE group_by WHEN 'unit' THEN t.unit_id WHEN 'child' THEN s.group_id END AS unit_id, CASE WHEN group_by = 'tier' THEN t.tier END AS tier,
           t.indicator_id, t.status, count(*) AS n
    FROM monitor.units_grouped(units, subordinates, tiers, group_by, monitor.sums_serve(subordinates, tiers, group_by), false) s
    JOIN monitor.target_span t ON t.unit_id = s.unit_id AND t.from_day <= as_of AND t.to_day > as_of
    WHERE (phases IS NULL OR t.phase = ANY (phases)) AND (target_summary.indicators IS NULL OR t.indicator_id = ANY (target_summary.indicators))
    GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT CASE WHEN group_by = 'child' THEN d.ancestor_id END, NULL, d.indicator_id, d.status, sum(d.n)
    FROM monitor.target_delta d
    -- An array, so that the rows of other units are not read.
    WHERE d.ancestor_id = ANY (ARRAY(SELECT k.unit_id FROM monitor.summed_units(units, group_by) k)) AND monitor.sums_serve(subordinates, tiers, group_by) AND d.day <= as_of
      AND (phases IS NULL OR d.phase = ANY (phases))
      AND d.indicator_id = ANY (CASE
        WHEN coalesce(group_by, '') NOT IN ('department', 'policy', 'domain')
          AND coalesce(policies, domains, departments, target_summary.indicators, phases) IS NULL THEN ARRAY['']
        ELSE ARRAY(
          SELECT k.indicator_id FROM ledger.indicator k
          WHERE (target_summary.indicators IS NULL OR k.indicator_id = ANY (target_summary.indicators))
            AND (policies IS NULL OR k.policy_id = ANY (policies)) AND (domains IS NULL OR k.domain_id = ANY (domains))
            AND (departments IS NULL OR k.department_id = ANY (departments))) END)
    GROUP BY 1, 3, 4
  ), counted AS (
    SELECT
      CASE group_by WHEN 'unit' THEN f.unit_id WHEN 'child' THEN f.unit_id WHEN 'tier' THEN f.tier::text WHEN 'department' THEN i.department_id
                    WHEN 'policy' THEN i.policy_id WHEN 'domain' THEN i.domain_id ELSE '' END AS group_id,
      f.status, sum(f.n) AS n
    FROM few f LEFT JOIN ledger.indicator i ON i.indicator_id = f.indicator_id
    WHERE f.n > 0 AND (policies IS NULL OR i.policy_id = ANY (policies)) AND (domains IS NULL OR i.domain_id = ANY (domains))
      AND (departments IS NULL OR i.department_id = ANY (departments))
    GROUP BY 1, 2
  ), spread AS (
    SELECT c.group_id, sum(c.n)::bigint AS total,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'achieved'), 0)::bigint AS achieved,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'on_track'), 0)::bigint AS on_track,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'at_risk'), 0)::bigint AS at_risk,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'off_track'), 0)::bigint AS off_track,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'deteriorating'), 0)::bigint AS deteriorating,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'missed'), 0)::bigint AS missed,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'breached'), 0)::bigint AS breached,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'met'), 0)::bigint AS met,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'not_started'), 0)::bigint AS not_started,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'stale'), 0)::bigint AS stale,
      coalesce(sum(c.n) FILTER (WHERE c.status = 'no_data'), 0)::bigint AS no_data,
      coalesce(sum(c.n) FILTER (WHERE monitor.light(c.status) = 'green'), 0)::bigint AS green,
      coalesce(sum(c.n) FILTER (WHERE monitor.light(c.status) = 'yellow'), 0)::bigint AS yellow,
      coalesce(sum(c.n) FILTER (WHERE monitor.light(c.status) = 'red'), 0)::bigint AS red,
      coalesce(sum(c.n) FILTER (WHERE monitor.light(c.status) = 'grey'), 0)::bigint AS grey
    FROM counted c GROUP BY c.group_id
  )
  SELECT c.group_id, monitor.group_name(group_by, c.group_id, lang)
      || CASE WHEN group_by = 'child' AND c.group_id = (SELECT monitor.alone_unit(units, subordinates)) THEN monitor.in_language('（本级）', ' (itself)', lang) ELSE '' END,
    c.total, c.achieved, c.on_track, c.at_risk, c.off_track, c.deteriorating, c.missed, c.breached, c.met,
    c.not_started, c.stale, c.no_data, c.green, c.yellow, c.red, c.grey
  FROM spread c
$$;
COMMENT ON FUNCTION monitor.target_summary(date, text[], boolean, text, text, smallint[], text[], text[], text[], text[], text[]) IS
'Counts of targets (indicator, unit, phase) by status and light as of a day, by group: none, department, unit, child (monitor.child_groups), tier, policy, domain (another word: none). The same counts as of monitor.target_status with everything known. A group without targets has no row; group_id is null for indicators of no policy. Filters: null is none.';
