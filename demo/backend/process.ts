/**
 * Starts the shipped executable as Grafana does: HashiCorp's go-plugin handshake. The child checks a cookie in its
 * environment and prints one line, `core-version|app-version|network|address|protocol|`; then it answers gRPC there.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';

const CORE_PROTOCOL = '1';
const APP_PROTOCOL = '2';
const READY_WITHIN_MS = 15_000;
const GONE_WITHIN_MS = 3_000;

export interface BackendProcess {
  /** Target for a gRPC channel: `unix:/path` or `127.0.0.1:port`. */
  address: string;
  /** Ends the process and waits for it. */
  stop: () => Promise<void>;
  /** Settles when the process ends without `stop`, with its last words. */
  died: Promise<string>;
}

/**
 * @param executable path of `gpx_policy_<os>_<arch>`
 * @throws Error with one sentence when it does not start, or does not answer with the handshake in 15 seconds.
 */
export async function startBackend(executable: string): Promise<BackendProcess> {
  const child = spawn(executable, [], {
    cwd: path.dirname(executable),
    env: { ...process.env, grafana_plugin_type: 'datasource', PLUGIN_PROTOCOL_VERSIONS: APP_PROTOCOL },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let lastWords = '';
  let stopping = false;
  readline.createInterface({ input: child.stderr! }).on('line', (line) => {
    const said = readLog(line);
    lastWords = said.message || lastWords;
    if (said.severe && !stopping) {
      process.stderr.write(`  backend: ${said.message}\n`);
    }
  });
  const exited = new Promise<void>((resolve) => {
    // Not at `exit`: its last words may still be under way then.
    child.once('close', () => resolve());
    child.once('error', (error) => {
      lastWords = error.message;
      resolve();
    });
  });
  const stop = async () => {
    stopping = true;
    await end(child, exited);
  };
  const line = await Promise.race([firstLine(child), exited.then(() => undefined), pause(READY_WITHIN_MS)]);
  if (line === undefined) {
    await stop();
    throw new Error(
      `The data source's backend did not start (${lastWords || 'it said nothing'}): run "npm run build:backend" and try again.`
    );
  }
  try {
    const died = exited.then(() => (stopping ? new Promise<string>(() => {}) : lastWords || 'it said nothing'));
    return { address: addressFrom(line), stop, died };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The gRPC target in a handshake line. @throws Error with one sentence for any other line. */
export function addressFrom(line: string): string {
  const [core, app, network, address, protocol] = line.trim().split('|');
  if (core !== CORE_PROTOCOL || app !== APP_PROTOCOL || protocol !== 'grpc' || !address) {
    throw new Error(
      `The data source's backend answered "${line.trim().slice(0, 80)}" instead of a go-plugin handshake: rebuild it with "npm run build:backend".`
    );
  }
  return network === 'unix' ? `unix:${address}` : address;
}

/** A line of the SDK's JSON log, and whether a reader of the terminal must see it. */
function readLog(line: string): { message: string; severe: boolean } {
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    const message = [entry['@message'] ?? entry.msg, entry.error].filter(Boolean).join(': ');
    return { message, severe: ['warn', 'error'].includes(String(entry['@level'] ?? entry.level).toLowerCase()) };
  } catch {
    return { message: line.trim(), severe: /panic|fatal/i.test(line) };
  }
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => readline.createInterface({ input: child.stdout! }).once('line', resolve));

async function end(child: ChildProcess, exited: Promise<void>) {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), GONE_WITHIN_MS);
    await exited;
    clearTimeout(hard);
  }
}

const pause = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
