-- How many indicator × unit × phase stand in each status, by group; the reddest group first.
SELECT group_id, group_name, total, achieved, on_track, at_risk, off_track, deteriorating, missed, breached, met,
       not_started, stale, no_data, green, yellow, red, grey
FROM monitor.target_summary(@as_of::date, @units::text[], @subordinates::boolean, @group_by::text, @lang::text,
                            @tiers::smallint[], @policies::text[], @domains::text[], @departments::text[],
                            @indicators::text[], @phases::text[])
ORDER BY red DESC, yellow DESC, total DESC, group_id
LIMIT @most::bigint
