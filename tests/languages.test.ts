/** No sentence is left in the wrong language, and both languages say it with the same values. */
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';

const PROJECT = path.resolve(__dirname, '..');
const read = (file: string) => fs.readFileSync(path.join(PROJECT, file), 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Record<string, unknown>;

const CHINESE = /[\u3400-\u9fff]/;
/** Marks of Chinese text; the quotes “ ” are English too. */
const CHINESE_MARKS = /[，。；：？！（）《》「」、]/;
/** Three English words in a row: a sentence that nobody translated. Names, ids and units have fewer. */
const ENGLISH_WORDS = /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/;

const TRANSLATIONS = globSync('{src,demo/page}/**/locales/**/en-US*{,/**}/*.json', { cwd: PROJECT })
  .concat(globSync('{src/status,demo/page}/locales/en-US.json', { cwd: PROJECT }))
  .concat(globSync('src/**/locales/en-US/*.json', { cwd: PROJECT }))
  .filter((file, at, all) => all.indexOf(file) === at)
  .map((file): [string, string] => [file, file.replace('en-US', 'zh-Hans')]);

/** Every text with its key. */
function textsOf(tree: Record<string, unknown>, prefix = ''): Array<[string, string]> {
  return Object.entries(tree).flatMap(([key, value]): Array<[string, string]> =>
    typeof value === 'string' ? [[prefix + key, value]] : textsOf(value as Record<string, unknown>, `${prefix}${key}.`)
  );
}

/** What a text is filled in with: {{name}}, or %s and %d in Go. */
const valuesIn = (text: string) =>
  [...new Set(text.match(/\{\{-? ?\w+/g) ?? [])].map((v) => v.replace(/\W/g, '')).sort();
const verbsIn = (text: string) =>
  (text.match(/%(?:\[\d+\])?[a-z]/g) ?? []).map((verb) => verb.replace(/\[\d+\]/, '')).sort();

describe.each(TRANSLATIONS)('%s', (english, chinese) => {
  const [en, zh] = [textsOf(json(english)), new Map(textsOf(json(chinese)))];

  it('is English, and its twin Chinese', () => {
    expect(en.filter(([, text]) => CHINESE_MARKS.test(text) || (CHINESE.test(text) && !isQuoted(text)))).toEqual([]);
    expect([...zh].filter(([, text]) => ENGLISH_WORDS.test(withoutCode(text)) && !CHINESE.test(text))).toEqual([]);
  });

  it('is filled in with the same values in both languages', () => {
    for (const [key, text] of en) {
      const other =
        zh.get(key) ?? zh.get(key.replace(/_(one|other)$/, '_other')) ?? zh.get(key.replace(/_(one|other)$/, ''));
      // One of something may leave out its number.
      if (other !== undefined && !/_one$/.test(key)) {
        expect([key, valuesIn(other)]).toEqual([key, valuesIn(text)]);
      }
    }
  });
});

/** Chinese that English text names as such: the names of the two languages. */
const isQuoted = (text: string) => /^(中文|简体中文)$/.test(text);
/** Without commands, which have no language. */
const withoutCode = (text: string) => text.replace(/`[^`]*`|\{\{[^}]*\}\}/g, '');

describe('the sentences of the backend', () => {
  const sources = globSync('pkg/**/*.go', { cwd: PROJECT, ignore: '**/*_test.go' }).map(read).join('\n');
  const literal = '("(?:[^"\\\\]|\\\\.)*")';
  const both = [...sources.matchAll(new RegExp(`EN:\\s*${literal},\\s*ZH:\\s*${literal}`, 'g'))].map(
    ([, en, zh]): [string, string] => [JSON.parse(en), JSON.parse(zh)]
  );

  it('are said in both languages', () => {
    expect(both.length).toBeGreaterThan(50);
    expect(
      both.filter(
        ([en, zh]) =>
          CHINESE.test(en) || CHINESE_MARKS.test(en) || (zh !== '' && !CHINESE.test(zh) && /[a-z]{3}/i.test(zh))
      )
    ).toEqual([]);
  });

  it('are filled in with the same values', () => {
    expect(both.filter(([en, zh]) => zh !== '' && JSON.stringify(verbsIn(en)) !== JSON.stringify(verbsIn(zh)))).toEqual(
      []
    );
  });
});

describe.each([
  ['en-US', (text: string) => !CHINESE.test(text) && !CHINESE_MARKS.test(text)],
  ['zh-Hans', (text: string) => CHINESE.test(text) || !ENGLISH_WORDS.test(withoutCode(text))],
])('the dashboards in %s', (language, isIts) => {
  it.each(globSync(`dashboards/json/${language}/*.json`, { cwd: PROJECT }).map((file) => [file]))('%s', (file) => {
    expect(shownIn(json(file)).filter((text) => !isIts(text))).toEqual([]);
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
  it('is said in both languages wherever a reader gets it', () => {
    const rules = globSync('provisioning/alerting/rules-*.yaml', { cwd: PROJECT }).map(read).join('\n');
    const twins = [...rules.matchAll(/^\s+(summary|ended|description): '(.*)'\n\s+\1_en: '(.*)'$/gm)];
    expect(twins.length).toBe((rules.match(/^\s+(summary|ended|description): /gm) ?? []).length);
    expect(twins.length).toBeGreaterThan(20);
    for (const [, , zh, en] of twins) {
      expect(zh).toMatch(CHINESE);
      expect(en).not.toMatch(CHINESE);
      const labels = (text: string) => [...new Set(text.match(/\$(labels|values)\.\w+/g) ?? [])].sort();
      expect(labels(en)).toEqual(labels(zh));
    }
    expect(
      rules.match(/^\s+title: .*$/gm)?.filter((title) => !CHINESE.test(title) || !/[A-Z][a-z]+/.test(title))
    ).toEqual([]);
  });
});
