/**
 * `npm run e2e`: Playwright on the build in a real Grafana. With `--grafana FOLDER` that Grafana is started for it, on a
 * free port and with data of its own, and ended afterwards; else GRAFANA_URL names one that runs. Everything else on the
 * command line goes to Playwright. What the tests are told stands in docs/tests.md.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { runWithGrafana } from './run';

const PROJECT = path.resolve(__dirname, '..', '..');
const PLAYWRIGHT = path.join(PROJECT, 'node_modules', '@playwright', 'test', 'cli.js');

const running: Array<() => Promise<void>> = [];
let tests: ReturnType<typeof spawn> | undefined;

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const at = args.indexOf('--grafana');
  if (at < 0) {
    return playwright(args, {});
  }
  const [, folder] = args.splice(at, 2);
  if (!folder || folder.startsWith('-')) {
    throw new Error('After --grafana the folder is missing: give the one into which you unpacked Grafana.');
  }
  const webhookPort = await freePort();
  const shown = await runWithGrafana(
    folder,
    {
      port: await freePort(),
      data: 'e2e',
      build: true,
      fresh: true,
      webhook: `http://127.0.0.1:${webhookPort}/alerts`,
    },
    (stop) => running.push(stop)
  );
  return playwright(args, {
    GRAFANA_URL: shown.url,
    GRAFANA_USER: shown.user,
    GRAFANA_PASSWORD: shown.password,
    E2E_DATABASE_URL: shown.ledger,
    E2E_WEBHOOK_PORT: String(webhookPort),
    E2E_RESTART_URL: await restarter(shown.restart),
  });
}

/** An address that restarts Grafana when something is posted to it, and answers 204 when it is back. */
async function restarter(restart: () => Promise<void>): Promise<string> {
  const server = http.createServer((request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(405).end();
      return;
    }
    restart().then(
      () => response.writeHead(204).end(),
      (error: Error) => response.writeHead(500).end(error.message)
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  running.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/restart`;
}

async function playwright(args: string[], environment: Record<string, string>): Promise<number> {
  tests = spawn(process.execPath, [PLAYWRIGHT, 'test', ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  const [code] = await once(tests, 'exit');
  return code ?? 1;
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

let stopping = false;

async function stop(code: number) {
  if (stopping) {
    return;
  }
  stopping = true;
  tests?.kill('SIGTERM');
  for (const end of running.reverse()) {
    await end().catch((error: Error) => process.stderr.write(`${error.message}\n`));
  }
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stop(130));
}

main().then(stop, (error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  return stop(1);
});
