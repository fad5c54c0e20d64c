/** The panels' examples: the JSON is that of the code and runs on TestData alone. `src/panels/examples.test.ts` reads them. */
import fs from 'node:fs';
import path from 'node:path';
import type { Panel } from '@grafana/schema';
import { globSync } from 'glob';
import { asJson } from '../all';
import { LANGUAGES } from '../language';
import { allExamples } from './all';

const files = allExamples();

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

it('has three for each panel, in both languages, each under a uid of its own', () => {
  const named = (prefix: string) => files.filter((file) => path.basename(file.path).startsWith(prefix)).length;
  expect([named('gauge-'), named('heatmap-')]).toEqual([3 * LANGUAGES.length, 3 * LANGUAGES.length]);
  expect(new Set(files.map(({ dashboard }) => dashboard.uid)).size).toBe(files.length);
});

it('asks only Grafana’s own test data', () => {
  files
    .flatMap(({ dashboard }) => dashboard.panels as Panel[])
    .forEach(({ datasource, targets }) => {
      expect(datasource?.type).toBe('grafana-testdata-datasource');
      targets!.forEach(({ scenarioId }) => expect(scenarioId).toBe('csv_content'));
    });
});
