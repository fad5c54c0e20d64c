/** Any two labels against each other: unit × domain by status, category × month by count. */
import {
  type DataFrame,
  dateTimeFormat,
  type Field,
  FieldType,
  getFieldDisplayName,
  MappingType,
  type ValueMap,
} from '@grafana/data';
import { isStatus, type Light, lookOf, type Mark, statusWord } from '../../../status/statuses';
import { type CrossFields, findCrossFields, idFieldOf } from './crossFields';

/** `data`: as the rows of the frames come. `worst`: most red first, of numbers the largest. Times stand in theirs. */
export type Order = 'data' | 'name' | 'worst';

export type Calculation = 'sum' | 'mean' | 'max' | 'min';

export interface CrossOptions extends CrossFields {
  /** Of several numbers in a cell and of totals; left out: the mean of percentages, else the sum. */
  calculation?: Calculation;
  rowOrder?: Order;
  columnOrder?: Order;
}

/**
 * Statuses, lights and words that the field's value mappings know are told by their worst, numbers by a calculation,
 * rows without any of them by their count.
 */
export type CrossMeasure = 'status' | 'light' | 'word' | 'number' | 'count';

/** What is known of the numbers behind a cell or a total. */
interface Numbers {
  sum: number;
  known: number;
  low: number;
  high: number;
}

export interface CrossCell {
  row: number;
  column: number;
  /** Rows of the frames, at least 1. */
  count: number;
  /** The calculated number or the count; null where every number is missing, and for words. */
  value: number | null;
  /** Status, light or mapped word of the worst; empty for numbers. */
  worst: string;
  light: Light | null;
  numbers: Numbers;
  /** Where the rows stand: frame and row. */
  items: Item[];
}

export interface Item {
  frame: number;
  row: number;
}

export interface CrossTotal {
  /** Rows of the frames. */
  count: number;
  /** Cells that are red. */
  red: number;
  /** Calculated of what is known; null where nothing is. */
  value: number | null;
}

export interface CrossTable {
  kind: 'cross';
  measure: CrossMeasure;
  calculation: Calculation;
  rows: string[];
  columns: string[];
  /** What a dashboard variable is set to for a row or column: the id where the frame has one, else the label. */
  rowKeys: string[];
  columnKeys: string[];
  /** Start of each month in milliseconds where rows or columns are times; else null. */
  rowTimes: number[] | null;
  columnTimes: number[] | null;
  rowTitle: string;
  columnTitle: string;
  /** By row and column; undefined where no row of the data falls. */
  cells: Array<Array<CrossCell | undefined>>;
  rowTotals: CrossTotal[];
  columnTotals: CrossTotal[];
  total: CrossTotal;
  /** Smallest and largest value of a cell; [Infinity, -Infinity] where there is none. */
  range: [number, number];
  /** The field of the value, with its config; undefined where rows are counted. */
  valueField?: Field;
  /** Formats a value as its field does; plain where the field has no format. */
  format: (value: number) => string;
  /** A status, light or mapped word as the field's value mappings write it. */
  word: (word: string) => string;
  /** 0 is worst; words that are not known, last. */
  severity: (word: string) => number;
  /** Words of the measure by how many rows behind a cell have them, worst first; empty for numbers. */
  wordsOf: (cell: CrossCell) => Array<{ word: string; count: number }>;
}

export type CrossReading =
  CrossTable | { kind: 'empty' } | { kind: 'cross_missing'; missing: Array<'row' | 'column'>; found: string[] };

export const LIGHT_MARK: Record<Light, Mark> = { green: 'dot', yellow: 'triangle', red: 'square', grey: 'dashed-ring' };
const LIGHT_SEVERITY: Record<Light, number> = { red: 0, grey: 1, yellow: 2, green: 3 };

const isLight = (word: unknown): word is Light => typeof word === 'string' && word in LIGHT_SEVERITY;

/** Words of a field's value mappings, in the order in which they are listed. */
function mappedWords(field: Field | undefined): Map<string, number> {
  const maps = (field?.config.mappings ?? []).filter((map): map is ValueMap => map.type === MappingType.ValueToText);
  const words = maps.flatMap((map) => Object.entries(map.options));
  return new Map(words.map(([word, { index }], i) => [word, index ?? i]));
}

function measureOf(field: Field | undefined, mapped: Map<string, number>): CrossMeasure {
  const known = field?.values.filter((value) => value !== null && value !== undefined && value !== '') ?? [];
  if (known.length === 0) {
    return field && field.type === FieldType.number ? 'number' : field?.name === 'status' ? 'status' : 'count';
  }
  if (known.every(isLight)) {
    return 'light';
  }
  if (known.some(isStatus)) {
    return 'status';
  }
  if (known.every((value) => Number.isFinite(Number(value)))) {
    return 'number';
  }
  return known.some((value) => mapped.has(String(value))) ? 'word' : 'count';
}

function label(field: Field, row: number, timeZone: string): string {
  const value = field.values[row];
  if (value === null || value === undefined || value === '') {
    return '—';
  }
  if (field.type === FieldType.time) {
    // Dates come as midnight in UTC and must not slip to the month before in another zone.
    const zone = Number(value) % DAY === 0 ? 'utc' : timeZone;
    return dateTimeFormat(value, { timeZone: zone, format: 'YYYY-MM' });
  }
  return (field.config.mappings?.length ?? 0) > 0 ? (field.display?.(value).text ?? String(value)) : String(value);
}

/** 0 is worst; of words that the measure does not know, the last. */
function severityOf(measure: CrossMeasure, mapped: Map<string, number>): (word: string) => number {
  switch (measure) {
    case 'light':
      return (word) => LIGHT_SEVERITY[word as Light];
    case 'word':
      return (word) => mapped.get(word) ?? Infinity;
    default:
      return (word) => lookOf(word).severity;
  }
}

/** The word that a value stands for; what is none counts as not known, which is not good. */
function wordOf(value: unknown, measure: CrossMeasure): string {
  switch (measure) {
    case 'light':
      return isLight(value) ? value : 'grey';
    case 'status':
      return isStatus(value) ? value : 'no_data';
    default:
      return value === null || value === undefined ? '' : String(value);
  }
}

interface Axis {
  names: string[];
  keys: string[];
  times: number[] | null;
  /** Index by name. */
  at: Map<string, number>;
}

interface AxisEntry {
  name: string;
  key: string;
  time: number;
}

const DAY = 86_400_000;
const MONTH = /^\d{4}-\d{2}$/;

function axisOf(entries: AxisEntry[], field: Field): Axis {
  const found = new Map<string, AxisEntry>();
  entries.forEach((entry) => found.has(entry.name) || found.set(entry.name, entry));
  const list = [...found.values()];
  // Months as text, as in a CSV file, are months all the same.
  const months = field.type !== FieldType.time && list.length > 0 && list.every(({ name }) => MONTH.test(name));
  const timed = field.type === FieldType.time || months;
  if (timed) {
    list.sort((a, b) => a.name.localeCompare(b.name));
  }
  return {
    names: list.map(({ name }) => name),
    keys: list.map(({ key }) => key),
    times: timed ? list.map(({ name, time }) => (months ? Date.parse(`${name}-01`) : time)) : null,
    at: new Map(list.map(({ name }, i) => [name, i])),
  };
}

/**
 * Rows and columns stand in the order that is asked for, times in theirs. Frames that lack a field are passed over; a
 * cell without data is undefined, which is not the same as zero.
 */
export function readCrossTable(frames: DataFrame[], options: CrossOptions, timeZone: string): CrossReading {
  const filled = frames.filter((frame) => frame.fields.length > 0);
  if (filled.length === 0) {
    return { kind: 'empty' };
  }
  const read = frames.map((frame, index) => ({ frame, index, ...findCrossFields(frame, options) }));
  const usable = read.filter((entry) => entry.row && entry.column);
  if (usable.length === 0) {
    return {
      kind: 'cross_missing',
      missing: (['row', 'column'] as const).filter((part) => read.every((entry) => !entry[part])),
      found: [...new Set(filled.flatMap((frame) => frame.fields.map((field) => getFieldDisplayName(field, frame))))],
    };
  }
  const [{ row: rowField, column: columnField, value: valueField, frame: first }] = usable;
  const mapped = mappedWords(valueField);
  const measure = measureOf(valueField, mapped);
  const calculation =
    options.calculation ?? (valueField?.config.unit?.startsWith('percent') && measure === 'number' ? 'mean' : 'sum');
  const severity = severityOf(measure, mapped);

  const entries = usable.flatMap(({ frame, index, row, column, value }) => {
    const axisEntry = (field: Field, ids: Field, item: number): AxisEntry => {
      const name = label(field, item, timeZone);
      return { name, key: ids === field ? name : String(ids.values[item] ?? name), time: Number(field.values[item]) };
    };
    const ids = { row: idFieldOf(row!, frame), column: idFieldOf(column!, frame) };
    return Array.from({ length: frame.length }, (_, item) => ({
      place: { frame: index, row: item },
      row: axisEntry(row!, ids.row, item),
      column: axisEntry(column!, ids.column, item),
      value: value?.values[item],
    }));
  });
  const rows = axisOf(
    entries.map((entry) => entry.row),
    rowField!
  );
  const columns = axisOf(
    entries.map((entry) => entry.column),
    columnField!
  );
  const cells: CrossTable['cells'] = rows.names.map(() => new Array(columns.names.length).fill(undefined));
  for (const entry of entries) {
    const [row, column] = [rows.at.get(entry.row.name)!, columns.at.get(entry.column.name)!];
    const cell = (cells[row][column] ??= newCell(row, column));
    cell.count += 1;
    cell.items.push(entry.place);
    if (measure === 'number') {
      addNumber(cell.numbers, entry.value);
    } else if (measure !== 'count') {
      const word = wordOf(entry.value, measure);
      if (cell.count === 1 || severity(word) < severity(cell.worst)) {
        cell.worst = word;
        cell.light = measure === 'word' ? null : measure === 'light' ? (word as Light) : lookOf(word).light;
      }
    }
  }
  for (const cell of cells.flat()) {
    if (cell) {
      cell.value =
        measure === 'count' ? cell.count : measure === 'number' ? calculated(cell.numbers, calculation) : null;
    }
  }
  const total = (of: Array<CrossCell | undefined>) => totalOf(of, measure, calculation);
  const table: CrossTable = {
    kind: 'cross',
    measure,
    calculation,
    rows: rows.names,
    columns: columns.names,
    rowKeys: rows.keys,
    columnKeys: columns.keys,
    rowTimes: rows.times,
    columnTimes: columns.times,
    rowTitle: getFieldDisplayName(rowField!, first),
    columnTitle: getFieldDisplayName(columnField!, first),
    cells,
    rowTotals: cells.map(total),
    columnTotals: columns.names.map((_, column) => total(cells.map((row) => row[column]))),
    total: total(cells.flat()),
    range: rangeOf(cells),
    valueField: measure === 'count' ? undefined : valueField,
    format: formatOf(measure === 'number' ? valueField : undefined),
    word: wordWriter(measure, valueField),
    severity,
    wordsOf: (cell) => {
      const counts = new Map<string, number>();
      cell.items.forEach(({ frame, row }) => {
        const word = wordOf(read[frame].value?.values[row], measure);
        counts.set(word, (counts.get(word) ?? 0) + 1);
      });
      return measure === 'number' || measure === 'count'
        ? []
        : [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => severity(a.word) - severity(b.word));
    },
  };
  return ordered(table, options.rowOrder ?? 'data', options.columnOrder ?? 'data');
}

const newCell = (row: number, column: number): CrossCell => ({
  row,
  column,
  count: 0,
  value: null,
  worst: '',
  light: null,
  numbers: { sum: 0, known: 0, low: Infinity, high: -Infinity },
  items: [],
});

function addNumber(numbers: Numbers, value: unknown) {
  const known = value === null || value === undefined || value === '' ? NaN : Number(value);
  if (Number.isFinite(known)) {
    numbers.sum += known;
    numbers.known += 1;
    numbers.low = Math.min(numbers.low, known);
    numbers.high = Math.max(numbers.high, known);
  }
}

function calculated({ sum, known, low, high }: Numbers, calculation: Calculation): number | null {
  return known === 0 ? null : { sum, mean: sum / known, max: high, min: low }[calculation];
}

function totalOf(cells: Array<CrossCell | undefined>, measure: CrossMeasure, calculation: Calculation): CrossTotal {
  const known = cells.filter((cell) => cell !== undefined);
  const count = known.reduce((sum, cell) => sum + cell.count, 0);
  const numbers = known.reduce<Numbers>(
    (all, { numbers: { sum, known: n, low, high } }) => ({
      sum: all.sum + sum,
      known: all.known + n,
      low: Math.min(all.low, low),
      high: Math.max(all.high, high),
    }),
    { sum: 0, known: 0, low: Infinity, high: -Infinity }
  );
  return {
    count,
    red: known.filter(({ light }) => light === 'red').length,
    value: measure === 'count' ? count : measure === 'number' ? calculated(numbers, calculation) : null,
  };
}

function rangeOf(cells: CrossTable['cells']): [number, number] {
  const values = cells.flatMap((row) => row.map((cell) => cell?.value ?? null)).filter((value) => value !== null);
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity]
  );
}

function formatOf(field: Field | undefined): (value: number) => string {
  return (value) => {
    const shown = field?.display?.(value);
    return shown ? `${shown.prefix ?? ''}${shown.text}${shown.suffix ?? ''}` : String(Math.round(value * 100) / 100);
  };
}

/** Value mappings write the word; without one a status has its own, and a light or a word stands as it is. */
function wordWriter(measure: CrossMeasure, field: Field | undefined): (word: string) => string {
  const mapped = mappedWords(field);
  return (word) => {
    const written = mapped.has(word) ? field?.display?.(word).text : undefined;
    return written ?? (measure === 'status' ? statusWord(word) : word);
  };
}

/** The same table with its rows and columns in the asked order. */
function ordered(table: CrossTable, rowOrder: Order, columnOrder: Order): CrossTable {
  const rows = orderOf(table.rows, table.rowTotals, table.rowTimes ? 'data' : rowOrder);
  const columns = orderOf(table.columns, table.columnTotals, table.columnTimes ? 'data' : columnOrder);
  const by = <T>(list: T[], order: number[]) => order.map((i) => list[i]);
  return {
    ...table,
    rows: by(table.rows, rows),
    columns: by(table.columns, columns),
    rowKeys: by(table.rowKeys, rows),
    columnKeys: by(table.columnKeys, columns),
    rowTotals: by(table.rowTotals, rows),
    columnTotals: by(table.columnTotals, columns),
    cells: rows.map((from, row) =>
      columns.map((fromColumn, column) => {
        const cell = table.cells[from][fromColumn];
        return cell && { ...cell, row, column };
      })
    ),
  };
}

function orderOf(names: string[], totals: CrossTotal[], order: Order): number[] {
  const indexes = names.map((_, i) => i);
  switch (order) {
    case 'name':
      return indexes.sort((a, b) => names[a].localeCompare(names[b], undefined, { numeric: true }));
    case 'worst':
      return indexes.sort(
        (a, b) =>
          totals[b].red - totals[a].red || (totals[b].value ?? -Infinity) - (totals[a].value ?? -Infinity) || a - b
      );
    default:
      return indexes;
  }
}
