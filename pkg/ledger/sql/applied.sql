-- The files that made this schema, with their SHA-256.
SELECT file, sha256 FROM ledger.migration
