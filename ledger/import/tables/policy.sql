-- Policies: kept in place.
-- stage
CREATE TEMP TABLE staged_policy (
  policy_id text,
  title_zh text,
  title_en text,
  unit_id text,
  domain_id text,
  issued_on date,
  effective_on date,
  ends_on date
) ON COMMIT DROP;
-- copy
COPY staged_policy (policy_id, title_zh, title_en, unit_id, domain_id, issued_on, effective_on, ends_on) FROM STDIN;
-- drop unchanged
DELETE FROM staged_policy s USING ledger.policy l
WHERE l.policy_id = s.policy_id AND (l.title_zh, l.title_en, l.unit_id, l.domain_id, l.issued_on, l.effective_on, l.ends_on) IS NOT DISTINCT FROM (s.title_zh, s.title_en, s.unit_id, s.domain_id, s.issued_on, s.effective_on, s.ends_on);
-- store
INSERT INTO ledger.policy (policy_id, title_zh, title_en, unit_id, domain_id, issued_on, effective_on, ends_on)
SELECT policy_id, title_zh, title_en, unit_id, domain_id, issued_on, effective_on, ends_on FROM staged_policy
ON CONFLICT (policy_id) DO UPDATE SET title_zh = excluded.title_zh, title_en = excluded.title_en, unit_id = excluded.unit_id, domain_id = excluded.domain_id, issued_on = excluded.issued_on, effective_on = excluded.effective_on, ends_on = excluded.ends_on;
