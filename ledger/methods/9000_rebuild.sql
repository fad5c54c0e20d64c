-- Keeping the read models.

CREATE TABLE monitor.made_from (
  part   text PRIMARY KEY,
  digest text NOT NULL
);
COMMENT ON TABLE monitor.made_from IS 'Digests of the dimensions on which whole read models depend: when one changes, they are made again. Of indicators and policies one each: a new one changes nothing that was.';

CREATE FUNCTION monitor.current_digests() RETURNS SETOF monitor.made_from LANGUAGE sql STABLE AS $$
  SELECT 'calendar', md5(coalesce(string_agg(c::text, '|' ORDER BY c.day), '')) FROM ledger.calendar_day c
  UNION ALL
  SELECT 'units', md5(coalesce(string_agg(u.unit_id || ',' || coalesce(u.parent_unit_id, '') || ',' || u.tier, '|' ORDER BY u.unit_id), '')) FROM ledger.org_unit u
  UNION ALL
  SELECT 'indicators:' || i.indicator_id, md5(concat_ws(',', i.direction, i.kind, i.reporting_period, i.report_days, i.progress_method)) FROM ledger.indicator i
  UNION ALL
  SELECT 'zone', md5(monitor.time_zone())
  UNION ALL
  SELECT 'policies:' || p.policy_id, md5(concat_ws(',', p.domain_id, p.issued_on)) FROM ledger.policy p
  UNION ALL
  SELECT 'grid', md5(concat_ws('#',
    (SELECT s.value FROM ledger.setting s WHERE s.key = 'risk_grid'),
    (SELECT string_agg(c::text, '|' ORDER BY c.grid_id, c.likelihood, c.impact) FROM ledger.risk_grid_cell c),
    (SELECT string_agg(concat_ws(',', l.grid_id, l.level, l.light, l.allowed_days), '|' ORDER BY l.grid_id, l.level) FROM ledger.risk_level l),
    (SELECT string_agg(a::text, '|' ORDER BY a.category, a.unit_id) FROM ledger.risk_appetite a)))
$$;
COMMENT ON FUNCTION monitor.current_digests() IS 'What monitor.made_from has to hold.';

CREATE FUNCTION monitor.rebuild_tasks() RETURNS void LANGUAGE sql SET enable_nestloop = off AS $$
  DELETE FROM monitor.task_span;
  INSERT INTO monitor.task_span SELECT * FROM monitor.fold_tasks(NULL, NULL);
  DELETE FROM monitor.task_overdue;
  INSERT INTO monitor.task_overdue SELECT * FROM monitor.fold_overdue(NULL, NULL);
  DELETE FROM monitor.task_delta;
  SELECT monitor.add_task_changes(NULL, NULL, 1);
  SELECT monitor.drop_empty_task_deltas();
$$;
CREATE FUNCTION monitor.rebuild_risks() RETURNS void LANGUAGE sql SET enable_nestloop = off AS $$
  DELETE FROM monitor.unit_appetite;
  INSERT INTO monitor.unit_appetite SELECT * FROM monitor.current_appetite();
  DELETE FROM monitor.risk_span;
  INSERT INTO monitor.risk_span SELECT * FROM monitor.fold_risks(NULL, NULL);
  DELETE FROM monitor.risk_delta;
  SELECT monitor.add_risk_changes(NULL, NULL, 1);
  SELECT monitor.drop_empty_risk_deltas();
$$;
CREATE FUNCTION monitor.rebuild_targets() RETURNS void LANGUAGE sql SET enable_nestloop = off AS $$
  DELETE FROM monitor.target_span;
  INSERT INTO monitor.target_span SELECT * FROM monitor.fold_targets(NULL, NULL, NULL, NULL);
  DELETE FROM monitor.target_delta;
  INSERT INTO monitor.target_delta
  SELECT c.ancestor_id, coalesce(e.indicator_id, ''), coalesce(e.phase, ''), e.status, e.day, sum(e.n)
  FROM (
    SELECT s.unit_id, s.indicator_id, s.phase, s.status, s.from_day AS day, 1 AS n FROM monitor.target_span s
    UNION ALL
    SELECT s.unit_id, s.indicator_id, s.phase, s.status, s.to_day, -1 FROM monitor.target_span s WHERE s.to_day < 'infinity'
  ) AS e
  JOIN ledger.org_closure c ON c.unit_id = e.unit_id
  JOIN monitor.broad_unit b ON b.unit_id = c.ancestor_id
  GROUP BY GROUPING SETS ((c.ancestor_id, e.indicator_id, e.phase, e.status, e.day), (c.ancestor_id, e.status, e.day)) HAVING sum(e.n) <> 0
  ORDER BY 1, 2, 3, 4, 5;
  DELETE FROM monitor.series_duty;
  INSERT INTO monitor.series_duty SELECT * FROM monitor.fold_duties(NULL, NULL);
  DELETE FROM monitor.report_gap;
  INSERT INTO monitor.report_gap SELECT * FROM monitor.fold_gaps(NULL, NULL, NULL);
$$;
COMMENT ON FUNCTION monitor.rebuild_tasks() IS 'Makes monitor.task_span, task_delta and task_overdue again. Nested loops are off here and below: the planner takes the parts of a key for independent, expects a handful of rows and would loop over all.';
COMMENT ON FUNCTION monitor.rebuild_risks() IS 'Makes monitor.unit_appetite, risk_span and risk_delta again.';
COMMENT ON FUNCTION monitor.rebuild_targets() IS 'Makes monitor.target_span, target_delta, series_duty and report_gap again.';

CREATE FUNCTION monitor.rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
  PERFORM monitor.count_working_days();
  PERFORM monitor.rebuild_broad_units();
  PERFORM monitor.rebuild_tasks();
  PERFORM monitor.rebuild_risks();
  PERFORM monitor.rebuild_targets();
  DELETE FROM monitor.made_from;
  INSERT INTO monitor.made_from SELECT * FROM monitor.current_digests();
  ANALYZE monitor.working_day, monitor.task_span, monitor.task_overdue, monitor.task_delta, monitor.target_delta, monitor.unit_appetite, monitor.risk_span, monitor.risk_delta, monitor.target_span, monitor.series_duty, monitor.report_gap;
END $$;
COMMENT ON FUNCTION monitor.rebuild() IS 'Makes every read model again from the facts. Runs as its owner; for ledger_writer.';

CREATE FUNCTION monitor.refold_tasks(batch_id uuid) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  units text[];
  ids text[];
BEGIN
  SELECT array_agg(k.unit_id), array_agg(k.task_id) INTO units, ids FROM (
    SELECT t.unit_id, t.task_id FROM ledger.task t WHERE t.batch_id = refold_tasks.batch_id
    UNION SELECT t.unit_id, t.task_id FROM ledger.task_support t WHERE t.batch_id = refold_tasks.batch_id
    UNION SELECT t.unit_id, t.task_id FROM ledger.task_extension t WHERE t.batch_id = refold_tasks.batch_id
    UNION SELECT t.unit_id, t.task_id FROM ledger.task_completion t WHERE t.batch_id = refold_tasks.batch_id) AS k;
  IF units IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM set_config('enable_nestloop', CASE WHEN cardinality(units) > 1000 THEN 'off' ELSE 'on' END, true);
  PERFORM monitor.add_task_changes(units, ids, -1);
  DELETE FROM monitor.task_span s USING unnest(units, ids) AS k(unit_id, task_id) WHERE s.unit_id = k.unit_id AND s.task_id = k.task_id;
  INSERT INTO monitor.task_span SELECT * FROM monitor.fold_tasks(units, ids);
  PERFORM monitor.add_task_changes(units, ids, 1);
  PERFORM monitor.drop_empty_task_deltas();
  DELETE FROM monitor.task_overdue s USING unnest(units, ids) AS k(unit_id, task_id) WHERE s.unit_id = k.unit_id AND s.task_id = k.task_id;
  INSERT INTO monitor.task_overdue SELECT * FROM monitor.fold_overdue(units, ids);
  RETURN cardinality(units);
END $$;
COMMENT ON FUNCTION monitor.refold_tasks(uuid) IS 'Brings monitor.task_span, task_delta and task_overdue up to date with one batch; the number of tasks that it touched.';

CREATE FUNCTION monitor.refold_risks(batch_id uuid) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  units text[];
  ids text[];
BEGIN
  SELECT array_agg(k.unit_id), array_agg(k.risk_id) INTO units, ids FROM (
    SELECT r.unit_id, r.risk_id FROM ledger.risk r WHERE r.batch_id = refold_risks.batch_id
    UNION SELECT r.unit_id, r.risk_id FROM ledger.risk_review r WHERE r.batch_id = refold_risks.batch_id) AS k;
  IF units IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM set_config('enable_nestloop', CASE WHEN cardinality(units) > 1000 THEN 'off' ELSE 'on' END, true);
  PERFORM monitor.add_risk_changes(units, ids, -1);
  DELETE FROM monitor.risk_span s USING unnest(units, ids) AS k(unit_id, risk_id) WHERE s.unit_id = k.unit_id AND s.risk_id = k.risk_id;
  INSERT INTO monitor.risk_span SELECT * FROM monitor.fold_risks(units, ids);
  PERFORM monitor.add_risk_changes(units, ids, 1);
  PERFORM monitor.drop_empty_risk_deltas();
  RETURN cardinality(units);
END $$;
COMMENT ON FUNCTION monitor.refold_risks(uuid) IS 'Brings monitor.risk_span and risk_delta up to date with one batch; the number of risks that it touched.';

CREATE FUNCTION monitor.refresh(batch_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET enable_nestloop = on SET jit = off AS $$
DECLARE
  changed text[];
  differs boolean;
BEGIN
  SELECT coalesce(array_agg(DISTINCT split_part(c.part, ':', 1)) FILTER (WHERE b.part IS NOT NULL OR c.part NOT LIKE '%:%'), '{}'), count(*) > 0
  INTO changed, differs
  FROM monitor.current_digests() c LEFT JOIN monitor.made_from b ON b.part = c.part
  WHERE b.digest IS DISTINCT FROM c.digest;

  IF 'calendar' = ANY (changed) THEN
    PERFORM monitor.count_working_days();
  END IF;
  IF 'units' = ANY (changed) THEN
    PERFORM monitor.rebuild_broad_units();
  END IF;
  IF changed && ARRAY['calendar', 'units', 'policies'] THEN
    PERFORM monitor.rebuild_tasks();
  ELSE
    PERFORM monitor.refold_tasks(refresh.batch_id);
  END IF;
  IF changed && ARRAY['grid', 'units'] THEN
    PERFORM monitor.rebuild_risks();
  ELSE
    PERFORM monitor.refold_risks(refresh.batch_id);
  END IF;
  IF changed && ARRAY['units', 'indicators', 'zone'] THEN
    PERFORM monitor.rebuild_targets();
  ELSE
    PERFORM monitor.refold_targets(refresh.batch_id);
    PERFORM monitor.refold_reports(refresh.batch_id);
  END IF;

  IF differs THEN
    DELETE FROM monitor.made_from;
    INSERT INTO monitor.made_from SELECT * FROM monitor.current_digests();
  END IF;
END $$;
COMMENT ON FUNCTION monitor.refresh(uuid) IS 'Brings the read models up to date with what one batch recorded, and makes those again whose dimensions (calendar, units, policies, indicators, time zone, risk grid and appetite) changed. To be called once, last, in the import''s own transaction. Runs as its owner; for ledger_writer.';
