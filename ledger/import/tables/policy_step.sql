-- Steps of a policy: renamed in place, never removed.
-- stage
CREATE TEMP TABLE staged_policy_step (
  policy_id text,
  step smallint,
  name_zh text,
  name_en text
) ON COMMIT DROP;
-- copy
COPY staged_policy_step (policy_id, step, name_zh, name_en) FROM STDIN;
-- drop unchanged
DELETE FROM staged_policy_step s USING ledger.policy_step l
WHERE l.policy_id = s.policy_id AND l.step = s.step AND (l.name_zh, l.name_en) IS NOT DISTINCT FROM (s.name_zh, s.name_en);
-- store
INSERT INTO ledger.policy_step (policy_id, step, name_zh, name_en)
SELECT policy_id, step, name_zh, name_en FROM staged_policy_step
ON CONFLICT (policy_id, step) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en;
