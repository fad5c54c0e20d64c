/** @jest-environment jsdom */
/** The panels' examples: the JSON is that of the code, runs on TestData alone, and each panel reads all of its rows. */
import fs from 'node:fs';
import path from 'node:path';
import type { DataFrame } from '@grafana/data';
import type { Panel } from '@grafana/schema';
import { globSync } from 'glob';
import { frameOfCsv } from '../../demo/page/grafana/testData';
import { toGauges } from '../../src/panels/phase-gauge/data/gauges';
import { pointsOf } from '../../src/panels/phase-gauge/data/trajectories';
import { readCrossTable } from '../../src/panels/risk-heatmap/data/crossTable';
import { readGridText } from '../../src/panels/risk-heatmap/data/grid';
import { readRisks, type Risk } from '../../src/panels/risk-heatmap/data/risks';
import { asJson } from '../all';
import { allExamples } from './all';
import { AS_OF } from './example';

const files = allExamples();
const panelsOf = (file: (typeof files)[number]) => file.dashboard.panels as Panel[];
const framesOf = ({ targets = [] }: Panel): DataFrame[] =>
  targets.map(({ csvContent }) => frameOfCsv(csvContent as string));
const panels = files.flatMap((file) =>
  panelsOf(file).map((panel) => ({ name: `${file.path}, “${panel.title}”`, panel, frames: framesOf(panel) }))
);
const ofType = (type: string) => panels.filter(({ panel }) => panel.type === type);
const risksOf = (frames: DataFrame[]): Risk[] => {
  const reading = readRisks(frames, { mapping: {}, basis: 'current', rangeEnd: AS_OF, timeZone: 'utc' });
  if (reading.kind !== 'risks') {
    throw new Error(`The panel reads no risks but ${JSON.stringify(reading)}.`);
  }
  return reading.risks;
};

it('keeps as JSON exactly what the code makes', () => {
  const folder = path.join(__dirname, 'json');
  const kept = Object.fromEntries(
    globSync('**/*.json', { cwd: folder, posix: true }).map((file) => [
      file,
      fs.readFileSync(path.join(folder, file), 'utf8'),
    ])
  );
  expect(kept).toEqual(Object.fromEntries(files.map((file) => [file.path, asJson(file.dashboard)])));
});

it('gives every example a uid of its own', () => {
  expect(new Set(files.map(({ dashboard }) => dashboard.uid)).size).toBe(files.length);
});

it('asks only Grafana’s own test data', () => {
  panels.forEach(({ panel }) => {
    expect(panel.datasource?.type).toBe('grafana-testdata-datasource');
    panel.targets!.forEach(({ scenarioId }) => expect(scenarioId).toBe('csv_content'));
  });
});

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
