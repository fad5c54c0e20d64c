-- The grid in use, as one document for the heatmap.
SELECT monitor.risk_grid_json((SELECT value FROM ledger.setting WHERE key = 'risk_grid'), @lang::text)::text
