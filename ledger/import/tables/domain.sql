-- Domains: renamed in place.
-- stage
CREATE TEMP TABLE staged_domain (
  domain_id text,
  name_zh text,
  name_en text,
  position smallint
) ON COMMIT DROP;
-- copy
COPY staged_domain (domain_id, name_zh, name_en, position) FROM STDIN;
-- drop unchanged
DELETE FROM staged_domain s USING ledger.domain l
WHERE l.domain_id = s.domain_id AND (l.name_zh, l.name_en, l.position) IS NOT DISTINCT FROM (s.name_zh, s.name_en, s.position);
-- store
INSERT INTO ledger.domain (domain_id, name_zh, name_en, position)
SELECT domain_id, name_zh, name_en, position FROM staged_domain
ON CONFLICT (domain_id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, position = excluded.position;
