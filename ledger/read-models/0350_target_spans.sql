-- Verdicts on targets as spans of days, and their sums under broad units; folded by ledger/methods/0350_target_spans.sql.

CREATE TABLE monitor.target_span (
  unit_id      text NOT NULL,
  indicator_id text NOT NULL,
  phase        text NOT NULL,
  from_day     date NOT NULL,
  to_day       date NOT NULL,
  status       text NOT NULL,
  tier         smallint NOT NULL,
  due_date     date NOT NULL,
  reached_on   date,
  followed_on  date NOT NULL,
  urgency      smallint,
  PRIMARY KEY (unit_id, to_day, indicator_id, phase)
);
CREATE INDEX target_span_urgency ON monitor.target_span (urgency, to_day, followed_on, from_day) WHERE urgency IS NOT NULL;
COMMENT ON TABLE monitor.target_span IS 'One row per target (in its latest revision) and span of days [from_day, to_day) on which monitor.target_status, with everything known, gives it the same status; the first span begins at -infinity, the last ends at infinity. due_date: the target''s. reached_on: of what was missed or breached at the due date, the period after it that reached the target; null while none did. followed_on: the first day after its due date on which a later phase of it was judged; infinity while none was. urgency: twice what monitor.severity is before days are added, and 1 more where days are; null for a status that needs no attention.';

CREATE TABLE monitor.target_delta (
  ancestor_id  text NOT NULL,
  indicator_id text NOT NULL,
  phase        text NOT NULL,
  status       text NOT NULL,
  day          date NOT NULL,
  n            integer NOT NULL,
  PRIMARY KEY (ancestor_id, indicator_id, phase, status, day) INCLUDE (n)
);
COMMENT ON TABLE monitor.target_delta IS 'By how much the number of targets with a status under a broad unit changes on a day (-infinity: before all). With indicator and phase empty: over all of them.';
