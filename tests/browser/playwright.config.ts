/**
 * The demo in a real browser: `npx playwright test -c tests/browser/playwright.config.ts`. Starts the demo once, or uses
 * the one that `DEMO_URL` names; the browser is the one that `CHROMIUM` names, or the first found in the usual places.
 */
import { defineConfig } from '@playwright/test';
import { findBrowser, QUIET } from './find-browser';

const browser = findBrowser();
if (!browser) {
  throw new Error('No browser is installed: install Chromium, or name one in the environment variable CHROMIUM.');
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/browser',
  globalSetup: require.resolve('./startDemo'),
  workers: 1,
  timeout: 180_000,
  // Patient: a busy machine is no mistake of the page.
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1600, height: 1200 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser,
      args: QUIET,
    },
  },
});
