-- What the ledger holds within the jurisdiction.
SELECT @jurisdiction::text = '*' OR EXISTS (SELECT FROM ledger.org_unit WHERE unit_id = @jurisdiction::text) AS there,
       coalesce((SELECT value FROM ledger.setting WHERE key = 'name_zh'), '') AS name_zh,
       coalesce((SELECT value FROM ledger.setting WHERE key = 'name_en'), '') AS name_en,
       (SELECT max(period) FROM ledger.observation) AS latest,
       (SELECT make_date(extract(year FROM max(day))::integer, 12, 31) FROM ledger.calendar_day) AS calendar_ends,
       (now() AT TIME ZONE monitor.time_zone())::date AS today,
       (SELECT count(*) FROM ledger.org_unit) AS units,
       (SELECT count(*) FROM ledger.policy) AS policies,
       (SELECT count(*) FROM ledger.indicator) AS indicators,
       (SELECT count(*) FROM ledger.phase_target WHERE revision = 1) AS targets,
       (SELECT count(*) FROM ledger.observation WHERE revision = 1) AS observations,
       (SELECT count(*) FROM ledger.task WHERE revision = 1) AS tasks,
       (SELECT count(*) FROM ledger.risk WHERE revision = 1) AS risks
