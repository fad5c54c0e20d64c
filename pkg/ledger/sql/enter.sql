SELECT pg_current_snapshot()::text,
       set_config('statement_timeout', @timeout::bigint::text, true),
       set_config('ledger.jurisdiction', @jurisdiction::text, true),
       -- Compiling takes longer than these statements run.
       set_config('jit', 'off', true),
       set_config('role', 'ledger_reader', true)
