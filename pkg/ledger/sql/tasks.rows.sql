-- One row per task, the longest overdue first.
SELECT unit_id, unit, tier, task_id, title, policy_id, policy, domain_id, domain, step, step_name, lead_department_id,
       lead_department, array_to_string(supporting_department_ids, ',') AS supporting_department_ids,
       supporting_departments, accountable_officer, start_date, original_due_date, due_date, day_kind, extension_count,
       last_extension_reason, completed_on, evidence_url, status, light, overdue_days, original_overdue_days, days_left,
       ageing, weight
FROM monitor.task_status(@as_of::date, @units::text[], @subordinates::boolean, @lang::text, @statuses::text[], @tiers::smallint[],
  @policies::text[], @domains::text[], @departments::text[], @role::text, @lights::text[], @most::bigint)
ORDER BY array_position(ARRAY['red', 'yellow', 'green', 'grey'], light), completed_on IS NOT NULL, overdue_days DESC,
         due_date, unit_id, task_id
LIMIT @most::bigint
