/**
 * How long each kind of query takes at two million observations and 200,000 tasks: through the shipped backend (decode,
 * query, frame, encode), and the bare SQL alone, on the same server, as the same role and in the same jurisdiction.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { buildBackend } from '../demo/build-backend';
import { callBackend } from '../demo/backend/calls';
import { startBackend } from '../demo/backend/process';
import { readerLogin } from '../demo/database/ledger';
import { ledgerVersion, migrate } from '../ledger/migrate';
import { openPostgres } from '../ledger/postgres/launcher';
import { median, write } from './figures';

/** A panel's query must answer within this: docs/architecture.md. */
const PANEL_MS = 50;
const RUNS = 15;
const WARM_UP = 3;
const AS_OF = '2026-10-31';

// A dashboard names its unit: the nation is the unit at the top.
const nation = { units: ['u1'], subordinates: true };
const province = { units: ['u2'], subordinates: true };
const alone = { units: ['u400'], subordinates: false };

interface Asked {
  name: string;
  query: Record<string, unknown>;
}

/** What dashboards and the overview page ask, of the whole ledger where that is the harder question. */
const PANELS: Asked[] = [
  { name: 'series, one unit and indicator', query: { kind: 'series', scope: alone, indicators: ['i1'] } },
  { name: 'targets, one unit', query: { kind: 'targets', scope: alone } },
  {
    name: 'targets, 100 red ones of a province',
    query: { kind: 'targets', scope: province, lights: ['red'], limit: 100 },
  },
  { name: 'targets, 100 red ones, all', query: { kind: 'targets', scope: nation, lights: ['red'], limit: 100 } },
  {
    name: 'targets, 100 of one indicator, all',
    query: { kind: 'targets', scope: nation, indicators: ['i1'], limit: 100 },
  },
  { name: 'targets, summary, all', query: { kind: 'targets', view: 'summary', groupBy: 'none', scope: nation } },
  {
    name: 'targets, summary by department, all',
    query: { kind: 'targets', view: 'summary', groupBy: 'department', scope: nation },
  },
  {
    name: 'targets, summary by domain, a province',
    query: { kind: 'targets', view: 'summary', groupBy: 'domain', scope: province },
  },
  {
    name: 'targets, summary by unit below, a province',
    query: { kind: 'targets', view: 'summary', groupBy: 'child', scope: province },
  },
  {
    name: 'targets, summary by unit below, all',
    query: { kind: 'targets', view: 'summary', groupBy: 'child', scope: nation },
  },
  {
    name: 'targets of one policy, summary by unit below, all',
    query: { kind: 'targets', view: 'summary', groupBy: 'child', scope: { ...nation, policies: ['p7'] } },
  },
  { name: 'tasks, summary, all', query: { kind: 'tasks', view: 'summary', groupBy: 'none', scope: nation } },
  {
    name: 'tasks, summary by department, all',
    query: { kind: 'tasks', view: 'summary', groupBy: 'department', scope: nation },
  },
  {
    name: 'tasks, summary by supporting department, all',
    query: {
      kind: 'tasks',
      view: 'summary',
      groupBy: 'department',
      scope: { ...nation, departmentRole: 'support' },
    },
  },
  {
    name: 'tasks, summary by policy, all',
    query: { kind: 'tasks', view: 'summary', groupBy: 'policy', scope: nation },
  },
  {
    name: 'tasks, summary by unit below, a province',
    query: { kind: 'tasks', view: 'summary', groupBy: 'child', scope: province },
  },
  {
    name: 'tasks, summary by unit below, all',
    query: { kind: 'tasks', view: 'summary', groupBy: 'child', scope: nation },
  },
  { name: 'tasks, trend of 24 months, all', query: { kind: 'tasks', view: 'trend', months: 24, scope: nation } },
  {
    name: 'tasks, 100 overdue of a province',
    query: { kind: 'tasks', statuses: ['overdue'], scope: province, limit: 100 },
  },
  { name: 'tasks, 100 overdue, all', query: { kind: 'tasks', statuses: ['overdue'], scope: nation, limit: 100 } },
  { name: 'tasks, 100 due soon, all', query: { kind: 'tasks', statuses: ['due_soon'], scope: nation, limit: 100 } },
  {
    name: 'tasks, 100 done, all',
    query: { kind: 'tasks', statuses: ['done', 'done_late'], scope: nation, limit: 100 },
  },
  {
    name: 'tasks, overdue of one policy, all',
    query: { kind: 'tasks', statuses: ['overdue'], scope: { ...nation, policies: ['p7'] }, limit: 100 },
  },
  {
    name: 'tasks, 100 of one policy, all',
    query: { kind: 'tasks', scope: { ...nation, policies: ['p7'] }, limit: 100 },
  },
  { name: 'risks, rows of a province', query: { kind: 'risks', scope: province } },
  { name: 'risks, worst 500, all', query: { kind: 'risks', scope: nation, limit: 500 } },
  { name: 'risks, matrix, all', query: { kind: 'risks', view: 'matrix', scope: nation } },
  { name: 'risks, trend of 24 months, all', query: { kind: 'risks', view: 'trend', months: 24, scope: nation } },
  { name: 'reports, late, all', query: { kind: 'reports', statuses: ['late', 'never_reported'], scope: nation } },
  { name: 'attention, worst 100 of a province', query: { kind: 'attention', scope: province, limit: 100 } },
  { name: 'attention, worst 100 of all', query: { kind: 'attention', scope: nation, limit: 100 } },
];

/** What alert rules ask, every minute. */
const ALERTS: Asked[] = [
  {
    name: 'alert on overdue tasks of a province',
    query: { kind: 'tasks', format: 'alert', measure: 'overdue_days', scope: province },
  },
  {
    name: 'alert on breaches of a province',
    query: { kind: 'targets', format: 'alert', measure: 'breached', scope: province },
  },
  {
    name: 'alert on risks of a province',
    query: { kind: 'risks', format: 'alert', measure: 'levels_above_appetite', scope: province },
  },
  {
    name: 'alert on reports of a province',
    query: { kind: 'reports', format: 'alert', measure: 'late_days', scope: province },
  },
];

/** Larger than anything of ours asks; whoever asks it in Explore waits this long. */
const LARGER: Asked[] = [
  {
    name: 'targets, 200 red ones of a province',
    query: { kind: 'targets', scope: province, lights: ['red'], limit: 200 },
  },
  {
    name: 'targets, summary by unit, all',
    query: { kind: 'targets', view: 'summary', groupBy: 'unit', scope: nation },
  },
  { name: 'tasks, summary by unit, all', query: { kind: 'tasks', view: 'summary', groupBy: 'unit', scope: nation } },
  { name: 'reports, every one of a province', query: { kind: 'reports', scope: province } },
  { name: 'risks, every row, all', query: { kind: 'risks', scope: nation } },
  { name: 'tasks, 10,000 rows', query: { kind: 'tasks', limit: 10_000, scope: nation } },
];

const QUERIES = [
  ...PANELS.map((asked) => ({ ...asked, asker: 'panel' })),
  ...ALERTS.map((asked) => ({ ...asked, asker: 'alert' })),
  ...LARGER.map((asked) => ({ ...asked, asker: 'larger than any panel asks' })),
];

export async function benchQueries() {
  const postgres = await openPostgres({ name: 'bench' });
  try {
    const url = await scaleLedger(postgres.url);
    const { login } = await readerLogin(url);
    const { password, ...jsonData } = login;
    const backend = await startBackend(buildBackend());
    try {
      const source = callBackend(backend.address, {
        uid: 'bench',
        name: 'bench',
        type: 'shigan-policy-datasource',
        version: '0',
        // No answer is kept: the ledger's own time is wanted.
        jsonData: { ...jsonData, jurisdiction: '*', language: 'en-US', memoryMegabytes: 0 },
        secrets: { password },
      });
      const bare = new Client({ connectionString: url });
      await bare.connect();
      try {
        await measure(source, bare);
      } finally {
        await bare.end();
        source.close();
      }
    } finally {
      await backend.stop();
    }
  } finally {
    await postgres.stop();
  }
}

async function measure(source: ReturnType<typeof callBackend>, bare: Client) {
  write(['query', 'rows', 'through the backend', 'bare SQL', "backend's share", `within ${PANEL_MS} ms`]);
  for (const { name, query, asker } of QUERIES) {
    // Up to the encoded answer: reading it is the browser's work.
    const ask = () =>
      source.query(
        {
          from: String(Date.parse('2021-11-01')),
          to: String(Date.parse(`${AS_OF}T12:00:00Z`)),
          queries: [{ refId: 'A', view: 'rows', language: 'en-US', asOf: AS_OF, ...query } as never],
        },
        {}
      );
    const result = JSON.parse(String((await ask()).body)).results.A;
    if (result.error) {
      throw new Error(`${name}: ${result.error}`);
    }
    const frames = result.frames as Array<{
      schema: { meta?: { executedQueryString?: string } };
      data: { values: unknown[][] };
    }>;
    const count = frames.reduce((sum, frame) => sum + (frame.data.values[0]?.length ?? 0), 0);
    const statement = readStatement(frames[0].schema.meta?.executedQueryString ?? '');
    const whole = await timed(ask);
    const alone = await timed(() => asReader(bare, statement));
    const share = (whole - alone) / whole;
    write([
      name,
      String(count),
      `${whole.toFixed(1)} ms`,
      `${alone.toFixed(1)} ms`,
      `${Math.round(share * 100)} %`,
      asker === 'panel' ? (whole < PANEL_MS ? 'yes' : 'NO') : asker,
    ]);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = -WARM_UP; run < RUNS; run++) {
    const began = performance.now();
    await work();
    if (run >= 0) {
      times.push(performance.now() - began);
    }
  }
  return median(times);
}

/** The statement and parameters that the backend tells with every answer, in the form that the `pg` package wants. */
export function readStatement(told: string): { text: string; values: Array<string | null> } {
  const values: Array<string | null> = [];
  const lines = told.split('\n').filter((line) => !line.startsWith('-- @'));
  const given = new Map(
    [...told.matchAll(/^-- @([a-z_]+) = (.*)$/gm)].map(([, name, value]) => [
      name,
      // Numbers are told in Go's brackets, [2 3].
      value === 'NULL' || value === '[]'
        ? null
        : value.replace(/^\[(.*)\]$/, (_, list: string) => `{${list.split(' ').join(',')}}`),
    ])
  );
  const places = new Map<string, number>();
  const text = lines.join('\n').replace(/@([a-z_]+)/g, (whole, name: string) => {
    if (!given.has(name)) {
      return whole;
    }
    if (!places.has(name)) {
      values.push(given.get(name) ?? null);
      places.set(name, values.length);
    }
    return `$${places.get(name)}`;
  });
  return { text, values };
}

async function asReader(client: Client, { text, values }: { text: string; values: Array<string | null> }) {
  await client.query('BEGIN READ ONLY');
  await client.query('SET LOCAL ROLE ledger_reader');
  await client.query("SELECT set_config('ledger.jurisdiction', '*', true)");
  await client.query({ text, values, rowMode: 'array' });
  await client.query('COMMIT');
}

/** A database at full scale, kept until the ledger's SQL or the scale changes. */
async function scaleLedger(url: string): Promise<string> {
  const file = path.join(__dirname, 'scale-ledger.sql');
  const version = ledgerVersion();
  const name = `scale_${version.slice(0, 12)}_${fs.statSync(file).size}`;
  const admin = new Client({ connectionString: url });
  await admin.connect();
  const scaled = new URL(url);
  scaled.pathname = `/${name}`;
  try {
    const { rows } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rows.length > 0) {
      return scaled.href;
    }
    console.log('Making the ledger of two million observations; this takes some minutes, once.');
    const building = `${name}_building`;
    const { rows: former } = await admin.query(
      "SELECT datname FROM pg_database WHERE datname ~ '^scale_[0-9a-f]{12}_[0-9]+(_building)?$'"
    );
    for (const { datname } of former) {
      await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    }
    await admin.query(`CREATE DATABASE ${building}`);
    const made = new URL(url);
    made.pathname = `/${building}`;
    await migrate(made.href);
    const client = new Client({ connectionString: made.href });
    await client.connect();
    await client.query(fs.readFileSync(file, 'utf8'));
    await client.query('SELECT monitor.rebuild()');
    await client.query('VACUUM ANALYZE');
    await client.end();
    await admin.query(`ALTER DATABASE ${building} RENAME TO ${name}`);
    return scaled.href;
  } finally {
    await admin.end();
  }
}
