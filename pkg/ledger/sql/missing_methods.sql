-- The functions that this data source calls and the database does not have.
SELECT coalesce(array_agg('monitor.' || wanted), '{}')
FROM unnest(ARRAY['units_in_scope', 'target_status', 'target_summary', 'observation_series', 'task_status', 'task_summary', 'task_trend',
                  'risk_status', 'risk_trend', 'risk_grid_json', 'report_status', 'attention', 'in_language']) AS wanted
WHERE NOT EXISTS (
  SELECT FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'monitor' AND p.proname = wanted)
