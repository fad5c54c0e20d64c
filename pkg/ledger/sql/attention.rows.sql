-- What to act on, worst first. An indicator or report belongs to its own domain, a task or risk to its policy's.
SELECT severity, register, item_id, title, unit_id, unit, department_id, department, officer, policy_id, status, light,
       days, detail, due_date
FROM monitor.attention(@as_of::date, NULL, @units::text[], @subordinates::boolean, @lang::text)
WHERE (@tiers::smallint[] IS NULL OR unit_id IN (SELECT unit_id FROM ledger.org_unit WHERE tier = ANY (@tiers::smallint[])))
  AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR CASE WHEN register IN ('indicator', 'report')
        THEN split_part(item_id, '/', 1) IN (SELECT indicator_id FROM ledger.indicator WHERE domain_id = ANY (@domains::text[]))
        ELSE policy_id IN (SELECT policy_id FROM ledger.policy WHERE domain_id = ANY (@domains::text[])) END)
  AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
  AND (@statuses::text[] IS NULL OR status = ANY (@statuses::text[]))
  AND (@lights::text[] IS NULL OR light = ANY (@lights::text[]))
ORDER BY severity DESC, days DESC NULLS LAST, register, unit_id, item_id
LIMIT @most::bigint
