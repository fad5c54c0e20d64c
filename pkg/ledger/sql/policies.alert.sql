-- A policy in a unit, for the measure policy_overdue_tasks of the kind tasks.
SELECT policy_id, policy, unit_id, unit, department_id, department, measured
FROM monitor.policy_alerts(@as_of::date, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @role::text)
ORDER BY measured DESC, last_done_on DESC NULLS LAST, unit_id, policy_id
LIMIT @most::bigint
