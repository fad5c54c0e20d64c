import fs from 'fs';
import path from 'path';
import shared from '../status/locales/en-US.json';
import english from './locales/en-US/shigan-policy-datasource.json';
import chinese from './locales/zh-Hans/shigan-policy-datasource.json';

type Texts = { [key: string]: string | Texts };

/** Every text by its whole key: `describe.what.tasks`. */
function flat(texts: Texts, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string' ? [[prefix + key, text]] : Object.entries(flat(text, `${prefix}${key}.`))
    )
  );
}

/** Keys and English defaults as the code says them. */
function textsInCode(): Record<string, string> {
  const files = fs
    .readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));
  return Object.fromEntries(
    files.flatMap((name) =>
      [
        ...fs
          .readFileSync(path.join(__dirname, name), 'utf8')
          .matchAll(/\bt\(\s*'([^']+)',\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)")/g),
      ].map(([, key, single, double]) => [key, (single ?? double).replaceAll("\\'", "'")])
    )
  );
}

const placeholders = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort();

test('the English texts are those that the code says', () => {
  expect(flat(english)).toEqual(textsInCode());
});

test('every text has its Chinese, with the same values in it', () => {
  const inChinese = flat(chinese);
  expect(Object.keys(inChinese).sort()).toEqual(Object.keys(flat(english)).sort());
  for (const [key, text] of Object.entries(flat(english))) {
    expect({ key, values: placeholders(inChinese[key]) }).toEqual({ key, values: placeholders(text) });
  }
});

test('no text hides behind a shared one, which the build puts in its place', () => {
  expect(Object.keys(english).filter((key) => key in shared)).toEqual([]);
});
