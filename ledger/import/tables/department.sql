-- Departments: renamed in place.
-- stage
CREATE TEMP TABLE staged_department (
  department_id text,
  name_zh text,
  name_en text
) ON COMMIT DROP;
-- copy
COPY staged_department (department_id, name_zh, name_en) FROM STDIN;
-- drop unchanged
DELETE FROM staged_department s USING ledger.department l
WHERE l.department_id = s.department_id AND (l.name_zh, l.name_en) IS NOT DISTINCT FROM (s.name_zh, s.name_en);
-- store
INSERT INTO ledger.department (department_id, name_zh, name_en)
SELECT department_id, name_zh, name_en FROM staged_department
ON CONFLICT (department_id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en;
