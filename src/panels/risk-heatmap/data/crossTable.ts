/** Any two fields against each other: unit × domain by status, category × month by count. */
import { dateTimeFormat, type DataFrame, type Field, FieldType, getFieldDisplayName } from '@grafana/data';
import { isStatus, type Light, lookOf, type Mark } from '../../../status/statuses';

export interface CrossFields {
  row?: string;
  column?: string;
  value?: string;
}

/** Statuses are told by their worst, numbers by their sum, rows without either by their count. */
export type CrossMeasure = 'status' | 'light' | 'sum' | 'count';

export interface CrossCell {
  row: number;
  column: number;
  /** Rows of the frames, at least 1. */
  count: number;
  /** Sum or count; null where every number is missing, and for statuses. */
  value: number | null;
  /** Status word, or light, of the worst; empty for numbers. */
  worst: string;
  light: Light | null;
  /** Where the rows stand: frame and row. */
  items: Array<{ frame: number; row: number }>;
}

export interface CrossTotal {
  count: number;
  red: number;
  /** Sum of what is known; null where nothing is. */
  value: number | null;
}

export interface CrossTable {
  kind: 'cross';
  measure: CrossMeasure;
  rows: string[];
  columns: string[];
  rowTitle: string;
  columnTitle: string;
  /** By row and column; undefined where no row of the data falls. */
  cells: Array<Array<CrossCell | undefined>>;
  rowTotals: CrossTotal[];
  columnTotals: CrossTotal[];
  total: CrossTotal;
  /** Smallest and largest value of a cell; for shades. */
  range: [number, number];
  /** Formats a value as its field does; plain where the field has no format. */
  format: (value: number) => string;
}

export type CrossReading =
  CrossTable | { kind: 'empty' } | { kind: 'cross_missing'; missing: Array<'row' | 'column'>; found: string[] };

const ROW_NAMES = ['unit', 'department', 'lead_department', 'group_name', 'category_name', 'category', '单位', '部门'];
const COLUMN_NAMES = [
  'domain',
  'category_name',
  'category',
  'phase_name',
  'month',
  'period',
  'step_name',
  '领域',
  '类别',
  '月份',
];
const VALUE_NAMES = ['status', 'light', 'value', 'count', 'total'];

export const LIGHT_MARK: Record<Light, Mark> = { green: 'dot', yellow: 'triangle', red: 'square', grey: 'dashed-ring' };
const LIGHT_SEVERITY: Record<Light, number> = { red: 0, grey: 1, yellow: 2, green: 3 };

const isLight = (word: unknown): word is Light => typeof word === 'string' && word in LIGHT_SEVERITY;

function named(frame: DataFrame, names: string[]): Field | undefined {
  return names.map((name) => frame.fields.find((field) => field.name.toLowerCase() === name)).find(Boolean);
}

function chosen(frame: DataFrame, name: string): Field | undefined {
  return frame.fields.find((field) => field.name === name || getFieldDisplayName(field, frame) === name);
}

const labels = (frame: DataFrame, except: Array<Field | undefined>) =>
  frame.fields.filter(
    (field) =>
      (field.type === FieldType.string || field.type === FieldType.time) &&
      !except.includes(field) &&
      !/(^|_)(id|title|status|light)$/i.test(field.name)
  );

function findFields(frame: DataFrame, fields: CrossFields) {
  const value = fields.value ? chosen(frame, fields.value) : named(frame, VALUE_NAMES);
  const row = fields.row
    ? chosen(frame, fields.row)
    : (named(frame, ROW_NAMES) ?? labels(frame, [value, fields.column ? chosen(frame, fields.column) : undefined])[0]);
  const column = fields.column
    ? chosen(frame, fields.column)
    : (named(
        frame,
        COLUMN_NAMES.filter((name) => name !== row?.name.toLowerCase())
      ) ?? labels(frame, [value, row])[0]);
  return { row, column: column === row ? undefined : column, value };
}

function measureOf(field: Field | undefined): CrossMeasure {
  const known = field?.values.filter((value) => value !== null && value !== undefined && value !== '') ?? [];
  if (known.length === 0) {
    return field && field.type === FieldType.number ? 'sum' : field?.name === 'status' ? 'status' : 'count';
  }
  return known.every(isLight)
    ? 'light'
    : known.some(isStatus)
      ? 'status'
      : known.every((value) => Number.isFinite(Number(value)))
        ? 'sum'
        : 'count';
}

function label(field: Field, row: number, timeZone: string): string {
  const value = field.values[row];
  if (value === null || value === undefined || value === '') {
    return '—';
  }
  return field.type === FieldType.time ? dateTimeFormat(value, { timeZone, format: 'YYYY-MM' }) : String(value);
}

/**
 * Rows and columns stand in the order of their first appearance, times in theirs. Frames that lack a field are passed
 * over; a cell without data is undefined, which is not the same as zero.
 */
export function readCrossTable(frames: DataFrame[], fields: CrossFields, timeZone: string): CrossReading {
  const filled = frames.filter((frame) => frame.fields.length > 0);
  if (filled.length === 0) {
    return { kind: 'empty' };
  }
  const read = frames.map((frame, index) => ({ frame, index, ...findFields(frame, fields) }));
  const usable = read.filter((entry) => entry.row && entry.column);
  if (usable.length === 0) {
    return {
      kind: 'cross_missing',
      missing: (['row', 'column'] as const).filter((part) => read.every((entry) => !entry[part])),
      found: [...new Set(filled.flatMap((frame) => frame.fields.map((field) => getFieldDisplayName(field, frame))))],
    };
  }
  const [{ row: rowField, column: columnField, value: valueField, frame: first }] = usable;
  const measure = measureOf(valueField);
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const cells: CrossTable['cells'] = [];
  const entries = usable.flatMap(({ frame, index, row, column, value }) =>
    Array.from({ length: frame.length }, (_, item) => ({
      frame: index,
      item,
      row: label(row!, item, timeZone),
      column: label(column!, item, timeZone),
      value: value?.values[item],
    }))
  );
  const ordered = (names: string[], field: Field) => (field.type === FieldType.time ? [...names].sort() : names);
  ordered([...new Set(entries.map((entry) => entry.row))], rowField!).forEach((name, i) => rows.set(name, i));
  ordered([...new Set(entries.map((entry) => entry.column))], columnField!).forEach((name, i) => columns.set(name, i));
  rows.forEach((i) => (cells[i] = new Array(columns.size).fill(undefined)));
  for (const entry of entries) {
    const [row, column] = [rows.get(entry.row)!, columns.get(entry.column)!];
    const cell = (cells[row][column] ??= { row, column, count: 0, value: null, worst: '', light: null, items: [] });
    addTo(cell, entry.value, measure);
    cell.items.push({ frame: entry.frame, row: entry.item });
  }
  const all = cells.flat().filter((cell) => cell !== undefined);
  const values = all.map(({ value }) => value).filter((value) => value !== null);
  return {
    kind: 'cross',
    measure,
    rows: [...rows.keys()],
    columns: [...columns.keys()],
    rowTitle: getFieldDisplayName(rowField!, first),
    columnTitle: getFieldDisplayName(columnField!, first),
    cells,
    rowTotals: cells.map((row) => totalOf(row)),
    columnTotals: [...columns.values()].map((column) => totalOf(cells.map((row) => row[column]))),
    total: totalOf(all),
    range: values.reduce<[number, number]>(
      ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
      [Infinity, -Infinity]
    ),
    format: formatOf(measure === 'sum' ? valueField : undefined),
  };
}

function addTo(cell: CrossCell, value: unknown, measure: CrossMeasure) {
  cell.count += 1;
  if (measure === 'count') {
    cell.value = cell.count;
  } else if (measure === 'sum') {
    const known = value === null || value === undefined || value === '' ? NaN : Number(value);
    cell.value = Number.isFinite(known) ? (cell.value ?? 0) + known : cell.value;
  } else if (measure === 'light') {
    const light = isLight(value) ? value : 'grey';
    if (cell.light === null || LIGHT_SEVERITY[light] < LIGHT_SEVERITY[cell.light]) {
      cell.light = light;
      cell.worst = light;
    }
  } else {
    const status = isStatus(value) ? value : 'no_data';
    if (cell.worst === '' || lookOf(status).severity < lookOf(cell.worst).severity) {
      cell.light = lookOf(status).light;
      cell.worst = status;
    }
  }
}

function totalOf(cells: Array<CrossCell | undefined>): CrossTotal {
  return cells.reduce<CrossTotal>(
    (total, cell) =>
      cell
        ? {
            count: total.count + cell.count,
            red: total.red + (cell.light === 'red' ? 1 : 0),
            value: cell.value === null ? total.value : (total.value ?? 0) + cell.value,
          }
        : total,
    { count: 0, red: 0, value: null }
  );
}

function formatOf(field: Field | undefined): (value: number) => string {
  return (value) => {
    const shown = field?.display?.(value);
    return shown ? `${shown.prefix ?? ''}${shown.text}${shown.suffix ?? ''}` : String(Math.round(value * 100) / 100);
  };
}
