/** A preview in words and tables, in Chinese or English. Pure. */
import { addDays, type Day, type Language } from '../src/workbook';
import type { Previewed } from './preview';
import { departmentsOf, mondayOf, noisiestOf, type RuleTally } from './tally';

export interface Period {
  from: Day;
  to: Day;
}

/** Mondays of the weeks that a period touches. */
export function weeksOf({ from, to }: Period): Day[] {
  const weeks: Day[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    weeks.push(monday);
  }
  return weeks;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Lines of the whole preview. */
export function writePreview({ tallies, messages }: Previewed, period: Period, language: Language): string[] {
  const say = (zh: string, en: string) => (language === 'zh-Hans' ? zh : en);
  const total = tallies.reduce((sum, { begun }) => sum + begun, 0);
  const heads = say('规则,期初,新增,解除,期末,消息', 'Rule,before,begun,ended,left,messages').split(',');
  const rules = tallies.map(({ rule, standing, begun, ended, left, messages: sent }) => [
    titleIn(rule.title, language),
    ...[standing, begun, ended, left, sent].map(String),
  ]);
  return [
    say(
      `${period.from} 至 ${period.to}：${tallies.length} 条规则新增告警 ${total} 项，约 ${messages} 条消息（未计每日提醒）。`,
      `${period.from} to ${period.to}: ${plural(tallies.length, 'rule')} began ${plural(total, 'alert')} in about ${plural(messages, 'message')} (daily reminders not counted).`
    ),
    '',
    ...table([heads, ...rules]),
    ...tallies.filter(({ begun }) => begun > 0).flatMap((tally) => ['', ...weekly(tally, period, language)]),
    '',
    ...writeNoisiest(tallies, total, language),
  ];
}

function weekly(tally: RuleTally, period: Period, language: Language): string[] {
  const weeks = weeksOf(period);
  const say = (zh: string, en: string) => (language === 'zh-Hans' ? zh : en);
  const heads = [
    say('部门 \\ 周（周一）', 'Department \\ week of'),
    ...weeks.map((week) => week.slice(5)),
    say('合计', 'Total'),
  ];
  const rows = departmentsOf(tally).map(({ name, begun, weeks: counts }) => [
    name || '—',
    ...weeks.map((week) => String(counts.get(week) ?? '·')),
    String(begun),
  ]);
  return [`${titleIn(tally.rule.title, language)} [${tally.rule.uid}]`, ...table([heads, ...rows])];
}

function writeNoisiest(tallies: RuleTally[], total: number, language: Language): string[] {
  const say = (zh: string, en: string) => (language === 'zh-Hans' ? zh : en);
  const { rule, department, item } = noisiestOf(tallies);
  if (!rule || !department) {
    return [say('期间没有新增告警。', 'No alert began in this period.')];
  }
  const share = `${Math.round((100 * rule.begun) / total)}%`;
  return [
    say(
      `最频繁的规则：${titleIn(rule.rule.title, language)}，新增 ${rule.begun} 项，占 ${share}。`,
      `Noisiest rule: ${titleIn(rule.rule.title, language)}, ${rule.begun} begun, ${share} of all.`
    ),
    say(
      `最频繁的部门：${department.name}，新增 ${department.begun} 项。`,
      `Noisiest department: ${department.name}, ${department.begun} begun.`
    ),
    ...(item
      ? [
          say(
            `反复告警的条目：${item.name}，因“${titleIn(item.rule.title, language)}”告警 ${item.begun} 次。`,
            `Comes and goes: ${item.name}, ${item.begun} times for “${titleIn(item.rule.title, language)}”.`
          ),
        ]
      : []),
  ];
}

/** Titles are Chinese with English behind: `任务逾期 Task overdue`, `任务 30 天内到期 Task due within 30 days`. */
export function titleIn(title: string, language: Language): string {
  const [, chinese, english] = /^(.*[\u4e00-\u9fff]\S*) ([A-Za-z].*)$/.exec(title) ?? [];
  return chinese && english ? (language === 'zh-Hans' ? chinese : english) : title;
}

/** Columns in a terminal's cells: a Chinese character takes two. */
const width = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);

function table(rows: string[][]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  const pad = (text: string, column: number) => {
    const space = ' '.repeat(widths[column] - width(text));
    return column === 0 ? text + space : space + text;
  };
  return rows.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd());
}
