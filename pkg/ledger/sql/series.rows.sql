-- Observations within the time range, with what was expected, the target of the phase of that day, and whether the
-- value replaced one that was reported before.
SELECT s.unit_id, s.unit, s.indicator_id, s.indicator, s.unit_of_measure, s.decimals, s.period, s.value,
       s.expected_value, s.target_value, s.revision > 1 AS revision
FROM monitor.observation_series(@as_of::date, NULL, @units::text[], @subordinates::boolean, @indicators::text[], @lang::text) s
WHERE s.period BETWEEN @from_day::date AND @as_of::date
  AND (@phases::text[] IS NULL OR s.phase = ANY (@phases::text[]))
  AND (@tiers::smallint[] IS NULL OR s.unit_id IN (SELECT unit_id FROM ledger.org_unit WHERE tier = ANY (@tiers::smallint[])))
  AND ((@policies::text[] IS NULL AND @domains::text[] IS NULL AND @departments::text[] IS NULL) OR s.indicator_id IN (
    SELECT indicator_id FROM ledger.indicator
    WHERE (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
      AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
      AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))))
ORDER BY s.unit_id, s.indicator_id, s.period
LIMIT @most::bigint
