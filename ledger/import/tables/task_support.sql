-- Supporting departments: one that is new in a task's list, or no longer in it, becomes a new revision.
-- stage
CREATE TEMP TABLE staged_task_support (
  unit_id text,
  task_id text,
  department_id text,
  supports boolean
) ON COMMIT DROP;
-- copy
COPY staged_task_support (unit_id, task_id, department_id, supports) FROM STDIN;
-- drop unchanged
ANALYZE staged_task_support;
DELETE FROM staged_task_support s USING ledger.task_support l
WHERE l.unit_id = s.unit_id AND l.task_id = s.task_id AND l.department_id = s.department_id AND l.supports = s.supports
  AND l.revision = (SELECT max(r.revision) FROM ledger.task_support r
    WHERE r.unit_id = s.unit_id AND r.task_id = s.task_id AND r.department_id = s.department_id);
-- store
INSERT INTO ledger.task_support (unit_id, task_id, department_id, revision, supports, recorded_at, batch_id)
SELECT s.unit_id, s.task_id, s.department_id,
  1 + coalesce((SELECT max(l.revision) FROM ledger.task_support l
    WHERE l.unit_id = s.unit_id AND l.task_id = s.task_id AND l.department_id = s.department_id), 0),
  s.supports, b.recorded_at, b.batch_id
FROM staged_task_support s CROSS JOIN staged_batch b;
