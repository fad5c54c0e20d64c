/** Knows whether what was built is still what the sources say, by a digest of the sources' contents. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Digest of every file under `paths` (files or folders; what is missing counts as missing) that `counts` lets through. */
export function digestOf(root: string, paths: string[], counts: (file: string) => boolean = () => true): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((entry) => filesUnder(path.join(root, entry))).sort()) {
    if (counts(file)) {
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** Runs `build` unless `stampFile` holds `digest` and all `outputs` exist. Returns whether it ran. */
export async function buildIfStale(
  stampFile: string,
  digest: string,
  outputs: string[],
  build: () => Promise<void>
): Promise<boolean> {
  const fresh =
    outputs.every((file) => fs.existsSync(file)) &&
    fs.existsSync(stampFile) &&
    fs.readFileSync(stampFile, 'utf8') === digest;
  if (fresh) {
    return false;
  }
  fs.rmSync(stampFile, { force: true });
  await build();
  fs.mkdirSync(path.dirname(stampFile), { recursive: true });
  fs.writeFileSync(stampFile, digest);
  return true;
}

function filesUnder(entry: string): string[] {
  const found = fs.statSync(entry, { throwIfNoEntry: false });
  if (!found) {
    return [];
  }
  return found.isDirectory()
    ? fs.readdirSync(entry).flatMap((name) => filesUnder(path.join(entry, name)))
    : [entry];
}
