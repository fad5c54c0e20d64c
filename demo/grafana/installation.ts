/** Finds the Grafana in a folder into which somebody unpacked one, and says whether it is one that we support. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hostPlatform } from '../../package/executableFormat';

/** The oldest Grafana that loads the plugins, as `grafanaDependency` in plugin.json says. */
const OLDEST = [12, 2];

export interface Installation {
  /** The folder with conf/ and public/, which Grafana calls its home path. */
  home: string;
  executable: string;
  /** What comes before the server's own arguments: `grafana server …`; the older `grafana-server` takes them at once. */
  command: string[];
  /** Such as `12.2.0`. */
  version: string;
}

/**
 * @param askVersion what an executable says of itself; asked only where the folder does not say it
 * @throws Error with one sentence: no such folder, no Grafana in it, or one that is too old
 */
export function findGrafana(folder: string, askVersion: (executable: string) => string = versionSaidBy): Installation {
  const home = path.resolve(folder);
  if (!fs.statSync(home, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`There is no folder ${home}: give the one into which you unpacked Grafana.`);
  }
  const executable = candidates(home).find((file) => fs.existsSync(file));
  const missing = [
    ...(executable ? [] : ['bin/grafana']),
    ...['conf/defaults.ini', 'public'].filter((name) => !fs.existsSync(path.join(home, name))),
  ];
  if (!executable || missing.length > 0) {
    throw new Error(
      `${home} is no unpacked Grafana (${missing.join(', ')} missing): give the folder that holds bin, conf and public.`
    );
  }
  const version = versionIn(home) ?? numberIn(askVersion(executable));
  if (!version) {
    throw new Error(
      `${executable} does not say which Grafana it is: unpack Grafana ${OLDEST.join('.')} or later again.`
    );
  }
  if (isOlder(version)) {
    throw new Error(`${home} holds Grafana ${version}: unpack ${OLDEST.join('.')} or later, which the plugins need.`);
  }
  const command = /^grafana-server/.test(path.basename(executable)) ? [] : ['server'];
  return { home, executable, command, version };
}

/** Where releases and builds keep the executable, the usual place first. */
function candidates(home: string): string[] {
  const platform = hostPlatform().replace('/', '-');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return ['grafana', 'grafana-server'].flatMap((name) =>
    [['bin'], ['bin', platform], []].map((folders) => path.join(home, ...folders, `${name}${ending}`))
  );
}

function versionIn(home: string): string | undefined {
  const file = path.join(home, 'VERSION');
  return fs.existsSync(file) ? numberIn(fs.readFileSync(file, 'utf8')) : undefined;
}

function versionSaidBy(executable: string): string {
  try {
    const question = /^grafana-server/.test(path.basename(executable)) ? '-v' : '--version';
    return execFileSync(executable, [question], {
      encoding: 'utf8',
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

const numberIn = (text: string) => /\d+\.\d+\.\d+/.exec(text)?.[0];

function isOlder(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}
