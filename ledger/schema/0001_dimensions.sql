-- Dimensions of the ledger: small tables that give facts their names.
-- They may grow and be renamed in place; facts (0002) may not change.

CREATE SCHEMA ledger;
COMMENT ON SCHEMA ledger IS 'Facts as they were reported. What is concluded from them lives in schema monitor.';

CREATE TABLE ledger.migration (
  file       text PRIMARY KEY,
  sha256     text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE ledger.migration IS 'Files of ledger/schema that were applied to this database, with their SHA-256; they are never edited afterwards. The row "monitor" holds the hash over all files from which schema monitor was last made.';

CREATE TABLE ledger.batch (
  batch_id     uuid PRIMARY KEY,
  source       text NOT NULL CHECK (source IN ('workbook', 'csv', 'sample')),
  file_name    text NOT NULL CHECK (file_name <> ''),
  file_sha256  text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  reported_by  text NOT NULL CHECK (reported_by <> ''),
  recorded_at  timestamptz NOT NULL,
  row_counts   jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE ledger.batch IS 'One row per import that was accepted. batch_id is made by the client, so that a repeated send is recognised.';
COMMENT ON COLUMN ledger.batch.row_counts IS 'Rows stored per register, {"task": 12, …}.';

CREATE TABLE ledger.setting (
  key    text PRIMARY KEY,
  value  text NOT NULL,
  CONSTRAINT setting_is_known CHECK (CASE key
    WHEN 'time_zone'     THEN value ~ '^[A-Za-z_]+(/[A-Za-z_+\-0-9]+)*$'
    WHEN 'language'      THEN value IN ('zh-Hans', 'en-US')
    WHEN 'risk_grid'     THEN value <> ''
    WHEN 'due_soon_days' THEN value ~ '^[0-9]{1,3}$'
    WHEN 'name_zh'       THEN value <> ''
    WHEN 'name_en'       THEN value <> ''
    ELSE false END)
);
COMMENT ON TABLE ledger.setting IS 'Settings of this ledger. time_zone: IANA name in which a day begins. language: of names where none is asked for. risk_grid: the grid in use. due_soon_days: calendar days before a due date from which an open task is due soon. name_zh, name_en: title of the ledger.';

CREATE TABLE ledger.org_unit (
  unit_id        text PRIMARY KEY CHECK (unit_id ~ '^[0-9A-Za-z_-]{1,32}$'),
  parent_unit_id text REFERENCES ledger.org_unit DEFERRABLE INITIALLY DEFERRED,
  tier           smallint NOT NULL CHECK (tier BETWEEN 1 AND 5),
  name_zh        text NOT NULL CHECK (name_zh <> ''),
  name_en        text NOT NULL CHECK (name_en <> ''),
  valid_from     date NOT NULL DEFAULT '1949-10-01',
  valid_to       date,
  CONSTRAINT unit_is_not_its_own_parent CHECK (parent_unit_id <> unit_id),
  CONSTRAINT unit_ends_after_it_begins CHECK (valid_to > valid_from)
);
COMMENT ON TABLE ledger.org_unit IS 'Units of administration. Never renumbered: a reorganisation adds units and ends old ones.';
COMMENT ON COLUMN ledger.org_unit.tier IS '1 central, 2 province, 3 city, 4 county, 5 township.';
COMMENT ON COLUMN ledger.org_unit.valid_to IS 'First day on which the unit no longer exists; null while it exists.';

CREATE TABLE ledger.org_closure (
  ancestor_id text NOT NULL REFERENCES ledger.org_unit DEFERRABLE INITIALLY DEFERRED,
  unit_id     text NOT NULL REFERENCES ledger.org_unit DEFERRABLE INITIALLY DEFERRED,
  depth       smallint NOT NULL CHECK (depth >= 0),
  PRIMARY KEY (ancestor_id, unit_id)
);
CREATE INDEX ON ledger.org_closure (unit_id);
COMMENT ON TABLE ledger.org_closure IS 'Every pair of a unit and a unit above it, the unit itself included (depth 0). Made from org_unit by ledger.refresh_org_closure().';

CREATE FUNCTION ledger.refresh_org_closure() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  looping text;
BEGIN
  WITH RECURSIVE up(unit_id, ancestor_id, path) AS (
    SELECT unit_id, parent_unit_id, ARRAY[unit_id] FROM ledger.org_unit WHERE parent_unit_id IS NOT NULL
    UNION ALL
    SELECT up.unit_id, u.parent_unit_id, up.path || u.unit_id
    FROM up JOIN ledger.org_unit u ON u.unit_id = up.ancestor_id
    WHERE u.parent_unit_id IS NOT NULL AND NOT u.unit_id = ANY (up.path)
  )
  SELECT unit_id INTO looping FROM up WHERE ancestor_id = unit_id ORDER BY unit_id LIMIT 1;
  IF looping IS NOT NULL THEN
    RAISE EXCEPTION 'Unit % is above itself: give one of the units in the loop another parent.', looping
      USING ERRCODE = 'check_violation', CONSTRAINT = 'org_unit_is_a_tree';
  END IF;
  DELETE FROM ledger.org_closure;
  WITH RECURSIVE down(ancestor_id, unit_id, depth) AS (
    SELECT unit_id, unit_id, 0 FROM ledger.org_unit
    UNION ALL
    SELECT d.ancestor_id, u.unit_id, d.depth + 1
    FROM down d JOIN ledger.org_unit u ON u.parent_unit_id = d.unit_id
  )
  INSERT INTO ledger.org_closure SELECT ancestor_id, unit_id, depth FROM down;
END $$;
COMMENT ON FUNCTION ledger.refresh_org_closure() IS 'Makes org_closure again from org_unit. Raises check_violation (constraint org_unit_is_a_tree) where a unit is above itself. Runs as its owner: nobody else may write org_closure.';

CREATE FUNCTION ledger.org_unit_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ledger.refresh_org_closure();
  RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.org_unit_changed() IS 'Keeps org_closure as org_unit is.';
CREATE TRIGGER org_unit_changed AFTER INSERT OR UPDATE OR DELETE ON ledger.org_unit
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.org_unit_changed();

CREATE TABLE ledger.department (
  department_id text PRIMARY KEY CHECK (department_id ~ '^[0-9A-Za-z_-]{1,32}$'),
  name_zh       text NOT NULL CHECK (name_zh <> ''),
  name_en       text NOT NULL CHECK (name_en <> '')
);
COMMENT ON TABLE ledger.department IS 'Lines of business (条). A responsible body is a department of a unit (块 × 条).';

CREATE TABLE ledger.domain (
  domain_id text PRIMARY KEY CHECK (domain_id ~ '^[0-9A-Za-z_-]{1,32}$'),
  name_zh   text NOT NULL CHECK (name_zh <> ''),
  name_en   text NOT NULL CHECK (name_en <> ''),
  position  smallint NOT NULL
);
COMMENT ON TABLE ledger.domain IS 'Fields of policy; position is their order on screen.';
INSERT INTO ledger.domain VALUES
  ('manufacturing', '制造业', 'Manufacturing', 1),
  ('services', '服务业', 'Services', 2),
  ('livelihood', '民生', 'Livelihood', 3),
  ('cross_cutting', '综合', 'Cross-cutting', 4);

CREATE TABLE ledger.policy (
  policy_id     text PRIMARY KEY CHECK (policy_id ~ '^[0-9A-Za-z_-]{1,32}$'),
  title_zh      text NOT NULL CHECK (title_zh <> ''),
  title_en      text NOT NULL CHECK (title_en <> ''),
  unit_id       text NOT NULL REFERENCES ledger.org_unit,
  domain_id     text NOT NULL REFERENCES ledger.domain,
  issued_on     date NOT NULL,
  effective_on  date NOT NULL,
  ends_on       date,
  CONSTRAINT policy_takes_effect_after_issue CHECK (effective_on >= issued_on),
  CONSTRAINT policy_ends_after_it_takes_effect CHECK (ends_on > effective_on)
);
COMMENT ON TABLE ledger.policy IS 'Policies; unit_id is the unit that issued it.';

CREATE TABLE ledger.policy_department (
  policy_id     text NOT NULL REFERENCES ledger.policy,
  department_id text NOT NULL REFERENCES ledger.department,
  role          text NOT NULL CHECK (role IN ('lead', 'support')),
  PRIMARY KEY (policy_id, department_id)
);
CREATE UNIQUE INDEX policy_has_one_lead ON ledger.policy_department (policy_id) WHERE role = 'lead';
COMMENT ON TABLE ledger.policy_department IS 'Who leads and who supports a policy: exactly one lead at most.';

CREATE TABLE ledger.policy_step (
  policy_id text NOT NULL REFERENCES ledger.policy,
  step      smallint NOT NULL CHECK (step BETWEEN 1 AND 99),
  name_zh   text NOT NULL CHECK (name_zh <> ''),
  name_en   text NOT NULL CHECK (name_en <> ''),
  PRIMARY KEY (policy_id, step)
);
COMMENT ON TABLE ledger.policy_step IS 'The steps of a policy''s process in their order.';

CREATE TABLE ledger.indicator (
  indicator_id     text PRIMARY KEY CHECK (indicator_id ~ '^[0-9A-Za-z_-]{1,48}$'),
  name_zh          text NOT NULL CHECK (name_zh <> ''),
  name_en          text NOT NULL CHECK (name_en <> ''),
  unit_of_measure  text NOT NULL CHECK (unit_of_measure IN
    ('percent', 'percentage_points', 'count', 'days', 'index', 'rank', 'money', 'yes_no')),
  decimals         smallint NOT NULL DEFAULT 1 CHECK (decimals BETWEEN 0 AND 6),
  direction        smallint NOT NULL CHECK (direction IN (-1, 1)),
  kind             text NOT NULL CHECK (kind IN ('target', 'floor', 'ceiling', 'range', 'rank', 'yes_no')),
  reporting_period text NOT NULL CHECK (reporting_period IN ('month', 'quarter', 'half_year', 'year')),
  report_days      smallint NOT NULL DEFAULT 15 CHECK (report_days BETWEEN 0 AND 366),
  aggregation      text NOT NULL CHECK (aggregation IN ('none', 'sum', 'mean', 'ratio', 'latest')),
  progress_method  text NOT NULL DEFAULT 'linear' CHECK (progress_method IN ('linear', 'growth')),
  natural_limit    double precision,
  domain_id        text NOT NULL REFERENCES ledger.domain,
  department_id    text NOT NULL REFERENCES ledger.department,
  policy_id        text REFERENCES ledger.policy,
  CONSTRAINT rank_is_never_judged_by_growth CHECK (kind <> 'rank' OR progress_method = 'linear')
);
COMMENT ON TABLE ledger.indicator IS 'Definitions of indicators. direction: 1 more is better, -1 less is better.';
COMMENT ON COLUMN ledger.indicator.report_days IS 'Calendar days after the end of a period by which its value must be reported.';
COMMENT ON COLUMN ledger.indicator.natural_limit IS 'Best value that can exist (100 for a share); null where there is none.';
COMMENT ON COLUMN ledger.indicator.unit_of_measure IS 'percent: 84.1 means 84.1 %. percentage_points: a change of a share. money: yuan. yes_no: 1 or 0. index: a score without unit.';

CREATE TABLE ledger.phase (
  phase    text PRIMARY KEY CHECK (phase ~ '^[a-z_]{1,16}$'),
  position smallint NOT NULL UNIQUE,
  name_zh  text NOT NULL,
  name_en  text NOT NULL
);
COMMENT ON TABLE ledger.phase IS 'Phases in their order. Their dates stand on each target.';
INSERT INTO ledger.phase VALUES
  ('short', 1, '短期', 'Short term'), ('medium', 2, '中期', 'Medium term'), ('long', 3, '长期', 'Long term');

CREATE TABLE ledger.risk_category (
  category text PRIMARY KEY CHECK (category ~ '^[a-z_]{1,32}$'),
  position smallint NOT NULL,
  name_zh  text NOT NULL,
  name_en  text NOT NULL
);
COMMENT ON TABLE ledger.risk_category IS 'Classes of risk.';
INSERT INTO ledger.risk_category VALUES
  ('execution', 1, '执行风险', 'Execution'), ('resources', 2, '资源风险', 'Resources'),
  ('society', 3, '社会风险', 'Society'), ('mechanism', 4, '机制风险', 'Mechanism');

CREATE TABLE ledger.risk_grid (
  grid_id           text PRIMARY KEY CHECK (grid_id ~ '^[0-9A-Za-z_-]{1,32}$'),
  name_zh           text NOT NULL,
  name_en           text NOT NULL,
  likelihood_levels smallint NOT NULL CHECK (likelihood_levels BETWEEN 3 AND 7),
  impact_levels     smallint NOT NULL CHECK (impact_levels BETWEEN 3 AND 7)
);
COMMENT ON TABLE ledger.risk_grid IS 'Risk grids from 3 × 3 to 7 × 7.';
CREATE TABLE ledger.risk_grid_axis (
  grid_id text NOT NULL REFERENCES ledger.risk_grid,
  axis    text NOT NULL CHECK (axis IN ('likelihood', 'impact')),
  level   smallint NOT NULL CHECK (level BETWEEN 1 AND 7),
  name_zh text NOT NULL,
  name_en text NOT NULL,
  PRIMARY KEY (grid_id, axis, level)
);
COMMENT ON TABLE ledger.risk_grid_axis IS 'The words on both axes of a grid, 1 the lowest.';
CREATE TABLE ledger.risk_level (
  grid_id      text NOT NULL REFERENCES ledger.risk_grid,
  level        smallint NOT NULL CHECK (level BETWEEN 0 AND 9),
  name_zh      text NOT NULL,
  name_en      text NOT NULL,
  light        text NOT NULL CHECK (light IN ('green', 'yellow', 'red')),
  allowed_days smallint CHECK (allowed_days > 0),
  PRIMARY KEY (grid_id, level)
);
COMMENT ON TABLE ledger.risk_level IS 'The levels of a grid, 0 the least; allowed_days: calendar days between two reviews at this level.';
CREATE TABLE ledger.risk_grid_cell (
  grid_id    text NOT NULL,
  likelihood smallint NOT NULL CHECK (likelihood BETWEEN 1 AND 7),
  impact     smallint NOT NULL CHECK (impact BETWEEN 1 AND 7),
  level      smallint NOT NULL,
  PRIMARY KEY (grid_id, likelihood, impact),
  FOREIGN KEY (grid_id, level) REFERENCES ledger.risk_level (grid_id, level)
);
COMMENT ON TABLE ledger.risk_grid_cell IS 'The level of every cell of a grid. Methods: monitor.risk_grid_problems() refuses what is not monotone.';
CREATE TABLE ledger.risk_appetite (
  category text NOT NULL REFERENCES ledger.risk_category,
  unit_id  text NOT NULL REFERENCES ledger.org_unit,
  level    smallint NOT NULL CHECK (level BETWEEN 0 AND 9),
  PRIMARY KEY (category, unit_id)
);
COMMENT ON TABLE ledger.risk_appetite IS 'Highest level that a unit accepts in a category; it holds for the units below it unless they have their own.';

INSERT INTO ledger.risk_grid VALUES ('default', '默认 5×5', 'Default 5×5', 5, 5);
INSERT INTO ledger.risk_grid_axis VALUES
  ('default', 'likelihood', 1, '很低', 'Very low'), ('default', 'likelihood', 2, '低', 'Low'),
  ('default', 'likelihood', 3, '中等', 'Medium'), ('default', 'likelihood', 4, '高', 'High'),
  ('default', 'likelihood', 5, '很高', 'Very high'),
  ('default', 'impact', 1, '很低', 'Very low'), ('default', 'impact', 2, '低', 'Low'),
  ('default', 'impact', 3, '中等', 'Medium'), ('default', 'impact', 4, '高', 'High'),
  ('default', 'impact', 5, '很高', 'Very high');
INSERT INTO ledger.risk_level VALUES
  ('default', 0, '很低', 'Very low', 'green', 365), ('default', 1, '低', 'Low', 'green', 180),
  ('default', 2, '中', 'Medium', 'yellow', 90), ('default', 3, '高', 'High', 'red', 30),
  ('default', 4, '极高', 'Very high', 'red', 14);
INSERT INTO ledger.risk_grid_cell
SELECT 'default', row_no, col_no, substr(line, col_no, 1)::smallint
FROM unnest(ARRAY['00112', '01122', '11223', '12234', '22344']) WITH ORDINALITY AS r(line, row_no),
     generate_series(1, 5) AS col_no;

CREATE TABLE ledger.calendar_day (
  day     date PRIMARY KEY,
  working boolean NOT NULL,
  name_zh text NOT NULL DEFAULT '',
  name_en text NOT NULL DEFAULT ''
);
COMMENT ON TABLE ledger.calendar_day IS 'Days that differ from the plain week: holidays (working = false) and adjusted workdays (调休, working = true). Days not listed are working from Monday to Friday.';

INSERT INTO ledger.setting VALUES
  ('time_zone', 'Asia/Shanghai'), ('language', 'zh-Hans'), ('risk_grid', 'default'), ('due_soon_days', '15'),
  ('name_zh', '政策台账'), ('name_en', 'Policy ledger');
