SELECT value FROM ledger.setting WHERE key = 'time_zone'
