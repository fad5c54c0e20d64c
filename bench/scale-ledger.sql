-- Fills a freshly migrated ledger at the scale that every panel must hold: 3,000 units, 11 indicators, 60 months
-- (1,980,000 observations), 99,000 targets, 200,000 tasks, 20,000 risks. All values are invented by hash functions, so
-- that two runs give the same ledger. Run it as a superuser: triggers are off, or it would take minutes instead of one.
SET session_replication_role = replica;

-- A number from 0 to 1 that is always the same for the same words.
CREATE FUNCTION pg_temp.chance(words text) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (hashtextextended(words, 0) & 1048575) / 1048576.0::double precision
$$;

INSERT INTO ledger.batch
SELECT ('00000000-0000-4000-8000-' || lpad(m::text, 12, '0'))::uuid, 'sample', 'scale-ledger.sql', repeat('0', 64), 'bench',
       '2021-11-30'::timestamptz + make_interval(months => m)
FROM generate_series(0, 60) AS m;

INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en)
SELECT 'u' || n,
       CASE WHEN n = 1 THEN NULL WHEN n <= 31 THEN 'u1' WHEN n <= 361 THEN 'u' || 2 + n % 30 ELSE 'u' || 32 + n % 330 END,
       CASE WHEN n = 1 THEN 1 WHEN n <= 31 THEN 2 WHEN n <= 361 THEN 3 ELSE 4 END, '单位' || n, 'Unit ' || n
FROM generate_series(1, 3000) AS n;
SELECT ledger.refresh_org_closure();

INSERT INTO ledger.department SELECT 'd' || n, '部门' || n, 'Department ' || n FROM generate_series(1, 30) AS n;
INSERT INTO ledger.policy
SELECT 'p' || n, '政策' || n, 'Policy ' || n, 'u1', (ARRAY['manufacturing', 'services', 'livelihood', 'cross_cutting'])[1 + n % 4],
       '2021-11-01'::date + 7 * n, '2021-12-01'::date + 7 * n, NULL
FROM generate_series(1, 200) AS n;
INSERT INTO ledger.policy_department SELECT 'p' || n, 'd' || 1 + n % 30, 'lead' FROM generate_series(1, 200) AS n;
INSERT INTO ledger.indicator (indicator_id, name_zh, name_en, unit_of_measure, direction, kind, reporting_period,
  aggregation, progress_method, domain_id, department_id, policy_id)
SELECT 'i' || n, '指标' || n, 'Indicator ' || n, CASE WHEN n % 4 = 3 THEN 'count' ELSE 'percent' END, CASE WHEN n % 3 = 0 THEN -1 ELSE 1 END,
       CASE n WHEN 10 THEN 'floor' WHEN 11 THEN 'range' ELSE 'target' END, 'month', 'mean',
       CASE WHEN n % 4 = 3 THEN 'growth' ELSE 'linear' END,
       (ARRAY['manufacturing', 'services', 'livelihood', 'cross_cutting'])[1 + n % 4], 'd' || n, 'p' || n
FROM generate_series(1, 11) AS n;

INSERT INTO ledger.phase_target
SELECT u.unit_id, i.indicator_id, p.phase, 1, CASE WHEN i.kind = 'target' THEN 50 END, '2021-10-31',
       50 + i.direction * p.step * (5 + 10 * pg_temp.chance(u.unit_id || i.indicator_id)),
       CASE WHEN i.kind = 'range' THEN 120 END, '2021-11-01', p.due, NULL, '', '2021-11-30', '00000000-0000-4000-8000-000000000000'
FROM ledger.org_unit u, ledger.indicator i,
     (VALUES ('short', 1, '2023-10-31'::date), ('medium', 2, '2025-10-31'), ('long', 3, '2027-10-31')) AS p(phase, step, due);

INSERT INTO ledger.observation
SELECT u.unit_id, i.indicator_id, ('2021-12-01'::date + make_interval(months => m))::date - 1, 1,
       50 + i.direction * (m * (pg_temp.chance('slope' || u.unit_id || i.indicator_id) - 0.2)
                           + 6 * (pg_temp.chance(u.unit_id || i.indicator_id || m) - 0.5)),
       NULL, NULL, NULL, 'bench', '2021-12-10'::timestamptz + make_interval(months => m),
       '2021-12-10'::timestamptz + make_interval(months => m),
       ('00000000-0000-4000-8000-' || lpad((m + 1)::text, 12, '0'))::uuid
FROM generate_series(0, 59) AS m, ledger.org_unit u, ledger.indicator i;

INSERT INTO ledger.task
SELECT 'u' || 1 + n % 3000, 't' || n, 1, '任务' || n, 'Task ' || n, 'p' || 1 + n % 200, NULL, 'd' || 1 + n % 29, '负责人' || n % 997,
       s.begins, s.begins + 30 + (300 * pg_temp.chance('length' || n))::integer, CASE WHEN n % 3 = 0 THEN 'working' ELSE 'calendar' END, 1,
       '2021-11-30', '00000000-0000-4000-8000-000000000000'
FROM generate_series(1, 200000) AS n,
     LATERAL (SELECT '2021-11-01'::date + (1700 * pg_temp.chance('begin' || n))::integer AS begins) AS s;
INSERT INTO ledger.task_support
SELECT unit_id, task_id, 'd' || 1 + (substr(task_id, 2)::integer + k * 7) % 30, recorded_at, batch_id FROM ledger.task, generate_series(1, 2) AS k;
INSERT INTO ledger.task_extension
SELECT unit_id, task_id, due_date - 10, due_date + 60, 'Bench', '', recorded_at, batch_id FROM ledger.task WHERE pg_temp.chance('extend' || task_id) < 0.25;
INSERT INTO ledger.task_completion
SELECT t.unit_id, t.task_id, d.done, '', t.recorded_at, t.batch_id
FROM ledger.task t, LATERAL (SELECT t.due_date - 40 + (80 * pg_temp.chance('late' || t.task_id))::integer AS done) AS d
WHERE pg_temp.chance('done' || t.task_id) < 0.93 AND d.done <= '2026-10-31' AND d.done >= t.start_date;

INSERT INTO ledger.risk
SELECT 'u' || 1 + n % 3000, 'r' || n, 1, '风险' || n, 'Risk ' || n, (ARRAY['execution', 'resources', 'society', 'mechanism'])[1 + n % 4],
       'p' || 1 + n % 200, 'd' || 1 + n % 30, '责任人' || n % 97, '2021-11-01'::date + n % 1700, '2021-11-30', '00000000-0000-4000-8000-000000000000'
FROM generate_series(1, 20000) AS n;
INSERT INTO ledger.risk_review (unit_id, risk_id, reviewed_on, inherent_likelihood, inherent_impact, current_likelihood,
  current_impact, residual_likelihood, residual_impact, closed, recorded_at, batch_id)
SELECT unit_id, risk_id, opened_on + 100 * k, 3 + k % 3, 4, 1 + (5 * pg_temp.chance('l' || risk_id || k))::integer % 5,
       1 + (5 * pg_temp.chance('i' || risk_id || k))::integer % 5, 1 + k % 3, 2, k = 4, recorded_at, batch_id
FROM ledger.risk, generate_series(1, 4) AS k WHERE opened_on + 100 * k <= '2026-10-31';
INSERT INTO ledger.risk_appetite SELECT category, 'u1', 2 FROM ledger.risk_category;

SET session_replication_role = origin;
