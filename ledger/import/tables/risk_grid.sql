-- Risk grids: never change their size (the checks refuse that).
-- stage
CREATE TEMP TABLE staged_risk_grid (
  grid_id text,
  name_zh text,
  name_en text,
  likelihood_levels smallint,
  impact_levels smallint
) ON COMMIT DROP;
-- copy
COPY staged_risk_grid (grid_id, name_zh, name_en, likelihood_levels, impact_levels) FROM STDIN;
-- drop unchanged
DELETE FROM staged_risk_grid s USING ledger.risk_grid l
WHERE l.grid_id = s.grid_id AND (l.name_zh, l.name_en, l.likelihood_levels, l.impact_levels) IS NOT DISTINCT FROM (s.name_zh, s.name_en, s.likelihood_levels, s.impact_levels);
-- store
INSERT INTO ledger.risk_grid (grid_id, name_zh, name_en, likelihood_levels, impact_levels)
SELECT grid_id, name_zh, name_en, likelihood_levels, impact_levels FROM staged_risk_grid
ON CONFLICT (grid_id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, likelihood_levels = excluded.likelihood_levels, impact_levels = excluded.impact_levels;
