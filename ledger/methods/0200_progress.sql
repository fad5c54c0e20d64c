-- Progress towards a phase target (docs/methods.md, Progress).
-- Growth: Statistics Canada's and Open SDG's published method (sdg-data-canada-odd-donnees, Open SDG "progress status").
-- b, c, T: baseline, current and target value; d: direction, 1 more is better, -1 less is better; time in years.

CREATE FUNCTION monitor.growth_observed(b double precision, c double precision, years double precision)
RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN b = 0 OR years <= 0 OR sign(c) * sign(b) < 0 THEN NULL
    WHEN c = 0 THEN -1
    -- Beyond e^±700 the power is no number any more.
    WHEN abs((ln(abs(c)) - ln(abs(b))) / years) > 700 THEN NULL
    ELSE power(c / b, 1 / years) - 1 END
$$;
COMMENT ON FUNCTION monitor.growth_observed(double precision, double precision, double precision) IS 'Compound annual growth (c/b)^(1/years) - 1, as a share per year. Null where b is 0, b and c have different signs, years is not positive, or an argument is null. Source: Statistics Canada, Open SDG.';

CREATE FUNCTION monitor.growth_required(b double precision, target double precision, years double precision)
RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN target <> 0 THEN monitor.growth_observed(b, target, years) END
$$;
COMMENT ON FUNCTION monitor.growth_required(double precision, double precision, double precision) IS 'Compound annual growth that leads from b to the target in so many years. Null as growth_observed, and where the target is 0: the published method puts 0.001 there, we refuse.';

CREATE FUNCTION monitor.growth_ratio(b double precision, growth_observed double precision, growth_required double precision, direction integer)
RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT sign(b) * direction * growth_observed / nullif(abs(growth_required), 0)
$$;
COMMENT ON FUNCTION monitor.growth_ratio(double precision, double precision, double precision, integer) IS 'R = sign(b)·d·observed/|required|: 1 is as fast as required, below 0 is the wrong way. Null where nothing is required or an argument is null. Source: Statistics Canada, Open SDG.';

CREATE FUNCTION monitor.growth_score(ratio double precision) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN ratio >= 0.6 THEN least(7.1429 * ratio - 4.2857, 5)
              WHEN ratio < 0.6 THEN greatest(4.1667 * ratio - 2.5, -5) END
$$;
COMMENT ON FUNCTION monitor.growth_score(double precision) IS 'Published score of a growth ratio, -5 to 5; an achieved target scores 5 whatever its ratio. Null for null. Source: Statistics Canada, Open SDG.';

CREATE FUNCTION monitor.natural_limit_factor(natural_limit double precision, b double precision)
RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN natural_limit IS NULL OR natural_limit = 0 OR abs(b) >= 2 * abs(natural_limit) THEN 1
    -- A base below 1e-30 of the limit changes nothing and would only underflow.
    WHEN abs(b) <= abs(natural_limit) THEN 1 - power(greatest(abs(b) / abs(natural_limit), 1e-30), 4.44)
    ELSE 1 - power(greatest((2 * abs(natural_limit) - abs(b)) / abs(natural_limit), 1e-30), 4.44) END
$$;
COMMENT ON FUNCTION monitor.natural_limit_factor(double precision, double precision) IS 'Factor C (0 to 1) by which the thresholds of progress without a target shrink near a natural limit, such as 100 percent. 1 where there is no limit. Source: Statistics Canada, Open SDG.';

CREATE FUNCTION monitor.growth_score_without_target(g double precision, natural_limit double precision, b double precision, direction integer)
RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN v < 0 THEN greatest(125 * v - 2.5, -5)
    WHEN v >= 0 AND factor = 0 THEN 5
    WHEN v >= 0.015 * factor THEN least(500 * v / factor - 5, 5)
    WHEN v >= 0.005 * factor THEN 250 * v / factor - 1.25
    WHEN v >= 0 THEN 500 * v / factor - 2.5 END
  FROM (SELECT sign(b) * direction * g AS v, monitor.natural_limit_factor(natural_limit, b) AS factor) AS measured
$$;
COMMENT ON FUNCTION monitor.growth_score_without_target(double precision, double precision, double precision, integer) IS 'Published score (-5 to 5) of an indicator without a target: g from growth_observed, against 1.5 and 0.5 percent a year, less near a natural limit (null: none). Null where g or b is null. Source: Statistics Canada, Open SDG.';

CREATE FUNCTION monitor.growth_class_without_target(g double precision, natural_limit double precision, b double precision, direction integer)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN v < 0 THEN 'deteriorating'
              WHEN v >= 0.015 * factor THEN 'on_track'
              WHEN v >= 0.005 * factor THEN 'at_risk'
              WHEN v >= 0 THEN 'off_track' END
  FROM (SELECT sign(b) * direction * g AS v, monitor.natural_limit_factor(natural_limit, b) AS factor) AS measured
$$;
COMMENT ON FUNCTION monitor.growth_class_without_target(double precision, double precision, double precision, integer) IS 'Class of an indicator without a target, in our status words: published substantial, moderate and limited progress are on_track, at_risk and off_track. Arguments and nulls as growth_score_without_target.';

CREATE FUNCTION monitor.ratio_class(ratio double precision) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN ratio >= 0.95 THEN 'on_track' WHEN ratio >= 0.6 THEN 'at_risk'
              WHEN ratio >= 0 THEN 'off_track' WHEN ratio < 0 THEN 'deteriorating' END
$$;
COMMENT ON FUNCTION monitor.ratio_class(double precision) IS 'Status word of a pace or growth ratio: on_track from 0.95, at_risk from 0.60, off_track from 0, deteriorating below. Null for null.';

CREATE FUNCTION monitor.reaches(value double precision, target_value double precision, target_upper double precision, direction integer, kind text)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE kind WHEN 'floor' THEN value >= target_value
                   WHEN 'ceiling' THEN value <= target_value
                   WHEN 'range' THEN value >= target_value AND (target_upper IS NULL OR value <= target_upper)
                   ELSE direction * (value - target_value) >= 0 END
$$;
COMMENT ON FUNCTION monitor.reaches(double precision, double precision, double precision, integer, text) IS 'Whether a value fulfils a target of that kind; both ends of a range count as inside. Null where the value is null.';

CREATE FUNCTION monitor.expected_value(baseline_value double precision, baseline_date date, target_value double precision, due_date date, day date)
RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT baseline_value + (target_value - baseline_value)
    * least(greatest((day - baseline_date)::double precision / nullif(due_date - baseline_date, 0), 0), 1)
$$;
COMMENT ON FUNCTION monitor.expected_value(double precision, date, double precision, date, date) IS 'The straight line from the baseline to the target on that day, level before the baseline date and after the due date. Null without a baseline.';

CREATE FUNCTION monitor.progress(
  baseline_value double precision, baseline_date date, value double precision, value_date date,
  target_value double precision, target_upper double precision, start_date date, due_date date,
  direction integer, kind text, method text, reporting_period text, as_of date,
  frozen_value double precision DEFAULT NULL, reached_on date DEFAULT NULL)
RETURNS TABLE (
  expected_value double precision, achieved double precision, pace double precision, gap double precision,
  required_rate double precision, growth_ratio double precision, growth_score double precision, ratio double precision,
  status text, pace_status text, growth_status text, methods_disagree boolean, shortfall double precision,
  days_late integer, refusal text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 1 AS $$
  SELECT
    r.expected, r.achieved, r.pace, direction * (r.c - r.expected),
    CASE WHEN r.paced AND NOT r.past THEN (target_value - r.c) / nullif((due_date - r.t1) / 365.25, 0) END,
    r.growth,
    CASE WHEN r.paced AND r.reached THEN 5 ELSE monitor.growth_score(r.growth) END,
    r.ratio,
    v.status,
    monitor.ratio_class(r.pace), monitor.ratio_class(r.growth),
    v.status IN ('on_track', 'at_risk', 'off_track', 'deteriorating')
      AND coalesce(monitor.ratio_class(r.pace) <> monitor.ratio_class(r.growth), false),
    CASE WHEN v.status = 'missed' THEN (target_value - r.c) / nullif(target_value - baseline_value, 0) END,
    CASE WHEN v.status = 'missed' AND reached_on > due_date AND reached_on <= as_of THEN reached_on - due_date END,
    r.refusal
  FROM (
    SELECT p.*,
      CASE WHEN method = 'growth' AND p.growth IS NOT NULL THEN p.growth ELSE p.pace END AS ratio
    FROM (
      SELECT q.*,
        q.achieved / nullif(q.elapsed, 0) AS pace,
        CASE WHEN q.paced AND kind <> 'rank' THEN monitor.growth_ratio(baseline_value, q.observed, q.required, direction) END AS growth,
        CASE WHEN NOT q.paced THEN NULL
             WHEN baseline_value IS NULL THEN 'no_baseline'
             WHEN kind = 'rank' THEN 'rank'
             WHEN baseline_value = 0 THEN 'zero_base'
             WHEN target_value = 0 THEN 'zero_target'
             WHEN target_value = baseline_value THEN 'maintain'
             WHEN sign(baseline_value) <> sign(target_value) OR sign(baseline_value) * sign(q.c) < 0 THEN 'different_sign'
        END AS refusal
      FROM (
        SELECT s.past, s.c, s.t1, s.paced,
          monitor.reaches(s.c, target_value, target_upper, direction, kind) AS reached,
          CASE WHEN s.paced THEN (s.c - baseline_value) / nullif(target_value - baseline_value, 0) END AS achieved,
          CASE WHEN s.paced THEN (s.t1 - baseline_date)::double precision / nullif(due_date - baseline_date, 0) END AS elapsed,
          CASE WHEN s.paced THEN monitor.expected_value(baseline_value, baseline_date, target_value, due_date, coalesce(s.t1, as_of)) END AS expected,
          monitor.growth_observed(baseline_value, s.c, s.years) AS observed,
          monitor.growth_required(baseline_value, target_value, s.years_in_all) AS required
        FROM (
          SELECT m.*, (m.t1 - baseline_date)::double precision / 365.25 AS years,
                 (due_date - baseline_date)::double precision / 365.25 AS years_in_all
          FROM (
            -- After the due date the value at the due date counts, for good.
            SELECT as_of > due_date AS past,
              CASE WHEN as_of > due_date THEN coalesce(frozen_value, CASE WHEN value_date <= due_date THEN value END)
                   WHEN value_date > baseline_date THEN value END AS c,
              CASE WHEN as_of > due_date THEN due_date
                   WHEN value_date > baseline_date THEN value_date END AS t1,
              kind IN ('target', 'rank') AS paced
            -- Each OFFSET 0 keeps the planner from writing a layer's formulas out within the next one's.
            OFFSET 0
          ) AS m
          OFFSET 0
        ) AS s
        OFFSET 0
      ) AS q
      OFFSET 0
    ) AS p
    OFFSET 0
  ) AS r
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN value IS NULL OR value_date <= baseline_date OR value_date > as_of THEN 'no_data'
      WHEN as_of < start_date THEN 'not_started'
      WHEN NOT r.paced THEN
        CASE WHEN NOT r.past AND as_of - value_date > 1.5 * monitor.period_days(reporting_period) THEN 'stale'
             WHEN r.reached THEN 'met' ELSE 'breached' END
      WHEN r.reached THEN 'achieved'
      WHEN target_value = baseline_value THEN
        CASE WHEN NOT r.past AND as_of - value_date > 1.5 * monitor.period_days(reporting_period) THEN 'stale' ELSE 'breached' END
      WHEN r.past THEN 'missed'
      WHEN as_of - value_date > 1.5 * monitor.period_days(reporting_period) THEN 'stale'
      ELSE coalesce(monitor.ratio_class(r.ratio), 'no_data') END AS status
  ) AS v
$$;
COMMENT ON FUNCTION monitor.progress(double precision, date, double precision, date, double precision, double precision, date, date, integer, text, text, text, date, double precision, date) IS
'The verdict on one phase target as of a day: always one row; see docs/methods.md for the table of statuses.
value, value_date: latest observation with period <= as_of. frozen_value: the latest with period <= due_date (where null, value serves if it is no later than due_date). reached_on: first day after due_date on which a missed target was reached.
expected_value, gap, required_rate (per year): in the indicator''s unit; expected_value is of the value''s day, of the due date once that has passed, of as_of where there is no value. achieved, pace, growth_ratio, ratio: shares, 1 is as planned; null for floors, ceilings, ranges and yes/no and without a baseline. growth_score -5 to 5. shortfall: share of the way that was missing at the due date. days_late: calendar days.
refusal: why no growth ratio exists (no_baseline, rank, zero_base, zero_target, maintain, different_sign); the ratio is then the pace. Sources: linear pace; Statistics Canada, Open SDG for growth.';

CREATE FUNCTION monitor.student_t_at(theta double precision, degrees integer) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN degrees NOT BETWEEN 1 AND 12 THEN NULL
    WHEN degrees % 2 = 0 THEN 0.5 + sin(theta) / 2 * (1
      + CASE WHEN degrees > 2 THEN cos(theta) ^ 2 / 2 ELSE 0 END + CASE WHEN degrees > 4 THEN cos(theta) ^ 4 * 3 / 8 ELSE 0 END
      + CASE WHEN degrees > 6 THEN cos(theta) ^ 6 * 5 / 16 ELSE 0 END + CASE WHEN degrees > 8 THEN cos(theta) ^ 8 * 35 / 128 ELSE 0 END
      + CASE WHEN degrees > 10 THEN cos(theta) ^ 10 * 63 / 256 ELSE 0 END)
    ELSE 0.5 + (theta + CASE WHEN degrees > 1 THEN sin(theta) * cos(theta) * (1
      + CASE WHEN degrees > 3 THEN cos(theta) ^ 2 * 2 / 3 ELSE 0 END + CASE WHEN degrees > 5 THEN cos(theta) ^ 4 * 8 / 15 ELSE 0 END
      + CASE WHEN degrees > 7 THEN cos(theta) ^ 6 * 16 / 35 ELSE 0 END + CASE WHEN degrees > 9 THEN cos(theta) ^ 8 * 128 / 315 ELSE 0 END) ELSE 0 END) / pi() END
$$;
COMMENT ON FUNCTION monitor.student_t_at(double precision, integer) IS 'P(T <= t) for Student''s t with 1 to 12 degrees of freedom at the angle theta = atan(t/√degrees), by its finite series; null beyond. One expression, so that it costs no call. Source: Abramowitz and Stegun, 26.7.3 and 26.7.4.';

CREATE FUNCTION monitor.student_t_cdf(t double precision, degrees integer) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT monitor.student_t_at(atan(t / sqrt(degrees)), degrees)
$$;
COMMENT ON FUNCTION monitor.student_t_cdf(double precision, integer) IS 'P(T <= t) for Student''s t with 1 to 12 degrees of freedom, by its finite series; null beyond. Source: Abramowitz and Stegun, 26.7.3 and 26.7.4.';

CREATE FUNCTION monitor.student_t_95(degrees integer) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (ARRAY[6.313752, 2.919986, 2.353363, 2.131847, 2.015048, 1.943180, 1.894579, 1.859548, 1.833113, 1.812461, 1.795885, 1.782288])[degrees]
$$;
COMMENT ON FUNCTION monitor.student_t_95(integer) IS '95 percent quantile of Student''s t with 1 to 12 degrees of freedom: both tails leave 90 percent between. Null beyond. Source: any table of t.';
