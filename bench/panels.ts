/** How fast panels draw in a real Chromium: frames while a large heat grid is scrolled and hovered. */
import { type Browser, chromium, type Page } from '@playwright/test';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findBrowser, QUIET } from '../tests/browser/find-browser';
import { median, write } from './figures';
import { buildPage, type MeasuredPanel } from './panels/build';
import type { Mounted } from './panels/page';
import { heatGrid } from './panels/frames';

/** A frame at 60 Hz, in milliseconds. */
const FRAME = 1000 / 60;
const SIZE = { width: 1400, height: 800 };
const FRAMES = 180;

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

declare global {
  interface Window {
    mount?: (mounted: Mounted) => void;
    framesDuring?: (act: string, count: number) => Promise<number[]>;
  }
}

export interface Served {
  /** `http://127.0.0.1:<port>/` */
  address: string;
  browser: Browser;
  end: () => Promise<void>;
}

/** Builds the page and opens a browser for it. @throws Error with one sentence where there is no Chromium. */
export async function servePanel(panel: MeasuredPanel): Promise<Served> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error('There is no Chromium: install one, or name it in CHROMIUM.');
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shigan-panels-'));
  await buildPage(folder, panel);
  const server = http.createServer((request, response) => {
    const name = path.normalize(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1) || 'index.html';
    const file = path.join(folder, name);
    if (fs.existsSync(file)) {
      response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
      fs.createReadStream(file).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = await chromium.launch({
    executablePath,
    args: QUIET,
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    browser,
    end: async () => {
      await browser.close();
      server.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function openPanel(served: Served, query: string, mounted: Mounted): Promise<Page> {
  const page = await served.browser.newPage({ viewport: { width: mounted.width, height: mounted.height } });
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${served.address}?${query}`);
  await page.waitForFunction(() => window.mount);
  await page.evaluate((what) => window.mount!(what), mounted);
  return page;
}

/** Lengths of the frames (ms) that the page shows while `act` moves things on, once a frame. */
const framesDuring = (page: Page, act: string): Promise<number[]> =>
  page.evaluate(([source, count]) => window.framesDuring!(source, count), [act, FRAMES] as const);

const SCROLL = `
  const view = document.querySelector('[data-scroller]');
  view.scrollTop = (i * 37) % (view.scrollHeight - view.clientHeight);
  view.scrollLeft = (i * 23) % (view.scrollWidth - view.clientWidth);
`;

/** The pointer crosses one cell a frame, as fast as a hand can. */
const HOVER = `
  const view = document.querySelector('[data-scroller]');
  const box = view.getBoundingClientRect();
  const [x, y] = [box.left + 150 + (i * 31) % (box.width - 300), box.top + 130 + (i * 13) % (box.height - 200)];
  document.elementFromPoint(x, y).dispatchEvent(
    new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true, pointerType: 'mouse' })
  );
`;

function tell(name: string, lengths: number[]) {
  const sorted = [...lengths].sort((a, b) => a - b);
  const dropped = lengths.reduce((sum, length) => sum + Math.max(0, Math.round(length / FRAME) - 1), 0);
  const shown = (value: number) => value.toFixed(1);
  write([
    name,
    shown(median(lengths)),
    shown(sorted[Math.floor(sorted.length * 0.95)]),
    shown(sorted[sorted.length - 1]),
    String(dropped),
  ]);
}

/** Prints how long frames were, and how many were dropped. */
export async function printPanels() {
  const served = await servePanel('risk-heatmap');
  try {
    const mounted: Mounted = { ...SIZE, frames: [heatGrid(200, 100)], options: { form: 'cross' } };
    const page = await openPanel(served, '', mounted);
    await page.waitForTimeout(1000);
    write([`heat grid, 20,000 cells, ${FRAMES} frames`, 'median ms', '95 % ms', 'longest ms', 'dropped']);
    tell('nothing moves', await framesDuring(page, ''));
    tell('scrolled', await framesDuring(page, SCROLL));
    tell('hovered', await framesDuring(page, HOVER));
    await page.close();
  } finally {
    await served.end();
  }
}
