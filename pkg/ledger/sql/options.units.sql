-- Units of the scope, from the top down; the description is the path of names above, as far as the jurisdiction reaches.
SELECT u.unit_id AS value, monitor.in_language(u.name_zh, u.name_en, @lang::text) AS label,
       (SELECT string_agg(monitor.in_language(a.name_zh, a.name_en, @lang::text), ' / ' ORDER BY c.depth DESC)
        FROM ledger.org_closure c JOIN ledger.org_unit a ON a.unit_id = c.ancestor_id
        WHERE c.unit_id = u.unit_id AND c.depth > 0) AS description,
       (SELECT p.unit_id FROM ledger.org_unit p WHERE p.unit_id = u.parent_unit_id) AS parent
FROM monitor.units_in_scope(@units::text[], @subordinates::boolean, @tiers::smallint[]) s
JOIN ledger.org_unit u ON u.unit_id = s.unit_id
WHERE strpos(lower(u.name_zh || ' ' || u.name_en || ' ' || u.unit_id), lower(@search::text)) > 0
ORDER BY u.tier, u.unit_id
LIMIT @most::bigint
