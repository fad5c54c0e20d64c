SELECT department_id AS value, monitor.in_language(name_zh, name_en, @lang::text) AS label, NULL::text AS description, NULL::text AS parent
FROM ledger.department
WHERE strpos(lower(name_zh || ' ' || name_en || ' ' || department_id), lower(@search::text)) > 0
  AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
ORDER BY department_id
LIMIT @most::bigint
