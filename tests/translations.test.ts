/** Every string that a reader sees exists in both languages. */
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';

const SRC = path.resolve(__dirname, '..', 'src');
const PLURAL = /_(zero|one|two|few|many|other)$/;
const PLUGINS: Record<string, string> = {
  'shigan-policy-app': '.',
  'shigan-policy-datasource': 'datasource',
  'shigan-phasegauge-panel': 'panels/phase-gauge',
  'shigan-riskheatmap-panel': 'panels/risk-heatmap',
};
const read = (file: string) => JSON.parse(fs.readFileSync(path.join(SRC, file), 'utf8'));

describe.each(Object.entries(PLUGINS))('%s', (id, folder) => {
  const own = folder === '.' ? ['datasource', 'panels'] : [];
  const sources = globSync(`${folder}/**/*.{ts,tsx}`, {
    cwd: SRC,
    ignore: ['**/*.test.*', ...own.map((o) => `${o}/**`)],
  });
  const shared = folder === '.' ? [] : globSync('status/**/*.{ts,tsx}', { cwd: SRC, ignore: '**/*.test.*' });
  const code = [...sources, ...shared].map((file) => fs.readFileSync(path.join(SRC, file), 'utf8'));
  const used = new Set(code.flatMap(keysUsed));

  it.each(['en-US', 'zh-Hans'])('has every used key in %s, and no other', (language) => {
    const known = new Set(
      flat({ ...read(`${folder}/locales/${language}/${id}.json`), ...read(`status/locales/${language}.json`) }).map(
        (key) => key.replace(PLURAL, '')
      )
    );
    const sharedKeys = new Set(flat(read(`status/locales/${language}.json`)));
    expect([...used].filter((key) => !known.has(key))).toEqual([]);
    expect([...known].filter((key) => !used.has(key) && !sharedKeys.has(key))).toEqual([]);
  });

  it('says the same in English in the code, for Grafana 13 does not load the English file', () => {
    const english = {
      ...texts(read('status/locales/en-US.json')),
      ...texts(read(`${folder}/locales/en-US/${id}.json`)),
    };
    const said = code.flatMap(defaultsIn);
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter(([key, text]) => ![english[key], english[`${key}_other`]].includes(text))).toEqual([]);
    const singular = Object.keys(english).filter((key) => key.endsWith('_one') && used.has(key.replace(PLURAL, '')));
    const written = code.join('\n');
    expect(singular.filter((key) => !written.includes(`'${english[key]}'`))).toEqual([]);
  });
});

/** Keys and their English where both stand in the call itself. */
function defaultsIn(source: string): Array<[key: string, text: string]> {
  return [...source.matchAll(/\bt\(\s*'([^']+)',\s*(['"])((?:\\.|(?!\2).)*)\2/g)].map(([, key, , text]) => [
    key,
    text.replace(/\\(.)/g, '$1'),
  ]);
}

function texts(tree: Record<string, unknown>, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'object' && value
        ? Object.entries(texts(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[prefix + key, String(value)]]
    )
  );
}

function keysUsed(source: string): string[] {
  return [...source.matchAll(/\bt\(\s*'([^']+)'|i18nKey="([^"]+)"/g)].map((match) => match[1] ?? match[2]);
}

const flat = (tree: Record<string, unknown>) => Object.keys(texts(tree));
