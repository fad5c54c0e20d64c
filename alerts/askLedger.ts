/** Asks the ledger what rules ask, for a day of the past, through the data source's own backend. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildBackend } from '../demo/build-backend';
import { type Backend, callBackend } from '../demo/backend/calls';
import { startBackend } from '../demo/backend/process';
import { loginOf } from '../demo/database/ledger';
import type { Day, Language } from '../src/workbook';
import type { Item } from './firing';
import type { Rule } from './provisioned';

/** As many rows as the data source can be set to answer: a preview must not fail where the house's limit would. */
const ROWS = 200_000;

export interface Ledger {
  /** The items of every query on that day, by the query's JSON. */
  ask: (queries: string[], day: Day) => Promise<Map<string, Item[]>>;
  close: () => Promise<void>;
}

/** Rules that ask the same share one query. */
export const queryOf = (rule: Rule): string => JSON.stringify(rule.query, Object.keys(rule.query).sort());

/**
 * Builds and starts the backend on a ledger.
 *
 * @param url connection URL of a login that is a member of `ledger_reader`
 * @throws Error with one sentence: Go is missing, the backend does not start, the ledger cannot be reached or read
 */
export async function openLedger(url: string, language: Language, jurisdiction = '*'): Promise<Ledger> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shigan-preview-'));
  try {
    const running = await startBackend(buildBackend({ folder }));
    const { password, ...login } = loginOf(url);
    const backend = callBackend(running.address, {
      uid: 'preview',
      name: 'preview',
      type: 'shigan-policy-datasource',
      version: '0',
      jsonData: { ...login, jurisdiction, language, rowLimit: ROWS, maxConnections: 4 },
      secrets: { password },
    });
    const health = JSON.parse((await backend.health()).body.toString());
    if (health.status === 'ERROR') {
      backend.close();
      await running.stop();
      throw new Error(health.message);
    }
    return {
      ask: (queries, day) => askAll(backend, queries, day),
      close: async () => {
        backend.close();
        await running.stop();
        fs.rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function askAll(backend: Backend, queries: string[], day: Day): Promise<Map<string, Item[]>> {
  const until = String(Date.parse(`${day}T12:00:00Z`));
  const answer = await backend.query(
    {
      from: until,
      to: until,
      queries: queries.map((query, n) => ({ ...JSON.parse(query), refId: String(n), asOf: day })),
    },
    { FromAlert: 'true' }
  );
  const { results } = JSON.parse(answer.body.toString());
  return new Map(
    queries.map((query, n) => {
      const { frames, error } = results[n];
      if (error) {
        throw new Error(error);
      }
      return [query, itemsOf(frames[0])];
    })
  );
}

/** A frame of the alert format: label columns, and one number named after the measure. */
export function itemsOf(frame: {
  schema: { fields: Array<{ name: string; type: string }> };
  data: { values: unknown[][] };
}): Item[] {
  const { fields } = frame.schema;
  const values = frame.data.values;
  const measured = fields.findIndex(({ type }) => type === 'number');
  return (values[measured] ?? []).map((number, row) => ({
    measured: Number(number),
    labels: Object.fromEntries(
      fields.flatMap(({ name }, column) => (column === measured ? [] : [[name, String(values[column][row])]]))
    ),
  }));
}
