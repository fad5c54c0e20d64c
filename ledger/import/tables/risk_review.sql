-- Reviews: events, stored once (the checks refuse a changed one).
-- stage
CREATE TEMP TABLE staged_risk_review (
  unit_id text,
  risk_id text,
  reviewed_on date,
  inherent_likelihood smallint,
  inherent_impact smallint,
  current_likelihood smallint,
  current_impact smallint,
  residual_likelihood smallint,
  residual_impact smallint,
  next_review_on date,
  mitigation text,
  mitigation_due_date date,
  mitigated_on date,
  closed boolean,
  note text
) ON COMMIT DROP;
-- copy
COPY staged_risk_review (unit_id, risk_id, reviewed_on, inherent_likelihood, inherent_impact, current_likelihood, current_impact, residual_likelihood, residual_impact, next_review_on, mitigation, mitigation_due_date, mitigated_on, closed, note) FROM STDIN;
-- drop unchanged
ANALYZE staged_risk_review;
DELETE FROM staged_risk_review s USING ledger.risk_review l
WHERE l.unit_id = s.unit_id AND l.risk_id = s.risk_id AND l.reviewed_on = s.reviewed_on;
-- store
INSERT INTO ledger.risk_review (unit_id, risk_id, reviewed_on, inherent_likelihood, inherent_impact, current_likelihood, current_impact, residual_likelihood, residual_impact, next_review_on, mitigation, mitigation_due_date, mitigated_on, closed, note, recorded_at, batch_id)
SELECT s.unit_id, s.risk_id, s.reviewed_on, s.inherent_likelihood, s.inherent_impact, s.current_likelihood, s.current_impact, s.residual_likelihood, s.residual_impact, s.next_review_on, s.mitigation, s.mitigation_due_date, s.mitigated_on, s.closed, s.note, b.recorded_at, b.batch_id
FROM staged_risk_review s CROSS JOIN staged_batch b;
