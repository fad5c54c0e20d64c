/** Reads sheets into tables: finds the register, the header and every cell. What cannot be read is named; nothing throws. */
import { key, type RawCell, readCell, type Value, writeRaw } from './cells';
import { nearest } from './nearest';
import { type Problem, say } from './problems';
import { type Column, type Register, type RegisterName, REGISTERS } from './registers';

/** A sheet as a spreadsheet or a CSV file gives it. */
export interface Sheet {
  name: string;
  rows: readonly RawCell[][];
}

export interface Row {
  /** As Excel numbers it, from 1. */
  row: number;
  cells: Record<string, Value>;
  /** Whether a cell of the row could not be read; what else is wrong with it may only follow from that. */
  unread?: boolean;
}

export interface Table {
  register: Register;
  /** The sheet's name as it was given. */
  sheet: string;
  /** Columns that the sheet has, by name, with their headers as given. */
  headers: Record<string, string>;
  rows: Row[];
}

export interface Workbook {
  tables: Partial<Record<RegisterName, Table>>;
  /** What keeps the workbook from being stored. */
  problems: Problem[];
  /** What was left aside, and what the reader should know. */
  notes: Problem[];
}

/** Rows above the header that may hold a title. */
const TITLE_ROWS = 10;
const HELP_SHEETS = ['说明', 'help', '说明help', 'readme', '词汇', 'words', '词汇words'];

const names = ({ name, zh, en }: { name: string; zh: string; en: string }): string[] =>
  [name, zh, en, `${zh} ${en}`].map(key);
const registerByName = new Map(REGISTERS.flatMap((register) => names(register).map((n) => [n, register] as const)));

/** Reads the sheets of one workbook. A register may be spread over several sheets only if they carry its name once each. */
export function readSheets(sheets: readonly Sheet[]): Workbook {
  const workbook: Workbook = { tables: {}, problems: [], notes: [] };
  for (const sheet of sheets) {
    const register = registerByName.get(key(sheet.name));
    if (register) {
      readTable(register, sheet, workbook);
    } else if (!HELP_SHEETS.includes(key(sheet.name))) {
      reportUnknownSheet(sheet.name, workbook);
    }
  }
  if (Object.keys(workbook.tables).length === 0 && workbook.problems.length === 0) {
    const list = REGISTERS.map(({ zh }) => zh).join('、');
    const english = REGISTERS.map(({ en }) => en).join(', ');
    workbook.problems.push({
      sheet: sheets[0]?.name ?? '',
      message: say(
        `没有可导入的工作表：请按模板命名（${list}）。`,
        `There is no sheet to import: name the sheets as in the template (${english}).`
      ),
    });
  }
  return workbook;
}

function reportUnknownSheet(name: string, { problems, notes }: Workbook) {
  const guess = nearest(key(name), registerByName.keys());
  const meant = guess && registerByName.get(guess);
  if (meant) {
    problems.push({
      sheet: name,
      message: say(
        `没有叫这个名字的台账：是否应为“${meant.zh}”，请改名或删除该表。`,
        `No register has this name: did you mean "${meant.en}"; rename or delete the sheet.`
      ),
    });
  } else {
    notes.push({
      sheet: name,
      message: say('不是台账的工作表，已略过。', 'This sheet is no register and was left aside.'),
    });
  }
}

function readTable(register: Register, sheet: Sheet, workbook: Workbook) {
  if (workbook.tables[register.name]) {
    workbook.problems.push({
      sheet: sheet.name,
      message: say(
        `与工作表“${workbook.tables[register.name]!.sheet}”是同一台账：请合并成一张表。`,
        `This is the same register as sheet "${workbook.tables[register.name]!.sheet}": put both into one sheet.`
      ),
    });
    return;
  }
  const headerAt = findHeader(register, sheet);
  if (headerAt === undefined) {
    const empty = sheet.rows.every(isBlank);
    (empty ? workbook.notes : workbook.problems).push({
      sheet: sheet.name,
      message: empty
        ? say('空表，已略过。', 'The sheet is empty and was left aside.')
        : say(
            `找不到表头：请在首行写上 ${register.columns.map(({ zh }) => zh).join('、')}。`,
            `No header was found: write ${register.columns.map(({ en }) => en).join(', ')} in the first row.`
          ),
    });
    return;
  }
  const columns = readHeader(register, sheet, headerAt, workbook);
  const table: Table = { register, sheet: sheet.name, headers: {}, rows: [] };
  for (const { column, header } of columns) {
    table.headers[column.name] = header;
  }
  workbook.tables[register.name] = table;
  for (let index = headerAt + 1; index < sheet.rows.length; index++) {
    const raw = sheet.rows[index];
    if (!isBlank(raw)) {
      table.rows.push(readRow(raw, index + 1, columns, table, workbook.problems));
    }
  }
}

const isBlank = (row: readonly RawCell[]): boolean => row.every((cell) => writeRaw(cell) === '');

function columnOf(register: Register, header: string): Column | undefined {
  const parts = header.split(/[\n/|]/).map(key);
  return register.columns.find((column) => {
    const own = names(column);
    return own.includes(key(header)) || parts.some((part) => own.includes(part));
  });
}

function findHeader(register: Register, { rows }: Sheet): number | undefined {
  for (let index = 0; index < Math.min(rows.length, TITLE_ROWS); index++) {
    const headers = rows[index].map(headerText).filter((header) => header !== '');
    const known = headers.filter((header) => columnOf(register, header));
    if (known.length >= 2 || (known.length === 1 && headers.length === 1)) {
      return index;
    }
  }
  return undefined;
}

/** Headers keep their line breaks: a template's header says it in both languages on two lines. */
const headerText = (raw: RawCell): string => (typeof raw === 'string' ? raw.trim() : writeRaw(raw));

interface Place {
  index: number;
  column: Column;
  header: string;
}

function readHeader(register: Register, sheet: Sheet, headerAt: number, { problems, notes }: Workbook): Place[] {
  const places: Place[] = [];
  sheet.rows[headerAt].forEach((raw, index) => {
    const header = headerText(raw);
    const at = { sheet: sheet.name, row: headerAt + 1, column: writeRaw(raw) };
    const column = header === '' ? undefined : columnOf(register, header);
    if (column && places.some((place) => place.column === column)) {
      problems.push({
        ...at,
        message: say('这一列出现了两次：请删去一列。', 'This column stands twice: delete one of them.'),
      });
    } else if (column) {
      places.push({ index, column, header: writeRaw(raw) });
    } else if (header !== '') {
      const guess = nearest(key(header), register.columns.flatMap(names));
      const meant = guess && register.columns.find((known) => names(known).includes(guess));
      if (meant) {
        problems.push({
          ...at,
          message: say(
            `没有这一列：是否应为“${meant.zh}”，请改名或删除该列。`,
            `There is no such column: did you mean "${meant.en}"; rename or delete it.`
          ),
        });
      } else {
        notes.push({ ...at, message: say('不认识这一列，已略过。', 'This column is not known and was left aside.') });
      }
    }
  });
  for (const column of register.columns) {
    if (column.required && !places.some((place) => place.column === column)) {
      problems.push({
        sheet: sheet.name,
        column: `${column.zh} ${column.en}`,
        message: say('缺少必填的一列：请补上。', 'A required column is missing: add it.'),
      });
    }
  }
  return places;
}

function readRow(raw: readonly RawCell[], row: number, columns: Place[], table: Table, problems: Problem[]): Row {
  const cells: Record<string, Value> = {};
  let unread = false;
  for (const { index, column, header } of columns) {
    const reading = readCell(column, raw[index]);
    if (reading.problem) {
      problems.push({ sheet: table.sheet, row, column: header, value: writeRaw(raw[index]), message: reading.problem });
      cells[column.name] = null;
      unread = true;
      continue;
    }
    cells[column.name] = reading.value;
    if (reading.value === null && column.required) {
      unread = true;
      problems.push({
        sheet: table.sheet,
        row,
        column: header,
        message: say('必填：请填写。', 'This cell must not be empty: fill it in.'),
      });
    }
  }
  return unread ? { row, cells, unread } : { row, cells };
}
