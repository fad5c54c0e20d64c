import { judge, type Judgeable } from './pace';

const phase: Judgeable = {
  kind: 'target',
  direction: 1,
  value: 84.1,
  valueDate: '2026-10-31',
  baseline: 78,
  baselineDate: '2023-12-31',
  target: 88,
  upper: null,
  start: '2025-01-01',
  due: '2027-05-31',
};
const asOf = '2026-10-31';
const status = (given: Partial<Judgeable>, day = asOf) => judge({ ...phase, ...given }, day).status;

test('expected value and gap follow a straight line from baseline to target', () => {
  const { expected, gap, pace } = judge(
    {
      ...phase,
      baselineDate: '2025-12-31',
      due: '2026-12-31',
      valueDate: '2026-07-01',
      baseline: 0,
      target: 100,
      value: 30,
    },
    asOf
  );
  expect(expected).toBeCloseTo((100 * 182) / 365);
  expect(gap).toBeCloseTo(30 - (100 * 182) / 365);
  expect(pace).toBeCloseTo(0.3 / (182 / 365));
});

test('the bands of the pace are 95 %, 60 % and 0', () => {
  const whole = { baselineDate: '2025-10-31', due: '2027-10-31', baseline: 0, target: 100 };
  expect(status({ ...whole, value: 47.5 })).toBe('on_track');
  expect(status({ ...whole, value: 47.4 })).toBe('at_risk');
  expect(status({ ...whole, value: 30 })).toBe('at_risk');
  expect(status({ ...whole, value: 29.9 })).toBe('off_track');
  expect(status({ ...whole, value: 0 })).toBe('off_track');
  expect(status({ ...whole, value: -0.1 })).toBe('deteriorating');
});

test('less can be better', () => {
  expect(status({ direction: -1, baseline: 60, target: 15, value: 15 })).toBe('achieved');
  expect(status({ direction: -1, baseline: 60, target: 15, value: 70 })).toBe('deteriorating');
});

test('an achieved target stays achieved after its due date, another is missed', () => {
  expect(status({ value: 88 }, '2028-01-01')).toBe('achieved');
  expect(status({ value: 87.9 }, '2028-01-01')).toBe('missed');
});

test('what has no value has no data, and what has not begun is not judged', () => {
  expect(status({ value: null })).toBe('no_data');
  expect(status({}, '2024-12-31')).toBe('not_started');
});

test('floors, ceilings and ranges are met or breached, including their limits', () => {
  expect(status({ kind: 'floor', target: 2, value: 2 })).toBe('met');
  expect(status({ kind: 'floor', target: 2, value: 1.99 })).toBe('breached');
  expect(status({ kind: 'ceiling', target: 2, value: 2 })).toBe('met');
  expect(status({ kind: 'ceiling', target: 2, value: 2.01 })).toBe('breached');
  expect(status({ kind: 'range', target: 75, upper: 85, value: 85 })).toBe('met');
  expect(status({ kind: 'range', target: 75, upper: 85, value: 85.1 })).toBe('breached');
});

test('a target equal to its baseline is to be held', () => {
  expect(status({ baseline: 88, value: 88 })).toBe('achieved');
  expect(status({ baseline: 88, value: 87 })).toBe('breached');
});

test('without dates or baseline a value short of the target is not judged', () => {
  expect(status({ baseline: null })).toBeNull();
  expect(status({ due: null })).toBeNull();
  expect(status({ baselineDate: null, start: null })).toBeNull();
  expect(status({ baselineDate: '2026-10-31', start: '2026-10-31' })).toBeNull();
});

test('a value older than one and a half reporting periods is stale, where the frame tells the period', () => {
  const old = { valueDate: '2026-09-01' };
  expect(status(old)).toBe('at_risk');
  expect(status({ ...old, reportingPeriod: 'quarter' })).toBe('at_risk');
  expect(status({ ...old, reportingPeriod: 'month' })).toBe('stale');
  expect(status({ ...old, reportingPeriod: '月' })).toBe('stale');
  expect(status({ ...old, reportingPeriod: 'month', kind: 'floor', target: 90 })).toBe('stale');
  expect(status({ ...old, reportingPeriod: 'month', value: 90 })).toBe('achieved');
  expect(status({ ...old, reportingPeriod: 'month', due: '2026-09-30' })).toBe('missed');
});
