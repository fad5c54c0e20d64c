-- The ledger itself, for the measure days_since_import of the kind reports; no row where nothing was ever imported.
SELECT monitor.in_language((SELECT value FROM ledger.setting WHERE key = 'name_zh'), (SELECT value FROM ledger.setting WHERE key = 'name_en'), @lang::text) AS ledger,
       greatest(0, @as_of::date - (i.imported_at AT TIME ZONE monitor.time_zone())::date)::double precision AS measured
FROM monitor.imported_at(@as_of::date) AS i(imported_at)
WHERE i.imported_at IS NOT NULL
LIMIT @most::bigint
