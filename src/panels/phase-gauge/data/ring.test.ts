import { toGauges } from './gauges';
import { ringOf } from './ring';
import { day, targetsFrame } from './targets.fixture';

const ring = (row: Parameters<typeof targetsFrame>[0][number]) => {
  const [gauge] = toGauges([targetsFrame([row])], {}, 0).gauges;
  return ringOf(gauge, gauge.phases[0]);
};

test('the solid share is what is achieved of the way from baseline to this phase’s target', () => {
  expect(ring({ value: 83, expected_value: 85.5, forecast_value: 88 })).toEqual({
    form: 'way',
    achieved: 0.5,
    expected: 0.75,
    forecast: 1,
    beyond: null,
  });
});

test('beyond the scale the share is clipped and said to be beyond', () => {
  expect(ring({ value: 99 })).toMatchObject({ achieved: 1, beyond: 'over' });
  expect(ring({ value: 70 })).toMatchObject({ achieved: 0, beyond: 'under' });
});

test('nothing is expected by now once the due date has passed', () => {
  expect(ring({ due_date: day('2025-12-31'), status: 'missed' })).toMatchObject({ expected: null });
});

test('no value is no share, not a share of zero', () => {
  expect(ring({ value: null })).toMatchObject({ achieved: null });
});

test('a floor shows a point and a zone, yes and no an answer, no target an open ring', () => {
  expect(ring({ kind: 'floor', baseline_value: null })).toMatchObject({ form: 'level' });
  expect(ring({ kind: 'yes_no', value: 1 })).toEqual({ form: 'answer', yes: true });
  expect(ring({ kind: 'yes_no', value: null })).toEqual({ form: 'answer', yes: null });
  expect(ring({ target_value: null })).toEqual({ form: 'open' });
});
