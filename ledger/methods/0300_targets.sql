-- Indicators: where they stand towards their phase targets, and their observations.

CREATE FUNCTION monitor.current_target(known_at timestamptz)
RETURNS TABLE (unit_id text, indicator_id text, phase text, revision integer, baseline_value double precision,
  baseline_date date, target_value double precision, target_upper double precision, start_date date, due_date date,
  progress_method text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT t.unit_id, t.indicator_id, t.phase, t.revision, t.baseline_value, t.baseline_date, t.target_value,
         t.target_upper, t.start_date, t.due_date, t.progress_method
  FROM ledger.phase_target t
  WHERE (known_at IS NULL OR t.recorded_at <= known_at)
    AND NOT EXISTS (
      SELECT FROM ledger.phase_target later
      WHERE later.unit_id = t.unit_id AND later.indicator_id = t.indicator_id AND later.phase = t.phase
        AND later.revision > t.revision AND (known_at IS NULL OR later.recorded_at <= known_at))
$$;
COMMENT ON FUNCTION monitor.current_target(timestamptz) IS 'One row per unit, indicator and phase: the highest revision of the target that was known then; null: of all.';

CREATE FUNCTION monitor.known_observation(known_at timestamptz)
RETURNS TABLE (unit_id text, indicator_id text, period date, revision integer, value double precision,
  numerator double precision, denominator double precision, sample_size integer, reported_at timestamptz,
  recorded_at timestamptz)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT o.unit_id, o.indicator_id, o.period, o.revision, o.value, o.numerator, o.denominator, o.sample_size,
         o.reported_at, o.recorded_at
  FROM ledger.observation o
  WHERE (known_at IS NULL OR o.recorded_at <= known_at)
    AND NOT EXISTS (
      SELECT FROM ledger.observation later
      WHERE later.unit_id = o.unit_id AND later.indicator_id = o.indicator_id AND later.period = o.period
        AND later.revision > o.revision AND (known_at IS NULL OR later.recorded_at <= known_at))
$$;
COMMENT ON FUNCTION monitor.known_observation(timestamptz) IS 'One row per unit, indicator and period: the highest revision of the observation that was known then; null: of all.';

CREATE FUNCTION monitor.target_statuses_of(lights text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(s) FROM unnest(ARRAY['no_data', 'not_started', 'achieved', 'missed', 'breached', 'met', 'stale', 'on_track', 'at_risk', 'off_track',
    'deteriorating']) AS s WHERE monitor.light(s) = ANY (lights)
$$;
COMMENT ON FUNCTION monitor.target_statuses_of(text[]) IS 'Statuses of targets with one of these lights: a plain list, from which the planner knows how many rows there are.';

CREATE FUNCTION monitor.chosen_target(as_of date, known_at timestamptz, units text[], subordinates boolean, tiers smallint[],
  policies text[], domains text[], departments text[], indicators text[], phases text[], statuses text[], lights text[], most bigint)
RETURNS TABLE (unit_id text, tier smallint, indicator_id text, phase text, phase_position smallint, revision integer,
  baseline_value double precision, baseline_date date, target_value double precision, target_upper double precision,
  start_date date, due_date date, progress_method text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT t.unit_id, c.tier, t.indicator_id, t.phase, c.position, t.revision, t.baseline_value, t.baseline_date,
         t.target_value, t.target_upper, t.start_date, t.due_date, t.progress_method
  FROM (
    SELECT c.unit_id, c.tier, c.indicator_id, c.phase, c.position FROM (
      -- Spans tell which targets there are, and which have the status, before any target or observation is read: unit
      -- by unit in their order, so that nothing is read after the most.
      SELECT s.unit_id, s.tier, p.indicator_id, p.phase, p.position
      FROM (
        SELECT s.unit_id, u.tier FROM monitor.units_in_scope(units, subordinates, tiers) s JOIN ledger.org_unit u ON u.unit_id = s.unit_id
        ORDER BY u.tier, s.unit_id OFFSET 0
      ) AS s
      CROSS JOIN LATERAL (
        SELECT i.domain_id, p.indicator_id, p.phase, ph.position
        FROM monitor.target_span p
        JOIN ledger.indicator i ON i.indicator_id = p.indicator_id
        JOIN ledger.phase ph ON ph.phase = p.phase
        WHERE p.unit_id = s.unit_id AND p.from_day <= as_of AND p.to_day > as_of
          AND (statuses IS NULL OR p.status = ANY (statuses)) AND (lights IS NULL OR p.status = ANY (monitor.target_statuses_of(lights)))
          AND (chosen_target.indicators IS NULL OR p.indicator_id = ANY (chosen_target.indicators))
          AND (phases IS NULL OR p.phase = ANY (phases)) AND (policies IS NULL OR i.policy_id = ANY (policies))
          AND (domains IS NULL OR i.domain_id = ANY (domains)) AND (departments IS NULL OR i.department_id = ANY (departments))
        OFFSET 0
      ) AS p
      WHERE known_at IS NULL
      ORDER BY s.tier, s.unit_id, p.domain_id, p.indicator_id, p.position
      LIMIT most
    ) AS c
    UNION ALL
    SELECT c.unit_id, c.tier, c.indicator_id, c.phase, c.position FROM (
      SELECT DISTINCT t.unit_id, u.tier, t.indicator_id, t.phase, ph.position, i.domain_id
      FROM monitor.units_in_scope(units, subordinates, tiers) s
      JOIN ledger.org_unit u ON u.unit_id = s.unit_id
      JOIN monitor.current_target(known_at) t ON t.unit_id = s.unit_id
      JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
      JOIN ledger.phase ph ON ph.phase = t.phase
      WHERE known_at IS NOT NULL
        AND (chosen_target.indicators IS NULL OR t.indicator_id = ANY (chosen_target.indicators))
        AND (phases IS NULL OR t.phase = ANY (phases)) AND (policies IS NULL OR i.policy_id = ANY (policies))
        AND (domains IS NULL OR i.domain_id = ANY (domains)) AND (departments IS NULL OR i.department_id = ANY (departments))
      ORDER BY u.tier, t.unit_id, i.domain_id, t.indicator_id, ph.position
      LIMIT CASE WHEN statuses IS NULL AND lights IS NULL THEN most END
    ) AS c
  ) AS c
  CROSS JOIN LATERAL (
    SELECT t.* FROM monitor.current_target(known_at) t
    WHERE t.unit_id = c.unit_id AND t.indicator_id = c.indicator_id AND t.phase = c.phase OFFSET 0
  ) AS t
$$;
COMMENT ON FUNCTION monitor.chosen_target(date, timestamptz, text[], boolean, smallint[], text[], text[], text[], text[], text[], text[], text[], bigint) IS 'The targets that monitor.target_status judges: of the scope and the filters (null: none), the first most of them by tier, unit, domain, indicator and phase (null: all). What was known in the past cannot be chosen by status or counted before it is judged.';

CREATE FUNCTION monitor.target_status(as_of date, known_at timestamptz DEFAULT NULL, units text[] DEFAULT NULL,
  subordinates boolean DEFAULT true, lang text DEFAULT NULL, tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL,
  domains text[] DEFAULT NULL, departments text[] DEFAULT NULL, indicators text[] DEFAULT NULL, phases text[] DEFAULT NULL,
  statuses text[] DEFAULT NULL, lights text[] DEFAULT NULL, most bigint DEFAULT NULL)
RETURNS TABLE (
  unit_id text, unit text, tier smallint, indicator_id text, indicator text, domain_id text, domain text,
  department_id text, department text, policy_id text, policy text, phase text, phase_name text,
  phase_position smallint, unit_of_measure text, decimals smallint, direction smallint, kind text,
  reporting_period text, baseline_value double precision, baseline_date date, target_value double precision,
  target_upper double precision, start_date date, due_date date, value double precision, value_date date,
  previous_value double precision, expected_value double precision, gap double precision,
  achieved double precision, pace double precision, growth_ratio double precision, ratio double precision,
  progress_method text, status text, light text, trend text, methods_disagree boolean, revised boolean,
  target_changed boolean, days_left integer, overdue_days integer, shortfall double precision, reached_on date,
  required_rate double precision, forecast_value double precision, forecast_low double precision,
  forecast_high double precision, forecast_probability double precision, reached_by date)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT
    t.unit_id, monitor.in_language(u.name_zh, u.name_en, lang), t.tier,
    t.indicator_id, monitor.in_language(i.name_zh, i.name_en, lang),
    i.domain_id, monitor.in_language(d.name_zh, d.name_en, lang),
    i.department_id, monitor.in_language(dep.name_zh, dep.name_en, lang),
    i.policy_id, monitor.in_language(p.title_zh, p.title_en, lang),
    t.phase, monitor.in_language(ph.name_zh, ph.name_en, lang), t.phase_position,
    i.unit_of_measure, i.decimals, i.direction, i.kind, i.reporting_period,
    t.baseline_value, t.baseline_date, t.target_value, t.target_upper, t.start_date, t.due_date,
    o.value, o.value_date, o.previous_value,
    g.expected_value, g.gap, g.achieved, g.pace, g.growth_ratio, g.ratio,
    CASE WHEN i.kind IN ('target', 'rank') THEN
      CASE WHEN coalesce(t.progress_method, i.progress_method) = 'growth' AND g.growth_ratio IS NOT NULL THEN 'growth' ELSE 'linear' END END,
    g.status, monitor.light(g.status),
    CASE WHEN o.change IS NULL THEN NULL
         WHEN abs(o.change) < 0.5 * power(10.0::double precision, -i.decimals) THEN 'flat'
         WHEN o.change > 0 THEN 'improving' ELSE 'worsening' END,
    g.methods_disagree, coalesce(o.revision > 1, false), t.revision > 1,
    CASE WHEN as_of <= t.due_date THEN t.due_date - as_of END,
    CASE WHEN g.status = 'missed' THEN coalesce(g.days_late, as_of - t.due_date) ELSE 0 END,
    g.shortfall,
    CASE WHEN g.status IN ('missed', 'breached') AND as_of > t.due_date THEN o.reached_late ELSE o.reached_first END,
    g.required_rate,
    f.value, f.low, f.high, f.probability, f.reached_by
  FROM monitor.chosen_target(as_of, known_at, units, subordinates, tiers, policies, domains, departments,
    target_status.indicators, phases, statuses, lights, most) t
  JOIN ledger.org_unit u ON u.unit_id = t.unit_id
  JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
  JOIN ledger.domain d ON d.domain_id = i.domain_id
  JOIN ledger.department dep ON dep.department_id = i.department_id
  JOIN ledger.phase ph ON ph.phase = t.phase
  LEFT JOIN ledger.policy p ON p.policy_id = i.policy_id
  CROSS JOIN LATERAL (
    -- What the observations since the baseline say. y is the value with its sign turned so that more is better,
    -- of a range the distance to it; w halves every four reporting periods; x is in years before the due date.
    SELECT
      max(q.value) FILTER (WHERE q.n = 1) AS value,
      max(q.period) FILTER (WHERE q.n = 1) AS value_date,
      max(q.revision) FILTER (WHERE q.n = 1) AS revision,
      max(q.value) FILTER (WHERE q.n = 2) AS previous_value,
      min(q.period) FILTER (WHERE q.reached) AS reached_first,
      min(q.period) FILTER (WHERE q.reached AND q.period > t.due_date) AS reached_late,
      (max(q.y) FILTER (WHERE q.n = 1) - coalesce(max(q.y) FILTER (WHERE q.n = 4), max(q.y) FILTER (WHERE q.n = 3), max(q.y) FILTER (WHERE q.n = 2)))
        / nullif(max(q.n) FILTER (WHERE q.n <= 4) - 1, 0) AS change,
      count(q.w) AS points, sum(q.w) AS sw, sum(q.w * q.x) AS swx, sum(q.w * q.value) AS swy, sum(q.w * q.x * q.x) AS swxx,
      sum(q.w * q.x * q.value) AS swxy, sum(q.w * q.value * q.value) AS swyy
    FROM (
      SELECT z.period, z.value, z.revision, z.n,
        CASE WHEN z.n <= 4 THEN CASE WHEN i.kind = 'range' THEN -greatest(t.target_value - z.value, z.value - t.target_upper, 0)
             ELSE i.direction * z.value END END AS y,
        monitor.reaches(z.value, t.target_value, t.target_upper, i.direction, i.kind) AS reached,
        CASE WHEN z.n <= 12 THEN (z.period - t.due_date) / 365.25::double precision END AS x,
        CASE WHEN z.n <= 12 THEN power(0.5::double precision, least(z.latest - z.period, 10000) / (4 * monitor.period_days(i.reporting_period))) END AS w
      FROM (
        SELECT h.period, h.value, h.revision, row_number() OVER down AS n, first_value(h.period) OVER down AS latest
        FROM (
          -- Of each period the highest revision that was known, from the key's end backwards.
          SELECT DISTINCT ON (k.period) k.period, k.value, k.revision
          FROM ledger.observation k
          WHERE k.unit_id = t.unit_id AND k.indicator_id = t.indicator_id
            AND k.period > t.baseline_date AND k.period <= as_of AND (known_at IS NULL OR k.recorded_at <= known_at)
          ORDER BY k.period DESC, k.revision DESC
        ) AS h
        WINDOW down AS (ORDER BY h.period DESC)
      ) AS z
      OFFSET 0
    ) AS q
  ) AS o
  CROSS JOIN LATERAL (
    -- Asked only after the due date.
    SELECT CASE WHEN as_of > t.due_date THEN (
      SELECT (array_agg(k.value ORDER BY k.revision DESC))[1] FROM ledger.observation k
      WHERE k.unit_id = t.unit_id AND k.indicator_id = t.indicator_id AND (known_at IS NULL OR k.recorded_at <= known_at)
        AND k.period = (SELECT max(l.period) FROM ledger.observation l
                        WHERE l.unit_id = t.unit_id AND l.indicator_id = t.indicator_id AND l.period > t.baseline_date AND l.period <= t.due_date
                          AND (known_at IS NULL OR l.recorded_at <= known_at))) END AS frozen_value
  ) AS held
  CROSS JOIN LATERAL monitor.progress(t.baseline_value, t.baseline_date, o.value, o.value_date, t.target_value,
    t.target_upper, t.start_date, t.due_date, i.direction, i.kind, coalesce(t.progress_method, i.progress_method),
    i.reporting_period, as_of, held.frozen_value, o.reached_late) g
  LEFT JOIN LATERAL monitor.forecast(o.points, o.sw, o.swx, o.swy, o.swxx, o.swxy, o.swyy, t.target_value,
    CASE i.kind WHEN 'floor' THEN 1 WHEN 'ceiling' THEN -1 ELSE i.direction END, i.natural_limit, t.due_date, as_of) f
    ON i.kind IN ('target', 'rank', 'floor', 'ceiling') AND as_of < t.due_date AND g.status NOT IN ('no_data', 'stale', 'not_started')
  WHERE (statuses IS NULL OR g.status = ANY (statuses)) AND (lights IS NULL OR monitor.light(g.status) = ANY (lights))
$$;
COMMENT ON FUNCTION monitor.target_status(date, timestamptz, text[], boolean, text, smallint[], text[], text[], text[], text[], text[], text[], text[], bigint) IS
'One row per indicator, unit and phase of the scope, as of a day; verdict by monitor.progress. tiers to lights: filters, null is none. most: the first so many by tier, unit, domain, indicator and phase, null is all (also where known_at is given together with statuses or lights).
Observations count with baseline_date < period <= as_of. Values in unit_of_measure; shares (achieved, pace, ratio, shortfall, forecast_probability) with 1 as the whole. value, value_date, previous_value: the latest two observations; null without. expected_value: null for floors, ceilings, ranges, yes/no.
trend: improving, flat or worsening over the last three changes, flat where the mean change per observation is less than half the last digit shown; null with fewer than two observations. revised: the latest observation replaced an earlier one. target_changed: so did the target.
days_left: calendar days to the due date, null after it. overdue_days: of a missed target, to the day it was reached or as_of; else 0. reached_on: first day at which the target was reached, of a missed one after the due date.
forecast_*: monitor.forecast, null after the due date and where there are too few data. progress_method: the one that gave the ratio.';

CREATE FUNCTION monitor.observation_series(as_of date, known_at timestamptz DEFAULT NULL, units text[] DEFAULT NULL,
  subordinates boolean DEFAULT true, indicators text[] DEFAULT NULL, lang text DEFAULT NULL)
RETURNS TABLE (
  unit_id text, unit text, indicator_id text, indicator text, unit_of_measure text, decimals smallint,
  direction smallint, period date, value double precision, numerator double precision, denominator double precision,
  sample_size integer, revision integer, recorded_at timestamptz, expected_value double precision,
  target_value double precision, phase text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT
    o.unit_id, monitor.in_language(u.name_zh, u.name_en, lang), o.indicator_id, monitor.in_language(i.name_zh, i.name_en, lang),
    i.unit_of_measure, i.decimals, i.direction, o.period, o.value, o.numerator, o.denominator, o.sample_size, o.revision,
    o.recorded_at,
    CASE WHEN i.kind IN ('target', 'rank') THEN t.baseline_value + (t.target_value - t.baseline_value)
      * (o.period - t.baseline_date)::double precision / nullif(t.due_date - t.baseline_date, 0) END,
    t.target_value, t.phase
  FROM monitor.units_in_scope(units, subordinates) s
  JOIN monitor.known_observation(known_at) o ON o.unit_id = s.unit_id
  JOIN ledger.org_unit u ON u.unit_id = o.unit_id
  JOIN ledger.indicator i ON i.indicator_id = o.indicator_id
  LEFT JOIN monitor.current_target(known_at) t ON t.unit_id = o.unit_id AND t.indicator_id = o.indicator_id
    AND o.period BETWEEN t.start_date AND t.due_date
    AND NOT EXISTS (
      -- Phases may overlap: the one that is due first holds.
      SELECT FROM monitor.current_target(known_at) sooner
      WHERE sooner.unit_id = t.unit_id AND sooner.indicator_id = t.indicator_id
        AND o.period BETWEEN sooner.start_date AND sooner.due_date
        AND (sooner.due_date, sooner.phase) < (t.due_date, t.phase))
  WHERE o.period <= as_of AND (indicators IS NULL OR o.indicator_id = ANY (indicators))
$$;
COMMENT ON FUNCTION monitor.observation_series(date, timestamptz, text[], boolean, text[], text) IS
'One row per unit, indicator and period up to as_of: the observation with the linear path and the target of the phase that holds on that day (of overlapping ones that which is due first); those are null where none holds. All values in unit_of_measure. indicators null: all.';
