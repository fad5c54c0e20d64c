/** One demo per data folder: a second server on the same folder would end the first one's database. */
import fs from 'node:fs';
import path from 'node:path';
import { isAlive, readIfThere } from '../ledger/postgres/pidFile';

/**
 * Claims `name` until this process ends.
 *
 * @param folder where claims are kept, as files that name their holder
 * @throws Error with one sentence while a living process holds it
 */
export function claim(folder: string, name: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.pid`);
  const holder = Number(readIfThere(file));
  if (holder && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `A demo is running already (process ${holder}): end it, or start this one beside it with "npm start -- --data NAME".`
    );
  }
  fs.writeFileSync(file, String(process.pid));
  process.once('exit', () => fs.rmSync(file, { force: true }));
}
