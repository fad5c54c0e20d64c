-- Every indicator × unit that must report; what was reported, be it late, is 0.
SELECT indicator_id, indicator, unit_id, unit, coalesce(department, '') AS department,
       CASE WHEN status IN ('late', 'never_reported') THEN greatest(0, coalesce(late_days, 0)) ELSE 0 END::double precision AS measured
FROM monitor.report_status(@as_of::date, NULL, @units::text[], @subordinates::boolean, @lang::text, @tiers::smallint[])
WHERE (@policies::text[] IS NULL OR indicator_id IN (SELECT indicator_id FROM ledger.indicator WHERE policy_id = ANY (@policies::text[])))
  AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
  AND (@indicators::text[] IS NULL OR indicator_id = ANY (@indicators::text[]))
ORDER BY measured DESC, unit_id, indicator_id
LIMIT @most::bigint
