import { STATUSES } from '../../src/status/statuses';
import { REGISTERS } from '../../src/workbook';
import { useTestLedger } from '../postgres/testing';
import { holidaysOf } from './holidays';
import { DEFAULT_AS_OF, loadSample, sampleLedger } from './index';
import { makePlaces } from './places';

const rowsOf = (batches: ReturnType<typeof sampleLedger>, register: string) =>
  batches.flatMap(({ sheets }) => sheets.filter(({ name }) => name === register).flatMap(({ rows }) => rows.slice(1)));

describe('the sample', () => {
  const batches = sampleLedger();

  it('is the same for the same seed and date, and another for another', () => {
    // As text: comparing a million cells one by one takes Jest a minute.
    const text = JSON.stringify(batches);
    expect(JSON.stringify(sampleLedger()) === text).toBe(true);
    expect(JSON.stringify(sampleLedger({ seed: 2 })) === text).toBe(false);
  });

  it('has a province of 11 cities, 90 counties and about 1,000 townships with names of their own', () => {
    const places = makePlaces(1);
    const count = (tier: number) => places.filter((place) => place.tier === tier).length;
    expect([count(2), count(3), count(4)]).toEqual([1, 11, 90]);
    expect(count(5)).toBeGreaterThan(900);
    expect(count(5)).toBeLessThan(1100);
    expect(new Set(places.map(({ zh }) => zh)).size).toBe(places.length);
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    expect(places.every(({ id }) => id.startsWith('99'))).toBe(true);
  });

  it('has 40 policies, about 2,500 tasks, 150 risks and 60 months of observations that end on the as-of date', () => {
    expect(rowsOf(batches, 'policy')).toHaveLength(40);
    expect(Math.abs(rowsOf(batches, 'task').length - 2500)).toBeLessThan(50);
    expect(rowsOf(batches, 'risk')).toHaveLength(150);
    const periods = new Set(
      rowsOf(batches, 'observation')
        .filter((row) => row[1] === 'implementation_rate')
        .map((row) => row[2])
    );
    expect(periods.size).toBe(60);
    expect([...periods].sort().pop()).toBe(DEFAULT_AS_OF);
  });

  it('fills every register that is not about another grid', () => {
    const used = new Set(batches.flatMap(({ sheets }) => sheets.map(({ name }) => name)));
    expect(REGISTERS.map(({ name }) => name).filter((name) => !used.has(name))).toEqual(['risk_level', 'risk_grid']);
  });

  it('refuses a date that is none', () => expect(() => sampleLedger({ asOf: '2026-02-30' })).toThrow(/is no day/));
});

describe('the holidays', () => {
  it('are those that were announced, with the adjusted workdays', () => {
    const days = new Map(holidaysOf('2026-01-01', '2026-12-31').map(({ day, working }) => [day, working]));
    expect(days.get('2026-10-01')).toBe(false);
    expect(days.get('2026-10-10')).toBe(true);
    expect(days.has('2026-10-12')).toBe(false);
  });

  it('of a year that nobody announced are left out', () => expect(holidaysOf('2090-01-01', '2090-12-31')).toEqual([]));
});

describe('the sample, loaded', () => {
  const ledger = useTestLedger();
  const statusesOf = async (sql: string) => (await ledger.readAs('*', sql)).map(({ status }) => status as string);

  const progress: number[] = [];
  beforeAll(() => loadSample(ledger.client, { onProgress: ({ done, total }) => progress.push(done / total) }), 300_000);

  it('told how far it was, to the end', () => {
    expect(progress).toHaveLength(35);
    expect(progress[progress.length - 1]).toBe(1);
  });

  it('shows every status there is', async () => {
    const found = [
      ...(await statusesOf(
        `SELECT DISTINCT status FROM monitor.target_status('2026-10-31', NULL, NULL, true, 'en-US')`
      )),
      ...(await statusesOf(`SELECT DISTINCT status FROM monitor.task_status('2026-10-31', NULL, true, 'en-US')`)),
      ...(await statusesOf(`SELECT DISTINCT status FROM monitor.risk_status('2026-10-31', NULL, true, 'en-US')`)),
      ...(await statusesOf(
        `SELECT DISTINCT status FROM monitor.report_status('2026-10-31', NULL, NULL, true, 'en-US')`
      )),
    ];
    expect(STATUSES.filter((status) => !found.includes(status))).toEqual([]);
  });

  it('knew less a year ago', async () => {
    const known = (day: string) =>
      ledger.readAs('*', 'SELECT count(*)::int AS count FROM ledger.observation WHERE recorded_at <= $1', [day]);
    const [[then], [now]] = [await known('2025-10-31T12:00:00Z'), await known('2026-10-31T12:00:00Z')];
    expect(then.count).toBeLessThan(now.count);
    expect(then.count).toBeGreaterThan(20_000);
  });

  it('stores nothing when it is loaded again', async () => {
    await expect(loadSample(ledger.client)).resolves.toBe(0);
  }, 120_000);
});
