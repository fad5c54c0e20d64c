/**
 * `npm run e2e`: the build in a real Grafana that is already running with our plugins and our provisioning.
 * GRAFANA_URL (http://127.0.0.1:3000), GRAFANA_USER and GRAFANA_PASSWORD (admin) say where.
 */
import { defineConfig } from '@playwright/test';
import { findBrowser, QUIET } from './tests/browser/find-browser';

export default defineConfig({
  testDir: './tests/e2e',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 45_000 },
  forbidOnly: true,
  reporter: [['list']],
  outputDir: 'test-results/e2e',
  use: {
    baseURL: process.env.GRAFANA_URL ?? 'http://127.0.0.1:3000',
    viewport: { width: 1400, height: 900 },
    launchOptions: {
      executablePath: findBrowser(),
      args: QUIET,
    },
  },
});
