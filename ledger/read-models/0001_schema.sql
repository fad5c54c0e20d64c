-- Read models: small tables made from the facts, kept by monitor.refresh() and remade by monitor.rebuild().

COMMENT ON SCHEMA monitor IS 'Methods (functions) and read models made from the facts in schema ledger. Everything here can be made again.';
