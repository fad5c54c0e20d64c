-- Every task that is open, and those done within the last seven days: an alert must see the 0 that ends it, because an
-- item that just disappears ends its alert without a word. The largest numbers first.
SELECT task_id, title AS task, unit_id, unit, coalesce(policy, '') AS policy, coalesce(lead_department, '') AS department,
       coalesce(accountable_officer, '') AS officer,
       CASE WHEN completed_on IS NOT NULL THEN 0
            WHEN @measure::text = 'extension_count' THEN coalesce(extension_count, 0)
            ELSE coalesce(overdue_days, 0) END::double precision AS measured
FROM monitor.task_status(@as_of::date, @units::text[], @subordinates::boolean, @lang::text)
WHERE (completed_on IS NULL OR completed_on > @as_of::date - 7)
  AND (@tiers::smallint[] IS NULL OR tier = ANY (@tiers::smallint[]))
  AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL
       OR (@role::text IN ('lead', 'any') AND lead_department_id = ANY (@departments::text[]))
       OR (@role::text IN ('support', 'any') AND supporting_department_ids && @departments::text[]))
ORDER BY measured DESC, completed_on DESC NULLS LAST, unit_id, task_id
LIMIT @most::bigint
