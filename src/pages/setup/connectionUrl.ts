/** The data source's connection in the words of other programs, for commands that are shown to be copied. */

/** The settings that are needed here; src/datasource/settings.ts explains them. */
export interface Connection {
  host?: string;
  database?: string;
  user?: string;
  sslMode?: string;
}

/**
 * The connection as a URL, with the word PASSWORD where the password belongs.
 *
 * @param reader who reads it: `node` (the ledger's commands) and `psql` name the TLS modes differently
 */
export function connectionUrl(connection: Connection, user: string, reader: 'node' | 'psql'): string {
  const { host = '', database = '', sslMode = 'verify-full' } = connection;
  const mode = reader === 'psql' ? sslMode : (NODE_MODES[sslMode] ?? sslMode);
  const params = new URLSearchParams({ sslmode: mode });
  // psql refuses to verify without the authority in a file; our commands fall back on the authorities that Node knows.
  if (reader === 'psql' && mode.startsWith('verify-')) {
    params.set('sslrootcert', 'ca.pem');
  }
  // A folder is that of PostgreSQL's socket.
  const socket = host.startsWith('/');
  if (socket) {
    params.set('host', host);
  }
  const where = socket ? '' : host.includes(':') ? host : `${host}:5432`;
  return `postgresql://${encodeURIComponent(user)}:PASSWORD@${where}/${encodeURIComponent(database)}?${params}`;
}

/** The driver of the ledger's commands has no mode that checks the authority and not the name: it checks both. */
const NODE_MODES: Record<string, string> = { require: 'no-verify', 'verify-ca': 'verify-full' };

/** A name in SQL: quoted, so that any login can be named. */
export const sqlName = (name: string): string => `"${name.replace(/"/g, '""')}"`;

/** A word on the command line, quoted where the shell would read more than a word. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
