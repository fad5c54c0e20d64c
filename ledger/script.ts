/**
 * The ledger's schema as one SQL script, the only way in which a database is installed or upgraded: `migrate()` runs it,
 * `npm run ledger -- sql` writes it for a database administrator, and the build ships it as `datasource/ledger.sql`, which
 * the page Setup runs or offers for download.
 *
 * It is plain SQL without any command of psql: one transaction that applies the numbered files of `ledger/schema` that
 * the database does not have, then makes schema `monitor` again if a file of it changed. Running it twice changes nothing.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const OLDEST_POSTGRES = 15;
/** From this file on everything is made by, and belongs to, ledger_owner. */
const ROLES = '0003_roles.sql';
/** The name under which `ledger.migration` keeps the version of schema `monitor`. */
const MONITOR = 'monitor';

/** What the script announces, as notices of the database, and whoever runs it reads. */
export const APPLYING = /^Applying (\S+\.sql)\.$/;
export const MAKING_MONITOR = 'Making schema monitor again.';

export interface SqlFile {
  name: string;
  sql: string;
  sha256: string;
}

/** Migrations, in order. They are never edited once released. */
export const schemaFiles = () => sqlFiles('schema');
/** What schema `monitor` is made of, in order. */
export const monitorFiles = () => [...sqlFiles('read-models'), ...sqlFiles('methods')];

/** SHA-256 over every SQL file: changes whenever a migrated database would differ. */
export function ledgerVersion(): string {
  return versionOf([...schemaFiles(), ...monitorFiles()]);
}

/**
 * The script. Its head lists what a database of this version has applied, one line `-- has FILE SHA256` each.
 *
 * Errors of its own have the SQLSTATEs LG001 (server too old), LG002 (an applied migration was edited), LG003 (the
 * database is of a later version) and LG004 (the login named by `ledger.reader` does not exist).
 */
export function ledgerSql(): string {
  const schema = schemaFiles();
  const monitor = monitorFiles();
  const parts = [head([...schema, { name: MONITOR, sha256: versionOf(monitor) }]), BEGIN, check(schema)];
  for (const file of schema) {
    parts.push(migration(file));
    if (file.name === ROLES) {
      parts.push('SET LOCAL ROLE ledger_owner;\n');
    }
  }
  parts.push(makeMonitor(monitor), GRANT_READER, 'COMMIT;\n');
  return parts.join('\n');
}

const head = (has: Array<{ name: string; sha256: string }>) => `\
-- The policy ledger's schema: installs it, or upgrades that of any earlier version, in one transaction.
-- Running it again changes nothing. PostgreSQL ${OLDEST_POSTGRES} or later, no extensions.
--
--   psql -v ON_ERROR_STOP=1 -f ledger.sql "host=… dbname=… user=…"
--
-- The first time the user is a superuser, or owns the database and has CREATEROLE; later a member of ledger_owner will do.
-- With PGOPTIONS='-c ledger.reader=grafana' in the environment, the login "grafana" is let read as well.
--
${has.map(({ name, sha256 }) => `-- has ${name} ${sha256}`).join('\n')}
`;

const BEGIN = `\
BEGIN;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL client_min_messages = notice;
-- Read models of a large ledger take minutes to make.
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = 0;
`;

const check = (files: SqlFile[]) => `\
DO $check$
DECLARE
  wrong text;
BEGIN
  IF current_setting('server_version_num')::integer < ${OLDEST_POSTGRES}0000 THEN
    RAISE EXCEPTION 'The ledger needs PostgreSQL ${OLDEST_POSTGRES} or later, and this is %: upgrade the server.',
      current_setting('server_version_num')::integer / 10000 USING ERRCODE = 'LG001';
  END IF;
  -- Two at the same time wait for each other.
  PERFORM pg_advisory_xact_lock(hashtext('ledger.migrate'));
  IF to_regclass('ledger.migration') IS NULL THEN
    RETURN;
  END IF;
  SELECT m.file INTO wrong FROM ledger.migration m
  JOIN (VALUES ${files.map(({ name, sha256 }) => `('${name}', '${sha256}')`).join(', ')}) AS ours (file, sha256) ON ours.file = m.file
  WHERE m.sha256 <> ours.sha256 ORDER BY m.file LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Migration % was edited after it had been applied here: restore the file and put the change into a new one.', wrong
      USING ERRCODE = 'LG002';
  END IF;
  SELECT m.file INTO wrong FROM ledger.migration m
  WHERE m.file <> '${MONITOR}' AND m.file <> ALL (ARRAY[${files.map(({ name }) => `'${name}'`).join(', ')}])
  ORDER BY m.file LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'The database is of a later version than this one, which does not know %: upgrade the plugin instead.', wrong
      USING ERRCODE = 'LG003';
  END IF;
END $check$;
`;

const migration = (file: SqlFile) => `\
DO $step$
DECLARE
  done boolean := false;
BEGIN
  IF to_regclass('ledger.migration') IS NOT NULL THEN
    done := EXISTS (SELECT FROM ledger.migration WHERE file = '${file.name}');
  END IF;
  IF NOT done THEN
    RAISE NOTICE 'Applying ${file.name}.';
    EXECUTE ${quoted(file)};
    INSERT INTO ledger.migration (file, sha256) VALUES ('${file.name}', '${file.sha256}');
  END IF;
END $step$;
`;

const makeMonitor = (files: SqlFile[]) => `\
DO $step$
BEGIN
  IF EXISTS (SELECT FROM ledger.migration WHERE file = '${MONITOR}' AND sha256 = '${versionOf(files)}') THEN
    RETURN;
  END IF;
  RAISE NOTICE '${MAKING_MONITOR}';
  -- That dropping it drops all within it is no news.
  PERFORM set_config('client_min_messages', 'warning', true);
  DROP SCHEMA IF EXISTS monitor CASCADE;
  PERFORM set_config('client_min_messages', 'notice', true);
  CREATE SCHEMA monitor;
${files.map((file) => `  EXECUTE ${quoted(file)};`).join('\n')}
  PERFORM ledger.grant_monitor();
  PERFORM monitor.rebuild();
  INSERT INTO ledger.migration (file, sha256) VALUES ('${MONITOR}', '${versionOf(files)}')
  ON CONFLICT (file) DO UPDATE SET sha256 = excluded.sha256, applied_at = excluded.applied_at;
END $step$;
`;

const GRANT_READER = `\
RESET ROLE;
DO $reader$
DECLARE
  reader text := current_setting('ledger.reader', true);
BEGIN
  IF coalesce(reader, '') = '' THEN
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = reader) THEN
    RAISE EXCEPTION 'There is no login % that could read the ledger: create it, or name another in ledger.reader.', reader
      USING ERRCODE = 'LG004';
  END IF;
  IF NOT pg_has_role(reader, 'ledger_reader', 'MEMBER') THEN
    EXECUTE format('GRANT ledger_reader TO %I', reader);
  END IF;
END $reader$;
`;

/** The file as a string of the script. Its quotes bear its name, so that a file may hold quotes of its own. */
function quoted({ name, sql }: SqlFile): string {
  const tag = `$ledger_${name.replace(/\W/g, '_')}$`;
  if (sql.includes(tag)) {
    throw new Error(`${name} contains ${tag}, which quotes it in the script: write another tag there.`);
  }
  return `${tag}\n${sql}${tag}`;
}

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

const versionOf = (files: SqlFile[]) => sha256(files.map((file) => file.name + file.sha256).join());
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
