/** The pictures of the panels: `npm run visual`. How they are compared stands here and nowhere else. */
import { defineConfig } from '@playwright/test';
import { findBrowser, QUIET } from '../browser/find-browser';

const browser = findBrowser();
if (!browser) {
  throw new Error('No browser is installed: install Chromium, or name one in the environment variable CHROMIUM.');
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/visual',
  snapshotPathTemplate: '{testDir}/references/{arg}{ext}',
  // A reference is written only by `npm run visual -- --accept`; a missing one is a failure.
  updateSnapshots: 'none',
  globalSetup: require.resolve('./serveScenes'),
  workers: 1,
  timeout: 60_000,
  expect: {
    // Patient: a busy machine is no mistake of the panel.
    timeout: 15_000,
    toHaveScreenshot: {
      // On one machine a scene is drawn alike to the pixel. Another version of the browser smooths the edges of letters a
      // little differently, so a pixel may be off by a tenth of the way from black to white (pixelmatch's measure), and
      // ten pixels by more. A digit that changes is more than that, and so is a mark: visual.spec.ts proves it.
      threshold: 0.1,
      maxDiffPixels: 10,
      animations: 'disabled',
      caret: 'hide',
      scale: 'css',
    },
  },
  reporter: [['list']],
  use: {
    launchOptions: {
      executablePath: browser,
      args: [
        ...QUIET,
        // The same letters on every machine.
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--force-color-profile=srgb',
        '--hide-scrollbars',
      ],
    },
  },
});
