/** The data source's own settings, from a wrong port to a city's part of the ledger. */
import { CITIES, columnsOf, pick, PLACES } from './editing';
import { DATA_SOURCE_TYPE, DATABASE_URL, expect, inDatabase, test } from './grafana';

const NAME = 'Ledger of one city';
const READER = { user: 'shigan_e2e_city', password: 'reads-a-city' };
const CITY = CITIES[0];
const COUNTY = PLACES.find(({ parent }) => parent === CITY.id)!;
const WITHIN = PLACES.filter(({ id }) => id.startsWith(CITY.id.slice(0, 4)));

const forgetReader = () =>
  inDatabase(undefined, async (client) => {
    await client.query(`DROP ROLE IF EXISTS ${READER.user}`);
  });

test.skip(!DATABASE_URL, 'E2E_DATABASE_URL names no PostgreSQL: set it to a superuser’s URL.');
test.beforeEach(async ({ context: { request } }) => {
  await request.delete(`/api/datasources/name/${encodeURIComponent(NAME)}`);
  await forgetReader();
  await inDatabase(undefined, (client) =>
    client.query(`CREATE ROLE ${READER.user} LOGIN PASSWORD '${READER.password}' IN ROLE ledger_reader`)
  );
});
test.afterEach(async ({ context: { request } }) => {
  await request.delete(`/api/datasources/name/${encodeURIComponent(NAME)}`);
  await forgetReader();
});

test('a new data source is told what is wrong until it is right, and then shows one city', async ({
  context: { request },
  createDataSourceConfigPage,
  page,
}) => {
  const server = new URL(DATABASE_URL);
  const settings = await createDataSourceConfigPage({ type: DATA_SOURCE_TYPE, name: NAME });
  const says = async (sentence: RegExp, role: 'alert' | 'status' = 'alert') => {
    await settings.saveAndTest();
    await expect(page.getByRole(role).filter({ hasText: sentence })).toBeVisible();
  };
  await pick(page, /^Language/, '', 'English');
  await page.locator('#policy-host').fill('127.0.0.1:1');
  await page.locator('#policy-database').fill(server.pathname.slice(1));
  await page.locator('#policy-user').fill(READER.user);
  await page.locator('#policy-password').fill('not the password');
  await pick(page, /^Encryption/, '', /^None/);
  await page.getByRole('textbox', { name: /^Jurisdiction/ }).fill(CITY.id);

  await says(/^No PostgreSQL answers at 127\.0\.0\.1:1: check the address/);
  await page.locator('#policy-host').fill(server.host);
  await says(/^The password of shigan_e2e_city is wrong: enter it again\.$/);
  await page.getByRole('button', { name: 'Reset' }).first().click();
  await page.locator('#policy-password').fill(READER.password);
  await says(new RegExp(`^Policy ledger “.*”: ${WITHIN.length} units, latest observations`), 'status');

  // Once it answers, the jurisdiction is chosen by name, and only the city's units are there.
  const chosen = page.getByRole('combobox', { name: /^Jurisdiction/ });
  await expect(chosen).toHaveValue(CITY.en);
  await chosen.click();
  await expect(page.getByRole('option').first()).toHaveText('The whole ledger');
  await expect(page.getByRole('option').nth(1)).toHaveText(CITY.en);
  await expect(page.getByRole('option').nth(2)).toContainText(COUNTY.en);
  await page.keyboard.press('Escape');

  const { uid } = await (await request.get(`/api/datasources/name/${encodeURIComponent(NAME)}`)).json();
  const { unit_id } = await columnsOf(request, { kind: 'tasks', view: 'rows', limit: 10_000 }, uid);
  expect(unit_id.length).toBeGreaterThan(0);
  expect(unit_id.filter((id) => !WITHIN.some((place) => place.id === id))).toEqual([]);
  const options = await request.post(`/api/datasources/uid/${uid}/resources/options`, { data: { list: 'units' } });
  expect((await options.json()).map(({ value }: { value: string }) => value).sort()).toEqual(
    WITHIN.map(({ id }) => id).sort()
  );
});
