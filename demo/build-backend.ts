/**
 * `npm run build:backend`: builds the data source's executable for this machine (or for GOOS and GOARCH) into
 * `dist/datasource/`, under the name that Grafana looks for. Needs Go, and nothing else. The same code gives the same
 * bytes: no path and no state of a checkout goes into it.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { executableName } from '../package/executableFormat';

const PROJECT = path.resolve(__dirname, '..');
/** Where the SDK looks for what a build says of itself; it shows in the log and in the metrics. */
const INFORMATION = 'github.com/grafana/grafana-plugin-sdk-go/build/buildinfo.buildInfoJSON';

/** The version that go.mod asks for, such as 1.26. */
function wantedGo(): string {
  return /^go (\d+\.\d+)/m.exec(fs.readFileSync(path.join(PROJECT, 'go.mod'), 'utf8'))?.[1] ?? '';
}

const json = (...file: string[]) => JSON.parse(fs.readFileSync(path.join(PROJECT, ...file), 'utf8'));

function go(args: string[], output: 'pipe' | 'inherit', environment: Record<string, string> = {}) {
  const done = spawnSync('go', args, {
    cwd: PROJECT,
    encoding: 'utf8',
    stdio: ['ignore', output, 'inherit'],
    env: { ...process.env, CGO_ENABLED: '0', ...environment },
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

export interface BackendBuild {
  /** Such as `linux/amd64`; this machine's, or that of GOOS and GOARCH, where absent. */
  platform?: string;
  /** Where it goes; `dist/datasource` where absent. */
  folder?: string;
  /** Milliseconds since 1970 that the executable states as its time of build; none where absent. */
  time?: number;
}

/**
 * Builds the executable and says where it is.
 *
 * @throws Error with one sentence: Go is missing or too old, or the code does not compile
 */
export function buildBackend({ platform, folder = path.join(PROJECT, 'dist', 'datasource'), time }: BackendBuild = {}): string {
  const [system, architecture] = platform?.split('/') ?? go(['env', 'GOOS', 'GOARCH'], 'pipe').trim().split('\n');
  const { executable, id } = json('src', 'datasource', 'plugin.json');
  const file = path.join(folder, executableName(executable, `${system}/${architecture}`));
  const information = JSON.stringify({ time, pluginID: id, version: json('package.json').version });
  fs.mkdirSync(folder, { recursive: true });
  go(
    ['build', '-trimpath', '-buildvcs=false', '-ldflags', `-s -w -X '${INFORMATION}=${information}'`, '-o', file, './pkg'],
    'inherit',
    { GOOS: system, GOARCH: architecture }
  );
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
