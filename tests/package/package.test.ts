/** What Grafana would refuse, checked without Grafana and without a network, on the built `dist/`. */
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { globSync } from 'glob';
import { ledgerSql } from '../../ledger/script';

const PROJECT = path.resolve(__dirname, '..', '..');
const DIST = path.join(PROJECT, 'dist');
const NESTED = {
  datasource: 'shigan-policy-datasource',
  'panels/phase-gauge': 'shigan-phasegauge-panel',
  'panels/risk-heatmap': 'shigan-riskheatmap-panel',
};
const PLUGINS: Record<string, string> = { '.': 'shigan-policy-app', ...NESTED };
/** The modules that Grafana 12.2, the oldest supported, shares with plugins. */
const SHARED = new Set([
  'module',
  '@emotion/css',
  '@emotion/react',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/runtime/unstable',
  '@grafana/ui',
  'i18next',
  'lodash',
  'moment',
  'react',
  'react-dom',
  'react-redux',
  'react-router',
  'redux',
  'rxjs',
  'rxjs/operators',
]);
const read = (file: string) => fs.readFileSync(path.join(DIST, file), 'utf8');
const json = (file: string) => JSON.parse(read(file));

beforeAll(() => {
  if (!fs.existsSync(path.join(DIST, 'module.js'))) {
    throw new Error('There is no build to check: run "npm run build" first.');
  }
});

describe.each(Object.entries(PLUGINS))('the built plugin in %s', (folder, id) => {
  const manifest = () => json(`${folder}/plugin.json`);

  it('has its id, and its version and date are filled in', () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8'));
    expect(manifest().id).toBe(id);
    expect(manifest().info.version).toBe(version);
    expect(manifest().info.updated).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(JSON.stringify(manifest())).not.toMatch(/%[A-Z_]+%/);
  });

  it('has its logos and screenshots', () => {
    const { logos, screenshots } = manifest().info;
    for (const file of [logos.small, logos.large, ...screenshots.map((s: { path: string }) => s.path)]) {
      expect(fs.existsSync(path.join(DIST, folder, file))).toBe(true);
    }
  });

  it('asks only for modules that Grafana 12.2 shares', () => {
    const dependencies = read(`${folder}/module.js`).match(/define\(\[([^\]]*)\]/)?.[1] ?? '';
    const foreign = dependencies
      .split(',')
      .map((name) => name.trim().replace(/['"]/g, ''))
      .filter((name) => name && !SHARED.has(name));
    expect(foreign).toEqual([]);
  });

  it('says the same things in Chinese and in English', () => {
    const [english, chinese] = ['en-US', 'zh-Hans'].map((language) =>
      keys(json(`${folder}/locales/${language}/${id}.json`))
    );
    expect(english.length).toBeGreaterThan(0);
    expect(chinese).toEqual(english);
  });
});

describe('the package', () => {
  it('contains every nested plugin and every dashboard that the app announces', () => {
    const { includes } = json('plugin.json') as { includes: Array<{ type: string; path?: string }> };
    const nested = Object.keys(NESTED)
      .map((folder) => json(`${folder}/plugin.json`).type)
      .sort();
    expect(
      includes
        .map((i) => i.type)
        .filter((type) => type === 'datasource' || type === 'panel')
        .sort()
    ).toEqual(nested);
    for (const { path: file } of includes.filter((i) => i.type === 'dashboard')) {
      expect(json(file ?? '').uid).toMatch(/^shigan-/);
    }
  });

  it('has the executable of the data source for this machine, and it may be run', () => {
    const { executable } = json('datasource/plugin.json');
    const platform = `${process.platform === 'win32' ? 'windows' : process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
    const file = path.join(
      DIST,
      'datasource',
      `${executable}_${platform}${process.platform === 'win32' ? '.exe' : ''}`
    );
    expect(fs.existsSync(file)).toBe(true);
    expect(fs.statSync(file).mode & 0o111).toBe(0o111);
    expect(json('plugin.json').backend).toBeUndefined();
  });

  it("carries the ledger's schema of this version, for the page Setup and for administrators", () => {
    expect(read('datasource/ledger.sql')).toBe(ledgerSql());
  });

  it('has no lazy chunk in a nested plugin, where Grafana would not find it', () => {
    for (const folder of Object.keys(NESTED)) {
      expect(globSync(`${folder}/*.js`, { cwd: DIST })).toEqual([`${folder}/module.js`]);
    }
  });

  it('fetches nothing from another host at run time', () => {
    for (const file of globSync('**/*.js', { cwd: DIST })) {
      const calls = read(file).match(/(?:fetch|import|importScripts)\(\s*["'`]https?:[^"'`]*/g) ?? [];
      expect(calls).toEqual([]);
    }
  });

  it('keeps the app under 1 MB and each panel under 100 kB', () => {
    const packed = (file: string) => zlib.gzipSync(fs.readFileSync(path.join(DIST, file))).length;
    expect(globSync('*.js', { cwd: DIST }).reduce((sum, file) => sum + packed(file), 0)).toBeLessThan(1_000_000);
    expect(packed('panels/phase-gauge/module.js')).toBeLessThan(100_000);
    expect(packed('panels/risk-heatmap/module.js')).toBeLessThan(100_000);
  });
});

/** Chinese has one form where English has two: the form is no part of the key. */
const FORM = /_(one|other)$/;

function keys(tree: Record<string, unknown>): string[] {
  return [...new Set(paths(tree).map((key) => key.replace(FORM, '')))].sort();
}

function paths(tree: Record<string, unknown>, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value ? paths(value as Record<string, unknown>, `${prefix}${key}.`) : [prefix + key]
  );
}
