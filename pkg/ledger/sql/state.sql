-- What a transaction that begins now would see.
SELECT pg_current_snapshot()::text
