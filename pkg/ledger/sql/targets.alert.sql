SELECT indicator_id, indicator, phase, unit_id, unit, department_id, department, above_id, above, measured
FROM monitor.target_alerts(@as_of::date, @measure::text, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @indicators::text[], @phases::text[])
ORDER BY measured DESC, unit_id, indicator_id, phase_position
LIMIT @most::bigint
