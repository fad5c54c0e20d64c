-- One row per open risk, the worst first.
SELECT unit_id, unit, tier, risk_id, title, category, category_name, policy_id, policy, domain_id, department_id,
       department, owner, opened_on, inherent_likelihood, inherent_impact, inherent_level, current_likelihood,
       current_impact, current_level, current_level_name, residual_likelihood, residual_impact, residual_level, light,
       status, appetite_level, above_appetite, trend, level_change, reviewed_on, next_review_on, review_overdue_days,
       mitigation, mitigation_due_date, mitigation_overdue_days, unexplained_residual
FROM monitor.risk_status(@as_of::date, @units::text[], @subordinates::boolean, @lang::text, @statuses::text[], @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @categories::text[], @lights::text[], @most::bigint)
ORDER BY above_appetite DESC, current_level DESC NULLS LAST, review_overdue_days DESC, unit_id, risk_id
LIMIT @most::bigint
