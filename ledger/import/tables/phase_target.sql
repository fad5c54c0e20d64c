-- Targets: a changed one becomes a new revision. The reason alone changes nothing.
-- stage
CREATE TEMP TABLE staged_phase_target (
  unit_id text,
  indicator_id text,
  phase text,
  baseline_value double precision,
  baseline_date date,
  target_value double precision,
  target_upper double precision,
  start_date date,
  due_date date,
  progress_method text,
  reason text
) ON COMMIT DROP;
-- copy
COPY staged_phase_target (unit_id, indicator_id, phase, baseline_value, baseline_date, target_value, target_upper, start_date, due_date, progress_method, reason) FROM STDIN;
-- drop unchanged
ANALYZE staged_phase_target;
DELETE FROM staged_phase_target s USING ledger.phase_target l
WHERE l.unit_id = s.unit_id AND l.indicator_id = s.indicator_id AND l.phase = s.phase
  AND l.revision = (SELECT max(r.revision) FROM ledger.phase_target r WHERE r.unit_id = s.unit_id AND r.indicator_id = s.indicator_id AND r.phase = s.phase)
  AND (l.baseline_value, l.baseline_date, l.target_value, l.target_upper, l.start_date, l.due_date, l.progress_method)
    IS NOT DISTINCT FROM (s.baseline_value, s.baseline_date, s.target_value, s.target_upper, s.start_date, s.due_date, s.progress_method);
-- store
INSERT INTO ledger.phase_target (unit_id, indicator_id, phase, revision, baseline_value, baseline_date, target_value, target_upper, start_date, due_date, progress_method, reason, recorded_at, batch_id)
SELECT s.unit_id, s.indicator_id, s.phase,
  1 + coalesce((SELECT max(l.revision) FROM ledger.phase_target l WHERE l.unit_id = s.unit_id AND l.indicator_id = s.indicator_id AND l.phase = s.phase), 0),
  s.baseline_value, s.baseline_date, s.target_value, s.target_upper, s.start_date, s.due_date, s.progress_method, s.reason, b.recorded_at, b.batch_id
FROM staged_phase_target s CROSS JOIN staged_batch b;
