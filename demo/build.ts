/** Builds what the demo shows, each part only when its sources changed: plugins, backend, page. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { executableName, hostPlatform } from '../package/executableFormat';
import { buildPage } from './page/build';
import { buildIfStale, digestOf } from './stamp';

const PROJECT = path.resolve(__dirname, '..');
const STAMPS = path.join(PROJECT, 'demo', 'build', 'stamps');
/** Where running demos leave their process ids. */
export const CLAIMS = path.join(PROJECT, 'demo', 'build', 'running');
const isTest = (file: string) => /\.test\.tsx?$|_test\.go$/.test(file);

/** Where builds end up. */
export const DIST = path.join(PROJECT, 'dist');
export const PAGE = path.join(PROJECT, 'demo', 'build', 'page');
export const DASHBOARDS = path.join(PROJECT, 'dashboards', 'json');
export const EXAMPLES = path.join(PROJECT, 'dashboards', 'examples', 'json');

/** The shipped executable of this machine's platform, as Grafana names it. */
export function executablePath(): string {
  return path.join(DIST, 'datasource', executableName('gpx_policy', hostPlatform()));
}

/** Returns false when `dist/` was up to date. @throws Error with one sentence and webpack's own first complaint. */
export function buildFrontend(): Promise<boolean> {
  const sources = ['src', 'plugin.json', 'package.json', 'webpack.config.ts', '.config', 'dashboards/json', 'dashboards/examples/json', 'README.md', 'CHANGELOG.md', 'ledger/script.ts', 'ledger/schema', 'ledger/read-models', 'ledger/methods'];
  const digest = digestOf(PROJECT, sources, (file) => !isTest(file));
  const outputs = ['module.js', 'plugin.json', 'datasource/module.js'].map((file) => path.join(DIST, file));
  return buildIfStale(path.join(STAMPS, 'frontend'), digest, outputs, () => npmRun('build:frontend', 'The plugins'));
}

/** Returns false when the executable was up to date. @throws Error with one sentence when Go is missing or complains. */
export function buildBackend(): Promise<boolean> {
  const digest = digestOf(PROJECT, ['pkg', 'go.mod', 'go.sum', 'demo/build-backend.ts'], (file) => !isTest(file));
  return buildIfStale(path.join(STAMPS, 'backend'), digest, [executablePath()], async () => {
    await findGo();
    await npmRun('build:backend', "The data source's backend");
  });
}

/** Returns false when the demo's page was up to date. */
export function buildDemoPage(): Promise<boolean> {
  const digest = digestOf(PROJECT, ['demo/page', 'package-lock.json'], (file) => !isTest(file));
  return buildIfStale(path.join(STAMPS, 'page'), digest, [path.join(PAGE, 'index.html')], () => buildPage(PAGE));
}

async function findGo() {
  const wanted = fs.readFileSync(path.join(PROJECT, 'go.mod'), 'utf8').match(/^go (\S+)/m)?.[1];
  try {
    await run('go', ['version']);
  } catch {
    throw new Error(`Go is missing: install Go ${wanted} or later (https://go.dev/dl) and run "npm start" again.`);
  }
}

async function npmRun(script: string, what: string) {
  try {
    await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['run', '--silent', script]);
  } catch (error) {
    const complaint = firstComplaint((error as Error).message);
    throw new Error(`${what} could not be built (${complaint}): see all of it with "npm run ${script}".`, { cause: error });
  }
}

/** Runs a command in the project. @throws Error with all that it wrote, when it fails. */
function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const listen = (chunk: Buffer) => (said = (said + chunk).slice(-100_000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(said || `${command} ended with ${code}`))));
  });
}

function firstComplaint(said: string): string {
  const lines = said.replace(/\x1b\[[0-9;]*m/g, '').split('\n').map((line) => line.trim()).filter(Boolean);
  const complaint = lines.find((line) => /error|cannot|undefined|not found|failed/i.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return complaint.slice(0, 200).replace(/[.:]$/, '');
}
