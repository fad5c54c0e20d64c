import { timeSpan, timeTicks, valueSpan, valueTicks } from './axes';
import { toGauges } from './gauges';
import { dayNumber } from './paths';
import { day, type Row, targetsFrame, THREE_PHASES } from './targets.fixture';
import type { Point } from './trajectories';

const gaugeOf = (rows: Row[]) => toGauges([targetsFrame(rows)], {}, 0).gauges[0];
const point = (date: string, value: number): Point => ({
  day: date,
  value,
  expected: null,
  target: null,
  revised: false,
  earlier: [],
  hasLinks: false,
  links: () => [],
});
const write = (value: number) => String(value);
const spanOf = (from: string, to: string): [number, number] => [dayNumber(from)!, dayNumber(to)!];
const wide = () => 50;

describe('the time shown', () => {
  test('begins with the baseline and ends with the last due date', () => {
    expect(timeSpan(gaugeOf(THREE_PHASES), [], '2026-10-31')).toEqual(spanOf('2023-12-31', '2028-12-31'));
  });

  test('reaches the as-of day and every observation', () => {
    const span = timeSpan(gaugeOf(THREE_PHASES), [point('2020-01-01', 1)], '2030-06-30');
    expect(span).toEqual(spanOf('2020-01-01', '2030-06-30'));
  });

  test('has some width for a single day', () => {
    const lone = gaugeOf([{ baseline_date: null, start_date: null, due_date: null }]);
    const [from, to] = timeSpan(lone, [point('2026-10-31', 3)], '2026-10-31');
    expect(to - from).toBe(30);
  });
});

describe('the values shown', () => {
  const of = (row: Row, ...values: number[]) =>
    valueSpan(
      gaugeOf([{ forecast_value: null, ...row }]),
      values.map((value, i) => point(`2026-0${i + 1}-01`, value))
    );

  test('reach from below the lowest to above the highest of all that is known', () => {
    const [low, high] = of({}, 84);
    expect([low < 78, low > 76, high > 88, high < 90]).toEqual([true, true, true, true]);
  });

  test('a wide forecast does not flatten the rest', () => {
    const [low, high] = of(
      { forecast_value: 500, forecast_low: -1000, forecast_high: 1000, unit_of_measure: 'count' },
      84
    );
    expect(high - low).toBeLessThan(30);
  });

  test('shares end at 0 and 100%, unless they are beyond', () => {
    expect(of({ baseline_value: 0, target_value: 100 }, 50)).toEqual([0, 100]);
    expect(of({ baseline_value: -5, target_value: 100 }, 120)[1]).toBeGreaterThan(120);
    expect(of({ baseline_value: -5, target_value: 100 }, 120)[0]).toBeLessThan(-5);
  });

  test('a rank begins before the first', () => {
    expect(of({ kind: 'rank', baseline_value: 60, target_value: 1 }, 50)[0]).toBe(0.5);
  });

  test('a limit leaves room on the side that is forbidden', () => {
    const [low, high] = of({ kind: 'floor', baseline_value: null, target_value: 2, unit_of_measure: 'index' }, 3);
    expect([low <= 1.8, high >= 3.2]).toEqual([true, true]);
  });

  test.each([
    ['nothing known', { value: null, baseline_value: null, target_value: null }],
    ['all alike', { baseline_value: 5, target_value: 5 }],
    ['all zero', { baseline_value: 0, target_value: 0 }],
    ['yes or no', { kind: 'yes_no' }],
  ])('have some height with %s', (_, row) => {
    const [low, high] = of(row);
    expect(high).toBeGreaterThan(low);
  });
});

describe('ticks of values', () => {
  const ticks = (low: number, high: number, most: number) => valueTicks([low, high], most, write).map((t) => t.value);

  test('are round numbers', () => {
    expect(ticks(76.4, 96.6, 6)).toEqual([80, 85, 90, 95]);
    expect(ticks(-4.8, 6.9, 7)).toEqual([-4, -2, 0, 2, 4, 6]);
    expect(ticks(0, 0.31, 4)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks(0, 2.4e9, 4)).toEqual([0, 1e9, 2e9]);
  });

  test('never say the same twice: what is written without decimals stands at whole numbers', () => {
    expect(valueTicks([0.5, 3.2], 8, (v) => v.toFixed(0)).map((t) => t.text)).toEqual(['1', '2', '3']);
  });
});

describe('ticks of time', () => {
  const texts = (from: string, to: string, room: number) => timeTicks(spanOf(from, to), room, wide).map((t) => t.text);

  test('are years over some years', () => {
    expect(texts('2023-12-31', '2028-12-31', 400)).toEqual(['2024', '2025', '2026', '2027', '2028']);
  });

  test('are quarters where there is room for them', () => {
    expect(texts('2024-01-01', '2024-12-31', 400)).toEqual([
      '2024-01',
      '2024-03',
      '2024-05',
      '2024-07',
      '2024-09',
      '2024-11',
    ]);
    expect(texts('2024-01-01', '2024-12-31', 250)).toEqual(['2024-01', '2024-04', '2024-07', '2024-10']);
  });

  test('are decades over a lifetime', () => {
    expect(texts('1999-06-01', '2061-01-01', 400)).toEqual(['2000', '2010', '2020', '2030', '2040', '2050', '2060']);
  });

  test('are days over some weeks', () => {
    expect(texts('2026-10-01', '2026-10-20', 250)).toEqual(['10-01', '10-08', '10-15']);
  });

  test('stand never closer than their text allows', () => {
    for (const [to, room] of [
      ['2024-03-20', 300],
      ['2025-03-20', 200],
      ['2031-03-20', 120],
      ['2090-03-20', 120],
    ] as const) {
      const span = spanOf('2024-01-01', to);
      const places = timeTicks(span, room, wide).map((t) => ((t.day - span[0]) / (span[1] - span[0])) * room);
      expect(places.slice(1).every((place, i) => place - places[i] >= 48)).toBe(true);
    }
  });
});

test('a target far ahead keeps its day', () => {
  expect(timeSpan(gaugeOf([{ due_date: day('2060-12-31') }]), [], '2026-10-31')[1]).toBe(dayNumber('2060-12-31'));
});
