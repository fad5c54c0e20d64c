-- Tasks folded into spans of days on which nothing about them changed but the date.

CREATE TABLE monitor.task_span (
  unit_id             text NOT NULL,
  task_id             text NOT NULL,
  from_day            date NOT NULL,
  to_day              date NOT NULL,
  revision            integer NOT NULL,
  policy_id           text NOT NULL,
  domain_id           text NOT NULL,
  lead_department_id  text NOT NULL,
  support_department_ids text[] NOT NULL,
  tier                smallint NOT NULL,
  working_days        boolean NOT NULL,
  start_date          date NOT NULL,
  original_due_date   date NOT NULL,
  original_late_from  date NOT NULL,
  due_date            date NOT NULL,
  late_from           date NOT NULL,
  completed_on        date,
  extension_count     smallint NOT NULL,
  extended_on         date,
  worked_before       integer,
  late_days           integer,
  PRIMARY KEY (unit_id, to_day, task_id)
);
CREATE INDEX task_span_of_policy ON monitor.task_span (policy_id, to_day);
CREATE INDEX task_span_due ON monitor.task_span (due_date) WHERE completed_on IS NULL;
CREATE INDEX task_span_done ON monitor.task_span (late_days DESC, due_date, unit_id, task_id) WHERE completed_on IS NOT NULL;
COMMENT ON TABLE monitor.task_span IS 'One row per task and span of days [from_day, to_day) between its beginning to exist, its extensions and its completion. A task exists from the day its policy was issued, or from its start date if that is earlier. completed_on is null until done. extended_on: the extension that due_date comes from. worked_before: working days counted up to due_date, null where calendar days count. late_days: of what is done the days by which it was late, in the task''s own kind, 0 when in time; null until done. A department that leads is not listed as supporting, nor one that was taken back. The key begins with unit and end, so that what runs on a day is found without what ended before.';

CREATE FUNCTION monitor.fold_tasks(keys text[], names text[]) RETURNS SETOF monitor.task_span LANGUAGE sql STABLE AS $$
  WITH task AS (
    SELECT t.*, p.domain_id, u.tier, least(t.start_date, p.issued_on) AS exists_on, c.completed_on,
           (SELECT coalesce(array_agg(s.department_id ORDER BY s.department_id), '{}')
            FROM (SELECT DISTINCT ON (l.department_id) l.department_id, l.supports FROM ledger.task_support l
                  WHERE l.unit_id = t.unit_id AND l.task_id = t.task_id AND l.department_id <> t.lead_department_id
                  ORDER BY l.department_id, l.revision DESC) s
            WHERE s.supports) AS supporting
    FROM ledger.task t
    JOIN ledger.policy p ON p.policy_id = t.policy_id
    JOIN ledger.org_unit u ON u.unit_id = t.unit_id
    LEFT JOIN ledger.task_completion c ON c.unit_id = t.unit_id AND c.task_id = t.task_id
    WHERE (keys IS NULL OR (t.unit_id, t.task_id) IN (SELECT k, n FROM unnest(keys, names) AS wanted(k, n)))
      AND NOT EXISTS (SELECT FROM ledger.task later
        WHERE later.unit_id = t.unit_id AND later.task_id = t.task_id AND later.revision > t.revision)
  ), event AS (
    SELECT unit_id, task_id, exists_on AS day, due_date, 0 AS extension, NULL::date AS extended_on FROM task
    UNION ALL
    SELECT e.unit_id, e.task_id, e.extended_on, e.new_due_date,
           row_number() OVER (PARTITION BY e.unit_id, e.task_id ORDER BY e.extended_on), e.extended_on
    FROM ledger.task_extension e
    JOIN task USING (unit_id, task_id)
    WHERE task.completed_on IS NULL OR e.extended_on <= task.completed_on
  ), span AS (
    SELECT e.*, lead(e.day) OVER (PARTITION BY e.unit_id, e.task_id ORDER BY e.extension) AS next_day
    FROM event e
  ), state AS (
    SELECT unit_id, task_id, least(day, next_day) AS from_day, next_day AS to_day, due_date, extension, extended_on, false AS done, next_day IS NULL AS last
    FROM span
  ), piece AS (
    SELECT s.unit_id, s.task_id, s.from_day, least(coalesce(s.to_day, 'infinity'), task.completed_on) AS to_day,
           s.due_date, s.extension, s.extended_on, NULL::date AS completed_on
    FROM state s JOIN task USING (unit_id, task_id)
    UNION ALL
    SELECT s.unit_id, s.task_id, task.completed_on, 'infinity', s.due_date, s.extension, s.extended_on, task.completed_on
    FROM state s JOIN task USING (unit_id, task_id)
    WHERE s.last AND task.completed_on IS NOT NULL
  )
  SELECT p.unit_id, p.task_id, p.from_day, coalesce(p.to_day, 'infinity'), t.revision, t.policy_id, t.domain_id, t.lead_department_id,
         t.supporting, t.tier, t.day_kind = 'working', t.start_date, t.due_date, coalesce(original.next_working_day, t.due_date + 1),
         p.due_date, coalesce(present.next_working_day, p.due_date + 1), p.completed_on, p.extension::smallint, p.extended_on,
         present.counted,
         CASE WHEN p.completed_on < coalesce(present.next_working_day, p.due_date + 1) THEN 0
              ELSE coalesce(finished.counted - present.counted, p.completed_on - p.due_date) END
  FROM piece p
  JOIN task t USING (unit_id, task_id)
  -- As monitor.late_from, joined, because a call for each row takes most of the time.
  LEFT JOIN monitor.working_day original ON t.day_kind = 'working' AND original.day = t.due_date
  LEFT JOIN monitor.working_day present ON t.day_kind = 'working' AND present.day = p.due_date
  LEFT JOIN monitor.working_day finished ON finished.day = p.completed_on
  WHERE p.from_day < p.to_day
$$;
COMMENT ON FUNCTION monitor.fold_tasks(text[], text[]) IS 'Spans of the tasks whose units and ids stand in the two arrays of equal length; null: of all. Extensions after completion do not count.';
