-- Who may do what. Group roles without login; grant them to logins.
--   ledger_owner   owns everything and migrates
--   ledger_writer  adds facts and keeps dimensions; never changes a fact
--   ledger_reader  reads, within the jurisdiction of its transaction only:
--                  set_config('ledger.jurisdiction', <unit id or *>, true)
-- The jurisdiction is set by the data source, whose configuration names it; readers never send SQL of their own.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['ledger_owner', 'ledger_writer', 'ledger_reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
    END IF;
  END LOOP;
  IF NOT pg_has_role('ledger_owner', 'MEMBER') THEN
    EXECUTE format('GRANT ledger_owner TO %I', current_user);
  END IF;
  EXECUTE format('GRANT CREATE ON DATABASE %I TO ledger_owner', current_database());
EXCEPTION WHEN insufficient_privilege THEN
  RAISE EXCEPTION 'The login % may not create the roles ledger_owner, ledger_writer and ledger_reader or grant them rights on the database: migrate once as a superuser, or as the database''s owner with CREATEROLE.', current_user
    USING ERRCODE = 'insufficient_privilege';
END $$;

ALTER SCHEMA ledger OWNER TO ledger_owner;
DO $$
DECLARE
  item record;
BEGIN
  FOR item IN SELECT oid::regclass AS name FROM pg_class WHERE relnamespace = 'ledger'::regnamespace AND relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE %s OWNER TO ledger_owner', item.name);
  END LOOP;
  FOR item IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'ledger'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO ledger_owner', item.name);
  END LOOP;
END $$;

SET LOCAL ROLE ledger_owner;

CREATE FUNCTION ledger.jurisdiction_units() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER ROWS 3000 SET search_path = pg_catalog, pg_temp AS $$
  SELECT unit_id FROM ledger.org_closure WHERE ancestor_id = current_setting('ledger.jurisdiction', true)
  UNION ALL
  SELECT unit_id FROM ledger.org_unit WHERE current_setting('ledger.jurisdiction', true) = '*'
$$;
COMMENT ON FUNCTION ledger.jurisdiction_units() IS 'Ids of the units that this transaction may see, from the setting ledger.jurisdiction: a unit id gives that unit and all below it, * gives all; unset, empty or unknown gives none. Runs as its owner, who is not limited: the policies below ask it, and would otherwise ask themselves.';

CREATE FUNCTION ledger.limit_reader(target regclass, unit_column text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format($policy$
    CREATE POLICY within_jurisdiction ON %s FOR SELECT TO ledger_reader
    USING ((SELECT current_setting('ledger.jurisdiction', true)) = '*' OR %I IN (SELECT ledger.jurisdiction_units()))
  $policy$, target, unit_column);
  EXECUTE format('CREATE POLICY whole_ledger ON %s TO ledger_writer USING (true) WITH CHECK (true)', target);
END $$;
COMMENT ON FUNCTION ledger.limit_reader(regclass, text) IS 'Row-level security on a table: ledger_reader sees the rows whose unit (or ancestor) in unit_column lies in the jurisdiction; ledger_writer sees all. The first half spares the whole-ledger reader a look-up per row.';
REVOKE EXECUTE ON FUNCTION ledger.limit_reader(regclass, text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION ledger.refresh_org_closure() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.refresh_org_closure() TO ledger_writer;

SELECT ledger.limit_reader(name::regclass, 'unit_id')
FROM unnest(ARRAY['ledger.org_unit', 'ledger.org_closure', 'ledger.phase_target', 'ledger.observation', 'ledger.task',
  'ledger.task_support', 'ledger.task_extension', 'ledger.task_completion', 'ledger.risk', 'ledger.risk_review',
  'ledger.risk_appetite']) AS name;

-- A pair in the closure tells its reader the id of a unit above: both ends must be his.
CREATE POLICY ancestor_within_jurisdiction ON ledger.org_closure AS RESTRICTIVE FOR SELECT TO ledger_reader
USING ((SELECT current_setting('ledger.jurisdiction', true)) = '*' OR ancestor_id IN (SELECT ledger.jurisdiction_units()));

-- A batch is of no single unit: who reported what is for the whole-ledger reader.
ALTER TABLE ledger.batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY within_jurisdiction ON ledger.batch FOR SELECT TO ledger_reader
USING ((SELECT current_setting('ledger.jurisdiction', true)) = '*');
CREATE POLICY whole_ledger ON ledger.batch TO ledger_writer USING (true) WITH CHECK (true);

GRANT USAGE ON SCHEMA ledger TO ledger_reader, ledger_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO ledger_reader, ledger_writer;
GRANT INSERT ON ledger.batch, ledger.phase_target, ledger.observation, ledger.task, ledger.task_support,
  ledger.task_extension, ledger.task_completion, ledger.risk, ledger.risk_review TO ledger_writer;
GRANT INSERT, UPDATE ON ledger.setting, ledger.org_unit, ledger.department, ledger.domain, ledger.policy,
  ledger.policy_step, ledger.indicator, ledger.phase, ledger.risk_category, ledger.risk_grid, ledger.risk_grid_axis,
  ledger.risk_level, ledger.risk_grid_cell, ledger.calendar_day TO ledger_writer;
GRANT INSERT, UPDATE, DELETE ON ledger.policy_department, ledger.risk_appetite TO ledger_writer;

CREATE FUNCTION ledger.grant_monitor() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item record;
BEGIN
  GRANT USAGE ON SCHEMA monitor TO ledger_reader, ledger_writer;
  GRANT SELECT ON ALL TABLES IN SCHEMA monitor TO ledger_reader, ledger_writer;
  FOR item IN
    SELECT c.oid::regclass AS name,
           (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attname IN ('ancestor_id', 'unit_id')
            ORDER BY attname LIMIT 1) AS unit_column
    FROM pg_class c WHERE c.relnamespace = 'monitor'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    IF item.unit_column IS NOT NULL THEN
      PERFORM ledger.limit_reader(item.name, item.unit_column);
    END IF;
  END LOOP;
  -- What writes read models runs as its owner, for the importer only.
  FOR item IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'monitor'::regnamespace AND provolatile = 'v' LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', item.name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO ledger_writer', item.name);
  END LOOP;
END $$;
COMMENT ON FUNCTION ledger.grant_monitor() IS 'Rights on schema monitor, after it was made again: reading for all, every table with an ancestor or a unit limited to the jurisdiction, volatile functions (which keep the read models) for ledger_writer only.';
REVOKE EXECUTE ON FUNCTION ledger.grant_monitor() FROM PUBLIC;

-- What one batch recorded is found again by monitor.refresh(): rows of a batch lie together, so that a few kilobytes do.
CREATE INDEX observation_batch ON ledger.observation USING brin (batch_id uuid_bloom_ops);
CREATE INDEX phase_target_batch ON ledger.phase_target USING brin (batch_id uuid_bloom_ops);
CREATE INDEX task_batch ON ledger.task USING brin (batch_id uuid_bloom_ops);
CREATE INDEX task_support_batch ON ledger.task_support USING brin (batch_id uuid_bloom_ops);
CREATE INDEX task_extension_batch ON ledger.task_extension USING brin (batch_id uuid_bloom_ops);
CREATE INDEX task_completion_batch ON ledger.task_completion USING brin (batch_id uuid_bloom_ops);

RESET ROLE;
