-- Tasks: a changed one becomes a new revision.
-- stage
CREATE TEMP TABLE staged_task (
  unit_id text,
  task_id text,
  title_zh text,
  title_en text,
  policy_id text,
  step smallint,
  lead_department_id text,
  accountable_officer text,
  start_date date,
  due_date date,
  day_kind text,
  weight double precision
) ON COMMIT DROP;
-- copy
COPY staged_task (unit_id, task_id, title_zh, title_en, policy_id, step, lead_department_id, accountable_officer, start_date, due_date, day_kind, weight) FROM STDIN;
-- drop unchanged
ANALYZE staged_task;
DELETE FROM staged_task s USING ledger.task l
WHERE l.unit_id = s.unit_id AND l.task_id = s.task_id
  AND l.revision = (SELECT max(r.revision) FROM ledger.task r WHERE r.unit_id = s.unit_id AND r.task_id = s.task_id)
  AND (l.title_zh, l.title_en, l.policy_id, l.step, l.lead_department_id, l.accountable_officer, l.start_date, l.due_date, l.day_kind, l.weight)
    IS NOT DISTINCT FROM (s.title_zh, s.title_en, s.policy_id, s.step, s.lead_department_id, s.accountable_officer, s.start_date, s.due_date, s.day_kind, s.weight);
-- store
INSERT INTO ledger.task (unit_id, task_id, revision, title_zh, title_en, policy_id, step, lead_department_id, accountable_officer, start_date, due_date, day_kind, weight, recorded_at, batch_id)
SELECT s.unit_id, s.task_id,
  1 + coalesce((SELECT max(l.revision) FROM ledger.task l WHERE l.unit_id = s.unit_id AND l.task_id = s.task_id), 0),
  s.title_zh, s.title_en, s.policy_id, s.step, s.lead_department_id, s.accountable_officer, s.start_date, s.due_date, s.day_kind, s.weight, b.recorded_at, b.batch_id
FROM staged_task s CROSS JOIN staged_batch b;
