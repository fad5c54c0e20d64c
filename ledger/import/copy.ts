/** Sends rows to a table through COPY. */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Field } from './stored';

/** Bytes per write: fewer, larger writes are what makes COPY quick. */
const CHUNK = 256 * 1024;
const SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function writeField(field: Field): string {
  if (field === null) {
    return '\\N';
  }
  if (typeof field === 'string') {
    return SPECIAL.test(field) ? field.replace(SPECIAL, (char) => ESCAPES[char]) : field;
  }
  return typeof field === 'boolean' ? (field ? 't' : 'f') : String(field);
}

/**
 * Copies rows in PostgreSQL's text format.
 *
 * @param sql `COPY … FROM STDIN`
 * @param onRows told how many rows were sent since the last call
 * @returns how many rows were sent
 * @throws the database's error
 */
export async function copyRows(
  client: ClientBase,
  sql: string,
  rows: Iterable<Field[]>,
  onRows: (count: number) => void = () => {}
): Promise<number> {
  const stream = client.query(copyFrom(sql));
  const done = finished(stream);
  done.catch(() => {}); // Awaited below; a failure while we still write must not count as unhandled.
  let [chunk, count, told] = ['', 0, 0];
  for (const row of rows) {
    chunk += row.map(writeField).join('\t') + '\n';
    count += 1;
    if (chunk.length >= CHUNK) {
      if (!stream.write(chunk)) {
        await Promise.race([once(stream, 'drain'), done]);
      }
      onRows(count - told);
      [chunk, told] = ['', count];
    }
  }
  stream.end(chunk);
  await done;
  onRows(count - told);
  return count;
}
