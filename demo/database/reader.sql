-- The login that the demo's data source uses: it may read through row-level security and nothing else. The password
-- comes as a setting of the session, for DDL takes no parameters.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shigan_demo_reader') THEN
    CREATE ROLE shigan_demo_reader LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    GRANT ledger_reader TO shigan_demo_reader;
  END IF;
  EXECUTE format('ALTER ROLE shigan_demo_reader PASSWORD %L', current_setting('demo.password'));
END
$$
