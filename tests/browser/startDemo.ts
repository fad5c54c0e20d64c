/** Starts the demo before the tests and ends it after them, unless `DEMO_URL` names a running one. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';

const PROJECT = path.resolve(__dirname, '..', '..');
const READY_WITHIN_MS = 300_000;

export default async function startDemo(): Promise<(() => Promise<void>) | void> {
  if (process.env.DEMO_URL) {
    return;
  }
  const demo = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts', '--port', '0', '--data', 'demo-test'], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => demo.once('exit', resolve));
  const url = new Promise<string>((resolve) => {
    readline.createInterface({ input: demo.stdout }).on('line', (line) => {
      process.stdout.write(`${line}\n`);
      const address = line.match(/^Ready after .*(http:\S+)$/)?.[1];
      if (address) {
        resolve(address);
      }
    });
  });
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, READY_WITHIN_MS, undefined).unref());
  const ready = await Promise.race([url, ended.then(() => undefined), late]);
  const stop = async () => {
    demo.kill('SIGTERM');
    const code = await ended;
    if (code !== 0) {
      throw new Error(`The demo ended with code ${code} instead of 0 when it was told to stop.`);
    }
  };
  if (!ready) {
    demo.kill('SIGTERM');
    throw new Error('The demo did not start: its own words stand above.');
  }
  process.env.DEMO_URL = ready;
  return stop;
}
