/** What `npm start -- …` may be told. */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** The user's own workbook (absolute path), imported into a fresh database instead of the sample. */
  ledger?: string;
  /** Folder with an unpacked Grafana (absolute path), which shows the plugins instead of the demo's page. */
  grafana?: string;
  /** Port on 127.0.0.1; 0 for any free one. */
  port: number;
  /** False: serve `dist/` as it stands. */
  build: boolean;
  /** Name of the embedded server's data folder. */
  data: string;
  help: boolean;
}

export const USAGE = `Usage: npm start -- [--grafana FOLDER] [--ledger FILE] [--port N] [--data NAME] [--no-build]
  --grafana FOLDER  show the plugins in the Grafana (12.2 or later) that is unpacked there, instead of the demo's page
  --ledger FILE     import your own workbook (.xlsx, or a folder of .csv) into a fresh database instead of the sample
  --port N          serve on this port of 127.0.0.1 (default: 3310, or any free one if that is taken; 3000 with --grafana)
  --data NAME       keep the database under this name, to run a second demo beside the first
  --no-build        serve dist/ as it stands
  DATABASE_URL      in the environment: use this PostgreSQL 15 or later instead of the embedded one`;

/** @throws Error with one sentence for an unknown option, a port outside 0–65535, or a workbook that is not there. */
export function parseOptions(args: string[]): Options {
  const { values } = read(args);
  const port = values.port === undefined ? (values.grafana ? GRAFANA_PORT : DEFAULT_PORT) : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`The port must be a whole number from 0 to 65535, not "${values.port}".`);
  }
  const ledger = values.ledger === undefined ? undefined : path.resolve(values.ledger);
  if (ledger !== undefined && !fs.existsSync(ledger)) {
    throw new Error(`There is no workbook at ${ledger}: give the path of an .xlsx file or of a folder of .csv files.`);
  }
  const grafana = values.grafana === undefined ? undefined : path.resolve(values.grafana);
  const data = values.data ?? `${grafana ? 'grafana' : 'demo'}${ledger ? '-own' : ''}`;
  if (!/^[a-z0-9-]{1,32}$/.test(data)) {
    throw new Error(`The data folder's name must be 1 to 32 of a–z, 0–9 and "-", not "${data}".`);
  }
  return { data, grafana, ledger, port, build: !values['no-build'], help: values.help ?? false };
}

export const DEFAULT_PORT = 3310;
export const GRAFANA_PORT = 3000;

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        grafana: { type: 'string' },
        ledger: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        'no-build': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message.split('\n')[0].replace(/\.?$/, '')}: see "npm start -- --help".`);
  }
}
