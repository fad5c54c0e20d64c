-- Counts, delay rate and ageing by group. Departments that were asked for are the only groups of departments.
SELECT group_id, group_name, total, due, done, done_late, open, overdue, delay_rate, original_delay_rate, extended,
       ageing_1_7, ageing_8_15, ageing_16_30, ageing_31_60, ageing_over_60, max_overdue_days, median_overdue_days
FROM monitor.task_summary(@as_of::date, @units::text[], @subordinates::boolean, @group_by::text, @role::text, @lang::text,
                          @tiers::smallint[], @policies::text[], @domains::text[], @departments::text[])
WHERE @group_by::text <> 'department' OR @departments::text[] IS NULL OR group_id = ANY (@departments::text[])
ORDER BY overdue DESC, delay_rate DESC NULLS LAST, total DESC, group_id
LIMIT @most::bigint
