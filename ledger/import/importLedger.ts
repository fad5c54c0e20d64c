/**
 * Imports a workbook, all or nothing: reads, checks against the ledger, stores what is new, and brings the read models
 * up to date, in one transaction. Importing the same workbook again stores nothing.
 */
import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { checkWorkbook, dayIn, type Problem, readSheets, type Sheet } from '../../src/workbook';
import { copyRows } from './copy';
import { readKnown } from './known';
import { sentenceOf } from './refusals';
import { STORED_TABLES } from './stored';

export interface ImportOptions {
  source: 'workbook' | 'csv' | 'sample';
  fileName: string;
  /** SHA-256 of the file, 64 hexadecimal digits. */
  sha256: string;
  reportedBy: string;
  /**
   * When the ledger comes to know the workbook; default: now. An earlier moment is for loading the history of another
   * ledger batch by batch, oldest first: nothing in a workbook may have happened after it.
   */
  recordedAt?: Date;
  /**
   * `now` (default) brings the read models up to date in the same transaction. `later` leaves them as they are: whoever
   * imports many batches in a row must call `rebuildReadModels` after the last one.
   */
  readModels?: 'now' | 'later';
  /** Told how far the import is: rows done of rows in all, 0 ≤ done ≤ total. */
  onProgress?: (progress: Progress) => void;
}

export interface Progress {
  step: 'read' | 'check' | 'copy' | 'store' | 'refresh' | 'done';
  done: number;
  total: number;
}

export interface Imported {
  /** `refused`: problems, nothing stored. `unchanged`: the ledger knew all of it. `empty`: there was no row. */
  outcome: 'stored' | 'unchanged' | 'empty' | 'refused';
  /** Of the batch that was stored; empty otherwise. */
  batchId: string;
  /** Rows stored per table of the ledger, without the tables that stored none. */
  counts: Record<string, number>;
  problems: Problem[];
  notes: Problem[];
}

/**
 * Imports sheets into the ledger.
 *
 * @param client a connected client that is not in a transaction
 * @throws Error for a broken connection only: whatever the workbook or the database's rules are to blame for is a problem
 */
export async function importSheets(
  client: ClientBase,
  sheets: readonly Sheet[],
  options: ImportOptions
): Promise<Imported> {
  const { onProgress = () => {}, recordedAt = new Date(), readModels = 'now' } = options;
  const workbook = readSheets(sheets);
  const total = Object.values(workbook.tables).reduce((sum, table) => sum + table.rows.length, 0);
  const tell = (step: Progress['step'], done: number) => onProgress({ step, done: Math.min(done, total), total });
  const ended = (outcome: Imported['outcome'], batchId = '', counts = {}): Imported => {
    tell('done', total);
    return { outcome, batchId, counts, problems: workbook.problems, notes: workbook.notes };
  };
  tell('read', 0);
  await client.query('BEGIN');
  try {
    // One import at a time: revisions are numbered from what is stored.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('ledger.import'))");
    const known = await readKnown(client, workbook);
    tell('check', 0);
    checkWorkbook(workbook, known, { recordedOn: dayIn(known.timeZone, recordedAt) });
    if (workbook.problems.length > 0) {
      await client.query('ROLLBACK');
      return ended('refused');
    }
    const batchId = randomUUID();
    await client.query(
      'CREATE TEMP TABLE staged_batch (batch_id uuid, recorded_at timestamptz, time_zone text) ON COMMIT DROP'
    );
    await client.query('INSERT INTO staged_batch VALUES ($1, $2, $3)', [
      batchId,
      recordedAt,
      workbook.tables.setting?.rows.find((row) => row.cells.key === 'time_zone')?.cells.value ?? known.timeZone,
    ]);
    let copied = 0;
    const counts: Record<string, number> = {};
    const filled = [];
    for (const table of STORED_TABLES) {
      const rows = table.rows(workbook);
      if (isEmpty(rows)) {
        continue;
      }
      await client.query(table.stage);
      const sent = await copyRows(client, table.copy, table.rows(workbook), (count) => tell('copy', (copied += count)));
      const dropped = await client.query(table.dropUnchanged);
      const left = sent - rowsIn(dropped);
      if (left > 0) {
        counts[table.name] = left;
        filled.push(table);
      }
    }
    if (filled.length === 0) {
      await client.query('ROLLBACK');
      return ended(total === 0 ? 'empty' : 'unchanged');
    }
    await client.query(
      `INSERT INTO ledger.batch (batch_id, source, file_name, file_sha256, reported_by, recorded_at, row_counts)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        batchId,
        options.source,
        options.fileName,
        options.sha256,
        options.reportedBy,
        recordedAt,
        JSON.stringify(counts),
      ]
    );
    tell('store', total);
    for (const table of filled) {
      await client.query(table.store);
    }
    if (readModels === 'now') {
      tell('refresh', total);
      await client.query('SELECT monitor.refresh($1)', [batchId]);
    }
    await client.query('COMMIT');
    return ended('stored', batchId, counts);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    const message = sentenceOf(error);
    if (!message) {
      throw error;
    }
    workbook.problems.push({ sheet: options.fileName, message });
    return ended('refused');
  }
}

/** Makes every read model again from the facts. @throws the database's error */
export async function rebuildReadModels(client: ClientBase): Promise<void> {
  await client.query('SELECT monitor.rebuild()');
}

const isEmpty = (rows: Iterable<unknown>): boolean => rows[Symbol.iterator]().next().done === true;

/** Rows that a script of one or several statements deleted. */
function rowsIn(result: unknown): number {
  const results = (Array.isArray(result) ? result : [result]) as Array<{ command: string; rowCount: number | null }>;
  return results.reduce((sum, { command, rowCount }) => sum + (command === 'DELETE' ? (rowCount ?? 0) : 0), 0);
}
