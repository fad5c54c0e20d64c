import { useTestLedger } from '../postgres/testing';

describe('Progress towards a phase target', () => {
  const ledger = useTestLedger();

  /** From 40 at the end of 2023 to 80 at the end of 2026 (1096 days), judged with the value of 2025-06-30 (547 days). */
  const USUAL = {
    baseline_value: 40 as number | null,
    baseline_date: '2023-12-31',
    value: 60 as number | null,
    value_date: '2025-06-30' as string | null,
    target_value: 80,
    target_upper: null as number | null,
    start_date: '2024-01-01',
    due_date: '2026-12-31',
    direction: 1,
    kind: 'target',
    method: 'linear',
    reporting_period: 'month',
    as_of: '2025-07-10',
    frozen_value: null as number | null,
    reached_on: null as string | null,
  };

  const progress = async (given: Partial<typeof USUAL>) => {
    const all = { ...USUAL, ...given };
    const { rows } = await ledger.client.query(
      `SELECT g.* FROM monitor.progress($1::float8, $2::date, $3::float8, $4::date, $5::float8, $6::float8, $7::date, $8::date, $9::int,
         $10, $11, $12, $13::date, $14::float8, $15::date) g`,
      Object.values(all)
    );
    expect(rows).toHaveLength(1);
    return rows[0];
  };

  it('expects the straight line from baseline to target', async () => {
    const g = await progress({});
    expect(g.expected_value).toBeCloseTo(40 + (40 * 547) / 1096, 9);
    expect(g.gap).toBeCloseTo(60 - g.expected_value, 9);
    expect(g.achieved).toBe(0.5);
    expect(g.pace).toBeCloseTo(0.5 / (547 / 1096), 9);
    expect(g.required_rate).toBeCloseTo(20 / (549 / 365.25), 9);
    expect(g).toMatchObject({ status: 'on_track', ratio: g.pace, refusal: null, shortfall: null, days_late: null });
  });

  it('counts days backwards for what should fall', async () => {
    const g = await progress({ baseline_value: 80, target_value: 40, value: 70, direction: -1 });
    expect(g.achieved).toBe(0.25);
    expect(g.gap).toBeLessThan(0);
    expect(g.status).toBe('off_track');
  });

  const due = { as_of: '2027-03-31', value_date: '2027-02-28' };
  it.each([
    ['no_data', 'without an observation', { value: null, value_date: null }],
    ['no_data', 'when the only observation is the baseline', { value_date: '2023-12-31' }],
    ['no_data', 'when nothing is known, even before the start', { value: null, value_date: null, as_of: '2023-12-31' }],
    ['not_started', 'before the start', { start_date: '2026-01-01' }],
    ['achieved', 'when the target is reached, however old the value', { value: 80, as_of: '2026-06-30' }],
    [
      'achieved',
      'for good, when it was reached at the due date and lost afterwards',
      { ...due, value: 70, frozen_value: 81 },
    ],
    ['missed', 'for good, when it was reached only afterwards', { ...due, value: 85, frozen_value: 70 }],
    ['missed', 'when no value came by the due date', { ...due, value: 85 }],
    ['stale', 'when the latest value is older than one and a half months', { as_of: '2025-08-15' }],
    ['on_track', 'one day before that', { as_of: '2025-08-14' }],
    ['on_track', 'from 0.95 of the pace', { value: 40 + 20 * 0.96 }],
    ['at_risk', 'below 0.95', { value: 40 + 20 * 0.94 }],
    ['off_track', 'below 0.60', { value: 40 + 20 * 0.59 }],
    ['deteriorating', 'when it moves away', { value: 39 }],
    ['no_data', 'where a pace would need the baseline that is missing', { baseline_value: null }],
    ['achieved', 'while what was to be maintained is', { target_value: 40, value: 40 }],
    ['breached', 'when what was to be maintained is not', { target_value: 40, value: 39 }],
    ['met', 'for a floor that holds', { kind: 'floor', baseline_value: null, target_value: 60 }],
    ['breached', 'for a floor that does not', { kind: 'floor', baseline_value: null, target_value: 60.1 }],
    ['met', 'for a ceiling that holds', { kind: 'ceiling', baseline_value: null, target_value: 60, direction: -1 }],
    [
      'breached',
      'for a ceiling that does not',
      { kind: 'ceiling', baseline_value: null, target_value: 59.9, direction: -1 },
    ],
    ['met', 'at the upper end of a range', { kind: 'range', baseline_value: null, target_value: 50, target_upper: 60 }],
    ['breached', 'above a range', { kind: 'range', baseline_value: null, target_value: 50, target_upper: 59 }],
    ['met', 'for a yes', { kind: 'yes_no', baseline_value: null, target_value: 1, value: 1 }],
    ['breached', 'for a no', { kind: 'yes_no', baseline_value: null, target_value: 1, value: 0 }],
    [
      'stale',
      'for a floor of which nothing new is known',
      { kind: 'floor', baseline_value: null, as_of: '2025-09-30' },
    ],
  ] as Array<[string, string, Partial<typeof USUAL>]>)('is %s %s', async (status, _when, given) => {
    expect((await progress(given)).status).toBe(status);
  });

  it('says of a missed target what was missing and how late it was reached', async () => {
    expect(await progress({ ...due, value: 85, frozen_value: 70, reached_on: '2027-01-31' })).toMatchObject({
      status: 'missed',
      shortfall: 0.25,
      days_late: 31,
      required_rate: null,
      pace: 0.75,
    });
    expect(await progress({ ...due, value: 75, frozen_value: 70 })).toMatchObject({
      status: 'missed',
      days_late: null,
    });
  });

  it('judges growth by its ratio and says where the two methods disagree', async () => {
    // Statistics Canada, CIF 0.37 -> 9.53 towards 60: "on track" by growth, far behind by pace.
    const g = await progress({ baseline_value: 0.37, value: 9.53, target_value: 60, method: 'growth' });
    expect(g).toMatchObject({
      status: 'on_track',
      pace_status: 'off_track',
      growth_status: 'on_track',
      methods_disagree: true,
    });
    expect(g.ratio).toBe(g.growth_ratio);
    expect((await progress({ baseline_value: 0.37, value: 9.53, target_value: 60 })).status).toBe('off_track');
  });

  it('scores an achieved target 5', async () => {
    expect((await progress({ value: 80, method: 'growth' })).growth_score).toBe(5);
  });

  it.each([
    ['zero_base', { baseline_value: 0 }],
    ['zero_target', { baseline_value: 100, target_value: 0, direction: -1 }],
    ['different_sign', { value: -5 }],
    ['different_sign', { baseline_value: -40 }],
    ['rank', { kind: 'rank', baseline_value: 60, target_value: 30, value: 45, direction: -1 }],
  ])('refuses growth (%s) and falls back to the pace', async (refusal, given) => {
    const g = await progress({ method: 'growth', ...given });
    expect(g).toMatchObject({
      refusal,
      growth_ratio: null,
      growth_score: null,
      growth_status: null,
      methods_disagree: false,
    });
    expect(g.ratio).toBe(g.pace);
    expect(g.ratio).not.toBeNull();
  });

  it('counts negative values like others: a deficit that shrinks is on its way', async () => {
    const g = await progress({ baseline_value: -40, target_value: -20, value: -30 });
    expect(g).toMatchObject({ achieved: 0.5, status: 'on_track' });
    expect(g.gap).toBeCloseTo(-30 - (-40 + (20 * 547) / 1096), 9);
    expect((await progress({ baseline_value: -40, target_value: -20, value: -50 })).status).toBe('deteriorating');
    // By growth, a base below zero turns the sign: from -40 to -30 is the right way.
    expect(
      (await progress({ baseline_value: -40, target_value: -20, value: -30, method: 'growth' })).growth_ratio
    ).toBeGreaterThan(0);
  });

  it.each([
    ['due on the day of the baseline', { due_date: '2023-12-31' }],
    ['without anything', { baseline_value: null, value: null, value_date: null }],
    ['whose value is older than its baseline', { value_date: '2023-06-30' }],
    ['whose value is of the baseline’s own day', { value_date: '2023-12-31' }],
    ['with a baseline and a target of zero', { baseline_value: 0, target_value: 0, value: -1 }],
    ['with numbers beyond all measure', { value: 1e150, baseline_value: -1e150 }],
  ])('gives one row and no error for a target %s', async (_what, given) => {
    const g = await progress(given as Partial<typeof USUAL>);
    expect(g.status).toMatch(/^(no_data|achieved|missed|breached|not_started)$/);
    const h = await progress({ ...(given as Partial<typeof USUAL>), method: 'growth' });
    expect(h.status).toBe(g.status);
  });

  it('does not count a value from before the baseline', async () => {
    expect(await progress({ value_date: '2023-06-30' })).toMatchObject({
      status: 'no_data',
      achieved: null,
      pace: null,
    });
  });

  it('has no pace for floors', async () => {
    expect(await progress({ kind: 'floor', target_value: 50 })).toMatchObject({
      expected_value: null,
      achieved: null,
      pace: null,
      gap: null,
      ratio: null,
      growth_ratio: null,
      required_rate: null,
    });
  });
});

describe('A forecast', () => {
  const ledger = useTestLedger();

  it('has Student’s distribution and quantiles agree with each other and with tables', async () => {
    const { rows } = await ledger.client.query(
      `SELECT max(abs(monitor.student_t_cdf(monitor.student_t_95(n), n) - 0.95)) AS worst,
              min(monitor.student_t_cdf(0, n)) AS middle, max(monitor.student_t_cdf(-1, n) + monitor.student_t_cdf(1, n)) AS symmetric
       FROM generate_series(1, 12) AS n`
    );
    expect(rows[0].worst).toBeLessThan(1e-6);
    expect(rows[0].middle).toBe(0.5);
    expect(rows[0].symmetric).toBeCloseTo(1, 12);
  });

  /** Sums for values one year apart, the last at the due date minus one year, all of weight 1. */
  const forecast = async (values: number[], target: number, limit: number | null = null) => {
    const { rows } = await ledger.client.query(
      `SELECT f.value, f.low, f.high, f.probability, f.reached_by::text
       FROM (SELECT count(*) AS n, count(*)::float8 AS sw, sum(x) AS sx, sum(y) AS sy, sum(x * x) AS sxx, sum(x * y) AS sxy, sum(y * y) AS syy
             FROM (SELECT o - 1 - cardinality($1::float8[])::float8 AS x, y FROM unnest($1::float8[]) WITH ORDINALITY AS v(y, o)) AS p) AS s
       CROSS JOIN LATERAL monitor.forecast(s.n, s.sw, s.sx, s.sy, s.sxx, s.sxy, s.syy, $2::float8, 1, $3::float8, '2030-12-31', '2029-12-31') f`,
      [values, target, limit]
    );
    return rows[0];
  };

  it('follows a straight line without doubt', async () => {
    expect(await forecast([10, 20, 30, 40], 45)).toEqual({
      value: 50,
      low: 50,
      high: 50,
      probability: 1,
      reached_by: '2030-07-01',
    });
    expect(await forecast([10, 20, 30, 40], 55)).toMatchObject({ probability: 0, reached_by: '2031-07-02' });
  });

  it('has the interval of an ordinary regression when all weights are equal', async () => {
    // y = 11, 19, 31, 39 at x = -4..-1: slope 9.6, line at 0 is 49; s² = 3.2/2, se = sqrt(1.6 (1 + 1/4 + 2.5²/5)).
    const f = await forecast([11, 19, 31, 39], 49);
    expect(f.value).toBeCloseTo(49, 9);
    expect(f.high - f.value).toBeCloseTo(2.919986 * Math.sqrt(1.6 * 2.5), 5);
    expect(f.value - f.low).toBeCloseTo(f.high - f.value, 9);
    expect(f.probability).toBeCloseTo(0.5, 9);
  });

  it('goes no further than the natural limit', async () => {
    expect(await forecast([70, 80, 90, 97], 100, 100)).toMatchObject({ value: 100, high: 100 });
  });

  it('says nothing from three observations', async () => {
    expect(await forecast([10, 20, 30], 45)).toBeUndefined();
  });
});
