import { permittedZone, placeOf, scaleOf, type Scaled } from './scale';

const phase = {
  baseline: 78 as number | null,
  target: 88 as number | null,
  upper: null as number | null,
  expected: null,
  forecast: null,
};
const item: Scaled = {
  kind: 'target',
  direction: 1,
  value: 84,
  previous: null,
  least: null,
  most: null,
  phases: [phase],
};

test('the way leads from the baseline to the furthest target', () => {
  const scale = scaleOf({ ...item, phases: [phase, { ...phase, target: 95 }, { ...phase, target: 80 }] });
  expect(scale).toEqual({ form: 'way', from: 78, to: 95 });
});

test('where less is better the way falls, and half of it is half of it', () => {
  const scale = scaleOf({ ...item, direction: -1, value: 35, phases: [{ ...phase, baseline: 60, target: 10 }] });
  expect(scale).toEqual({ form: 'way', from: 60, to: 10 });
  expect(placeOf(scale, 35)).toBe(0.5);
  expect(placeOf(scale, 70)).toBeLessThan(0);
  expect(placeOf(scale, 5)).toBeGreaterThan(1);
});

test('negative values have a way like others', () => {
  const scale = scaleOf({ ...item, value: -10, phases: [{ ...phase, baseline: -20, target: 0 }] });
  expect(placeOf(scale, -10)).toBe(0.5);
});

test('without a baseline, or with a target that is the baseline, there is no way to go', () => {
  expect(scaleOf({ ...item, phases: [{ ...phase, baseline: null }] }).form).toBe('level');
  expect(scaleOf({ ...item, phases: [{ ...phase, target: 78 }] }).form).toBe('level');
  expect(scaleOf({ ...item, phases: [{ ...phase, target: 70 }] }).form).toBe('level');
});

test('a later phase that asks for progress makes a way even if the first only holds the baseline', () => {
  expect(scaleOf({ ...item, phases: [{ ...phase, target: 78 }, phase] }).form).toBe('way');
});

test('floors, ceilings, ranges and ranks are levels; yes and no an answer', () => {
  for (const kind of ['floor', 'ceiling', 'range', 'rank']) {
    expect(scaleOf({ ...item, kind }).form).toBe('level');
  }
  expect(scaleOf({ ...item, kind: 'yes_no' }).form).toBe('answer');
});

test('every number known lies within a level, with a margin', () => {
  const scale = scaleOf({ ...item, kind: 'floor', value: 1.62, phases: [{ ...phase, baseline: null, target: 2 }] });
  expect(placeOf(scale, 1.62)).toBeGreaterThan(0.05);
  expect(placeOf(scale, 2)).toBeLessThan(0.95);
});

test('the first rank stands at the right', () => {
  const scale = scaleOf({
    ...item,
    kind: 'rank',
    direction: -1,
    value: 47,
    phases: [{ ...phase, baseline: 62, target: 30 }],
  });
  expect(placeOf(scale, 1)).toBe(1);
  expect(placeOf(scale, 47)!).toBeLessThan(placeOf(scale, 30)!);
});

test('a scale without any number, or with only zeros, can still be drawn', () => {
  const bare = { baseline: null, target: null, upper: null, expected: null, forecast: null };
  expect(scaleOf({ ...item, value: null, phases: [bare] })).toEqual({ form: 'level', from: 0, to: 1 });
  const zero = scaleOf({ ...item, value: 0, phases: [{ ...bare, target: 0, baseline: 0 }] });
  expect(zero.to).toBeGreaterThan(zero.from);
});

test('limits open the zone on their own side', () => {
  const scale = { form: 'level' as const, from: 0, to: 100 };
  expect(permittedZone(scale, 'floor', 1, 40, null)).toEqual([0.4, 1]);
  expect(permittedZone(scale, 'ceiling', -1, 40, null)).toEqual([0, 0.4]);
  expect(permittedZone(scale, 'range', 1, 40, 60)).toEqual([0.4, 0.6]);
  expect(permittedZone(scale, 'target', -1, 40, null)).toEqual([0, 0.4]);
  expect(permittedZone(scale, 'floor', 1, null, null)).toBeNull();
});

test('on a falling scale the top ranks are the zone at the right', () => {
  expect(permittedZone({ form: 'level', from: 101, to: 1 }, 'rank', -1, 31, null)).toEqual([0.7, 1]);
});
