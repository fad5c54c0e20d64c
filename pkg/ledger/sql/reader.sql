-- The login that ledger.sql lets read.
SELECT set_config('ledger.reader', @reader, false)
