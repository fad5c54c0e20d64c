/**
 * A freshly migrated ledger for each test file.
 *
 * Every test process claims a server folder of its own (`.postgres/test-1`, `test-2`, …), so that test runs beside each
 * other never meet; the folder keeps a template database per version of the ledger's SQL, from which a file's database
 * is copied in a moment. With `DATABASE_URL` set, databases are made on that server instead and dropped afterwards.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { ledgerVersion, migrate } from '../migrate';
import { openPostgres } from './launcher';
import { isAlive, readIfThere } from './pidFile';

export interface TestLedger {
  /** Connection URL of a superuser to this file's database. */
  url: string;
  /** A connected superuser. */
  client: Client;
  /** Rows of a statement run as the data source runs it: role ledger_reader, read only, within the jurisdiction. */
  readAs: <R extends QueryResultRow = any>(
    jurisdiction: string | null,
    sql: string,
    params?: unknown[]
  ) => Promise<R[]>;
  /** Drops the database and stops the server. */
  close: () => Promise<void>;
}

/** Opens a ledger of its own for the test file that calls it, and closes it afterwards. Read it in tests and hooks only. */
export function useTestLedger(): TestLedger {
  let ledger: TestLedger | undefined;
  beforeAll(async () => {
    ledger = await openTestLedger();
  }, 120_000);
  afterAll(() => ledger?.close(), 60_000);
  const opened = () => {
    if (!ledger) {
      throw new Error('The test ledger is open in tests and hooks only: read it there.');
    }
    return ledger;
  };
  return {
    get url() {
      return opened().url;
    },
    get client() {
      return opened().client;
    },
    readAs: (jurisdiction, sql, params) => opened().readAs(jurisdiction, sql, params),
    close: () => opened().close(),
  };
}

/** The same for whoever closes it himself. */
export async function openTestLedger(): Promise<TestLedger> {
  const slot = claimSlot();
  const postgres = await openPostgres({
    name: `test-${slot.number}`,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
  });
  const admin = await connect(postgres.url);
  const name = `shigan_test_${randomBytes(6).toString('hex')}`;
  try {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${await template(admin, postgres.url)}`);
  } catch (error) {
    await admin.end();
    await postgres.stop();
    slot.release();
    throw error;
  }
  const url = urlOf(postgres.url, name);
  const client = await connect(url);
  return {
    url,
    client,
    readAs: (jurisdiction, sql, params) => readAs(client, jurisdiction, sql, params),
    close: async () => {
      await client.end();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
      await postgres.stop();
      slot.release();
    },
  };
}

async function readAs(client: Client, jurisdiction: string | null, sql: string, params: unknown[] = []) {
  await client.query('BEGIN READ ONLY');
  try {
    await client.query('SET LOCAL ROLE ledger_reader');
    if (jurisdiction !== null) {
      await client.query("SELECT set_config('ledger.jurisdiction', $1, true)", [jurisdiction]);
    }
    return (await client.query(sql, params)).rows;
  } finally {
    await client.query('ROLLBACK');
  }
}

/** The migrated database of this version of the SQL, made where it is missing; those of other versions are dropped. */
async function template(admin: Client, url: string): Promise<string> {
  const wanted = `shigan_template_${ledgerVersion().slice(0, 16)}`;
  await admin.query("SELECT pg_advisory_lock(hashtext('shigan_template'))");
  try {
    const { rows } = await admin.query("SELECT datname FROM pg_database WHERE datname LIKE 'shigan\\_template\\_%'");
    const there = rows.map((row) => row.datname as string);
    if (there.includes(wanted)) {
      return wanted;
    }
    for (const old of there) {
      await admin.query(`DROP DATABASE IF EXISTS ${old}`);
    }
    const making = `shigan_making_${randomBytes(6).toString('hex')}`;
    await admin.query(`CREATE DATABASE ${making}`);
    try {
      await migrate(urlOf(url, making));
      await admin.query(`ALTER DATABASE ${making} RENAME TO ${wanted}`);
    } catch (error) {
      await admin.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
      throw error;
    }
    return wanted;
  } finally {
    await admin.query("SELECT pg_advisory_unlock(hashtext('shigan_template'))");
  }
}

/** A number that no other living process holds: a file that names its holder. */
function claimSlot(): { number: number; release: () => void } {
  const folder = path.join(os.tmpdir(), 'shigan-test-slots');
  fs.mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= 64; number++) {
    const file = path.join(folder, String(number));
    const holder = Number(readIfThere(file));
    if (holder && !isAlive(holder)) {
      fs.rmSync(file, { force: true });
    }
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return { number, release: () => fs.rmSync(file, { force: true }) };
    } catch {
      // Held by another: try the next.
    }
  }
  throw new Error(`All 64 test servers are taken: end the test runs named in ${folder}.`);
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}
