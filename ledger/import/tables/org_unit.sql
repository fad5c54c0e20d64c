-- Units: renamed and ended in place, never moved (the checks refuse that).
-- stage
CREATE TEMP TABLE staged_org_unit (
  unit_id text,
  parent_unit_id text,
  tier smallint,
  name_zh text,
  name_en text,
  valid_from date,
  valid_to date
) ON COMMIT DROP;
-- copy
COPY staged_org_unit (unit_id, parent_unit_id, tier, name_zh, name_en, valid_from, valid_to) FROM STDIN;
-- drop unchanged
DELETE FROM staged_org_unit s USING ledger.org_unit l
WHERE l.unit_id = s.unit_id AND (l.parent_unit_id, l.tier, l.name_zh, l.name_en, l.valid_from, l.valid_to) IS NOT DISTINCT FROM (s.parent_unit_id, s.tier, s.name_zh, s.name_en, s.valid_from, s.valid_to);
-- store
INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en, valid_from, valid_to)
SELECT unit_id, parent_unit_id, tier, name_zh, name_en, valid_from, valid_to FROM staged_org_unit
ON CONFLICT (unit_id) DO UPDATE SET parent_unit_id = excluded.parent_unit_id, tier = excluded.tier, name_zh = excluded.name_zh, name_en = excluded.name_en, valid_from = excluded.valid_from, valid_to = excluded.valid_to;
