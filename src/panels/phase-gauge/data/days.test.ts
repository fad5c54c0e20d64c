import { daysBetween, toDay } from './days';

test.each([
  [Date.parse('2026-10-31T00:00:00Z'), '2026-10-31'],
  [new Date('2026-10-31T23:59:59Z'), '2026-10-31'],
  ['2026-10-31', '2026-10-31'],
  ['2026/3/9', '2026-03-09'],
  ['2026-10-31T08:00:00+08:00', '2026-10-31'],
])('%p is the day %s', (value, expected) => {
  expect(toDay(value)).toBe(expected);
});

test.each([null, undefined, '', 'soon', '2026-02-30', NaN, Infinity, 1e300, true, '20261031', '2026-10-311'])(
  '%p is no day',
  (value) => {
    expect(toDay(value)).toBeNull();
  }
);

test('days are counted over leap years and backwards', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-10-31', '2024-12-31')).toBe(-669);
  expect(daysBetween(null, '2026-10-31')).toBeNull();
});
