import { arcPath, pointAt, ringsOf } from './arc';

test('a ring begins at the lower left and ends at the lower right', () => {
  const [x0, y0] = pointAt(50, 50, 40, 0);
  const [x1, y1] = pointAt(50, 50, 40, 1);
  expect(x0).toBeLessThan(50);
  expect(x1).toBeGreaterThan(50);
  expect(y0).toBeCloseTo(y1);
  expect(pointAt(50, 50, 40, 0.5)).toEqual([50, 10]);
});

test('an arc without length draws nothing, and one past the half turn takes the long way', () => {
  expect(arcPath(50, 50, 40, 0.3, 0.3)).toBe('');
  expect(arcPath(50, 50, 40, 0, 0.6)).toContain(' 0 0 1 ');
  expect(arcPath(50, 50, 40, 0, 0.7)).toContain(' 0 1 1 ');
});

test.each([
  [40, 1],
  [84, 3],
  [200, 5],
  [340, 12],
])('%i px hold %i rings that do not touch', (size, phases) => {
  const { radii, thickness, free } = ringsOf(size, phases);
  expect(radii).toHaveLength(phases);
  radii.slice(1).forEach((radius, i) => expect(radius - radii[i]).toBeGreaterThan(thickness));
  expect(free).toBeGreaterThan(0);
  expect(radii[phases - 1] + thickness / 2).toBeLessThan(size / 2);
});
