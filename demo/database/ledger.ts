/** The demo's database: opened, migrated, filled, and given a login that can only read. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { openWorkbook } from '../../ledger/import/files';
import { importSheets } from '../../ledger/import/importLedger';
import { migrate } from '../../ledger/migrate';
import { openPostgres, type Postgres } from '../../ledger/postgres/launcher';
import { writeProblem } from '../../src/workbook';

const READER = 'shigan_demo_reader';
const INSUFFICIENT_PRIVILEGE = '42501';
/** Names of the embedded server's two data folders: the sample's, and the one made anew for a user's own workbook. */
const SAMPLE_FOLDER = 'demo';
const OWN_FOLDER = 'demo-own';

/** How the data source reaches the ledger. */
export interface Login {
  host: string;
  database: string;
  user: string;
  password: string;
  sslMode: string;
}

/** The server for the sample (kept between starts), for the user's workbook (fresh each time), or of `DATABASE_URL`. */
export const openLedger = (workbook: string | undefined): Promise<Postgres> =>
  openPostgres(workbook ? { name: OWN_FOLDER, fresh: true } : { name: SAMPLE_FOLDER });

/** Migrates. Returns what was done, in words. */
export async function migrateLedger(url: string): Promise<string> {
  const { applied, methodsChanged } = await migrate(url);
  return applied.length > 0 || methodsChanged ? `${applied.length} files applied, methods made again` : 'nothing to do';
}

/** Whether nobody has imported anything. */
export async function isEmpty(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query('SELECT NOT EXISTS (SELECT FROM ledger.batch) AS empty');
    return rows[0].empty;
  });
}

/** Imports a workbook, all or nothing. Returns what was stored, in words. @throws Error with one sentence when it is refused. */
export async function importWorkbook(url: string, file: string): Promise<string> {
  const { sheets, problems, ...opened } = await openWorkbook(file);
  const imported = await withClient(url, (client) =>
    problems.length > 0
      ? { problems, counts: {} }
      : importSheets(client, sheets, { ...opened, reportedBy: 'demo' })
  );
  const [first, ...more] = imported.problems;
  if (first) {
    const others = more.length > 0 ? ` (and ${more.length} more: "npm run ledger" lists them all)` : '';
    throw new Error(`The workbook was refused: ${writeProblem(first, 'en-US')}${others}`);
  }
  return rowsStored(imported.counts);
}

function rowsStored(counts: Record<string, number>): string {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${rows.toLocaleString('en-US')} rows`;
}

/**
 * A login that may only read, with a new password. Where the server's owner did not let us make one, the data source
 * uses the login of `DATABASE_URL` itself (`own`), and the caller says so.
 */
export async function readerLogin(url: string): Promise<{ login: Login; own: boolean }> {
  const password = randomBytes(24).toString('hex');
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

async function withClient<T>(url: string, work: (client: Client) => Promise<T> | T): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
// TEMP until the sample lands
export const importSample = (url: string) => importWorkbook(url, path.resolve(__dirname, '../../tests/ledger'));
