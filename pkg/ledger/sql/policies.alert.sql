-- A policy in a unit, for the measures of the kind tasks that begin with policy: policy_overdue_tasks and its escalations.
SELECT policy_id, policy, unit_id, unit, department_id, department, above_id, above, measured
FROM monitor.policy_alerts(@as_of::date, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @role::text, @measure::text)
ORDER BY measured DESC, last_done_on DESC NULLS LAST, unit_id, policy_id
LIMIT @most::bigint
