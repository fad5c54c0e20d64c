-- Every indicator × unit × phase. overdue_days counts from the due date until the target is reached, be it late;
-- behind_pace is 100·(1 − pace) while the phase runs, 0 before it, after it, once achieved and where nothing is known;
-- breached is 1 while a floor, ceiling, range, yes/no or value to maintain is not kept, after the due date until it is
-- kept again, else 0.
SELECT indicator_id, indicator, phase, unit_id, unit, coalesce(department, '') AS department,
       CASE @measure::text
         WHEN 'behind_pace' THEN
           CASE WHEN status IN ('on_track', 'at_risk', 'off_track', 'deteriorating', 'stale')
                THEN greatest(0, 100 * (1 - coalesce(pace, 1))) ELSE 0 END
         WHEN 'breached' THEN CASE WHEN status = 'breached' AND (days_left IS NOT NULL OR reached_on IS NULL) THEN 1 ELSE 0 END
         ELSE CASE WHEN status IN ('achieved', 'met') OR reached_on IS NOT NULL THEN 0
                   ELSE greatest(0, coalesce(overdue_days, 0)) END END::double precision AS measured
FROM monitor.target_status(@as_of::date, NULL, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @indicators::text[], @phases::text[])
ORDER BY measured DESC, unit_id, indicator_id, phase_position
LIMIT @most::bigint
