-- Risks: a changed one becomes a new revision.
-- stage
CREATE TEMP TABLE staged_risk (
  unit_id text,
  risk_id text,
  title_zh text,
  title_en text,
  category text,
  policy_id text,
  department_id text,
  owner text,
  opened_on date
) ON COMMIT DROP;
-- copy
COPY staged_risk (unit_id, risk_id, title_zh, title_en, category, policy_id, department_id, owner, opened_on) FROM STDIN;
-- drop unchanged
DELETE FROM staged_risk s USING ledger.risk l
WHERE l.unit_id = s.unit_id AND l.risk_id = s.risk_id
  AND l.revision = (SELECT max(r.revision) FROM ledger.risk r WHERE r.unit_id = s.unit_id AND r.risk_id = s.risk_id)
  AND (l.title_zh, l.title_en, l.category, l.policy_id, l.department_id, l.owner, l.opened_on)
    IS NOT DISTINCT FROM (s.title_zh, s.title_en, s.category, s.policy_id, s.department_id, s.owner, s.opened_on);
-- store
INSERT INTO ledger.risk (unit_id, risk_id, revision, title_zh, title_en, category, policy_id, department_id, owner, opened_on, recorded_at, batch_id)
SELECT s.unit_id, s.risk_id,
  1 + coalesce((SELECT max(l.revision) FROM ledger.risk l WHERE l.unit_id = s.unit_id AND l.risk_id = s.risk_id), 0),
  s.title_zh, s.title_en, s.category, s.policy_id, s.department_id, s.owner, s.opened_on, b.recorded_at, b.batch_id
FROM staged_risk s CROSS JOIN staged_batch b;
