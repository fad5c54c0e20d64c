-- Indicator × unit that must report, the latest first.
SELECT unit_id, unit, tier, indicator_id, indicator, department_id, department, domain_id, period, report_due_on,
       reported_at, late_days, missing_periods, last_period, status, light
FROM monitor.report_status(@as_of::date, NULL, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[], @statuses::text[])
WHERE (@policies::text[] IS NULL OR indicator_id IN (SELECT indicator_id FROM ledger.indicator WHERE policy_id = ANY (@policies::text[])))
  AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
  AND (@indicators::text[] IS NULL OR indicator_id = ANY (@indicators::text[]))
  AND (@lights::text[] IS NULL OR light = ANY (@lights::text[]))
ORDER BY array_position(ARRAY['red', 'grey', 'yellow', 'green'], light), late_days DESC NULLS LAST, tier, unit_id, indicator_id
LIMIT @most::bigint
