/** SQL lives in files, in sections headed `-- name`. */
import fs from 'node:fs';
import path from 'node:path';

/** The sections of an SQL file beside this one, by name. What stands above the first section is the file's comment. */
export function readSections(file: string, names: readonly string[]): Record<string, string> {
  const sections: Record<string, string> = {};
  let current: string | undefined;
  for (const line of fs.readFileSync(path.join(__dirname, file), 'utf8').split(/\r?\n/)) {
    const heading = /^-- (.+)$/.exec(line)?.[1];
    if (heading && names.includes(heading)) {
      current = heading;
      sections[current] = '';
    } else if (current) {
      sections[current] += `${line}\n`;
    }
  }
  const missing = names.find((name) => !(name in sections));
  if (missing) {
    throw new Error(`${file} has no section "${missing}": add it.`);
  }
  return sections;
}
