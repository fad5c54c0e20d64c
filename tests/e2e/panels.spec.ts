/** The panels on Grafana's own test data: the worked examples draw, actions are sent, months share the crosshair. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dashboard } from '@grafana/schema';
import type { APIRequestContext } from '@playwright/test';
import { allExamples } from '../../dashboards/examples/all';
import { ADMIN, complaintsOf, expect, logIn, settled, test } from './grafana';

const NAME = 'Shigan e2e test data';
const SOURCE = { type: 'grafana-testdata-datasource', uid: 'shigan-e2e-testdata' };
const uids = new Set<string>();

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  await logIn(context, ADMIN);
  const made = await context.request.post('/api/datasources', { data: { ...SOURCE, name: NAME, access: 'proxy' } });
  expect([200, 409]).toContain(made.status());
  await context.close();
});
test.afterAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  await logIn(context, ADMIN);
  for (const uid of uids) {
    await context.request.delete(`/api/dashboards/uid/${uid}`);
  }
  await context.request.delete(`/api/datasources/uid/${SOURCE.uid}`);
  await context.close();
});

/** Brings a dashboard to Grafana and returns its address, with the test data chosen. */
async function imported<T extends { uid?: string }>(request: APIRequestContext, dashboard: T): Promise<string> {
  const answer = await request.post('/api/dashboards/db', {
    data: { dashboard: { ...dashboard, id: null }, overwrite: true },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  uids.add(dashboard.uid!);
  return `/d/${dashboard.uid}?var-datasource=${SOURCE.uid}`;
}

const exampleNamed = (path: string): Dashboard => allExamples().find((example) => example.path === path)!.dashboard;

for (const { path, dashboard, language } of allExamples()) {
  test(`the example ${path} draws without error`, async ({ context, page }, info) => {
    await context.request.patch('/api/user/preferences', { data: { language } });
    const address = await imported(context.request, dashboard);
    const complaints = complaintsOf(page);
    await page.goto(`${address}&theme=${language === 'zh-Hans' ? 'dark' : 'light'}`);
    await settled(page);
    const panels = page.getByTestId('data-testid panel content');
    await expect(panels).toHaveCount(dashboard.panels!.length);
    await expect(panels.first().locator('svg, canvas').first()).toBeVisible();
    await expect(page.getByTestId(/Panel status error/)).toHaveCount(0);
    await page.screenshot({ path: info.outputPath('example.png') });
    expect(complaints).toEqual([]);
  });
}

/** A neighbour on loopback that keeps what is posted to it, and lets a page of another origin do so. */
async function neighbour() {
  const posted: Array<{ url?: string; body: string }> = [];
  const server = http.createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
    const body = (await request.toArray()).join('');
    if (request.method === 'POST') {
      posted.push({ url: request.url, body });
    }
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { posted, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}

test('an action of a risk asks, and then reaches its address with what the row says', async ({ context, page }) => {
  const { posted, url, stop } = await neighbour();
  try {
    const dashboard = structuredClone(exampleNamed('en-US/heatmap-risk-register.json')) as Dashboard & {
      panels: Array<{ fieldConfig: { overrides: Array<{ properties: unknown[] }> } }>;
    };
    dashboard.uid = 'shigan-e2e-action';
    dashboard.panels[0].fieldConfig.overrides[0].properties.push({
      id: 'actions',
      value: [
        {
          type: 'fetch',
          title: 'Remind the owner',
          confirmation: 'Remind ${__data.fields.owner}?',
          variables: [{ key: 'note', name: 'Note', type: 'string' }],
          fetch: {
            method: 'POST',
            url: `${url}/remind`,
            headers: [['Content-Type', 'application/json']],
            queryParams: [['risk', '${__data.fields.risk_id}']],
            body: '{"note":"$note"}',
          },
        },
      ],
    });
    await page.goto(await imported(context.request, dashboard));
    await settled(page);
    await page
      .getByRole('gridcell', { name: /Likely, impact 4 Major: High, 4 risks/ })
      .first()
      .click();
    await expect(page.getByRole('link', { name: 'Relocation not agreed' })).toHaveAttribute(
      'href',
      'https://example.org/risks/R002'
    );
    await page.getByRole('button', { name: 'Remind the owner' }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Remind Tan?');
    expect(posted).toEqual([]);
    await dialog.getByRole('textbox').fill('by Friday');
    await dialog.getByRole('button', { name: 'Run' }).click();
    await expect(page.getByText('“Remind the owner” is done.')).toBeVisible();
    expect(posted).toEqual([{ url: '/remind?risk=R002', body: '{"note":"by Friday"}' }]);
  } finally {
    stop();
  }
});

test('the month that one panel points at is marked in the other', async ({ context, page }) => {
  const dashboard = structuredClone(exampleNamed('en-US/heatmap-service-by-month.json'));
  const grid = dashboard.panels![0] as { targets: Array<Record<string, unknown>>; gridPos: object };
  const months = Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01T00:00:00Z,${at}`);
  const series = {
    ...grid,
    id: 2,
    type: 'timeseries',
    title: 'Series',
    fieldConfig: { defaults: {}, overrides: [] },
    options: {},
    targets: [{ ...grid.targets[0], csvContent: ['time,value', ...months].join('\n') }],
    transformations: [
      { id: 'convertFieldType', options: { conversions: [{ targetField: 'time', destinationType: 'time' }] } },
    ],
    gridPos: { x: 0, y: 12, w: 24, h: 8 },
  };
  await page.goto(
    await imported(context.request, { ...dashboard, uid: 'shigan-e2e-crosshair', panels: [grid, series] })
  );
  await page.setViewportSize({ width: 1400, height: 1200 });
  await settled(page);

  const view = page.getByRole('grid', { name: 'service × month' });
  const cursor = page.locator('.u-cursor-x');
  const marks = view.locator('canvas').nth(1);
  await expect(marks).toBeHidden();
  const box = (await view.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 100, { steps: 5 });
  const at = () => cursor.evaluate((line) => new DOMMatrix(getComputedStyle(line).transform).e);
  await expect.poll(at).toBeGreaterThan(0);
  const before = await at();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 100, { steps: 5 });
  await expect.poll(at).toBeGreaterThan(before);

  await page.mouse.move(box.x + box.width / 2, box.y - 200, { steps: 5 });
  await expect(marks).toBeHidden();
  const plot = (await page.locator('.u-over').boundingBox())!;
  await page.mouse.move(plot.x + plot.width * 0.8, plot.y + plot.height / 2, { steps: 5 });
  await expect(marks).toBeVisible();
});
