import fs from 'node:fs';
import path from 'node:path';
import { useTestLedger } from '../postgres/testing';

const BATCH = '00000000-0000-4000-8000-000000000001';

describe('The registers of a small ledger', () => {
  const ledger = useTestLedger();
  const one = async (sql: string, params: unknown[] = []) => (await ledger.client.query(sql, params)).rows[0];

  beforeAll(async () => {
    await ledger.client.query(`
      INSERT INTO ledger.batch VALUES ('${BATCH}', 'csv', 'f', repeat('0', 64), 'x', '2026-01-01');
      INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en) VALUES
        ('990000', NULL, 2, '省', 'Province'), ('990100', '990000', 3, '甲市', 'City A');
      INSERT INTO ledger.department VALUES ('d1', '发改委', 'Planning'), ('d2', '财政局', 'Finance'), ('d3', '住建局', 'Housing');
      INSERT INTO ledger.policy VALUES ('p1', '政策', 'Policy', '990000', 'services', '2026-01-05', '2026-01-10', NULL);
      INSERT INTO ledger.calendar_day (day, working, name_zh, name_en)
        SELECT d::date, false, '国庆节', 'National Day' FROM generate_series('2026-10-01'::timestamp, '2026-10-07', '1 day') AS d;
      INSERT INTO ledger.calendar_day VALUES ('2026-10-10', true, '调休', 'Adjusted workday');
      INSERT INTO ledger.indicator (indicator_id, name_zh, name_en, unit_of_measure, direction, kind, reporting_period, report_days, aggregation, domain_id, department_id)
        VALUES ('i1', '满意度', 'Satisfaction', 'percent', 1, 'target', 'quarter', 15, 'mean', 'services', 'd1');
      INSERT INTO ledger.phase_target VALUES
        ('990100', 'i1', 'short', 1, 50, '2025-12-31', 80, NULL, '2026-01-01', '2026-12-31', NULL, '', '2026-01-01', '${BATCH}'),
        ('990100', 'i1', 'medium', 1, 50, '2025-12-31', 90, NULL, '2026-01-01', '2028-12-31', NULL, '', '2026-01-01', '${BATCH}'),
        ('990100', 'i1', 'medium', 2, 50, '2025-12-31', 95, NULL, '2026-01-01', '2028-12-31', NULL, 'stricter', '2026-05-01', '${BATCH}');
      INSERT INTO ledger.observation VALUES
        ('990100', 'i1', '2026-03-31', 1, 60, NULL, NULL, NULL, '', '2026-04-10T00:00Z', '2026-04-10', '${BATCH}'),
        ('990100', 'i1', '2026-06-30', 1, 62, NULL, NULL, NULL, '', '2026-07-20T00:00Z', '2026-07-20', '${BATCH}'),
        ('990100', 'i1', '2026-06-30', 2, 68, NULL, NULL, NULL, '', '2026-08-20T00:00Z', '2026-08-20', '${BATCH}');
      INSERT INTO ledger.task VALUES
        ('990100', 'extended', 1, '任务', 'Task', 'p1', NULL, 'd1', '张三', '2026-02-01', '2026-06-30', 'calendar', 1, '2026-01-05', '${BATCH}'),
        ('990100', 'working', 1, '任务', 'Task', 'p1', NULL, 'd1', '张三', '2026-02-01', '2026-09-30', 'working', 1, '2026-01-05', '${BATCH}'),
        ('990100', 'late', 1, '任务', 'Task', 'p1', NULL, 'd1', '张三', '2026-02-01', '2026-06-30', 'calendar', 1, '2026-01-05', '${BATCH}');
      INSERT INTO ledger.task_support VALUES ('990100', 'extended', 'd2', '2026-01-05', '${BATCH}'), ('990100', 'extended', 'd3', '2026-01-05', '${BATCH}');
      INSERT INTO ledger.task_extension VALUES ('990100', 'extended', '2026-06-20', '2026-08-31', '招标推迟', '', '2026-06-20', '${BATCH}');
      INSERT INTO ledger.task_completion VALUES ('990100', 'late', '2026-07-10', 'https://example.org/e', '2026-07-10', '${BATCH}');
      INSERT INTO ledger.risk VALUES
        ('990100', 'r1', 1, '险', 'Risk', 'execution', 'p1', 'd1', '李四', '2026-02-01', '2026-02-01', '${BATCH}'),
        ('990100', 'r2', 1, '险', 'Risk', 'society', 'p1', 'd1', '李四', '2026-02-01', '2026-02-01', '${BATCH}');
      INSERT INTO ledger.risk_review (unit_id, risk_id, reviewed_on, inherent_likelihood, inherent_impact, current_likelihood, current_impact,
          residual_likelihood, residual_impact, next_review_on, mitigation, mitigation_due_date, closed, recorded_at, batch_id) VALUES
        ('990100', 'r1', '2026-03-01', 4, 4, 3, 4, 2, 2, '2026-06-01', '整改', '2026-05-01', false, '2026-03-01', '${BATCH}'),
        ('990100', 'r1', '2026-06-10', 4, 4, 5, 5, 5, 5, NULL, '', NULL, false, '2026-06-10', '${BATCH}'),
        ('990100', 'r1', '2026-09-01', 4, 4, 1, 1, 1, 1, NULL, '', NULL, true, '2026-09-01', '${BATCH}');
      INSERT INTO ledger.risk_appetite VALUES ('execution', '990000', 2);
      SELECT monitor.refresh('${BATCH}');
    `);
  });

  it('counts working days over the National Day holiday and its adjusted workday', async () => {
    // 2026-10-01 to 07 are holidays; Saturday 2026-10-10 is worked: 8, 9 and 10 October.
    const days = 'SELECT monitor.working_days($1, $2) AS days';
    expect((await one(days, ['2026-09-30', '2026-10-07'])).days).toBe(0);
    expect((await one(days, ['2026-09-30', '2026-10-10'])).days).toBe(3);
    expect((await one(days, ['2026-10-10', '2026-09-30'])).days).toBe(-3);
  });

  it('counts working days over the Spring Festival, whose Saturdays before and after are worked', async () => {
    // 2027: holiday from Friday 5 to Thursday 11 February; Saturday 30 January and Sunday 14 February are worked.
    await ledger.client.query(`
      INSERT INTO ledger.calendar_day SELECT d::date, false FROM generate_series('2027-02-05'::timestamp, '2027-02-11', '1 day') AS d;
      INSERT INTO ledger.calendar_day VALUES ('2027-01-30', true), ('2027-02-14', true);
      SELECT monitor.count_working_days()`);
    const days = 'SELECT monitor.working_days($1, $2) AS days';
    expect((await one(days, ['2027-01-29', '2027-01-30'])).days).toBe(1);
    expect((await one(days, ['2027-02-04', '2027-02-11'])).days).toBe(0);
    expect((await one(days, ['2027-02-04', '2027-02-14'])).days).toBe(2);
    const late = `SELECT monitor.late_from($1, 'working')::text AS day`;
    expect((await one(late, ['2027-02-04'])).day).toBe('2027-02-12');
    expect((await one(late, ['2027-02-13'])).day).toBe('2027-02-14');
    expect((await one(`SELECT monitor.late_from('2027-02-04', 'calendar')::text AS day`)).day).toBe('2027-02-05');
  });

  it('ages delays by their day: 7, 15, 30 and 60 are the last of their class', async () => {
    const { rows } = await ledger.client.query(
      `SELECT monitor.ageing(d) AS class FROM unnest(ARRAY[NULL, -1, 0, 1, 7, 8, 15, 16, 30, 31, 60, 61]) AS d`
    );
    expect(rows.map((row) => row.class)).toEqual([
      null,
      null,
      null,
      ...['1-7', '1-7', '8-15', '8-15', '16-30', '16-30', '31-60', '31-60', 'over_60'],
    ]);
  });

  const task = (id: string, asOf: string) =>
    one(
      `SELECT status, light, due_date::text, original_due_date::text, extension_count, last_extension_reason, overdue_days, original_overdue_days,
           days_left, ageing, completed_on::text, supporting_departments FROM monitor.task_status($1, NULL, true, 'zh-Hans') WHERE task_id = $2`,
      [asOf, id]
    );

  it('an overdue task with an extension is late against its original date, too', async () => {
    expect(await task('extended', '2026-06-19')).toMatchObject({
      status: 'due_soon',
      due_date: '2026-06-30',
      extension_count: 0,
      last_extension_reason: null,
      days_left: 11,
    });
    expect(await task('extended', '2026-07-10')).toMatchObject({
      status: 'open',
      due_date: '2026-08-31',
      overdue_days: 0,
      original_overdue_days: 10,
    });
    expect(await task('extended', '2026-09-10')).toEqual({
      status: 'overdue',
      light: 'red',
      due_date: '2026-08-31',
      original_due_date: '2026-06-30',
      extension_count: 1,
      last_extension_reason: '招标推迟',
      overdue_days: 10,
      original_overdue_days: 72,
      days_left: null,
      ageing: '8-15',
      completed_on: null,
      supporting_departments: '财政局、住建局',
    });
  });

  it('a task in working days is late from the first working day after its due date', async () => {
    expect(await task('working', '2026-10-07')).toMatchObject({ status: 'due_soon', overdue_days: 0 });
    expect(await task('working', '2026-10-10')).toMatchObject({ status: 'overdue', overdue_days: 3, ageing: '1-7' });
  });

  it('a task exists from its policy’s issue and is done late for good', async () => {
    expect(await task('late', '2026-01-04')).toBeUndefined();
    expect(await task('late', '2026-01-05')).toMatchObject({ status: 'not_started', light: 'grey' });
    expect(await task('late', '2026-07-05')).toMatchObject({ status: 'overdue', overdue_days: 5 });
    expect(await task('late', '2026-12-31')).toMatchObject({
      status: 'done_late',
      light: 'yellow',
      overdue_days: 10,
      completed_on: '2026-07-10',
      ageing: null,
    });
  });

  it('delay rate is done late and overdue among what is due', async () => {
    expect(
      await one(
        `SELECT total, due, done_late, overdue, delay_rate, original_delay_rate FROM monitor.task_summary('2026-07-20')`
      )
    ).toEqual({
      total: '3',
      due: '1',
      done_late: '1',
      overdue: '0',
      delay_rate: 1,
      original_delay_rate: 1,
    });
    expect(await one(`SELECT due, delay_rate FROM monitor.task_summary('2026-03-01')`)).toEqual({
      due: '0',
      delay_rate: null,
    });
  });

  const risk = (asOf: string) =>
    one(
      `SELECT status, light, current_level, residual_level, appetite_level, above_appetite, trend, level_change, next_review_on::text,
           review_overdue_days, mitigation_overdue_days FROM monitor.risk_status($1) WHERE risk_id = 'r1'`,
      [asOf]
    );

  it('a risk follows its reviews', async () => {
    expect(await risk('2026-01-31')).toBeUndefined();
    expect(await risk('2026-02-15')).toMatchObject({ status: 'unscored', light: 'grey', trend: null });
    expect(await risk('2026-05-11')).toEqual({
      status: 'within_appetite',
      light: 'green',
      current_level: 2,
      residual_level: 1,
      appetite_level: 2,
      above_appetite: false,
      trend: 'new',
      level_change: null,
      next_review_on: '2026-06-01',
      review_overdue_days: 0,
      mitigation_overdue_days: 10,
    });
    expect(await risk('2026-06-05')).toMatchObject({
      status: 'review_overdue',
      light: 'yellow',
      review_overdue_days: 4,
    });
    // Level 4 allows 14 days to the next review.
    expect(await risk('2026-06-24')).toMatchObject({
      status: 'above_appetite',
      light: 'red',
      trend: 'rising',
      level_change: 2,
      next_review_on: '2026-06-24',
    });
    expect(await risk('2026-06-25')).toMatchObject({ status: 'review_overdue', light: 'red', review_overdue_days: 1 });
    expect(await risk('2026-09-01')).toBeUndefined();
  });

  it('counts open risks at each month’s end', async () => {
    const { rows } = await ledger.client.query(
      `SELECT month::text, total, red, unscored, above_appetite FROM monitor.risk_trend('2026-09-15', months => 3)`
    );
    expect(rows).toEqual([
      { month: '2026-07-31', total: '2', red: '1', unscored: '1', above_appetite: '1' },
      { month: '2026-08-31', total: '2', red: '1', unscored: '1', above_appetite: '1' },
      { month: '2026-09-15', total: '1', red: '0', unscored: '1', above_appetite: '0' },
    ]);
  });

  const report = (asOf: string) =>
    one(
      `SELECT period::text, report_due_on::text, late_days, missing_periods, last_period::text, status FROM monitor.report_status($1)`,
      [asOf]
    );

  it('a report is due some days after its period', async () => {
    expect(await report('2026-04-15')).toBeUndefined();
    expect(await report('2026-04-16')).toEqual({
      period: '2026-03-31',
      report_due_on: '2026-04-15',
      late_days: 0,
      missing_periods: 0,
      last_period: '2026-03-31',
      status: 'reported',
    });
    expect(await report('2026-07-18')).toMatchObject({
      period: '2026-06-30',
      status: 'late',
      late_days: 3,
      missing_periods: 1,
      last_period: '2026-03-31',
    });
    expect(await report('2026-09-01')).toMatchObject({
      period: '2026-06-30',
      status: 'reported_late',
      late_days: 5,
      missing_periods: 0,
    });
    expect(await report('2026-12-01')).toMatchObject({ period: '2026-09-30', status: 'late', late_days: 47 });
  });

  it('shows what was known on a past day', async () => {
    const at = (known: string | null) =>
      one(
        `SELECT value, previous_value, revised, target_value, target_changed FROM monitor.target_status('2026-07-31', $1) WHERE phase = 'medium'`,
        [known]
      );
    expect(await at('2026-04-30')).toEqual({
      value: 60,
      previous_value: null,
      revised: false,
      target_value: 90,
      target_changed: false,
    });
    expect(await at('2026-07-31')).toEqual({
      value: 62,
      previous_value: 60,
      revised: false,
      target_value: 95,
      target_changed: true,
    });
    expect(await at(null)).toEqual({
      value: 68,
      previous_value: 60,
      revised: true,
      target_value: 95,
      target_changed: true,
    });
  });

  it('shows each observation with the path of the phase that is due first', async () => {
    const { rows } = await ledger.client.query(
      `SELECT period::text, value, round(expected_value::numeric, 3) AS expected, target_value, phase FROM monitor.observation_series('2026-12-31') ORDER BY period`
    );
    expect(rows).toEqual([
      {
        period: '2026-03-31',
        value: 60,
        expected: (50 + (30 * 90) / 365).toFixed(3),
        target_value: 80,
        phase: 'short',
      },
      {
        period: '2026-06-30',
        value: 68,
        expected: (50 + (30 * 181) / 365).toFixed(3),
        target_value: 80,
        phase: 'short',
      },
    ]);
  });

  it('lists what needs attention, worst first, in either language', async () => {
    const list = async (lang: string) =>
      (
        await ledger.client.query(
          `SELECT register, item_id, days, detail FROM monitor.attention('2026-07-18', NULL, true, $1)`,
          [lang]
        )
      ).rows;
    expect(await list('en-US')).toEqual([
      {
        register: 'risk',
        item_id: 'r1',
        days: 24,
        detail: 'Level 4 is above the appetite, and the review is 24 days overdue.',
      },
      {
        register: 'report',
        item_id: 'i1',
        days: 3,
        detail: 'The report for the period to 2026-06-30 is 3 days late, 1 period is missing.',
      },
    ]);
    expect((await list('zh-Hans'))[0].detail).toBe('等级 4，超出风险偏好，复评已逾期 24 天。');
  });
});

describe('A risk grid', () => {
  const ledger = useTestLedger();
  const WHOLE = path.join(
    process.env.SHIGAN_CASES ?? path.resolve(__dirname, '../../../shared/cases'),
    'risk_matrices.json'
  );

  const problems = async (id: string, lines: string[]) => {
    await ledger.client.query(`INSERT INTO ledger.risk_grid VALUES ($1, $1, $1, $2, $3)`, [
      id,
      lines.length,
      lines[0].length,
    ]);
    await ledger.client.query(
      `INSERT INTO ledger.risk_level SELECT $1, level, level::text, level::text, light, NULL
       FROM (VALUES (0, 'green'), (1, 'green'), (2, 'yellow'), (3, 'red'), (4, 'red')) AS l(level, light)`,
      [id]
    );
    await ledger.client.query(
      `INSERT INTO ledger.risk_grid_cell SELECT $1, y, x, substr(line, x::integer, 1)::smallint
       FROM unnest($2::text[]) WITH ORDINALITY AS r(line, y), generate_series(1, length(line)) AS x`,
      [id, lines]
    );
    return (
      await ledger.client.query(`SELECT severity, likelihood, impact, problem FROM monitor.risk_grid_problems($1)`, [
        id,
      ])
    ).rows;
  };

  it('in use has nothing wrong with it', async () => {
    expect((await ledger.client.query(`SELECT * FROM monitor.risk_grid_problems('default')`)).rows).toEqual([]);
  });

  // github.com/intuitem/ciso-assistant-community@4bbe7d07:backend/library/libraries/critical_risk_matrix_5x5.yaml
  const CRITICAL = ['00112', '01122', '11223', '12234', '22344'];
  it('of a published tool has nothing wrong with it', async () => {
    expect(await problems('critical', CRITICAL)).toEqual([]);
    if (fs.existsSync(WHOLE)) {
      const { grid } = JSON.parse(fs.readFileSync(WHOLE, 'utf8')).ciso_assistant_critical_5x5;
      expect(grid.map((row: number[]) => row.join(''))).toEqual(CRITICAL);
    }
  });

  it('is refused where a level falls as likelihood or impact rises', async () => {
    expect((await problems('falling', ['012', '122', '212'])).filter((p) => p.severity === 'refused')).toMatchObject([
      {
        likelihood: 3,
        impact: 2,
        problem: 'The level falls from 2 to 1 where the likelihood rises from 2 to 3 at impact 2: let it rise or stay.',
      },
      { likelihood: 3, impact: 2 },
    ]);
  });

  it('is warned of where red touches green or stands in the lowest row or column (Cox 2008)', async () => {
    expect((await problems('cox', ['013', '013', '133'])).map((p) => [p.severity, p.likelihood, p.impact])).toEqual(
      expect.arrayContaining([
        ['warning', 1, 3],
        ['warning', 2, 3],
        ['warning', 3, 2],
      ])
    );
  });

  it('is refused where a cell is missing or the grid is', async () => {
    await ledger.client.query(`INSERT INTO ledger.risk_grid VALUES ('holes', 'x', 'x', 3, 3)`);
    expect((await ledger.client.query(`SELECT * FROM monitor.risk_grid_problems('holes')`)).rows).toHaveLength(9);
    expect((await ledger.client.query(`SELECT problem FROM monitor.risk_grid_problems('none')`)).rows).toEqual([
      { problem: 'There is no grid none: choose one that exists.' },
    ]);
  });

  it('is one document for the heatmap', async () => {
    const { rows } = await ledger.client.query(`SELECT monitor.risk_grid_json(NULL, 'en-US') AS grid`);
    expect(rows[0].grid).toMatchObject({
      id: 'default',
      cells: [
        [0, 0, 1, 1, 2],
        [0, 1, 1, 2, 2],
        [1, 1, 2, 2, 3],
        [1, 2, 2, 3, 4],
        [2, 2, 3, 4, 4],
      ],
      appetite: [],
    });
    expect(rows[0].grid.levels[4]).toEqual({ level: 4, name: 'Very high', light: 'red' });
  });
});
