-- Working days, counted: so that a difference between two days is a subtraction.

CREATE TABLE monitor.working_day (
  day     date PRIMARY KEY,
  counted integer NOT NULL,
  next_working_day date
);
COMMENT ON TABLE monitor.working_day IS 'Every day from 2000 to 2060 with the number of working days since 2000-01-01, itself included, and the first working day after it (null at the very end).';

CREATE FUNCTION monitor.count_working_days() RETURNS void LANGUAGE sql AS $$
  DELETE FROM monitor.working_day;
  INSERT INTO monitor.working_day (day, counted, next_working_day)
  SELECT d.day, sum(d.working::integer) OVER up,
         min(CASE WHEN d.working THEN d.day END) OVER (ORDER BY d.day ROWS BETWEEN 1 FOLLOWING AND 60 FOLLOWING)
  FROM (
    SELECT g::date AS day, coalesce(c.working, extract(isodow FROM g) < 6) AS working
    FROM generate_series('2000-01-01'::timestamp, '2060-12-31', '1 day') AS g
    LEFT JOIN ledger.calendar_day c ON c.day = g::date
  ) AS d
  WINDOW up AS (ORDER BY d.day)
$$;
COMMENT ON FUNCTION monitor.count_working_days() IS 'Makes monitor.working_day again from ledger.calendar_day.';

CREATE FUNCTION monitor.working_days(after date, until date) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (SELECT counted FROM monitor.working_day WHERE day = until) - (SELECT counted FROM monitor.working_day WHERE day = after)
$$;
COMMENT ON FUNCTION monitor.working_days(date, date) IS 'Working days after the first day up to and including the second, by the calendar with its adjusted workdays; negative when until lies before after. Null outside 2000 to 2060.';

CREATE FUNCTION monitor.late_from(due date, day_kind text) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE day_kind WHEN 'working' THEN coalesce((SELECT w.next_working_day FROM monitor.working_day w WHERE w.day = due), due + 1)
                       ELSE due + 1 END
$$;
COMMENT ON FUNCTION monitor.late_from(date, text) IS 'First day on which what was due is late by one day, counted in calendar or working days: due on a Friday, in working days, is late from Monday. Outside 2000 to 2060 the day after.';
