-- Dates to mark on a time axis: one mark for each sort, day and subject, which names up to five of the items it stands for.
-- Where indicators or phases narrow, only phases of targets are told. What belongs to a day stands at its midnight UTC.
WITH scoped AS MATERIALIZED (
  SELECT unit_id FROM monitor.units_in_scope(@units::text[], @subordinates::boolean, @tiers::smallint[])
), item AS (
  -- Phases begin and are due: an item is an indicator, with its unit where it is one.
  SELECT x.event, x.day, t.phase AS subject_id, min(monitor.in_language(p.name_zh, p.name_en, @lang::text)) AS subject,
         min(monitor.in_language(i.name_zh, i.name_en, @lang::text))
           || CASE WHEN count(*) = 1 THEN ' · ' || min(monitor.in_language(u.name_zh, u.name_en, @lang::text)) ELSE ' × ' || count(*) END AS item,
         count(*) AS counted, t.indicator_id AS position
  FROM scoped s
  JOIN monitor.current_target(NULL) t ON t.unit_id = s.unit_id
  JOIN ledger.org_unit u ON u.unit_id = t.unit_id
  JOIN ledger.phase p ON p.phase = t.phase
  JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
  CROSS JOIN LATERAL (VALUES ('phase_start', t.start_date), ('phase_end', t.due_date)) AS x(event, day)
  WHERE x.day BETWEEN @from_day::date AND @as_of::date
    AND (@events::text[] IS NULL OR x.event = ANY (@events::text[]))
    AND (@phases::text[] IS NULL OR t.phase = ANY (@phases::text[]))
    AND (@indicators::text[] IS NULL OR t.indicator_id = ANY (@indicators::text[]))
    AND (@policies::text[] IS NULL OR i.policy_id = ANY (@policies::text[]))
    AND (@domains::text[] IS NULL OR i.domain_id = ANY (@domains::text[]))
    AND (@departments::text[] IS NULL OR i.department_id = ANY (@departments::text[]))
  GROUP BY x.event, x.day, t.phase, t.indicator_id
  UNION ALL
  -- Policies are issued, take effect and end. They are known to all; those of a scope have tasks or targets there.
  SELECT x.event, x.day, p.policy_id, monitor.in_language(p.title_zh, p.title_en, @lang::text),
         monitor.in_language(d.name_zh, d.name_en, @lang::text), 1, p.policy_id
  FROM ledger.policy p
  JOIN ledger.domain d ON d.domain_id = p.domain_id
  CROSS JOIN LATERAL (VALUES ('policy_issued', p.issued_on), ('policy_effective', p.effective_on), ('policy_end', p.ends_on)) AS x(event, day)
  WHERE x.day BETWEEN @from_day::date AND @as_of::date
    AND (@events::text[] IS NULL OR x.event = ANY (@events::text[]))
    AND @indicators::text[] IS NULL AND @phases::text[] IS NULL
    AND (@policies::text[] IS NULL OR p.policy_id = ANY (@policies::text[]))
    AND (@domains::text[] IS NULL OR p.domain_id = ANY (@domains::text[]))
    AND (@departments::text[] IS NULL OR EXISTS (
      SELECT FROM ledger.policy_department pd WHERE pd.policy_id = p.policy_id AND pd.role = 'lead' AND pd.department_id = ANY (@departments::text[])))
    AND ((@units::text[] IS NULL AND @tiers::smallint[] IS NULL)
      OR EXISTS (SELECT FROM ledger.task t WHERE t.policy_id = p.policy_id AND t.unit_id IN (SELECT unit_id FROM scoped))
      OR EXISTS (SELECT FROM ledger.indicator i JOIN ledger.phase_target t ON t.indicator_id = i.indicator_id
                 WHERE i.policy_id = p.policy_id AND t.unit_id IN (SELECT unit_id FROM scoped)))
  UNION ALL
  -- Tasks get more time: an item is a task with its new due date and the reason.
  SELECT 'extension', e.extended_on, '', '', concat_ws(' · ', monitor.in_language(t.title_zh, t.title_en, @lang::text),
         '→ ' || e.new_due_date, e.reason), 1, e.unit_id || '/' || e.task_id
  FROM scoped s
  JOIN ledger.task_extension e ON e.unit_id = s.unit_id
  JOIN ledger.task t ON t.unit_id = e.unit_id AND t.task_id = e.task_id
    AND NOT EXISTS (SELECT FROM ledger.task later WHERE later.unit_id = t.unit_id AND later.task_id = t.task_id AND later.revision > t.revision)
  JOIN ledger.policy p ON p.policy_id = t.policy_id
  WHERE e.extended_on BETWEEN @from_day::date AND @as_of::date
    AND (@events::text[] IS NULL OR 'extension' = ANY (@events::text[]))
    AND @indicators::text[] IS NULL AND @phases::text[] IS NULL
    AND (@policies::text[] IS NULL OR t.policy_id = ANY (@policies::text[]))
    AND (@domains::text[] IS NULL OR p.domain_id = ANY (@domains::text[]))
    AND (@departments::text[] IS NULL OR t.lead_department_id = ANY (@departments::text[]))
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY event, day, subject_id ORDER BY position) AS rank FROM item
)
SELECT event, day::timestamp AT TIME ZONE 'UTC' AS time, subject_id, subject,
       sum(counted)::bigint AS counted, string_agg(item, monitor.in_language('；', '; ', @lang::text) ORDER BY rank) FILTER (WHERE rank <= 5) AS items,
       greatest(count(*) - 5, 0) AS unnamed
FROM ranked
GROUP BY event, day, subject_id, subject
UNION ALL
-- Imports are of no unit: only who sees the whole ledger sees them.
SELECT 'import', b.recorded_at, extract(epoch FROM b.recorded_at)::bigint::text, b.file_name,
       (SELECT coalesce(sum(value::bigint), 0)::bigint FROM jsonb_each_text(b.row_counts)), b.reported_by, 0
FROM ledger.batch b
WHERE (b.recorded_at AT TIME ZONE monitor.time_zone())::date BETWEEN @from_day::date AND @as_of::date
  AND (@events::text[] IS NULL OR 'import' = ANY (@events::text[]))
ORDER BY time DESC, event, subject_id
LIMIT @most::bigint
