/**
 * Brings a database to the state that this version of the ledger describes: the numbered files of `ledger/schema`, each
 * applied once and never edited afterwards, then schema `monitor` (read models and methods), which holds nothing that
 * cannot be made again and is therefore replaced whole whenever one of its files changed.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client, type ClientBase } from 'pg';

const OLDEST_POSTGRES = 15;
/** From this file on everything is made by, and belongs to, ledger_owner. */
const ROLES = '0003_roles.sql';

export interface MigrateOptions {
  /** Told what is done, one sentence a step. */
  log?: (sentence: string) => void;
}

export interface Migrated {
  /** Names of the schema files that were applied now, in order. */
  applied: string[];
  /** Whether schema `monitor` was made again. */
  methodsChanged: boolean;
}

interface SqlFile {
  name: string;
  sql: string;
  sha256: string;
}

/**
 * Migrates in one transaction; two at the same time wait for each other.
 *
 * @param database a connected client that is not in a transaction, or a connection URL. The login must be a superuser,
 *   or own the database and be allowed to create roles the first time, or be a member of `ledger_owner` later.
 * @throws Error with one sentence; nothing is changed then.
 */
export async function migrate(database: ClientBase | string, options: MigrateOptions = {}): Promise<Migrated> {
  if (typeof database !== 'string') {
    return migrateIn(database, options);
  }
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    return await migrateIn(client, options);
  } finally {
    await client.end();
  }
}

/** SHA-256 over every SQL file: changes whenever a migrated database would differ. */
export function ledgerVersion(): string {
  return sha256([...schemaFiles(), ...methodFiles()].map((file) => file.name + file.sha256).join());
}

async function migrateIn(client: ClientBase, { log = () => {} }: MigrateOptions): Promise<Migrated> {
  await refuseOldPostgres(client);
  await client.query('BEGIN');
  try {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('ledger.migrate'))");
    const applied = await applySchema(client, log);
    const methodsChanged = await applyMethods(client, log);
    await client.query('COMMIT');
    return { applied, methodsChanged };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function refuseOldPostgres(client: ClientBase) {
  const { rows } = await client.query('SHOW server_version_num');
  const major = Math.floor(Number(rows[0].server_version_num) / 10_000);
  if (major < OLDEST_POSTGRES) {
    throw new Error(
      `The ledger needs PostgreSQL ${OLDEST_POSTGRES} or later, and this is ${major}: upgrade the server.`
    );
  }
}

async function applySchema(client: ClientBase, log: (sentence: string) => void): Promise<string[]> {
  const known = await knownMigrations(client);
  const applied: string[] = [];
  for (const file of schemaFiles()) {
    const before = known.get(file.name);
    if (before && before !== file.sha256) {
      throw new Error(
        `Migration ${file.name} was edited after it had been applied here: restore the file and put the change into a new one.`
      );
    }
    if (!before) {
      log(`Applying ${file.name}.`);
      await run(client, file);
      await client.query('INSERT INTO ledger.migration (file, sha256) VALUES ($1, $2)', [file.name, file.sha256]);
      applied.push(file.name);
    }
    if (file.name === ROLES) {
      await client.query('SET LOCAL ROLE ledger_owner');
    }
  }
  return applied;
}

async function applyMethods(client: ClientBase, log: (sentence: string) => void): Promise<boolean> {
  const files = methodFiles();
  const version = sha256(files.map((file) => file.name + file.sha256).join());
  const known = await knownMigrations(client);
  if (known.get('monitor') === version) {
    return false;
  }
  log('Making schema monitor again.');
  await client.query('DROP SCHEMA IF EXISTS monitor CASCADE');
  await client.query('CREATE SCHEMA monitor');
  for (const file of files) {
    await run(client, file);
  }
  await client.query('SELECT ledger.grant_monitor()');
  await client.query('SELECT monitor.rebuild()');
  await client.query(
    `INSERT INTO ledger.migration (file, sha256) VALUES ('monitor', $1)
     ON CONFLICT (file) DO UPDATE SET sha256 = excluded.sha256, applied_at = excluded.applied_at`,
    [version]
  );
  return true;
}

async function knownMigrations(client: ClientBase): Promise<Map<string, string>> {
  const { rows: found } = await client.query("SELECT to_regclass('ledger.migration') IS NOT NULL AS there");
  if (!found[0].there) {
    return new Map();
  }
  const { rows } = await client.query('SELECT file, sha256 FROM ledger.migration');
  return new Map(rows.map((row) => [row.file, row.sha256]));
}

async function run(client: ClientBase, file: SqlFile) {
  try {
    await client.query(file.sql);
  } catch (error) {
    const { message, position } = error as { message: string; position?: string };
    const line = position ? ` line ${file.sql.slice(0, Number(position)).split('\n').length}` : '';
    throw new Error(`${file.name}${line} could not be applied: ${message}`, { cause: error });
  }
}

const schemaFiles = () => sqlFiles('schema');
const methodFiles = () => [...sqlFiles('read-models'), ...sqlFiles('methods')];

function sqlFiles(folder: string): SqlFile[] {
  const at = path.join(__dirname, folder);
  return fs
    .readdirSync(at)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(at, name), 'utf8').replace(/\r\n/g, '\n');
      return { name, sql, sha256: sha256(sql) };
    });
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
