-- Every cell of the grid in use with its open risks; then, without a level, scores off the grid and risks not scored.
SELECT coalesce(cell.likelihood, held.likelihood) AS likelihood, coalesce(cell.impact, held.impact) AS impact,
       cell.level, cell.level_name, coalesce(cell.light, 'grey') AS light, coalesce(held.count, 0) AS count,
       coalesce(held.above_appetite, 0) AS above_appetite, coalesce(held.review_overdue, 0) AS review_overdue,
       held.worst_risk_id, held.worst_risk
FROM (
  SELECT c.likelihood, c.impact, c.level, monitor.in_language(l.name_zh, l.name_en, @lang::text) AS level_name, l.light
  FROM ledger.risk_grid_cell c
  JOIN ledger.risk_level l ON l.grid_id = c.grid_id AND l.level = c.level
  WHERE c.grid_id = (SELECT value FROM ledger.setting WHERE key = 'risk_grid')
) cell
FULL JOIN (
  SELECT likelihood, impact, count(*) AS count,
         count(*) FILTER (WHERE above_appetite) AS above_appetite,
         count(*) FILTER (WHERE review_overdue_days > 0) AS review_overdue,
         (array_agg(risk_id ORDER BY worst))[1] AS worst_risk_id,
         (array_agg(title ORDER BY worst))[1] AS worst_risk
  FROM (
    SELECT risk_id, title, above_appetite, review_overdue_days,
           row_number() OVER (ORDER BY above_appetite DESC NULLS LAST, review_overdue_days DESC NULLS LAST,
                                       mitigation_overdue_days DESC NULLS LAST, unit_id, risk_id) AS worst,
           CASE @basis::text WHEN 'inherent' THEN inherent_likelihood WHEN 'residual' THEN residual_likelihood ELSE current_likelihood END AS likelihood,
           CASE @basis::text WHEN 'inherent' THEN inherent_impact WHEN 'residual' THEN residual_impact ELSE current_impact END AS impact
    FROM monitor.risk_status(@as_of::date, @units::text[], @subordinates::boolean, @lang::text)
    WHERE (@tiers::smallint[] IS NULL OR tier = ANY (@tiers::smallint[]))
      AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
      AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
      AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
      AND (@categories::text[] IS NULL OR category = ANY (@categories::text[]))
      AND (@statuses::text[] IS NULL OR status = ANY (@statuses::text[]))
      AND (@lights::text[] IS NULL OR light = ANY (@lights::text[]))
  ) judged
  GROUP BY likelihood, impact
) held ON held.likelihood = cell.likelihood AND held.impact = cell.impact
ORDER BY cell.level IS NULL, likelihood, impact
LIMIT @most::bigint
