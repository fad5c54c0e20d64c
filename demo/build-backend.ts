/**
 * `npm run build:backend`: builds the data source's executable for this machine (or for GOOS and GOARCH) into
 * `dist/datasource/`, under the name that Grafana looks for. Needs Go, and nothing else.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '..');

/** The version that go.mod asks for, such as 1.26. */
function wantedGo(): string {
  return /^go (\d+\.\d+)/m.exec(fs.readFileSync(path.join(PROJECT, 'go.mod'), 'utf8'))?.[1] ?? '';
}

function executable(): string {
  return JSON.parse(fs.readFileSync(path.join(PROJECT, 'src', 'datasource', 'plugin.json'), 'utf8')).executable;
}

function go(args: string[], output: 'pipe' | 'inherit') {
  const done = spawnSync('go', args, {
    cwd: PROJECT,
    encoding: 'utf8',
    stdio: ['ignore', output, 'inherit'],
    env: { ...process.env, CGO_ENABLED: '0' },
  });
  if (done.error) {
    throw new Error(
      `Go is not installed: install Go ${wantedGo()} or later from https://go.dev/dl and run this again.`
    );
  }
  if (done.status !== 0) {
    throw new Error(`\`go ${args[0]}\` failed: read its message above; Go ${wantedGo()} or later is needed.`);
  }
  return done.stdout;
}

/**
 * Builds the executable and says where it is.
 *
 * @throws Error with one sentence: Go is missing or too old, or the code does not compile
 */
export function buildBackend(): string {
  const [system, architecture] = go(['env', 'GOOS', 'GOARCH'], 'pipe').trim().split('\n');
  const name = `${executable()}_${system}_${architecture}${system === 'windows' ? '.exe' : ''}`;
  const file = path.join(PROJECT, 'dist', 'datasource', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  go(['build', '-trimpath', '-ldflags', '-s -w', '-o', file, './pkg'], 'inherit');
  fs.chmodSync(file, 0o755);
  return file;
}

if (require.main === module) {
  try {
    process.stdout.write(`${path.relative(PROJECT, buildBackend())}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
