-- Counts of risks as changes by day, so that a count on any day is a sum.

CREATE TABLE monitor.risk_delta (
  ancestor_id    text NOT NULL,
  day            date NOT NULL,
  total          integer NOT NULL,
  green          integer NOT NULL,
  yellow         integer NOT NULL,
  red            integer NOT NULL,
  unscored       integer NOT NULL,
  above_appetite integer NOT NULL,
  review_overdue integer NOT NULL,
  PRIMARY KEY (ancestor_id, day)
);
COMMENT ON TABLE monitor.risk_delta IS 'By how much the counts of open risks under a broad unit change on a day.';

CREATE FUNCTION monitor.risk_changes(s monitor.risk_span)
RETURNS TABLE (day date, total integer, green integer, yellow integer, red integer, unscored integer, above_appetite integer, review_overdue integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE sign.n WHEN 1 THEN c.day ELSE s.to_day END, sign.n * c.total, sign.n * c.green, sign.n * c.yellow, sign.n * c.red,
         sign.n * c.unscored, sign.n * c.above_appetite, sign.n * c.review_overdue
  FROM (VALUES
    (s.from_day, 1, (s.current_level IS NOT NULL AND NOT s.above_appetite)::integer, 0, (s.current_level IS NOT NULL AND s.above_appetite)::integer,
     (s.current_level IS NULL)::integer, s.above_appetite::integer, 0),
    -- The day after the review was due: what was green turns yellow.
    (CASE WHEN s.current_level IS NOT NULL THEN greatest(s.from_day, s.next_review_on + 1) END, 0,
     -(NOT s.above_appetite)::integer, (NOT s.above_appetite)::integer, 0, 0, 0, CASE WHEN s.next_review_on IS NULL THEN 0 ELSE 1 END)
  ) AS c(day, total, green, yellow, red, unscored, above_appetite, review_overdue),
  (VALUES (1), (-1)) AS sign(n)
  WHERE (c.total = 1 OR s.next_review_on IS NOT NULL) AND c.day < s.to_day AND (sign.n = 1 OR s.to_day < 'infinity')
$$;
COMMENT ON FUNCTION monitor.risk_changes(monitor.risk_span) IS 'What one span adds to the counts, what changes in it when its review falls overdue, and what it takes from them when it ends.';

CREATE FUNCTION monitor.add_risk_changes(units text[], ids text[], sign integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO monitor.risk_delta AS d
  SELECT c.ancestor_id, e.day, sign * sum(e.total), sign * sum(e.green), sign * sum(e.yellow), sign * sum(e.red),
         sign * sum(e.unscored), sign * sum(e.above_appetite), sign * sum(e.review_overdue)
  FROM monitor.risk_span s
  CROSS JOIN LATERAL monitor.risk_changes(s) e
  JOIN ledger.org_closure c ON c.unit_id = s.unit_id
  JOIN monitor.broad_unit b ON b.unit_id = c.ancestor_id
  WHERE add_risk_changes.units IS NULL
     OR (s.unit_id, s.risk_id) IN (SELECT * FROM unnest(add_risk_changes.units, add_risk_changes.ids))
  GROUP BY c.ancestor_id, e.day
  ON CONFLICT (ancestor_id, day) DO UPDATE SET
    total = d.total + excluded.total, green = d.green + excluded.green, yellow = d.yellow + excluded.yellow, red = d.red + excluded.red,
    unscored = d.unscored + excluded.unscored, above_appetite = d.above_appetite + excluded.above_appetite,
    review_overdue = d.review_overdue + excluded.review_overdue
$$;
COMMENT ON FUNCTION monitor.add_risk_changes(text[], text[], integer) IS 'Adds to monitor.risk_delta (sign 1) or takes from it (-1) what the spans of these risks change; null: of all.';

CREATE FUNCTION monitor.drop_empty_risk_deltas() RETURNS void LANGUAGE sql AS $$
  DELETE FROM monitor.risk_delta
  WHERE (total, green, yellow, red, unscored, above_appetite, review_overdue) = (0, 0, 0, 0, 0, 0, 0)
$$;
COMMENT ON FUNCTION monitor.drop_empty_risk_deltas() IS 'Removes rows that say nothing.';
