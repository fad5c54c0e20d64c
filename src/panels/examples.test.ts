/** What the panels read of their examples (dashboards/examples): every row, and each is judged. */
import type { DataFrame } from '@grafana/data';
import type { Panel } from '@grafana/schema';
import { allExamples } from '../../dashboards/examples/all';
import { AS_OF } from '../../dashboards/examples/example';
import { frameOfCsv } from '../../demo/page/grafana/testData';
import { toGauges } from './phase-gauge/data/gauges';
import { pointsOf } from './phase-gauge/data/trajectories';
import { readCrossTable } from './risk-heatmap/data/crossTable';
import { readGridText } from './risk-heatmap/data/grid';
import { readRisks, type Risk } from './risk-heatmap/data/risks';

const panels = allExamples().flatMap(({ path, dashboard }) =>
  (dashboard.panels as Panel[]).map((panel) => ({
    name: `${path}, “${panel.title}”`,
    panel,
    frames: (panel.targets ?? []).map(({ csvContent }) => frameOfCsv(csvContent as string)),
  }))
);
const ofType = (type: string) => panels.filter(({ panel }) => panel.type === type);
const risksOf = (frames: DataFrame[]): Risk[] => {
  const reading = readRisks(frames, { mapping: {}, basis: 'current', rangeEnd: AS_OF, timeZone: 'utc' });
  if (reading.kind !== 'risks') {
    throw new Error(`The panel reads no risks but ${JSON.stringify(reading)}.`);
  }
  return reading.risks;
};

describe.each(ofType('shigan-phasegauge-panel'))('$name', ({ panel, frames }) => {
  const { gauges, problem } = toGauges(
    frames,
    {},
    Date.parse(AS_OF),
    panel.options!.form === 'trajectory' ? ['value'] : undefined
  );

  it('is read whole, and every phase is judged', () => {
    expect(problem).toBeNull();
    expect(gauges.reduce((sum, { phases }) => sum + phases.length, 0)).toBe(frames[0].length);
    gauges.forEach(({ phases }) => phases.forEach(({ status }) => expect(status).not.toBeNull()));
  });

  it('finds the observations of each indicator', () => {
    if (panel.options!.form === 'trajectory') {
      gauges.forEach(({ key }) => expect(pointsOf(frames, {}, gauges).get(key)!.length).toBeGreaterThanOrEqual(5));
    }
  });
});

describe.each(ofType('shigan-riskheatmap-panel').filter(({ panel }) => panel.options!.form === 'matrix'))(
  '$name',
  ({ panel, frames }) => {
    const { grid } = readGridText(panel.options!.grid as Parameters<typeof readGridText>[0]);

    it('has a grid that is accepted', () => expect(grid).toBeDefined());

    it('says of each risk what its score and its appetite say', () => {
      risksOf(frames).forEach(({ title, scores, appetite, status }) => {
        const { likelihood, impact } = scores.current!;
        const level = likelihood === null ? null : grid!.cells[Number(likelihood) - 1][Number(impact) - 1];
        const verdict = level === null ? 'unscored' : level > appetite! ? 'above_appetite' : 'within_appetite';
        expect([title, status]).toEqual([title, verdict]);
      });
    });
  }
);

it.each(ofType('shigan-riskheatmap-panel').filter(({ panel }) => panel.options!.form === 'cross'))(
  '$name has every row in a cell',
  ({ panel, frames }) => {
    const table = readCrossTable(frames, panel.options!.cross as object, 'utc');
    expect(table.kind).toBe('cross');
    expect('total' in table && table.total.count).toBe(frames[0].length);
  }
);
