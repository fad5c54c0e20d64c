import { toGauges } from '../data/gauges';
import { seriesFrame, targetsFrame, THREE_PHASES } from '../data/targets.fixture';
import { pointsOf } from '../data/trajectories';
import { plotOf } from './trajectoryPlot';

const frames = [targetsFrame(THREE_PHASES), seriesFrame({ '2024-06-30': 79, '2025-06-30': 81.5, '2026-10-31': 84.1 })];
const { gauges, asOf } = toGauges(frames, {}, Date.UTC(2026, 9, 31), ['value']);
const plot = (width: number, height: number) =>
  plotOf(gauges[0], pointsOf(frames, {}, gauges).get(gauges[0].key)!, asOf, width, height);

test.each([
  [320, 144],
  [480, 160],
  [800, 320],
  [2000, 900],
])('at %i × %i the words of each target stand at its own line', (width, height) => {
  const { targets } = plot(width, height);
  expect(targets.map(({ label }) => label?.text.replace('target ', ''))).toEqual(['95%', '88%', '80%']);
  for (const { label, y } of targets) {
    expect(Math.abs(label!.y + label!.height / 2 - y)).toBeLessThanOrEqual(14);
  }
});

test('words and lines stay within the chart', () => {
  const { targets, top, bottom, width } = plot(320, 144);
  for (const { label, y } of targets) {
    expect(label!.x + label!.width).toBeLessThanOrEqual(width);
    expect(y).toBeGreaterThanOrEqual(top);
    expect(label!.y + label!.height).toBeLessThanOrEqual(bottom);
  }
});
