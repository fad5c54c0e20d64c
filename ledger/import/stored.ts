/** Which rows of a checked workbook go into which table of the ledger, in the order in which they are stored. */
import { readSections } from './sections';
import { type Row, WITHDRAWN, type Workbook } from '../../src/workbook';

/** A value as a staging table takes it. */
export type Field = string | number | boolean | null;

export interface StoredTable {
  name: string;
  /** SQL: makes the staging table, fills it, drops what the ledger knows already, stores the rest. */
  stage: string;
  copy: string;
  dropUnchanged: string;
  store: string;
  /** Columns in the order of `copy`. */
  columns: string[];
  /** The workbook's rows for this table; each gives its fields in the order of `columns`. */
  rows: (workbook: Workbook) => Iterable<Field[]>;
}

type Fields = Record<string, Field | undefined>;

/** Rows of one register, one to one; `defaults` stand where a cell is empty. */
function plain(register: keyof Workbook['tables'], defaults: Fields = {}, renamed: Record<string, string> = {}) {
  return ({ tables }: Workbook, columns: string[]): Iterable<Field[]> => {
    const sources = columns.map((column) => renamed[column] ?? column);
    const fallbacks = columns.map((column) => defaults[column] ?? null);
    return mapped(tables[register]?.rows ?? [], (row) =>
      sources.map((source, i) => (row.cells[source] as Field | undefined) ?? fallbacks[i])
    );
  };
}

function* mapped<T>(rows: Row[], make: (row: Row) => T): Iterable<T> {
  for (const row of rows) {
    yield make(row);
  }
}

const rowsOf = (workbook: Workbook, register: keyof Workbook['tables']) => workbook.tables[register]?.rows ?? [];
const textOf = (row: Row, name: string) => row.cells[name] as string;
const listOf = (row: Row, name = 'supporting_departments') => (row.cells[name] as string[] | null | undefined) ?? [];

type Source = (workbook: Workbook, columns: string[]) => Iterable<Field[]>;

const SOURCES: Record<string, Source> = {
  setting: plain('setting'),
  calendar_day: plain('calendar_day', { name_zh: '', name_en: '' }),
  org_unit: plain('org_unit', { valid_from: '1949-10-01' }),
  department: plain('department'),
  domain: plain('domain'),
  policy: plain('policy'),
  policy_department: (workbook) =>
    rowsOf(workbook, 'policy').flatMap((row) => [
      [textOf(row, 'policy_id'), textOf(row, 'lead_department'), 'lead'],
      ...listOf(row).map((department) => [textOf(row, 'policy_id'), department, 'support']),
    ]),
  policy_step: plain('policy_step'),
  indicator: plain('indicator', { decimals: 1, report_days: 15, progress_method: 'linear' }),
  risk_grid: (workbook) => {
    const rows = rowsOf(workbook, 'risk_grid');
    const along = (id: string, axis: string) =>
      rows.filter((row) => row.cells.grid_id === id && row.cells.axis === axis).length;
    const first = new Map<string, Row>();
    rows.forEach((row) => first.set(textOf(row, 'grid_id'), first.get(textOf(row, 'grid_id')) ?? row));
    return [...first].map(([id, row]) => [
      id,
      textOf(row, 'grid_name_zh'),
      textOf(row, 'grid_name_en'),
      along(id, 'likelihood'),
      along(id, 'impact'),
    ]);
  },
  risk_level: plain('risk_level'),
  risk_grid_axis: plain('risk_grid'),
  risk_grid_cell: (workbook) =>
    rowsOf(workbook, 'risk_grid')
      .filter((row) => row.cells.axis === 'likelihood')
      .flatMap((row) =>
        (row.cells.cells as number[]).map((level, i) => [
          textOf(row, 'grid_id'),
          row.cells.level as number,
          i + 1,
          level,
        ])
      ),
  risk_appetite: plain('risk_appetite'),
  phase_target: plain('phase_target', { reason: '' }),
  observation: plain('observation', { reported_by: '' }),
  task: plain('task', { day_kind: 'calendar', weight: 1 }, { lead_department_id: 'lead_department' }),
  task_support: (workbook) =>
    rowsOf(workbook, 'task').flatMap((row) => [
      ...listOf(row).map((department) => [textOf(row, 'unit_id'), textOf(row, 'task_id'), department, true]),
      ...listOf(row, WITHDRAWN).map((department) => [
        textOf(row, 'unit_id'),
        textOf(row, 'task_id'),
        department,
        false,
      ]),
    ]),
  task_extension: plain('task_extension', { approved_by: '' }),
  task_completion: plain('task_completion', { evidence_url: '' }),
  risk: plain('risk'),
  risk_review: plain('risk_review', { mitigation: '', closed: false, note: '' }),
};

export const STORED_TABLES: readonly StoredTable[] = Object.entries(SOURCES).map(([name, source]) => {
  const sections = readSections(`tables/${name}.sql`, ['stage', 'copy', 'drop unchanged', 'store']);
  const columns = /\(([^)]+)\)/
    .exec(sections.copy)![1]
    .split(',')
    .map((column) => column.trim());
  return {
    name,
    stage: sections.stage,
    copy: sections.copy.trim(),
    dropUnchanged: sections['drop unchanged'],
    store: sections.store,
    columns,
    rows: (workbook) => source(workbook, columns),
  };
});
