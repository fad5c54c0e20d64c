-- What alert rules ask: one row per item with the labels that address it and one number, 0 when all is well
-- (docs/query-kinds.md, Alert format). An item stays for a week after it ended, so that its alert sees the 0.

CREATE FUNCTION monitor.due_step(days_left integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN days_left BETWEEN 0 AND 7 THEN 7 WHEN days_left BETWEEN 8 AND 15 THEN 15 WHEN days_left BETWEEN 16 AND 30 THEN 30 ELSE 0 END
$$;
COMMENT ON FUNCTION monitor.due_step(integer) IS 'The step of warning before a due date: 7, 15 or 30, the smallest that the days left fit in; 0 where more than 30 are left, where none are (overdue), or where days_left is null.';

CREATE FUNCTION monitor.consequence(weight double precision, tier smallint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN weight >= 3 OR tier <= 2 THEN 'high' WHEN weight >= 2 OR tier = 3 THEN 'medium' ELSE 'low' END
$$;
COMMENT ON FUNCTION monitor.consequence(double precision, smallint) IS 'How much it matters that a task is late: high where it weighs 3 or more (1 is plain) or is a province''s or the centre''s own, medium from 2 or where it is a city''s, else low. A convention of this ledger; it depends on nothing that changes from day to day, so that it may be a label.';

CREATE FUNCTION monitor.policy_arrears(as_of date, units text[], subordinates boolean, tiers smallint[] DEFAULT NULL)
RETURNS TABLE (unit_id text, policy_id text, open bigint, overdue bigint, last_done_on date, is_overdue boolean, overdue_since date)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT c.unit_id, c.policy_id, c.open, c.overdue, c.last_done_on,
         c.overdue >= 5 OR (c.overdue >= 1 AND coalesce(p.ends_on < as_of, false)), c.overdue_since
  FROM (
    SELECT t.unit_id, t.policy_id, count(*) FILTER (WHERE t.completed_on IS NULL) AS open,
           count(*) FILTER (WHERE t.completed_on IS NULL AND t.late_from <= as_of) AS overdue, max(t.completed_on) AS last_done_on,
           min(t.due_date) FILTER (WHERE t.completed_on IS NULL AND t.late_from <= as_of) AS overdue_since
    FROM monitor.units_in_scope(units, subordinates, tiers) s
    JOIN monitor.task_span t ON t.unit_id = s.unit_id AND t.from_day <= as_of AND t.to_day > as_of
    GROUP BY t.unit_id, t.policy_id
  ) AS c
  JOIN ledger.policy p ON p.policy_id = c.policy_id
$$;
COMMENT ON FUNCTION monitor.policy_arrears(date, text[], boolean, smallint[]) IS 'One row per unit and policy with tasks there: how many are open and overdue, and when the last one was done (null: none). is_overdue: the policy itself counts as overdue in the unit, because at least five of its tasks there are, or one is and the policy''s end has passed. overdue_since: the earliest due date of those overdue (null: none).';

CREATE FUNCTION monitor.periods_behind(as_of date, unit_id text, indicator_id text, phase text) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT count(DISTINCT o.period)::integer
  FROM monitor.target_span b
  JOIN ledger.observation o ON o.unit_id = b.unit_id AND o.indicator_id = b.indicator_id
    AND o.period >= b.from_day AND o.period < b.to_day AND o.period <= as_of
  WHERE b.unit_id = periods_behind.unit_id AND b.indicator_id = periods_behind.indicator_id AND b.phase = periods_behind.phase
    AND b.status IN ('off_track', 'deteriorating') AND b.from_day <= as_of
    AND NOT EXISTS (
      SELECT FROM monitor.target_span better
      WHERE better.unit_id = b.unit_id AND better.indicator_id = b.indicator_id AND better.phase = b.phase
        AND better.from_day >= b.to_day AND better.from_day <= as_of AND better.status NOT IN ('off_track', 'deteriorating', 'stale'))
$$;
COMMENT ON FUNCTION monitor.periods_behind(date, text, text, text) IS 'At how many reporting periods'' ends in a row, up to now, a target was found off track or deteriorating by its own method; 0 where it is not now. A value that is missing neither adds a period nor ends the row: going silent ends no warning.';

CREATE FUNCTION monitor.behind_pace(as_of date, unit_id text, indicator_id text, phase text) RETURNS double precision LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT greatest(0, 100 * (1 - coalesce(g.pace, 1)))
  FROM ledger.phase_target t
  JOIN ledger.indicator i ON i.indicator_id = t.indicator_id
  CROSS JOIN LATERAL (
    SELECT (array_agg(o.value ORDER BY o.period DESC, o.revision DESC))[1] AS value, max(o.period) AS period
    FROM ledger.observation o
    WHERE o.unit_id = t.unit_id AND o.indicator_id = t.indicator_id AND o.period > t.baseline_date AND o.period <= as_of
  ) AS o
  CROSS JOIN LATERAL monitor.progress(t.baseline_value, t.baseline_date, o.value, o.period, t.target_value, t.target_upper, t.start_date,
    t.due_date, i.direction, i.kind, coalesce(t.progress_method, i.progress_method), i.reporting_period, as_of, NULL, NULL) g
  WHERE t.unit_id = behind_pace.unit_id AND t.indicator_id = behind_pace.indicator_id AND t.phase = behind_pace.phase
  ORDER BY t.revision DESC
  LIMIT 1
$$;
COMMENT ON FUNCTION monitor.behind_pace(date, text, text, text) IS 'How far a target is behind its linear pace, in percent: 100·(1 - pace) of the latest value; 0 where it is not behind or nothing is known.';

CREATE FUNCTION monitor.imported_at(as_of date) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT max(recorded_at) FROM ledger.batch WHERE recorded_at < (as_of + 1)::timestamp AT TIME ZONE monitor.time_zone()
$$;
COMMENT ON FUNCTION monitor.imported_at(date) IS 'When the ledger last accepted an import by the end of that day; null: never. Runs as its owner, because batches are for the whole-ledger reader only; it tells the time and nothing else.';

CREATE FUNCTION monitor.levels_up(measure text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN measure IN ('escalation_days', 'policy_escalation_days') THEN 1
              WHEN measure IN ('second_escalation_days', 'second_policy_escalation_days') THEN 2 END
$$;
COMMENT ON FUNCTION monitor.levels_up(text) IS 'How many tiers above the unit an escalation is addressed to; null for a measure that is none.';

CREATE FUNCTION monitor.escalated(working_days integer, above_id text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN above_id IS NULL THEN 0 ELSE greatest(coalesce(working_days, 0), 0) END
$$;
COMMENT ON FUNCTION monitor.escalated(integer, text) IS 'Working days overdue as the unit above counts them; 0 where nobody above is within the reader''s jurisdiction.';

CREATE FUNCTION monitor.task_alerts(as_of date, measure text, units text[] DEFAULT NULL, subordinates boolean DEFAULT true, lang text DEFAULT NULL,
  tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL, domains text[] DEFAULT NULL, departments text[] DEFAULT NULL, role text DEFAULT 'lead')
RETURNS TABLE (task_id text, task text, unit_id text, unit text, policy_id text, policy text, department_id text, department text,
  officer text, consequence text, above_id text, above text, completed_on date, measured double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT c.task_id, monitor.in_language(f.title_zh, f.title_en, lang), c.unit_id, monitor.in_language(u.name_zh, u.name_en, lang),
         c.policy_id, monitor.in_language(p.title_zh, p.title_en, lang), c.lead_department_id, monitor.in_language(d.name_zh, d.name_en, lang),
         f.accountable_officer, monitor.consequence(f.weight, c.tier), coalesce(c.above_id, ''), coalesce(monitor.in_language(a.name_zh, a.name_en, lang), ''),
         c.completed_on, c.measured
  FROM (
    -- Chosen first: the planner takes the parts of the keys below for independent and would turn the joins round.
    SELECT t.*, x.ancestor_id AS above_id,
           CASE WHEN t.completed_on IS NOT NULL THEN 0 ELSE
             CASE measure
               WHEN 'extension_count' THEN t.extension_count
               WHEN 'due_within' THEN CASE WHEN as_of < t.late_from THEN monitor.due_step(greatest(0,
                 CASE WHEN t.working_days THEN coalesce(monitor.working_days(as_of, t.due_date), t.due_date - as_of) ELSE t.due_date - as_of END)) ELSE 0 END
               WHEN 'overdue_days' THEN v.late
               ELSE CASE WHEN measure = 'overdue_days_apart' THEN v.late
                         WHEN as_of < t.late_from THEN 0
                         ELSE monitor.escalated(coalesce(monitor.working_days(t.due_date, as_of), as_of - t.due_date), x.ancestor_id) END
                    * CASE WHEN o.policy_id IS NULL THEN 1 ELSE -1 END
             END END::double precision AS measured
    FROM monitor.units_in_scope(units, subordinates, tiers) s
    JOIN monitor.task_span t ON t.unit_id = s.unit_id AND t.from_day <= as_of AND t.to_day > as_of
    CROSS JOIN LATERAL (SELECT monitor.days_late(t.due_date, t.late_from, as_of, t.working_days) AS late) AS v
    LEFT JOIN monitor.policy_arrears(as_of, units, subordinates, tiers) o
      ON measure IN ('overdue_days_apart', 'escalation_days', 'second_escalation_days') AND o.is_overdue AND o.unit_id = t.unit_id AND o.policy_id = t.policy_id
    LEFT JOIN ledger.org_closure x ON x.unit_id = t.unit_id AND x.depth = monitor.levels_up(measure)
    WHERE (t.completed_on IS NULL OR t.completed_on > as_of - 7)
      -- What is far from its due date has no step, and had none a week ago.
      AND (measure <> 'due_within' OR t.due_date BETWEEN as_of - 37 AND as_of + 90 OR t.extended_on > as_of - 7)
      AND (policies IS NULL OR t.policy_id = ANY (policies)) AND (domains IS NULL OR t.domain_id = ANY (domains))
      AND (departments IS NULL OR (role IN ('lead', 'any') AND t.lead_department_id = ANY (departments))
           OR (role IN ('support', 'any') AND t.support_department_ids && departments))
    OFFSET 0
  ) AS c
  JOIN ledger.task f ON f.unit_id = c.unit_id AND f.task_id = c.task_id AND f.revision = c.revision
  JOIN ledger.org_unit u ON u.unit_id = c.unit_id
  JOIN ledger.policy p ON p.policy_id = c.policy_id
  JOIN ledger.department d ON d.department_id = c.lead_department_id
  LEFT JOIN ledger.org_unit a ON a.unit_id = c.above_id
$$;
COMMENT ON FUNCTION monitor.task_alerts(date, text, text[], boolean, text, smallint[], text[], text[], text[], text) IS
'One row per task of the scope that is open on that day or was done within the last seven days (then 0); for due_within those due within three months, due a month ago or extended within a week. measure: overdue_days, in the task''s own days; overdue_days_apart, the same, negative where the policy itself is overdue in the unit and tells it (monitor.policy_arrears); extension_count; due_within, 30, 15 or 7 in the task''s own days, 0 when later or overdue; escalation_days and second_escalation_days, working days overdue for the unit one or two tiers above, which above_id and above name (empty for other measures), negative where the policy itself is overdue and is escalated instead. Filters: null is none; departments by role (lead, support, any).';

CREATE FUNCTION monitor.policy_alerts(as_of date, units text[] DEFAULT NULL, subordinates boolean DEFAULT true, lang text DEFAULT NULL,
  tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL, domains text[] DEFAULT NULL, departments text[] DEFAULT NULL, role text DEFAULT 'lead',
  measure text DEFAULT 'policy_overdue_tasks')
RETURNS TABLE (policy_id text, policy text, unit_id text, unit text, department_id text, department text, above_id text, above text,
  last_done_on date, measured double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT o.policy_id, monitor.in_language(p.title_zh, p.title_en, lang), o.unit_id, monitor.in_language(u.name_zh, u.name_en, lang),
         coalesce(d.department_id, ''), coalesce(monitor.in_language(d.name_zh, d.name_en, lang), ''),
         coalesce(x.ancestor_id, ''), coalesce(monitor.in_language(a.name_zh, a.name_en, lang), ''), o.last_done_on,
         CASE WHEN NOT o.is_overdue THEN 0
              WHEN measure = 'policy_overdue_tasks' THEN o.overdue
              ELSE monitor.escalated(coalesce(monitor.working_days(o.overdue_since, as_of), as_of - o.overdue_since), x.ancestor_id)
         END::double precision
  FROM monitor.policy_arrears(as_of, units, subordinates, tiers) o
  JOIN ledger.policy p ON p.policy_id = o.policy_id
  JOIN ledger.org_unit u ON u.unit_id = o.unit_id
  LEFT JOIN ledger.policy_department l ON l.policy_id = o.policy_id AND l.role = 'lead'
  LEFT JOIN ledger.department d ON d.department_id = l.department_id
  LEFT JOIN ledger.org_closure x ON x.unit_id = o.unit_id AND x.depth = monitor.levels_up(measure)
  LEFT JOIN ledger.org_unit a ON a.unit_id = x.ancestor_id
  WHERE (o.open > 0 OR o.last_done_on > as_of - 7)
    AND (policies IS NULL OR o.policy_id = ANY (policies)) AND (domains IS NULL OR p.domain_id = ANY (domains))
    AND (departments IS NULL OR EXISTS (
      SELECT FROM ledger.policy_department n WHERE n.policy_id = o.policy_id AND n.department_id = ANY (departments)
        AND (policy_alerts.role = 'any' OR n.role = policy_alerts.role)))
$$;
COMMENT ON FUNCTION monitor.policy_alerts(date, text[], boolean, text, smallint[], text[], text[], text[], text, text) IS
'One row per policy and unit where a task of it is open or was done within the last seven days; 0 unless the policy itself counts as overdue there (monitor.policy_arrears). measure: policy_overdue_tasks, how many of its tasks there are overdue; policy_escalation_days and second_policy_escalation_days, working days since the earliest due date of those for the unit one or two tiers above, which above_id and above name (empty for the other measure): as much as the longest overdue of the tasks would be escalated with, so that what is not told task by task is told of the policy. department: the policy''s lead; empty where it has none. Filters: null is none; departments of the policy by role.';

CREATE FUNCTION monitor.target_alerts(as_of date, measure text, units text[] DEFAULT NULL, subordinates boolean DEFAULT true, lang text DEFAULT NULL,
  tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL, domains text[] DEFAULT NULL, departments text[] DEFAULT NULL,
  indicators text[] DEFAULT NULL, phases text[] DEFAULT NULL)
RETURNS TABLE (indicator_id text, indicator text, phase text, unit_id text, unit text, department_id text, department text, above_id text, above text,
  phase_position smallint, measured double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT c.indicator_id, monitor.in_language(i.name_zh, i.name_en, lang), c.phase, c.unit_id, monitor.in_language(u.name_zh, u.name_en, lang),
         i.department_id, monitor.in_language(d.name_zh, d.name_en, lang), coalesce(c.above_id, ''), coalesce(monitor.in_language(a.name_zh, a.name_en, lang), ''),
         ph.position, c.measured
  FROM (
    SELECT p.unit_id, p.indicator_id, p.phase, x.ancestor_id AS above_id,
           CASE measure
             WHEN 'overdue_days' THEN CASE WHEN v.owed AND p.status = 'missed' THEN as_of - p.due_date ELSE 0 END
             WHEN 'breached' THEN CASE WHEN p.status = 'breached' AND (as_of <= p.due_date OR v.owed) THEN 1 ELSE 0 END
             WHEN 'due_within' THEN CASE WHEN p.status IN ('achieved', 'met') THEN 0 ELSE monitor.due_step(p.due_date - as_of) END
             WHEN 'periods_behind' THEN CASE WHEN p.status IN ('off_track', 'deteriorating', 'stale')
                                             THEN monitor.periods_behind(as_of, p.unit_id, p.indicator_id, p.phase) ELSE 0 END
             WHEN 'behind_pace' THEN CASE WHEN p.status IN ('on_track', 'at_risk', 'off_track', 'deteriorating', 'stale') AND k.kind IN ('target', 'rank')
                                          THEN monitor.behind_pace(as_of, p.unit_id, p.indicator_id, p.phase) ELSE 0 END
             ELSE CASE WHEN v.owed AND p.status = 'missed' THEN monitor.escalated(coalesce(monitor.working_days(p.due_date, as_of), as_of - p.due_date), x.ancestor_id)
                       ELSE 0 END
           END::double precision AS measured
    FROM monitor.units_in_scope(units, subordinates, tiers) s
    JOIN monitor.target_span p ON p.unit_id = s.unit_id AND p.from_day <= as_of AND p.to_day > as_of
    JOIN ledger.indicator k ON k.indicator_id = p.indicator_id
    CROSS JOIN LATERAL (SELECT p.reached_on IS NULL OR p.reached_on > as_of AS owed) AS v
    LEFT JOIN ledger.org_closure x ON x.unit_id = p.unit_id AND x.depth = monitor.levels_up(measure)
    WHERE CASE WHEN measure = 'due_within' THEN p.due_date BETWEEN as_of - 7 AND as_of + 37
               WHEN measure IN ('behind_pace', 'periods_behind') THEN k.kind IN ('target', 'rank') AND p.due_date >= as_of - 7
               WHEN measure = 'breached' THEN true
               ELSE p.due_date <= as_of END
      AND (target_alerts.indicators IS NULL OR p.indicator_id = ANY (target_alerts.indicators)) AND (phases IS NULL OR p.phase = ANY (phases))
      AND (policies IS NULL OR k.policy_id = ANY (policies)) AND (domains IS NULL OR k.domain_id = ANY (domains))
      AND (departments IS NULL OR k.department_id = ANY (departments))
    OFFSET 0
  ) AS c
  JOIN ledger.indicator i ON i.indicator_id = c.indicator_id
  JOIN ledger.phase ph ON ph.phase = c.phase
  JOIN ledger.org_unit u ON u.unit_id = c.unit_id
  JOIN ledger.department d ON d.department_id = i.department_id
  LEFT JOIN ledger.org_unit a ON a.unit_id = c.above_id
$$;
COMMENT ON FUNCTION monitor.target_alerts(date, text, text[], boolean, text, smallint[], text[], text[], text[], text[], text[]) IS
'One row per indicator, unit and phase of the scope that the measure can be about, from the spans of verdicts (everything known): for due_within what is due within five weeks or was within one; for behind_pace and periods_behind what has a pace and is not due for more than a week; for overdue_days and escalations what is due by now. measure: overdue_days, calendar days since the due date of a missed target until it is reached; breached, 1 while a floor, ceiling, range, yes/no or value to maintain is not kept, after the due date until it is kept again; behind_pace, 100·(1 - pace) of the latest value while the phase runs; periods_behind (monitor.periods_behind); due_within, 30, 15 or 7 calendar days before the due date while the target is not reached; escalation_days and second_escalation_days, working days since the due date of a missed target for the unit one or two tiers above, which above_id and above name (empty for other measures). 0 otherwise. Filters: null is none.';

CREATE FUNCTION monitor.risk_alerts(as_of date, measure text, units text[] DEFAULT NULL, subordinates boolean DEFAULT true, lang text DEFAULT NULL,
  tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL, domains text[] DEFAULT NULL, departments text[] DEFAULT NULL, categories text[] DEFAULT NULL)
RETURNS TABLE (risk_id text, risk text, category text, unit_id text, unit text, department_id text, department text, owner text,
  above_id text, above text, measured double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT r.risk_id, r.title, coalesce(r.category_name, r.category), r.unit_id, r.unit, coalesce(r.department_id, ''), coalesce(r.department, ''),
         coalesce(r.owner, ''), coalesce(x.ancestor_id, ''), coalesce(monitor.in_language(a.name_zh, a.name_en, lang), ''),
         CASE measure
           WHEN 'review_overdue_days' THEN greatest(0, coalesce(r.review_overdue_days, 0))
           WHEN 'mitigation_overdue_days' THEN greatest(0, coalesce(r.mitigation_overdue_days, 0))
           WHEN 'levels_above_appetite' THEN
             CASE WHEN r.above_appetite THEN greatest(1, coalesce(r.residual_level, r.current_level) - r.appetite_level) ELSE 0 END
           ELSE monitor.escalated(greatest(
                  CASE WHEN r.review_overdue_days > 0 THEN coalesce(monitor.working_days(r.next_review_on, as_of), r.review_overdue_days) END,
                  CASE WHEN r.mitigation_overdue_days > 0 THEN coalesce(monitor.working_days(r.mitigation_due_date, as_of), r.mitigation_overdue_days) END),
                x.ancestor_id)
         END::double precision
  FROM monitor.risk_status(as_of, units, subordinates, lang, NULL, tiers, policies, domains, departments, categories) r
  LEFT JOIN ledger.org_closure x ON x.unit_id = r.unit_id AND x.depth = monitor.levels_up(measure)
  LEFT JOIN ledger.org_unit a ON a.unit_id = x.ancestor_id
  UNION ALL
  SELECT r.risk_id, monitor.in_language(f.title_zh, f.title_en, lang), monitor.in_language(c.name_zh, c.name_en, lang), r.unit_id,
         monitor.in_language(u.name_zh, u.name_en, lang), r.department_id, monitor.in_language(d.name_zh, d.name_en, lang), f.owner,
         coalesce(x.ancestor_id, ''), coalesce(monitor.in_language(a.name_zh, a.name_en, lang), ''), 0
  FROM monitor.units_in_scope(units, subordinates, tiers) s
  JOIN monitor.risk_span r ON r.unit_id = s.unit_id AND r.to_day > as_of - 7 AND r.to_day <= as_of
  JOIN ledger.risk f ON f.unit_id = r.unit_id AND f.risk_id = r.risk_id AND f.revision = r.revision
  JOIN ledger.org_unit u ON u.unit_id = r.unit_id
  JOIN ledger.risk_category c ON c.category = r.category
  JOIN ledger.department d ON d.department_id = r.department_id
  LEFT JOIN ledger.policy p ON p.policy_id = r.policy_id
  LEFT JOIN ledger.org_closure x ON x.unit_id = r.unit_id AND x.depth = monitor.levels_up(measure)
  LEFT JOIN ledger.org_unit a ON a.unit_id = x.ancestor_id
  WHERE NOT EXISTS (SELECT FROM monitor.risk_span later WHERE later.unit_id = r.unit_id AND later.risk_id = r.risk_id AND later.from_day >= r.to_day
                      AND later.from_day <= as_of)
    AND (policies IS NULL OR r.policy_id = ANY (policies)) AND (domains IS NULL OR p.domain_id = ANY (domains))
    AND (departments IS NULL OR r.department_id = ANY (departments)) AND (categories IS NULL OR r.category = ANY (categories))
$$;
COMMENT ON FUNCTION monitor.risk_alerts(date, text, text[], boolean, text, smallint[], text[], text[], text[], text[]) IS
'One row per risk of the scope that is open on that day or was closed within the last seven days (then 0). measure: levels_above_appetite, 1 at least while it is above (red); review_overdue_days and mitigation_overdue_days, calendar days; escalation_days and second_escalation_days, working days since the review or the mitigation was due, whichever is longer overdue, for the unit one or two tiers above, which above_id and above name (empty for other measures). Filters: null is none.';

CREATE FUNCTION monitor.report_alerts(as_of date, measure text, units text[] DEFAULT NULL, subordinates boolean DEFAULT true, lang text DEFAULT NULL,
  tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL, domains text[] DEFAULT NULL, departments text[] DEFAULT NULL, indicators text[] DEFAULT NULL)
RETURNS TABLE (indicator_id text, indicator text, unit_id text, unit text, department_id text, department text, above_id text, above text,
  measured double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT r.indicator_id, r.indicator, r.unit_id, r.unit, r.department_id, r.department,
         coalesce(x.ancestor_id, ''), coalesce(monitor.in_language(a.name_zh, a.name_en, lang), ''),
         CASE WHEN measure = 'stale_days'
              THEN greatest(0, coalesce(as_of - (r.last_period + floor(1.5 * monitor.period_days(i.reporting_period))::integer), 0))
              WHEN r.status NOT IN ('late', 'never_reported') THEN 0
              WHEN measure = 'late_days' THEN greatest(0, coalesce(r.late_days, 0))
              ELSE monitor.escalated(coalesce(monitor.working_days(r.report_due_on, as_of), r.late_days), x.ancestor_id)
         END::double precision
  FROM monitor.report_status(as_of, NULL, units, subordinates, lang, tiers) r
  JOIN ledger.indicator i ON i.indicator_id = r.indicator_id
  LEFT JOIN ledger.org_closure x ON x.unit_id = r.unit_id AND x.depth = monitor.levels_up(measure)
  LEFT JOIN ledger.org_unit a ON a.unit_id = x.ancestor_id
  WHERE (policies IS NULL OR i.policy_id = ANY (policies)) AND (domains IS NULL OR i.domain_id = ANY (domains))
    AND (departments IS NULL OR i.department_id = ANY (departments))
    AND (report_alerts.indicators IS NULL OR r.indicator_id = ANY (report_alerts.indicators))
$$;
COMMENT ON FUNCTION monitor.report_alerts(date, text, text[], boolean, text, smallint[], text[], text[], text[], text[]) IS
'One row per indicator and unit of the scope that must report. measure: late_days, calendar days since the report was due and has not come; stale_days, calendar days since the latest value became older than one and a half reporting periods (0 where there never was one: that is late); escalation_days and second_escalation_days, working days late for the unit one or two tiers above, which above_id and above name (empty for other measures). Filters: null is none.';
