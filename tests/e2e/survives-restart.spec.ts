/** Everything is still there after Grafana was restarted. */
import type { APIRequestContext } from '@playwright/test';
import { askGrafana, DATA_SOURCE, expect, logIn, settled, test } from './grafana';

/** An address that restarts Grafana when something is posted to it, and answers when it is back. */
const RESTART_URL = process.env.E2E_RESTART_URL ?? '';

async function whatIsThere(request: APIRequestContext) {
  const rules = await askGrafana<Array<{ uid: string }>>(request, '/api/v1/provisioning/alert-rules');
  const dashboards = await askGrafana<Array<{ uid: string }>>(request, '/api/search?type=dash-db&limit=1000');
  const points = await askGrafana<Array<{ uid: string }>>(request, '/api/v1/provisioning/contact-points');
  const app = await askGrafana<{ enabled: boolean; pinned: boolean }>(
    request,
    '/api/plugins/shigan-policy-app/settings'
  );
  const health = await askGrafana<{ status: string; message: string }>(
    request,
    `/api/datasources/uid/${DATA_SOURCE}/health`
  );
  const ours = (found: Array<{ uid: string }>) =>
    found
      .map(({ uid }) => uid)
      .filter((uid) => uid.startsWith('shigan-'))
      .sort();
  return {
    rules: ours(rules),
    dashboards: ours(dashboards),
    points: ours(points),
    app: [app.enabled, app.pinned],
    health,
  };
}

test('rules, dashboards, contact points, app and data source survive a restart of Grafana', async ({
  context,
  page,
}) => {
  test.skip(!RESTART_URL, 'E2E_RESTART_URL is not set: nobody here may restart Grafana (docs/tests.md).');
  test.setTimeout(240_000);
  const before = await whatIsThere(context.request);
  expect(before.rules.length).toBeGreaterThan(8);
  expect(before.dashboards.length).toBeGreaterThanOrEqual(12);
  const answer = await context.request.post(RESTART_URL, { timeout: 180_000 });
  expect(answer.status()).toBe(204);
  await logIn(context);
  expect(await whatIsThere(context.request)).toEqual(before);
  await page.goto('/d/shigan-overview-en');
  await settled(page);
  await expect(page.getByTestId('data-testid panel content').first()).toBeVisible();
  await expect(page.getByTestId(/Panel status error/)).toHaveCount(0);
});
