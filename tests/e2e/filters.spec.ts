/** The filters at the top of the shipped dashboards: offered by the ledger, kept in the address, told where they do nothing. */
import type { Page } from '@playwright/test';
import { columnsOf, POLICIES, saying, variable } from './editing';
import { complaintsOf, expect, settled, test } from './grafana';

const KEYS = [
  ['单位', 'Unit'],
  ['层级', 'Tier'],
  ['政策', 'Policy'],
  ['领域', 'Domain'],
  ['部门', 'Department'],
  ['指标', 'Indicator'],
  ['阶段', 'Phase'],
  ['风险类别', 'Risk category'],
  ['状态', 'Status'],
  ['状态灯', 'Light'],
];
const RURAL = POLICIES.filter(({ domain }) => domain === 'rural');
const [POLICY] = RURAL;

/** Chooses key, `=` and value in the field of the filters, as one types them. */
async function filter(page: Page, label: string, key: string, value: string) {
  const field = variable(page, label).getByRole('combobox').last();
  await field.click();
  await page.getByRole('option', { name: key, exact: true }).click();
  await page.getByRole('option', { name: '= ' }).first().click();
  await page.getByRole('option', { name: value, exact: true }).click();
  await page.keyboard.press('Escape');
}

const panel = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

for (const language of ['en-US', 'zh-Hans'] as const) {
  const say = saying(language);
  const label = say('筛选', 'Filters');

  test(`a filter is chosen by name and narrows every panel that knows it (${language})`, async ({
    context: { request },
    page,
  }) => {
    await request.patch('/api/user/preferences', { data: { language } });
    const expected = await columnsOf(request, {
      kind: 'tasks',
      view: 'summary',
      groupBy: 'none',
      scope: { units: ['990000'], policies: [POLICY.id] },
    });
    const complaints = complaintsOf(page);
    await page.goto(say('/d/shigan-tasks-zh', '/d/shigan-tasks-en'));
    const sum = panel(page, say('任务办得怎么样？', 'How does the work stand?'));
    await expect(sum).toBeVisible();

    const field = variable(page, label).getByRole('combobox').last();
    await field.click();
    await expect(page.getByRole('listbox').getByRole('option')).toHaveText(KEYS.map(([zh, en]) => say(zh, en)));
    await page.keyboard.press('Escape');

    // The values of a second filter lie within the first.
    await filter(page, label, say('领域', 'Domain'), say('乡村振兴', 'Rural revitalisation'));
    await field.click();
    await page.getByRole('option', { name: say('政策', 'Policy'), exact: true }).click();
    await page.getByRole('option', { name: '= ' }).first().click();
    await expect(page.getByRole('listbox').getByRole('option')).toHaveText(RURAL.map(({ zh, en }) => say(zh, en)));
    await page.getByRole('option', { name: say(POLICY.zh, POLICY.en), exact: true }).click();
    await page.keyboard.press('Escape');
    await expect(sum).toContainText(String(expected.total[0]));

    // A view that knows no policies says so.
    const trend = panel(page, say('逾期在增加还是减少？', 'Are arrears growing?'));
    await trend.getByTestId('title-items-container').locator('> span').last().hover();
    await expect(
      page.getByText(
        say(
          '未按仪表板的筛选条件“政策”筛选：该视图没有此项。',
          "Not narrowed by the dashboard's filter “Policy”: this view of the ledger does not know it."
        )
      )
    ).toBeVisible();

    // The address keeps the filters, and links take them along.
    await page.reload();
    await expect(sum).toContainText(String(expected.total[0]));
    await page.getByRole('link', { name: say('单位', 'Unit'), exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/d/shigan-unit-.*${POLICY.id}`));
    await expect(variable(page, label)).toContainText(say(POLICY.zh, POLICY.en).slice(0, 6));
    await settled(page);
    await expect(page.getByTestId(/Panel status error/)).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

  test(`an operator that the ledger does not know is refused in one sentence (${language})`, async ({
    context: { request },
    page,
  }) => {
    await request.patch('/api/user/preferences', { data: { language } });
    const address = say('/d/shigan-tasks-zh', '/d/shigan-tasks-en');
    await page.goto(`${address}?var-filters=${encodeURIComponent(`policy|!=|${POLICY.id}`)}`);
    const sum = panel(page, say('任务办得怎么样？', 'How does the work stand?'));
    await sum.getByTestId(/Panel status error/).hover();
    await expect(
      page.getByText(
        say(
          '台账不支持“policy !=”这种筛选：请选择 =（等于）或 =|（属于其中之一）。',
          'The ledger cannot be filtered by “policy !=”: choose = or =| (one of).'
        )
      )
    ).toBeVisible();
  });
}
