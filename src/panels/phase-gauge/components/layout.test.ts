import { toGauges } from '../data/gauges';
import { targetsFrame, THREE_PHASES } from '../data/targets.fixture';
import { ARC_HEIGHT, BAR_COLUMN_GAP, barLayout, CELL_GAP, radialLayout, radialScale } from './layout';
import { fittingSize, textWidth } from './textWidth';

const sizes = [100, 150, 200, 300, 600, 1000, 1400, 2000].flatMap((w) =>
  [80, 150, 200, 320, 700].map((h) => [w, h] as const)
);

describe.each([1, 3, 12, 60])('%i radial gauges', (count) => {
  test.each(sizes)('fit into %i × %i', (width, height) => {
    for (const phases of [1, 3]) {
      const layout = radialLayout(width, height, { count, phases, wantsWords: true });
      expect(layout.columns * layout.cellWidth + (layout.columns - 1) * CELL_GAP).toBeLessThanOrEqual(width);
      expect(layout.gaugeSize).toBeLessThanOrEqual(layout.cellWidth);
      expect(layout.gaugeSize * ARC_HEIGHT).toBeLessThanOrEqual(Math.max(layout.cellHeight, 40));
      expect(layout.wordsWidth).toBeLessThanOrEqual(layout.cellWidth);
    }
  });
});

test('many gauges always keep their names and marks, and rather scroll', () => {
  for (const [width, height] of sizes.filter(([w]) => w >= 200)) {
    const layout = radialLayout(width, height, { count: 60, phases: 3, wantsWords: true });
    expect(layout.hasTitle).toBe(true);
    expect(layout.words).not.toBe('none');
  }
});

test('narrow panels drop words before marks', () => {
  expect(radialLayout(600, 300, { count: 1, phases: 3, wantsWords: true })).toMatchObject({
    words: 'beside',
    lines: 3,
  });
  expect(radialLayout(300, 200, { count: 1, phases: 3, wantsWords: true }).lines).toBeLessThan(3);
  expect(radialLayout(200, 130, { count: 1, phases: 3, wantsWords: true }).words).toBe('row');
});

test('words that are not wanted are not given room', () => {
  expect(radialLayout(600, 300, { count: 1, phases: 3, wantsWords: false }).words).toBe('row');
});

const { gauges } = toGauges([targetsFrame(THREE_PHASES)], {}, 0);
const phases = gauges[0].phases.map(({ id, name }) => ({ id, name }));
const bars = (width: number, height = 300) =>
  barLayout(width, height, gauges, ['A rather long name of an indicator'], phases, 1, true);

test.each([150, 200, 300, 420, 600, 1000, 2000])('the columns of bars fit into %i px', (width) => {
  const layout = bars(width);
  const columns = [
    layout.name,
    layout.baseline,
    layout.scale,
    layout.value,
    layout.date,
    ...layout.phases,
  ].filter((w) => w > 0);
  const used = layout.stacked
    ? layout.scale + layout.phases.reduce((a, b) => a + b, 0)
    : columns.reduce((a, b) => a + b, 0) + (columns.length - 1) * BAR_COLUMN_GAP;
  expect(used).toBeLessThanOrEqual(width);
});

test('wide bars name the targets, narrow ones only mark them, very narrow ones stand in two lines', () => {
  expect(bars(900)).toMatchObject({ stacked: false, phaseWords: true });
  expect(bars(520)).toMatchObject({ stacked: false, phaseWords: false });
  expect(bars(250)).toMatchObject({ stacked: true });
});

test('a number of a bar is never cut: its column is as wide as it, or is not there', () => {
  const [gauge] = toGauges(
    [targetsFrame([{ unit_of_measure: 'count', baseline_value: 1_234_567_890, target_value: 9_876_543_210 }])],
    {},
    0
  ).gauges;
  const at = (width: number) =>
    barLayout(width, 300, [gauge], ['Grain'], [{ id: gauge.phases[0].id, name: 'Long term' }], 0, true);
  const target = textWidth('9,876,543,210', 12);
  for (const width of [560, 640, 900, 1400]) {
    const { phases: [phase], phaseWords, baseline } = at(width); // prettier-ignore
    expect(!phaseWords || phase >= target).toBe(true);
    expect(baseline === 0 || baseline >= textWidth('1,234,567,890', 11)).toBe(true);
  }
  expect(at(1400)).toMatchObject({ phaseWords: true });
});

test('Chinese letters count as squares, and text shrinks only as far as it can be read', () => {
  expect(textWidth('政策', 10)).toBeGreaterThanOrEqual(20);
  expect(fittingSize('84.1%', 200, 9, 40)).toBe(40);
  expect(fittingSize('84.1%', 60, 9, 40)).toBeLessThan(40);
  expect(fittingSize('1,234,567,890.12 亿元', 60, 9, 40)).toBeNull();
});

test('a large panel enlarges its gauges with their words, a small or a full one does not', () => {
  expect(radialScale(1300, 700, { count: 1, phases: 3, wantsWords: true })).toBe(1.8);
  expect(radialScale(1800, 800, { count: 3, phases: 3, wantsWords: true })).toBeGreaterThan(1.3);
  expect(radialScale(480, 240, { count: 1, phases: 3, wantsWords: true })).toBe(1);
  expect(radialScale(1300, 700, { count: 20, phases: 3, wantsWords: true })).toBe(1);
});

test('a few gauges in a wide panel stand beside each other', () => {
  expect(radialLayout(1000, 440, { count: 3, phases: 3, wantsWords: true }).columns).toBe(3);
});

test('where there is room, a phase also says what is expected and forecast', () => {
  const content = { count: 1, phases: 3, outlooks: 2, wantsWords: true };
  expect(radialLayout(700, 400, content).lines).toBe(4);
  expect(radialLayout(520, 230, content).lines).toBeLessThan(4);
  expect(radialLayout(700, 400, { ...content, outlooks: 0 }).lines).toBe(3);
});
