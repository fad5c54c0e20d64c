-- Levels of the cells of a grid: kept in place.
-- stage
CREATE TEMP TABLE staged_risk_grid_cell (
  grid_id text,
  likelihood smallint,
  impact smallint,
  level smallint
) ON COMMIT DROP;
-- copy
COPY staged_risk_grid_cell (grid_id, likelihood, impact, level) FROM STDIN;
-- drop unchanged
DELETE FROM staged_risk_grid_cell s USING ledger.risk_grid_cell l
WHERE l.grid_id = s.grid_id AND l.likelihood = s.likelihood AND l.impact = s.impact AND l.level IS NOT DISTINCT FROM s.level;
-- store
INSERT INTO ledger.risk_grid_cell (grid_id, likelihood, impact, level)
SELECT grid_id, likelihood, impact, level FROM staged_risk_grid_cell
ON CONFLICT (grid_id, likelihood, impact) DO UPDATE SET level = excluded.level;
