/** Runs a Grafana of somebody's own folder with our plugins, until it is stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { PLUGINS } from '../../package/check';
import { isAlive, readIfThere } from '../../ledger/postgres/pidFile';
import { addressOf, grafanaEnvironment, type GrafanaSettings, logOf, pluginsOf } from './environment';
import type { Installation } from './installation';

/** A first start makes Grafana's own database, which takes minutes on a slow disk. */
const READY_WITHIN_MS = 300_000;
const GONE_WITHIN_MS = 20_000;

export interface GrafanaServer {
  url: string;
  /** Ends it and what it started, and waits for that. */
  stop: () => Promise<void>;
  /** Settles when it ends without `stop`. */
  died: Promise<void>;
}

/** @throws Error with one sentence where something listens on this port of 127.0.0.1 already */
export async function refuseBusyPort(port: number): Promise<void> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  if (!free) {
    throw new Error(`Port ${port} of 127.0.0.1 is taken: end what runs there, or choose another with --port N.`);
  }
}

/**
 * Starts Grafana and waits until it answers and has loaded all four plugins.
 *
 * @param dist the build to load
 * @throws Error with one sentence, which names Grafana's log, where it ends early, does not answer or lacks a plugin
 */
export async function startGrafana(
  { home, executable, command }: Installation,
  settings: GrafanaSettings,
  dist: string
): Promise<GrafanaServer> {
  const { folder, port } = settings;
  const pidFile = pidFileOf(folder);
  layOut(folder, dist);
  const log = fs.openSync(path.join(folder, 'log', 'output.log'), 'w');
  // Detached: Ctrl-C in a terminal must reach us first, so that Grafana ends before its database does.
  const child = spawn(executable, [...command, '--homepath', home, '--pidfile', pidFile], {
    cwd: home,
    env: grafanaEnvironment(settings, process.env),
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  let stopping = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve());
  });
  const died = new Promise<void>((resolve) => void gone.then(() => stopping || resolve()));
  const stop = async () => {
    stopping = true;
    await end(child, gone);
    fs.rmSync(pidFile, { force: true });
  };
  try {
    await answers(addressOf(port), gone, folder);
    await refuseMissingPlugins(settings);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: addressOf(port), stop, died };
}

function layOut(folder: string, dist: string) {
  fs.mkdirSync(path.join(folder, 'log'), { recursive: true });
  fs.mkdirSync(pluginsOf(folder), { recursive: true });
  fs.rmSync(logOf(folder), { force: true });
  const link = path.join(pluginsOf(folder), PLUGINS['']);
  fs.rmSync(link, { recursive: true, force: true });
  fs.symlinkSync(dist, link, 'junction');
}

async function answers(url: string, gone: Promise<void>, folder: string) {
  let ended = false;
  void gone.then(() => (ended = true));
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(500)) {
    if (ended) {
      throw new Error(
        `Grafana ended as it started${lastComplaint(folder)}: correct that; all it said is in ${logOf(folder)}.`
      );
    }
    const health = await fetch(`${url}/api/health`).catch(() => undefined);
    if (health?.ok) {
      return;
    }
  }
  throw new Error(`Grafana did not answer within ${READY_WITHIN_MS / 60_000} minutes: look into ${logOf(folder)}.`);
}

/** Grafana starts without a plugin that it could not load, and says so in its log only. */
async function refuseMissingPlugins({ port, password, folder }: GrafanaSettings) {
  const authorization = `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
  for (const id of Object.values(PLUGINS)) {
    const { status } = await fetch(`${addressOf(port)}/api/plugins/${id}/settings`, { headers: { authorization } });
    if (status === 401) {
      throw new Error(`The password of Grafana's admin was changed: write the new one into ${passwordFileOf(folder)}.`);
    }
    if (status !== 200) {
      throw new Error(
        `Grafana did not load ${id}: look for it in ${logOf(folder)}, and build again with "npm run build".`
      );
    }
  }
}

const pidFileOf = (folder: string) => path.join(folder, 'grafana.pid');
export const passwordFileOf = (folder: string) => path.join(folder, 'password');

/** The last error that Grafana wrote, in its own words. */
export function lastComplaint(folder: string): string {
  const said = `${readIfThere(logOf(folder)) ?? ''}\n${readIfThere(path.join(folder, 'log', 'output.log')) ?? ''}`;
  const line = said
    .split('\n')
    .filter((text) => /level=error|^Error|^panic/i.test(text))
    .pop();
  const words =
    line && (/error="((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? /msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line);
  return words ? ` (${words.slice(0, 300)})` : '';
}

/** A Grafana that an earlier, killed start left behind on this folder is ended; any other process is left alone. */
export async function endLeftover(folder: string): Promise<void> {
  const pidFile = pidFileOf(folder);
  const pid = Number(readIfThere(pidFile));
  if (!pid || !isAlive(pid) || !readIfThere(`/proc/${pid}/cmdline`)?.includes(pidFile)) {
    return;
  }
  process.kill(pid, 'SIGTERM');
  for (let tries = 0; tries < GONE_WITHIN_MS / 100 && isAlive(pid); tries++) {
    await pause(100);
  }
}

async function end(child: ChildProcess, gone: Promise<void>) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  child.kill('SIGTERM');
  const hard = setTimeout(() => killAll(child), GONE_WITHIN_MS);
  await gone;
  clearTimeout(hard);
}

/** With the data source's process, which would outlive a Grafana that was killed. */
function killAll(child: ChildProcess) {
  try {
    process.kill(process.platform === 'win32' ? child.pid! : -child.pid!, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
