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
  const used = new Set(
    [...sources, ...shared].flatMap((file) => keysUsed(fs.readFileSync(path.join(SRC, file), 'utf8')))
  );

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
});

function keysUsed(source: string): string[] {
  return [...source.matchAll(/\bt\(\s*'([^']+)'|i18nKey="([^"]+)"/g)].map((match) => match[1] ?? match[2]);
}

function flat(tree: Record<string, unknown>, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value ? flat(value as Record<string, unknown>, `${prefix}${key}.`) : [prefix + key]
  );
}
