/** The sample ledger, the build, the provisioning and a listener for warnings, around a Grafana of somebody's own. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { buildBackend, buildFrontend, CLAIMS, DIST } from '../build';
import { claim } from '../claim';
import { openServer, prepareLedger, readerLogin } from '../database/ledger';
import { step } from '../steps';
import { type GrafanaSettings, logOf } from './environment';
import { findGrafana } from './installation';
import { endLeftover, passwordFileOf, refuseBusyPort, startGrafana } from './server';
import { startEcho } from './webhookEcho';

const PROJECT = path.resolve(__dirname, '..', '..');

export interface WithGrafana {
  port: number;
  /** Name of the folders that keep the database's and Grafana's own data. */
  data: string;
  /** False: show `dist/` as it stands. */
  build: boolean;
  /** The user's own workbook instead of the sample. */
  ledger?: string;
  /** Forget what Grafana kept from an earlier start. */
  fresh?: boolean;
  /** Where warnings go; a listener of our own where absent. */
  webhook?: string;
}

export interface Shown {
  url: string;
  user: string;
  password: string;
  log: string;
  /** Connection URL of a superuser (or of the login of DATABASE_URL) to the ledger that is shown. */
  ledger: string;
  /** Ends Grafana and starts it again on the same data. */
  restart: () => Promise<void>;
  /** Settles when Grafana ends unasked. */
  died: Promise<void>;
}

/**
 * Starts everything, on 127.0.0.1 only.
 *
 * @param keep told how to stop each part, in the order in which they were started; also where a later one fails
 * @throws Error with one sentence: the folder, the port, the build, the database or Grafana's own reason
 */
export async function runWithGrafana(
  home: string,
  options: WithGrafana,
  keep: (stop: () => Promise<void>) => void
): Promise<Shown> {
  const installation = findGrafana(home);
  const folder = path.join(PROJECT, '.grafana', options.data);
  claim(CLAIMS, options.data);
  await endLeftover(folder);
  await refuseBusyPort(options.port);
  process.stdout.write(`Starting Grafana ${installation.version} with the plugins of Shigan.\n`);

  const opened = await step(
    process.env.DATABASE_URL ? 'Connecting to DATABASE_URL' : 'Starting PostgreSQL',
    async () => {
      const server = await openServer(options.data, options.ledger !== undefined);
      keep(server.stop);
      return server;
    }
  );
  const today = new Date().toISOString().slice(0, 10);
  const { url: ledger } = await prepareLedger(opened.url, options.ledger, today);
  const { login } = await readerLogin(ledger);
  if (options.build) {
    const outcome = (built: boolean) => (built ? 'built' : 'up to date');
    await step('Building the plugins', buildFrontend, outcome);
    await step("Building the data source's backend", buildBackend, outcome);
  }

  if (options.fresh) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  const settings: GrafanaSettings = {
    folder,
    provisioning: path.join(PROJECT, 'provisioning'),
    port: options.port,
    password: keptPassword(folder),
    language: languageOfUser(),
    ledger: login,
    webhook: options.webhook ?? (await echo(keep)),
  };
  let died = () => {};
  const ended = new Promise<void>((resolve) => (died = resolve));
  const begin = async () => {
    const started = await startGrafana(installation, settings, DIST);
    void started.died.then(died);
    return started;
  };
  let server = await step('Starting Grafana', begin);
  keep(() => server.stop());
  return {
    url: server.url,
    user: 'admin',
    password: settings.password,
    log: logOf(folder),
    ledger,
    died: ended,
    restart: async () => {
      await server.stop();
      server = await begin();
    },
  };
}

async function echo(keep: (stop: () => Promise<void>) => void): Promise<string> {
  const listener = await startEcho((line) => process.stdout.write(`  ⚠ ${line}\n`));
  keep(listener.stop);
  return listener.url;
}

/** Grafana's admin gets a password at the first start, which later ones need. */
function keptPassword(folder: string): string {
  const file = passwordFileOf(folder);
  if (!fs.existsSync(file)) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(file, `${randomBytes(9).toString('base64url')}\n`, { mode: 0o600 });
  }
  return fs.readFileSync(file, 'utf8').trim();
}

const languageOfUser = () => (/^zh/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'zh-Hans' : 'en-US');
