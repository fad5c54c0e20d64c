-- One row per task, the longest overdue first.
SELECT unit_id, unit, tier, task_id, title, policy_id, policy, domain_id, domain, step, step_name, lead_department_id,
       lead_department, array_to_string(supporting_department_ids, ',') AS supporting_department_ids,
       supporting_departments, accountable_officer, start_date, original_due_date, due_date, day_kind, extension_count,
       last_extension_reason, completed_on, evidence_url, status, light, overdue_days, original_overdue_days, days_left,
       ageing, weight
FROM monitor.task_status(@as_of::date, @units::text[], @subordinates::boolean, @lang::text, @statuses::text[])
WHERE (@tiers::smallint[] IS NULL OR tier = ANY (@tiers::smallint[]))
  AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL
       OR (@role::text IN ('lead', 'any') AND lead_department_id = ANY (@departments::text[]))
       OR (@role::text IN ('support', 'any') AND supporting_department_ids && @departments::text[]))
  AND (@lights::text[] IS NULL OR light = ANY (@lights::text[]))
ORDER BY array_position(ARRAY['red', 'yellow', 'green', 'grey'], light), completed_on IS NOT NULL, overdue_days DESC,
         due_date, unit_id, task_id
LIMIT @most::bigint
