import fs from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium to test with: the one named in CHROMIUM, or one in a usual place; undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM;
  return named ? (fs.existsSync(named) ? named : undefined) : USUAL.find((file) => fs.existsSync(file));
}

/** How every Chromium of ours is started: it asks no other host anything. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
