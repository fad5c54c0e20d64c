/**
 * Whose work is in the package: npm packages that the bundles contain, told by their source maps, and Go modules that
 * the executables contain, told by the list that Go writes into each.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Files } from './archive';

export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** Someone's work, and the words under which it may be passed on. */
export interface Work {
  name: string;
  version: string;
  /** What their folder says about rights: LICENSE, NOTICE and the like, by name. */
  texts: string[];
}

/** Licences that would bind whoever uses the product. */
const BINDING = /GNU (AFFERO |LESSER )?GENERAL PUBLIC LICENSE|Server Side Public License|Business Source License/i;

/** Names of all npm packages and Go modules of which something is in the package, sorted. */
export function bundledPackages(files: Files): string[] {
  const names = [...files].flatMap(([name, { bytes }]) => {
    if (name.endsWith('.js.map')) {
      return npmPackages(JSON.parse(new TextDecoder().decode(bytes)).sources);
    }
    return /\/gpx_[^/]+$/.test(`/${name}`) ? goModules(bytes) : [];
  });
  return [...new Set(names)].sort();
}

/** The packages in whose folders `sources` of a source map lie; webpack writes a little of itself into each bundle. */
export function npmPackages(sources: string[]): string[] {
  const names = sources.flatMap((source) =>
    /\/webpack\/(runtime|bootstrap)/.test(source)
      ? 'webpack'
      : (source.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1] ?? [])
  );
  return [...new Set(names)];
}

/** The modules that Go's build information in an executable lists, whatever the platform. */
export function goModules(executable: Uint8Array): string[] {
  const text = Buffer.from(executable.buffer, executable.byteOffset, executable.byteLength).toString('latin1');
  return [...new Set([...text.matchAll(/dep\t(\S+)\tv[^\t\n]+\t/g)].map(([, name]) => name))];
}

/**
 * Reads what a package's folder says about rights.
 *
 * @throws Error with one sentence where it says nothing, or where its licence would bind whoever uses the product
 */
export function workIn(folder: string, name: string, version: string): Work {
  const texts = fs
    .readdirSync(folder)
    .filter(
      (file) => /^(licen[cs]e|copying|notice)([._-].*)?$/i.test(file) && fs.statSync(path.join(folder, file)).isFile()
    )
    .sort()
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim());
  if (texts.length === 0) {
    throw new Error(`${name} states no licence: find out whether it may be passed on before it is packaged.`);
  }
  if (texts.some((text) => BINDING.test(text.slice(0, 400)))) {
    throw new Error(`${name} is under a licence that would bind whoever uses the product: use another library.`);
  }
  return { name, version, texts };
}

/** All of it as one text: who, which version, and their words; the same words of several stand once. */
export function noticesText(works: Work[]): string {
  const sorted = [...works].sort((a, b) => (a.name < b.name ? -1 : 1));
  const byWords = new Map<string, Work[]>();
  for (const work of sorted) {
    const words = work.texts.join('\n\n');
    byWords.set(words, [...(byWords.get(words) ?? []), work]);
  }
  const rule = '='.repeat(80);
  const parts = [...byWords].map(
    ([words, of]) => `${rule}\n${of.map(({ name, version }) => `${name} ${version}`).join('\n')}\n\n${words}\n`
  );
  return `This product contains work of others, each under the words below its name.\n\n${parts.join('\n')}`;
}
