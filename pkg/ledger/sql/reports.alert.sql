SELECT indicator_id, indicator, unit_id, unit, department_id, department, above_id, above, measured
FROM monitor.report_alerts(@as_of::date, @measure::text, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @indicators::text[])
ORDER BY measured DESC, unit_id, indicator_id
LIMIT @most::bigint
