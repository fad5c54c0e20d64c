/** The frames that are measured; what varies in them follows a fixed rule, so that runs can be compared. */
import type { DataFrameJSON, FieldType } from '@grafana/data';

/** `FieldType.string`, without the browser's code that comes with it. */
const TEXT = 'string' as FieldType;

const STATUSES = ['on_track', 'at_risk', 'off_track', 'stale', 'achieved', 'deteriorating', 'not_started'];

/** Units against indicators by status, `rows` × `columns` cells, one in eleven without data. */
export function heatGrid(rows: number, columns: number): DataFrameJSON {
  const cells = Array.from({ length: rows * columns }, (_, i) => i).filter((i) => (i * 7) % 11 !== 0);
  return {
    schema: {
      fields: [
        { name: 'unit', type: TEXT },
        { name: 'domain', type: TEXT },
        { name: 'status', type: TEXT },
      ],
    },
    data: {
      values: [
        cells.map((i) => `Unit ${1 + Math.floor(i / columns)}`),
        cells.map((i) => `Indicator ${1 + (i % columns)}`),
        cells.map((i) => STATUSES[(i * i + Math.floor(i / columns)) % STATUSES.length]),
      ],
    },
  };
}
