-- What `npm run ledger -- status` tells.
-- migrations
SELECT file, applied_at FROM ledger.migration ORDER BY file;
-- rows
SELECT 'org_unit' AS name, count(*)::int AS rows FROM ledger.org_unit
UNION ALL SELECT 'department', count(*)::int FROM ledger.department
UNION ALL SELECT 'policy', count(*)::int FROM ledger.policy
UNION ALL SELECT 'indicator', count(*)::int FROM ledger.indicator
UNION ALL SELECT 'phase_target', count(*)::int FROM ledger.phase_target
UNION ALL SELECT 'observation', count(*)::int FROM ledger.observation
UNION ALL SELECT 'task', count(*)::int FROM ledger.task
UNION ALL SELECT 'task_extension', count(*)::int FROM ledger.task_extension
UNION ALL SELECT 'task_completion', count(*)::int FROM ledger.task_completion
UNION ALL SELECT 'risk', count(*)::int FROM ledger.risk
UNION ALL SELECT 'risk_review', count(*)::int FROM ledger.risk_review
UNION ALL SELECT 'calendar_day', count(*)::int FROM ledger.calendar_day;
-- latest
SELECT (SELECT max(period)::text FROM ledger.observation) AS period,
  (SELECT max(extract(year FROM day))::int FROM ledger.calendar_day) AS calendar_year,
  b.file_name, b.reported_by, b.recorded_at, b.file_sha256
FROM (SELECT 1) one LEFT JOIN (SELECT * FROM ledger.batch ORDER BY recorded_at DESC, batch_id LIMIT 1) b ON true;
