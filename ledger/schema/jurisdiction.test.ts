import { useTestLedger } from '../postgres/testing';

const BATCH = '00000000-0000-4000-8000-000000000001';
const AS_OF = '2024-09-30';

describe('A reader within a jurisdiction', () => {
  const ledger = useTestLedger();

  beforeAll(async () => {
    // A province with two cities; city A is a broad unit, so that its and the province's sums are kept.
    await ledger.client.query(`
      INSERT INTO ledger.batch VALUES ('${BATCH}', 'csv', 'f', repeat('0', 64), 'x', '2024-01-01');
      INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en) VALUES
        ('990000', NULL, 2, '省', 'Province'), ('990100', '990000', 3, '甲市', 'City A'), ('990200', '990000', 3, '乙市', 'City B');
      INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en)
        SELECT '99010' || n, '990100', 4, '县' || n, 'County ' || n FROM generate_series(1, 22) AS n;
      INSERT INTO ledger.department VALUES ('d1', '一', 'One'), ('d2', '二', 'Two');
      INSERT INTO ledger.policy VALUES ('p1', '政策', 'Policy', '990000', 'services', '2024-01-05', '2024-01-10', NULL);
      INSERT INTO ledger.indicator (indicator_id, name_zh, name_en, unit_of_measure, direction, kind, reporting_period, aggregation, domain_id, department_id)
        VALUES ('i1', '指标', 'Indicator', 'percent', 1, 'target', 'month', 'mean', 'services', 'd1');
      INSERT INTO ledger.phase_target SELECT unit_id, 'i1', 'short', 1, 50, '2023-12-31', 80, NULL, '2024-01-01', '2024-12-31', NULL, '', '2024-01-01', '${BATCH}' FROM ledger.org_unit;
      INSERT INTO ledger.observation SELECT unit_id, 'i1', '2024-08-31', 1, 60, NULL, NULL, NULL, '', '2024-09-05', '2024-09-05', '${BATCH}' FROM ledger.org_unit;
      INSERT INTO ledger.task SELECT unit_id, 't1', 1, '任务', 'Task', 'p1', NULL, 'd1', 'x', '2024-02-01', '2024-06-30', 'calendar', 1, '2024-01-01', '${BATCH}' FROM ledger.org_unit;
      INSERT INTO ledger.task_support SELECT unit_id, 't1', 'd2', '2024-01-01', '${BATCH}' FROM ledger.org_unit;
      INSERT INTO ledger.task_extension SELECT unit_id, 't1', '2024-06-01', '2024-07-31', 'why', '', '2024-06-01', '${BATCH}' FROM ledger.org_unit;
      INSERT INTO ledger.task_completion SELECT unit_id, 't1', '2024-08-15', '', '2024-08-15', '${BATCH}' FROM ledger.org_unit WHERE tier = 4;
      INSERT INTO ledger.risk SELECT unit_id, 'r1', 1, '险', 'Risk', 'execution', 'p1', 'd1', 'x', '2024-02-01', '2024-02-01', '${BATCH}' FROM ledger.org_unit;
      INSERT INTO ledger.risk_review (unit_id, risk_id, reviewed_on, current_likelihood, current_impact, recorded_at, batch_id)
        SELECT unit_id, 'r1', '2024-08-01', 5, 5, '2024-08-01', '${BATCH}' FROM ledger.org_unit;
      INSERT INTO ledger.risk_appetite VALUES ('execution', '990000', 2);
      SELECT monitor.refresh('${BATCH}');
    `);
  });

  const CITY_B = ['990200'];

  /** Every table of both schemas that names a unit or an ancestor, and every such column. */
  const unitColumns = async () => {
    const { rows } = await ledger.client.query(
      `SELECT format('%I.%I', table_schema, table_name) AS name, column_name AS column
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema IN ('ledger', 'monitor') AND table_type = 'BASE TABLE' AND column_name IN ('unit_id', 'ancestor_id')
         AND table_name <> 'policy'`
    );
    return rows as Array<{ name: string; column: string }>;
  };

  it('sees in no table a unit outside it, nor the sums of a unit above', async () => {
    const columns = await unitColumns();
    expect(columns.length).toBeGreaterThan(18);
    for (const { name, column } of columns) {
      const rows = await ledger.readAs(
        '990200',
        `SELECT DISTINCT ${column} AS unit FROM ${name} WHERE ${column} <> '990200'`
      );
      expect([name, rows]).toEqual([name, []]);
    }
  });

  it('would have seen them in every one of these tables without it', async () => {
    for (const { name, column } of await unitColumns()) {
      const rows = await ledger.readAs(
        '*',
        `SELECT DISTINCT ${column} AS unit FROM ${name} WHERE ${column} <> '990200'`
      );
      expect([name, rows.length > 0]).toEqual([name, true]);
    }
  });

  it.each([null, '', 'nowhere', "990200' OR true --", '%'])(
    'sees nothing with the jurisdiction %p',
    async (jurisdiction) => {
      for (const { name } of await unitColumns()) {
        expect([name, await ledger.readAs(jurisdiction, `SELECT * FROM ${name} LIMIT 1`)]).toEqual([name, []]);
      }
      expect(await ledger.readAs(jurisdiction, 'SELECT * FROM ledger.batch')).toEqual([]);
    }
  );

  it.each([
    ['target_status', `SELECT DISTINCT unit_id FROM monitor.target_status('${AS_OF}')`],
    [
      'target_status of the whole province',
      `SELECT DISTINCT unit_id FROM monitor.target_status('${AS_OF}', NULL, '{990100,990200}')`,
    ],
    ['observation_series', `SELECT DISTINCT unit_id FROM monitor.observation_series('${AS_OF}')`],
    ['task_status', `SELECT DISTINCT unit_id FROM monitor.task_status('${AS_OF}')`],
    ['risk_status', `SELECT DISTINCT unit_id FROM monitor.risk_status('${AS_OF}')`],
    ['report_status', `SELECT DISTINCT unit_id FROM monitor.report_status('${AS_OF}')`],
    ['attention', `SELECT DISTINCT unit_id FROM monitor.attention('${AS_OF}')`],
    ['task_summary by unit', `SELECT group_id AS unit_id FROM monitor.task_summary('${AS_OF}', group_by => 'unit')`],
    [
      'target_summary by unit',
      `SELECT group_id AS unit_id FROM monitor.target_summary('${AS_OF}', group_by => 'unit')`,
    ],
    ['task_summary by child', `SELECT group_id AS unit_id FROM monitor.task_summary('${AS_OF}', group_by => 'child')`],
    [
      'target_summary by child',
      `SELECT group_id AS unit_id FROM monitor.target_summary('${AS_OF}', '{990000,990200}', group_by => 'child')`,
    ],
  ])('gets from %s its own units only', async (_name, sql) => {
    expect((await ledger.readAs('990200', sql)).map((row) => row.unit_id)).toEqual(CITY_B);
  });

  it.each([
    ['task_summary', 'total', `SELECT total::int AS n FROM monitor.task_summary('${AS_OF}')`],
    ['task_trend', 'due', `SELECT due::int AS n FROM monitor.task_trend('${AS_OF}', months => 1)`],
    ['target_summary', 'total', `SELECT total::int AS n FROM monitor.target_summary('${AS_OF}')`],
    ['risk_trend', 'total', `SELECT total::int AS n FROM monitor.risk_trend('${AS_OF}', months => 1)`],
  ])('gets from %s the counts of its own units, of a broad one from its sums', async (_name, _column, sql) => {
    expect(await ledger.readAs('990200', sql)).toEqual([{ n: 1 }]);
    expect(await ledger.readAs('990100', sql)).toEqual([{ n: 23 }]);
    expect(await ledger.readAs('*', sql)).toEqual([{ n: 25 }]);
  });

  it('gets nothing by asking for the province above', async () => {
    expect(await ledger.readAs('990200', `SELECT * FROM monitor.task_summary('${AS_OF}', '{990000}')`)).toEqual([]);
    expect(await ledger.readAs('990200', `SELECT * FROM monitor.units_in_scope('{990000}')`)).toEqual([]);
  });

  it('still has the appetite that the province set for it', async () => {
    expect(
      await ledger.readAs('990200', `SELECT appetite_level, above_appetite FROM monitor.risk_status('${AS_OF}')`)
    ).toEqual([{ appetite_level: 2, above_appetite: true }]);
  });

  it('sees national policies but not the name of the unit that issued them', async () => {
    expect(
      await ledger.readAs(
        '990200',
        `SELECT p.policy_id, u.name_en FROM ledger.policy p LEFT JOIN ledger.org_unit u USING (unit_id)`
      )
    ).toEqual([{ policy_id: 'p1', name_en: null }]);
  });

  it('does not learn of rows outside from an error that they would raise', async () => {
    const rows = await ledger.readAs(
      '990200',
      `SELECT unit_id FROM ledger.observation WHERE 1 / (CASE unit_id WHEN '990200' THEN 1 ELSE 0 END) = 1`
    );
    expect(rows).toEqual([{ unit_id: '990200' }]);
  });

  it.each([
    `INSERT INTO ledger.department VALUES ('x', 'x', 'x')`,
    `DELETE FROM ledger.org_closure`,
    `UPDATE monitor.task_span SET tier = 1`,
    `SELECT monitor.rebuild()`,
    `SELECT monitor.refresh('${BATCH}')`,
    `SELECT ledger.refresh_org_closure()`,
    `ALTER TABLE ledger.observation DISABLE ROW LEVEL SECURITY`,
    `SET ROLE ledger_owner`,
  ])('may not %s', async (sql) => {
    await ledger.client.query(`CREATE ROLE a_reader LOGIN IN ROLE ledger_reader`);
    try {
      await ledger.client.query('SET SESSION AUTHORIZATION a_reader');
      await expect(ledger.client.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    } finally {
      await ledger.client.query('RESET SESSION AUTHORIZATION');
      await ledger.client.query('DROP ROLE a_reader');
    }
  });

  it('every function that is offered says what it returns', async () => {
    const { rows } = await ledger.client.query(
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
       WHERE p.pronamespace IN ('monitor'::regnamespace, 'ledger'::regnamespace) AND obj_description(p.oid, 'pg_proc') IS NULL`
    );
    expect(rows).toEqual([]);
  });

  it('is judged by functions that run with its own rights', async () => {
    const { rows } = await ledger.client.query(
      `SELECT p.proname FROM pg_proc p WHERE p.pronamespace IN ('monitor'::regnamespace, 'ledger'::regnamespace) AND p.prosecdef ORDER BY 1`
    );
    expect(rows.map((row) => row.proname)).toEqual([
      'imported_at',
      'jurisdiction_units',
      'rebuild',
      'refresh',
      'refresh_org_closure',
    ]);
  });
});

describe('A writer', () => {
  const ledger = useTestLedger();

  const asWriter = async (sql: string) => {
    await ledger.client.query('BEGIN');
    try {
      await ledger.client.query('SET LOCAL ROLE ledger_writer');
      return await ledger.client.query(sql);
    } finally {
      await ledger.client.query('ROLLBACK');
    }
  };

  it('adds units and facts and keeps the read models', async () => {
    await asWriter(`
      INSERT INTO ledger.batch VALUES ('${BATCH}', 'csv', 'f', repeat('0', 64), 'x', '2024-01-01');
      INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en) VALUES ('990000', NULL, 2, '省', 'Province');
      INSERT INTO ledger.department VALUES ('d1', '一', 'One');
      INSERT INTO ledger.risk VALUES ('990000', 'r1', 1, '险', 'Risk', 'execution', NULL, 'd1', 'x', '2024-02-01', '2024-02-01', '${BATCH}');
      SELECT monitor.refresh('${BATCH}');`);
  });

  it.each([
    'UPDATE ledger.observation SET value = 1',
    'DELETE FROM ledger.task',
    'TRUNCATE ledger.risk',
    'DELETE FROM monitor.task_delta',
  ])('may not %s', async (sql) => {
    await expect(asWriter(sql)).rejects.toThrow('permission denied');
  });

  it('not even a superuser changes a fact', async () => {
    await expect(ledger.client.query('UPDATE ledger.observation SET value = 1')).rejects.toThrow(
      'Facts are never changed or deleted: record a new revision in ledger.observation instead.'
    );
  });
});
