-- Indicator × unit × phase.
SELECT unit_id, unit, tier, indicator_id, indicator, domain_id, domain, department_id, department, policy_id, policy,
       phase, phase_name, phase_position, unit_of_measure, decimals, direction, kind, reporting_period, baseline_value,
       baseline_date, target_value, target_upper, start_date, due_date, value, value_date, previous_value,
       expected_value, gap, achieved, pace, growth_ratio, ratio, progress_method, status, light, trend,
       methods_disagree, revised, target_changed, days_left, overdue_days, shortfall, reached_on, required_rate,
       forecast_value, forecast_low, forecast_high, forecast_probability, reached_by
FROM monitor.target_status(@as_of::date, NULL, @units::text[], @subordinates::boolean, @lang::text)
WHERE (@tiers::smallint[] IS NULL OR tier = ANY (@tiers::smallint[]))
  AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
  AND (@indicators::text[] IS NULL OR indicator_id = ANY (@indicators::text[]))
  AND (@phases::text[] IS NULL OR phase = ANY (@phases::text[]))
  AND (@statuses::text[] IS NULL OR status = ANY (@statuses::text[]))
  AND (@lights::text[] IS NULL OR light = ANY (@lights::text[]))
ORDER BY tier, unit_id, domain_id, indicator_id, phase_position
LIMIT @most::bigint
