-- Who leads and supports a policy: the workbook's list replaces the recorded one of the policies that it names.
-- stage
CREATE TEMP TABLE staged_policy_department (
  policy_id text,
  department_id text,
  role text
) ON COMMIT DROP;
-- copy
COPY staged_policy_department (policy_id, department_id, role) FROM STDIN;
-- drop unchanged
DELETE FROM staged_policy_department s
WHERE NOT EXISTS (
  SELECT FROM (SELECT policy_id, department_id, role FROM staged_policy_department WHERE policy_id = s.policy_id) n
  FULL JOIN (SELECT policy_id, department_id, role FROM ledger.policy_department WHERE policy_id = s.policy_id) l
    USING (policy_id, department_id, role)
  WHERE n.policy_id IS NULL OR l.policy_id IS NULL
);
-- store
DELETE FROM ledger.policy_department WHERE policy_id IN (SELECT policy_id FROM staged_policy_department);
INSERT INTO ledger.policy_department (policy_id, department_id, role)
SELECT policy_id, department_id, role FROM staged_policy_department;
