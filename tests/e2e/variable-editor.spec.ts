/** Variables made by hand: the counties of a city, and the policies of the one that is chosen. */
import type { Page } from '@playwright/test';
import {
  CITIES,
  columnsOf,
  DATA_SOURCE_NAME,
  forget,
  keepDashboard,
  partOf,
  pick,
  PLACES,
  rowsOf,
  SOURCE,
  variable,
} from './editing';
import { complaintsOf, DATA_SOURCE, expect, test } from './grafana';

const UID = 'shigan-e2e-variables';
/** Counts the tasks of each policy, of what the variables name. */
const PANEL = {
  id: 1,
  type: 'table',
  title: 'Tasks by policy',
  gridPos: { x: 0, y: 0, w: 24, h: 18 },
  datasource: SOURCE,
  targets: [
    {
      refId: 'A',
      datasource: SOURCE,
      schemaVersion: 1,
      kind: 'tasks',
      view: 'summary',
      groupBy: 'policy',
      scope: { units: ['$county'], policies: ['$policy'] },
      format: 'table',
    },
  ],
};
const CITY = CITIES[0];
const COUNTIES = PLACES.filter(({ parent }) => parent === CITY.id);
const [FIRST, SECOND] = COUNTIES;

/** Begins a query variable of that name, on our data source. */
async function begin(page: Page, name: string) {
  await page
    .getByTestId('data-testid Call to action button Add variable')
    .or(page.getByRole('button', { name: 'New variable' }))
    .click();
  await page.getByTestId('data-testid Variable editor Form Name field').fill(name);
  const source = page.getByTestId('data-testid Select a data source');
  await source.fill(DATA_SOURCE_NAME);
  await page.getByRole('button', { name: DATA_SOURCE_NAME }).click();
}

const preview = (page: Page) => page.getByTestId('data-testid Variable editor Preview of Values option');

/** Takes another value of a variable at the top of the dashboard. */
async function take(page: Page, name: string, value: string) {
  const field = variable(page, name).getByRole('combobox');
  await field.click();
  await field.fill(value);
  await page.getByRole('option', { name: value, exact: true }).click();
}

test.beforeEach(async ({ context: { request } }) => {
  await keepDashboard(request, { uid: UID, title: UID, panels: [PANEL], templating: { list: [] } });
});
test.afterEach(async ({ context: { request } }) => {
  await forget(request, UID);
});

test('a variable offers the counties of a city, a second one the policies of the chosen county, and the panel follows', async ({
  context: { request },
  page,
}) => {
  const complaints = complaintsOf(page);
  const policiesOf = async (unit: string): Promise<Array<{ value: string; label: string }>> => {
    const asked = { list: 'policies', scope: { units: [unit] }, language: 'en-US' };
    return (await request.post(`/api/datasources/uid/${DATA_SOURCE}/resources/options`, { data: asked })).json();
  };
  const here = await policiesOf(FIRST.id);
  const there = await policiesOf(SECOND.id);
  expect(here).not.toEqual(there);

  // The units of one tier, within one unit.
  await page.goto(`/d/${UID}?editview=variables`);
  await begin(page, 'county');
  await pick(page, 'Within the unit', partOf(CITY.zh), CITY.en);
  await pick(page, 'Tiers', 'County');
  await page.getByTestId('data-testid Variable editor Run Query button').click();
  await expect(preview(page)).toHaveText(COUNTIES.map(({ en }) => en));

  // The policies of the one that is chosen.
  await page.getByTestId('data-testid Variable editor Apply button').click();
  await begin(page, 'policy');
  await pick(page, 'Offers', 'Policies');
  await pick(page, 'Within the unit', '$county');
  await page.getByTestId('data-testid Variable editor Run Query button').click();
  await expect(preview(page).first()).toHaveText(here[0].label);

  // Kept, and opened as a reader opens it.
  await page.getByTestId('data-testid Save dashboard button').click();
  await page.getByTestId('data-testid Save dashboard drawer button').click();
  await expect(page.getByText('Dashboard saved')).toBeVisible();
  await page.goto(`/d/${UID}`);
  const panel = page.getByTestId('data-testid panel content');
  await expect(panel.getByRole('gridcell', { name: here[0].label, exact: true })).toBeVisible();
  expect(await rowsOf(panel)).toBe(1);

  // Another county: its policies are offered, and the panel follows.
  await take(page, 'county', SECOND.en);
  await variable(page, 'policy').getByRole('combobox').click();
  // A long list keeps only what is in sight.
  const offered = async () => (await page.getByRole('option').allTextContents()).slice(0, 8);
  await expect.poll(offered).toEqual(there.slice(0, 8).map(({ label }) => label));
  const { total } = await columnsOf(request, {
    kind: 'tasks',
    view: 'summary',
    groupBy: 'policy',
    scope: { units: [SECOND.id], policies: [there[1].value] },
  });
  await page.getByRole('option', { name: there[1].label, exact: true }).click();
  await expect(panel.getByRole('gridcell', { name: there[1].label, exact: true })).toBeVisible();
  await expect(panel.getByRole('row').nth(1)).toContainText(String(total[0]));
  expect(complaints).toEqual([]);
});
