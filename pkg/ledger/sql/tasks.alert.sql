-- The largest numbers first, whatever their sign; then what was done last, so that a cut leaves out old zeros only.
SELECT task_id, task, unit_id, unit, policy_id, policy, department_id, department, officer, consequence, above_id, above, measured
FROM monitor.task_alerts(@as_of::date, @measure::text, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @role::text)
ORDER BY abs(measured) DESC, completed_on DESC NULLS LAST, unit_id, task_id
LIMIT @most::bigint
