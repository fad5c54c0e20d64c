-- What needs attention now, over all registers, worst first.

CREATE FUNCTION monitor.severity(weight integer, days integer, tier smallint) RETURNS real LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (weight + 12 * least(ln(1 + greatest(coalesce(days, 0), 0)::double precision) / ln(366::double precision), 1) + 3 * (5 - tier))::real
$$;
COMMENT ON FUNCTION monitor.severity(integer, integer, smallint) IS 'Order of what needs attention, larger is worse, at most 100: the weight, up to 12 for the days it lasts (logarithmic, full from a year on: 1 day 1.4, 7 days 4.2, 30 days 7, 90 days 9.2), and 3 for each tier above the townships. A convention of this ledger.';

CREATE FUNCTION monitor.said_number(value double precision, decimals integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN abs(value) < 1e15
              THEN to_char(round(value::numeric, decimals), 'FM999,999,999,999,990' || CASE WHEN decimals > 0 THEN '.' || repeat('0', decimals) ELSE '' END)
              ELSE value::text END
$$;
COMMENT ON FUNCTION monitor.said_number(double precision, integer) IS 'A number with so many decimals and its thousands apart, as 12,340.5; null for null.';

CREATE FUNCTION monitor.said_value(value double precision, decimals smallint, unit_of_measure text, lang text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE unit_of_measure
    WHEN 'percent' THEN monitor.said_number(value, decimals) || '%'
    WHEN 'percentage_points' THEN monitor.said_number(value, decimals) || CASE WHEN lang LIKE 'en%' THEN ' pp' ELSE ' 个百分点' END
    WHEN 'days' THEN monitor.said_number(value, decimals) || CASE WHEN lang LIKE 'en%' THEN ' d' ELSE ' 天' END
    WHEN 'rank' THEN CASE WHEN lang LIKE 'en%' THEN 'no. ' || monitor.said_number(value, 0) ELSE '第 ' || monitor.said_number(value, 0) || ' 位' END
    WHEN 'yes_no' THEN CASE WHEN value >= 1 THEN CASE WHEN lang LIKE 'en%' THEN 'yes' ELSE '是' END
                            WHEN value < 1 THEN CASE WHEN lang LIKE 'en%' THEN 'no' ELSE '否' END END
    WHEN 'money' THEN CASE WHEN lang LIKE 'en%' THEN '¥' ||
        CASE WHEN abs(value) >= 999995000 THEN monitor.said_number(value / 1e9, 2) || 'B' WHEN abs(value) >= 999950 THEN monitor.said_number(value / 1e6, 2) || 'M'
             WHEN abs(value) >= 999.5 THEN monitor.said_number(value / 1e3, 1) || 'k' ELSE monitor.said_number(value, 0) END
      ELSE
        CASE WHEN abs(value) >= 99999500 THEN monitor.said_number(value / 1e8, 2) || ' 亿元' WHEN abs(value) >= 9999.5 THEN monitor.said_number(value / 1e4, 1) || ' 万元'
             ELSE monitor.said_number(value, 0) || ' 元' END END
    ELSE monitor.said_number(value, decimals) END
$$;
COMMENT ON FUNCTION monitor.said_value(double precision, smallint, text, text) IS 'A value with its unit of measure, as pages and panels write it (src/status/measures.ts; src/status/testdata/measures.json holds both to the same): 84.1%, 12,340, 1.9 pp, 15.60 亿元; null for null.';

CREATE FUNCTION monitor.target_sentence(status text, value double precision, target_value double precision,
  expected_value double precision, decimals smallint, days integer, lang text, target_upper double precision DEFAULT NULL, kind text DEFAULT NULL,
  unit_of_measure text DEFAULT NULL)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN lang LIKE 'en%' THEN
    CASE status
      WHEN 'missed' THEN format('The target %s was missed %s days ago; the latest value is %s.', t, days, coalesce(v, 'not known'))
      WHEN 'breached' THEN CASE kind WHEN 'floor' THEN format('%s is below the floor %s.', v, t) WHEN 'ceiling' THEN format('%s is above the ceiling %s.', v, t)
        WHEN 'range' THEN format('%s is outside the range %s.', v, t || coalesce(' to ' || up, ' and above')) WHEN 'yes_no' THEN 'It is not in place.' ELSE format('%s does not hold %s.', v, t) END
      WHEN 'deteriorating' THEN format('%s moves away from the target %s; expected by now: %s.', v, t, coalesce(e, 'not known'))
      WHEN 'off_track' THEN format('%s is far behind the %s expected by now on the way to %s.', v, coalesce(e, 'value'), t)
      WHEN 'stale' THEN format('No new value for more than one and a half reporting periods; the last was %s.', v) END
  ELSE
    CASE status
      WHEN 'missed' THEN format('目标 %s 逾期 %s 天未达成，最新值 %s。', t, days, coalesce(v, '未知'))
      WHEN 'breached' THEN CASE kind WHEN 'floor' THEN format('当前值 %s，低于底线 %s。', v, t) WHEN 'ceiling' THEN format('当前值 %s，高于上限 %s。', v, t)
        WHEN 'range' THEN format('当前值 %s，超出区间 %s。', v, t || coalesce('～' || up, ' 以上')) WHEN 'yes_no' THEN '尚未落实。' ELSE format('当前值 %s，未保持 %s。', v, t) END
      WHEN 'deteriorating' THEN format('当前值 %s，与目标 %s 背道而行，序时应达 %s。', v, t, coalesce(e, '未知'))
      WHEN 'off_track' THEN format('当前值 %s，明显落后于序时进度 %s，目标 %s。', v, coalesce(e, '未知'), t)
      WHEN 'stale' THEN format('超过一个半报送周期没有新数据，最近一次为 %s。', v) END
  END
  FROM (SELECT monitor.said_value(value, decimals, unit_of_measure, lang) AS v, monitor.said_value(target_value, decimals, unit_of_measure, lang) AS t,
               monitor.said_value(expected_value, decimals, unit_of_measure, lang) AS e, monitor.said_value(target_upper, decimals, unit_of_measure, lang) AS up) AS said
$$;
COMMENT ON FUNCTION monitor.target_sentence(text, double precision, double precision, double precision, smallint, integer, text, double precision, text, text) IS 'Why an indicator needs attention, in one sentence; null for a status that needs none.';

CREATE FUNCTION monitor.task_sentence(days integer, working_days boolean, extensions integer, original_days integer, lang text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN lang LIKE 'en%'
    THEN format('%s %s%s overdue%s.', days, CASE WHEN working_days THEN 'working day' ELSE 'day' END, CASE WHEN days = 1 THEN '' ELSE 's' END,
           CASE WHEN extensions > 0 THEN format(', after %s extension%s, %s days against the original date', extensions,
             CASE WHEN extensions = 1 THEN '' ELSE 's' END, original_days) ELSE '' END)
    ELSE format('已逾期 %s 个%s%s。', days, CASE WHEN working_days THEN '工作日' ELSE '自然日' END,
           CASE WHEN extensions > 0 THEN format('，延期 %s 次后仍未完成，较原定期限晚 %s 日', extensions, original_days) ELSE '' END) END
$$;
COMMENT ON FUNCTION monitor.task_sentence(integer, boolean, integer, integer, text) IS 'Why an overdue task needs attention, in one sentence; days in the task''s own kind.';

CREATE FUNCTION monitor.risk_sentence(level smallint, above_appetite boolean, review_days integer, lang text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN lang LIKE 'en%'
    THEN CASE WHEN above_appetite THEN format('Level %s is above the appetite', level) ELSE 'Within the appetite' END
      || CASE WHEN review_days > 0 THEN format(', and the review is %s day%s overdue.', review_days, CASE WHEN review_days = 1 THEN '' ELSE 's' END) ELSE '.' END
    ELSE CASE WHEN above_appetite THEN format('等级 %s，超出风险偏好', level) ELSE '在风险偏好之内' END
      || CASE WHEN review_days > 0 THEN format('，复评已逾期 %s 天。', review_days) ELSE '。' END END
$$;
COMMENT ON FUNCTION monitor.risk_sentence(smallint, boolean, integer, text) IS 'Why a risk needs attention, in one sentence; level: the residual one, or the current one where that is not scored.';

CREATE FUNCTION monitor.report_sentence(period date, days integer, missing integer, lang text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN lang LIKE 'en%'
    THEN format('The report for the period to %s is %s day%s late, %s missing.', period, days, CASE WHEN days = 1 THEN '' ELSE 's' END,
           CASE WHEN missing = 1 THEN '1 period is' ELSE format('%s periods are', missing) END)
    ELSE format('截至 %s 的报送已迟 %s 天，缺 %s 期。', period, days, missing) END
$$;
COMMENT ON FUNCTION monitor.report_sentence(date, integer, integer, text) IS 'Why a report needs attention, in one sentence; missing: periods without a report.';

CREATE FUNCTION monitor.scope_is_wide(units text[], subordinates boolean) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT subordinates IS NOT FALSE AND CASE WHEN units IS NULL THEN EXISTS (SELECT FROM monitor.broad_unit WHERE by_department)
    ELSE (SELECT count(*) FROM ledger.org_closure c WHERE c.ancestor_id = ANY (units)) >= 200 END
$$;
COMMENT ON FUNCTION monitor.scope_is_wide(text[], boolean) IS 'Whether a scope holds so many units (200) that what is worst in it is found by urgency rather than unit by unit.';

CREATE FUNCTION monitor.indicators_of(policies text[], domains text[], departments text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(i.indicator_id), '{}') FROM ledger.indicator i
  WHERE (policies IS NULL OR i.policy_id = ANY (policies)) AND (domains IS NULL OR i.domain_id = ANY (domains))
    AND (departments IS NULL OR i.department_id = ANY (departments))
  HAVING policies IS NOT NULL OR domains IS NOT NULL OR departments IS NOT NULL
$$;
COMMENT ON FUNCTION monitor.indicators_of(text[], text[], text[]) IS 'Ids of the indicators of these policies, domains and departments (null: any); null where nothing is asked.';

CREATE FUNCTION monitor.lit_statuses(statuses text[], lights text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN lights IS NULL THEN statuses ELSE (
    SELECT coalesce(array_agg(s), '{}')
    FROM unnest(ARRAY['missed', 'breached', 'deteriorating', 'off_track', 'stale', 'overdue', 'review_overdue', 'above_appetite', 'never_reported', 'late']) AS s
    WHERE (statuses IS NULL OR s = ANY (statuses)) AND (monitor.light(s) = ANY (lights) OR (s = 'review_overdue' AND 'red' = ANY (lights)))) END
$$;
COMMENT ON FUNCTION monitor.lit_statuses(text[], text[]) IS 'Of the statuses that need attention those asked for (null: all) that have, or as a review of a risk can have, one of the lights (null: any).';

CREATE FUNCTION monitor.scope_or_all(units text[], subordinates boolean) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN subordinates IS NOT FALSE AND monitor.top_units(NULL) <@ units THEN NULL ELSE units END
$$;
COMMENT ON FUNCTION monitor.scope_or_all(text[], boolean) IS 'The units of a scope, or null (all) where they head everything that may be seen: then no row has to be looked up in the scope.';

CREATE FUNCTION monitor.urgent_from(as_of date, units text[], subordinates boolean, tiers smallint[], indicators text[], statuses text[], most bigint)
RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE step(urgency, found) AS (
    SELECT 64, 0::bigint
    UNION ALL
    SELECT step.urgency - 1, step.found + (
      SELECT count(*) FROM monitor.target_span p
      WHERE p.urgency IN (2 * (step.urgency - 1), 2 * (step.urgency - 1) + 1) AND p.to_day > as_of AND p.from_day <= as_of AND p.followed_on > as_of
        AND (p.reached_on IS NULL OR p.reached_on > as_of)
        AND (urgent_from.indicators IS NULL OR p.indicator_id = ANY (urgent_from.indicators)) AND (urgent_from.statuses IS NULL OR p.status = ANY (urgent_from.statuses))
        AND ((units IS NULL AND tiers IS NULL) OR p.unit_id IN (SELECT s.unit_id FROM monitor.units_in_scope(units, subordinates, tiers) s)))
    FROM step WHERE step.found < most * (SELECT count(*) FROM ledger.phase) AND step.urgency > 0
  )
  SELECT CASE WHEN monitor.scope_is_wide(units, subordinates) AND most IS NOT NULL THEN (SELECT min(step.urgency) FROM step) ELSE 0 END
$$;
COMMENT ON FUNCTION monitor.urgent_from(date, text[], boolean, smallint[], text[], text[], bigint) IS 'A severity that the worst most units and indicators of a wide scope reach for certain, so that only spans that can reach it need to be looked at; 0 where all have to be: in a narrow scope, where most is null, and where there are not so many. indicators, statuses: filters, null is none.';

CREATE FUNCTION monitor.urgencies(reach integer) RETURNS smallint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg((2 * u + n)::smallint) FROM generate_series(greatest(reach - 12, 1), 64) AS u, generate_series(0, 1) AS n WHERE u >= reach OR n = 1
$$;
COMMENT ON FUNCTION monitor.urgencies(integer) IS 'The urgencies (as in monitor.target_span) that can reach a severity: days, where they count, add 12 at most. As a list, so that an index by urgency and end is entered once for each.';

CREATE FUNCTION monitor.attention_targets(as_of date, units text[], subordinates boolean, tiers smallint[], indicators text[], statuses text[],
  most bigint, reach integer)
RETURNS TABLE (severity real, unit_id text, indicator_id text, phase text, status text, days integer, due_date date)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT w.severity, w.unit_id, w.indicator_id, w.phase, w.status, w.days, w.due_date
  FROM (
    SELECT *, row_number() OVER (PARTITION BY b.unit_id, b.indicator_id ORDER BY b.severity DESC, b.due_date DESC) AS nth
    FROM (
      SELECT p.unit_id, p.indicator_id, p.phase, p.status, p.due_date, d.days,
        CASE WHEN p.followed_on <= as_of THEN monitor.severity(4, 0, p.tier)
             ELSE monitor.severity(p.urgency / 2 - 3 * (5 - p.tier), d.days, p.tier) END AS severity
      FROM (
        SELECT p.* FROM monitor.units_in_scope(units, subordinates, tiers) s
        JOIN monitor.target_span p ON p.unit_id = s.unit_id AND p.from_day <= as_of AND p.to_day > as_of AND p.urgency IS NOT NULL
        WHERE attention_targets.reach = 0
        UNION ALL
        SELECT p.* FROM monitor.target_span p
        WHERE attention_targets.reach > 0 AND p.urgency = ANY (monitor.urgencies(attention_targets.reach)) AND p.to_day > as_of AND p.from_day <= as_of
          -- What was followed weighs 4, and at most 12 for its tier.
          AND p.followed_on > CASE WHEN attention_targets.reach <= 16 THEN '-infinity' ELSE as_of END
          AND ((units IS NULL AND tiers IS NULL) OR p.unit_id IN (SELECT s.unit_id FROM monitor.units_in_scope(units, subordinates, tiers) s))
      ) AS p
      CROSS JOIN LATERAL (
        SELECT CASE WHEN p.status = 'missed' THEN as_of - p.due_date WHEN p.status IN ('breached', 'stale') THEN as_of - p.from_day ELSE 0 END AS days
      ) AS d
      WHERE (p.reached_on IS NULL OR p.reached_on > as_of)
        AND (attention_targets.indicators IS NULL OR p.indicator_id = ANY (attention_targets.indicators))
        AND (attention_targets.statuses IS NULL OR p.status = ANY (attention_targets.statuses))
      -- As many phases at most as there are stand for one row in the end.
      ORDER BY severity DESC, d.days DESC, p.unit_id, p.indicator_id, p.phase
      LIMIT most * (SELECT count(*) FROM ledger.phase)
    ) AS b
  ) AS w
  WHERE w.nth = 1
$$;
COMMENT ON FUNCTION monitor.attention_targets(date, text[], boolean, smallint[], text[], text[], bigint, integer) IS 'Of each unit and indicator of the scope the one phase that needs attention most, from the spans of verdicts; at least the worst most of them (null: all). What was missed or breached at its due date counts little (weight 4, without days) once a later phase was judged, which then speaks for itself, and not at all once it was reached late. days: since the due date (missed) or since the state began (breached, stale), else 0. indicators, statuses: filters, null is none. reach: monitor.urgent_from of the same scope and filters.';

CREATE FUNCTION monitor.attention_found(as_of date, units text[], subordinates boolean, tiers smallint[], policies text[], domains text[],
  departments text[], statuses text[], lights text[], most bigint, indicators text[], reach integer)
RETURNS TABLE (severity real, register text, unit_id text, item_id text, phase text, department_id text, policy_id text,
  status text, light text, days integer, due_date date, level smallint, above_appetite boolean, period date, first_day date)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT t.severity, 'indicator', t.unit_id, t.indicator_id, t.phase, i.department_id, i.policy_id,
         t.status, monitor.light(t.status), t.days, t.due_date, NULL::smallint, NULL::boolean, NULL::date, NULL::date
  FROM monitor.attention_targets(as_of, units, subordinates, tiers, attention_found.indicators, statuses, most, attention_found.reach) t
  JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
  UNION ALL
  SELECT monitor.severity(t.urgency / 2 - 3 * (5 - t.tier), d.days, t.tier), 'task', t.unit_id, t.task_id, NULL,
         t.lead_department_id, t.policy_id, 'overdue', 'red', d.days, t.due_date, t.extension_count, t.worked_before IS NOT NULL, NULL, NULL
  FROM (
    SELECT t.* FROM monitor.units_in_scope(units, subordinates, tiers) s
    JOIN monitor.task_overdue t ON t.unit_id = s.unit_id AND t.from_day <= as_of AND t.to_day > as_of
    WHERE attention_found.reach = 0
    UNION ALL
    SELECT t.* FROM monitor.task_overdue t
    WHERE attention_found.reach > 0 AND t.urgency = ANY (monitor.urgencies(attention_found.reach)) AND t.to_day > as_of AND t.from_day <= as_of
      AND ((units IS NULL AND tiers IS NULL) OR t.unit_id IN (SELECT s.unit_id FROM monitor.units_in_scope(units, subordinates, tiers) s))
  ) AS t
  CROSS JOIN LATERAL (
    SELECT coalesce((SELECT n.counted FROM monitor.working_day n WHERE n.day = as_of) - t.worked_before, as_of - t.due_date) AS days
  ) AS d
  WHERE (policies IS NULL OR t.policy_id = ANY (policies)) AND (domains IS NULL OR t.domain_id = ANY (domains))
    AND (departments IS NULL OR t.lead_department_id = ANY (departments)) AND (statuses IS NULL OR 'overdue' = ANY (statuses))
  UNION ALL
  SELECT monitor.severity(monitor.status_weight(v.status, r.above_appetite)
           + CASE WHEN r.above_appetite THEN 4 * least(greatest(coalesce(coalesce(r.residual_level, r.current_level) - r.appetite_level, 1), 1), 3) ELSE 0 END,
           v.days, r.tier),
         'risk', r.unit_id, r.risk_id, NULL, r.department_id, r.policy_id, v.status, monitor.risk_light(v.status, r.above_appetite), v.days,
         r.next_review_on, coalesce(r.residual_level, r.current_level), r.above_appetite, NULL, NULL
  FROM monitor.units_in_scope(units, subordinates, tiers) s
  JOIN monitor.risk_span r ON r.unit_id = s.unit_id AND r.from_day <= as_of AND r.to_day > as_of
  LEFT JOIN ledger.policy p ON p.policy_id = r.policy_id
  CROSS JOIN LATERAL (
    SELECT monitor.risk_verdict(as_of, r.current_level, r.above_appetite, r.next_review_on) AS status, greatest(as_of - r.next_review_on, 0) AS days
  ) AS v
  WHERE v.status IN ('above_appetite', 'review_overdue')
    AND (policies IS NULL OR r.policy_id = ANY (policies)) AND (domains IS NULL OR p.domain_id = ANY (domains))
    AND (departments IS NULL OR r.department_id = ANY (departments)) AND (statuses IS NULL OR v.status = ANY (statuses))
    AND (lights IS NULL OR monitor.risk_light(v.status, r.above_appetite) = ANY (lights))
  UNION ALL
  SELECT monitor.severity(monitor.status_weight(v.status), v.days, u.tier), 'report', d.unit_id, d.indicator_id, NULL, i.department_id, i.policy_id,
         v.status, monitor.light(v.status), v.days, d.period + i.report_days, NULL, NULL, d.period, d.first_day
  FROM monitor.report_missing(as_of, units, subordinates, tiers, attention_found.indicators) d
  JOIN ledger.org_unit u ON u.unit_id = d.unit_id
  JOIN ledger.indicator i ON i.indicator_id = d.indicator_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN d.known_from <= as_of THEN 'late' ELSE 'never_reported' END AS status, as_of - (d.period + i.report_days) AS days
  ) AS v
  -- At most 14, 12 for its days and 12 for its tier.
  WHERE attention_found.reach <= 38 AND (statuses IS NULL OR v.status = ANY (statuses))
$$;
COMMENT ON FUNCTION monitor.attention_found(date, text[], boolean, smallint[], text[], text[], text[], text[], text[], bigint, text[], integer) IS 'What in the scope and the filters (null: none) needs attention, at least the worst most of it, from read models alone, with what orders and narrows it; monitor.attention tells the details of the worst. statuses: monitor.lit_statuses; indicators: monitor.indicators_of; least: monitor.urgent_from. level, above_appetite: of a task its extensions and whether it counts working days.';

CREATE FUNCTION monitor.attention(as_of date, units text[] DEFAULT NULL, subordinates boolean DEFAULT true, lang text DEFAULT NULL,
  tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL, domains text[] DEFAULT NULL, departments text[] DEFAULT NULL,
  statuses text[] DEFAULT NULL, lights text[] DEFAULT NULL, most bigint DEFAULT NULL)
RETURNS TABLE (
  severity real, register text, item_id text, title text, unit_id text, unit text, department_id text, department text,
  officer text, policy_id text, status text, light text, days integer, detail text, due_date date)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200 AS $$
  SELECT
    c.severity, c.register, CASE c.register WHEN 'indicator' THEN c.item_id || '/' || c.phase ELSE c.item_id END,
    coalesce(said.title, task.title, risk.title), c.unit_id, monitor.in_language(u.name_zh, u.name_en, lang),
    c.department_id, monitor.in_language(dep.name_zh, dep.name_en, lang), coalesce(task.officer, risk.officer), c.policy_id,
    c.status, c.light, c.days, coalesce(said.detail, task.detail, risk.detail), c.due_date
  FROM (
    SELECT f.*
    FROM monitor.attention_found(as_of, (SELECT monitor.scope_or_all(units, subordinates)), subordinates, tiers, policies, domains, departments, monitor.lit_statuses(statuses, lights), lights, most,
      -- A query of its own makes the found a function's result: planned apart, with fewer tables at once.
      (SELECT monitor.indicators_of(policies, domains, departments)),
      (SELECT monitor.urgent_from(as_of, monitor.scope_or_all(units, subordinates), subordinates, tiers, monitor.indicators_of(policies, domains, departments), monitor.lit_statuses(statuses, lights), most))) f
    ORDER BY f.severity DESC, f.days DESC, f.register, f.unit_id, f.item_id
    LIMIT most
  ) AS c
  JOIN ledger.org_unit u ON u.unit_id = c.unit_id
  JOIN ledger.department dep ON dep.department_id = c.department_id
  LEFT JOIN LATERAL (
    SELECT
      CASE WHEN c.register = 'report' THEN i.name
           WHEN lang LIKE 'en%' THEN i.name || ', ' || lower(ph.name_en) ELSE i.name || '（' || ph.name_zh || '）' END AS title,
      CASE WHEN c.register = 'report'
        THEN monitor.report_sentence(c.period, c.days, (
          SELECT count(*)::integer FROM monitor.report_gap g
          WHERE g.unit_id = c.unit_id AND g.indicator_id = c.item_id AND g.period BETWEEN c.first_day AND c.period AND g.reported_on > as_of)
          + (SELECT CASE WHEN d.last_period < c.period THEN monitor.periods_between(i.reporting_period, greatest(c.first_day, d.last_period + 1), c.period) ELSE 0 END
             FROM monitor.series_duty d WHERE d.unit_id = c.unit_id AND d.indicator_id = c.item_id), lang)
        ELSE monitor.target_sentence(c.status, o.value, t.target_value,
          CASE WHEN i.kind IN ('target', 'rank') THEN monitor.expected_value(t.baseline_value, t.baseline_date, t.target_value, t.due_date,
            CASE WHEN as_of > t.due_date THEN t.due_date ELSE coalesce(o.value_date, as_of) END) END,
          i.decimals, c.days, lang, t.target_upper, i.kind, i.unit_of_measure) END AS detail
    FROM (SELECT *, monitor.in_language(i.name_zh, i.name_en, lang) AS name FROM ledger.indicator i WHERE i.indicator_id = c.item_id) AS i
    LEFT JOIN monitor.current_target(NULL) t ON t.unit_id = c.unit_id AND t.indicator_id = c.item_id AND t.phase = c.phase
    LEFT JOIN ledger.phase ph ON ph.phase = c.phase
    CROSS JOIN LATERAL (
      SELECT (array_agg(k.value ORDER BY k.revision DESC))[1] AS value, max(k.period) AS value_date
      FROM ledger.observation k
      WHERE k.unit_id = c.unit_id AND k.indicator_id = c.item_id
        -- The latest first: its other revisions lie beside it.
        AND k.period = (SELECT max(l.period) FROM ledger.observation l
                        WHERE l.unit_id = c.unit_id AND l.indicator_id = c.item_id AND l.period > t.baseline_date AND l.period <= as_of)
    ) AS o
  ) AS said ON c.register IN ('indicator', 'report')
  LEFT JOIN LATERAL (
    SELECT monitor.in_language(f.title_zh, f.title_en, lang) AS title, f.accountable_officer AS officer,
      monitor.task_sentence(c.days, c.above_appetite, c.level,
        monitor.days_late(f.due_date, monitor.late_from(f.due_date, f.day_kind), as_of, c.above_appetite), lang) AS detail
    FROM ledger.task f WHERE f.unit_id = c.unit_id AND f.task_id = c.item_id
      AND NOT EXISTS (SELECT FROM ledger.task later WHERE later.unit_id = f.unit_id AND later.task_id = f.task_id AND later.revision > f.revision)
  ) AS task ON c.register = 'task'
  LEFT JOIN LATERAL (
    SELECT monitor.in_language(f.title_zh, f.title_en, lang) AS title, f.owner AS officer,
      monitor.risk_sentence(c.level, c.above_appetite, c.days, lang) AS detail
    FROM ledger.risk f WHERE f.unit_id = c.unit_id AND f.risk_id = c.item_id
      AND NOT EXISTS (SELECT FROM ledger.risk later WHERE later.unit_id = f.unit_id AND later.risk_id = f.risk_id AND later.revision > f.revision)
  ) AS risk ON c.register = 'risk'
  ORDER BY c.severity DESC, c.days DESC, c.register, c.unit_id, c.item_id
$$;
COMMENT ON FUNCTION monitor.attention(date, text[], boolean, text, smallint[], text[], text[], text[], text[], text[], bigint) IS
'What needs attention as of a day, with everything known, over all registers, worst first, the first most rows (null: all): targets breached, missed, deteriorating, off track or stale (one row per unit and indicator: the phase that matters now), tasks overdue, risks above their appetite or overdue for review, reports late.
severity = weight + 12·min(ln(1 + days)/ln(366), 1) + 3·(5 - tier); weights: breached 44; review overdue of a risk above its appetite 46, above appetite 38, both + 4 a level above (3 at most), review overdue within the appetite 18; missed 42; of what was missed or breached at its due date 4, without days, once a later phase is judged, and no row once it was reached late; deteriorating 40; off track 34; task overdue 30 + 4 an extension (3 at most); never reported 14; report late 10; stale 6. Ties by days.
item_id: of an indicator "<indicator>/<phase>". officer: accountable officer or risk owner, null where the register names none. days: overdue, late or since the state began (breached, stale), 0 where none counts; calendar days, of tasks in their own kind. detail: one sentence. Filters: null is none.';
