/** Brings a database to the state that this version of the ledger describes, by running its script. */
import { Client, type ClientBase } from 'pg';
import { APPLYING, ledgerSql, MAKING_MONITOR, monitorFiles, schemaFiles } from './script';

export { ledgerVersion } from './script';

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

async function migrateIn(client: ClientBase, { log = () => {} }: MigrateOptions): Promise<Migrated> {
  const migrated: Migrated = { applied: [], methodsChanged: false };
  const hear = ({ message = '' }: { message?: string }) => {
    const file = APPLYING.exec(message)?.[1];
    if (file) {
      migrated.applied.push(file);
    } else if (message === MAKING_MONITOR) {
      migrated.methodsChanged = true;
    } else {
      return;
    }
    log(message);
  };
  client.on('notice', hear);
  try {
    await client.query(ledgerSql());
    return migrated;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw explained(error, migrated);
  } finally {
    client.off('notice', hear);
  }
}

/** The script's own refusals as they are; an error in one of its files with the file's name and, where known, the line. */
function explained(error: unknown, { applied, methodsChanged }: Migrated): unknown {
  const { code = '', message = '', internalQuery = '', internalPosition } = error as Record<string, string | undefined>;
  if (!/^[0-9A-Z]{5}$/.test(code)) {
    return error;
  }
  if (code.startsWith('LG') || message.startsWith('The login ')) {
    return new Error(message, { cause: error });
  }
  const file = [...schemaFiles(), ...monitorFiles()].find(({ sql }) => internalQuery === `\n${sql}`);
  const step = file?.name ?? (methodsChanged ? 'Schema monitor' : (applied.at(-1) ?? 'The script'));
  const line =
    file && internalPosition ? ` line ${internalQuery.slice(1, Number(internalPosition)).split('\n').length}` : '';
  const cure =
    code === '42501' ? ': use a superuser, the owner of the database with CREATEROLE, or a member of ledger_owner' : '';
  return new Error(`${step}${line} could not be applied (${message})${cure}.`, { cause: error });
}
