-- Tasks and their deadlines (docs/methods.md, Deadlines).

CREATE FUNCTION monitor.ageing(overdue_days integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN overdue_days < 1 THEN NULL WHEN overdue_days <= 7 THEN '1-7' WHEN overdue_days <= 15 THEN '8-15'
              WHEN overdue_days <= 30 THEN '16-30' WHEN overdue_days <= 60 THEN '31-60' WHEN overdue_days > 60 THEN 'over_60' END
$$;
COMMENT ON FUNCTION monitor.ageing(integer) IS 'Class of a delay in days: 1-7, 8-15, 16-30, 31-60, over_60; null where there is none.';

CREATE FUNCTION monitor.days_late(due date, late_from date, until date, in_working_days boolean)
RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN until < late_from THEN 0
              WHEN in_working_days THEN coalesce(monitor.working_days(due, until), until - due)
              ELSE until - due END
$$;
COMMENT ON FUNCTION monitor.days_late(date, date, date, boolean) IS 'Days by which until is later than due, in working or calendar days; 0 when it is not late. late_from: monitor.late_from(due, …).';

CREATE FUNCTION monitor.task_verdict(as_of date, start_date date, due_date date, late_from date, completed_on date, due_soon_days integer)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN completed_on >= late_from THEN 'done_late'
              WHEN completed_on IS NOT NULL THEN 'done'
              WHEN as_of < start_date THEN 'not_started'
              WHEN as_of >= late_from THEN 'overdue'
              WHEN due_date - as_of <= due_soon_days THEN 'due_soon'
              ELSE 'open' END
$$;
COMMENT ON FUNCTION monitor.task_verdict(date, date, date, date, date, integer) IS 'Status word of a task: done, done_late, not_started, overdue, due_soon, open; due_soon from so many calendar days before the due date (null: never).';

CREATE FUNCTION monitor.only_overdue(statuses text[], lights text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(statuses <@ ARRAY['overdue'], false) OR coalesce(lights <@ ARRAY['red'], false)
$$;
COMMENT ON FUNCTION monitor.only_overdue(text[], text[]) IS 'Whether statuses and lights leave no other tasks than overdue ones, the only red ones.';

CREATE FUNCTION monitor.only_done(statuses text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(statuses <@ ARRAY['done', 'done_late'], false)
$$;
COMMENT ON FUNCTION monitor.only_done(text[]) IS 'Whether only tasks that are done are asked for.';

CREATE FUNCTION monitor.chosen_task(as_of date, units text[], subordinates boolean, statuses text[], tiers smallint[], policies text[],
  domains text[], departments text[], role text, lights text[], most bigint)
RETURNS TABLE (unit_id text, task_id text, to_day date, status text, overdue_days integer)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT t.unit_id, t.task_id, t.to_day, t.status, t.overdue_days
  FROM (
    -- Ways of which the statuses asked for leave one.
    SELECT t.unit_id, t.task_id, t.to_day, v.status, v.overdue_days, t.due_date, t.completed_on
    FROM (
      SELECT t.* FROM monitor.units_in_scope(units, subordinates, tiers) s
      JOIN monitor.task_span t ON t.unit_id = s.unit_id AND t.from_day <= as_of AND t.to_day > as_of
      WHERE NOT coalesce(chosen_task.statuses <@ ARRAY['due_soon'], false)
      UNION ALL
      -- A due date moves to the next working day by 60 days at most.
      SELECT t.* FROM monitor.task_span t
      WHERE coalesce(chosen_task.statuses <@ ARRAY['due_soon'], false) AND t.from_day <= as_of AND t.to_day > as_of
        AND t.completed_on IS NULL AND t.due_date BETWEEN as_of - 60 AND as_of + (SELECT monitor.setting_days('due_soon_days'))
        AND t.late_from > as_of
        AND ((units IS NULL AND tiers IS NULL) OR t.unit_id IN (SELECT s.unit_id FROM monitor.units_in_scope(units, subordinates, tiers) s))
    ) AS t
    CROSS JOIN LATERAL (
      SELECT monitor.task_verdict(as_of, t.start_date, t.due_date, t.late_from, t.completed_on, (SELECT monitor.setting_days('due_soon_days'))) AS status,
             CASE WHEN t.completed_on IS NOT NULL THEN t.late_days WHEN as_of < t.late_from THEN 0
                  ELSE coalesce((SELECT n.counted FROM monitor.working_day n WHERE n.day = as_of) - t.worked_before, as_of - t.due_date) END AS overdue_days
    ) AS v
    WHERE NOT monitor.only_overdue(chosen_task.statuses, lights) AND NOT monitor.only_done(chosen_task.statuses)
      AND (policies IS NULL OR t.policy_id = ANY (policies)) AND (domains IS NULL OR t.domain_id = ANY (domains))
      AND (departments IS NULL OR (role IN ('lead', 'any') AND t.lead_department_id = ANY (departments))
           OR (role IN ('support', 'any') AND t.support_department_ids && departments))
      AND (chosen_task.statuses IS NULL OR v.status = ANY (chosen_task.statuses))
      AND (lights IS NULL OR monitor.light(v.status) = ANY (lights))
    UNION ALL
    SELECT t.unit_id, t.task_id, t.to_day, 'overdue',
           coalesce((SELECT n.counted FROM monitor.working_day n WHERE n.day = as_of) - t.worked_before, as_of - t.due_date), t.due_date, NULL
    FROM monitor.units_in_scope(units, subordinates, tiers) s
    JOIN monitor.task_overdue t ON t.unit_id = s.unit_id AND t.from_day <= as_of AND t.to_day > as_of
    WHERE monitor.only_overdue(chosen_task.statuses, lights)
      AND (chosen_task.statuses IS NULL OR 'overdue' = ANY (chosen_task.statuses)) AND (lights IS NULL OR 'red' = ANY (lights))
      AND (policies IS NULL OR t.policy_id = ANY (policies)) AND (domains IS NULL OR t.domain_id = ANY (domains))
      AND (departments IS NULL OR (role IN ('lead', 'any') AND t.lead_department_id = ANY (departments))
           OR (role IN ('support', 'any') AND t.support_department_ids && departments))
    UNION ALL
    SELECT t.* FROM (
      SELECT t.unit_id, t.task_id, t.to_day, CASE WHEN t.late_days > 0 THEN 'done_late' ELSE 'done' END AS status, t.late_days, t.due_date, t.completed_on
      FROM monitor.task_span t
      WHERE monitor.only_done(chosen_task.statuses) AND NOT monitor.only_overdue(chosen_task.statuses, lights)
        AND t.completed_on IS NOT NULL AND t.from_day <= as_of
        AND CASE WHEN t.late_days > 0 THEN 'done_late' ELSE 'done' END = ANY (chosen_task.statuses)
        AND (lights IS NULL OR CASE WHEN t.late_days > 0 THEN 'yellow' ELSE 'green' END = ANY (lights))
        AND ((units IS NULL AND tiers IS NULL) OR t.unit_id IN (SELECT s.unit_id FROM monitor.units_in_scope(units, subordinates, tiers) s))
        AND (policies IS NULL OR t.policy_id = ANY (policies)) AND (domains IS NULL OR t.domain_id = ANY (domains))
        AND (departments IS NULL OR (role IN ('lead', 'any') AND t.lead_department_id = ANY (departments))
             OR (role IN ('support', 'any') AND t.support_department_ids && departments))
      ORDER BY t.late_days DESC, t.due_date, t.unit_id, t.task_id
      LIMIT most
    ) AS t
  ) AS t
  ORDER BY array_position(ARRAY['red', 'yellow', 'green', 'grey'], monitor.light(t.status)), t.completed_on IS NOT NULL, t.overdue_days DESC,
           t.due_date, t.unit_id, t.task_id
  LIMIT most
$$;
COMMENT ON FUNCTION monitor.chosen_task(date, text[], boolean, text[], smallint[], text[], text[], text[], text, text[], bigint) IS 'The tasks that monitor.task_status tells: of the scope and the filters (null: none) the first most, with the key of their span, status and days late.';

CREATE FUNCTION monitor.task_status(as_of date, units text[] DEFAULT NULL, subordinates boolean DEFAULT true, lang text DEFAULT NULL,
  statuses text[] DEFAULT NULL, tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL, domains text[] DEFAULT NULL,
  departments text[] DEFAULT NULL, role text DEFAULT 'lead', lights text[] DEFAULT NULL, most bigint DEFAULT NULL)
RETURNS TABLE (
  unit_id text, unit text, tier smallint, task_id text, title text, policy_id text, policy text, domain_id text,
  domain text, step smallint, step_name text, lead_department_id text, lead_department text,
  supporting_department_ids text[], supporting_departments text, accountable_officer text, start_date date,
  original_due_date date, due_date date, day_kind text, extension_count integer, last_extension_reason text,
  completed_on date, evidence_url text, status text, light text, overdue_days integer, original_overdue_days integer,
  days_left integer, ageing text, weight double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT
    t.unit_id, monitor.in_language(u.name_zh, u.name_en, lang), t.tier, t.task_id,
    monitor.in_language(f.title_zh, f.title_en, lang),
    t.policy_id, monitor.in_language(p.title_zh, p.title_en, lang),
    t.domain_id, monitor.in_language(d.name_zh, d.name_en, lang),
    f.step, monitor.in_language(ps.name_zh, ps.name_en, lang),
    t.lead_department_id, monitor.in_language(dep.name_zh, dep.name_en, lang),
    t.support_department_ids,
    (SELECT string_agg(monitor.in_language(s.name_zh, s.name_en, lang), CASE WHEN lang LIKE 'en%' THEN ', ' ELSE '、' END ORDER BY s.department_id)
     FROM ledger.department s WHERE s.department_id = ANY (t.support_department_ids)),
    f.accountable_officer, t.start_date, t.original_due_date, t.due_date, f.day_kind, t.extension_count::integer, e.reason,
    t.completed_on, d_one.evidence_url, t.status, monitor.light(t.status), t.overdue_days,
    monitor.days_late(t.original_due_date, t.original_late_from, coalesce(t.completed_on, as_of), t.working_days),
    CASE WHEN t.status IN ('not_started', 'open', 'due_soon') THEN t.due_date - as_of END,
    CASE WHEN t.status = 'overdue' THEN monitor.ageing(t.overdue_days) END,
    f.weight
  FROM (
    SELECT c.* FROM monitor.chosen_task(as_of, units, subordinates, task_status.statuses, tiers, policies, domains, departments, role, lights, most) c
    -- Chosen first: the planner takes the parts of the keys below for independent and would turn the joins round.
    OFFSET 0
  ) AS c
  CROSS JOIN LATERAL (
    SELECT t.*, c.status, c.overdue_days FROM monitor.task_span t
    WHERE t.unit_id = c.unit_id AND t.task_id = c.task_id AND t.to_day = c.to_day OFFSET 0
  ) AS t
  CROSS JOIN LATERAL (
    SELECT f.* FROM ledger.task f WHERE f.unit_id = c.unit_id AND f.task_id = c.task_id AND f.revision = t.revision OFFSET 0
  ) AS f
  LEFT JOIN LATERAL (
    SELECT e.reason FROM ledger.task_extension e WHERE e.unit_id = c.unit_id AND e.task_id = c.task_id AND e.extended_on = t.extended_on OFFSET 0
  ) AS e ON t.extended_on IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT d.evidence_url FROM ledger.task_completion d WHERE d.unit_id = c.unit_id AND d.task_id = c.task_id OFFSET 0
  ) AS d_one ON t.completed_on IS NOT NULL
  LEFT JOIN ledger.org_unit u ON u.unit_id = t.unit_id
  LEFT JOIN ledger.policy p ON p.policy_id = t.policy_id
  LEFT JOIN ledger.domain d ON d.domain_id = t.domain_id
  LEFT JOIN ledger.department dep ON dep.department_id = t.lead_department_id
  LEFT JOIN ledger.policy_step ps ON ps.policy_id = f.policy_id AND ps.step = f.step
$$;
COMMENT ON FUNCTION monitor.task_status(date, text[], boolean, text, text[], smallint[], text[], text[], text[], text, text[], bigint) IS
'One row per task of the scope that exists on that day: from the issue of its policy or its start date, whichever is first; of several revisions the highest counts. statuses to lights: filters, null is none; departments by role (lead, support, any). most: the first so many by light, open before done, days overdue and due date; null is all.
status: done, done_late, open, due_soon, overdue, not_started. due_date: with the extensions decided by then; original_due_date: without. overdue_days, original_overdue_days: against the current and the original due date, in the task''s day_kind (working or calendar days), to its completion or as_of; 0 when not late. A task in working days is late from the first working day after its due date.
days_left: calendar days, null once done or overdue. ageing: null when not overdue. step and step_name, last_extension_reason, completed_on, evidence_url, supporting_departments: null where there is none.';

CREATE FUNCTION monitor.shared_ids(ids text[], wanted text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(id), '{}') FROM unnest(ids) AS id WHERE id = ANY (wanted)
$$;
COMMENT ON FUNCTION monitor.shared_ids(text[], text[]) IS 'Those of the ids that are wanted; an empty array where there is none.';

CREATE FUNCTION monitor.task_groups(group_by text, role text, unit_id text, tier smallint, policy_id text, domain_id text,
  lead text, supporting text[], departments text[])
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN group_by IS DISTINCT FROM 'department' THEN
      CASE WHEN departments IS NULL OR (role IN ('lead', 'any') AND lead = ANY (departments)) OR (role IN ('support', 'any') AND supporting && departments)
           THEN ARRAY[CASE group_by WHEN 'unit' THEN unit_id WHEN 'child' THEN unit_id WHEN 'tier' THEN tier::text WHEN 'policy' THEN policy_id WHEN 'domain' THEN domain_id ELSE '' END]
           ELSE '{}' END
    WHEN departments IS NULL THEN CASE role WHEN 'lead' THEN ARRAY[lead] WHEN 'support' THEN supporting ELSE lead || supporting END
    ELSE monitor.shared_ids(CASE role WHEN 'lead' THEN ARRAY[lead] WHEN 'support' THEN supporting ELSE lead || supporting END, departments) END
$$;
COMMENT ON FUNCTION monitor.task_groups(text, text, text, smallint, text, text, text, text[], text[]) IS 'The groups of a summary to which a task belongs (unit_id: by child that of the group): none where its departments are not among those asked for (null: all).';

CREATE FUNCTION monitor.told_by_policy(group_by text, policies text[], domains text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(group_by, '') IN ('policy', 'domain') OR policies IS NOT NULL OR domains IS NOT NULL
$$;
COMMENT ON FUNCTION monitor.told_by_policy(text, text[], text[]) IS 'Whether counts of tasks have to be kept apart by policy to answer.';

CREATE FUNCTION monitor.task_sums_serve(subordinates boolean, group_by text, role text, tiers smallint[], policies text[], domains text[], departments text[])
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT subordinates IS NOT FALSE AND tiers IS NULL AND coalesce(group_by, '') NOT IN ('unit', 'tier')
    AND CASE WHEN monitor.told_by_policy(group_by, policies, domains) THEN departments IS NULL AND coalesce(group_by, '') <> 'department'
             ELSE departments IS NULL OR group_by = 'department' OR role = 'lead' OR cardinality(departments) = 1 END
$$;
COMMENT ON FUNCTION monitor.task_sums_serve(boolean, text, text, smallint[], text[], text[], text[]) IS 'Whether counts of tasks may come from monitor.task_delta: it knows either departments or policies, and would count a task twice that two of the asked departments support.';

CREATE FUNCTION monitor.task_changes_until(as_of date, by_month boolean) RETURNS SETOF monitor.task_delta LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT d.* FROM monitor.task_delta d WHERE NOT by_month AND d.day = 'infinity' AND d.month < date_trunc('year', as_of::timestamp)::date
  UNION ALL
  SELECT d.* FROM monitor.task_delta d WHERE d.day = '-infinity' AND d.month < date_trunc('month', as_of::timestamp)::date
    AND (by_month OR d.month >= date_trunc('year', as_of::timestamp)::date)
  UNION ALL
  SELECT d.* FROM monitor.task_delta d WHERE d.day BETWEEN date_trunc('month', as_of::timestamp)::date AND as_of
$$;
COMMENT ON FUNCTION monitor.task_changes_until(date, boolean) IS 'Rows of monitor.task_delta that add up to that day: the years before it (by_month: their months), the months of its year and the days of its month.';

CREATE FUNCTION monitor.task_counts(as_of date, units text[], subordinates boolean, group_by text, role text,
  tiers smallint[], policies text[], domains text[], departments text[])
RETURNS TABLE (group_id text, total bigint, due bigint, done bigint, done_late bigint, overdue bigint, original_due bigint, original_late bigint, extended bigint)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT c.group_id, sum(c.total)::bigint, sum(c.due)::bigint, sum(c.done)::bigint, sum(c.done_late)::bigint, sum(c.overdue)::bigint,
         sum(c.original_due)::bigint, sum(c.original_late)::bigint, sum(c.extended)::bigint
  FROM (
    SELECT CASE group_by WHEN 'child' THEN d.ancestor_id WHEN 'department' THEN d.department_id WHEN 'policy' THEN d.department_id WHEN 'domain' THEN p.domain_id ELSE '' END AS group_id,
           sum(d.total) AS total, sum(d.due) AS due, sum(d.done) AS done, sum(d.done_late) AS done_late, sum(d.overdue) AS overdue,
           sum(d.original_due) AS original_due, sum(d.original_late) AS original_late, sum(d.extended) AS extended
    FROM monitor.task_changes_until(as_of, false) d
    LEFT JOIN ledger.policy p ON d.role = 'policy' AND p.policy_id = d.department_id
    -- An array, so that the rows of other units are not read.
    WHERE d.ancestor_id = ANY (ARRAY(SELECT k.unit_id FROM monitor.summed_units(units, group_by) k)) AND monitor.task_sums_serve(subordinates, group_by, task_counts.role, tiers, policies, domains, departments)
      AND (policies IS NULL OR p.policy_id = ANY (policies)) AND (domains IS NULL OR p.domain_id = ANY (domains))
      AND d.role = ANY (CASE WHEN monitor.told_by_policy(group_by, policies, domains) THEN ARRAY['policy']
                             WHEN group_by IS DISTINCT FROM 'department' AND departments IS NULL THEN ARRAY['']
                             WHEN task_counts.role = 'any' THEN ARRAY['lead', 'support'] ELSE ARRAY[task_counts.role] END)
      AND (departments IS NULL OR d.department_id = ANY (departments))
    GROUP BY 1
    UNION ALL
    SELECT g.group_id, count(*), count(*) FILTER (WHERE t.due_date <= as_of), count(*) FILTER (WHERE t.completed_on < t.late_from),
           count(*) FILTER (WHERE t.completed_on >= t.late_from),
           count(*) FILTER (WHERE t.completed_on IS NULL AND t.late_from <= as_of),
           count(*) FILTER (WHERE t.original_due_date <= as_of),
           count(*) FILTER (WHERE t.original_late_from <= coalesce(t.completed_on, as_of)), count(*) FILTER (WHERE t.extension_count > 0)
    FROM monitor.units_grouped(units, subordinates, tiers, group_by,
      monitor.task_sums_serve(subordinates, group_by, task_counts.role, tiers, policies, domains, departments),
      group_by = 'department' OR departments IS NOT NULL OR monitor.told_by_policy(group_by, policies, domains)) s
    JOIN monitor.task_span t ON t.unit_id = s.unit_id AND t.from_day <= as_of AND t.to_day > as_of
    CROSS JOIN LATERAL unnest(monitor.task_groups(group_by, role, coalesce(s.group_id, t.unit_id), t.tier, t.policy_id, t.domain_id, t.lead_department_id,
      t.support_department_ids, departments)) AS g(group_id)
    WHERE (policies IS NULL OR t.policy_id = ANY (policies)) AND (domains IS NULL OR t.domain_id = ANY (domains))
    GROUP BY 1
  ) AS c
  GROUP BY 1
  HAVING sum(c.total) > 0
$$;
COMMENT ON FUNCTION monitor.task_counts(date, text[], boolean, text, text, smallint[], text[], text[], text[]) IS 'The additive counts of monitor.task_summary: of broad units from monitor.task_delta where it can tell, else from the tasks.';

CREATE FUNCTION monitor.task_summary(as_of date, units text[] DEFAULT NULL, subordinates boolean DEFAULT true,
  group_by text DEFAULT 'none', role text DEFAULT 'lead', lang text DEFAULT NULL, tiers smallint[] DEFAULT NULL,
  policies text[] DEFAULT NULL, domains text[] DEFAULT NULL, departments text[] DEFAULT NULL)
RETURNS TABLE (
  group_id text, group_name text, total bigint, due bigint, done bigint, done_late bigint, open bigint, overdue bigint,
  delay_rate double precision, original_delay_rate double precision, extended bigint, ageing_1_7 bigint,
  ageing_8_15 bigint, ageing_16_30 bigint, ageing_31_60 bigint, ageing_over_60 bigint, max_overdue_days integer,
  median_overdue_days double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT c.group_id, monitor.group_name(group_by, c.group_id, lang)
      || CASE WHEN group_by = 'child' AND c.group_id = (SELECT monitor.alone_unit(units, subordinates)) THEN monitor.in_language('（本级）', ' (itself)', lang) ELSE '' END, c.total, c.due, c.done, c.done_late,
    c.total - c.done - c.done_late - c.overdue, c.overdue,
    (c.done_late + c.overdue)::double precision / nullif(c.due, 0), c.original_late::double precision / nullif(c.original_due, 0),
    c.extended, coalesce(o.a1, 0), coalesce(o.a2, 0), coalesce(o.a3, 0), coalesce(o.a4, 0), coalesce(o.a5, 0), o.longest, o.median
  FROM monitor.task_counts(as_of, units, subordinates, group_by, role, tiers, policies, domains, departments) c
  LEFT JOIN (
    SELECT w.group_id, count(*) FILTER (WHERE w.days <= 7) AS a1, count(*) FILTER (WHERE w.days BETWEEN 8 AND 15) AS a2,
      count(*) FILTER (WHERE w.days BETWEEN 16 AND 30) AS a3, count(*) FILTER (WHERE w.days BETWEEN 31 AND 60) AS a4,
      count(*) FILTER (WHERE w.days > 60) AS a5, max(w.days) AS longest, percentile_cont(0.5) WITHIN GROUP (ORDER BY w.days) AS median
    FROM (
      SELECT unnest(monitor.task_groups(group_by, role, coalesce(s.group_id, t.unit_id), t.tier, t.policy_id, t.domain_id, t.lead_department_id,
               t.support_department_ids, departments)) AS group_id,
             coalesce((SELECT n.counted FROM monitor.working_day n WHERE n.day = as_of) - t.worked_before, as_of - t.due_date) AS days
      FROM monitor.units_grouped(units, subordinates, tiers, group_by, false, false) s
      JOIN monitor.task_overdue t ON t.unit_id = s.unit_id AND t.from_day <= as_of AND t.to_day > as_of
      WHERE (policies IS NULL OR t.policy_id = ANY (policies)) AND (domains IS NULL OR t.domain_id = ANY (domains))
      -- Days are reckoned once.
      OFFSET 0
    ) AS w
    GROUP BY w.group_id
  ) AS o ON o.group_id = c.group_id
$$;
COMMENT ON FUNCTION monitor.task_summary(date, text[], boolean, text, text, text, smallint[], text[], text[], text[]) IS
'Counts of tasks by group (none, department, unit, child as in monitor.child_groups, tier, policy, domain; another word: none), as of a day. A group without tasks has no row. With group_by department a task counts for its lead, its supporting departments or both (role lead, support, any), so that groups overlap.
total = done + done_late + open + overdue; open includes due soon and not started. due: with a due date not after as_of. delay_rate = (done_late + overdue) / due, original_delay_rate the same against the original due dates, both shares 0-1, null where nothing is due. extended: tasks with an extension. ageing_*: overdue tasks by days. max_, median_overdue_days: in each task''s own day_kind, null where nothing is overdue.
Filters (null: none): tiers, policies, domains, departments by role.';

CREATE FUNCTION monitor.month_ends(as_of date, months integer) RETURNS TABLE (month date) LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 24 AS $$
  SELECT least((date_trunc('month', as_of::timestamp) + make_interval(months => 1 - g))::date - 1, as_of)
  FROM generate_series(0, least(greatest(months, 1), 600) - 1) AS g
$$;
COMMENT ON FUNCTION monitor.month_ends(date, integer) IS 'as_of and the last days of the months before it, so many in all (1 to 600).';

CREATE FUNCTION monitor.task_trend(as_of date, units text[] DEFAULT NULL, subordinates boolean DEFAULT true,
  departments text[] DEFAULT NULL, role text DEFAULT 'lead', months integer DEFAULT 24)
RETURNS TABLE (month date, due bigint, overdue bigint, done bigint, delay_rate double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH summed AS (
    -- From the sums of broad units; each month's changes show first at its end, what was before all in the first month.
    SELECT greatest(least((d.month + interval '1 month')::date - 1, as_of), (SELECT min(f.month) FROM monitor.month_ends(as_of, months) f)) AS month,
           sum(d.due) AS due, sum(d.overdue) AS overdue, sum(d.done) AS done, sum(d.done_late) AS done_late
    FROM monitor.task_changes_until(as_of, true) d
    WHERE monitor.task_sums_serve(subordinates, 'none', task_trend.role, NULL, NULL, NULL, departments)
      AND d.ancestor_id = ANY (ARRAY(SELECT top.unit_id FROM monitor.scope_tops(units) top))
      AND d.role = ANY (CASE WHEN departments IS NULL THEN ARRAY[''] WHEN task_trend.role = 'any' THEN ARRAY['lead', 'support'] ELSE ARRAY[task_trend.role] END)
      AND (departments IS NULL OR d.department_id = ANY (departments))
    GROUP BY 1
  ), grown AS (
    SELECT m.month, coalesce(sum(c.due) OVER up, 0)::bigint AS due, coalesce(sum(c.overdue) OVER up, 0)::bigint AS overdue,
           coalesce(sum(c.done) OVER up, 0)::bigint AS done, coalesce(sum(c.done_late) OVER up, 0)::bigint AS done_late
    FROM monitor.month_ends(as_of, months) m LEFT JOIN summed c ON c.month = m.month
    WINDOW up AS (ORDER BY m.month)
  ), single AS (
    SELECT m.month, count(*) FILTER (WHERE t.due_date <= m.month) AS due,
           count(*) FILTER (WHERE t.completed_on IS NULL AND t.late_from <= m.month) AS overdue,
           count(*) FILTER (WHERE t.completed_on < t.late_from) AS done, count(*) FILTER (WHERE t.completed_on >= t.late_from) AS done_late
    FROM monitor.units_in_scope(units, subordinates) s
    JOIN monitor.task_span t ON t.unit_id = s.unit_id
    JOIN monitor.month_ends(as_of, months) m ON t.from_day <= m.month AND t.to_day > m.month
    CROSS JOIN LATERAL unnest(monitor.task_groups('none', task_trend.role, t.unit_id, t.tier, t.policy_id, t.domain_id, t.lead_department_id,
      t.support_department_ids, departments)) AS g(group_id)
    WHERE (NOT monitor.task_sums_serve(subordinates, 'none', task_trend.role, NULL, NULL, NULL, departments)
           OR s.unit_id IN (SELECT a.unit_id FROM monitor.units_apart(units, departments IS NOT NULL) a))
      AND (NOT monitor.task_sums_serve(subordinates, 'none', task_trend.role, NULL, NULL, NULL, departments)
           OR EXISTS (SELECT FROM monitor.units_apart(units, departments IS NOT NULL)))
    GROUP BY m.month
  )
  SELECT m.month, coalesce(sum(c.due), 0)::bigint, coalesce(sum(c.overdue), 0)::bigint, coalesce(sum(c.done + c.done_late), 0)::bigint,
         sum(c.done_late + c.overdue)::double precision / nullif(sum(c.due)::double precision, 0)
  FROM monitor.month_ends(as_of, months) m
  LEFT JOIN (SELECT * FROM grown UNION ALL SELECT * FROM single) AS c ON c.month = m.month
  GROUP BY m.month
  ORDER BY m.month
$$;
COMMENT ON FUNCTION monitor.task_trend(date, text[], boolean, text[], text, integer) IS
'One row per month, oldest first, as things stood on its last day (the last row: on as_of): due, overdue, done (late ones included) and delay_rate = (done late + overdue) / due, a share 0-1, null where nothing was due. departments null: all; else those that lead, support or do any of both (role).';
