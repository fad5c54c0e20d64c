-- What the login may that reading does not need: superuser, bypassrls, owner, writer. A superuser may everything, and is
-- only called that. ledger.* and monitor.* are looked up in the catalog, which every login may read.
SELECT array_remove(CASE WHEN r.rolsuper THEN ARRAY['superuser'] ELSE ARRAY[
         CASE WHEN r.rolbypassrls THEN 'bypassrls' END,
         CASE WHEN bool_or(pg_has_role(r.oid, c.relowner, 'MEMBER')) THEN 'owner' END,
         CASE WHEN bool_or(has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                           OR (SELECT bool_or(pg_has_role(r.oid, w.oid, 'MEMBER')) FROM pg_roles w WHERE w.rolname = 'ledger_writer'))
              THEN 'writer' END] END, NULL)
FROM pg_roles r
LEFT JOIN pg_class c ON c.relnamespace IN (to_regnamespace('ledger'), to_regnamespace('monitor')) AND c.relkind IN ('r', 'p')
WHERE r.rolname = session_user
GROUP BY r.oid, r.rolsuper, r.rolbypassrls
