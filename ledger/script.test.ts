/** The script that installs the ledger and upgrades it, as a database administrator and the page Setup run it. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { loadFixture } from '../tests/ledger/load';
import { migrate } from './migrate';
import { openTestLedger, type TestLedger } from './postgres/testing';
import { ledgerSql, schemaFiles } from './script';

const run = promisify(execFile);

let ledger: TestLedger;
let made: string[] = [];
beforeAll(async () => {
  ledger = await openTestLedger();
  await loadFixture(ledger.client);
}, 120_000);
afterEach(async () => {
  for (const name of made) {
    await ledger.client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
  made = [];
});
afterAll(() => ledger.close(), 60_000);

/** An empty database beside the fixture's, dropped after the test. */
async function emptyDatabase(): Promise<string> {
  const url = new URL(ledger.url);
  const name = `${url.pathname.slice(1)}_${made.length}`;
  await ledger.client.query(`CREATE DATABASE ${name}`);
  made.push(name);
  url.pathname = `/${name}`;
  return url.href;
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The database as a version of the schema's first `n` files left it, before there was a schema monitor of today. */
async function asOfMigration(client: Client, n: number) {
  await client.query('BEGIN');
  for (const file of schemaFiles().slice(0, n)) {
    await client.query(file.sql);
    await client.query('INSERT INTO ledger.migration (file, sha256) VALUES ($1, $2)', [file.name, file.sha256]);
    if (file.name.startsWith('0003')) {
      await client.query('SET LOCAL ROLE ledger_owner');
    }
  }
  if (n > schemaFiles().findIndex(({ name }) => name.startsWith('0003'))) {
    await client.query('CREATE SCHEMA monitor');
    await client.query('CREATE TABLE monitor.from_an_earlier_version AS SELECT 1 AS n');
    await client.query("INSERT INTO ledger.migration (file, sha256) VALUES ('monitor', 'of an earlier version')");
  }
  await client.query('COMMIT');
}

const TABLES = `SELECT c.relname AS name, array_agg(quote_ident(a.attname)::text ORDER BY a.attname) FILTER (WHERE a.attgenerated = '') AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = to_regnamespace($1) AND c.relkind IN ('r', 'p') AND c.relname <> 'migration'
  GROUP BY 1 ORDER BY 1`;
type Table = { name: string; columns: string[] };
const tablesOf = async (client: Client, schema: string): Promise<Table[]> =>
  (await client.query(TABLES, [schema])).rows;

/** Every row of the tables, as text, in an order that depends on the rows only. */
async function rowsOf(client: Client, schema: string, tables: Table[]): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name, columns } of tables) {
    const list = columns.join(', ');
    const { rows } = await client.query(`SELECT row(${list})::text AS row FROM ${schema}.${name} ORDER BY 1`);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

/** Facts of the fixture, as far as the older tables have a place for them. */
async function copyFacts(from: Client, to: Client, tables: Table[]) {
  await to.query("SET session_replication_role = 'replica'");
  for (const { name, columns } of tables) {
    const list = columns.join(', ');
    const { rows } = await from.query(`SELECT to_jsonb(t) AS row FROM (SELECT ${list} FROM ledger.${name}) AS t`);
    await to.query(`DELETE FROM ledger.${name}`);
    await to.query(
      `INSERT INTO ledger.${name} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::ledger.${name}, $1)`,
      [JSON.stringify(rows.map(({ row }) => row))]
    );
  }
  await to.query("SET session_replication_role = 'origin'");
}

/** Everything that the catalog knows of the two schemas: relations, columns, constraints, functions, policies, rights. */
async function catalogOf(client: Client): Promise<string[]> {
  const { rows } = await client.query(fs.readFileSync(path.join(__dirname, 'postgres', 'catalog.sql'), 'utf8'));
  return rows.map(({ what }) => what);
}

describe('The script of the schema', () => {
  it('gives by psql the very schema that migrating gives, and changes nothing when run again', async () => {
    const url = await emptyDatabase();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-sql-'));
    const file = path.join(folder, 'ledger.sql');
    fs.writeFileSync(file, ledgerSql());
    const psql = () => run('psql', ['-X', '-v', 'ON_ERROR_STOP=1', '-f', file, url]);
    try {
      expect((await psql()).stderr).toContain('Applying 0001_dimensions.sql.');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
      }
      console.warn('There is no psql here: the script was sent through the driver alone.');
      await connected(url, (client) => client.query(ledgerSql()));
    }
    expect(await connected(url, catalogOf)).toEqual(await catalogOf(ledger.client));
    expect(await migrate(url)).toEqual({ applied: [], methodsChanged: false });
    fs.rmSync(folder, { recursive: true });
  });

  it.each(schemaFiles().map((file, n): [number, string] => [n, file.name]))(
    'upgrades a ledger of %i migrations, before %s, and keeps every fact',
    async (n) => {
      await connected(await emptyDatabase(), async (older) => {
        let kept: Record<string, string[]> = {};
        let tables: Table[] = [];
        if (n > 0) {
          await asOfMigration(older, n);
          tables = await tablesOf(older, 'ledger');
          await copyFacts(ledger.client, older, tables);
          kept = await rowsOf(older, 'ledger', tables);
        }
        const { applied, methodsChanged } = await migrate(older);
        expect(applied).toEqual(
          schemaFiles()
            .slice(n)
            .map(({ name }) => name)
        );
        expect(methodsChanged).toBe(true);
        expect(await rowsOf(older, 'ledger', tables)).toEqual(kept);
        const models = await tablesOf(older, 'monitor');
        const upgraded = await rowsOf(older, 'monitor', models);
        await older.query('SELECT monitor.rebuild()');
        expect(await rowsOf(older, 'monitor', models)).toEqual(upgraded);
        expect(await catalogOf(older)).toEqual(await catalogOf(ledger.client));
      });
    },
    120_000
  );

  it('upgrades a ledger of all migrations whose methods are older, and judges as before', async () => {
    await connected(await emptyDatabase(), async (older) => {
      await asOfMigration(older, schemaFiles().length);
      const tables = await tablesOf(older, 'ledger');
      await copyFacts(ledger.client, older, tables);
      const kept = await rowsOf(older, 'ledger', tables);
      expect(Object.values(kept).flat().length).toBeGreaterThan(100);
      expect(await migrate(older)).toEqual({ applied: [], methodsChanged: true });
      expect(await rowsOf(older, 'ledger', tables)).toEqual(kept);
      const models = await tablesOf(older, 'monitor');
      expect(await rowsOf(older, 'monitor', models)).toEqual(await rowsOf(ledger.client, 'monitor', models));
    });
  });

  it('leaves a database of a later version alone', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    await connected(url, (client) =>
      client.query("INSERT INTO ledger.migration (file, sha256) VALUES ('9999_later.sql', 'x')")
    );
    await expect(migrate(url)).rejects.toThrow(
      'The database is of a later version than this one, which does not know 9999_later.sql: upgrade the plugin instead.'
    );
  });

  it('lets the login read that is named for it, and names one that does not exist', async () => {
    const url = await emptyDatabase();
    const login = `${made[0]}_reader`;
    await connected(url, async (client) => {
      await client.query("SELECT set_config('ledger.reader', $1, false)", [login]);
      await expect(migrate(client)).rejects.toThrow(`There is no login ${login} that could read the ledger`);
      expect((await client.query("SELECT to_regclass('ledger.migration') AS there")).rows[0].there).toBeNull();
      await client.query(`CREATE ROLE ${login} LOGIN`);
      await migrate(client);
      const { rows } = await client.query("SELECT pg_has_role($1, 'ledger_reader', 'MEMBER') AS may", [login]);
      expect(rows[0].may).toBe(true);
      await client.query(`DROP ROLE ${login}`);
    });
  });

  it('refuses a login that may not install, in one sentence, and leaves nothing behind', async () => {
    const url = new URL(await emptyDatabase());
    const login = `${made[0]}_nobody`;
    await ledger.client.query(`CREATE ROLE ${login} LOGIN PASSWORD 'nobody'`);
    url.username = login;
    url.password = 'nobody';
    await expect(migrate(url.href)).rejects.toThrow(
      /^0001_dimensions\.sql could not be applied \(permission denied for database \S+\): use a superuser, /
    );
    await ledger.client.query(`DROP ROLE ${login}`);
  });
});
