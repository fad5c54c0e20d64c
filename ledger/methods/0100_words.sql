-- Words, lights, scopes and periods: what the methods share.

CREATE FUNCTION monitor.in_language(zh text, en text, lang text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN lang LIKE 'en%' THEN en ELSE zh END
$$;
COMMENT ON FUNCTION monitor.in_language(text, text, text) IS 'The name in the asked language: English for en-*, Chinese otherwise (also where lang is null).';

CREATE FUNCTION monitor.light(status text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN status IN ('achieved', 'met', 'on_track', 'done', 'open', 'within_appetite', 'reported') THEN 'green'
    WHEN status IN ('at_risk', 'due_soon', 'done_late', 'review_overdue', 'reported_late') THEN 'yellow'
    WHEN status IN ('missed', 'breached', 'deteriorating', 'off_track', 'overdue', 'above_appetite', 'late') THEN 'red'
    ELSE 'grey' END
$$;
COMMENT ON FUNCTION monitor.light(text) IS 'Light of a status word: green, yellow, red; grey for what is not known or not begun and for unknown words. The same table as src/status/statuses.ts.';

CREATE FUNCTION monitor.status_weight(status text, above_appetite boolean DEFAULT false) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE status WHEN 'breached' THEN 44 WHEN 'missed' THEN 42 WHEN 'deteriorating' THEN 40 WHEN 'off_track' THEN 34
    WHEN 'review_overdue' THEN CASE WHEN above_appetite THEN 46 ELSE 18 END WHEN 'above_appetite' THEN 38
    WHEN 'overdue' THEN 30 WHEN 'never_reported' THEN 14 WHEN 'late' THEN 10 WHEN 'stale' THEN 6 ELSE 0 END
$$;
COMMENT ON FUNCTION monitor.status_weight(text, boolean) IS 'How heavy a status weighs in the list of what needs attention before tier and days are added: 0 to 46; 0 for what needs none. above_appetite: of a risk whose review is overdue. A convention of this ledger (docs/methods.md, Attention).';

CREATE FUNCTION monitor.units_in_scope(units text[], subordinates boolean DEFAULT true, tiers smallint[] DEFAULT NULL)
RETURNS TABLE (unit_id text) LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
  -- Two ways apart: the planner then knows from the closure how few units a scope holds.
  SELECT u.unit_id FROM ledger.org_unit u
  WHERE units IS NULL AND (tiers IS NULL OR u.tier = ANY (tiers))
  UNION ALL
  SELECT DISTINCT c.unit_id FROM ledger.org_closure c
  WHERE c.ancestor_id = ANY (units) AND (subordinates IS NOT FALSE OR c.depth = 0)
    AND (tiers IS NULL OR EXISTS (SELECT FROM ledger.org_unit u WHERE u.unit_id = c.unit_id AND u.tier = ANY (tiers)))
$$;
COMMENT ON FUNCTION monitor.units_in_scope(text[], boolean, smallint[]) IS 'Ids of the units of a scope, within the jurisdiction. units null: all that may be seen. subordinates true or null: with all units below. tiers null: every tier, else 1 (central) to 5 (township).';

CREATE FUNCTION monitor.scope_tops(units text[]) RETURNS TABLE (unit_id text) LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
  SELECT u.unit_id FROM ledger.org_unit u
  WHERE units IS NULL AND NOT EXISTS (SELECT FROM ledger.org_unit above WHERE above.unit_id = u.parent_unit_id)
  UNION ALL
  SELECT u.unit_id FROM ledger.org_unit u
  WHERE u.unit_id = ANY (units) AND NOT EXISTS (
    SELECT FROM ledger.org_closure above
    WHERE above.unit_id = u.unit_id AND above.depth > 0 AND above.ancestor_id = ANY (units))
$$;
COMMENT ON FUNCTION monitor.scope_tops(text[]) IS 'The highest units of a scope with subordinates, within the jurisdiction: no two of them share a unit below. null: the highest that may be seen.';

CREATE FUNCTION monitor.units_apart(units text[], by_department boolean) RETURNS TABLE (unit_id text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT c.unit_id
  FROM (
    SELECT top.unit_id FROM monitor.scope_tops(units) top
    WHERE NOT EXISTS (SELECT FROM monitor.broad_unit b WHERE b.unit_id = top.unit_id AND (b.by_department OR units_apart.by_department IS NOT TRUE))
    -- First the few tops, then what is below them.
    OFFSET 0
  ) AS apart
  JOIN ledger.org_closure c ON c.ancestor_id = apart.unit_id
$$;
COMMENT ON FUNCTION monitor.units_apart(text[], boolean) IS 'Units of a scope with subordinates for which no sums are kept (by_department: by department), because no broad unit heads them.';

CREATE FUNCTION monitor.top_units(units text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT array_agg(top.unit_id ORDER BY top.unit_id) FROM monitor.scope_tops(units) top
$$;
COMMENT ON FUNCTION monitor.top_units(text[]) IS 'The units of monitor.scope_tops as one array, null where there is none: asked once as (SELECT monitor.top_units(…)), it spares the asking statement''s planner.';

CREATE FUNCTION monitor.alone_unit(units text[], subordinates boolean) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT k.tops[1] FROM (SELECT monitor.top_units(units) AS tops OFFSET 0) AS k
  WHERE subordinates IS NOT FALSE AND cardinality(k.tops) = 1 AND EXISTS (SELECT FROM ledger.org_unit u WHERE u.parent_unit_id = k.tops[1])
$$;
COMMENT ON FUNCTION monitor.alone_unit(text[], boolean) IS 'The one unit that heads a scope and has units below it: in a summary by child it is a group for itself alone. Null where there is none.';

CREATE FUNCTION monitor.child_groups(units text[], subordinates boolean) RETURNS TABLE (group_id text, whole boolean) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT u.unit_id, false FROM ledger.org_unit u WHERE subordinates IS FALSE AND (units IS NULL OR u.unit_id = ANY (units))
  UNION ALL
  SELECT top, cardinality(k.tops) > 1 FROM (SELECT monitor.top_units(units) AS tops OFFSET 0) AS k, unnest(k.tops) AS top WHERE subordinates IS NOT FALSE
  UNION ALL
  SELECT u.unit_id, true FROM (SELECT monitor.top_units(units) AS tops OFFSET 0) AS k JOIN ledger.org_unit u ON u.parent_unit_id = k.tops[1]
  WHERE subordinates IS NOT FALSE AND cardinality(k.tops) = 1
$$;
COMMENT ON FUNCTION monitor.child_groups(text[], boolean) IS 'The groups of a summary by child: where one unit heads the scope, each unit directly below it, whole (with all below), and the unit itself alone; where several do, each of them whole. Without subordinates each unit of the scope alone.';

CREATE FUNCTION monitor.units_grouped(units text[], subordinates boolean, tiers smallint[], group_by text, summed boolean, by_department boolean)
RETURNS TABLE (unit_id text, group_id text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT s.unit_id, NULL::text FROM monitor.units_in_scope(units, subordinates, tiers) s
  WHERE group_by IS DISTINCT FROM 'child' AND NOT summed
  UNION ALL
  SELECT a.unit_id, NULL FROM monitor.units_apart(units, units_grouped.by_department) a
  -- Asked once: where no unit stands apart, nothing is read.
  WHERE group_by IS DISTINCT FROM 'child' AND summed AND EXISTS (SELECT FROM monitor.units_apart(units, units_grouped.by_department))
  UNION ALL
  SELECT c.unit_id, g.group_id
  FROM (
    SELECT g.* FROM monitor.child_groups(units, subordinates) g
    WHERE NOT (summed AND g.whole AND EXISTS (
      SELECT FROM monitor.broad_unit b WHERE b.unit_id = g.group_id AND (b.by_department OR units_grouped.by_department IS NOT TRUE)))
    -- First the few groups, then what is below them.
    OFFSET 0
  ) AS g
  JOIN ledger.org_closure c ON c.ancestor_id = g.group_id AND (g.whole OR c.depth = 0)
  WHERE group_by = 'child' AND (tiers IS NULL OR EXISTS (SELECT FROM ledger.org_unit u WHERE u.unit_id = c.unit_id AND u.tier = ANY (tiers)))
$$;
COMMENT ON FUNCTION monitor.units_grouped(text[], boolean, smallint[], text, boolean, boolean) IS 'The units of a scope, by child each with its group (else null). summed: without those whose sums are kept (by_department: by department) under a broad unit that heads the scope or the group.';

CREATE FUNCTION monitor.summed_units(units text[], group_by text) RETURNS TABLE (unit_id text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT top.unit_id FROM monitor.scope_tops(units) top WHERE group_by IS DISTINCT FROM 'child'
  UNION ALL
  SELECT g.group_id FROM monitor.child_groups(units, true) g WHERE group_by = 'child' AND g.whole
$$;
COMMENT ON FUNCTION monitor.summed_units(text[], text) IS 'The units whose kept sums, where they are broad, answer a summary of a scope with subordinates.';

CREATE FUNCTION monitor.sums_serve(subordinates boolean, tiers smallint[], group_by text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT subordinates IS NOT FALSE AND tiers IS NULL AND coalesce(group_by, '') NOT IN ('unit', 'tier')
$$;
COMMENT ON FUNCTION monitor.sums_serve(boolean, smallint[], text) IS 'Whether a summary of targets may come from the sums kept for broad units: they know no single units and no tiers.';

CREATE FUNCTION monitor.setting_days(wanted text) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT value::integer FROM ledger.setting WHERE key = wanted
$$;
COMMENT ON FUNCTION monitor.setting_days(text) IS 'A setting that counts calendar days; null where it is not set.';

CREATE FUNCTION monitor.period_months(reporting_period text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE reporting_period WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'half_year' THEN 6 WHEN 'year' THEN 12 END
$$;
COMMENT ON FUNCTION monitor.period_months(text) IS 'Months in a reporting period (month, quarter, half_year, year); null for another word.';

CREATE FUNCTION monitor.period_days(reporting_period text) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT monitor.period_months(reporting_period) * 365.25 / 12
$$;
COMMENT ON FUNCTION monitor.period_days(text) IS 'Mean length of a reporting period in days (a year is 365.25 days).';

CREATE FUNCTION monitor.period_before(reporting_period text, day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT make_date(extract(year FROM day)::integer,
    (extract(month FROM day)::integer - 1) / monitor.period_months(reporting_period) * monitor.period_months(reporting_period) + 1, 1) - 1
$$;
COMMENT ON FUNCTION monitor.period_before(text, date) IS 'Last day of the latest reporting period that had ended before that day. Null for an unknown period.';

CREATE FUNCTION monitor.tier_name(tier smallint, lang text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN lang LIKE 'en%' THEN (ARRAY['Central', 'Province', 'City', 'County', 'Township'])[tier]
              ELSE (ARRAY['中央', '省级', '市级', '县级', '乡镇'])[tier] END
$$;
COMMENT ON FUNCTION monitor.tier_name(smallint, text) IS 'Name of a tier 1 to 5; null beyond.';

CREATE FUNCTION monitor.time_zone() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce((SELECT value FROM ledger.setting WHERE key = 'time_zone'), 'UTC')
$$;
COMMENT ON FUNCTION monitor.time_zone() IS 'Name of the time zone in which the ledger''s days begin; UTC where it is not set.';

CREATE FUNCTION monitor.periods_between(reporting_period text, first_day date, last_period date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT greatest(((extract(year FROM last_period + 1) * 12 + extract(month FROM last_period + 1))
    - (extract(year FROM monitor.period_before(reporting_period, first_day) + 1) * 12
       + extract(month FROM monitor.period_before(reporting_period, first_day) + 1)))::integer / monitor.period_months(reporting_period), 0)
$$;
COMMENT ON FUNCTION monitor.periods_between(text, date, date) IS 'Number of reporting periods that end on or after first_day and not after last_period, itself the last day of a period.';

CREATE FUNCTION monitor.group_name(group_by text, group_id text, lang text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE group_by
    WHEN 'department' THEN (SELECT monitor.in_language(n.name_zh, n.name_en, lang) FROM ledger.department n WHERE n.department_id = group_id)
    WHEN 'unit' THEN (SELECT monitor.in_language(n.name_zh, n.name_en, lang) FROM ledger.org_unit n WHERE n.unit_id = group_id)
    WHEN 'child' THEN (SELECT monitor.in_language(n.name_zh, n.name_en, lang) FROM ledger.org_unit n WHERE n.unit_id = group_id)
    WHEN 'tier' THEN monitor.tier_name(group_id::smallint, lang)
    WHEN 'policy' THEN (SELECT monitor.in_language(n.title_zh, n.title_en, lang) FROM ledger.policy n WHERE n.policy_id = group_id)
    WHEN 'domain' THEN (SELECT monitor.in_language(n.name_zh, n.name_en, lang) FROM ledger.domain n WHERE n.domain_id = group_id)
    ELSE monitor.in_language('合计', 'Total', lang) END
$$;
COMMENT ON FUNCTION monitor.group_name(text, text, text) IS 'Name of a group of a summary (department, unit, child, tier, policy, domain; else the total); null where it has none.';
