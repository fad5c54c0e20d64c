/** Loads the fixture ledger beside this file: all of it, through the same import as everybody else. */
import path from 'node:path';
import { Client, type ClientBase } from 'pg';
import { importSheets } from '../../ledger/import/importLedger';
import { openWorkbook } from '../../ledger/import/files';
import { writeProblem } from '../../src/workbook';

const BATCHES = [
  { folder: '.', recordedAt: '2026-10-31T16:00:00+08:00' },
  { folder: 'corrections', recordedAt: '2026-11-05T10:00:00+08:00' },
];

/**
 * Loads the fixture into a migrated, empty ledger.
 *
 * @throws Error naming every problem, should the fixture have become unreadable
 */
export async function loadFixture(client: ClientBase): Promise<void> {
  for (const { folder, recordedAt } of BATCHES) {
    const { sheets, problems, fileName, sha256 } = await openWorkbook(path.join(__dirname, folder));
    const imported = await importSheets(client, sheets, {
      source: 'csv',
      fileName,
      sha256,
      reportedBy: 'fixture',
      recordedAt: new Date(recordedAt),
    });
    const all = [...problems, ...imported.problems];
    if (all.length > 0) {
      throw new Error(all.map((problem) => writeProblem(problem, 'en-US')).join('\n'));
    }
  }
}

async function main() {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await loadFixture(client);
  await client.end();
}

if (require.main === module) {
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
