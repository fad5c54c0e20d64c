-- Words on the axes of a grid: kept in place.
-- stage
CREATE TEMP TABLE staged_risk_grid_axis (
  grid_id text,
  axis text,
  level smallint,
  name_zh text,
  name_en text
) ON COMMIT DROP;
-- copy
COPY staged_risk_grid_axis (grid_id, axis, level, name_zh, name_en) FROM STDIN;
-- drop unchanged
DELETE FROM staged_risk_grid_axis s USING ledger.risk_grid_axis l
WHERE l.grid_id = s.grid_id AND l.axis = s.axis AND l.level = s.level AND (l.name_zh, l.name_en) IS NOT DISTINCT FROM (s.name_zh, s.name_en);
-- store
INSERT INTO ledger.risk_grid_axis (grid_id, axis, level, name_zh, name_en)
SELECT grid_id, axis, level, name_zh, name_en FROM staged_risk_grid_axis
ON CONFLICT (grid_id, axis, level) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en;
