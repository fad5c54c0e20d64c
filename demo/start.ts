/**
 * `npm start`: the shipped plugins on a page of their own, without Grafana. Starts a database, fills it, builds what
 * changed, starts the data source's executable and serves the page on 127.0.0.1 until Ctrl-C. With `--grafana FOLDER` a
 * Grafana that is unpacked there shows them instead.
 */
import { callBackend, type DataSource } from './backend/calls';
import { startBackend } from './backend/process';
import { buildBackend, buildDemoPage, buildFrontend, CLAIMS, DASHBOARDS, DIST, EXAMPLES, executablePath, PAGE } from './build';
import { claim } from './claim';
import { type Login, openServer, prepareLedger, readerLogin, timeZoneOf } from './database/ledger';
import { runWithGrafana } from './grafana/run';
import { open } from './open';
import { DEFAULT_PORT, type Options, parseOptions, USAGE } from './options';
import { type Served, serve } from './server/serve';
import { step } from './steps';

/** What must be stopped, last begun first. */
const running: Array<() => Promise<void>> = [];

async function start(options: Options) {
  const begun = Date.now();
  if (!process.env.DATABASE_URL) {
    claim(CLAIMS, options.data);
  }
  process.stdout.write('Starting the demo of Shigan.\n');

  const postgres = await step(process.env.DATABASE_URL ? 'Connecting to DATABASE_URL' : 'Starting PostgreSQL', async () => {
    const opened = await openServer(options.data, options.ledger !== undefined);
    running.push(opened.stop);
    return opened;
  });
  const { url, sample } = await prepareLedger(postgres.url, options.ledger);
  const { login, own: ownLogin } = await readerLogin(url);

  if (options.build) {
    const outcome = (built: boolean) => (built ? 'built' : 'up to date');
    await step('Building the plugins', buildFrontend, outcome);
    await step("Building the data source's backend", buildBackend, outcome);
    await step('Building the page', buildDemoPage, outcome);
  }
  const backend = await step("Starting the data source's backend", () => startBackend(executablePath()));
  running.push(backend.stop);
  backend.died.then((words) => fail(new Error(`The data source's backend ended (${words}): start the demo again.`)));

  const source = dataSource(login);
  const calls = callBackend(backend.address, source);
  running.push(async () => calls.close());
  const latestDay = await askLatestDay(calls);
  const timeZone = await timeZoneOf(url);
  const site = { dist: DIST, page: PAGE, dashboards: DASHBOARDS, examples: EXAMPLES, source, backend: calls, latestDay, timeZone, sample };
  const served = await serveOn(site, options.port);
  running.push(served.stop);

  process.stdout.write(`\nReady after ${((Date.now() - begun) / 1000).toFixed(1)} s: ${served.url}\n`);
  if (ownLogin) {
    process.stdout.write('The login of DATABASE_URL may not create roles, so the data source reads with that login itself.\n');
  }
  process.stdout.write('This is a demo, not Grafana: alerts, users and permissions are not in it. Ctrl-C ends it.\n');
}

/** The same ledger in a real Grafana of somebody's own. */
async function showInGrafana(folder: string, options: Options) {
  const begun = Date.now();
  const shown = await runWithGrafana(folder, options, (stopIt) => running.push(stopIt));
  shown.died.then(() => fail(new Error(`Grafana ended by itself: look into ${shown.log}, and start again.`)));
  const page = `${shown.url}/a/shigan-policy-app/overview`;
  process.stdout.write(`\nReady after ${((Date.now() - begun) / 1000).toFixed(1)} s: ${page}\n`);
  process.stdout.write(`Log in as ${shown.user} with the password ${shown.password}\n`);
  process.stdout.write('Warnings that Grafana sends are shown here as they come. Ctrl-C ends it all.\n');
  open(page);
}

function dataSource({ password, ...rest }: Login): DataSource {
  return {
    uid: 'shigan-demo',
    name: 'Shigan demo',
    type: 'shigan-policy-datasource',
    version: '0.1.0',
    jsonData: { ...rest, jurisdiction: '*', language: 'zh-Hans' },
    secrets: { password },
  };
}

/** The latest day of the ledger as the data source's own check reports it; null for an empty one. */
async function askLatestDay(calls: ReturnType<typeof callBackend>): Promise<string | null> {
  const { status, body } = await calls.resource({ path: 'setup', method: 'GET', url: 'setup', headers: {}, body: Buffer.alloc(0) });
  if (status !== 200) {
    throw new Error(`The data source's check failed (${String(body).slice(0, 200)}): run "npm run build:backend" and start again.`);
  }
  return JSON.parse(String(body)).asOf || null;
}

/** On the wanted port; where only our default is taken, on any free one. */
async function serveOn(site: Parameters<typeof serve>[0], port: number): Promise<Served> {
  try {
    return await serve(site, port);
  } catch (error) {
    const taken = ((error as Error).cause as NodeJS.ErrnoException)?.code === 'EADDRINUSE';
    if (port === DEFAULT_PORT && taken) {
      return serve(site, 0);
    }
    throw error;
  }
}

let stopping = false;

async function stop(code: number) {
  if (stopping) {
    return;
  }
  stopping = true;
  for (const end of running.reverse()) {
    await end().catch((error: Error) => process.stderr.write(`${error.message}\n`));
  }
  process.exit(code);
}

function fail(error: Error) {
  if (!stopping) {
    process.stderr.write(`\n${error.message}\n`);
  }
  return stop(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // A terminal and tsx both pass Ctrl-C on.
    if (!stopping) {
      process.stdout.write('\nStopping.\n');
      stop(0);
    }
  });
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
  } else if (options.grafana) {
    showInGrafana(options.grafana, options).catch(fail);
  } else {
    start(options).catch(fail);
  }
} catch (error) {
  fail(error as Error);
}
