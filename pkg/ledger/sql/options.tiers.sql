-- The tiers that the jurisdiction reaches.
SELECT t.tier::text AS value, monitor.in_language(t.zh, t.en, @lang::text) AS label, NULL::text AS description, NULL::text AS parent
FROM (VALUES (1, '中央', 'Central'), (2, '省级', 'Province'), (3, '市级', 'City'), (4, '县级', 'County'), (5, '乡镇', 'Township')) AS t(tier, zh, en)
WHERE strpos(lower(t.zh || ' ' || t.en), lower(@search::text)) > 0
  AND EXISTS (SELECT FROM ledger.org_unit u WHERE u.tier = t.tier)
ORDER BY t.tier
LIMIT @most::bigint
