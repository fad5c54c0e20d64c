/** How a person works with the editors in Grafana, and what the ledger answers to the same question. */
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { makePlaces, PROVINCE } from '../../ledger/sample/places';
import { POLICIES } from '../../ledger/sample/policies';
import { DATA_SOURCE, DATA_SOURCE_TYPE, expect } from './grafana';

/** The provisioned data source, as Grafana lists it. */
export const DATA_SOURCE_NAME = '政策台账 Policy ledger';
/** The same, as a dashboard names it. */
export const SOURCE = { uid: DATA_SOURCE, type: DATA_SOURCE_TYPE };
/** What the sample ledger holds. */
export const PLACES = makePlaces(1);
export const CITIES = PLACES.filter(({ tier }) => tier === 3);
export { POLICIES, PROVINCE };

/** What is read in that language. */
export const saying =
  (language: 'zh-Hans' | 'en-US') =>
  <T>(zh: T, en: T): T =>
    language === 'zh-Hans' ? zh : en;

/** Of a Chinese name its first two characters, as one types them. */
export const partOf = (name: string) => name.slice(0, 2);

/** Presses one of the buttons of a group. */
export async function press(root: Page | Locator, group: string, choice: string) {
  const button = root.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice, exact: true });
  await button.click();
  await expect(button).toBeChecked();
}

/** Types into a list and takes the choice of that name. */
export async function pick(
  root: Page | Locator,
  list: string | RegExp,
  typed: string,
  choice: string | RegExp = typed
) {
  const field = root.getByRole('combobox', { name: list, exact: true });
  await field.click();
  await field.fill(typed);
  const page = 'page' in root ? root.page() : root;
  await page.getByRole('option', { name: choice }).first().click();
  await page.keyboard.press('Tab');
}

/** A variable at the top of a dashboard, by its label. */
export const variable = (page: Page, label: string) =>
  page.getByTestId('data-testid template variable').filter({ has: page.getByText(label, { exact: true }) });

/** How many rows a panel's table has without its head, also those that are scrolled out of sight. */
export async function rowsOf(panel: Locator): Promise<number> {
  return Number(await panel.getByRole('grid').getAttribute('aria-rowcount')) - 1;
}

/** What the ledger answers to a query, by column. */
export async function columnsOf(
  request: APIRequestContext,
  query: Record<string, unknown>,
  source = DATA_SOURCE,
  from = 'now-2y'
): Promise<Record<string, unknown[]>> {
  const asked = { refId: 'A', datasource: { uid: source, type: DATA_SOURCE_TYPE }, schemaVersion: 1, ...query };
  const answer = await request.post('/api/ds/query', { data: { queries: [asked], from, to: 'now' } });
  const { results } = await answer.json();
  expect(results.A.error, JSON.stringify(query)).toBeUndefined();
  const [{ schema, data }] = results.A.frames;
  return Object.fromEntries(
    schema.fields.map(({ name }: { name: string }, i: number) => [name, data.values[i] as unknown[]])
  );
}

/** Keeps a dashboard for one test; `forget` takes it away again. */
export async function keepDashboard(request: APIRequestContext, dashboard: Record<string, unknown>): Promise<string> {
  const answer = await request.post('/api/dashboards/db', {
    data: { dashboard: { schemaVersion: 41, time: { from: 'now-2y', to: 'now' }, ...dashboard }, overwrite: true },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).uid;
}

export async function forget(request: APIRequestContext, uid: string) {
  await request.delete(`/api/dashboards/uid/${uid}`);
}
