-- Which unit has to report which indicator, from when to when.

CREATE TABLE monitor.series_duty (
  unit_id      text NOT NULL,
  indicator_id text NOT NULL,
  first_day    date NOT NULL,
  last_day     date NOT NULL,
  PRIMARY KEY (unit_id, indicator_id)
);
COMMENT ON TABLE monitor.series_duty IS 'One row per unit and indicator with a target: the periods that end from the first start to the last due date of its phases have to be reported.';

CREATE FUNCTION monitor.fold_duties(units text[], indicators text[]) RETURNS SETOF monitor.series_duty LANGUAGE sql STABLE AS $$
  SELECT t.unit_id, t.indicator_id, min(t.start_date), max(t.due_date)
  FROM ledger.phase_target t
  WHERE (fold_duties.units IS NULL OR (t.unit_id, t.indicator_id) IN (SELECT * FROM unnest(fold_duties.units, fold_duties.indicators)))
    AND NOT EXISTS (SELECT FROM ledger.phase_target later
      WHERE later.unit_id = t.unit_id AND later.indicator_id = t.indicator_id AND later.phase = t.phase AND later.revision > t.revision)
  GROUP BY t.unit_id, t.indicator_id
$$;
COMMENT ON FUNCTION monitor.fold_duties(text[], text[]) IS 'What monitor.series_duty has to hold for the units and indicators of two arrays of equal length; null: for all.';
