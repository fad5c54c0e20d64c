-- Every open risk, and those closed within the last seven days, with 0: an alert must see the 0 that ends it.
SELECT risk_id, title AS risk, coalesce(category_name, category) AS category, unit_id, unit, coalesce(department, '') AS department,
       coalesce(owner, '') AS owner,
       CASE @measure::text
         WHEN 'review_overdue_days' THEN greatest(0, coalesce(review_overdue_days, 0))
         WHEN 'mitigation_overdue_days' THEN greatest(0, coalesce(mitigation_overdue_days, 0))
         WHEN 'levels_above_appetite' THEN
           CASE WHEN above_appetite THEN greatest(1, coalesce(residual_level, current_level) - appetite_level) ELSE 0 END
       END::double precision AS measured
FROM monitor.risk_status(@as_of::date, @units::text[], @subordinates::boolean, @lang::text)
WHERE (@tiers::smallint[] IS NULL OR tier = ANY (@tiers::smallint[]))
  AND (@policies::text[] IS NULL OR policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR department_id = ANY (@departments::text[]))
  AND (@categories::text[] IS NULL OR category = ANY (@categories::text[]))
UNION ALL
SELECT r.risk_id, monitor.in_language(f.title_zh, f.title_en, @lang::text), monitor.in_language(c.name_zh, c.name_en, @lang::text),
       r.unit_id, monitor.in_language(u.name_zh, u.name_en, @lang::text), monitor.in_language(d.name_zh, d.name_en, @lang::text),
       f.owner, 0
FROM monitor.units_in_scope(@units::text[], @subordinates::boolean, @tiers::smallint[]) s
JOIN monitor.risk_span r ON r.unit_id = s.unit_id AND r.to_day > @as_of::date - 7 AND r.to_day <= @as_of::date
JOIN ledger.risk f ON f.unit_id = r.unit_id AND f.risk_id = r.risk_id AND f.revision = r.revision
JOIN ledger.org_unit u ON u.unit_id = r.unit_id
JOIN ledger.risk_category c ON c.category = r.category
JOIN ledger.department d ON d.department_id = r.department_id
LEFT JOIN ledger.policy p ON p.policy_id = r.policy_id
WHERE NOT EXISTS (SELECT FROM monitor.risk_span later WHERE later.unit_id = r.unit_id AND later.risk_id = r.risk_id AND later.from_day >= r.to_day
                    AND later.from_day <= @as_of::date)
  AND (@policies::text[] IS NULL OR r.policy_id = ANY (@policies::text[]))
  AND (@domains::text[] IS NULL OR p.domain_id = ANY (@domains::text[]))
  AND (@departments::text[] IS NULL OR r.department_id = ANY (@departments::text[]))
  AND (@categories::text[] IS NULL OR r.category = ANY (@categories::text[]))
ORDER BY measured DESC, unit_id, risk_id
LIMIT @most::bigint
