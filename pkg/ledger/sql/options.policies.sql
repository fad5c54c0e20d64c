-- Policies are known to all; those of a scope are those that its tasks or indicators carry out.
SELECT p.policy_id AS value, monitor.in_language(p.title_zh, p.title_en, @lang::text) AS label,
       monitor.in_language(d.name_zh, d.name_en, @lang::text) AS description, NULL::text AS parent
FROM ledger.policy p
JOIN ledger.domain d ON d.domain_id = p.domain_id
WHERE strpos(lower(p.title_zh || ' ' || p.title_en || ' ' || p.policy_id), lower(@search::text)) > 0
  AND (@policies::text[] IS NULL OR p.policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR p.domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR p.policy_id IN (
    SELECT policy_id FROM ledger.policy_department WHERE department_id = ANY (@departments::text[])))
  AND ((@units::text[] IS NULL AND @tiers::smallint[] IS NULL)
    OR p.policy_id IN (
      SELECT t.policy_id FROM ledger.task t
      WHERE t.unit_id IN (SELECT unit_id FROM monitor.units_in_scope(@units::text[], @subordinates::boolean, @tiers::smallint[])))
    OR p.policy_id IN (
      SELECT i.policy_id FROM ledger.indicator i JOIN ledger.phase_target t ON t.indicator_id = i.indicator_id
      WHERE t.unit_id IN (SELECT unit_id FROM monitor.units_in_scope(@units::text[], @subordinates::boolean, @tiers::smallint[]))))
ORDER BY d.position, p.policy_id
LIMIT @most::bigint
