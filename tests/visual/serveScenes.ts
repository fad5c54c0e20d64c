/** Builds what changed and serves the scenes with the demo's page, which needs neither a database nor a backend for them. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LANGUAGES } from '../../dashboards/language';
import { buildDemoPage, buildFrontend, DIST, PAGE } from '../../demo/build';
import { serve } from '../../demo/server/serve';
import { dashboardOf, SCENES } from './scenes';

const NO_LEDGER = () => Promise.reject(new Error('The scenes bring their own rows: none may ask the ledger.'));

/** Sets VISUAL_URL; returns how to end it. */
export default async function serveScenes(): Promise<() => Promise<void>> {
  await buildFrontend();
  await buildDemoPage();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'scenes-'));
  for (const language of LANGUAGES) {
    fs.mkdirSync(path.join(folder, language));
    for (const scene of SCENES) {
      fs.writeFileSync(path.join(folder, language, `${scene.name}.json`), JSON.stringify(dashboardOf(scene, language)));
    }
  }
  const { url, stop } = await serve(
    {
      dist: DIST,
      page: PAGE,
      dashboards: folder,
      examples: path.join(folder, 'none'),
      source: {
        uid: 'ledger',
        name: 'Ledger',
        type: 'shigan-policy-datasource',
        version: '0.0.0',
        jsonData: {},
        secrets: {},
      },
      backend: { query: NO_LEDGER, resource: NO_LEDGER, health: NO_LEDGER, close: () => {} },
      latestDay: null,
      timeZone: 'UTC',
      sample: true,
    },
    0
  );
  process.env.VISUAL_URL = url;
  return async () => {
    await stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
