-- Where an indicator will stand at its due date, if it goes on as lately.

CREATE FUNCTION monitor.within_limit(value double precision, natural_limit double precision, direction integer)
RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN natural_limit IS NULL THEN value
              WHEN direction > 0 THEN least(value, natural_limit) ELSE greatest(value, natural_limit) END
$$;
COMMENT ON FUNCTION monitor.within_limit(double precision, double precision, integer) IS 'The value, no better than the natural limit (null: none).';

CREATE FUNCTION monitor.forecast(points bigint, sw double precision, swx double precision, swy double precision,
  swxx double precision, swxy double precision, swyy double precision, target_value double precision,
  direction integer, natural_limit double precision, due_date date, as_of date)
RETURNS TABLE (value double precision, low double precision, high double precision, probability double precision, reached_by date)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 1 AS $$
  SELECT
    monitor.within_limit(e.value, natural_limit, direction),
    monitor.within_limit(e.value - e.half, natural_limit, direction),
    monitor.within_limit(e.value + e.half, natural_limit, direction),
    CASE WHEN e.error > 0 THEN monitor.student_t_at(e.theta, e.degrees)
         WHEN direction * (e.value - target_value) >= 0 THEN 1 ELSE 0 END,
    CASE WHEN direction * e.slope > 0 AND abs(e.meets) < 100 AND due_date + round(e.meets * 365.25)::integer > as_of
         THEN due_date + round(e.meets * 365.25)::integer END
  FROM (
    SELECT line.slope, line.value, (target_value - line.value) / nullif(line.slope, 0) AS meets, spread.error,
           monitor.student_t_95(points::integer - 2) * spread.error AS half, points::integer - 2 AS degrees,
           atan(direction * (line.value - target_value) / nullif(spread.error, 0) / sqrt(points - 2)) AS theta
    FROM (
      SELECT m.slope, m.y - m.slope * m.x AS value, m.x, m.sxx,
             CASE WHEN m.rest > 1e-12 * swyy THEN m.rest ELSE 0 END AS rest
      FROM (
        SELECT swx / sw AS x, swy / sw AS y, swxx - swx * swx / sw AS sxx,
               (swxy - swx * swy / sw) / nullif(swxx - swx * swx / sw, 0) AS slope,
               swyy - swy * swy / sw - (swxy - swx * swy / sw) ^ 2 / nullif(swxx - swx * swx / sw, 0) AS rest
        WHERE points BETWEEN 4 AND 14 AND sw > 0
        OFFSET 0
      ) AS m
      WHERE m.slope IS NOT NULL
      OFFSET 0
    ) AS line
    CROSS JOIN LATERAL (
      SELECT sqrt(line.rest / (points - 2) * (1 + 1 / sw + line.x ^ 2 / line.sxx)) AS error OFFSET 0
    ) AS spread
    OFFSET 0
  ) AS e
$$;

COMMENT ON FUNCTION monitor.forecast(bigint, double precision, double precision, double precision, double precision, double precision, double precision, double precision, integer, double precision, date, date) IS
'Weighted least squares over the latest observations (4 to 12 of them, else no row), from their weighted sums: w halves every four reporting periods, x is years before the due date (0 is the due date), y the value.
value: the line at the due date, low and high: its 90 percent prediction interval by Student''s t with points - 2 degrees of freedom, all in the indicator''s unit and no better than the natural limit. probability: that the target is met at the due date, 0 to 1, by the same t. reached_by: day after as_of on which the line meets the target; null if it leads away or needs more than 100 years. Source: any text on weighted linear regression, e.g. Draper and Smith, Applied Regression Analysis.';
