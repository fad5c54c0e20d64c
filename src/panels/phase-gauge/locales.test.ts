import fs from 'fs';
import path from 'path';
import english from './locales/en-US/shigan-phasegauge-panel.json';
import chinese from './locales/zh-Hans/shigan-phasegauge-panel.json';

const sources = (fs.readdirSync(__dirname, { recursive: true }) as string[])
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
  .map((file) => fs.readFileSync(path.join(__dirname, file), 'utf8'))
  .join('\n');

const said = new Map(
  [...sources.matchAll(/\bt\(\s*'([a-z_.]+)',\s*'((?:[^'\\]|\\.)*)'/g)].map(([, key, words]) => [
    key,
    words.replace(/\\'/g, "'"),
  ])
);

function flat(tree: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)]
    )
  );
}

const bare = (key: string) => key.replace(/_(one|other)$/, '');
const places = (words: string) => [...words.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

test('every sentence has its Chinese and its English, and no translation is left over', () => {
  expect(said.size).toBeGreaterThan(100);
  for (const tree of [english, chinese]) {
    expect([...new Set([...flat(tree).keys()].map(bare))].sort()).toEqual([...said.keys()].map(bare).sort());
  }
});

test('the English file says what the code says', () => {
  for (const [key, words] of flat(english)) {
    expect(key.endsWith('_one') ? words.length > 0 : words === said.get(bare(key)) || words === said.get(key)).toBe(
      true
    );
  }
});

test('translations keep every place for a value', () => {
  for (const [key, words] of flat(chinese)) {
    expect([key, places(words)]).toEqual([key, places(said.get(bare(key)) ?? said.get(key) ?? '')]);
  }
});
