-- Every open risk.
SELECT risk_id, title AS risk, coalesce(category_name, category) AS category, unit_id, unit, coalesce(department, '') AS department,
       coalesce(owner, '') AS owner,
       CASE @measure::text
         WHEN 'review_overdue_days' THEN greatest(0, coalesce(review_overdue_days, 0))
         WHEN 'mitigation_overdue_days' THEN greatest(0, coalesce(mitigation_overdue_days, 0))
         WHEN 'levels_above_appetite' THEN
           CASE WHEN above_appetite THEN greatest(1, coalesce(residual_level, current_level) - appetite_level) ELSE 0 END
       END::double precision AS measured
FROM monitor.risk_status(@as_of::date, @units::text[], @subordinates::boolean, @lang::text)
WHERE (@tiers::smallint[] IS NULL OR tier = ANY (@tiers::smallint[]))
  AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
  AND (@categories::text[] IS NULL OR category = ANY (@categories::text[]))
ORDER BY measured DESC, unit_id, risk_id
LIMIT @most::bigint
