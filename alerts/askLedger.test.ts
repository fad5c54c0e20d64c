import { useTestLedger } from '../ledger/postgres/testing';
import { loadFixture } from '../tests/ledger/load';
import { itemsOf, type Ledger, openLedger, queryOf } from './askLedger';
import { preview } from './preview';
import { readRules } from './provisioned';

/** `tests/ledger` as of the last days of October 2026: T-06 was due on the 19th, T-05 on the 26th. */
describe('The ledger, asked through the shipped backend', () => {
  const database = useTestLedger();
  let ledger: Ledger;

  beforeAll(async () => {
    await loadFixture(database.client);
    ledger = await openLedger(database.url, 'zh-Hans');
  }, 240_000);
  afterAll(() => ledger?.close());

  const rule = (uid: string) => readRules().filter((one) => one.uid === uid);

  it('tells what the provisioned rule on overdue tasks would have fired', async () => {
    const { tallies, messages } = await preview(ledger, rule('shigan-task-overdue'), {
      from: '2026-10-20',
      to: '2026-10-31',
    });
    expect(tallies[0]).toMatchObject({ standing: 4, begun: 2, ended: 0, left: 6, messages: 2 });
    expect(messages).toBe(2);
    expect([...tallies[0].items.keys()]).toEqual(['乙市 · 逾期十二日', '乙市 · 逾期五日']);
  });

  it('answers every provisioned rule, each item with the labels that address it', async () => {
    const rules = readRules();
    const answers = await ledger.ask([...new Set(rules.map(queryOf))], '2026-12-10');
    for (const { uid, addressee } of rules) {
      const items = answers.get(queryOf(rules.find((one) => one.uid === uid)!)) ?? [];
      expect([uid, items.length > 0]).toEqual([uid, true]);
      expect(addressee.label ? Object.keys(items[0].labels) : [addressee.label]).toContain(addressee.label);
    }
  });

  it('fails with the sentence of the data source', async () => {
    await expect(ledger.ask(['{"kind":"tasks","measure":"late_days"}'], '2026-10-31')).rejects.toThrow(
      /late_days.*请选择/
    );
  });

  it('shows a county only itself', async () => {
    const county = await openLedger(database.url, 'zh-Hans', '990201');
    try {
      const [overdue] = rule('shigan-task-overdue');
      const items = (await county.ask([queryOf(overdue)], '2026-10-31')).get(queryOf(overdue)) ?? [];
      expect(new Set(items.map(({ labels }) => labels.unit_id))).toEqual(new Set(['990201']));
    } finally {
      await county.close();
    }
  }, 120_000);
});

it('reads a frame of labels and one number item by item', () => {
  const frame = {
    schema: {
      fields: [
        { name: 'task', type: 'string' },
        { name: 'overdue_days', type: 'number' },
      ],
    },
    data: {
      values: [
        ['拆迁', '拨付'],
        [3, 0],
      ],
    },
  };
  expect(itemsOf(frame)).toEqual([
    { labels: { task: '拆迁' }, measured: 3 },
    { labels: { task: '拨付' }, measured: 0 },
  ]);
});
