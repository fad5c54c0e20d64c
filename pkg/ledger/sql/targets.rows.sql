-- Indicator × unit × phase.
SELECT unit_id, unit, tier, indicator_id, indicator, domain_id, domain, department_id, department, policy_id, policy,
       phase, phase_name, phase_position, unit_of_measure, decimals, direction, kind, reporting_period, baseline_value,
       baseline_date, target_value, target_upper, start_date, due_date, value, value_date, previous_value,
       expected_value, gap, achieved, pace, growth_ratio, ratio, progress_method, status, light, trend,
       methods_disagree, revised, target_changed, days_left, overdue_days, shortfall, reached_on, required_rate,
       forecast_value, forecast_low, forecast_high, forecast_probability, reached_by
FROM monitor.target_status(@as_of::date, NULL, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @indicators::text[], @phases::text[], @statuses::text[],
  @lights::text[], @most::bigint)
ORDER BY tier, unit_id, domain_id, indicator_id, phase_position
LIMIT @most::bigint
