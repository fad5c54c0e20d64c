-- Facts of the ledger. Append-only: a correction is a new revision, never a change.
-- Every key contains the unit, so that the facts can be distributed by it; foreign keys go from fact to dimension only.
-- recorded_at is when the ledger came to know a row; dates in the row say when it was so.

CREATE TABLE ledger.phase_target (
  unit_id         text NOT NULL REFERENCES ledger.org_unit,
  indicator_id    text NOT NULL REFERENCES ledger.indicator,
  phase           text NOT NULL REFERENCES ledger.phase,
  revision        integer NOT NULL CHECK (revision >= 1),
  baseline_value  double precision,
  baseline_date   date NOT NULL,
  target_value    double precision NOT NULL,
  target_upper    double precision,
  start_date      date NOT NULL,
  due_date        date NOT NULL,
  progress_method text CHECK (progress_method IN ('linear', 'growth')),
  reason          text NOT NULL DEFAULT '',
  recorded_at     timestamptz NOT NULL,
  batch_id        uuid NOT NULL REFERENCES ledger.batch,
  PRIMARY KEY (unit_id, indicator_id, phase, revision),
  CONSTRAINT target_is_due_after_its_start CHECK (due_date > start_date),
  CONSTRAINT baseline_is_not_after_the_start CHECK (baseline_date <= start_date),
  CONSTRAINT range_has_its_upper_end_above CHECK (target_upper >= target_value),
  CONSTRAINT changed_target_gives_its_reason CHECK (revision = 1 OR reason <> '')
);
COMMENT ON TABLE ledger.phase_target IS 'What an indicator is to reach in a unit by the end of a phase. Values in the indicator''s unit. baseline_value is null for floors, ceilings, ranges and yes/no, which have no way to go. A later revision replaces an earlier one from the day it was recorded.';
COMMENT ON COLUMN ledger.phase_target.target_upper IS 'Upper end of a range; null otherwise.';
COMMENT ON COLUMN ledger.phase_target.progress_method IS 'Overrides the indicator''s method; null keeps it.';
COMMENT ON COLUMN ledger.phase_target.start_date IS 'Day from which the phase is judged; before it the status is not_started.';

CREATE TABLE ledger.observation (
  unit_id      text NOT NULL REFERENCES ledger.org_unit,
  indicator_id text NOT NULL REFERENCES ledger.indicator,
  period       date NOT NULL,
  revision     integer NOT NULL CHECK (revision >= 1),
  value        double precision NOT NULL CHECK (value NOT IN ('NaN', 'Infinity', '-Infinity')),
  numerator    double precision,
  denominator  double precision CHECK (denominator > 0),
  sample_size  integer CHECK (sample_size > 0),
  reported_by  text NOT NULL DEFAULT '',
  reported_at  timestamptz NOT NULL,
  recorded_at  timestamptz NOT NULL,
  batch_id     uuid NOT NULL REFERENCES ledger.batch,
  PRIMARY KEY (unit_id, indicator_id, period, revision),
  CONSTRAINT share_has_both_parts CHECK ((numerator IS NULL) = (denominator IS NULL))
);
COMMENT ON TABLE ledger.observation IS 'Values as reported, in the indicator''s unit. period is the last day of the reporting period. Of several revisions the highest that was known counts.';
COMMENT ON COLUMN ledger.observation.sample_size IS 'Respondents, where the value comes from a survey; null otherwise.';

CREATE TABLE ledger.task (
  unit_id            text NOT NULL REFERENCES ledger.org_unit,
  task_id            text NOT NULL CHECK (task_id ~ '^[0-9A-Za-z_-]{1,48}$'),
  revision           integer NOT NULL CHECK (revision >= 1),
  title_zh           text NOT NULL CHECK (title_zh <> ''),
  title_en           text NOT NULL CHECK (title_en <> ''),
  policy_id          text NOT NULL REFERENCES ledger.policy,
  step               smallint,
  lead_department_id text NOT NULL REFERENCES ledger.department,
  accountable_officer text NOT NULL CHECK (accountable_officer <> ''),
  start_date         date NOT NULL,
  due_date           date NOT NULL,
  day_kind           text NOT NULL DEFAULT 'calendar' CHECK (day_kind IN ('calendar', 'working')),
  weight             double precision NOT NULL DEFAULT 1 CHECK (weight > 0 AND weight < 'Infinity'),
  recorded_at        timestamptz NOT NULL,
  batch_id           uuid NOT NULL REFERENCES ledger.batch,
  PRIMARY KEY (unit_id, task_id, revision),
  FOREIGN KEY (policy_id, step) REFERENCES ledger.policy_step (policy_id, step),
  CONSTRAINT task_is_due_on_or_after_its_start CHECK (due_date >= start_date)
);
COMMENT ON TABLE ledger.task IS 'The task list: what is to be done by whom. due_date is the original one; extensions are facts of their own. Of several revisions the highest counts.';
COMMENT ON COLUMN ledger.task.day_kind IS 'How lateness is counted: calendar or working days.';

CREATE TABLE ledger.task_support (
  unit_id       text NOT NULL,
  task_id       text NOT NULL,
  department_id text NOT NULL REFERENCES ledger.department,
  recorded_at   timestamptz NOT NULL,
  batch_id      uuid NOT NULL REFERENCES ledger.batch,
  PRIMARY KEY (unit_id, task_id, department_id)
);
COMMENT ON TABLE ledger.task_support IS 'The responsibility list: departments that support a task beside the lead.';

CREATE TABLE ledger.task_extension (
  unit_id     text NOT NULL,
  task_id     text NOT NULL,
  extended_on date NOT NULL,
  new_due_date date NOT NULL,
  reason      text NOT NULL CHECK (reason <> ''),
  approved_by text NOT NULL DEFAULT '',
  recorded_at timestamptz NOT NULL,
  batch_id    uuid NOT NULL REFERENCES ledger.batch,
  PRIMARY KEY (unit_id, task_id, extended_on)
);
COMMENT ON TABLE ledger.task_extension IS 'The time-limit list: every extension with its day and its reason. From extended_on the task is due on new_due_date.';

CREATE TABLE ledger.task_completion (
  unit_id      text NOT NULL,
  task_id      text NOT NULL,
  completed_on date NOT NULL,
  evidence_url text NOT NULL DEFAULT '' CHECK (evidence_url = '' OR evidence_url ~ '^https?://'),
  recorded_at  timestamptz NOT NULL,
  batch_id     uuid NOT NULL REFERENCES ledger.batch,
  PRIMARY KEY (unit_id, task_id)
);
COMMENT ON TABLE ledger.task_completion IS 'A task is done from completed_on, with a link to the evidence.';

CREATE TABLE ledger.risk (
  unit_id       text NOT NULL REFERENCES ledger.org_unit,
  risk_id       text NOT NULL CHECK (risk_id ~ '^[0-9A-Za-z_-]{1,48}$'),
  revision      integer NOT NULL CHECK (revision >= 1),
  title_zh      text NOT NULL CHECK (title_zh <> ''),
  title_en      text NOT NULL CHECK (title_en <> ''),
  category      text NOT NULL REFERENCES ledger.risk_category,
  policy_id     text REFERENCES ledger.policy,
  department_id text NOT NULL REFERENCES ledger.department,
  owner         text NOT NULL CHECK (owner <> ''),
  opened_on     date NOT NULL,
  recorded_at   timestamptz NOT NULL,
  batch_id      uuid NOT NULL REFERENCES ledger.batch,
  PRIMARY KEY (unit_id, risk_id, revision)
);
COMMENT ON TABLE ledger.risk IS 'Risks; their scores stand in dated reviews. Of several revisions the highest counts.';

CREATE TABLE ledger.risk_review (
  unit_id             text NOT NULL,
  risk_id             text NOT NULL,
  reviewed_on         date NOT NULL,
  inherent_likelihood smallint CHECK (inherent_likelihood BETWEEN 1 AND 7),
  inherent_impact     smallint CHECK (inherent_impact BETWEEN 1 AND 7),
  current_likelihood  smallint CHECK (current_likelihood BETWEEN 1 AND 7),
  current_impact      smallint CHECK (current_impact BETWEEN 1 AND 7),
  residual_likelihood smallint CHECK (residual_likelihood BETWEEN 1 AND 7),
  residual_impact     smallint CHECK (residual_impact BETWEEN 1 AND 7),
  next_review_on      date,
  mitigation          text NOT NULL DEFAULT '',
  mitigation_due_date date,
  mitigated_on        date,
  closed              boolean NOT NULL DEFAULT false,
  note                text NOT NULL DEFAULT '',
  recorded_at         timestamptz NOT NULL,
  batch_id            uuid NOT NULL REFERENCES ledger.batch,
  PRIMARY KEY (unit_id, risk_id, reviewed_on),
  CONSTRAINT inherent_score_is_whole CHECK ((inherent_likelihood IS NULL) = (inherent_impact IS NULL)),
  CONSTRAINT current_score_is_whole CHECK ((current_likelihood IS NULL) = (current_impact IS NULL)),
  CONSTRAINT residual_score_is_whole CHECK ((residual_likelihood IS NULL) = (residual_impact IS NULL)),
  CONSTRAINT next_review_is_later CHECK (next_review_on > reviewed_on)
);
COMMENT ON TABLE ledger.risk_review IS 'Dated reviews of a risk. inherent: without measures; current: today; residual: expected once the mitigation is done. Scores are levels of the grid in use, null where not scored. closed ends the risk on that day.';

CREATE FUNCTION ledger.refuse_impossible_value() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  impossible record;
BEGIN
  EXECUTE format($query$
    SELECT a.unit_id, a.indicator_id, a.%1$I AS value
    FROM added a JOIN ledger.indicator i USING (indicator_id)
    WHERE i.direction * (a.%1$I - i.natural_limit) > 0
       OR i.unit_of_measure = 'yes_no' AND a.%1$I NOT IN (0, 1)
       OR i.unit_of_measure = 'rank' AND a.%1$I < 1
    LIMIT 1 $query$, TG_ARGV[0]) INTO impossible;
  IF impossible IS NOT NULL THEN
    RAISE EXCEPTION 'The value % of indicator % in unit % cannot exist: correct it, or the indicator''s natural limit.',
      impossible.value, impossible.indicator_id, impossible.unit_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'value_is_within_the_natural_limit';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.refuse_impossible_value() IS 'Refuses values that cannot exist: beyond the indicator''s natural limit (a share above 100), a yes/no that is neither 1 nor 0, a rank below 1. Takes the column''s name. Raises check_violation (constraint value_is_within_the_natural_limit).';
CREATE TRIGGER observation_can_exist AFTER INSERT ON ledger.observation REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_impossible_value('value');
CREATE TRIGGER target_can_exist AFTER INSERT ON ledger.phase_target REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_impossible_value('target_value');

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Facts are never changed or deleted: record a new revision in ledger.% instead.', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
COMMENT ON FUNCTION ledger.refuse_change() IS 'Keeps the facts append-only, whoever is connected.';
DO $$
DECLARE
  fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['batch', 'phase_target', 'observation', 'task', 'task_support', 'task_extension',
                              'task_completion', 'risk', 'risk_review'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.%I
                    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', fact);
  END LOOP;
END $$;
