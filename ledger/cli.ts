/**
 * `npm run ledger -- <command>`: migrate, sql, import, sample, rebuild, status, template. With DATABASE_URL it works on that database,
 * otherwise on an embedded server of its own (data folder `ledger`; the demo's server is left alone, because opening a
 * data folder ends the server that runs on it). Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { Client } from 'pg';
import { inLanguage, type Language, type Problem, writeProblem } from '../src/workbook';
import { openWorkbook } from './import/files';
import { importSheets, type Progress, rebuildReadModels } from './import/importLedger';
import { sentenceOf } from './import/refusals';
import { summaryOf } from './import/summary';
import { readStatus, writeStatus } from './import/status';
import { writeTemplate } from './import/template';
import { migrate } from './migrate';
import { ledgerSql } from './script';
import { openPostgres } from './postgres/launcher';
import { loadSample } from './sample';

const USAGE = `Usage: npm run ledger -- <command>
It works on the database named by DATABASE_URL, or else on an embedded one of its own.
  migrate                 bring the database to this version's schema
  sql                     write the script that does so, for psql: npm run --silent ledger -- sql > ledger.sql
  import FILE…            import .xlsx files, .csv files or folders of .csv files, all or nothing each
      --by NAME           who reports (default: the user of this computer)
      --language LANG     language of problems and of what was stored: zh-Hans or en-US
  sample                  fill an empty ledger with the fictional province
      --as-of DATE        the day that is today in it (default: 2026-10-31)
  rebuild                 make the read models again from the facts
  status                  schema, rows per register, latest batch and period
  template FILE.xlsx      write an empty workbook with headers, help and drop-downs
`;

const out = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

interface Options {
  by: string;
  asOf: string | undefined;
  language: Language;
}

const COMMANDS: Record<string, (files: string[], options: Options) => Promise<number>> = {
  migrate: () =>
    withClient(async (client) => {
      const { applied, methodsChanged } = await migrate(client, { log: out });
      out(applied.length > 0 || methodsChanged ? 'The ledger is migrated.' : 'The ledger was up to date.');
      return 0;
    }),
  sql: async () => {
    process.stdout.write(ledgerSql());
    return 0;
  },
  import: (files, options) => (files.length === 0 ? Promise.resolve(wrongUsage()) : importAll(files, options)),
  sample: (_, { asOf }) => withClient((client) => fillWithSample(client, asOf)),
  rebuild: () =>
    withClient(async (client) => {
      await rebuildReadModels(client);
      out('The read models are made again.');
      return 0;
    }),
  status: () =>
    withClient(async (client) => {
      writeStatus(await readStatus(client)).forEach(out);
      return 0;
    }),
  template: async ([file]) => {
    if (!file) {
      return wrongUsage();
    }
    await writeTemplate(file);
    out(`The template is in ${file}.`);
    return 0;
  },
};

function wrongUsage(): number {
  complain(USAGE);
  return 2;
}

async function withClient(work: (client: Client) => Promise<number>): Promise<number> {
  const postgres = await openPostgres({ name: 'ledger' });
  const client = new Client({ connectionString: postgres.url });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
    await postgres.stop();
  }
}

async function fillWithSample(client: Client, asOf: string | undefined): Promise<number> {
  const { rows } = await client.query("SELECT EXISTS (SELECT FROM ledger.batch WHERE source <> 'sample') AS used");
  if (rows[0].used) {
    complain('This ledger holds reports of its own: name an empty database for the sample.');
    return 1;
  }
  const stored = await loadSample(client, {
    asOf,
    onProgress: ({ done, total, rows: sofar }) => complain(`Sample: month ${done} of ${total}, ${sofar} rows.`),
  });
  out(`The sample is in the ledger: ${stored} rows.`);
  return 0;
}

function importAll(files: string[], options: Options): Promise<number> {
  return withClient(async (client) => {
    for (const file of files) {
      if (!(await importOne(client, file, options))) {
        return 1;
      }
    }
    return 0;
  });
}

async function importOne(client: Client, file: string, { by, language }: Options): Promise<boolean> {
  const { source, fileName, sha256, sheets, problems } = await openWorkbook(file);
  if (problems.length > 0) {
    report(fileName, problems, language);
    return false;
  }
  const progress = progressOf(fileName);
  const imported = await importSheets(client, sheets, {
    source,
    fileName,
    sha256,
    reportedBy: by,
    onProgress: progress,
  });
  imported.notes.forEach((note) => out(writeProblem(note, language)));
  if (imported.outcome === 'refused') {
    report(fileName, imported.problems, language);
    return false;
  }
  const empty = imported.outcome === 'empty';
  (empty ? complain : out)(summaryOf(fileName, imported, language));
  return !empty;
}

function report(fileName: string, problems: Problem[], language: Language) {
  problems.forEach((problem) => complain(writeProblem(problem, language)));
  complain(
    language === 'zh-Hans'
      ? `${fileName}：${problems.length} 处问题，未导入任何数据；请改正后重试。`
      : `${fileName}: ${problems.length} problem${problems.length === 1 ? '' : 's'}, nothing was stored; correct and import again.`
  );
}

/** A bar where somebody watches, plain lines every ten seconds where nobody does. */
function progressOf(fileName: string): (progress: Progress) => void {
  const words = {
    read: 'reading',
    check: 'checking',
    copy: 'copying',
    store: 'storing',
    refresh: 'refreshing',
    done: 'done',
  };
  if (process.stderr.isTTY) {
    const bar = new SingleBar({
      format: `${fileName} [{bar}] {value}/{total} {step}`,
      stream: process.stderr,
      clearOnComplete: true,
    });
    let started = false;
    return ({ step, done, total }) => {
      if (!started) {
        bar.start(total, 0, { step: words[step] });
        started = true;
      }
      bar.update(done, { step: words[step] });
      if (step === 'done') {
        bar.stop();
      }
    };
  }
  let last = Date.now();
  return ({ step, done, total }) => {
    if (step !== 'done' && Date.now() - last > 10_000) {
      last = Date.now();
      complain(`${fileName}: ${words[step]}, ${done} of ${total} rows.`);
    }
  };
}

function languageOf(asked: string | undefined): Language {
  const wanted = asked ?? process.env.LC_ALL ?? process.env.LANG ?? '';
  return /^zh/i.test(wanted) ? 'zh-Hans' : 'en-US';
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      by: { type: 'string' },
      language: { type: 'string' },
      'as-of': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const command = COMMANDS[positionals[0] ?? ''];
  if (values.help) {
    out(USAGE);
    return 0;
  }
  if (!command) {
    return wrongUsage();
  }
  const language = languageOf(values.language);
  try {
    return await command(positionals.slice(1), {
      asOf: values['as-of'],
      by: values.by || os.userInfo().username,
      language,
    });
  } catch (error) {
    const sentence = sentenceOf(error);
    complain(sentence ? inLanguage(sentence, language) : (error as Error).message);
    return 1;
  }
}

// A reader that stops early, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main().then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    complain(error.message);
    process.exitCode = 1;
  }
);
