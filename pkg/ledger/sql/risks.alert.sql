SELECT risk_id, risk, category, unit_id, unit, department_id, department, owner, above_id, above, measured
FROM monitor.risk_alerts(@as_of::date, @measure::text, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @categories::text[])
ORDER BY measured DESC, unit_id, risk_id
LIMIT @most::bigint
