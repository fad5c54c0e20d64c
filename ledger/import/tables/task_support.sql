-- Supporting departments: they are added, never taken off.
-- stage
CREATE TEMP TABLE staged_task_support (
  unit_id text,
  task_id text,
  department_id text
) ON COMMIT DROP;
-- copy
COPY staged_task_support (unit_id, task_id, department_id) FROM STDIN;
-- drop unchanged
ANALYZE staged_task_support;
DELETE FROM staged_task_support s USING ledger.task_support l
WHERE l.unit_id = s.unit_id AND l.task_id = s.task_id AND l.department_id = s.department_id;
-- store
INSERT INTO ledger.task_support (unit_id, task_id, department_id, recorded_at, batch_id)
SELECT s.unit_id, s.task_id, s.department_id, b.recorded_at, b.batch_id
FROM staged_task_support s CROSS JOIN staged_batch b;
