import { randomUUID } from 'node:crypto';
import { useTestLedger } from './postgres/testing';

/** Park and Miller's generator: the same sequence of batches in every run. */
function seeded(seed: number) {
  let state = seed;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return {
    whole: (from: number, to: number) => from + Math.floor(next() * (to - from + 1)),
    oneOf: <T>(items: T[]): T => items[Math.floor(next() * items.length)],
    chance: (p: number) => next() < p,
  };
}

const UNITS = ['990000', '990100', '990200', '990101', '990102', '990201'];
const TABLES = [
  'working_day',
  'broad_unit',
  'task_span',
  'task_overdue',
  'task_delta',
  'target_delta',
  'unit_appetite',
  'risk_span',
  'risk_delta',
  'target_span',
  'series_duty',
  'report_gap',
  'made_from',
];
const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const monthEnd = (n: number) => new Date(Date.UTC(2024, 1 + n, 0)).toISOString().slice(0, 10);

describe('Read models kept import by import', () => {
  const ledger = useTestLedger();

  const contents = async () => {
    const all: Record<string, unknown> = {};
    for (const table of TABLES) {
      all[table] = (
        await ledger.client.query({ text: `SELECT * FROM monitor.${table} AS t ORDER BY t`, rowMode: 'array' })
      ).rows;
    }
    return all;
  };

  it('equal those made again from the facts, after any sequence of imports', async () => {
    const { client } = ledger;
    const pick = seeded(20261031);
    const corrected = seeded(20261101);
    await client.query(
      `INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en) VALUES
       ('990000', NULL, 2, '省', 'Province'), ('990100', '990000', 3, '甲市', 'City A'), ('990200', '990000', 3, '乙市', 'City B'),
       ('990101', '990100', 4, '甲县', 'County A1'), ('990102', '990100', 4, '乙县', 'County A2'), ('990201', '990200', 4, '丙县', 'County B1')`
    );
    // City A is a broad unit, whose sums are kept, the province so broad that they are kept by department; city B is neither.
    await client.query(
      `INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en)
       SELECT '99010' || n, '990100', 4, '县' || n, 'County ' || n FROM generate_series(3, 24) AS n
       UNION ALL
       SELECT '9909' || n, '990000', 4, '区' || n, 'District ' || n FROM generate_series(1, 200) AS n`
    );
    await client.query(
      `INSERT INTO ledger.department VALUES ('d1', '一', 'One'), ('d2', '二', 'Two'), ('d3', '三', 'Three')`
    );
    await client.query(
      `INSERT INTO ledger.policy VALUES ('p1', '政策一', 'Policy 1', '990000', 'services', '2024-01-05', '2024-01-10', NULL),
       ('p2', '政策二', 'Policy 2', '990000', 'livelihood', '2024-03-05', '2024-03-10', NULL)`
    );
    await client.query(
      `INSERT INTO ledger.indicator (indicator_id, name_zh, name_en, unit_of_measure, direction, kind, reporting_period, aggregation,
         progress_method, domain_id, department_id) VALUES
       ('up', '升', 'Up', 'percent', 1, 'target', 'month', 'mean', 'linear', 'services', 'd1'),
       ('growth', '增', 'Growth', 'count', 1, 'target', 'quarter', 'sum', 'growth', 'services', 'd2'),
       ('down', '降', 'Down', 'days', -1, 'target', 'month', 'mean', 'linear', 'livelihood', 'd3'),
       ('floor', '底', 'Floor', 'percent', 1, 'floor', 'month', 'mean', 'linear', 'livelihood', 'd3')`
    );
    const tasks: string[][] = [];
    const risks: string[][] = [];
    const revisions = new Map<string, number>();
    const extended = new Set<string>();
    const done = new Set<string>();
    const reviewed = new Set<string>();
    const nextRevision = (key: string) => {
      revisions.set(key, (revisions.get(key) ?? 0) + 1);
      return revisions.get(key);
    };

    for (let n = 0; n < 24; n++) {
      const batch = randomUUID();
      await client.query('BEGIN');
      await client.query(`INSERT INTO ledger.batch VALUES ($1, 'csv', 'f', repeat('0', 64), 'x', now())`, [batch]);
      for (let k = pick.whole(0, 4); k > 0; k--) {
        const unit = pick.oneOf(UNITS);
        const indicator = pick.oneOf(['up', 'growth', 'down', 'floor']);
        const phase = pick.oneOf(['short', 'medium']);
        const baseline = pick.whole(0, 300);
        await client.query(
          `INSERT INTO ledger.phase_target VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, $8, $9, NULL, 'why', now(), $10)`,
          [
            unit,
            indicator,
            phase,
            nextRevision(`${unit}${indicator}${phase}`),
            indicator === 'floor' ? null : pick.whole(-1, 60),
            day(baseline),
            pick.whole(0, 100),
            day(baseline + pick.whole(0, 60)),
            day(baseline + pick.whole(100, 500)),
            batch,
          ]
        );
      }
      for (let k = pick.whole(0, 25); k > 0; k--) {
        const unit = pick.oneOf(UNITS);
        const indicator = pick.oneOf(['up', 'growth', 'down', 'floor']);
        const period = monthEnd(pick.whole(0, 30));
        await client.query(
          `INSERT INTO ledger.observation VALUES ($1, $2, $3, $4, $5, NULL, NULL, NULL, '', $7::date + time '20:00', now(), $6)`,
          [
            unit,
            indicator,
            period,
            nextRevision(unit + indicator + period),
            pick.whole(-5, 110),
            batch,
            day(Math.round((Date.parse(period) - Date.UTC(2024, 0, 1)) / 86_400_000) + pick.whole(0, 40)),
          ]
        );
      }
      for (let k = pick.whole(0, 4); k > 0; k--) {
        const again = tasks.length > 0 && pick.chance(0.2);
        const [unit, id] = again ? pick.oneOf(tasks) : [pick.oneOf(UNITS), `t${tasks.length}`];
        if (!again) {
          tasks.push([unit, id]);
        }
        const start = pick.whole(0, 400);
        await client.query(
          `INSERT INTO ledger.task VALUES ($1, $2, $3, '任务', 'Task', $4, NULL, $5, 'x', $6, $7, $8, 1, now(), $9)`,
          [
            unit,
            id,
            nextRevision(unit + id),
            pick.oneOf(['p1', 'p2']),
            pick.oneOf(['d1', 'd2']),
            day(start),
            day(start + pick.whole(0, 200)),
            pick.oneOf(['calendar', 'working']),
            batch,
          ]
        );
        if (!again && pick.chance(0.6)) {
          await client.query(`INSERT INTO ledger.task_support VALUES ($1, $2, 'd3', now(), $3, $4)`, [
            unit,
            id,
            batch,
            nextRevision(`${unit}${id}d3`),
          ]);
        }
      }
      for (let k = corrected.whole(0, 2); k > 0 && tasks.length > 0; k--) {
        const [unit, id] = corrected.oneOf(tasks);
        const department = corrected.oneOf(['d2', 'd3']);
        await client.query('INSERT INTO ledger.task_support VALUES ($1, $2, $3, now(), $4, $5, $6)', [
          unit,
          id,
          department,
          batch,
          nextRevision(unit + id + department),
          corrected.chance(0.4),
        ]);
      }
      for (let k = pick.whole(0, 3); k > 0 && tasks.length > 0; k--) {
        const [unit, id] = pick.oneOf(tasks);
        const on = day(pick.whole(0, 600));
        if (!extended.has(unit + id + on)) {
          extended.add(unit + id + on);
          await client.query(`INSERT INTO ledger.task_extension VALUES ($1, $2, $3, $4, 'why', '', now(), $5)`, [
            unit,
            id,
            on,
            day(pick.whole(400, 900)),
            batch,
          ]);
        }
      }
      for (let k = pick.whole(0, 2); k > 0 && tasks.length > 0; k--) {
        const [unit, id] = pick.oneOf(tasks);
        if (!done.has(unit + id)) {
          done.add(unit + id);
          await client.query(`INSERT INTO ledger.task_completion VALUES ($1, $2, $3, '', now(), $4)`, [
            unit,
            id,
            day(pick.whole(0, 700)),
            batch,
          ]);
        }
      }
      for (let k = pick.whole(0, 2); k > 0; k--) {
        const unit = pick.oneOf(UNITS);
        const id = `r${risks.length}`;
        risks.push([unit, id]);
        await client.query(
          `INSERT INTO ledger.risk VALUES ($1, $2, 1, '险', 'Risk', $3, 'p1', 'd1', 'x', $4, now(), $5)`,
          [unit, id, pick.oneOf(['execution', 'society']), day(pick.whole(0, 300)), batch]
        );
      }
      for (let k = pick.whole(0, 3); k > 0 && risks.length > 0; k--) {
        const [unit, id] = pick.oneOf(risks);
        const on = day(pick.whole(0, 600));
        if (!reviewed.has(unit + id + on)) {
          reviewed.add(unit + id + on);
          await client.query(
            `INSERT INTO ledger.risk_review (unit_id, risk_id, reviewed_on, current_likelihood, current_impact, closed, recorded_at, batch_id)
             VALUES ($1, $2, $3, $4, $5, $6, now(), $7)`,
            [unit, id, on, pick.whole(1, 5), pick.whole(1, 5), pick.chance(0.1), batch]
          );
        }
      }
      if (n === 6) {
        await client.query(
          `INSERT INTO ledger.risk_appetite VALUES ('execution', '990000', 2), ('execution', '990100', 1)`
        );
      }
      if (n === 12) {
        await client.query(`INSERT INTO ledger.calendar_day VALUES ('2024-10-01', false), ('2024-10-12', true)`);
      }
      if (n === 18) {
        await client.query(
          `INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en) VALUES ('990202', '990200', 4, '丁县', 'County B2')`
        );
      }
      await client.query('SET LOCAL ROLE ledger_writer');
      await client.query('SELECT monitor.refresh($1)', [batch]);
      await client.query('COMMIT');

      if (n % 6 === 5) {
        const kept = await contents();
        await client.query('SELECT monitor.rebuild()');
        const rebuilt = await contents();
        for (const table of TABLES) {
          expect([n, table, kept[table]]).toEqual([n, table, rebuilt[table]]);
        }
      }
    }
  });

  it('give the same status on any day as the verdict from the observations', async () => {
    const { rows } = await ledger.client.query(
      `SELECT d::date::text AS day, t.unit_id, t.indicator_id, t.phase, t.status, s.status AS kept
       FROM generate_series('2023-12-20'::timestamp, '2027-01-01', '7 days') AS d
       CROSS JOIN LATERAL monitor.target_status(d::date, NULL, NULL, true, 'en-US') t
       LEFT JOIN monitor.target_span s ON s.unit_id = t.unit_id AND s.indicator_id = t.indicator_id AND s.phase = t.phase
         AND s.from_day <= d::date AND s.to_day > d::date
       WHERE s.status IS DISTINCT FROM t.status`
    );
    expect(rows).toEqual([]);
  });

  it('tell of reports on any day what the observations say', async () => {
    const { rows } = await ledger.client.query(
      `SELECT d::date::text AS day, kept, counted
       FROM generate_series('2024-01-15'::timestamp, '2026-06-01', '11 days') AS d
       CROSS JOIN LATERAL (
         -- What was known at the end of all days is everything, but is counted from the observations.
         SELECT kept::text, counted::text FROM monitor.report_status(d::date, NULL) kept
         FULL JOIN monitor.report_status(d::date, 'infinity') counted USING (unit_id, indicator_id)
       ) AS told
       WHERE kept IS DISTINCT FROM counted`
    );
    expect(rows).toEqual([]);
    const { rows: met } = await ledger.client.query(
      `SELECT DISTINCT r.status FROM generate_series('2024-01-15'::timestamp, '2026-06-01', '11 days') AS d
       CROSS JOIN LATERAL monitor.report_status(d::date) r ORDER BY 1`
    );
    expect(met.map((row) => row.status)).toEqual(['late', 'never_reported', 'reported', 'reported_late']);
  });

  it.each([1, 4, 15])('find the worst %i of a wide scope without looking at all', async (most) => {
    for (const asOf of ['2024-07-01', '2024-11-15', '2025-03-31', '2025-12-31']) {
      for (const filters of [
        '',
        `, departments => '{d3}'`,
        `, lights => '{red}'`,
        `, tiers => '{3,4}'`,
        `, statuses => '{overdue}'`,
      ]) {
        const { rows: found } = await ledger.client.query(
          `SELECT a::text FROM monitor.attention($1::date, most => $2::bigint${filters}) AS a`,
          [asOf, most]
        );
        const { rows: all } = await ledger.client.query(
          `SELECT a::text FROM monitor.attention($1::date${filters}) AS a LIMIT $2::bigint`,
          [asOf, most]
        );
        expect([asOf, filters, found]).toEqual([asOf, filters, all]);
      }
    }
  });

  it('count in the summary of targets what their rows say, by every group', async () => {
    const groups = {
      none: `''`,
      department: 'department_id',
      unit: 'unit_id',
      tier: 'tier::text',
      policy: 'policy_id',
      domain: 'domain_id',
    };
    for (const [group, column] of Object.entries(groups)) {
      const { rows: counted } = await ledger.client.query(
        `SELECT ${column} AS group_id, count(*) AS total, count(*) FILTER (WHERE status = 'missed') AS missed,
                count(*) FILTER (WHERE light = 'grey') AS grey
         FROM monitor.target_status('2024-11-15', NULL, '{990100}', true, NULL) GROUP BY 1 ORDER BY 1`
      );
      const { rows: summed } = await ledger.client.query(
        `SELECT group_id, total, missed, grey FROM monitor.target_summary('2024-11-15', '{990100}', true, $1) ORDER BY 1`,
        [group]
      );
      expect(counted.length).toBeGreaterThan(0);
      expect(summed).toEqual(counted);
    }
  });

  it.each([
    ['everything, from sums', null, {}, 'true'],
    ['a broad and a small city', ['990100', '990200'], {}, `unit_id <> '990000'`],
    [
      'one lead in a broad city',
      ['990100'],
      { departments: ['d1'] },
      `lead_department_id = 'd1' AND unit_id LIKE '9901%'`,
    ],
    ['a city below a province that is asked for too', ['990100', '990000'], {}, 'true'],
    ['one unit alone', ['990101'], { subordinates: false }, `unit_id = '990101'`],
    ['one tier', null, { tiers: [3] }, 'tier = 3'],
    ['one policy', null, { policies: ['p2'] }, `policy_id = 'p2'`],
    ['one domain', null, { domains: ['services'] }, `domain_id = 'services'`],
    ['two leading departments', null, { departments: ['d1', 'd2'] }, `lead_department_id IN ('d1', 'd2')`],
    [
      'one supporting department',
      null,
      { departments: ['d3'], role: 'support' },
      `'d3' = ANY (supporting_department_ids)`,
    ],
    [
      'all that two departments do',
      null,
      { departments: ['d1', 'd3'], role: 'any' },
      `(lead_department_id = 'd1' OR 'd3' = ANY (supporting_department_ids))`,
    ],
  ] as Array<[string, string[] | null, Record<string, any>, string]>)(
    'count in summary and trend of tasks what their rows say: %s',
    async (_name, units, given, where) => {
      const {
        subordinates = true,
        tiers = null,
        policies = null,
        domains = null,
        departments = null,
        role = 'lead',
      } = given;
      const { rows: counted } = await ledger.client.query(
        `SELECT count(*) AS total, count(*) FILTER (WHERE due_date <= '2024-09-30') AS due, count(*) FILTER (WHERE status = 'done') AS done,
              count(*) FILTER (WHERE status = 'done_late') AS done_late, count(*) FILTER (WHERE status = 'overdue') AS overdue,
              count(*) FILTER (WHERE original_due_date <= '2024-09-30') AS original_due,
              count(*) FILTER (WHERE original_overdue_days > 0) AS original_late, count(*) FILTER (WHERE extension_count > 0) AS extended,
              count(*) FILTER (WHERE ageing = '1-7') AS a1, count(*) FILTER (WHERE ageing = 'over_60') AS a5,
              max(overdue_days) FILTER (WHERE status = 'overdue') AS longest,
              percentile_cont(0.5) WITHIN GROUP (ORDER BY overdue_days) FILTER (WHERE status = 'overdue') AS median
       FROM monitor.task_status('2024-09-30') WHERE ${where}`
      );
      const { rows: summed } = await ledger.client.query(
        `SELECT total, due, done, done_late, overdue, round(original_delay_rate * 1e6) AS original_rate, extended, ageing_1_7 AS a1,
              ageing_over_60 AS a5, max_overdue_days AS longest, median_overdue_days AS median
       FROM monitor.task_summary('2024-09-30', $1, $2, 'none', $3, 'zh-Hans', $4, $5, $6, $7)`,
        [units, subordinates, role, tiers, policies, domains, departments]
      );
      const { original_due, original_late, ...same } = counted[0];
      expect(Number(same.total)).toBeGreaterThan(0);
      expect(summed).toEqual([
        { ...same, original_rate: Number(original_due) ? Math.round((original_late / original_due) * 1e6) : null },
      ]);
      if (!tiers && !policies && !domains) {
        const { rows: trend } = await ledger.client.query(
          `SELECT month::text, due, overdue, done FROM monitor.task_trend('2024-09-30', $1, $2, $3, $4, 3)`,
          [units, subordinates, departments, role]
        );
        expect(trend.map((row) => row.month)).toEqual(['2024-07-31', '2024-08-31', '2024-09-30']);
        expect(trend[2]).toEqual({
          month: '2024-09-30',
          due: same.due,
          overdue: same.overdue,
          done: String(Number(same.done) + Number(same.done_late)),
        });
      }
    }
  );

  describe.each([
    ['one province: its units and itself', ['990000'], true],
    ['the whole ledger, which that province heads', null, true],
    ['a broad city: its counties and itself', ['990100'], true],
    ['a unit without units below', ['990101'], true],
    ['two cities: each whole', ['990100', '990200'], true],
    ['two units alone', ['990000', '990101'], false],
  ] as Array<[string, string[] | null, boolean]>)('by child, of %s', (_name, units, subordinates) => {
    /** The group of a row: of one unit's scope the unit below it that it belongs to, of several the one of them. */
    const group = `CASE
      WHEN NOT $2::boolean THEN r.unit_id
      WHEN cardinality($1::text[]) > 1 THEN (SELECT c.ancestor_id FROM ledger.org_closure c WHERE c.unit_id = r.unit_id AND c.ancestor_id = ANY ($1))
      ELSE coalesce((SELECT c.ancestor_id FROM ledger.org_closure c JOIN ledger.org_unit u ON u.unit_id = c.ancestor_id
                     WHERE c.unit_id = r.unit_id AND u.parent_unit_id = coalesce($1[1], '990000')), r.unit_id) END`;

    it.each([
      ['all', {}],
      ['one indicator', { indicators: ['up'] }],
      ['one department', { departments: ['d3'] }],
      ['one tier', { tiers: [4] }],
    ] as Array<[string, Record<string, unknown>]>)('count targets as their rows say: %s', async (_filter, given) => {
      const { tiers = null, departments = null, indicators = null } = given;
      const params = [units, subordinates, tiers, departments, indicators];
      const { rows: counted } = await ledger.client.query(
        `SELECT ${group} AS group_id, count(*) AS total, count(*) FILTER (WHERE status = 'missed') AS missed, count(*) FILTER (WHERE light = 'grey') AS grey
         FROM monitor.target_status('2024-11-15', NULL, $1, $2, NULL, $3, departments => $4, indicators => $5) r GROUP BY 1 ORDER BY 1`,
        params
      );
      const { rows: summed } = await ledger.client.query(
        `SELECT group_id, total, missed, grey
         FROM monitor.target_summary('2024-11-15', $1, $2, 'child', NULL, $3, departments => $4, indicators => $5) ORDER BY 1`,
        params
      );
      expect(summed).toEqual(counted);
    });

    it.each([
      ['all', {}],
      ['one policy', { policies: ['p2'] }],
      ['one leading department', { departments: ['d1'] }],
      ['one tier', { tiers: [4] }],
    ] as Array<[string, Record<string, unknown>]>)('count tasks as their rows say: %s', async (_filter, given) => {
      const { tiers = null, policies = null, departments = null } = given;
      const params = [units, subordinates, tiers, policies, departments];
      const { rows: counted } = await ledger.client.query(
        `SELECT ${group} AS group_id, count(*) AS total, count(*) FILTER (WHERE status = 'overdue') AS overdue,
                max(overdue_days) FILTER (WHERE status = 'overdue') AS longest
         FROM monitor.task_status('2024-09-30', $1, $2, NULL, NULL, $3, $4, NULL, $5) r GROUP BY 1 ORDER BY 1`,
        params
      );
      const { rows: summed } = await ledger.client.query(
        `SELECT group_id, total, overdue, max_overdue_days AS longest
         FROM monitor.task_summary('2024-09-30', $1, $2, 'child', 'lead', NULL, $3, $4, NULL, $5) ORDER BY 1`,
        params
      );
      expect(summed).toEqual(counted);
    });
  });

  it('name by child the heading unit as itself, where units stand below it', async () => {
    const named = async (units: string[] | null, lang: string) =>
      (
        await ledger.client.query(
          `SELECT group_name FROM monitor.target_summary('2024-11-15', $1, true, 'child', $2) WHERE group_id IN ('990000', '990101')`,
          [units, lang]
        )
      ).rows.map((row) => row.group_name);
    expect(await named(null, 'en-US')).toEqual(['Province (itself)']);
    expect(await named(['990000'], 'zh-Hans')).toEqual(['省（本级）']);
    expect(await named(['990101'], 'en-US')).toEqual(['County A1']);
  });

  it.each(['lead', 'support', 'any'])('group tasks by department as %s', async (role) => {
    const { rows: counted } = await ledger.client.query(
      `SELECT d AS group_id, count(*) AS total, count(*) FILTER (WHERE status = 'overdue') AS overdue
       FROM monitor.task_status('2024-09-30')
       CROSS JOIN LATERAL unnest(CASE $1 WHEN 'lead' THEN ARRAY[lead_department_id] WHEN 'support' THEN supporting_department_ids
                                 ELSE lead_department_id || supporting_department_ids END) AS d
       GROUP BY 1 ORDER BY 1`,
      [role]
    );
    const { rows: summed } = await ledger.client.query(
      `SELECT group_id, total, overdue FROM monitor.task_summary('2024-09-30', NULL, true, 'department', $1) ORDER BY 1`,
      [role]
    );
    expect(counted.length).toBeGreaterThan(0);
    expect(summed).toEqual(counted);
  });
});
