/** The demo's database: opened, migrated, filled, and given a login that can only read. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { openWorkbook } from '../../ledger/import/files';
import { importSheets } from '../../ledger/import/importLedger';
import { migrate } from '../../ledger/migrate';
import { openPostgres, type Postgres } from '../../ledger/postgres/launcher';
import { loadSample } from '../../ledger/sample';
import { writeProblem } from '../../src/workbook';
import { digestOf } from '../stamp';
import { step, type Tell } from '../steps';

const PROJECT = path.resolve(__dirname, '..', '..');
const READER = 'shigan_demo_reader';
const INSUFFICIENT_PRIVILEGE = '42501';
/** What the sample is made of: a database made of anything else is not reused. Methods are replaced by migration. */
const SAMPLE_SOURCES = ['ledger/schema', 'ledger/sample', 'ledger/import', 'src/workbook'];
const MAKING = 'shigan_making';

/** How the data source reaches the ledger. */
export interface Login {
  host: string;
  database: string;
  user: string;
  password: string;
  sslMode: string;
}

/** The server of `DATABASE_URL`; else an embedded one in folder `name`, emptied for a user's own workbook. */
export const openServer = (name: string, fresh: boolean): Promise<Postgres> => openPostgres({ name, fresh });

/**
 * The ledger that is shown, migrated: the workbook's, that of `DATABASE_URL`, or the sample.
 *
 * @param today the day that is today in a sample made here; else it ends on its own day
 * @returns its URL, and whether it is the invented sample
 */
export async function prepareLedger(
  server: string,
  workbook: string | undefined,
  today?: string
): Promise<{ url: string; sample: boolean }> {
  if (workbook || process.env.DATABASE_URL) {
    const words = workbook ? `Importing ${path.basename(workbook)}` : 'Bringing the ledger up to date';
    const sample = await step(words, (tell) => fillOwn(server, workbook, tell, today), () => 'done');
    return { url: server, sample };
  }
  const url = await step('Preparing the sample ledger', (tell) => openSample(server, tell, today), () => 'done');
  return { url, sample: true };
}

/**
 * The embedded server's database with the sample, made if there is none of these very sources, or if its today is more
 * than a week before `today`. It is made under another name and renamed at the end, so that an interrupted start leaves
 * no half of a sample behind.
 *
 * @returns its URL
 */
export async function openSample(server: string, tell: Tell, today?: string): Promise<string> {
  const made = `shigan_${digestOf(PROJECT, SAMPLE_SOURCES, (file) => !file.endsWith('.test.ts')).slice(0, 12)}`;
  const name = today ? `${made}_${today.replaceAll('-', '')}` : made;
  const url = urlOf(server, name);
  const known = await databasesOf(server);
  const usable = known.find((database) => database === name || (today && isOfThisWeek(database, made, today)));
  if (usable) {
    await migrate(urlOf(server, usable));
    return urlOf(server, usable);
  }
  await withClient(server, async (client) => {
    for (const old of known) {
      await client.query(`DROP DATABASE ${client.escapeIdentifier(old)} WITH (FORCE)`);
    }
    await client.query(`CREATE DATABASE ${MAKING}`);
  });
  const making = urlOf(server, MAKING);
  await migrate(making);
  await importSample(making, tell, today);
  await withClient(server, (client) => client.query(`ALTER DATABASE ${MAKING} RENAME TO ${client.escapeIdentifier(name)}`));
  return url;
}

/**
 * The user's database, migrated; filled with the workbook, or with the sample, if nobody has imported anything yet.
 *
 * @returns whether the sample was loaded
 * @throws Error with one sentence, when there is a workbook and the database already holds a ledger
 */
export async function fillOwn(url: string, workbook: string | undefined, tell: Tell, today?: string): Promise<boolean> {
  await migrate(url);
  const empty = await isEmpty(url);
  if (workbook && !empty) {
    throw new Error(
      'The database of DATABASE_URL already holds a ledger: add to it with "npm run ledger", or name an empty database.'
    );
  }
  if (workbook) {
    await importWorkbook(url, workbook);
  } else if (empty) {
    await importSample(url, tell, today);
  }
  return empty && !workbook;
}

/** IANA name of the time zone in which the ledger's days begin. */
export const timeZoneOf = (url: string): Promise<string> =>
  withClient(url, async (client) => (await client.query('SELECT monitor.time_zone() AS zone')).rows[0].zone);

/**
 * A login that may only read, with this password, a new one where none is given. Where the server's owner did not let us make one, the data source
 * uses the login of `DATABASE_URL` itself (`own`), and the caller says so.
 */
export async function readerLogin(
  url: string,
  password = randomBytes(24).toString('hex')
): Promise<{ login: Login; own: boolean }> {
  try {
    await withClient(url, async (client) => {
      await client.query("SELECT set_config('demo.password', $1, false)", [password]);
      await client.query(fs.readFileSync(path.join(__dirname, 'reader.sql'), 'utf8'));
    });
    return { login: { ...loginOf(url), user: READER, password }, own: false };
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) {
      throw error;
    }
    return { login: loginOf(url), own: true };
  }
}

/** What a connection URL says. */
export function loginOf(text: string): Login {
  const url = new URL(text);
  return {
    host: url.port ? `${url.hostname}:${url.port}` : url.hostname,
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    sslMode: url.searchParams.get('sslmode') ?? 'disable',
  };
}

function isOfThisWeek(database: string, made: string, today: string): boolean {
  const [, year, month, day] = /_(\d{4})(\d\d)(\d\d)$/.exec(database) ?? [];
  const age = (Date.parse(today) - Date.parse(`${year}-${month}-${day}`)) / 86_400_000;
  return database.startsWith(`${made}_`) && age >= 0 && age <= 7;
}

async function importSample(url: string, tell: Tell, asOf?: string) {
  await withClient(url, (client) =>
    loadSample(client, {
      asOf,
      onProgress: ({ done, total, rows }) => tell(`month ${done} of ${total}, ${rows.toLocaleString('en-US')} rows`),
    })
  );
}

/** Imports a workbook, all or nothing. @throws Error with one sentence when it is refused. */
async function importWorkbook(url: string, file: string) {
  const { sheets, problems, ...opened } = await openWorkbook(file);
  const imported = await withClient(url, async (client) =>
    problems.length > 0 ? { problems } : importSheets(client, sheets, { ...opened, reportedBy: 'demo' })
  );
  const [first, ...more] = imported.problems;
  if (first) {
    const others = more.length > 0 ? ` (and ${more.length} more: "npm run ledger" lists them all)` : '';
    throw new Error(`The workbook was refused: ${writeProblem(first, 'en-US')}${others}`);
  }
}

async function isEmpty(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query('SELECT NOT EXISTS (SELECT FROM ledger.batch) AS empty');
    return rows[0].empty;
  });
}

async function databasesOf(server: string): Promise<string[]> {
  return withClient(server, async (client) => {
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE 'shigan\\_%'");
    return rows.map(({ datname }) => datname);
  });
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
