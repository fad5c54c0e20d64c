/**
 * Runs the Go tests of the data source's backend against a ledger of their own: starts PostgreSQL, migrates, imports
 * `tests/ledger`, sets LEDGER_TEST_URL and LEDGER_TEST_SCRIPT (the folder of ledger.sql) and passes all arguments on to `go test`:
 *
 *     npx tsx tests/go-ledger.ts                                all of them
 *     npx tsx tests/go-ledger.ts -run Golden -update            write the golden frames anew
 *     npx tsx tests/go-ledger.ts -run NONE -bench . -benchmem   the benchmark
 *
 * Packages may be named before the first argument that begins with a dash; without, all of `pkg` is tested.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openTestLedger } from '../ledger/postgres/testing';
import { ledgerSql } from '../ledger/script';
import { loadFixture } from './ledger/load';

const PROJECT = path.resolve(__dirname, '..');

/** Runs `go` with its output passed on; the exit code, or an error with the version to install where Go is missing. */
function go(args: string[], url: string, script: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('go', args, {
      cwd: PROJECT,
      stdio: 'inherit',
      env: { ...process.env, LEDGER_TEST_URL: url, LEDGER_TEST_SCRIPT: script },
    });
    child.on('error', () => reject(new Error('Go could not be started: install Go 1.26 or later and run this again.')));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const firstFlag = args.findIndex((argument) => argument.startsWith('-'));
  const packages = firstFlag < 0 ? args : args.slice(0, firstFlag);
  const flags = firstFlag < 0 ? [] : args.slice(firstFlag);
  // Only the package of the plugin writes golden frames.
  const all = flags.includes('-update') ? ['./pkg/plugin'] : ['./pkg/...'];
  const ledger = await openTestLedger();
  const script = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-sql-'));
  fs.writeFileSync(path.join(script, 'ledger.sql'), ledgerSql());
  try {
    await loadFixture(ledger.client);
    return await go(
      ['test', '-p', '1', '-count', '1', ...(packages.length > 0 ? packages : all), ...flags],
      ledger.url,
      script
    );
  } finally {
    fs.rmSync(script, { recursive: true, force: true });
    await ledger.close();
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
);
