-- One row per open risk, the worst first.
SELECT unit_id, unit, tier, risk_id, title, category, category_name, policy_id, policy, domain_id, department_id,
       department, owner, opened_on, inherent_likelihood, inherent_impact, inherent_level, current_likelihood,
       current_impact, current_level, current_level_name, residual_likelihood, residual_impact, residual_level, light,
       status, appetite_level, above_appetite, trend, level_change, reviewed_on, next_review_on, review_overdue_days,
       mitigation, mitigation_due_date, mitigation_overdue_days, unexplained_residual
FROM monitor.risk_status(@as_of::date, @units::text[], @subordinates::boolean, @lang::text)
WHERE (@tiers::smallint[] IS NULL OR tier = ANY (@tiers::smallint[]))
  AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
  AND (@categories::text[] IS NULL OR category = ANY (@categories::text[]))
  AND (@statuses::text[] IS NULL OR status = ANY (@statuses::text[]))
  AND (@lights::text[] IS NULL OR light = ANY (@lights::text[]))
ORDER BY above_appetite DESC NULLS LAST, current_level DESC NULLS LAST, review_overdue_days DESC NULLS LAST, unit_id, risk_id
LIMIT @most::bigint
