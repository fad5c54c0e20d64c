import { type Browser, expect, type Locator, type Page, test as base } from '@playwright/test';
import { differenceOf, distance, fillOf, shapeOf } from './pixels';
import {
  languageOf,
  type Look,
  type Scene,
  SCENES,
  type Sight,
  SIGHTS,
  STATUS_LIGHTS,
  themeOf,
  uidOfScene,
} from './scenes';

/** Pages that are open, with what sets how their reader sees: the setting lasts as long as its session. */
interface Opened {
  page: Page;
  see: (sight: Sight | 'none') => Promise<void>;
}

/** One page for each look, kept from scene to scene: the product's code is loaded four times and not sixty. */
const test = base.extend<object, { opened: (look: Look) => Promise<Opened> }>({
  opened: [
    async ({ browser }, use) => {
      const pages = new Map<Look, Promise<Opened>>();
      await use((look) => {
        const known = pages.get(look) ?? open(browser, look);
        pages.set(look, known);
        return known;
      });
    },
    { scope: 'worker' },
  ],
});

for (const scene of SCENES) {
  for (const look of scene.looks) {
    const picture = `${scene.name}-${look}`;
    test(`${picture} looks as accepted`, async ({ opened }) => {
      const page = await show(await opened(look), scene, look);
      await expect(
        page,
        `${picture} differs from its reference: compare its -actual, -expected and -diff picture in test-results/visual, then mend the panel or accept what it shows now (docs/tests.md).`
      ).toHaveScreenshot(`${picture}.png`);
    });
  }
}

test.describe('The comparison', () => {
  const scene = sceneNamed('gauge-bars');

  test('sees that a single mark is missing', async ({ opened }) => {
    const page = await show(await opened('en-light'), scene, 'en-light');
    await markOf(page, 'on_track').evaluate((mark) => (mark.style.visibility = 'hidden'));
    await expect(page).not.toHaveScreenshot('gauge-bars-en-light.png');
  });

  test('sees that two statuses were mixed up', async ({ opened }) => {
    const page = await show(await opened('zh-dark'), scene, 'zh-dark');
    const risky = await markOf(page, 'at_risk').innerHTML();
    await markOf(page, 'on_track').evaluate((mark, shape) => (mark.innerHTML = shape), risky);
    await expect(page).not.toHaveScreenshot('gauge-bars-zh-dark.png');
  });

  test('sees that a mark lost its colour', async ({ opened }) => {
    const page = await show(await opened('zh-light'), scene, 'zh-light');
    await markOf(page, 'on_track').evaluate((mark) => (mark.style.filter = 'grayscale(1)'));
    await expect(page).not.toHaveScreenshot('gauge-bars-zh-light.png');
  });

  test('sees one digit that changed', async ({ opened }) => {
    const page = await show(await opened('en-dark'), scene, 'en-dark');
    await page.getByText('84.4%', { exact: true }).evaluate((value) => (value.textContent = '84.1%'));
    await expect(page).not.toHaveScreenshot('gauge-bars-en-dark.png');
  });
});

for (const sight of SIGHTS) {
  test.describe(`With ${sight}`, () => {
    test('every light of a target has a mark of its own shape', async ({ opened }) => {
      const page = await show(await opened('en-light'), { ...sceneNamed('gauge-bars'), sight }, 'en-light');
      const shapes: Array<[light: string, shape: boolean[]]> = [];
      for (const [status, light] of Object.entries(STATUS_LIGHTS)) {
        shapes.push([light, await shapeOf(markOf(page, status))]);
      }
      for (const [light, shape] of shapes) {
        expect(shape.filter(Boolean).length, `a mark of ${light} is seen`).toBeGreaterThan(12);
        for (const [other, its] of shapes.filter(([each]) => each !== light)) {
          expect(differenceOf(shape, its), `${light} and ${other} differ in shape`).toBeGreaterThan(20);
        }
      }
    });

    for (const look of ['en-light', 'en-dark'] as const) {
      test(`neighbouring levels of the risk grid differ in colour (${look})`, async ({ opened }) => {
        const page = await show(await opened(look), { ...sceneNamed('heatmap-matrix'), sight }, look);
        const fills: Array<Awaited<ReturnType<typeof fillOf>>> = [];
        for (const level of ['Very low', 'Low', 'Medium', 'High', 'Extreme']) {
          fills.push(await fillOf(page.getByRole('gridcell', { name: new RegExp(`: ${level}, \\d+ risk`) }).first()));
        }
        const steps = fills.slice(1).map((fill, at) => distance(fill, fills[at]));
        // src/panels/risk-heatmap/data/palette.test.ts asks for order, too.
        steps.forEach((step) => expect(step).toBeGreaterThan(6));
      });
    }
  });
}

function sceneNamed(name: string): Scene {
  const scene = SCENES.find((each) => each.name === name);
  if (!scene) {
    throw new Error(`There is no scene ${name}: it was renamed in scenes.ts, so rename it here, too.`);
  }
  return scene;
}

async function open(browser: Browser, look: Look): Promise<Opened> {
  const context = await browser.newContext({
    locale: languageOf(look) === 'zh-Hans' ? 'zh-CN' : 'en-GB',
    timezoneId: 'UTC',
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  });
  await context.addInitScript((choice) => localStorage.setItem('shigan.demo', JSON.stringify(choice)), {
    language: languageOf(look),
    theme: themeOf(look),
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2026-11-01T08:00:00Z'));
  await page.goto(`${process.env.VISUAL_URL}/d-solo/nothing`);
  await expect(page.getByRole('alert')).toBeVisible();
  await fixFonts(page);
  const session = await context.newCDPSession(page);
  return { page, see: async (type) => void (await session.send('Emulation.setEmulatedVisionDeficiency', { type })) };
}

/**
 * Inter comes with the page; what it lacks, Chinese above all, is to come from one font alone and not from whatever else
 * is installed. So the second family that Grafana names stands for that font.
 *
 * @throws Error with one sentence where it is not installed.
 */
async function fixFonts(page: Page) {
  await page.addStyleTag({
    content: `@font-face { font-family: Helvetica; font-weight: 100 900; src: local('NotoSansCJKsc-Regular'), local('Noto Sans CJK SC'); }`,
  });
  const isThere = await page.evaluate(() =>
    document.fonts.load('12px Helvetica', '政').then(
      (faces) => faces.length > 0,
      () => false
    )
  );
  if (!isThere) {
    throw new Error(
      'The font Noto Sans CJK SC is missing: install it (Debian: fonts-noto-cjk), for the pictures are drawn with it.'
    );
  }
}

/** Leads a page to a scene at its size, and waits until it stands there. */
async function show({ page, see }: Opened, scene: Scene, look: Look): Promise<Page> {
  const { width, height, act, sight = 'none', media = 'screen' } = scene;
  // Away from the scene before: this one must be drawn anew.
  await follow(page, '/d-solo/nothing');
  await expect(page.getByRole('alert')).toBeVisible();
  await see(sight);
  await page.emulateMedia({ media });
  await page.setViewportSize({ width, height });
  await page.mouse.move(0, 0);
  await follow(page, `/d-solo/${uidOfScene(scene, languageOf(look))}?panelId=1`);
  await expect(drawn(page)).toBeVisible();
  await expect(
    page.locator('[aria-label*="loading bar"], [aria-label="面板加载中"], [data-testid="Spinner"]')
  ).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  if (act === 'open the fullest cell') {
    await (await fullestCell(page)).click();
    await expect(page.locator('main ul li').first()).toBeVisible();
    await page.mouse.move(0, 0);
  } else if (act === 'point at the first mark') {
    await page.locator('main [data-gauge]').first().hover();
    await expect(page.getByRole('tooltip')).toBeVisible();
  }
  return page;
}

/** Follows a link of the demo's own page, which changes the scene without loading the page anew. */
const follow = (page: Page, address: string) =>
  page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, address);

/** The first thing that a panel draws: a figure, a table, or a sentence in place of one. */
const drawn = (page: Page): Locator =>
  page
    .locator('main [data-testid="data-testid panel content"] :is(svg, canvas, [role="status"], [role="alert"])')
    .first();

/** The mark of the first phase in the row of the indicator that has this status. */
const markOf = (page: Page, status: string): Locator =>
  page.locator(`[data-gauge$="${status}"] [data-phase="0"] svg`).first();

/** The cell of the matrix with the most risks. */
async function fullestCell(page: Page): Promise<Locator> {
  const cells = page.locator('main [role="gridcell"]');
  const counts = (await cells.allTextContents()).map((text) => Number(text.match(/\d+/)?.[0] ?? 0));
  return cells.nth(counts.indexOf(Math.max(...counts)));
}
