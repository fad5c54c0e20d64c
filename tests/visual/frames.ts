/** Frames as the data source sends them, for pictures: invented rows, and the backend's own golden frames. */
import fs from 'node:fs';
import path from 'node:path';

const GOLDEN = path.join(__dirname, '..', '..', 'pkg', 'plugin', 'testdata');
export const AS_OF = '2026-10-31';

type Value = string | number | boolean | null;

/** A frame as Grafana's API writes it. */
export interface FrameJson {
  schema: {
    fields: Array<{ name: string; type: string; config?: object; labels?: Record<string, string> }>;
    meta?: object;
  };
  data: { values: Value[][] };
}

/** The frames of a golden file of the backend: what it really answers. */
export function golden(name: string): FrameJson[] {
  const text = fs.readFileSync(path.join(GOLDEN, `${name}.jsonc`), 'utf8');
  return JSON.parse(text.replace(/^\/\/.*$/gm, '')).frames;
}

/** A frame of rows; what a row leaves out is null. Names that end in `_date` or `_on` are days, written as text. */
export function frame(rows: Array<Record<string, Value>>, custom: object = { asOf: AS_OF }): FrameJson {
  const names = [...new Set(rows.flatMap(Object.keys))];
  return {
    schema: { fields: names.map((name) => ({ name, type: typeOf(rows.map((row) => row[name])) })), meta: { custom } },
    data: { values: names.map((name) => rows.map((row) => row[name] ?? null)) },
  };
}

function typeOf(values: Value[]): string {
  const known = values.find((value) => value !== null && value !== undefined);
  return typeof known === 'number' ? 'number' : typeof known === 'boolean' ? 'boolean' : 'string';
}
