-- Numbers beyond 1e100 are slips of a keyboard, and their squares overflow in the forecast (monitor.forecast).
-- NOT VALID: what an earlier version accepted stays.

ALTER TABLE ledger.observation
  ADD CONSTRAINT value_can_be_reckoned_with CHECK (abs(value) <= 1e100) NOT VALID;
ALTER TABLE ledger.phase_target
  ADD CONSTRAINT baseline_can_be_reckoned_with CHECK (abs(baseline_value) <= 1e100) NOT VALID,
  ADD CONSTRAINT target_can_be_reckoned_with CHECK (abs(target_value) <= 1e100) NOT VALID,
  ADD CONSTRAINT upper_end_can_be_reckoned_with CHECK (abs(target_upper) <= 1e100) NOT VALID;
ALTER TABLE ledger.indicator
  ADD CONSTRAINT limit_can_be_reckoned_with CHECK (abs(natural_limit) <= 1e100) NOT VALID;
