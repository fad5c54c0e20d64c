-- What to act on, worst first. An indicator or report belongs to its own domain, a task or risk to its policy's.
SELECT severity, register, item_id, title, unit_id, unit, department_id, department, officer, policy_id, status, light,
       days, detail, due_date
FROM monitor.attention(@as_of::date, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @statuses::text[], @lights::text[], @most::bigint)
ORDER BY severity DESC, days DESC, register, unit_id, item_id
LIMIT @most::bigint
