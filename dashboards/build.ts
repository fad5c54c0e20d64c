/** Writes the dashboards as JSON: `npm run build:dashboards`. */
import fs from 'node:fs';
import path from 'node:path';
import { allDashboards, asJson } from './all';

const folder = path.join(__dirname, 'json');
fs.rmSync(folder, { recursive: true, force: true });
for (const file of allDashboards()) {
  const target = path.join(folder, file.path);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, asJson(file.dashboard));
}
