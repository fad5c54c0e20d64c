/**
 * What Grafana, an intranet or a careful administrator would refuse, looked for in the files themselves: without
 * Grafana and without a network. The same rules hold for `dist/`, for the zip, and for what a test breaks on purpose.
 */
import { gzipSync } from 'node:zlib';
import type { Files } from './archive';
import { executableName, platformOf } from './executableFormat';
import { bundledPackages } from './thirdParty';

export const APP = 'shigan-policy-app';
/** Folder and id of each plugin. */
export const PLUGINS: Record<string, string> = {
  '': APP,
  'datasource/': 'shigan-policy-datasource',
  'panels/phase-gauge/': 'shigan-phasegauge-panel',
  'panels/risk-heatmap/': 'shigan-riskheatmap-panel',
};
const NESTED = Object.keys(PLUGINS).filter((folder) => folder !== '');

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

/** What a package to hand out holds beside the plugins. */
const RELEASED = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'docs/install.md',
  'docs/zh-Hans/install.md',
  'provisioning/alerting/policies.yaml',
  'provisioning/datasources/ledger.yaml',
];

/** Largest size of what a browser loads, packed as a web server packs it. */
const MOST_BYTES = { app: 1_000_000, panel: 100_000 };

/** Ways of a page to reach another host as it runs. Addresses that only a reader follows are none. */
const FETCHES = [
  /(?:fetch|import|importScripts|WebSocket|EventSource|sendBeacon)\(\s*["'`](?:https?|wss?):[^"'`]*/g,
  /\b(?:src|srcset|poster|data)=\\?["'](?:https?:)?\/\/[^"']*/g,
  /url\(\s*\\?["']?(?:https?:)?\/\/[^)"']*/g,
  /@import\s+\\?["'](?:https?:)?\/\/[^"']*/g,
];

export interface Expected {
  /** Of package.json. */
  version: string;
  /** For which platforms the data source's executable must be there: `linux/amd64`. */
  platforms: string[];
  /** Places of the machine that built it, which nobody else has a use for. */
  machinePaths?: string[];
  /** Whether it is the package to hand out, which says how it was built and what it is made of. */
  released?: boolean;
}

/** One sentence for everything that is wrong; none for a package that may be handed out. */
export function faultsOf(files: Files, expected: Expected): string[] {
  const missing = Object.keys(PLUGINS).flatMap((folder) =>
    ['plugin.json', 'module.js'].map((name) => folder + name).filter((name) => !files.has(name))
  );
  if (missing.length > 0) {
    return missing.map((name) => `${name} is missing: build it with "npm run build".`);
  }
  return [
    ...Object.keys(PLUGINS).flatMap((folder) => [
      ...manifestFaults(files, folder, expected),
      ...pictureFaults(files, folder),
      ...moduleFaults(files, folder),
      ...translationFaults(files, folder),
    ]),
    ...includeFaults(files),
    ...executableFaults(files, expected.platforms),
    ...chunkFaults(files),
    ...fetchFaults(files),
    ...machineFaults(files, expected.machinePaths ?? []),
    ...readmeFaults(files),
    ...sizeFaults(files),
    ...(expected.released ? [...noticeFaults(files), ...buildFaults(files)] : []),
  ];
}

interface Manifest {
  id: string;
  type: string;
  backend?: boolean;
  executable?: string;
  info: {
    version: string;
    updated: string;
    logos: { small: string; large: string };
    screenshots: Array<{ path: string }>;
    build?: { time: number; hash: string };
  };
  includes?: Array<{ type: string; name: string; path?: string }>;
}

const textOf = (files: Files, name: string) => new TextDecoder().decode(files.get(name)?.bytes);
const manifestOf = (files: Files, folder: string): Manifest => JSON.parse(textOf(files, `${folder}plugin.json`));

function manifestFaults(files: Files, folder: string, { version }: Expected): string[] {
  const { id, info } = manifestOf(files, folder);
  const where = `${folder}plugin.json`;
  return [
    ...(id === PLUGINS[folder] ? [] : [`${where} has the id ${id} instead of ${PLUGINS[folder]}.`]),
    ...(info.version === version ? [] : [`${where} has the version ${info.version} instead of ${version}.`]),
    ...(/^\d{4}-\d\d-\d\d$/.test(info.updated) ? [] : [`${where} has no date of its last change.`]),
    ...[...new Set(textOf(files, where).match(/%[A-Z_]+%/g))].map((word) => `${where} still says ${word}.`),
  ];
}

function pictureFaults(files: Files, folder: string): string[] {
  const { logos, screenshots } = manifestOf(files, folder).info;
  return [logos.small, logos.large, ...screenshots.map(({ path }) => path)]
    .filter((name) => !files.has(folder + name))
    .map((name) => `${folder}${name} is missing, which ${folder}plugin.json shows.`);
}

function moduleFaults(files: Files, folder: string): string[] {
  const asked = textOf(files, `${folder}module.js`).match(/define\(\[([^\]]*)\]/)?.[1];
  if (asked === undefined) {
    return [`${folder}module.js is no AMD module, as which Grafana loads it.`];
  }
  return asked
    .split(',')
    .map((name) => name.trim().replace(/['"]/g, ''))
    .filter((name) => name && !SHARED.has(name))
    .map((name) => `${folder}module.js asks for ${name}, which Grafana 12.2 does not share.`);
}

function translationFaults(files: Files, folder: string): string[] {
  const [english, chinese] = ['en-US', 'zh-Hans'].map((language) => {
    const name = `${folder}locales/${language}/${PLUGINS[folder]}.json`;
    return { name, keys: files.has(name) ? keysOf(JSON.parse(textOf(files, name))) : [] };
  });
  const lacking = (one: typeof english, other: typeof english) =>
    other.keys.filter((key) => !one.keys.includes(key)).map((key) => `${one.name} lacks ${key}.`);
  return [
    ...[english, chinese].filter(({ keys }) => keys.length === 0).map(({ name }) => `${name} has no words.`),
    ...lacking(english, chinese),
    ...lacking(chinese, english),
  ];
}

/** Paths of all words; Chinese has one form where English has two, so that the form is no part of the key. */
function keysOf(tree: Record<string, unknown>, prefix = ''): string[] {
  const keys = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value ? keysOf(value as Record<string, unknown>, `${prefix}${key}.`) : [prefix + key]
  );
  return [...new Set(keys.map((key) => key.replace(/_(one|other)$/, '')))];
}

function includeFaults(files: Files): string[] {
  const includes = manifestOf(files, '').includes ?? [];
  const announced = includes.filter(({ type }) => type === 'panel' || type === 'datasource').map(({ type }) => type);
  const there = NESTED.map((folder) => manifestOf(files, folder).type);
  const dashboards = includes.filter(({ type }) => type === 'dashboard').map(({ path = '' }) => path);
  const absent = dashboards.filter((name) => !files.has(name));
  const uids = dashboards
    .filter((name) => files.has(name))
    .map((name) => JSON.parse(textOf(files, name)).uid as string);
  return [
    ...(announced.sort().join() === there.sort().join()
      ? []
      : [`plugin.json announces ${announced.join(', ')}, and the package holds ${there.join(', ')}.`]),
    ...absent.map((name) => `plugin.json announces ${name}, which is missing.`),
    ...uids.filter((uid) => !/^shigan-/.test(uid)).map((uid) => `A dashboard has the uid ${uid}, which is not ours.`),
    ...uids.filter((uid, i) => uids.indexOf(uid) !== i).map((uid) => `Two dashboards have the uid ${uid}.`),
    ...includes
      .filter(({ type, path = '' }) => type === 'page' && !path.startsWith(`/a/${APP}/`))
      .map(({ name }) => `The page ${name} does not lead into the app.`),
  ];
}

function executableFaults(files: Files, platforms: string[]): string[] {
  const { executable = '' } = manifestOf(files, 'datasource/');
  const wanted = platforms.map((platform) => ({
    platform,
    name: `datasource/${executableName(executable, platform)}`,
  }));
  const mayRun = new Set(wanted.map(({ name }) => name));
  return [
    ...wanted.flatMap(({ platform, name }) => {
      const file = files.get(name);
      if (!file) {
        return [`${name} is missing: on that platform there would be no data source.`];
      }
      return [
        ...((file.mode & 0o777) === 0o755 ? [] : [`${name} has the mode ${octal(file.mode)} instead of 755.`]),
        ...(platformOf(file.bytes) === platform
          ? []
          : [`${name} is made for ${platformOf(file.bytes) ?? 'no known platform'}.`]),
      ];
    }),
    ...[...files]
      .filter(([name, { mode }]) => !mayRun.has(name) && !name.startsWith('datasource/gpx_') && (mode & 0o111) !== 0)
      .map(([name, { mode }]) => `${name} may be run (mode ${octal(mode)}), though it is no program.`),
    ...Object.keys(PLUGINS)
      .filter((folder) => folder !== 'datasource/' && manifestOf(files, folder).backend)
      .map((folder) => `${folder}plugin.json announces a backend that it does not have.`),
  ];
}

const octal = (mode: number) => (mode & 0o777).toString(8);

function chunkFaults(files: Files): string[] {
  return [...files.keys()]
    .filter((name) => name.endsWith('.js'))
    .filter((name) => NESTED.some((folder) => name.startsWith(folder) && name !== `${folder}module.js`))
    .map((name) => `${name} is loaded lazily, and Grafana would not find it in a nested plugin.`);
}

function fetchFaults(files: Files): string[] {
  return [...files.keys()]
    .filter((name) => /\.(js|css|json|svg|html)$/.test(name))
    .flatMap((name) =>
      FETCHES.flatMap((pattern) => textOf(files, name).match(pattern) ?? []).map((call) => ({ name, call }))
    )
    .map(({ name, call }) => `${name} reaches for another host: ${call}.`);
}

function machineFaults(files: Files, machinePaths: string[]): string[] {
  return [...files].flatMap(([name, { bytes }]) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return machinePaths
      .filter((path) => buffer.includes(path))
      .map((path) => `${name} names ${path}, a place on the machine that built it.`);
  });
}

function sizeFaults(files: Files): string[] {
  const packed = (name: string) => gzipSync(files.get(name)?.bytes ?? '').length;
  const app = [...files.keys()].filter((name) => /^[^/]+\.js$/.test(name)).reduce((sum, name) => sum + packed(name), 0);
  const panels = NESTED.filter((folder) => folder.startsWith('panels/')).map((folder) => `${folder}module.js`);
  return [
    ...(app < MOST_BYTES.app ? [] : [`The app's code is ${app} bytes packed: more than ${MOST_BYTES.app}.`]),
    ...panels
      .filter((name) => packed(name) >= MOST_BYTES.panel)
      .map((name) => `${name} is ${packed(name)} bytes packed: more than ${MOST_BYTES.panel}.`),
  ];
}

/** Grafana shows README.md at plugins/<id>, wherever it is served: pictures are named from there. */
function readmeFaults(files: Files): string[] {
  const base = `../public/plugins/${APP}/`;
  return [...textOf(files, 'README.md').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)]
    .map(([, picture]) => picture)
    .filter((picture) => !picture.startsWith(base) || !files.has(picture.slice(base.length)))
    .map((picture) => `README.md shows ${picture}, which is not in the package.`);
}

function noticeFaults(files: Files): string[] {
  const notices = textOf(files, 'THIRD-PARTY-NOTICES.txt');
  const absent = RELEASED.filter((name) => !files.has(name));
  return [
    ...absent.map((name) => `${name} is missing.`),
    ...bundledPackages(files)
      .filter((name) => !notices.includes(`\n${name} `))
      .map((name) => `THIRD-PARTY-NOTICES.txt does not name ${name}, which is part of the package.`),
  ];
}

function buildFaults(files: Files): string[] {
  return Object.keys(PLUGINS)
    .filter((folder) => !/^[0-9a-f]{7,}/.test(manifestOf(files, folder).info.build?.hash ?? ''))
    .map((folder) => `${folder}plugin.json does not say from which commit it was built.`);
}
