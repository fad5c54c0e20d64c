-- Units under which so many others stand that their sums are kept.

CREATE TABLE monitor.broad_unit (
  unit_id       text PRIMARY KEY,
  by_department boolean NOT NULL
);
COMMENT ON TABLE monitor.broad_unit IS 'Units with at least 20 units in their subtree, for which monitor.task_delta and monitor.target_delta keep sums; from 200 units on also by department and policy. What is smaller is counted from its spans as fast.';

CREATE FUNCTION monitor.rebuild_broad_units() RETURNS void LANGUAGE sql AS $$
  DELETE FROM monitor.broad_unit;
  INSERT INTO monitor.broad_unit SELECT ancestor_id, count(*) >= 200 FROM ledger.org_closure GROUP BY ancestor_id HAVING count(*) >= 20;
$$;
COMMENT ON FUNCTION monitor.rebuild_broad_units() IS 'Makes monitor.broad_unit again.';
