/** Viewer, Editor and Admin see what they may, and no more. */
import type { APIRequestContext, Browser } from '@playwright/test';
import { ADMIN, expect, logIn, settled, test, type User } from './grafana';

const ROLES = ['Viewer', 'Editor'] as const;
const userOf = (role: string): User => ({ user: `shigan-e2e-${role.toLowerCase()}`, password: `sees-as-${role}` });
const ids: number[] = [];

test.beforeAll(async ({ playwright, baseURL }) => {
  const admin = await playwright.request.newContext({ baseURL });
  await admin.post('/login', { data: ADMIN });
  for (const role of ROLES) {
    const { user, password } = userOf(role);
    const made = await admin.post('/api/admin/users', { data: { login: user, password } });
    const found = made.ok()
      ? await made.json()
      : await (await admin.get(`/api/users/lookup?loginOrEmail=${user}`)).json();
    ids.push(found.id);
    await admin.put(`/api/admin/users/${found.id}/password`, { data: { password } });
    await admin.patch(`/api/org/users/${found.id}`, { data: { role } });
  }
  await admin.dispose();
});
test.afterAll(async ({ playwright, baseURL }) => {
  const admin = await playwright.request.newContext({ baseURL });
  await admin.post('/login', { data: ADMIN });
  for (const id of ids) {
    await admin.delete(`/api/admin/users/${id}`);
  }
  await admin.dispose();
});

/** What one who is logged in may do, asked of Grafana and of the data source. */
async function rightsOf(request: APIRequestContext) {
  const status = async (answer: Promise<{ status: () => number }>) => (await answer).status();
  const query = {
    queries: [{ refId: 'A', datasource: { uid: 'shigan-ledger' }, kind: 'tasks', view: 'summary' }],
    from: 'now-1y',
    to: 'now',
  };
  return {
    dashboard: await status(request.get('/api/dashboards/uid/shigan-overview-en')),
    query: await status(request.post('/api/ds/query', { data: query })),
    install: await status(request.post('/api/datasources/uid/shigan-ledger/resources/install', { data: {} })),
    settings: await status(
      request.put('/api/datasources/uid/shigan-ledger', { data: { name: 'x', type: 'shigan-policy-datasource' } })
    ),
    explore: await status(request.get('/explore')),
  };
}

async function as<T>(
  browser: Browser,
  baseURL: string | undefined,
  user: User,
  work: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<T>
) {
  const context = await browser.newContext({ baseURL });
  await logIn(context, user);
  await context.request.patch('/api/user/preferences', { data: { language: 'en-US' } });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

for (const role of ROLES) {
  test(`a ${role} reads dashboards and the overview, and neither sets up nor installs`, async ({
    browser,
    baseURL,
  }) => {
    await as(browser, baseURL, userOf(role), async (page) => {
      const rights = await rightsOf(page.request);
      expect(rights).toMatchObject({ dashboard: 200, query: 200, install: 403, settings: 403 });
      await page.goto('/a/shigan-policy-app/overview');
      await settled(page);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await expect(page.getByRole('link', { name: '设置 Setup' })).toHaveCount(0);
      await page.goto('/a/shigan-policy-app/setup');
      await settled(page);
      await expect(page.getByRole('button', { name: 'Check again' })).toHaveCount(0);
      await page.goto('/d/shigan-tasks-en');
      await settled(page);
      await expect(page.getByTestId(/Panel status error/)).toHaveCount(0);
    });
  });
}

test('an Admin opens Setup, where everything is ticked', async ({ page }) => {
  await page.goto('/a/shigan-policy-app/setup');
  await expect(page.getByRole('button', { name: 'Check again' })).toBeEnabled();
  for (const step of [
    'Connection to PostgreSQL',
    "The ledger's schema",
    'Roles and jurisdiction',
    'Data',
    'Dashboards',
  ]) {
    const line = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByText(step, { exact: true }) })
      .first();
    await expect(line.getByRole('img', { name: 'In place', exact: true }), step).toBeVisible();
  }
  await expect(
    page.getByText(/\d+ alert rules watch the ledger; \d+ alerts now\. They go to shigan-webhook\./)
  ).toBeVisible({
    timeout: 80_000,
  });
});
