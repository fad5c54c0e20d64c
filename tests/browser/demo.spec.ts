import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { allExamples } from '../../dashboards/examples/all';
import { type Language, LANGUAGES, NAMES, uidOf } from '../../dashboards/language';
import manifest from '../../plugin.json';

const APP_PAGES = manifest.includes
  .filter((include) => include.type === 'page')
  .map((include) => (include as { path: string }).path.replace('%PLUGIN_ID%', manifest.id));

/** The panels' examples; the pictures of tests/visual show the panels in every theme, so here one for each language will do. */
const examplesIn = (language: Language, theme: string) =>
  allExamples()
    .filter((example) => example.language === language && theme === (language === 'zh-Hans' ? 'light' : 'dark'))
    .map(({ dashboard }) => `/d/${dashboard.uid}`);

/** What a reader must never see in place of a value. */
const BROKEN_WORDS = /\bNaN\b|\bundefined\b|\[object Object\]|Invalid Date|\$\{\w+/;

for (const language of LANGUAGES) {
  for (const theme of ['dark', 'light'] as const) {
    test.describe(`In ${language} and ${theme}`, () => {
      let context: BrowserContext;
      // One context: the second page finds the first one's code in the browser's cache.
      test.beforeAll(async ({ browser }) => {
        context = await browser.newContext({ locale: language === 'zh-Hans' ? 'zh-CN' : 'en-GB' });
        await choose(context, language, theme);
      });
      test.afterAll(() => context.close());

      const dashboards = NAMES.map((name) => `/d/${uidOf(name, language)}`);
      for (const place of [...APP_PAGES, ...dashboards, ...examplesIn(language, theme)]) {
        test(`${place} shows itself whole, without an error, and readable for all`, async () => {
          const page = await context.newPage();
          const complaints = listen(page);
          await open(page, place);

          await expect(page.getByRole('note')).toContainText('Grafana');
          await expect(page.locator('main h1, main h2').first()).toBeVisible();
          expect(await panelErrors(page)).toEqual([]);
          expect(await page.locator('main').innerText()).not.toMatch(BROKEN_WORDS);
          expect(complaints).toEqual([]);
          expect(await barriers(page)).toEqual([]);
          await page.close();
        });
      }
    });
  }
}

test.describe('Moving about', () => {
  let context: BrowserContext;
  test.beforeAll(async ({ browser }) => {
    context = await browser.newContext();
    await choose(context, 'en-US', 'dark');
  });
  test.afterAll(() => context.close());

  test('a link from a table leads to the unit and keeps the time range', async () => {
    const page = await context.newPage();
    const complaints = listen(page);
    await open(page, `/d/${uidOf('overview', 'en-US')}`);
    const range = new URL(page.url()).searchParams.get('to');
    await page
      .locator(`main [role="grid"] a[href*="/d/${uidOf('unit', 'en-US')}"]`)
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`/d/${uidOf('unit', 'en-US')}.*var-unit=`));
    await settled(page);
    expect(Date.parse(new URL(page.url()).searchParams.get('to') ?? '')).toBe(Date.parse(range ?? ''));
    expect(complaints).toEqual([]);
  });

  test('a filter narrows the panels that know it, and the one that does not says so', async () => {
    const page = await context.newPage();
    const complaints = listen(page);
    await open(page, `/d/${uidOf('tasks', 'en-US')}?var-filters=${encodeURIComponent('policy|=|P003')}`);
    await expect(page.getByRole('button', { name: /^Not narrowed by the dashboard's filter “Policy”/ })).toHaveCount(1);
    await page.getByPlaceholder('+ filter').click();
    await expect(page.getByRole('option', { name: 'Risk category' })).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test('an address that only Grafana has says so', async () => {
    const page = await context.newPage();
    await page.goto(`${process.env.DEMO_URL}/explore`);
    await expect(page.getByText('Only Grafana has this page')).toBeVisible();
  });

  // The last one: the reader's choice stays.
  test('the language switch shows the same dashboard in the other language', async () => {
    const page = await context.newPage();
    await open(page, `/d/${uidOf('risks', 'en-US')}`);
    await page.getByRole('radio', { name: '中文' }).click();
    await expect(page).toHaveURL(new RegExp(`/d/${uidOf('risks', 'zh-Hans')}`));
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    await expect(page.getByRole('heading', { name: '风险', exact: true })).toBeVisible();
  });
});

test('another web page in the same browser cannot read the ledger', async ({ request }) => {
  const foreign = await request.post(`${process.env.DEMO_URL}/api/ds/query`, {
    headers: { origin: 'http://elsewhere.example' },
    data: { queries: [], from: '0', to: '1' },
  });
  expect(foreign.status()).toBe(403);
});

/** Makes language and theme the reader's choice, until the page itself changes it. */
async function choose(context: BrowserContext, language: string, theme: string) {
  await context.addInitScript(
    (choice) => localStorage.getItem('shigan.demo') ?? localStorage.setItem('shigan.demo', JSON.stringify(choice)),
    { language, theme }
  );
}

async function open(page: Page, place: string) {
  await page.goto(process.env.DEMO_URL + place);
  await settled(page);
}

/** Collects what the browser complains about: console errors, exceptions, answers of 400 and above. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on(
    'response',
    (response) => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`)
  );
  return complaints;
}

/** Waits until the page stands, no request is under way and nothing says that it is loading. */
async function settled(page: Page) {
  await expect(page.locator('main h1, main h2').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(
    page.locator('[data-testid="Spinner"], [aria-label*="loading bar"], [aria-label="面板加载中"]')
  ).toHaveCount(0);
  await expect(page.locator('[aria-label*="Loading indicator"]')).toHaveCount(0);
  await expect(page.locator('main [role="status"]', { hasText: /正在加载|Loading/ })).toHaveCount(0);
}

async function panelErrors(page: Page): Promise<string[]> {
  const marks = page.locator('[data-testid="data-testid Panel status error"]');
  return Promise.all(
    (await marks.all()).map(async (mark) => (await mark.getAttribute('aria-label')) ?? 'a panel failed')
  );
}

/**
 * Where @grafana/ui writes numbers in the plain colours of thresholds, and the time zone in orange: as it does in Grafana,
 * where contrast is its matter. Everything else in these parts, and all that is ours, is held to.
 */
const COLOURED_BY_GRAFANA = '.rdg-cell, [data-drawn-by="grafana-ui"], [data-testid*="TimePicker"]';

/** Serious obstacles for people with disabilities, as axe finds them. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found: string[] = [];
  for (const { id, impact, nodes } of violations) {
    for (const { html, target, failureSummary } of impact === 'serious' || impact === 'critical' ? nodes : []) {
      const theirs =
        id === 'color-contrast' &&
        (await page
          .locator(String(target[0]))
          .first()
          .evaluate((node, of) => node.closest(of) !== null, COLOURED_BY_GRAFANA));
      if (!theirs) {
        found.push(`${id}: ${html.slice(0, 200)} ${failureSummary?.replace(/\s+/g, ' ').slice(0, 250)}`);
      }
    }
  }
  return found;
}
