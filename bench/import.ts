/**
 * How quickly 200,000 observations are imported from a CSV file, against a bare COPY of the very same rows into the very
 * same table (with its keys and checks): the import reads, checks, stages, numbers revisions, stores and keeps read models.
 *
 * Each side is run three times on a fresh database, the quickest counts.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { copyRows } from '../ledger/import/copy';
import { openWorkbook } from '../ledger/import/files';
import { importSheets } from '../ledger/import/importLedger';
import type { Field } from '../ledger/import/stored';
import { migrate } from '../ledger/migrate';
import { startPostgres } from '../ledger/postgres/launcher';
import { shiftPeriod } from '../src/workbook';

const RUNS = 3;
const INDICATORS = 40;
const PERIODS = 60;

export interface ImportBench {
  rows: number;
  /** Seconds of the quickest run. */
  copySeconds: number;
  importSeconds: number;
  /** Of the import's seconds, those that monitor.refresh took. */
  refreshSeconds: number;
  /** The import's rows per second divided by COPY's. */
  share: number;
}

/** @param rows observations; a multiple of 2,400 is made of whole units */
export async function benchImport(rows = 200_000): Promise<ImportBench> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shigan-bench-'));
  const postgres = await startPostgres({ name: 'bench-import', fresh: true });
  try {
    const units = Math.ceil(rows / (INDICATORS * PERIODS));
    fs.mkdirSync(path.join(folder, 'dimensions'));
    fs.mkdirSync(path.join(folder, 'facts'));
    writeDimensions(path.join(folder, 'dimensions'), units);
    const facts = makeFacts(rows);
    fs.writeFileSync(
      path.join(folder, 'facts', 'observation.csv'),
      ['unit_id,indicator_id,period,value,reported_by', ...facts.map((fact) => fact.join(','))].join('\n')
    );
    const copied: number[] = [];
    const imported: Array<{ all: number; refresh: number }> = [];
    for (let run = 0; run < RUNS; run++) {
      copied.push(await timed(postgres.url, folder, (client) => bareCopy(client, facts)));
      let refresh = 0;
      const all = await timed(postgres.url, folder, async (client) => {
        let since = 0;
        await importFolder(client, path.join(folder, 'facts'), (step) => {
          since = step === 'refresh' ? performance.now() : since;
          refresh = step === 'done' ? (performance.now() - since) / 1000 : refresh;
        });
      });
      imported.push({ all, refresh });
    }
    const best = imported.reduce((a, b) => (b.all < a.all ? b : a));
    const copySeconds = Math.min(...copied);
    return { rows, copySeconds, importSeconds: best.all, refreshSeconds: best.refresh, share: copySeconds / best.all };
  } finally {
    await postgres.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds that the work takes on a fresh ledger with the dimensions in it. */
async function timed(server: string, folder: string, work: (client: Client) => Promise<void>): Promise<number> {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query('DROP DATABASE IF EXISTS bench_import WITH (FORCE)');
  await admin.query('CREATE DATABASE bench_import');
  await admin.end();
  const url = new URL(server);
  url.pathname = '/bench_import';
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await migrate(client);
    await importFolder(client, path.join(folder, 'dimensions'));
    const start = performance.now();
    await work(client);
    return (performance.now() - start) / 1000;
  } finally {
    await client.end();
  }
}

async function importFolder(client: Client, location: string, onStep: (step: string) => void = () => {}) {
  const { sheets, fileName, sha256 } = await openWorkbook(location);
  const { outcome, problems } = await importSheets(client, sheets, {
    source: 'csv',
    fileName,
    sha256,
    reportedBy: 'bench',
    onProgress: ({ step }) => onStep(step),
  });
  if (outcome !== 'stored') {
    throw new Error(`The bench's own workbook was ${outcome}: ${problems[0]?.message.en ?? ''}`);
  }
}

const COPY = `COPY ledger.observation
  (unit_id, indicator_id, period, revision, value, reported_by, reported_at, recorded_at, batch_id) FROM STDIN`;

async function bareCopy(client: Client, facts: Field[][]) {
  const batch = randomUUID();
  const now = new Date().toISOString();
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO ledger.batch (batch_id, source, file_name, file_sha256, reported_by, recorded_at)
     VALUES ($1, 'csv', 'bench', repeat('0', 64), 'bench', $2)`,
    [batch, now]
  );
  const rows = facts.map(([unit, indicator, period, value, by]) => [
    unit,
    indicator,
    period,
    1,
    value,
    by,
    now,
    now,
    batch,
  ]);
  await copyRows(client, COPY, rows);
  await client.query('COMMIT');
}

function makeFacts(rows: number): Field[][] {
  const periods = Array.from({ length: PERIODS }, (_, i) => shiftPeriod('2020-01-31', 'month', i));
  return Array.from({ length: rows }, (_, i) => [
    `u${Math.floor(i / (INDICATORS * PERIODS))}`,
    `i${Math.floor(i / PERIODS) % INDICATORS}`,
    periods[i % PERIODS],
    (50 + ((i * 7919) % 4999) / 100).toFixed(2),
    '王××',
  ]);
}

function writeDimensions(folder: string, units: number) {
  const write = (name: string, lines: string[]) => fs.writeFileSync(path.join(folder, `${name}.csv`), lines.join('\n'));
  write('org_unit', [
    'unit_id,parent_unit_id,tier,name_zh,name_en',
    'top,,2,省,Province',
    ...Array.from({ length: units }, (_, i) => `u${i},top,3,市${i},City ${i}`),
  ]);
  write('department', ['department_id,name_zh,name_en', 'd,部门,Department']);
  write('indicator', [
    'indicator_id,name_zh,name_en,unit_of_measure,direction,kind,reporting_period,aggregation,domain_id,department_id',
    ...Array.from(
      { length: INDICATORS },
      (_, i) => `i${i},指标${i},Indicator ${i},percent,1,target,month,mean,services,d`
    ),
  ]);
}

/** Measures and says in one line how quick the import is. */
export async function printImport() {
  const { rows, copySeconds, importSeconds, refreshSeconds, share } = await benchImport();
  console.log(
    `${rows} observations: bare COPY ${copySeconds.toFixed(2)} s, import ${importSeconds.toFixed(2)} s ` +
      `(read models ${refreshSeconds.toFixed(2)} s of it), ${(100 * share).toFixed(0)} % of COPY's speed; half is asked for`
  );
}
