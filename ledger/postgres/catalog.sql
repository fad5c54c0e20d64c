-- Everything that the catalog knows of the schemas ledger and monitor, one line each, without what differs between two
-- databases made alike (oids, statistics).
WITH ours AS (SELECT oid, nspname, nspacl, nspowner FROM pg_namespace WHERE nspname IN ('ledger', 'monitor')),
relation AS (SELECT c.*, c.oid::regclass::text AS name FROM pg_class c JOIN ours ON ours.oid = c.relnamespace)
SELECT what FROM (
  SELECT concat_ws(' ', 'schema', nspname, nspowner::regrole, nspacl, obj_description(oid, 'pg_namespace')) AS what FROM ours
  UNION ALL
  SELECT concat_ws(' ', 'relation', name, relkind, relowner::regrole, relrowsecurity, relforcerowsecurity, relacl, reloptions, obj_description(oid, 'pg_class'))
  FROM relation
  UNION ALL
  SELECT concat_ws(' ', 'column', r.name, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attacl, pg_get_expr(d.adbin, d.adrelid), col_description(r.oid, a.attnum))
  FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
  UNION ALL
  SELECT concat_ws(' ', 'constraint', r.name, c.conname, pg_get_constraintdef(c.oid)) FROM relation r JOIN pg_constraint c ON c.conrelid = r.oid
  UNION ALL
  SELECT concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid)) FROM relation r JOIN pg_index i ON i.indrelid = r.oid
  UNION ALL
  SELECT concat_ws(' ', 'view', name, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
  UNION ALL
  SELECT concat_ws(' ', 'trigger', r.name, pg_get_triggerdef(t.oid)) FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
  UNION ALL
  SELECT concat_ws(' ', 'policy', p.polrelid::regclass, p.polname, p.polcmd, p.polpermissive, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
  FROM relation r JOIN pg_policy p ON p.polrelid = r.oid
  UNION ALL
  SELECT concat_ws(' ', 'function', p.oid::regprocedure, p.proowner::regrole, p.proacl, obj_description(p.oid, 'pg_proc'), pg_get_functiondef(p.oid))
  FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace WHERE p.prokind <> 'a'
) AS all_of_it
ORDER BY what
