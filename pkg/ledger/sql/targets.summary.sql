-- How many indicator × unit × phase stand in each status, by group; the reddest group first.
SELECT group_id, group_name, count(*) AS total,
       count(*) FILTER (WHERE status = 'achieved') AS achieved,
       count(*) FILTER (WHERE status = 'on_track') AS on_track,
       count(*) FILTER (WHERE status = 'at_risk') AS at_risk,
       count(*) FILTER (WHERE status = 'off_track') AS off_track,
       count(*) FILTER (WHERE status = 'deteriorating') AS deteriorating,
       count(*) FILTER (WHERE status = 'missed') AS missed,
       count(*) FILTER (WHERE status = 'breached') AS breached,
       count(*) FILTER (WHERE status = 'met') AS met,
       count(*) FILTER (WHERE status = 'not_started') AS not_started,
       count(*) FILTER (WHERE status = 'stale') AS stale,
       count(*) FILTER (WHERE status = 'no_data') AS no_data,
       count(*) FILTER (WHERE light = 'green') AS green,
       count(*) FILTER (WHERE light = 'yellow') AS yellow,
       count(*) FILTER (WHERE light = 'red') AS red,
       count(*) FILTER (WHERE light = 'grey') AS grey
FROM (
  SELECT status, light,
         CASE @group_by::text WHEN 'department' THEN department_id WHEN 'unit' THEN unit_id WHEN 'tier' THEN tier::text
                              WHEN 'policy' THEN policy_id WHEN 'domain' THEN domain_id ELSE '' END AS group_id,
         CASE @group_by::text WHEN 'department' THEN department WHEN 'unit' THEN unit WHEN 'tier' THEN tier::text
                              WHEN 'policy' THEN policy WHEN 'domain' THEN domain ELSE '' END AS group_name
  FROM monitor.target_status(@as_of::date, NULL, @units::text[], @subordinates::boolean, @lang::text)
  WHERE (@tiers::smallint[] IS NULL OR tier = ANY (@tiers::smallint[]))
    AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
    AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
    AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
    AND (@indicators::text[] IS NULL OR indicator_id = ANY (@indicators::text[]))
    AND (@phases::text[] IS NULL OR phase = ANY (@phases::text[]))
) judged
GROUP BY group_id, group_name
ORDER BY red DESC, yellow DESC, total DESC, group_id
LIMIT @most::bigint
