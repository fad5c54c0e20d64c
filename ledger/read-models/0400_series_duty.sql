-- Which unit has to report which indicator, from when to when, and what of it did not come in time.

CREATE TABLE monitor.series_duty (
  unit_id      text NOT NULL,
  indicator_id text NOT NULL,
  first_day    date NOT NULL,
  last_day     date NOT NULL,
  known_from   date NOT NULL,
  last_period  date NOT NULL,
  PRIMARY KEY (unit_id, indicator_id)
);
CREATE INDEX series_duty_last_period ON monitor.series_duty (indicator_id, last_period);
COMMENT ON TABLE monitor.series_duty IS 'One row per unit and indicator with a target: the periods that end from the first start to the last due date of its phases have to be reported. known_from: the first day, in the ledger''s time zone, on which a report of a period that had ended was there, infinity where none ever was; last_period: the latest period ever reported, -infinity where none was.';

CREATE TABLE monitor.report_gap (
  unit_id      text NOT NULL,
  indicator_id text NOT NULL,
  period       date NOT NULL,
  reported_on  date NOT NULL,
  PRIMARY KEY (unit_id, indicator_id, period)
);
CREATE INDEX report_gap_period ON monitor.report_gap (period, indicator_id);
COMMENT ON TABLE monitor.report_gap IS 'One row per duty and period, up to the latest ever reported, whose report did not come by its day. reported_on: when it came at last, infinity while it has not. Later periods than the duty''s last_period are missing without a row.';
