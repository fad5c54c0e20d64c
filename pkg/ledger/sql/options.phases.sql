SELECT phase AS value, monitor.in_language(name_zh, name_en, @lang::text) AS label, NULL::text AS description, NULL::text AS parent
FROM ledger.phase
WHERE strpos(lower(name_zh || ' ' || name_en || ' ' || phase), lower(@search::text)) > 0
ORDER BY position
LIMIT @most::bigint
