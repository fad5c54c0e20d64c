/** From an empty database to a ledger that shows data, as an Admin goes through it with nothing but the product. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { DATA_SOURCE_TYPE, DATABASE_URL, expect, inDatabase, test } from './grafana';

const PROJECT = path.resolve(__dirname, '..', '..');
const DATABASE = 'shigan_e2e_setup';
const READER = { user: 'shigan_e2e_reader', password: 'reads' };
const IMPORTER = { user: 'ledger_import', password: 'imports' };
const NAME = 'Ledger set up by hand';

async function forgetAll() {
  await inDatabase(undefined, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${READER.user}`);
    await client.query(`DROP ROLE IF EXISTS ${IMPORTER.user}`);
  });
}

test.skip(!DATABASE_URL, 'E2E_DATABASE_URL names no PostgreSQL: set it to a superuser’s URL.');
test.beforeEach(async ({ request }) => {
  await request.delete(`/api/datasources/name/${encodeURIComponent(NAME)}`);
  await forgetAll();
});
test.afterAll(forgetAll);

test('Setup leads from an empty database to data', async ({ createDataSourceConfigPage, page, context }, info) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(30_000);
  const server = new URL(DATABASE_URL);
  await inDatabase(undefined, async (client) => {
    await client.query(`CREATE DATABASE ${DATABASE}`);
    await client.query(`CREATE ROLE ${READER.user} LOGIN PASSWORD '${READER.password}'`);
  });

  // The connection: what is wrong is said in one sentence, and then there is no ledger yet.
  const settings = await createDataSourceConfigPage({ type: DATA_SOURCE_TYPE, name: NAME });
  await page.locator('#policy-host').fill('127.0.0.1:1');
  await page.locator('#policy-database').fill(DATABASE);
  await page.locator('#policy-user').fill(READER.user);
  await page.locator('#policy-password').fill(READER.password);
  await page.getByRole('combobox', { name: /^Encryption/ }).click();
  await page.getByRole('option', { name: /^None/ }).click();
  await page.getByRole('textbox', { name: /^Jurisdiction/ }).fill('*');
  await settings.saveAndTest();
  await expect(
    page.getByText(/No PostgreSQL answers at 127\.0\.0\.1:1|127\.0\.0\.1:1 没有 PostgreSQL 响应/)
  ).toBeVisible();
  await page.locator('#policy-host').fill(server.host);
  await settings.saveAndTest();
  await expect(page.getByText(/holds no ledger yet|还没有台账/)).toBeVisible();
  const { uid } = await (await context.request.get(`/api/datasources/name/${encodeURIComponent(NAME)}`)).json();

  // The schema, by the button.
  await page.goto(`/a/shigan-policy-app/setup?datasource=${uid}`);
  const step = (title: string) =>
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByText(title, { exact: true }) })
      .first();
  await expect(step('Connection to PostgreSQL').getByRole('img', { name: 'In place', exact: true })).toBeVisible();
  await expect(step("The ledger's schema").getByRole('img', { name: 'Not in place', exact: true })).toBeVisible();
  await page.screenshot({ path: info.outputPath('1-empty.png'), fullPage: true });
  await page.getByLabel('Database user').fill(decodeURIComponent(server.username));
  await page.locator('#install-password').fill('not the password');
  await page.getByRole('button', { name: 'Install the schema' }).click();
  await expect(page.getByText(/^The password of .* is wrong: enter it again\.$/)).toBeVisible();
  await page.locator('#install-password').fill(decodeURIComponent(server.password));
  await page.getByRole('button', { name: 'Install the schema' }).click();
  await expect(step("The ledger's schema").getByRole('img', { name: 'In place', exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await expect(step('Roles and jurisdiction').getByRole('img', { name: 'In place', exact: true })).toBeVisible();
  await expect(step('Data').getByRole('img', { name: 'Not in place', exact: true })).toBeVisible();
  await page.screenshot({ path: info.outputPath('2-installed.png'), fullPage: true });

  // The empty workbook.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the empty workbook' }).click();
  expect((await download).suggestedFilename()).toBe('ledger.xlsx');

  // The first data, by the commands that the page shows.
  const login = (await step('Data').locator('pre').nth(0).innerText()).replace(
    "PASSWORD 'PASSWORD'",
    `PASSWORD '${IMPORTER.password}'`
  );
  expect(login).toContain(IMPORTER.user);
  await inDatabase(DATABASE, (client) => client.query(login));
  const shown = await step('Data').locator('pre').nth(1).innerText();
  const url = /DATABASE_URL='?([^' ]+)'? npm run ledger -- import/
    .exec(shown)![1]
    .replace(':PASSWORD@', `:${IMPORTER.password}@`);
  await promisify(execFile)('npx', ['tsx', 'ledger/cli.ts', 'import', 'tests/ledger'], {
    cwd: PROJECT,
    env: { ...process.env, DATABASE_URL: url },
  });

  // The page looks by itself.
  await expect(step('Data').getByRole('img', { name: 'In place', exact: true })).toBeVisible({ timeout: 60_000 });
  await page.screenshot({ path: info.outputPath('3-data.png'), fullPage: true });
  await page.getByRole('link', { name: 'Open the overview' }).click();
  await expect(page.getByText('Test Province').first()).toBeVisible();
  await context.request.delete(`/api/datasources/uid/${uid}`);
});

test('what installs is refused to Editors, by the data source itself', async ({ context, playwright, baseURL }) => {
  const login = { user: 'shigan-e2e-editor', password: 'edits-e2e' };
  const { id } = await (
    await context.request.post('/api/admin/users', { data: { login: login.user, password: login.password } })
  ).json();
  await context.request.patch(`/api/org/users/${id}`, { data: { role: 'Editor' } });
  const editor = await playwright.request.newContext({ baseURL });
  try {
    await editor.post('/login', { data: login });
    const answer = await editor.post('/api/datasources/uid/shigan-ledger/resources/install?language=en-US', {
      data: {},
    });
    expect(answer.status()).toBe(403);
    expect((await answer.json()).message).toBe(
      'Only an Admin of the organisation may install or upgrade the ledger: ask one, or have an administrator of the database run ledger.sql.'
    );
  } finally {
    await editor.dispose();
    await context.request.delete(`/api/admin/users/${id}`);
  }
});
