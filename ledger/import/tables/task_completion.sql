-- Completions: events, stored once (the checks refuse a changed one).
-- stage
CREATE TEMP TABLE staged_task_completion (
  unit_id text,
  task_id text,
  completed_on date,
  evidence_url text
) ON COMMIT DROP;
-- copy
COPY staged_task_completion (unit_id, task_id, completed_on, evidence_url) FROM STDIN;
-- drop unchanged
ANALYZE staged_task_completion;
DELETE FROM staged_task_completion s USING ledger.task_completion l
WHERE l.unit_id = s.unit_id AND l.task_id = s.task_id;
-- store
INSERT INTO ledger.task_completion (unit_id, task_id, completed_on, evidence_url, recorded_at, batch_id)
SELECT s.unit_id, s.task_id, s.completed_on, s.evidence_url, b.recorded_at, b.batch_id
FROM staged_task_completion s CROSS JOIN staged_batch b;
