-- The open risks by category, appetite and score of each basis, as one document for the heatmap.
SELECT coalesce(json_agg(json_build_object('basis', n.basis, 'category', n.category,
         'category_name', monitor.in_language(c.name_zh, c.name_en, @lang::text), 'appetite_level', n.appetite_level,
         'likelihood', n.likelihood, 'impact', n.impact, 'count', n.count, 'review_overdue', n.review_overdue)
         ORDER BY n.basis, n.category, n.appetite_level, n.likelihood, n.impact), '[]')::text
FROM (
  SELECT score.basis, (r.span).category, (r.span).appetite_level, score.likelihood, score.impact, count(*) AS count,
         count(*) FILTER (WHERE r.review_overdue_days > 0) AS review_overdue
  FROM monitor.chosen_risk(@as_of::date, @units::text[], @subordinates::boolean, @statuses::text[], @tiers::smallint[],
    @policies::text[], @domains::text[], @departments::text[], @categories::text[], @lights::text[]) r
  CROSS JOIN LATERAL (VALUES
    ('inherent', (r.span).inherent_likelihood, (r.span).inherent_impact),
    ('current', (r.span).current_likelihood, (r.span).current_impact),
    ('residual', (r.span).residual_likelihood, (r.span).residual_impact)) AS score(basis, likelihood, impact)
  GROUP BY 1, 2, 3, 4, 5
) n
JOIN ledger.risk_category c ON c.category = n.category
