import MEASURES from '../../src/status/testdata/measures.json';
import { useTestLedger } from '../postgres/testing';

const BATCH = '00000000-0000-4000-8000-000000000001';

/**
 * A province over a city and two counties on 2026-07-18. Broken floor in the province, county A late with a report,
 * county B behind with tasks; the city missed its short phase, and its medium one is under way.
 */
describe('What needs attention', () => {
  const ledger = useTestLedger();

  beforeAll(async () => {
    await ledger.client.query(`
      INSERT INTO ledger.batch VALUES ('${BATCH}', 'csv', 'f', repeat('0', 64), 'x', '2026-01-01');
      INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en) VALUES
        ('province', NULL, 2, '省', 'Province'), ('city', 'province', 3, '市', 'City'),
        ('county-a', 'city', 4, '甲县', 'County A'), ('county-b', 'city', 4, '乙县', 'County B');
      INSERT INTO ledger.department VALUES ('d1', '发改委', 'Planning'), ('d2', '财政局', 'Finance');
      INSERT INTO ledger.policy VALUES ('p1', '政策', 'Policy', 'province', 'services', '2024-01-05', '2024-01-10', NULL);
      INSERT INTO ledger.indicator (indicator_id, name_zh, name_en, unit_of_measure, direction, kind, reporting_period, report_days, aggregation, domain_id, department_id)
      VALUES
        ('floor', '培训经费占比', 'Training share', 'percent', 1, 'floor', 'quarter', 15, 'mean', 'services', 'd2'),
        ('share', '满意度', 'Satisfaction', 'percent', 1, 'target', 'quarter', 15, 'mean', 'services', 'd1'),
        ('online', '网办率', 'Online share', 'percent', 1, 'target', 'quarter', 15, 'mean', 'services', 'd1');
      INSERT INTO ledger.phase_target VALUES
        ('province', 'floor', 'short', 1, NULL, '2025-12-31', 2, NULL, '2026-01-01', '2026-12-31', NULL, '', '2026-01-01', '${BATCH}'),
        ('county-a', 'share', 'short', 1, 50, '2025-12-31', 60, NULL, '2026-01-01', '2026-12-31', NULL, '', '2026-01-01', '${BATCH}'),
        ('city', 'share', 'short', 1, 50, '2024-12-31', 80, NULL, '2025-01-01', '2025-12-31', NULL, '', '2026-01-01', '${BATCH}'),
        ('city', 'share', 'medium', 1, 50, '2024-12-31', 90, NULL, '2025-01-01', '2028-12-31', NULL, '', '2026-01-01', '${BATCH}'),
        ('city', 'online', 'short', 1, 50, '2024-12-31', 80, NULL, '2025-01-01', '2025-12-31', NULL, '', '2026-01-01', '${BATCH}'),
        ('county-b', 'online', 'short', 1, 50, '2024-12-31', 80, NULL, '2025-01-01', '2025-12-31', NULL, '', '2026-01-01', '${BATCH}'),
        ('county-b', 'share', 'short', 1, 50, '2024-12-31', 80, NULL, '2025-01-01', '2026-12-31', NULL, '', '2026-01-01', '${BATCH}');
      INSERT INTO ledger.observation
      SELECT unit, indicator, period::date, 1, value, NULL, NULL, NULL, '', period::date + 10, period::date + 10, '${BATCH}'
      FROM (VALUES
        ('province', 'floor', '2026-06-30', 1.9::float8),
        ('county-a', 'share', '2026-03-31', 54),
        ('city', 'share', '2025-12-31', 66), ('city', 'share', '2026-06-30', 70),
        ('city', 'online', '2025-12-31', 70), ('city', 'online', '2026-06-30', 75),
        ('county-b', 'online', '2025-12-31', 70), ('county-b', 'online', '2026-06-30', 81),
        ('county-b', 'share', '2025-03-31', 55)) AS o(unit, indicator, period, value);
      INSERT INTO ledger.task
      SELECT unit, id, 1, '任务', 'Task', 'p1', NULL, 'd1', '张三', '2024-02-01', due::date, 'calendar', 1, '2024-01-05', '${BATCH}'
      FROM (VALUES ('county-b', 'yesterday', '2026-07-17'), ('county-b', 'extended', '2026-04-18'), ('county-b', 'forgotten', '2024-07-18'),
        ('city', 'also-yesterday', '2026-07-17')) AS t(unit, id, due);
      INSERT INTO ledger.task_extension VALUES
        ('county-b', 'extended', '2026-04-10', '2026-05-18', '等待批复', '', '2026-04-10', '${BATCH}'),
        ('county-b', 'extended', '2026-05-10', '2026-07-17', '等待批复', '', '2026-05-10', '${BATCH}');
      INSERT INTO ledger.risk SELECT 'county-b', id, 1, '险', 'Risk', category, 'p1', 'd1', '李四', '2026-02-01', '2026-02-01', '${BATCH}'
      FROM (VALUES ('above', 'execution'), ('within', 'society')) AS r(id, category);
      INSERT INTO ledger.risk_review (unit_id, risk_id, reviewed_on, current_likelihood, current_impact, next_review_on, recorded_at, batch_id) VALUES
        ('county-b', 'above', '2026-03-01', 5, 5, '2026-07-08', '2026-03-01', '${BATCH}'),
        ('county-b', 'within', '2026-03-01', 1, 1, '2026-07-08', '2026-03-01', '${BATCH}');
      INSERT INTO ledger.risk_appetite VALUES ('execution', 'province', 2), ('society', 'province', 2);
      SELECT monitor.refresh('${BATCH}');
    `);
  });

  const list = async (where = 'true', given = '') =>
    (
      await ledger.client.query(
        `SELECT unit_id || ' ' || item_id AS item, severity, register, status, days, detail
         FROM monitor.attention('2026-07-18', lang => 'en-US'${given}) WHERE ${where}`
      )
    ).rows;
  const order = async (where?: string, given?: string) => (await list(where, given)).map((row) => row.item);
  const expectBefore = async (worse: string, better: string) => {
    const items = await order();
    expect(items).toEqual(expect.arrayContaining([worse, better]));
    expect(items.indexOf(worse)).toBeLessThan(items.indexOf(better));
  };

  it('first of all is a province’s broken floor, before a county’s late report', async () => {
    await expectBefore('province floor/short', 'county-a share');
  });

  it('a risk above its appetite with an overdue review comes before one within its appetite', async () => {
    await expectBefore('county-b above', 'county-b within');
  });

  it('an overdue task weighs by how late it is and how often it was extended', async () => {
    await expectBefore('county-b forgotten', 'county-b extended');
    await expectBefore('county-b extended', 'county-b yesterday');
  });

  it('the same lateness counts more in a higher tier', async () => {
    await expectBefore('city also-yesterday', 'county-b yesterday');
  });

  it('stale data come after what is known to be bad', async () => {
    await expectBefore('county-b yesterday', 'county-b share/short');
  });

  it('a missed phase counts little once the next one is judged, and fully where none is', async () => {
    const rows = await list(`unit_id = 'city' AND register = 'indicator'`);
    expect(rows.map(({ item, days }) => [item, days])).toEqual([
      ['city online/short', 199],
      ['city share/short', 199],
    ]);
    expect(rows[0].severity).toBeGreaterThan(50);
    expect(rows[1].severity).toBe(10);
  });

  it('what was missed and reached late needs none', async () => {
    expect(await order()).not.toContain('county-b online/short');
    expect(
      (
        await ledger.client.query(
          `SELECT status FROM monitor.target_status('2026-07-18', units => '{county-b}', indicators => '{online}')`
        )
      ).rows
    ).toEqual([{ status: 'missed' }]);
  });

  it('no unit and indicator has two rows of targets', async () => {
    const items = (await list(`register = 'indicator'`)).map(({ item }) => item.split('/')[0]);
    expect(new Set(items).size).toBe(items.length);
  });

  it('the days of a year and of ten weigh the same, and a day already weighs', async () => {
    const { rows } = await ledger.client.query(
      `SELECT monitor.severity(30, d, 4::smallint) AS s FROM unnest(ARRAY[NULL, 0, 1, 30, 365, 3650]) AS d`
    );
    const [unknown, none, one, month, year, decade] = rows.map((row) => row.s);
    expect([unknown, none, year, decade]).toEqual([33, 33, 45, 45]);
    expect(one).toBeGreaterThan(34);
    expect(month - one).toBeGreaterThan(one - none);
    expect(month - one).toBeGreaterThan(year - month);
  });

  it('the first of a limited list are the first of the whole', async () => {
    const whole = await order();
    for (const most of [1, 3, 5]) {
      expect(await order('true', `, most => ${most}`)).toEqual(whole.slice(0, most));
    }
  });

  it('narrows by tier, department, status, light and policy', async () => {
    expect(await order('true', `, tiers => '{2}'`)).toEqual(['province floor/short']);
    expect(await order('true', `, departments => '{d2}'`)).toEqual(['province floor/short']);
    expect(await order('true', `, statuses => '{late}'`)).toEqual(['county-a share', 'county-b share']);
    expect(new Set((await list('true', `, lights => '{grey}'`)).map(({ status }) => status))).toEqual(
      new Set(['stale'])
    );
    expect(new Set((await list('true', `, policies => '{p1}'`)).map(({ register }) => register))).toEqual(
      new Set(['task', 'risk'])
    );
  });

  it('says why in one sentence', async () => {
    const said = Object.fromEntries((await list()).map(({ item, detail }) => [item, detail]));
    expect(said).toMatchObject({
      'province floor/short': '1.9% is below the floor 2.0%.',
      'county-b extended': '1 day overdue, after 2 extensions, 91 days against the original date.',
      'county-b above': 'Level 4 is above the appetite, and the review is 10 days overdue.',
      'county-a share': 'The report for the period to 2026-06-30 is 3 days late, 1 period is missing.',
    });
  });
});

describe('A value in a sentence of the database', () => {
  const ledger = useTestLedger();

  it('is written as pages and panels write it, in both languages, and what is not known is null', async () => {
    for (const { unit, value, decimals, zh, en } of MEASURES) {
      const { rows } = await ledger.client.query(
        `SELECT monitor.said_value($1, $2::smallint, $3, 'zh-Hans') AS zh, monitor.said_value($1, $2::smallint, $3, 'en-US') AS en,
           coalesce(monitor.said_value(NULL, $2::smallint, $3, 'zh-Hans'), monitor.said_value(NULL, $2::smallint, $3, 'en-US')) AS unknown`,
        [value, decimals, unit]
      );
      expect([unit, value, rows[0]]).toEqual([unit, value, { zh, en, unknown: null }]);
    }
  });
});
