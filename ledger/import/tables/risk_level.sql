-- Levels of a grid: kept in place.
-- stage
CREATE TEMP TABLE staged_risk_level (
  grid_id text,
  level smallint,
  name_zh text,
  name_en text,
  light text,
  allowed_days smallint
) ON COMMIT DROP;
-- copy
COPY staged_risk_level (grid_id, level, name_zh, name_en, light, allowed_days) FROM STDIN;
-- drop unchanged
DELETE FROM staged_risk_level s USING ledger.risk_level l
WHERE l.grid_id = s.grid_id AND l.level = s.level AND (l.name_zh, l.name_en, l.light, l.allowed_days) IS NOT DISTINCT FROM (s.name_zh, s.name_en, s.light, s.allowed_days);
-- store
INSERT INTO ledger.risk_level (grid_id, level, name_zh, name_en, light, allowed_days)
SELECT grid_id, level, name_zh, name_en, light, allowed_days FROM staged_risk_level
ON CONFLICT (grid_id, level) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, light = excluded.light, allowed_days = excluded.allowed_days;
