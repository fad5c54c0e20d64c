import { loadFixture } from '../../tests/ledger/load';
import { useTestLedger } from '../postgres/testing';

const BATCH = '00000000-0000-4000-8000-0000000000a1';
const LATER = '00000000-0000-4000-8000-0000000000a2';
const DONE = '00000000-0000-4000-8000-0000000000a3';

type Kind = 'task' | 'policy' | 'target' | 'risk' | 'report';
type Row = { measured: number } & Record<string, string>;

/** A province over a city, over a county; one policy that ends in 2027, one without an end; National Day 2026. */
describe('What alert rules ask', () => {
  const ledger = useTestLedger();

  beforeAll(async () => {
    await ledger.client.query(`
      INSERT INTO ledger.batch VALUES ('${BATCH}', 'csv', 'f', repeat('0', 64), 'x', '2026-09-01T08:00+08');
      INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en) VALUES
        ('province', NULL, 2, '省', 'Province'), ('city', 'province', 3, '市', 'City'), ('county', 'city', 4, '县', 'County');
      INSERT INTO ledger.department VALUES ('d1', '住建局', 'Housing'), ('d2', '财政局', 'Finance');
      INSERT INTO ledger.policy VALUES
        ('open', '长期政策', 'Open-ended', 'province', 'services', '2025-01-05', '2025-01-10', NULL),
        ('short', '短期政策', 'Short', 'province', 'services', '2025-01-05', '2025-01-10', '2026-10-31');
      INSERT INTO ledger.policy_department VALUES ('open', 'd1', 'lead'), ('open', 'd2', 'support'), ('short', 'd1', 'lead');
      INSERT INTO ledger.calendar_day (day, working, name_zh, name_en)
        SELECT d::date, false, '国庆节', 'National Day' FROM generate_series('2026-10-01'::timestamp, '2026-10-07', '1 day') AS d;
      INSERT INTO ledger.calendar_day VALUES ('2026-10-10', true, '调休', 'Adjusted workday');
      INSERT INTO ledger.task
      SELECT unit, id, 1, '任务', id, policy, NULL, lead, '张三', '2026-02-01', due::date, kind, weight, '2026-01-05', '${BATCH}'
      FROM (VALUES
        ('county', 'calendar', 'open', 'd1', '2026-09-30', 'calendar', 1.0), ('county', 'working', 'open', 'd2', '2026-09-30', 'working', 3),
        ('county', 'done', 'open', 'd1', '2026-09-30', 'calendar', 2), ('city', 'citys', 'open', 'd1', '2026-12-31', 'calendar', 1),
        ('city', 'short-1', 'short', 'd1', '2026-10-20', 'calendar', 1), ('city', 'short-2', 'short', 'd1', '2026-11-30', 'calendar', 1)
      ) AS t(unit, id, policy, lead, due, kind, weight);
      INSERT INTO ledger.task SELECT 'province', 'many-' || n, 1, '任务', 'Task', 'open', NULL, 'd1', '李四', '2026-02-01', ('2026-05-0' || n)::date, 'calendar', 1,
        '2026-01-05', '${BATCH}' FROM generate_series(1, 6) AS n;
      INSERT INTO ledger.task_completion VALUES ('county', 'done', '2026-10-05', '', '2026-10-05', '${BATCH}'),
        ('province', 'many-1', '2026-06-01', '', '2026-06-01', '${BATCH}'), ('province', 'many-2', '2026-06-10', '', '2026-06-10', '${BATCH}');
      INSERT INTO ledger.indicator (indicator_id, name_zh, name_en, unit_of_measure, direction, kind, reporting_period, report_days, aggregation, domain_id, department_id)
      VALUES ('monthly', '满意度', 'Satisfaction', 'percent', 1, 'target', 'month', 15, 'mean', 'services', 'd1');
      INSERT INTO ledger.phase_target VALUES
        ('county', 'monthly', 'short', 1, 50, '2025-12-31', 86, NULL, '2026-01-01', '2026-12-31', NULL, '', '2026-01-01', '${BATCH}'),
        ('city', 'monthly', 'short', 1, 50, '2025-12-31', 86, NULL, '2026-01-01', '2026-06-30', NULL, '', '2026-01-01', '${BATCH}');
      INSERT INTO ledger.observation
      SELECT unit, 'monthly', period::date, 1, value, NULL, NULL, NULL, '', period::date + 10, period::date + 10, '${BATCH}'
      FROM (VALUES ('county', '2026-01-31', 53.0), ('county', '2026-02-28', 51), ('county', '2026-03-31', 52), ('county', '2026-04-30', 62),
        ('county', '2026-05-31', 54), ('city', '2026-05-31', 70)) AS o(unit, period, value);
      INSERT INTO ledger.risk VALUES ('county', 'r1', 1, '险', 'Risk', 'execution', 'open', 'd1', '王五', '2026-02-01', '2026-02-01', '${BATCH}');
      INSERT INTO ledger.risk_review (unit_id, risk_id, reviewed_on, current_likelihood, current_impact, next_review_on, mitigation, mitigation_due_date, recorded_at, batch_id)
      VALUES ('county', 'r1', '2026-03-01', 5, 5, '2026-10-09', '整改', '2026-09-30', '2026-03-01', '${BATCH}');
      SELECT monitor.refresh('${BATCH}');
    `);
  });

  const CALLS: Record<Kind, string> = {
    task: 'SELECT * FROM monitor.task_alerts($1, $2)',
    policy: 'SELECT * FROM monitor.policy_alerts($1, measure => $2)',
    target: 'SELECT * FROM monitor.target_alerts($1, $2)',
    risk: 'SELECT * FROM monitor.risk_alerts($1, $2)',
    report: 'SELECT * FROM monitor.report_alerts($1, $2)',
  };
  const rows = (kind: Kind, measure: string, day: string, jurisdiction = '*') =>
    ledger.readAs<Row>(jurisdiction, CALLS[kind], [day, measure]);
  const numbers = async (kind: Kind, measure: string, day: string, jurisdiction?: string) =>
    Object.fromEntries(
      (await rows(kind, measure, day, jurisdiction)).map((row) => [
        row.task_id ?? `${row.unit_id}/${row.policy_id ?? row.indicator_id ?? row.risk_id}`,
        row.measured,
      ])
    );

  /** One after the other: they share a connection. */
  const inTurn = async <T>(days: string[], ask: (day: string) => Promise<T>) => {
    const answers: T[] = [];
    for (const day of days) {
      answers.push(await ask(day));
    }
    return answers;
  };

  it('warns of a task 30, 15 and 7 days ahead in its own days, and no more once it is late', async () => {
    const steps = (id: string, ...days: string[]) =>
      inTurn(days, async (day) => (await numbers('task', 'due_within', day))[id]);
    expect(
      await steps('calendar', '2026-08-30', '2026-08-31', '2026-09-15', '2026-09-23', '2026-09-30', '2026-10-01')
    ).toEqual([0, 30, 15, 7, 7, 0]);
    // Seven working days before Wednesday 30 September is Monday 21 September; late from the first working day after the holiday.
    expect(await steps('working', '2026-09-18', '2026-09-21', '2026-10-07', '2026-10-08')).toEqual([15, 7, 7, 0]);
  });

  it('counts lateness over the National Day holiday in working days where the task says so', async () => {
    const late = await numbers('task', 'overdue_days', '2026-10-10');
    expect(late).toMatchObject({ calendar: 10, working: 3, citys: 0 });
  });

  it('shows the zero of a task for a week after it is done, and then no more', async () => {
    expect(await numbers('task', 'overdue_days', '2026-10-11')).toMatchObject({ done: 0 });
    expect(await numbers('task', 'overdue_days', '2026-10-12')).not.toHaveProperty('done');
  });

  it('says how much a task matters by its weight and its unit, which do not change from day to day', async () => {
    const consequence = Object.fromEntries(
      (await rows('task', 'overdue_days', '2026-10-10')).map((row) => [row.task_id, row.consequence])
    );
    expect(consequence).toMatchObject({
      calendar: 'low',
      working: 'high',
      done: 'medium',
      citys: 'medium',
      'many-3': 'high',
    });
  });

  it('calls a policy overdue in a unit from five overdue tasks, or from one once the policy has ended', async () => {
    const overdue = (day: string) => numbers('policy', 'policy_overdue_tasks', day);
    expect(await overdue('2026-05-05')).toMatchObject({ 'province/open': 0 });
    expect(await overdue('2026-05-06')).toMatchObject({ 'province/open': 5, 'county/open': 0 });
    expect(await overdue('2026-06-01')).toMatchObject({ 'province/open': 5 });
    expect(await overdue('2026-06-10')).toMatchObject({ 'province/open': 0 });
    expect(await overdue('2026-10-31')).toMatchObject({ 'city/short': 0 });
    expect(await overdue('2026-11-01')).toMatchObject({ 'city/short': 1 });
  });

  it('turns the days of tasks negative while their policy tells them, and back when it does no longer', async () => {
    const on = async (day: string) => (await numbers('task', 'overdue_days_apart', day))['many-3'];
    expect([await on('2026-05-05'), await on('2026-06-01'), await on('2026-06-10')]).toEqual([2, -29, 38]);
    expect((await numbers('task', 'overdue_days', '2026-06-01'))['many-3']).toBe(29);
  });

  it('lets the unit above hear of a task by the working days it is overdue', async () => {
    const [row] = (await rows('task', 'escalation_days', '2026-10-15')).filter(({ task_id: id }) => id === 'calendar');
    // 8, 9, 10 (adjusted), 12 to 15 October.
    expect(row).toMatchObject({ measured: 7, above_id: 'city', above: '市' });
    const [higher] = (await rows('task', 'second_escalation_days', '2026-10-15')).filter(
      ({ task_id: id }) => id === 'calendar'
    );
    expect(higher).toMatchObject({ measured: 7, above_id: 'province' });
    expect(await numbers('task', 'escalation_days', '2026-10-15')).toMatchObject({ 'many-3': 0, citys: 0 });
  });

  it('escalates an overdue policy once instead of its tasks, one overdue task by itself', async () => {
    // The two tasks of the county are not five, and their policy has not ended: each is escalated by itself.
    expect(await numbers('policy', 'policy_escalation_days', '2026-10-15')).toMatchObject({ 'county/open': 0 });
    // The only overdue task of the policy that ended on 31 October, due on 20 October: 9 working days by Monday, 2 November.
    const on = async (day: string) => {
      const [policy] = (await rows('policy', 'policy_escalation_days', day)).filter(
        ({ policy_id: id }) => id === 'short'
      );
      return [
        (await numbers('task', 'escalation_days', day))['short-1'],
        policy.measured,
        policy.above_id,
        policy.above,
      ];
    };
    expect(await on('2026-10-30')).toEqual([8, 0, 'province', '省']);
    expect(await on('2026-11-02')).toEqual([-9, 9, 'province', '省']);
    expect(await numbers('policy', 'second_policy_escalation_days', '2026-11-02')).toMatchObject({ 'city/short': 0 });
  });

  it('tells of an overdue policy as many working days as of the longest overdue of its tasks', async () => {
    await ledger.client.query(`
      INSERT INTO ledger.batch VALUES ('${LATER}', 'csv', 'f', repeat('0', 64), 'x', '2026-09-02T08:00+08');
      INSERT INTO ledger.task SELECT 'county', 'five-' || n, 1, '任务', 'Task', 'open', NULL, 'd1', '李四', '2026-02-01', ('2026-11-0' || n)::date,
        CASE WHEN n % 2 = 0 THEN 'working' ELSE 'calendar' END, 1, '2026-09-02', '${LATER}' FROM generate_series(2, 6) AS n;
      SELECT monitor.refresh('${LATER}');`);
    const days = async (measure: string, day: string) => {
      const tasks = await numbers('task', measure, day);
      return Object.entries(tasks).flatMap(([id, measured]) => (/^five|^calendar|^working/.test(id) ? [measured] : []));
    };
    const policy = async (measure: string, day: string) => (await numbers('policy', measure, day))['county/open'];
    for (const [task, whole] of [
      ['escalation_days', 'policy_escalation_days'],
      ['second_escalation_days', 'second_policy_escalation_days'],
    ]) {
      // Four overdue tasks: each by itself. From the fifth on: the policy, and none of them.
      expect(Math.min(...(await days(task, '2026-11-04')))).toBe(0);
      expect(await policy(whole, '2026-11-04')).toBe(0);
      for (const day of ['2026-11-05', '2026-11-07', '2026-11-30']) {
        const told = await days(task, day);
        expect(Math.max(...told)).toBeLessThanOrEqual(0);
        expect(await policy(whole, day)).toBe(-Math.min(...told));
      }
    }
    // Ended by a number: what is done is 0, and so is the policy once fewer than five are left.
    await ledger.client.query(`
      INSERT INTO ledger.batch VALUES ('${DONE}', 'csv', 'f', repeat('0', 64), 'x', '2026-12-01T08:00+08');
      INSERT INTO ledger.task_completion SELECT 'county', id, '2026-12-01', '', '2026-12-01', '${DONE}'
        FROM unnest(ARRAY['calendar', 'working', 'five-2']) AS id;
      SELECT monitor.refresh('${DONE}');`);
    expect(await policy('policy_escalation_days', '2026-11-30')).toBeGreaterThan(20);
    expect(await policy('policy_escalation_days', '2026-12-01')).toBe(0);
    const left = await numbers('task', 'escalation_days', '2026-12-01');
    expect(left).toMatchObject({ calendar: 0, 'five-2': 0 });
    expect(left['five-3']).toBeGreaterThan(10);
  });

  it('escalates nothing to a unit beyond the jurisdiction, and does not name it', async () => {
    const [row] = (await rows('task', 'second_escalation_days', '2026-10-15', 'city')).filter(
      ({ task_id: id }) => id === 'calendar'
    );
    expect(row).toMatchObject({ measured: 0, above_id: '', above: '' });
    expect(await numbers('task', 'escalation_days', '2026-10-15', 'city')).toMatchObject({ calendar: 7 });
  });

  it('escalates risks, targets and reports by working days too', async () => {
    // The mitigation was due on 30 September, the review on 9 October: the longer counts.
    expect(await numbers('risk', 'escalation_days', '2026-10-15')).toEqual({ 'county/r1': 7 });
    expect(await numbers('target', 'escalation_days', '2026-07-03')).toMatchObject({ 'city/monthly': 3 });
    // The June report was due on 15 July, a Wednesday.
    expect(await numbers('report', 'escalation_days', '2026-07-17')).toMatchObject({ 'county/monthly': 2 });
  });

  it('counts the reporting periods in a row at whose end a target was off track or worse', async () => {
    const on = async (day: string) => (await numbers('target', 'periods_behind', day))['county/monthly'];
    // On pace in January (53 of 53.1 expected), behind in February and March, caught up in April, behind in May.
    expect(
      await inTurn(['2026-02-27', '2026-02-28', '2026-03-30', '2026-03-31', '2026-04-30', '2026-05-31'], on)
    ).toEqual([0, 1, 1, 2, 0, 1]);
    // Silence since May makes the data stale; it neither adds a period nor ends the warning.
    expect(await on('2026-10-01')).toBe(1);
  });

  it('warns of a phase target 30, 15 and 7 days ahead while it is not reached', async () => {
    const on = async (day: string) => (await numbers('target', 'due_within', day))['county/monthly'];
    expect(
      await inTurn(['2026-11-30', '2026-12-01', '2026-12-16', '2026-12-24', '2026-12-31', '2027-01-01'], on)
    ).toEqual([0, 30, 15, 7, 7, 0]);
  });

  it('calls data stale once the latest value is older than one and a half reporting periods', async () => {
    // One and a half months are 45 days after 31 May.
    const on = async (day: string) => (await numbers('report', 'stale_days', day))['county/monthly'];
    expect([await on('2026-07-15'), await on('2026-07-16'), await on('2026-07-25')]).toEqual([0, 1, 10]);
  });

  it('tells even the reader of one county when the ledger last accepted an import, and nothing else of it', async () => {
    const on = (day: string) => ledger.readAs('county', 'SELECT monitor.imported_at($1) AS at', [day]);
    expect(await on('2026-08-31')).toEqual([{ at: null }]);
    expect(await on('2026-09-01')).toEqual([{ at: new Date('2026-09-01T00:00:00Z') }]);
    expect(await ledger.readAs('county', 'SELECT * FROM ledger.batch')).toEqual([]);
  });
});

describe('Alerts on targets', () => {
  const ledger = useTestLedger();
  beforeAll(() => loadFixture(ledger.client));

  it.each(['2024-12-31', '2025-06-30', '2026-03-31', '2026-07-31', '2026-10-31', '2027-06-30'])(
    'say on %s what the verdicts on targets say',
    async (day) => {
      const { rows } = await ledger.client.query(
        `SELECT t.unit_id, t.indicator_id, t.phase,
           CASE WHEN t.status IN ('achieved', 'met') OR t.reached_on IS NOT NULL THEN 0 ELSE t.overdue_days END AS overdue_days,
           CASE WHEN t.status IN ('on_track', 'at_risk', 'off_track', 'deteriorating', 'stale') THEN greatest(0, 100 * (1 - coalesce(t.pace, 1))) ELSE 0 END AS behind_pace,
           CASE WHEN t.status = 'breached' AND (t.days_left IS NOT NULL OR t.reached_on IS NULL) THEN 1 ELSE 0 END AS breached
         FROM monitor.target_status($1) t ORDER BY 1, 2, 3`,
        [day]
      );
      expect(rows.length).toBeGreaterThan(10);
      for (const measure of ['overdue_days', 'behind_pace', 'breached']) {
        const asked = await ledger.client.query(
          'SELECT unit_id, indicator_id, phase, measured FROM monitor.target_alerts($1, $2)',
          [day, measure]
        );
        const keyOf = (row: Record<string, unknown>) => `${row.unit_id} ${row.indicator_id} ${row.phase}`;
        const told = new Map(asked.rows.map((row) => [keyOf(row), row.measured]));
        // What is not told cannot be anything but 0.
        expect(rows.map((row) => [keyOf(row), told.get(keyOf(row)) ?? 0])).toEqual(
          rows.map((row) => [keyOf(row), Number(row[measure])])
        );
        expect(told.size).toBe(asked.rows.length);
      }
    }
  );
});
