/**
 * `npm test`: everything that must hold, in one command. Ends with `N passed, N failed`.
 *
 * Set SECOND_DATABASE_URL to a PostgreSQL 15 or later to have the ledger's tests run there too.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser/find-browser';

interface Outcome {
  passed: number;
  failed: number;
}
interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

const PROJECT = path.resolve(__dirname, '..');
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'shigan-test-'));
const bin = (name: string) => path.join(PROJECT, 'node_modules', '.bin', name);

/** Runs a command with its output passed on; the exit code, or 127 where it could not start. */
function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
  onLine?: (line: string) => void
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'],
    });
    let rest = '';
    child.stdout?.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach((line) => onLine?.(line));
    });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const oneCheck = (code: number): Outcome => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function jest(name: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const report = path.join(reports, `${name}.json`);
  const code = await run(bin('jest'), ['--json', `--outputFile=${report}`, '--maxWorkers=2', ...args], env, () => {});
  if (!fs.existsSync(report)) {
    return { passed: 0, failed: 1 };
  }
  const result = JSON.parse(fs.readFileSync(report, 'utf8'));
  const passed: number = result.numPassedTests;
  const failed: number = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed, failed: Math.max(failed, code === 0 ? 0 : 1) };
}

async function goTests(): Promise<Outcome> {
  const outcome = { passed: 0, failed: 0 };
  const code = await run(bin('tsx'), ['tests/go-ledger.ts', '-json'], {}, (line) => {
    if (!line.startsWith('{')) {
      return;
    }
    const event = JSON.parse(line) as { Action: string; Test?: string; Output?: string; Package?: string };
    if (
      event.Action === 'output' &&
      event.Output &&
      /^\s*(--- FAIL|panic:|\S+_test\.go:\d+:|FAIL)/.test(event.Output)
    ) {
      process.stderr.write(event.Output);
    }
    if (event.Test && event.Action === 'pass') {
      outcome.passed++;
    }
    if (event.Action === 'fail' && event.Test) {
      outcome.failed++;
    }
  });
  return { passed: outcome.passed, failed: Math.max(outcome.failed, code === 0 && outcome.passed > 0 ? 0 : 1) };
}

/** @param folder of tests/, with a playwright.config.ts */
async function inBrowser(folder: string): Promise<Outcome> {
  if (!findBrowser()) {
    console.error('No Chromium was found: install one, or name it in CHROMIUM, to run the browser tests.');
    return { passed: 0, failed: process.env.CI ? 1 : 0 };
  }
  const report = path.join(reports, `${folder}.json`);
  const code = await run(
    bin('playwright'),
    ['test', '-c', `tests/${folder}/playwright.config.ts`, '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }
  );
  if (!fs.existsSync(report)) {
    return { passed: 0, failed: 1 };
  }
  const { stats } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return { passed: stats.expected, failed: Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1) };
}

const steps: Step[] = [
  { name: 'types', run: async () => oneCheck(await run(bin('tsc'), ['--noEmit'])) },
  { name: 'lint', run: async () => oneCheck(await run(bin('eslint'), ['.', '--quiet'])) },
  { name: 'build', run: async () => oneCheck(await run('npm', ['run', '--silent', 'build'])) },
  { name: 'go vet', run: async () => oneCheck(await run('go', ['vet', './pkg/...'])) },
  { name: 'go test', run: goTests },
  { name: 'jest', run: () => jest('jest', []) },
  { name: 'demo in Chromium', run: () => inBrowser('browser') },
  { name: 'pictures of the panels', run: () => inBrowser('visual') },
];
if (process.env.SECOND_DATABASE_URL) {
  steps.push({
    name: 'ledger on the second PostgreSQL',
    run: () =>
      jest('second', ['--selectProjects', 'node', '--testPathPattern', '/ledger/'], {
        DATABASE_URL: process.env.SECOND_DATABASE_URL ?? '',
      }),
  });
}

async function main() {
  const total: Outcome = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const { name, run: runStep } of steps) {
    console.log(`\n── ${name}`);
    const began = Date.now();
    const { passed, failed } = await runStep();
    total.passed += passed;
    total.failed += failed;
    lines.push(
      `${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - began) / 1000)} s`
    );
    console.log(lines[lines.length - 1]);
  }
  fs.rmSync(reports, { recursive: true, force: true });
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed ? 1 : 0;
}

void main();
