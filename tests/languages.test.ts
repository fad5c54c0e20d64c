/** No sentence is left in the wrong language, and both languages say it with the same values. */
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import {
  annotationsIn,
  filledOtherwise,
  hasChinese,
  isIn,
  type Language,
  lonelyKeys,
  notIn,
  type Text,
  textsOf,
  wrongAnnotations,
  wrongPairs,
} from './wrongLanguage';

const PROJECT = path.resolve(__dirname, '..');
const read = (file: string) => fs.readFileSync(path.join(PROJECT, file), 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Record<string, unknown>;

describe('A wrong text is found:', () => {
  it.each<[string, Language, string, boolean]>([
    ['an English sentence in a Chinese file', 'zh-Hans', 'Save the settings first', false],
    ['one English word in a Chinese file', 'zh-Hans', 'Overdue', false],
    ['half an English sentence within Chinese', 'zh-Hans', '请先 save the settings 再试', false],
    ['a Chinese sentence in an English file', 'en-US', '请先保存设置', false],
    ['one Chinese word within English', 'en-US', 'Save the 设置 first', false],
    ['a Chinese full stop behind English', 'en-US', 'Save the settings first。', false],
    [
      'not a Chinese sentence with names, code and values',
      'zh-Hans',
      '请用 `npm run ledger` 迁移 PostgreSQL：{{name}}',
      true,
    ],
    ['not a number with its unit, nor an abbreviation', 'zh-Hans', '{{value}}%，TLS', true],
    ['not a language by its own name', 'en-US', '简体中文', true],
    ['not a plain English sentence', 'en-US', 'Save “{{name}}” first: 30 % are left.', true],
  ])('%s', (_, language, text, right) => {
    expect(isIn(language, text)).toBe(right);
    expect(notIn(language, [['a.key', text]])).toEqual(right ? [] : [['a.key', text]]);
  });

  it('a key that only one language has, whatever its forms of the plural', () => {
    const en = textsOf({
      list: { title: 'Title', count_one: '{{count}} row', count_other: '{{count}} rows' },
      only: 'x',
    });
    const zh = textsOf({ list: { title: '标题', count_other: '{{count}} 行', more: '更多' } });
    expect(lonelyKeys(en, zh)).toEqual(['list.more', 'only']);
    expect(lonelyKeys(zh, en)).toEqual(['list.more', 'only']);
  });

  it('a value that one language leaves out, or names otherwise', () => {
    const en: Text[] = [
      ['left', '{{count}} of {{total}}'],
      ['named', '{{name}} failed'],
      ['same', '{{b}} after {{a}}'],
      ['rows_one', 'One row'],
      ['rows_other', '{{count}} rows'],
    ];
    const zh: Text[] = [
      ['left', '共 {{total}} 项'],
      ['named', '{{title}} 失败'],
      ['same', '{{a}} 之后 {{b}}'],
      ['rows_other', '{{count}} 行'],
    ];
    expect(filledOtherwise(en, zh)).toEqual(['left', 'named']);
    expect(filledOtherwise(en, [['rows_other', '若干行']])).toEqual(['rows_other']);
  });

  it('a pair of the backend in one language only, or with other verbs', () => {
    expect(wrongPairs([['No unit %s.', '没有单位 %s。']])).toEqual([]);
    expect(wrongPairs([['%s has %d.', '%[2]d 属于 %[1]s。']])).toEqual([]);
    expect(wrongPairs([['No unit %s.', 'No unit %s.']])).toHaveLength(1);
    expect(wrongPairs([['没有单位 %s。', '没有单位 %s。']])).toHaveLength(1);
    expect(wrongPairs([['No unit %s.', '没有单位。']])).toHaveLength(1);
    expect(wrongPairs([['%s has %d.', '%s 有 %s。']])).toHaveLength(1);
  });

  it('an annotation of a rule without its twin, in the wrong language, or with other labels', () => {
    const wrong = (yaml: string) => wrongAnnotations(annotationsIn(yaml)).map(({ name }) => name);
    const twins = (zh: string, en: string) => `  summary: '${zh}'\n  summary_en: '${en}'\n`;
    expect(wrong(twins('{{ $labels.unit }} 逾期', '{{ $labels.unit }} is overdue'))).toEqual([]);
    expect(wrong(`  summary: '逾期'\n  ended: '已办结'\n  ended_en: 'done'\n`)).toEqual(['summary']);
    expect(wrong(twins('overdue', 'overdue'))).toEqual(['summary']);
    expect(wrong(twins('逾期', '逾期'))).toEqual(['summary']);
    expect(wrong(twins('{{ $labels.unit }} 逾期', 'overdue'))).toEqual(['summary']);
    expect(wrong(twins('逾期 {{ $values.A }}', 'overdue for {{ $values.B }}'))).toEqual(['summary']);
  });

  it('a title of a dashboard in the wrong language, however deep', () => {
    const dashboard = { title: '总览', panels: [{ title: 'Overdue tasks', options: { content: '逾期任务' } }] };
    expect(shownIn(dashboard).filter((text) => !isIn('zh-Hans', text))).toEqual(['Overdue tasks']);
    expect(shownIn(dashboard).filter((text) => !isIn('en-US', text))).toEqual(['总览', '逾期任务']);
  });
});

const TRANSLATIONS = globSync('{src,demo/page}/**/locales/**/en-US*{,/**}/*.json', { cwd: PROJECT })
  .concat(globSync('{src/status,demo/page}/locales/en-US.json', { cwd: PROJECT }))
  .concat(globSync('src/**/locales/en-US/*.json', { cwd: PROJECT }))
  .filter((file, at, all) => all.indexOf(file) === at)
  .map((file): [string, string] => [file, file.replace('en-US', 'zh-Hans')]);

it('looks at the translations of the app, the data source, both panels, the status words and the demo', () =>
  expect(TRANSLATIONS).toHaveLength(6));

describe.each(TRANSLATIONS)('%s', (english, chinese) => {
  const [en, zh] = [textsOf(json(english)), textsOf(json(chinese))];

  it('is English, and its twin Chinese', () => {
    expect(notIn('en-US', en)).toEqual([]);
    expect(notIn('zh-Hans', zh)).toEqual([]);
  });

  it('has every key in both languages, filled in with the same values', () => {
    // The demo page says in Chinese what Grafana's own parts say; their English stands in Grafana.
    const ours = (key: string) => english !== 'demo/page/locales/en-US.json' || key.startsWith('demo.');
    expect(lonelyKeys(en, zh).filter(ours)).toEqual([]);
    expect(filledOtherwise(en, zh)).toEqual([]);
  });
});

describe('the sentences of the backend', () => {
  const sources = globSync('pkg/**/*.go', { cwd: PROJECT, ignore: '**/*_test.go' }).map(read).join('\n');
  const literal = '("(?:[^"\\\\]|\\\\.)*")';
  const pairs = (pattern: RegExp) =>
    [...sources.matchAll(pattern)].map(([, one, other]): [string, string] => [JSON.parse(one), JSON.parse(other)]);

  it('are said in both languages, with the same values', () => {
    const both = pairs(new RegExp(`EN:\\s*${literal},\\s*ZH:\\s*${literal}`, 'g'));
    expect(both.length).toBeGreaterThan(50);
    expect(wrongPairs(both)).toEqual([]);
  });

  it('refuse in both languages, with the same values', () => {
    const both = pairs(new RegExp(`refuse\\(\\s*${literal},\\s*${literal}`, 'g'));
    expect(both.length).toBeGreaterThan(10);
    expect(wrongPairs(both)).toEqual([]);
  });

  it('name columns in both languages', () => {
    const both = pairs(new RegExp(`\\{say\\(${literal}, ${literal}\\)`, 'g'));
    expect(both.length).toBeGreaterThan(100);
    expect(wrongPairs(both)).toEqual([]);
  });
});

describe.each<Language>(['en-US', 'zh-Hans'])('the dashboards in %s', (language) => {
  it.each(globSync(`dashboards/json/${language}/*.json`, { cwd: PROJECT }).map((file) => [file]))('%s', (file) => {
    expect(shownIn(json(file)).filter((text) => !isIn(language, text))).toEqual([]);
  });
});

/** What of a dashboard a reader reads: titles, descriptions, labels, texts and headings. */
function shownIn(node: unknown): string[] {
  if (Array.isArray(node)) {
    return node.flatMap(shownIn);
  }
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && ['title', 'description', 'label', 'content', 'displayName', 'text'].includes(key)
      ? [value]
      : shownIn(value)
  );
}

describe('what is provisioned for alerts', () => {
  const rules = globSync('provisioning/alerting/rules-*.yaml', { cwd: PROJECT }).map(read).join('\n');

  it('is said in both languages wherever a reader gets it', () => {
    const annotations = annotationsIn(rules);
    expect(annotations.length).toBe((rules.match(/^\s+(summary|ended|description): /gm) ?? []).length);
    expect(annotations.length).toBeGreaterThan(20);
    expect(wrongAnnotations(annotations)).toEqual([]);
  });

  it('is titled in Chinese with English beside it', () =>
    expect(
      rules.match(/^\s+title: .*$/gm)?.filter((title) => !hasChinese(title) || !/[A-Z][a-z]+/.test(title))
    ).toEqual([]));
});
