-- Risks: levels from the grid in use, appetite, reviews (docs/methods.md, Risk).

CREATE FUNCTION monitor.grid_in_use() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT value FROM ledger.setting WHERE key = 'risk_grid'
$$;
COMMENT ON FUNCTION monitor.grid_in_use() IS 'Id of the risk grid in use.';

CREATE FUNCTION monitor.risk_grid_problems(grid_id text)
RETURNS TABLE (severity text, likelihood smallint, impact smallint, problem text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH cell AS (
    SELECT c.likelihood, c.impact, c.level, l.light
    FROM ledger.risk_grid_cell c JOIN ledger.risk_level l ON l.grid_id = c.grid_id AND l.level = c.level
    WHERE c.grid_id = risk_grid_problems.grid_id
  ), size AS (
    SELECT g.likelihood_levels AS likelihoods, g.impact_levels AS impacts FROM ledger.risk_grid g WHERE g.grid_id = risk_grid_problems.grid_id
  )
  SELECT 'refused', NULL::smallint, NULL::smallint, format('There is no grid %s: choose one that exists.', risk_grid_problems.grid_id)
  WHERE NOT EXISTS (SELECT FROM size)
  UNION ALL
  SELECT 'refused', y::smallint, x::smallint, format('The cell of likelihood %s and impact %s has no level: give it one.', y, x)
  FROM size, generate_series(1, size.likelihoods) AS y, generate_series(1, size.impacts) AS x
  WHERE NOT EXISTS (SELECT FROM cell WHERE cell.likelihood = y AND cell.impact = x)
  UNION ALL
  SELECT 'refused', c.likelihood, c.impact, format('The cell of likelihood %s and impact %s lies outside the grid: remove it or enlarge the grid.', c.likelihood, c.impact)
  FROM cell c, size WHERE c.likelihood > size.likelihoods OR c.impact > size.impacts
  UNION ALL
  SELECT 'refused', c.likelihood, c.impact, format('The level falls from %s to %s where the likelihood rises from %s to %s at impact %s: let it rise or stay.', below.level, c.level, below.likelihood, c.likelihood, c.impact)
  FROM cell c JOIN cell below ON below.likelihood = c.likelihood - 1 AND below.impact = c.impact WHERE c.level < below.level
  UNION ALL
  SELECT 'refused', c.likelihood, c.impact, format('The level falls from %s to %s where the impact rises from %s to %s at likelihood %s: let it rise or stay.', before.level, c.level, before.impact, c.impact, c.likelihood)
  FROM cell c JOIN cell before ON before.likelihood = c.likelihood AND before.impact = c.impact - 1 WHERE c.level < before.level
  UNION ALL
  SELECT 'refused', NULL, NULL, format('Level %s is %s although the lower level %s is %s: lights must not improve as levels rise.', high.level, high.light, low.level, low.light)
  FROM ledger.risk_level low JOIN ledger.risk_level high ON high.grid_id = low.grid_id AND high.level > low.level
  WHERE low.grid_id = risk_grid_problems.grid_id
    AND array_position(ARRAY['green', 'yellow', 'red'], high.light) < array_position(ARRAY['green', 'yellow', 'red'], low.light)
  UNION ALL
  SELECT 'warning', c.likelihood, c.impact, format('The red cell of likelihood %s and impact %s touches a green one: a small error in scoring turns red into green.', c.likelihood, c.impact)
  FROM cell c WHERE c.light = 'red' AND EXISTS (
    SELECT FROM cell n WHERE n.light = 'green' AND abs(n.likelihood - c.likelihood) + abs(n.impact - c.impact) = 1)
  UNION ALL
  SELECT 'warning', c.likelihood, c.impact, format('The red cell of likelihood %s and impact %s stands in the lowest %s: it may hold risks as small as green ones.', c.likelihood, c.impact, CASE WHEN c.likelihood = 1 THEN 'row' ELSE 'column' END)
  FROM cell c WHERE c.light = 'red' AND (c.likelihood = 1 OR c.impact = 1)
$$;
COMMENT ON FUNCTION monitor.risk_grid_problems(text) IS
'What is wrong with a grid; no row: nothing. severity refused: cells missing or outside, or the level falls as likelihood or impact rises (named by the higher cell); warning: a red cell shares an edge with a green one or stands in the lowest row or column. likelihood, impact: the cell; null for the grid as a whole. problem: one sentence. Source: Cox LA (2008), What''s wrong with risk matrices?, Risk Analysis 28:497-512.';

CREATE FUNCTION monitor.risk_grid_json(grid_id text DEFAULT NULL, lang text DEFAULT NULL) RETURNS json LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT json_build_object(
    'id', g.grid_id, 'name', monitor.in_language(g.name_zh, g.name_en, lang),
    'likelihood', (SELECT json_agg(json_build_object('level', a.level, 'name', monitor.in_language(a.name_zh, a.name_en, lang)) ORDER BY a.level)
                   FROM ledger.risk_grid_axis a WHERE a.grid_id = g.grid_id AND a.axis = 'likelihood'),
    'impact', (SELECT json_agg(json_build_object('level', a.level, 'name', monitor.in_language(a.name_zh, a.name_en, lang)) ORDER BY a.level)
               FROM ledger.risk_grid_axis a WHERE a.grid_id = g.grid_id AND a.axis = 'impact'),
    'cells', (SELECT json_agg(line.levels ORDER BY line.likelihood) FROM (
                SELECT c.likelihood, json_agg(c.level ORDER BY c.impact) AS levels FROM ledger.risk_grid_cell c
                WHERE c.grid_id = g.grid_id GROUP BY c.likelihood) AS line),
    'levels', (SELECT json_agg(json_build_object('level', l.level, 'name', monitor.in_language(l.name_zh, l.name_en, lang), 'light', l.light) ORDER BY l.level)
               FROM ledger.risk_level l WHERE l.grid_id = g.grid_id),
    'appetite', coalesce((SELECT json_agg(json_build_object('category', a.category, 'unit_id', a.unit_id, 'level', a.level) ORDER BY a.category, a.unit_id)
                 FROM ledger.risk_appetite a), '[]'))
  FROM ledger.risk_grid g WHERE g.grid_id = coalesce(risk_grid_json.grid_id, monitor.grid_in_use())
$$;
COMMENT ON FUNCTION monitor.risk_grid_json(text, text) IS 'The grid as one document for the heatmap: {id, name, likelihood, impact, cells (row = likelihood, lowest first), levels, appetite (within the jurisdiction)}; grid_id null: the grid in use. Null where there is no such grid.';

CREATE FUNCTION monitor.risk_verdict(as_of date, current_level smallint, above_appetite boolean, next_review_on date)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN current_level IS NULL THEN 'unscored' WHEN as_of > next_review_on THEN 'review_overdue'
              WHEN above_appetite THEN 'above_appetite' ELSE 'within_appetite' END
$$;
COMMENT ON FUNCTION monitor.risk_verdict(date, smallint, boolean, date) IS 'Status word of an open risk: unscored, review_overdue, above_appetite, within_appetite; a review is overdue from the day after next_review_on (null: never).';

CREATE FUNCTION monitor.risk_light(status text, above_appetite boolean) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN status = 'review_overdue' AND above_appetite THEN 'red' ELSE monitor.light(status) END
$$;
COMMENT ON FUNCTION monitor.risk_light(text, boolean) IS 'Light of a risk: that of its status, and red where an overdue review is of a risk above its appetite.';

CREATE FUNCTION monitor.chosen_risk(as_of date, units text[], subordinates boolean, statuses text[], tiers smallint[], policies text[],
  domains text[], departments text[], categories text[], lights text[])
RETURNS TABLE (span monitor.risk_span, status text, light text, review_overdue_days integer)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT r, v.status, v.light, greatest(as_of - r.next_review_on, 0)
  FROM monitor.units_in_scope(units, subordinates, tiers) s
  JOIN monitor.risk_span r ON r.unit_id = s.unit_id AND r.from_day <= as_of AND r.to_day > as_of
  CROSS JOIN LATERAL (SELECT monitor.risk_verdict(as_of, r.current_level, r.above_appetite, r.next_review_on) AS status) AS w
  CROSS JOIN LATERAL (SELECT w.status, monitor.risk_light(w.status, r.above_appetite) AS light) AS v
  WHERE (policies IS NULL OR r.policy_id = ANY (policies))
    AND (domains IS NULL OR r.policy_id IN (SELECT p.policy_id FROM ledger.policy p WHERE p.domain_id = ANY (domains)))
    AND (departments IS NULL OR r.department_id = ANY (departments)) AND (categories IS NULL OR r.category = ANY (categories))
    AND (statuses IS NULL OR v.status = ANY (statuses)) AND (lights IS NULL OR v.light = ANY (lights))
$$;
COMMENT ON FUNCTION monitor.chosen_risk(date, text[], boolean, text[], smallint[], text[], text[], text[], text[], text[]) IS 'The risks of the scope and the filters (null: none) that are open on that day, from their spans alone: the span, its status and light, and the calendar days since the review was due (0: not overdue, or none is due).';

CREATE FUNCTION monitor.risk_status(as_of date, units text[] DEFAULT NULL, subordinates boolean DEFAULT true, lang text DEFAULT NULL,
  statuses text[] DEFAULT NULL, tiers smallint[] DEFAULT NULL, policies text[] DEFAULT NULL, domains text[] DEFAULT NULL,
  departments text[] DEFAULT NULL, categories text[] DEFAULT NULL, lights text[] DEFAULT NULL, most bigint DEFAULT NULL)
RETURNS TABLE (
  unit_id text, unit text, tier smallint, risk_id text, title text, category text, category_name text, policy_id text,
  policy text, domain_id text, department_id text, department text, owner text, opened_on date,
  inherent_likelihood smallint, inherent_impact smallint, inherent_level smallint, current_likelihood smallint,
  current_impact smallint, current_level smallint, current_level_name text, residual_likelihood smallint,
  residual_impact smallint, residual_level smallint, light text, status text, appetite_level smallint,
  above_appetite boolean, trend text, level_change integer, reviewed_on date, next_review_on date,
  review_overdue_days integer, mitigation text, mitigation_due_date date, mitigation_overdue_days integer,
  unexplained_residual boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT
    r.unit_id, monitor.in_language(u.name_zh, u.name_en, lang), r.tier, r.risk_id, monitor.in_language(f.title_zh, f.title_en, lang),
    r.category, monitor.in_language(cat.name_zh, cat.name_en, lang),
    r.policy_id, monitor.in_language(p.title_zh, p.title_en, lang), p.domain_id,
    r.department_id, monitor.in_language(dep.name_zh, dep.name_en, lang), f.owner, r.opened_on,
    r.inherent_likelihood, r.inherent_impact, r.inherent_level,
    r.current_likelihood, r.current_impact, r.current_level, monitor.in_language(lev.name_zh, lev.name_en, lang),
    r.residual_likelihood, r.residual_impact, r.residual_level,
    r.light, r.status, r.appetite_level, r.above_appetite,
    CASE WHEN r.current_level IS NULL THEN NULL WHEN r.previous_level IS NULL THEN 'new'
         WHEN r.current_level > r.previous_level THEN 'rising' WHEN r.current_level < r.previous_level THEN 'falling'
         ELSE 'steady' END,
    (r.current_level - r.previous_level)::integer,
    r.reviewed_on, r.next_review_on, r.review_overdue_days,
    v.mitigation, v.mitigation_due_date,
    CASE WHEN v.mitigation_due_date < as_of AND (v.mitigated_on IS NULL OR v.mitigated_on > as_of) THEN as_of - v.mitigation_due_date ELSE 0 END,
    coalesce(r.residual_level > r.inherent_level AND v.note = '', false)
  FROM (
    SELECT (c.span).*, c.status, c.light, c.review_overdue_days
    FROM monitor.chosen_risk(as_of, units, subordinates, risk_status.statuses, tiers, policies, domains, departments, categories, lights) c
    ORDER BY (c.span).above_appetite DESC, (c.span).current_level DESC NULLS LAST, c.review_overdue_days DESC, (c.span).unit_id, (c.span).risk_id
    LIMIT most
    -- Chosen first: the planner takes the parts of the keys below for independent and would turn the joins round.
    OFFSET 0
  ) AS r
  CROSS JOIN LATERAL (
    SELECT f.* FROM ledger.risk f WHERE f.unit_id = r.unit_id AND f.risk_id = r.risk_id AND f.revision = r.revision OFFSET 0
  ) AS f
  LEFT JOIN LATERAL (
    SELECT v.* FROM ledger.risk_review v WHERE v.unit_id = r.unit_id AND v.risk_id = r.risk_id AND v.reviewed_on = r.reviewed_on OFFSET 0
  ) AS v ON true
  JOIN ledger.org_unit u ON u.unit_id = r.unit_id
  JOIN ledger.risk_category cat ON cat.category = r.category
  JOIN ledger.department dep ON dep.department_id = r.department_id
  LEFT JOIN ledger.policy p ON p.policy_id = r.policy_id
  LEFT JOIN ledger.risk_level lev ON lev.grid_id = (SELECT monitor.grid_in_use()) AND lev.level = r.current_level
$$;
COMMENT ON FUNCTION monitor.risk_status(date, text[], boolean, text, text[], smallint[], text[], text[], text[], text[], text[], bigint) IS
'One row per risk of the scope that is open on that day, by its latest review then; of several revisions the highest counts. statuses to lights: filters, null is none. most: the first so many, above appetite first, then by current level and days since the review was due; null is all.
Levels are those of the grid in use, null where not scored. status: unscored, review_overdue, above_appetite, within_appetite; light: red also where an overdue review is of a risk above its appetite. appetite_level: of the unit or the nearest above, null where none is set; above_appetite: the residual level (the current one where that is not scored) is above it, or red where no appetite is set.
trend: current level against the review before: rising, falling, steady, new; level_change in levels; null when unscored, level_change also when new. next_review_on: as agreed, else by the days that the level allows; null before the first review. *_overdue_days: calendar days, 0 when not overdue or nothing is due. unexplained_residual: residual above inherent without a note.';

CREATE FUNCTION monitor.risk_trend(as_of date, units text[] DEFAULT NULL, subordinates boolean DEFAULT true, months integer DEFAULT 24)
RETURNS TABLE (month date, total bigint, green bigint, yellow bigint, red bigint, unscored bigint, above_appetite bigint, review_overdue bigint)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH change AS (
    SELECT d.day, d.total, d.green, d.yellow, d.red, d.unscored, d.above_appetite, d.review_overdue
    FROM monitor.risk_delta d
    WHERE subordinates IS NOT FALSE AND d.day <= as_of AND d.ancestor_id = ANY (ARRAY(SELECT top.unit_id FROM monitor.scope_tops(units) top))
    UNION ALL
    SELECT e.*
    FROM monitor.units_in_scope(units, subordinates) s
    JOIN monitor.risk_span t ON t.unit_id = s.unit_id
    CROSS JOIN LATERAL monitor.risk_changes(t) e
    WHERE e.day <= as_of
      AND (subordinates IS FALSE OR s.unit_id IN (SELECT a.unit_id FROM monitor.units_apart(units, false) a))
      -- Asked once: where no unit stands apart, no risk is read.
      AND (subordinates IS FALSE OR EXISTS (SELECT FROM monitor.units_apart(units, false)))
  ), told AS (
    -- Each change shows first at the end of its month, what was before all months in the first of them.
    SELECT greatest(least((date_trunc('month', c.day::timestamp) + interval '1 month')::date - 1, as_of),
                    (SELECT min(m.month) FROM monitor.month_ends(as_of, months) m)) AS month,
           sum(c.total) AS total, sum(c.green) AS green, sum(c.yellow) AS yellow, sum(c.red) AS red, sum(c.unscored) AS unscored,
           sum(c.above_appetite) AS above_appetite, sum(c.review_overdue) AS review_overdue
    FROM change c GROUP BY 1
  )
  SELECT m.month, coalesce(sum(t.total) OVER up, 0)::bigint, coalesce(sum(t.green) OVER up, 0)::bigint, coalesce(sum(t.yellow) OVER up, 0)::bigint,
         coalesce(sum(t.red) OVER up, 0)::bigint, coalesce(sum(t.unscored) OVER up, 0)::bigint,
         coalesce(sum(t.above_appetite) OVER up, 0)::bigint, coalesce(sum(t.review_overdue) OVER up, 0)::bigint
  FROM monitor.month_ends(as_of, months) m LEFT JOIN told t ON t.month = m.month
  WINDOW up AS (ORDER BY m.month)
  ORDER BY m.month
$$;
COMMENT ON FUNCTION monitor.risk_trend(date, text[], boolean, integer) IS 'One row per month, oldest first, as things stood on its last day (the last row: on as_of): open risks by light (total = green + yellow + red + unscored), and how many of them are above their appetite or overdue for review; levels and appetites are today''s.';
