/** What Grafana would refuse, checked without Grafana and without a network, on the built `dist/`. */
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import type { Files } from '../../package/archive';
import { type Expected, faultsOf } from '../../package/check';
import { hostPlatform } from '../../package/executableFormat';

const PROJECT = path.resolve(__dirname, '..', '..');
const DIST = path.join(PROJECT, 'dist');
const HERE = hostPlatform();
const { version } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8'));
const expected: Expected = { version, platforms: [HERE], machinePaths: [PROJECT] };

let built: Files;

beforeAll(() => {
  if (!fs.existsSync(path.join(DIST, 'module.js'))) {
    throw new Error('There is no build to check: run "npm run build" first.');
  }
  built = new Map(
    globSync('**/*', { cwd: DIST, nodir: true, posix: true }).map((name) => {
      const file = path.join(DIST, name);
      return [name, { mode: fs.statSync(file).mode & 0o777, bytes: fs.readFileSync(file) }];
    })
  );
});

it('is a package that Grafana takes', () => {
  expect(faultsOf(built, expected)).toEqual([]);
});

describe('a package is refused', () => {
  const text = (name: string) => new TextDecoder().decode(built.get(name)?.bytes);
  /** The build with one file written anew, or without it. */
  const withFile = (name: string, content: string | undefined, mode = 0o644): Files => {
    const files = new Map(built);
    return content === undefined
      ? (files.delete(name), files)
      : files.set(name, { mode, bytes: new TextEncoder().encode(content) });
  };
  const edited = (name: string, from: string | RegExp, to: string) => {
    const before = text(name);
    expect(before).toMatch(from);
    return withFile(name, before.replace(from, to));
  };
  const executable = () => [...built.keys()].find((name) => name.includes('/gpx_')) ?? '';
  const CHUNK = 'panels/phase-gauge/123.js';

  it.each<[string, () => Files, Partial<Expected>, RegExp]>([
    [
      'without a nested plugin',
      () => withFile('panels/phase-gauge/module.js', undefined),
      {},
      /^panels\/phase-gauge\/module\.js is missing/,
    ],
    [
      'with another id',
      () => edited('datasource/plugin.json', 'shigan-policy-datasource', 'a-b-datasource'),
      {},
      /has the id a-b-datasource/,
    ],
    ['of another version', () => built, { version: '9.9.9' }, /has the version .* instead of 9\.9\.9/],
    [
      'with a placeholder left',
      () => edited('plugin.json', /"updated": "[^"]*"/, '"updated": "%TODAY%"'),
      {},
      /^plugin\.json still says %TODAY%/,
    ],
    [
      'without a logo',
      () => withFile('datasource/img/logo.svg', undefined),
      {},
      /^datasource\/img\/logo\.svg is missing/,
    ],
    [
      'that asks for more than Grafana shares',
      () => edited('module.js', 'define([', 'define(["react/jsx-runtime",'),
      {},
      /asks for react\/jsx-runtime/,
    ],
    [
      'whose words stand in one language only',
      () => withFile('locales/en-US/shigan-policy-app.json', '{"new":"New"}'),
      {},
      /zh-Hans.* lacks new\.$/,
    ],
    [
      'without an announced dashboard',
      () => withFile('dashboards/zh-Hans/tasks.json', undefined),
      {},
      /announces dashboards\/zh-Hans\/tasks\.json/,
    ],
    [
      'with two dashboards of one uid',
      () => withFile('dashboards/zh-Hans/tasks.json', text('dashboards/zh-Hans/risks.json')),
      {},
      /^Two dashboards have the uid/,
    ],
    [
      'that announces a panel less',
      () => edited('plugin.json', '"type": "panel"', '"type": "page"'),
      {},
      /^plugin\.json announces datasource, panel,/,
    ],
    [
      'without the executable of a platform',
      () => built,
      { platforms: ['plan9/mips'] },
      /gpx_policy_plan9_mips is missing/,
    ],
    [
      'whose executable may not be run',
      () => new Map(built).set(executable(), { mode: 0o644, bytes: built.get(executable())!.bytes }),
      {},
      /has the mode 644 instead of 755/,
    ],
    [
      'whose executable is none',
      () => withFile(executable(), '#!/bin/sh'.padEnd(100), 0o755),
      {},
      /is made for no known platform/,
    ],
    [
      'with a program nobody expects',
      () => withFile('img/logo.svg', text('img/logo.svg'), 0o755),
      {},
      /^img\/logo\.svg may be run/,
    ],
    [
      'with a lazy chunk in a nested plugin',
      () => withFile(CHUNK, ''),
      {},
      /^panels\/phase-gauge\/123\.js is loaded lazily/,
    ],
    [
      'that fetches from another host',
      () => withFile('x.js', 'fetch("https://cdn.example/a.js")'),
      {},
      /reaches for another host: fetch\("https:\/\/cdn\.example/,
    ],
    [
      'that shows a picture of another host',
      () => withFile('x.json', '{"content":"<img src=\\"//cdn.example/a.png\\">"}'),
      {},
      /reaches for another host/,
    ],
    [
      'that names a place of the machine',
      () => withFile('x.js', `// ${PROJECT}/src`),
      {},
      /a place on the machine that built it/,
    ],
    [
      'with a panel that is too large',
      () => withFile('panels/phase-gauge/module.js', `define([],${noise(200_000)})`),
      {},
      /more than 100000/,
    ],
    [
      'whose page shows a picture that it does not have',
      () => edited('README.md', 'img/overview.png', 'img/elsewhere.png'),
      {},
      /^README\.md shows \.\.\/public\/plugins\/shigan-policy-app\/img\/elsewhere\.png/,
    ],
    ['without its documentation', () => built, { released: true }, /^docs\/zh-Hans\/install\.md is missing/],
    ['without the licences of others', () => built, { released: true }, /^THIRD-PARTY-NOTICES\.txt does not name/],
    ['that does not say from what it was built', () => built, { released: true }, /does not say from which commit/],
  ])('%s', (_, files, changed, sentence) => {
    const faults = faultsOf(files(), { ...expected, ...changed });
    expect(faults).toContainEqual(expect.stringMatching(sentence));
    faults.forEach((fault) => expect(fault).toMatch(/^.+\.$/));
  });
});

/** Text that does not pack. */
function noise(length: number): string {
  let state = 1;
  const next = () => (state = (state * 48271) % 2147483647);
  return Array.from({ length }, () => String.fromCharCode(33 + (next() % 90))).join('');
}
