import { type Phase, toGauges } from './gauges';
import { bandsOf, dayNumber, fanOf, holdingPhases, pathOf, pathOn } from './paths';
import { day, type Row, targetsFrame, THREE_PHASES } from './targets.fixture';

const gaugeOf = (rows: Row[]) => toGauges([targetsFrame(rows)], {}, 0).gauges[0];
const gauge = gaugeOf(THREE_PHASES);
const span: [number, number] = [dayNumber('2023-12-31')!, dayNumber('2029-12-31')!];
const named = (phases: Phase[]) => bandsOf(phases, span).map((b) => [b.phase.id, b.from, b.to]);

test('phases follow each other', () => {
  expect(named(gauge.phases)).toEqual([
    ['short', dayNumber('2024-01-01'), dayNumber('2024-12-31')],
    ['medium', dayNumber('2025-01-01'), dayNumber('2027-05-31')],
    ['long', dayNumber('2027-05-31'), dayNumber('2028-12-31')],
  ]);
});

test('of overlapping phases that which is due first holds', () => {
  const all = gaugeOf(THREE_PHASES.map((row) => ({ ...row, start_date: day('2024-01-01') })));
  expect(named(all.phases).map(([id, from]) => [id, from])).toEqual([
    ['short', dayNumber('2024-01-01')],
    ['medium', dayNumber('2024-12-31')],
    ['long', dayNumber('2027-05-31')],
  ]);
  expect(holdingPhases(all.phases)('2024-06-30')?.id).toBe('short');
  expect(holdingPhases(all.phases)('2025-06-30')?.id).toBe('medium');
  expect(holdingPhases(all.phases)('2029-06-30')).toBeNull();
});

test('a phase without dates reaches over the whole time, one that ends before another is over has none', () => {
  const open = gaugeOf([{ start_date: null, due_date: null }]);
  expect(named(open.phases)).toEqual([['medium', ...span]]);
  const twins = gaugeOf([{ phase: 'a' }, { phase: 'b' }]);
  expect(named(twins.phases)).toHaveLength(1);
});

test('a path leads from the baseline to the target on its due date', () => {
  const [short] = gauge.phases;
  expect(pathOn(gauge, short, '2023-12-31')).toBe(78);
  expect(pathOn(gauge, short, '2024-12-31')).toBe(80);
  expect(pathOn(gauge, short, '2024-07-01')).toBeCloseTo(79, 5);
  expect(pathOn(gauge, short, '2025-01-01')).toBeNull();
  expect(pathOn(gauge, short, '2023-12-30')).toBeNull();
});

test.each([
  ['a floor', { kind: 'floor' }],
  ['a ceiling', { kind: 'ceiling' }],
  ['a range', { kind: 'range' }],
  ['yes or no', { kind: 'yes_no' }],
  ['a target to be held', { baseline_value: 88 }],
  ['an unknown baseline', { baseline_value: null }],
  ['an unknown target', { target_value: null }],
  ['an unknown due date', { due_date: null }],
  ['a due date before the baseline', { due_date: day('2020-01-01') }],
])('%s has no path', (_, row) => {
  const one = gaugeOf([row]);
  expect(pathOf(one, one.phases[0])).toBeNull();
});

test('the forecast opens from the latest observation to the due dates ahead', () => {
  const fan = fanOf(gauge.phases, { day: '2026-10-31', value: 84.1 });
  expect(fan?.stops).toEqual([
    { day: dayNumber('2026-10-31'), value: 84.1, low: 84.1, high: 84.1 },
    { day: dayNumber('2027-05-31'), value: 86.4, low: 83, high: 89 },
    { day: dayNumber('2028-12-31'), value: 86.4, low: 83, high: 89 },
  ]);
});

test('without an observation, or with every due date past, there is no forecast', () => {
  expect(fanOf(gauge.phases, undefined)).toBeNull();
  expect(fanOf(gauge.phases, { day: '2029-01-31', value: 90 })).toBeNull();
});
