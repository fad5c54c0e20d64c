/** Questions built by hand, in a new dashboard's panel and in Explore: what is chosen is what is asked and shown. */
import type { Page } from '@playwright/test';
import {
  CITIES,
  columnsOf,
  DATA_SOURCE_NAME,
  forget,
  partOf,
  pick,
  press,
  PROVINCE,
  rowsOf,
  saying,
  SOURCE,
} from './editing';
import { complaintsOf, DATA_SOURCE, expect, test } from './grafana';

const CITY = CITIES[0];
const LIGHTS = { red: 'Red', yellow: 'Yellow', green: 'Green', grey: 'Grey (not known)' };

const editorIn = (page: Page) => page.getByLabel('Query editor row', { exact: true }).first();
const panelIn = (page: Page) => page.getByTestId('data-testid panel content').first();

function explore(query: object): string {
  const queries = [{ refId: 'A', datasource: SOURCE, schemaVersion: 1, format: 'table', ...query }];
  const panes = { a: { datasource: DATA_SOURCE, queries, range: { from: 'now-2y', to: 'now' } } };
  return `/explore?schemaVersion=1&orgId=1&panes=${encodeURIComponent(JSON.stringify(panes))}`;
}

for (const language of ['en-US', 'zh-Hans'] as const) {
  const say = saying(language);

  test(`a panel of a new dashboard counts a city's tasks by department, and keeps its question (${language})`, async ({
    context: { request },
    page,
  }, info) => {
    await request.patch('/api/user/preferences', { data: { language } });
    const complaints = complaintsOf(page);
    const expected = await columnsOf(request, {
      kind: 'tasks',
      view: 'summary',
      groupBy: 'department',
      scope: { units: [CITY.id], subordinates: false },
      language,
    });
    await page.goto('/dashboard/new');
    await page.getByTestId('data-testid Create new panel button').click();
    await page.getByRole('button', { name: DATA_SOURCE_NAME }).click();
    const editor = editorIn(page);
    await expect(
      editor.getByText(say(/全辖区的待处理事项/, /^What needs attention in the whole jurisdiction/))
    ).toBeVisible();

    await press(editor, say('查询对象', 'Ask about'), say('任务', 'Tasks'));
    await press(editor, say('呈现方式', 'Shown'), say('分组汇总', 'Counted by group'));
    await pick(editor, say('单位', 'Units'), partOf(CITY.zh), say(CITY.zh, CITY.en));
    await press(editor, say('下级单位', 'Units below'), say('不含', 'Left out'));
    await pick(editor, say('每行为一个', 'One row for each'), say('部门', 'Department'));
    const sentence = say(
      `截至时间范围的最后一天，${CITY.zh}本级的任务：按部门汇总，每组一行。`,
      `Tasks in ${CITY.en} alone, as of the end of the time range: counted, one row per group (Department).`
    );
    await expect(editor.getByText(sentence)).toBeVisible();

    await page.getByTestId('data-testid toggle-table-view').press('Space');
    const panel = panelIn(page);
    await expect.poll(() => rowsOf(panel)).toBe(expected.group_id.length);
    await expect(panel.getByRole('gridcell', { name: String(expected.group_name[0]), exact: true })).toBeVisible();
    await page.screenshot({ path: info.outputPath('built.png') });

    // Saved and opened again, it is the same question.
    await page.getByTestId('data-testid Save dashboard button').click();
    await page.getByTestId('Save dashboard title field').fill(`shigan-e2e-${Date.now()}`);
    await page.getByTestId('data-testid Save dashboard drawer button').click();
    await expect(page).toHaveURL(/\/d\/[\w-]+\//);
    const [, uid] = /\/d\/([\w-]+)\//.exec(page.url())!;
    try {
      await page.reload();
      await expect(editorIn(page).getByText(sentence)).toBeVisible();
      await page.getByTestId('data-testid toggle-table-view').press('Space');
      await expect.poll(() => rowsOf(panelIn(page))).toBe(expected.group_id.length);
      expect(complaints).toEqual([]);
    } finally {
      await forget(request, uid);
    }
  });

  test(`what cannot be asked together is told in one sentence (${language})`, async ({
    context: { request },
    page,
  }) => {
    await request.patch('/api/user/preferences', { data: { language } });
    await page.goto(explore({ kind: 'tasks', view: 'trend', scope: { policies: ['P001'] } }));
    await expect(
      page.getByText(
        say(
          'tasks 的 trend 视图不能按 policies 筛选：请去掉该条件或改用其他视图。',
          'The view trend of tasks cannot be narrowed by policies: remove them, or choose another view.'
        )
      )
    ).toBeVisible();
  });
}

test('Explore finds an indicator by part of its Chinese name, narrows by light, and keeps the question in its address', async ({
  context: { request },
  page,
}) => {
  const question = { kind: 'targets', view: 'rows', scope: { units: [PROVINCE.id], subordinates: false } };
  const of = { ...question, indicators: ['research_intensity'], language: 'en-US' };
  const { light, indicator } = await columnsOf(request, of);
  const [found] = light as Array<keyof typeof LIGHTS>;
  const expected = light.filter((each) => each === found).length;

  const complaints = complaintsOf(page);
  await page.goto(explore({ kind: 'attention', view: 'rows', scope: {} }));
  const editor = editorIn(page);
  await press(editor, 'Ask about', 'Phase targets');
  await pick(editor, 'Units', partOf(PROVINCE.zh), PROVINCE.en);
  await press(editor, 'Units below', 'Left out');
  await pick(editor, 'Indicators', '研发', String(indicator[0]));
  await pick(editor, 'Lights', LIGHTS[found]);
  const sentence = `Phase targets in ${PROVINCE.en} alone, only ${indicator[0]}; ${LIGHTS[found]}, as of the end of the time range: one row per indicator, unit and phase.`;
  await expect(editor.getByText(sentence)).toBeVisible();
  const rows = page
    .getByRole('table', { name: 'Explore Table' })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
  await expect(rows).toHaveCount(expected);

  await expect.poll(() => new URL(page.url()).searchParams.get('panes')).toContain(`"lights":["${found}"]`);
  await page.reload();
  await expect(editorIn(page).getByText(sentence)).toBeVisible();
  await expect(rows).toHaveCount(expected);
  expect(complaints).toEqual([]);
});
