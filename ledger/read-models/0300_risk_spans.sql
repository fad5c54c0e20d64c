-- Risks folded into spans of days between their reviews, with their levels on the grid in use.

CREATE TABLE monitor.unit_appetite (
  unit_id  text NOT NULL,
  category text NOT NULL,
  level    smallint NOT NULL,
  PRIMARY KEY (unit_id, category)
);
COMMENT ON TABLE monitor.unit_appetite IS 'Highest level that holds in a unit and category: its own appetite, or that of the nearest unit above. No row: none was set.';

CREATE FUNCTION monitor.current_appetite() RETURNS SETOF monitor.unit_appetite LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (c.unit_id, a.category) c.unit_id, a.category, a.level
  FROM ledger.risk_appetite a JOIN ledger.org_closure c ON c.ancestor_id = a.unit_id
  ORDER BY c.unit_id, a.category, c.depth
$$;
COMMENT ON FUNCTION monitor.current_appetite() IS 'What monitor.unit_appetite has to hold.';

CREATE TABLE monitor.risk_span (
  unit_id        text NOT NULL,
  risk_id        text NOT NULL,
  from_day       date NOT NULL,
  to_day         date NOT NULL,
  revision       integer NOT NULL,
  tier           smallint NOT NULL,
  category       text NOT NULL,
  policy_id      text,
  department_id  text NOT NULL,
  opened_on      date NOT NULL,
  reviewed_on    date,
  inherent_likelihood smallint,
  inherent_impact     smallint,
  current_likelihood  smallint,
  current_impact      smallint,
  residual_likelihood smallint,
  residual_impact     smallint,
  inherent_level smallint,
  current_level  smallint,
  residual_level smallint,
  previous_level smallint,
  appetite_level smallint,
  above_appetite boolean NOT NULL,
  next_review_on date,
  PRIMARY KEY (unit_id, to_day, risk_id)
);
CREATE INDEX risk_span_to_day ON monitor.risk_span (to_day);
COMMENT ON TABLE monitor.risk_span IS 'One row per risk and span of days [from_day, to_day) from its opening, from each review to the next; none while it is closed. Scores are those of its review, null where not scored. Levels are cells of the grid in use, null where not scored. next_review_on: as the review says, else its day plus the allowed days of the current level. above_appetite: the residual level (the current one where that is null) is above the appetite; where none is set, it is a red level.';

CREATE FUNCTION monitor.fold_risks(units text[], ids text[]) RETURNS SETOF monitor.risk_span LANGUAGE sql STABLE AS $$
  WITH grid AS (
    SELECT c.likelihood, c.impact, c.level FROM ledger.risk_grid_cell c JOIN ledger.setting s ON s.key = 'risk_grid' AND s.value = c.grid_id
  ), risk AS (
    SELECT r.*, u.tier FROM ledger.risk r JOIN ledger.org_unit u ON u.unit_id = r.unit_id
    WHERE (fold_risks.units IS NULL OR (r.unit_id, r.risk_id) IN (SELECT k, n FROM unnest(fold_risks.units, fold_risks.ids) AS wanted(k, n)))
      AND NOT EXISTS (SELECT FROM ledger.risk later
        WHERE later.unit_id = r.unit_id AND later.risk_id = r.risk_id AND later.revision > r.revision)
  ), review AS (
    SELECT v.*, inherent.level AS inherent_level, current.level AS current_level, residual.level AS residual_level,
           lag(current.level) OVER (PARTITION BY v.unit_id, v.risk_id ORDER BY v.reviewed_on) AS previous_level
    FROM ledger.risk_review v JOIN risk USING (unit_id, risk_id)
    LEFT JOIN grid inherent ON inherent.likelihood = v.inherent_likelihood AND inherent.impact = v.inherent_impact
    LEFT JOIN grid current ON current.likelihood = v.current_likelihood AND current.impact = v.current_impact
    LEFT JOIN grid residual ON residual.likelihood = v.residual_likelihood AND residual.impact = v.residual_impact
  ), entry AS (
    SELECT unit_id, risk_id, 0 AS kind, opened_on AS day, NULL::date AS reviewed_on FROM risk
    UNION ALL
    SELECT unit_id, risk_id, 1, reviewed_on, reviewed_on FROM review
  ), span AS (
    SELECT e.unit_id, e.risk_id, e.day AS from_day, coalesce(lead(e.day) OVER nth, 'infinity') AS to_day, e.reviewed_on
    FROM entry e WINDOW nth AS (PARTITION BY e.unit_id, e.risk_id ORDER BY e.kind, e.day)
  )
  SELECT s.unit_id, s.risk_id, s.from_day, s.to_day, r.revision, r.tier, r.category, r.policy_id, r.department_id,
         r.opened_on, s.reviewed_on, v.inherent_likelihood, v.inherent_impact, v.current_likelihood, v.current_impact,
         v.residual_likelihood, v.residual_impact, v.inherent_level, v.current_level, v.residual_level, v.previous_level, a.level,
         coalesce(CASE WHEN a.level IS NULL THEN judged.light = 'red' ELSE judged.level > a.level END, false),
         coalesce(v.next_review_on, s.reviewed_on + current.allowed_days)
  FROM span s
  JOIN risk r USING (unit_id, risk_id)
  LEFT JOIN review v USING (unit_id, risk_id, reviewed_on)
  LEFT JOIN monitor.unit_appetite a ON a.unit_id = s.unit_id AND a.category = r.category
  LEFT JOIN ledger.setting g ON g.key = 'risk_grid'
  LEFT JOIN ledger.risk_level judged ON judged.grid_id = g.value AND judged.level = coalesce(v.residual_level, v.current_level)
  LEFT JOIN ledger.risk_level current ON current.grid_id = g.value AND current.level = v.current_level
  WHERE s.from_day < s.to_day AND v.closed IS NOT TRUE
$$;
COMMENT ON FUNCTION monitor.fold_risks(text[], text[]) IS 'Spans of the risks whose units and ids stand in the two arrays of equal length; null: of all. Needs monitor.unit_appetite.';
