import type { Ledger } from './askLedger';
import type { Item } from './firing';
import { preview } from './preview';
import type { Rule } from './provisioned';
import { writePreview } from './writePreview';

const rule = (uid: string, title: string, more: Partial<Rule> = {}): Rule => ({
  uid,
  title,
  query: { kind: 'tasks', measure: uid },
  fires: (value) => value > 0,
  forDays: 0,
  keepDays: 0,
  addressee: { label: 'department', name: '{{ $$labels.department }}' },
  topic: 'task-overdue',
  ...more,
});

/** A task of the housing bureau is overdue from 6 to 7 October and from the 13th on, one of the finance bureau from the 1st. */
const late = (day: string): Item[] => [
  {
    labels: { task: '拆迁', unit: '甲县', department: '住建局' },
    measured: ['2026-10-06', '2026-10-07'].includes(day) || day >= '2026-10-13' ? 1 : 0,
  },
  { labels: { task: '拨付', unit: '甲县', department: '财政局' }, measured: day >= '2026-10-01' ? 1 : 0 },
];

function ledgerOf(answer: (day: string) => Item[]): Ledger & { asked: Array<[string, number]> } {
  const asked: Array<[string, number]> = [];
  return {
    asked,
    ask: async (queries, day) => {
      asked.push([day, queries.length]);
      return new Map(queries.map((query) => [query, answer(day)]));
    },
    close: async () => {},
  };
}

const october = { from: '2026-10-05', to: '2026-10-18' };

describe('A preview', () => {
  it('knows what was firing when the period began, and counts what begins and ends in it', async () => {
    const { tallies } = await preview(ledgerOf(late), [rule('overdue', '任务逾期 Task overdue')], october);
    expect(tallies[0]).toMatchObject({ standing: 1, begun: 2, ended: 1, left: 2, messages: 3 });
    expect([...(tallies[0].departments.get('住建局') ?? [])]).toEqual([
      ['2026-10-05', 1],
      ['2026-10-12', 1],
    ]);
  });

  it('asks the same question once a day, from as early as a rule waits', async () => {
    const ledger = ledgerOf(late);
    const twice = [rule('a', '甲 A'), rule('a', '乙 B', { forDays: 3 }), rule('c', '丙 C')];
    await preview(ledger, twice, { from: '2026-10-05', to: '2026-10-05' });
    expect(ledger.asked).toEqual(
      ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'].map((day) => [day, 2])
    );
  });

  it('counts one message for rules that share addressee and topic on a day', async () => {
    const shared = [rule('a', '甲 A'), rule('b', '乙 B'), rule('c', '丙 C', { topic: 'due' })];
    const { messages, tallies } = await preview(ledgerOf(late), shared, october);
    expect(tallies.map((tally) => tally.messages)).toEqual([3, 3, 3]);
    expect(messages).toBe(6);
  });

  it('reads in Chinese as a table by rule, by department and week, with the noisiest named', async () => {
    const told = await preview(ledgerOf(late), [rule('overdue', '任务逾期 Task overdue')], october);
    expect(writePreview(told, october, 'zh-Hans')).toEqual([
      '2026-10-05 至 2026-10-18：1 条规则新增告警 2 项，约 3 条消息（未计每日提醒）。',
      '',
      '  规则      期初  新增  解除  期末  消息',
      '  任务逾期     1     2     1     2     3',
      '',
      '任务逾期 [overdue]',
      '  部门 \\ 周（周一）  10-05  10-12  合计',
      '  住建局                 1      1     2',
      '',
      '最频繁的规则：任务逾期，新增 2 项，占 100%。',
      '最频繁的部门：住建局，新增 2 项。',
      '反复告警的条目：甲县 · 拆迁，因“任务逾期”告警 2 次。',
    ]);
  });

  it('reads in English too, and says so where nothing began', async () => {
    const quiet = await preview(
      ledgerOf(() => []),
      [rule('overdue', '任务 30 天内到期 Task due within 30 days')],
      october
    );
    expect(writePreview(quiet, october, 'en-US')).toEqual([
      '2026-10-05 to 2026-10-18: 1 rule began 0 alerts in about 0 messages (daily reminders not counted).',
      '',
      '  Rule                     before  begun  ended  left  messages',
      '  Task due within 30 days       0      0      0     0         0',
      '',
      'No alert began in this period.',
    ]);
  });

  it('fails with the data source’s own sentence', async () => {
    const broken: Ledger = {
      ask: () => Promise.reject(new Error('The database is away: start it.')),
      close: async () => {},
    };
    await expect(preview(broken, [rule('a', '甲 A')], october)).rejects.toThrow('The database is away: start it.');
  });
});
