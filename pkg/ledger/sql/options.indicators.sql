-- Indicators are known to all; those of a scope are those with a target there.
SELECT i.indicator_id AS value, monitor.in_language(i.name_zh, i.name_en, @lang::text) AS label,
       monitor.in_language(d.name_zh, d.name_en, @lang::text) AS description, NULL::text AS parent
FROM ledger.indicator i
JOIN ledger.domain d ON d.domain_id = i.domain_id
WHERE strpos(lower(i.name_zh || ' ' || i.name_en || ' ' || i.indicator_id), lower(@search::text)) > 0
  AND (@policies::text[] IS NULL OR i.policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR i.domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR i.department_id = ANY (@departments::text[]))
  AND ((@units::text[] IS NULL AND @tiers::smallint[] IS NULL) OR i.indicator_id IN (
    SELECT t.indicator_id FROM ledger.phase_target t
    WHERE t.unit_id IN (SELECT unit_id FROM monitor.units_in_scope(@units::text[], @subordinates::boolean, @tiers::smallint[]))))
ORDER BY d.position, i.indicator_id
LIMIT @most::bigint
