/** What operations copy into Grafana, alerting apart (alerts/provisioned.test.ts). */
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';

const FOLDER = path.join(__dirname, '..', 'provisioning');
const read = (file: string) => parse(fs.readFileSync(path.join(FOLDER, file), 'utf8'), { merge: true });

it('reads every file', () => {
  const files = globSync('**/*.yaml', { cwd: FOLDER });
  expect(files.length).toBeGreaterThanOrEqual(7);
  files.forEach((file) => expect(read(file).apiVersion).toBe(1));
});

it('keeps addresses and secrets in the environment', () => {
  const { jsonData, secureJsonData } = read('datasources/ledger.yaml').datasources[0];
  const values: string[] = [...Object.values<string>(jsonData), ...Object.values<string>(secureJsonData)];
  values.forEach((value) => expect(value).toMatch(/^\$\{[A-Z_]+\}$/));
  read('dashboards/dashboards.yaml').providers.forEach(({ options }: { options: { path: string } }) =>
    expect(options.path).toMatch(/^\$\{[A-Z_]+\}\//)
  );
});
