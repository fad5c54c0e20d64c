/**
 * `npm run package`: one zip for all platforms, its checksum beside it. Builds, gathers, checks, signs if there is a
 * token, packs, and checks what it packed. Only signing contacts another host.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'glob';
import { buildBackend } from '../demo/build-backend';
import { type Files, pack, unpack } from './archive';
import { APP, faultsOf, PLUGINS } from './check';
import { signIfAllowed } from './sign';
import { bundledPackages, NOTICES, noticesText, type Work, workIn } from './thirdParty';

const PROJECT = path.resolve(__dirname, '..');
const ARTIFACTS = path.join(PROJECT, 'artifacts');
const PLATFORMS = ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64', 'windows/amd64', 'windows/arm64'];
const USAGE = `Usage: npm run package -- [--platforms LIST]
  --platforms LIST              only for these, as ${PLATFORMS.slice(0, 2).join(',')}; all six where absent
  SOURCE_DATE_EPOCH             in the environment: seconds since 1970 that files carry (default: the commit's)
  GRAFANA_ACCESS_POLICY_TOKEN   in the environment: have Grafana sign the plugin; without it nothing leaves this machine
  GRAFANA_ROOT_URLS             with the token: sign for these Grafana addresses only, separated by commas`;

interface Commit {
  hash: string;
  /** Seconds since 1970. */
  time: number;
}

async function main() {
  const { values } = parseArgs({ options: { platforms: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    say(USAGE);
    return;
  }
  const platforms = chosenPlatforms(values.platforms);
  const commit = commitOf();
  const { version } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8'));
  const expected = { version, platforms, machinePaths: machinePaths(), released: true };

  const stage = path.join(ARTIFACTS, APP);
  fs.rmSync(stage, { recursive: true, force: true });
  say('Building what runs in the browser.');
  run('npm', ['run', '--silent', 'build:frontend']);
  gather(stage);
  gatherPapers(stage);
  settleSourceMaps(stage);
  for (const platform of platforms) {
    say(`Building the data source for ${platform}.`);
    buildBackend({ platform, folder: path.join(stage, 'datasource'), time: commit.time * 1000 });
  }
  stateBuild(stage, commit);
  fs.writeFileSync(path.join(stage, NOTICES), noticesText(worksIn(filesOf(stage))));
  refuseIf(faultsOf(filesOf(stage), expected));

  const signed = await signIfAllowed(stage, process.env);
  const zip = pack(filesOf(stage), APP, commit.time);
  refuseIf(faultsOf(withoutFolder(unpack(zip)), expected));
  const name = `${APP}-${version}${platforms.length === PLATFORMS.length ? '' : `.${platforms.join('.').replaceAll('/', '_')}`}.zip`;
  const digest = createHash('sha256').update(zip).digest('hex');
  fs.writeFileSync(path.join(ARTIFACTS, name), zip);
  fs.writeFileSync(path.join(ARTIFACTS, `${name}.sha256`), `${digest}  ${name}\n`);
  say(`\nartifacts/${name}`);
  say(`  ${megabytes(zip.length)} packed, ${megabytes(unpackedSize(stage))} unpacked, ${platforms.length} platforms`);
  say(
    `  version ${version}, commit ${commit.hash}, ${signed ? 'signed' : 'not signed: allow its four ids in grafana.ini (docs/install.md)'}`
  );
  say(`  sha256 ${digest}`);
}

function chosenPlatforms(list: string | undefined): string[] {
  const chosen = list?.split(',').map((platform) => platform.trim()) ?? PLATFORMS;
  const unknown = chosen.find((platform) => !PLATFORMS.includes(platform));
  if (unknown !== undefined) {
    throw new Error(`There is no platform "${unknown}": choose from ${PLATFORMS.join(', ')}.`);
  }
  return PLATFORMS.filter((platform) => chosen.includes(platform));
}

/** What is packaged: the commit of this checkout, marked where files differ from it. */
function commitOf(): Commit {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && !/^\d{9,10}$/.test(epoch)) {
    throw new Error(`SOURCE_DATE_EPOCH is "${epoch}": give seconds since 1970, or leave it out.`);
  }
  try {
    const [hash, time] = git(['log', '-1', '--format=%H %ct']).trim().split(' ');
    const changed = git(['status', '--porcelain']).trim() !== '';
    return { hash: changed ? `${hash}-modified` : hash, time: Number(epoch ?? time) };
  } catch {
    throw new Error(
      'The package states the commit that it was built from, and git told none: package from a git checkout.'
    );
  }
}

const git = (args: string[]) =>
  execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** `dist/` without executables, which an earlier build may have left behind. */
function gather(stage: string) {
  fs.cpSync(path.join(PROJECT, 'dist'), stage, {
    recursive: true,
    filter: (file) => !/^gpx_|^go_plugin_build_manifest$/.test(path.basename(file)),
  });
}

/** What whoever has only the package needs to run it: the documentation, and the files to provision. */
function gatherPapers(stage: string) {
  fs.cpSync(path.join(PROJECT, 'provisioning'), path.join(stage, 'provisioning'), { recursive: true });
  for (const page of globSync('docs/**/*.md', { cwd: PROJECT })) {
    const copy = path.join(stage, page);
    fs.mkdirSync(path.dirname(copy), { recursive: true });
    // The panels, which lie in src/ here, lie beside docs/ there.
    fs.writeFileSync(copy, fs.readFileSync(path.join(PROJECT, page), 'utf8').replaceAll('../src/', '../'));
  }
}

/**
 * Source maps are written before webpack knows a chunk's final hash, and the passing one in them depends on the folder in
 * which it was built: it goes, so that the same code gives the same bytes anywhere.
 */
function settleSourceMaps(stage: string) {
  const maps = globSync('**/*.js.map', { cwd: stage, absolute: true }).map((file) => ({
    file,
    text: fs.readFileSync(file, 'utf8'),
  }));
  const passing = maps.flatMap(({ text }) => (JSON.parse(text).file as string).match(/_cache=(\w+)/)?.[1] ?? []);
  for (const { file, text } of maps) {
    fs.writeFileSync(
      file,
      passing.reduce((settled, hash) => settled.replaceAll(hash, 'final'), text)
    );
  }
}

/** Writes into every plugin.json when and from which commit it was built. The day is the commit's, not that of the build. */
function stateBuild(stage: string, { hash, time }: Commit) {
  for (const folder of Object.keys(PLUGINS)) {
    const file = path.join(stage, folder, 'plugin.json');
    const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
    manifest.info.updated = new Date(time * 1000).toISOString().slice(0, 10);
    manifest.info.build = { time: time * 1000, hash };
    fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  }
}

/** Everybody's work in these files, with their licences. */
function worksIn(files: Files): Work[] {
  const modules = goModuleFolders();
  const works = bundledPackages(files).map((name) => {
    const module = modules.get(name);
    if (module) {
      return workIn(module.folder, name, module.version);
    }
    const folder = path.join(PROJECT, 'node_modules', name);
    return workIn(folder, name, JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version);
  });
  const go = (name: string) => goCommand(['env', name]).trim();
  return [...works, workIn(go('GOROOT'), 'Go', go('GOVERSION').replace(/^go/, ''))];
}

function goModuleFolders(): Map<string, { version: string; folder: string }> {
  const lines = goCommand(['list', '-m', '-f', '{{.Path}}\t{{.Version}}\t{{.Dir}}', 'all']).trim().split('\n');
  return new Map(
    lines
      .map((line) => line.split('\t'))
      .map(([name, moduleVersion, folder]) => [name, { version: moduleVersion, folder }])
  );
}

const goCommand = (args: string[]) => execFileSync('go', args, { cwd: PROJECT, encoding: 'utf8', maxBuffer: 1e8 });

/** The home folder of root is a word that occurs by itself, and no place of this machine alone. */
function machinePaths(): string[] {
  const home = os.homedir();
  return [PROJECT, goCommand(['env', 'GOMODCACHE']).trim(), ...(home === '/root' ? [] : [home])];
}

/** All files of a folder. A system without modes, such as Windows, says nothing about them: the name does. */
function filesOf(folder: string): Files {
  const names = globSync('**/*', { cwd: folder, nodir: true, posix: true });
  return new Map(
    names.map((name) => [
      name,
      { mode: /\/gpx_[^/]+$/.test(name) ? 0o755 : 0o644, bytes: fs.readFileSync(path.join(folder, name)) },
    ])
  );
}

const withoutFolder = (files: Files): Files =>
  new Map([...files].map(([name, file]) => [name.slice(APP.length + 1), file]));

function unpackedSize(stage: string): number {
  return [...filesOf(stage).values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function run(command: string, args: string[]) {
  const { status } = spawnSync(command, args, {
    cwd: PROJECT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error(`\`${command} ${args.at(-1)}\` failed: read its message above.`);
  }
}

function refuseIf(faults: string[]) {
  if (faults.length > 0) {
    throw new Error([...faults, 'Nothing was packaged: correct the above and run this again.'].join('\n'));
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const say = (line: string) => process.stdout.write(`${line}\n`);

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
