/** Frames of the data source as rows by column name. */
import type { DataFrame } from '@grafana/data';

export type Row = Record<string, unknown>;

export function rowsOf(frames: DataFrame[]): Row[] {
  return frames.flatMap((frame) =>
    Array.from({ length: frame.length }, (_, index) =>
      Object.fromEntries(frame.fields.map((field) => [field.name, field.values[index]]))
    )
  );
}

/** The number in a column; null where there is none. */
export function numberAt(row: Row | undefined, name: string): number | null {
  const value = row?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The text in a column; empty where there is none. */
export function textAt(row: Row | undefined, name: string): string {
  const value = row?.[name];
  return typeof value === 'string' ? value : '';
}

/** The calendar day in a column, 2026-10-31; days travel as text or as midnight UTC. Empty where there is none. */
export function dayAt(row: Row | undefined, name: string): string {
  const value = row?.[name];
  return typeof value === 'number' && Number.isFinite(value)
    ? new Date(value).toISOString().slice(0, 10)
    : textAt(row, name).slice(0, 10);
}
