-- How many risks stood where at each month's end.
SELECT month, total, green, yellow, red, unscored, above_appetite, review_overdue
FROM monitor.risk_trend(@as_of::date, @units::text[], @subordinates::boolean, @months::integer)
ORDER BY month
LIMIT @most::bigint
