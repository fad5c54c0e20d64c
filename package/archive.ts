/**
 * The zip: the same files give the same bytes, whoever makes it and whenever. Times, order and compression are fixed;
 * modes say which files may be run, because Grafana starts the data source's executable as it was unpacked.
 */
import { unzipSync, type Zippable, zipSync } from 'fflate';

/** A file of the package: its bytes, and its permissions such as 0o755. */
export interface PackedFile {
  mode: number;
  bytes: Uint8Array;
}

/** Files by path, with `/` between folders. */
export type Files = Map<string, PackedFile>;

const UNIX = 3;
const REGULAR_FILE = 0o100000;

/**
 * Packs files into one folder of a zip.
 *
 * @param folder name of that folder, such as `shigan-policy-app`
 * @param time seconds since 1970 that every file carries; a zip knows 1980 to 2107, to two seconds, in no time zone
 */
export function pack(files: Files, folder: string, time: number): Uint8Array {
  const entries: Zippable = {};
  for (const [path, { mode, bytes }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries[`${folder}/${path}`] = [
      bytes,
      { level: 9, os: UNIX, attrs: ((REGULAR_FILE | mode) << 16) >>> 0, mtime: localTimeOf(time) },
    ];
  }
  return zipSync(entries);
}

/** What is in a zip, with the modes that its directory states. @throws Error with one sentence where it is no zip */
export function unpack(zip: Uint8Array): Files {
  const contents = contentsOf(zip);
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - 22;
  const files: Files = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength));
    files.set(name, { mode: (view.getUint32(at + 38, true) >>> 16) & 0o777, bytes: contents[name] });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

function contentsOf(zip: Uint8Array) {
  try {
    return unzipSync(zip);
  } catch (error) {
    throw new Error(
      `The package is no readable zip (${(error as Error).message}): make it again with "npm run package".`
    );
  }
}

/** The zip's writer asks for local time; this is the moment whose local time reads as UTC's does, in any time zone. */
function localTimeOf(seconds: number): Date {
  const utc = new Date(seconds * 1000);
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds()
  );
}
