-- Extensions: events, stored once (the checks refuse a changed one).
-- stage
CREATE TEMP TABLE staged_task_extension (
  unit_id text,
  task_id text,
  extended_on date,
  new_due_date date,
  reason text,
  approved_by text
) ON COMMIT DROP;
-- copy
COPY staged_task_extension (unit_id, task_id, extended_on, new_due_date, reason, approved_by) FROM STDIN;
-- drop unchanged
DELETE FROM staged_task_extension s USING ledger.task_extension l
WHERE l.unit_id = s.unit_id AND l.task_id = s.task_id AND l.extended_on = s.extended_on;
-- store
INSERT INTO ledger.task_extension (unit_id, task_id, extended_on, new_due_date, reason, approved_by, recorded_at, batch_id)
SELECT s.unit_id, s.task_id, s.extended_on, s.new_due_date, s.reason, s.approved_by, b.recorded_at, b.batch_id
FROM staged_task_extension s CROSS JOIN staged_batch b;
