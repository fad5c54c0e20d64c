/** The build as Grafana runs it: registered, provisioned, drawn, evaluated. */
import type { Page } from '@playwright/test';
import { complaintsOf, DATA_SOURCE, expect, test } from './grafana';

const PLUGINS = [
  'shigan-policy-app',
  'shigan-policy-datasource',
  'shigan-phasegauge-panel',
  'shigan-riskheatmap-panel',
];
const DASHBOARDS = ['overview', 'targets', 'tasks', 'risks', 'unit', 'policy'];
/** Grafana's own name of a language, by the ending of our dashboards' uids. */
const LANGUAGES = { zh: 'zh-Hans', en: 'en-US' };

interface Rule {
  name: string;
  health: string;
  state: string;
  lastError?: string;
  lastEvaluation: string;
  alerts?: Array<{ state: string; labels: Record<string, string>; annotations: Record<string, string>; value: string }>;
}

async function settled(page: Page) {
  await page.waitForLoadState('networkidle');
  await expect(page.getByLabel('Panel loading bar')).toHaveCount(0, { timeout: 30_000 });
  await page.waitForTimeout(500);
}

/** Panels further down load when they come into sight, and may be taken away again when they leave it. */
async function seeAll(page: Page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 600) {
    await page.evaluate((y) => window.scrollTo(0, y), top);
    await settled(page);
    await expect(page.getByTestId(/Panel status error/)).toHaveCount(0);
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(page.getByTestId('data-testid panel content').first()).toBeVisible();
  await settled(page);
}

test('all four plugins are registered', async ({ context: { request } }) => {
  for (const id of PLUGINS) {
    const answer = await request.get(`/api/plugins/${id}/settings`);
    expect(answer.status(), id).toBe(200);
  }
});

test('the provisioned data source is healthy and says what it found', async ({ context: { request } }) => {
  const answer = await request.get(`/api/datasources/uid/${DATA_SOURCE}/health`);
  const { status, message } = await answer.json();
  expect(message).toBeTruthy();
  expect(status, message).toBe('OK');
});

for (const language of ['zh', 'en'] as const) {
  for (const theme of ['dark', 'light']) {
    for (const name of DASHBOARDS) {
      test(`dashboard ${name} draws without error (${language}, ${theme})`, async ({ context, page }, info) => {
        await context.request.patch('/api/user/preferences', { data: { language: LANGUAGES[language] } });
        const complaints = complaintsOf(page);
        await page.goto(`/d/shigan-${name}-${language}?theme=${theme}`);
        await settled(page);
        const panels = page.getByTestId('data-testid panel content');
        await expect(panels.first()).toBeVisible();
        await seeAll(page);
        await page.screenshot({ path: info.outputPath(`${name}-${language}-${theme}.png`) });
        await expect(page.getByTestId(/Panel status error/)).toHaveCount(0);
        await expect(page.getByText('Panel plugin not found')).toHaveCount(0);
        expect(complaints).toEqual([]);
      });
    }
  }
}

for (const name of ['overview', 'setup']) {
  test(`the app's page ${name} opens without error`, async ({ page }, info) => {
    const complaints = complaintsOf(page);
    await page.goto(`/a/shigan-policy-app/${name}`);
    await settled(page);
    await page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
    expect(new URL(page.url()).pathname).toBe(`/a/shigan-policy-app/${name}`);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(complaints).toEqual([]);
  });
}

test('the query editor opens in Explore and its default query runs', async ({ page }, info) => {
  const complaints = complaintsOf(page);
  const panes = { a: { datasource: DATA_SOURCE, queries: [], range: { from: 'now-2y', to: 'now' } } };
  await page.goto(`/explore?schemaVersion=1&orgId=1&panes=${encodeURIComponent(JSON.stringify(panes))}`);
  await settled(page);
  await page.screenshot({ path: info.outputPath('explore.png') });
  expect(new URL(page.url()).pathname).toBe('/explore');
  expect(complaints).toEqual([]);
});

test('every provisioned rule evaluates, and what is overdue fires', async ({ context: { request } }) => {
  const rules = async () => {
    const answer = await request.get('/api/prometheus/grafana/api/v1/rules');
    const { data } = await answer.json();
    return (data.groups as Array<{ rules: Rule[] }>).flatMap((group) => group.rules);
  };
  await expect
    .poll(async () => (await rules()).every((rule) => !rule.lastEvaluation.startsWith('0001')), { timeout: 80_000 })
    .toBe(true);
  const found = await rules();
  expect(found.length).toBeGreaterThanOrEqual(5);
  for (const rule of found) {
    expect(rule.health, `${rule.name}: ${rule.lastError ?? ''}`).toBe('ok');
  }
  const alerts = found.flatMap((rule) => rule.alerts ?? []);
  expect(alerts.filter((alert) => alert.labels.task_id && /Alerting|Pending/.test(alert.state)).length).toBeGreaterThan(
    0
  );
});
