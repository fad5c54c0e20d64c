-- Appetites: kept in place.
-- stage
CREATE TEMP TABLE staged_risk_appetite (
  category text,
  unit_id text,
  level smallint
) ON COMMIT DROP;
-- copy
COPY staged_risk_appetite (category, unit_id, level) FROM STDIN;
-- drop unchanged
DELETE FROM staged_risk_appetite s USING ledger.risk_appetite l
WHERE l.category = s.category AND l.unit_id = s.unit_id AND l.level IS NOT DISTINCT FROM s.level;
-- store
INSERT INTO ledger.risk_appetite (category, unit_id, level)
SELECT category, unit_id, level FROM staged_risk_appetite
ON CONFLICT (category, unit_id) DO UPDATE SET level = excluded.level;
