/** Events marked by hand on a panel's time axis. */
import { columnsOf, forget, keepDashboard, pick, POLICIES, SOURCE } from './editing';
import { complaintsOf, DATA_SOURCE, expect, test } from './grafana';

const UID = 'shigan-e2e-annotations';
const PANEL = {
  id: 1,
  type: 'timeseries',
  title: 'Arrears',
  gridPos: { x: 0, y: 0, w: 24, h: 14 },
  datasource: SOURCE,
  targets: [
    { refId: 'A', datasource: SOURCE, schemaVersion: 1, kind: 'tasks', view: 'trend', months: 60, format: 'table' },
  ],
};
const [POLICY] = POLICIES;

test.beforeEach(async ({ context: { request } }) => {
  await keepDashboard(request, { uid: UID, title: UID, time: { from: 'now-5y', to: 'now' }, panels: [PANEL] });
});
test.afterEach(async ({ context: { request } }) => {
  await forget(request, UID);
});

test('a new annotation marks phases and policies, then the events that are chosen, and they stand in the panel', async ({
  context: { request },
  page,
}) => {
  const question = { kind: 'annotations', view: 'rows', scope: { policies: [POLICY.id] }, language: 'en-US' };
  const { title } = await columnsOf(request, { ...question, events: ['policy_effective'] }, DATA_SOURCE, 'now-5y');
  expect(title).toHaveLength(1);

  await page.goto(`/d/${UID}?editview=annotations`);
  await page.getByTestId('data-testid Call to action button Add annotation query').click();
  await page.getByTestId('data-testid Annotations settings name input').fill('Policies');
  const sentence = page.getByText(/^Events in the whole jurisdiction, only A phase begins, A phase is due, .*5 in all/);
  await expect(sentence).toBeVisible();
  const result = page.getByTestId('data-testid annotations-query-result-container');
  await expect(result).toContainText(/[1-9]\d* events/);

  // One event of one policy.
  await page.getByRole('button', { name: 'Clear all' }).click();
  await pick(page, 'Policies', POLICY.shortZh.slice(0, 4), POLICY.en);
  await pick(page, 'Events', 'A policy takes effect');
  await expect(
    page.getByText(
      `Events in the whole jurisdiction, only ${POLICY.en}; A policy takes effect, within the time range: one mark per day and subject.`
    )
  ).toBeVisible();
  await page.getByTestId('data-testid annotations-test-button').click();
  await expect(result).toContainText('1 events');

  // What cannot be asked together is told.
  await pick(page, 'Events', 'Data are imported');
  await page.getByTestId('data-testid annotations-test-button').click();
  await expect(
    page.getByText(
      'An import is of the whole ledger and cannot be narrowed: ask for imports without units, policies or other lists.'
    )
  ).toBeVisible();
  await pick(page, 'Events', 'Data are imported');
  await page.getByTestId('data-testid annotations-test-button').click();
  await expect(result).toContainText('1 events');

  // Kept, and seen by a reader.
  await page.getByTestId('data-testid Save dashboard button').click();
  await page.getByTestId('data-testid Save dashboard drawer button').click();
  await expect(page.getByText('Dashboard saved')).toBeVisible();
  const complaints = complaintsOf(page);
  await page.goto(`/d/${UID}`);
  const mark = page.getByTestId('data-testid annotation-marker');
  await expect(mark).toHaveCount(1);
  await mark.hover();
  await expect(page.getByText(String(title[0])).first()).toBeVisible();
  await page.getByRole('switch', { name: 'Policies' }).press('Space');
  await expect(mark).toHaveCount(0);
  expect(complaints).toEqual([]);
});
