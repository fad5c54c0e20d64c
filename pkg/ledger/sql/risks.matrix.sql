-- Every cell of the grid in use with its open risks; then, without a level, scores off the grid and risks not scored.
SELECT coalesce(cell.likelihood, held.likelihood) AS likelihood, coalesce(cell.impact, held.impact) AS impact,
       cell.level, cell.level_name, coalesce(cell.light, 'grey') AS light, coalesce(held.count, 0) AS count,
       coalesce(held.above_appetite, 0) AS above_appetite, coalesce(held.review_overdue, 0) AS review_overdue,
       (held.worst).risk_id AS worst_risk_id, monitor.in_language(f.title_zh, f.title_en, @lang::text) AS worst_risk
FROM (
  SELECT c.likelihood, c.impact, c.level, monitor.in_language(l.name_zh, l.name_en, @lang::text) AS level_name, l.light
  FROM ledger.risk_grid_cell c
  JOIN ledger.risk_level l ON l.grid_id = c.grid_id AND l.level = c.level
  WHERE c.grid_id = (SELECT value FROM ledger.setting WHERE key = 'risk_grid')
) cell
FULL JOIN (
  SELECT score.likelihood, score.impact, count(*) AS count,
         count(*) FILTER (WHERE (r.span).above_appetite) AS above_appetite,
         count(*) FILTER (WHERE r.review_overdue_days > 0) AS review_overdue,
         (array_agg(r.span ORDER BY (r.span).above_appetite DESC, r.review_overdue_days DESC, (r.span).unit_id, (r.span).risk_id))[1] AS worst
  FROM monitor.chosen_risk(@as_of::date, @units::text[], @subordinates::boolean, @statuses::text[], @tiers::smallint[],
    @policies::text[], @domains::text[], @departments::text[], @categories::text[], @lights::text[]) r
  CROSS JOIN LATERAL (
    SELECT CASE @basis::text WHEN 'inherent' THEN (r.span).inherent_likelihood WHEN 'residual' THEN (r.span).residual_likelihood ELSE (r.span).current_likelihood END AS likelihood,
           CASE @basis::text WHEN 'inherent' THEN (r.span).inherent_impact WHEN 'residual' THEN (r.span).residual_impact ELSE (r.span).current_impact END AS impact
  ) AS score
  GROUP BY score.likelihood, score.impact
) held ON held.likelihood = cell.likelihood AND held.impact = cell.impact
LEFT JOIN ledger.risk f ON f.unit_id = (held.worst).unit_id AND f.risk_id = (held.worst).risk_id AND f.revision = (held.worst).revision
ORDER BY cell.level IS NULL, likelihood, impact
LIMIT @most::bigint
