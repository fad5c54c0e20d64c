-- Every indicator × unit × phase. overdue_days counts from the due date until the target is reached, be it late;
-- behind_pace is 100·(1 − pace) while the phase runs, 0 before it, after it, once achieved and where nothing is known.
SELECT indicator_id, indicator, phase, unit_id, unit, coalesce(department, '') AS department,
       CASE WHEN @measure::text = 'behind_pace' THEN
              CASE WHEN status IN ('on_track', 'at_risk', 'off_track', 'deteriorating', 'stale')
                   THEN greatest(0, 100 * (1 - coalesce(pace, 1))) ELSE 0 END
            WHEN status IN ('achieved', 'met') OR reached_on IS NOT NULL THEN 0
            ELSE greatest(0, coalesce(overdue_days, 0)) END::double precision AS measured
FROM monitor.target_status(@as_of::date, NULL, @units::text[], @subordinates::boolean, @lang::text)
WHERE (@tiers::smallint[] IS NULL OR tier = ANY (@tiers::smallint[]))
  AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
  AND (@indicators::text[] IS NULL OR indicator_id = ANY (@indicators::text[]))
  AND (@phases::text[] IS NULL OR phase = ANY (@phases::text[]))
ORDER BY measured DESC, unit_id, indicator_id, phase_position
LIMIT @most::bigint
