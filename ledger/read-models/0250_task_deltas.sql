-- Counts of tasks as changes by day, so that a count on any day is a sum over months and a few days.

CREATE TABLE monitor.task_delta (
  ancestor_id   text NOT NULL,
  role          text NOT NULL,
  department_id text NOT NULL,
  month         date NOT NULL,
  day           date NOT NULL,
  total         integer NOT NULL,
  due           integer NOT NULL,
  done          integer NOT NULL,
  done_late     integer NOT NULL,
  overdue       integer NOT NULL,
  original_due  integer NOT NULL,
  original_late integer NOT NULL,
  extended      integer NOT NULL,
  PRIMARY KEY (ancestor_id, role, day, month, department_id)
);
COMMENT ON TABLE monitor.task_delta IS 'By how much the counts of tasks under a broad unit change on a day, for all tasks (role and department empty) and, where the unit is broad enough, by department and role (lead, support) and by policy (role policy, its id in department_id). month: first day of the month; the row with day -infinity is the sum of its month, and that of January with day infinity the sum of its year.';

CREATE FUNCTION monitor.task_changes(s monitor.task_span)
RETURNS TABLE (day date, total integer, due integer, done integer, done_late integer, overdue integer,
  original_due integer, original_late integer, extended integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE sign.n WHEN 1 THEN c.day ELSE s.to_day END, sign.n * c.total, sign.n * c.due, sign.n * c.done, sign.n * c.done_late,
         sign.n * c.overdue, sign.n * c.original_due, sign.n * c.original_late, sign.n * c.extended
  FROM (VALUES
    (s.from_day, 1, 0, (s.completed_on < s.late_from IS TRUE)::integer, (s.completed_on >= s.late_from IS TRUE)::integer, 0, 0,
     (s.completed_on >= s.original_late_from IS TRUE)::integer, (s.extension_count > 0)::integer),
    (greatest(s.from_day, s.due_date), 0, 1, 0, 0, 0, 0, 0, 0),
    (greatest(s.from_day, s.original_due_date), 0, 0, 0, 0, 0, 1, 0, 0),
    (greatest(s.from_day, s.late_from), 0, 0, 0, 0, (s.completed_on IS NULL)::integer, 0, 0, 0),
    (greatest(s.from_day, s.original_late_from), 0, 0, 0, 0, 0, 0, (s.completed_on IS NULL)::integer, 0)
  ) AS c(day, total, due, done, done_late, overdue, original_due, original_late, extended),
  (VALUES (1), (-1)) AS sign(n)
  WHERE c.day < s.to_day AND (sign.n = 1 OR s.to_day < 'infinity')
$$;
COMMENT ON FUNCTION monitor.task_changes(monitor.task_span) IS 'What one span adds to the counts, and takes from them when it ends.';

CREATE FUNCTION monitor.add_task_changes(units text[], ids text[], sign integer) RETURNS void LANGUAGE sql AS $$
  WITH place AS MATERIALIZED (
    -- Units with the same broad units above them are counted together first: far fewer rows than one per unit above.
    SELECT c.unit_id, array_agg(c.ancestor_id ORDER BY c.ancestor_id) AS broad,
           array_agg(c.ancestor_id ORDER BY c.ancestor_id) FILTER (WHERE b.by_department) AS departmental
    FROM ledger.org_closure c JOIN monitor.broad_unit b ON b.unit_id = c.ancestor_id
    GROUP BY c.unit_id
  ), change AS (
    SELECT k.above, k.role, k.department_id, e.day,
           sum(e.total) AS total, sum(e.due) AS due, sum(e.done) AS done, sum(e.done_late) AS done_late, sum(e.overdue) AS overdue,
           sum(e.original_due) AS original_due, sum(e.original_late) AS original_late, sum(e.extended) AS extended
    FROM monitor.task_span s
    JOIN place p ON p.unit_id = s.unit_id
    CROSS JOIN LATERAL monitor.task_changes(s) e
    CROSS JOIN LATERAL (
      SELECT p.broad AS above, '' AS role, '' AS department_id
      UNION ALL SELECT p.departmental, 'lead', s.lead_department_id WHERE p.departmental IS NOT NULL
      UNION ALL SELECT p.departmental, 'policy', s.policy_id WHERE p.departmental IS NOT NULL
      UNION ALL SELECT p.departmental, 'support', d FROM unnest(s.support_department_ids) AS d WHERE p.departmental IS NOT NULL
    ) AS k
    WHERE add_task_changes.units IS NULL
       OR (s.unit_id, s.task_id) IN (SELECT * FROM unnest(add_task_changes.units, add_task_changes.ids))
    GROUP BY 1, 2, 3, 4
  ), by_day AS (
    SELECT a.ancestor_id, c.role, c.department_id, date_trunc('year', c.day)::date AS year, date_trunc('month', c.day)::date AS month, c.day, c.total, c.due, c.done,
           c.done_late, c.overdue, c.original_due, c.original_late, c.extended
    FROM change c CROSS JOIN LATERAL unnest(c.above) AS a(ancestor_id)
  )
  INSERT INTO monitor.task_delta AS d
  SELECT ancestor_id, role, department_id, coalesce(month, year), coalesce(day, CASE WHEN month IS NULL THEN 'infinity' ELSE '-infinity' END::date), sign * sum(total), sign * sum(due),
         sign * sum(done), sign * sum(done_late), sign * sum(overdue), sign * sum(original_due), sign * sum(original_late),
         sign * sum(extended)
  FROM by_day
  GROUP BY GROUPING SETS ((ancestor_id, role, department_id, month, day), (ancestor_id, role, department_id, month), (ancestor_id, role, department_id, year))
  ON CONFLICT (ancestor_id, role, department_id, month, day) DO UPDATE SET
    total = d.total + excluded.total, due = d.due + excluded.due, done = d.done + excluded.done,
    done_late = d.done_late + excluded.done_late, overdue = d.overdue + excluded.overdue,
    original_due = d.original_due + excluded.original_due, original_late = d.original_late + excluded.original_late,
    extended = d.extended + excluded.extended
$$;
COMMENT ON FUNCTION monitor.add_task_changes(text[], text[], integer) IS 'Adds to monitor.task_delta (sign 1) or takes from it (-1) what the spans of these tasks change; null: of all.';

CREATE FUNCTION monitor.drop_empty_task_deltas() RETURNS void LANGUAGE sql AS $$
  DELETE FROM monitor.task_delta
  WHERE (total, due, done, done_late, overdue, original_due, original_late, extended) = (0, 0, 0, 0, 0, 0, 0, 0)
$$;
COMMENT ON FUNCTION monitor.drop_empty_task_deltas() IS 'Removes rows that say nothing.';

CREATE TABLE monitor.task_overdue (
  unit_id            text NOT NULL,
  task_id            text NOT NULL,
  from_day           date NOT NULL,
  to_day             date NOT NULL,
  due_date           date NOT NULL,
  worked_before      integer,
  extension_count    smallint NOT NULL,
  tier               smallint NOT NULL,
  policy_id          text NOT NULL,
  domain_id          text NOT NULL,
  lead_department_id text NOT NULL,
  support_department_ids text[] NOT NULL,
  urgency            smallint NOT NULL,
  PRIMARY KEY (unit_id, to_day, task_id)
);
CREATE INDEX task_overdue_to_day ON monitor.task_overdue (to_day);
CREATE INDEX task_overdue_of_policy ON monitor.task_overdue (policy_id, to_day);
CREATE INDEX task_overdue_urgency ON monitor.task_overdue (urgency, to_day, from_day);
COMMENT ON TABLE monitor.task_overdue IS 'The spans [from_day, to_day) on which tasks were overdue: for ageing, longest and median delay. worked_before: working days counted up to due_date, null where calendar days count. urgency: twice what monitor.severity is before days are added, and 1.';

CREATE FUNCTION monitor.fold_overdue(units text[], ids text[]) RETURNS SETOF monitor.task_overdue LANGUAGE sql STABLE AS $$
  SELECT s.unit_id, s.task_id, greatest(s.from_day, s.late_from), s.to_day, s.due_date,
         s.worked_before, s.extension_count, s.tier,
         s.policy_id, s.domain_id, s.lead_department_id, s.support_department_ids,
         (2 * (30 + 4 * least(s.extension_count, 3) + 3 * (5 - s.tier)) + 1)::smallint
  FROM monitor.task_span s
  WHERE s.completed_on IS NULL AND s.late_from < s.to_day
    AND (fold_overdue.units IS NULL OR (s.unit_id, s.task_id) IN (SELECT * FROM unnest(fold_overdue.units, fold_overdue.ids)))
$$;
COMMENT ON FUNCTION monitor.fold_overdue(text[], text[]) IS 'What monitor.task_overdue has to hold for these tasks; null: for all. From monitor.task_span.';
