/** Writes the dashboards and the panels' examples as JSON: `npm run build:dashboards`. */
import fs from 'node:fs';
import path from 'node:path';
import type { Dashboard } from '@grafana/schema';
import { allDashboards, asJson } from './all';
import { allExamples } from './examples/all';

function write(folder: string, files: Array<{ path: string; dashboard: Dashboard }>) {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const file of files) {
    const target = path.join(folder, file.path);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, asJson(file.dashboard));
  }
}

write(path.join(__dirname, 'json'), allDashboards());
write(path.join(__dirname, 'examples', 'json'), allExamples());
