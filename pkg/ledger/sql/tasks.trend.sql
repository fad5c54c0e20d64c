-- What was due, overdue and done at each month's end.
SELECT month, due, overdue, done, delay_rate
FROM monitor.task_trend(@as_of::date, @units::text[], @subordinates::boolean, @departments::text[], @role::text, @months::integer)
ORDER BY month
LIMIT @most::bigint
