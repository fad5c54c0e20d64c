-- Observations: a changed value becomes a new revision. Where the workbook does not say when it was reported, it was
-- reported at the moment of recording, and that alone changes nothing.
-- stage
CREATE TEMP TABLE staged_observation (
  unit_id text,
  indicator_id text,
  period date,
  value double precision,
  numerator double precision,
  denominator double precision,
  sample_size integer,
  reported_by text,
  reported_at timestamp
) ON COMMIT DROP;
-- copy
COPY staged_observation (unit_id, indicator_id, period, value, numerator, denominator, sample_size, reported_by, reported_at) FROM STDIN;
-- drop unchanged
ANALYZE staged_observation;
DELETE FROM staged_observation s USING ledger.observation l, staged_batch b
WHERE l.unit_id = s.unit_id AND l.indicator_id = s.indicator_id AND l.period = s.period
  AND l.revision = (SELECT max(r.revision) FROM ledger.observation r WHERE r.unit_id = s.unit_id AND r.indicator_id = s.indicator_id AND r.period = s.period)
  AND (l.value, l.numerator, l.denominator, l.sample_size, l.reported_by)
    IS NOT DISTINCT FROM (s.value, s.numerator, s.denominator, s.sample_size, s.reported_by)
  AND (s.reported_at IS NULL OR l.reported_at = s.reported_at AT TIME ZONE b.time_zone);
-- store
INSERT INTO ledger.observation (unit_id, indicator_id, period, revision, value, numerator, denominator, sample_size, reported_by, reported_at, recorded_at, batch_id)
SELECT s.unit_id, s.indicator_id, s.period,
  1 + coalesce((SELECT max(l.revision) FROM ledger.observation l WHERE l.unit_id = s.unit_id AND l.indicator_id = s.indicator_id AND l.period = s.period), 0),
  s.value, s.numerator, s.denominator, s.sample_size, s.reported_by, coalesce(s.reported_at AT TIME ZONE b.time_zone, b.recorded_at), b.recorded_at, b.batch_id
FROM staged_observation s CROSS JOIN staged_batch b;
