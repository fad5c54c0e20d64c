/** Where everything of a heat grid stands, in CSS pixels. */
import { readingLanguage } from '../../../status/measures';
import type { CrossTable, CrossTotal } from '../data/crossTable';
import { textWidth } from '../data/layout';

export interface CrossMeasures {
  font: number;
  /** Width of the rows' names. */
  label: number;
  /** Free at either side of a row's name. */
  padding: number;
  /** Width of the rows' totals; 0: none. */
  total: number;
  /** Height of the columns' names. */
  header: number;
  /** Height of the columns' totals; 0: none. */
  foot: number;
  cellWidth: number;
  cellHeight: number;
  /** How columns are headed: names side by side, upright where they are wider than a column, or months below years. */
  head: 'flat' | 'upright' | 'months';
  /** What stands over each column: its name, or the month alone where the year stands above. */
  headings: string[];
  /** Size of the whole grid; what exceeds the panel is scrolled. */
  content: { width: number; height: number };
}

/** Chinese stands upright in a column; other scripts are laid on their side. */
export const isLatin = (name: string) => !/[\u2e80-\uffff]/.test(name);

/**
 * Columns first get what their content needs, then rows' names what they need, then columns the rest.
 *
 * @param widthOf pixels that a text takes at a font size, as it will be drawn
 */
export function measuresOf(
  table: CrossTable,
  width: number,
  height: number,
  totals: boolean,
  widthOf: (text: string, font: number) => number = textWidth
): CrossMeasures {
  const small = width < 260 || height < 180;
  const large = width >= 1100 && height >= 560 && table.rows.length * 30 < height;
  const font = small ? 10 : large ? 14 : 12;
  const padding = small ? 4 : 8;
  const longest = (texts: string[]) => texts.reduce((most, text) => Math.max(most, widthOf(text, font)), 0);
  const texts = (of: CrossTotal[]) => of.map((each) => totalText(each, table));
  const total =
    totals && width >= 260 ? Math.ceil(Math.max(48, longest(texts([...table.rowTotals, table.total])) + 26)) : 0;
  const foot = totals && height >= 180 ? 26 : 0;

  const names = longest(table.columns) + 8;
  const months = table.columnTimes ? table.columns.map(monthWord) : [];
  const content = [...cellTexts(table), ...(foot > 0 ? texts(table.columnTotals) : [])];
  // A mark needs little, a number its digits; the year stands over at least one month.
  const least = Math.max(30, Math.min(96, longest(content) + 10), months.length > 0 ? widthOf('2026', font) + 6 : 0);
  const comfortable = Math.max(least, Math.min(names, 140));

  const rows = longest(table.rows) + 2 * padding;
  const room = width - total - 2;
  const label = Math.ceil(
    Math.max(
      // Months are short and never cut.
      table.rowTimes ? rows : 0,
      Math.min(
        Math.max(rows, longest([table.rowTitle]) + 2 * padding),
        Math.max(56, width * (small ? 0.34 : 0.28), room - table.columns.length * comfortable)
      )
    )
  );
  const free = (room - label) / Math.max(1, table.columns.length);
  // Whole pixels, so that tiles of cells meet without a seam.
  const cellWidth = Math.floor(Math.min(large ? 260 : 140, Math.max(free, least)));
  const head = names <= cellWidth ? 'flat' : months.length > 0 ? 'months' : 'upright';
  const header = {
    flat: font + 14,
    months: 2 * font + 14,
    upright: Math.ceil(Math.min(names + 6, Math.max(44, height * 0.3), 120)),
  }[head];
  const monthsFit = longest(months) + 2 <= cellWidth;
  const cellHeight = Math.floor(
    Math.min(large ? 72 : 40, Math.max(small ? 18 : 22, (height - header - foot - 2) / Math.max(1, table.rows.length)))
  );
  return {
    font,
    label,
    padding,
    total,
    header,
    foot,
    cellWidth,
    cellHeight,
    head,
    headings: head !== 'months' ? table.columns : monthsFit ? months : table.columns.map(monthNumber),
    content: {
      width: label + table.columns.length * cellWidth + total,
      height: header + table.rows.length * cellHeight + foot,
    },
  };
}

const MONTH = /^(\d{4})-(\d{2})$/;

/** The year of a column that is a month; empty for what is none. */
export const yearOf = (column: string) => MONTH.exec(column)?.[1] ?? '';

const monthNumber = (column: string) => column.replace(MONTH, (_, year, month) => String(Number(month)));

const monthFormats = new Map<string, Intl.DateTimeFormat>();

/** A month without its year, as the reader's language abbreviates it; what is none, as it stands. */
function monthWord(column: string): string {
  const language = readingLanguage();
  const format = monthFormats.get(language) ?? new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  monthFormats.set(language, format);
  return MONTH.test(column) ? format.format(Date.parse(`${column}-01`)) : column;
}

export const isCoded = ({ measure }: CrossTable) => measure === 'status' || measure === 'light';

/** Of statuses and lights the red cells, of words the rows, of numbers the number. */
export const totalText = ({ value, red, count }: CrossTotal, table: CrossTable) =>
  isCoded(table) ? String(red) : table.measure === 'word' ? String(count) : value === null ? '—' : table.format(value);

/** What may be the widest text of a cell. */
function cellTexts(table: CrossTable): string[] {
  const [low, high] = table.range;
  return table.measure === 'word'
    ? [...new Set(table.cells.flatMap((row) => row.map((cell) => cell?.worst ?? '')))].map(table.word)
    : low <= high
      ? [low, high].map(table.format)
      : [];
}

/** A cell, or a total: `row` = number of rows is the total of a column, `column` = number of columns that of a row. */
export interface CrossPlace {
  row: number;
  column: number;
}

/** What of the grid is seen: offsets scrolled, and the size of the window on it. */
export interface Window {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The window's part in which cells are drawn, between names and totals. */
export function bodyOf(measures: CrossMeasures, { width, height }: Window) {
  return {
    left: measures.label,
    top: measures.header,
    right: Math.min(width, measures.content.width) - measures.total,
    bottom: Math.min(height, measures.content.height) - measures.foot,
  };
}

/**
 * What stands at a point of the window: a cell, or, over names and totals, the total that they belong to; null where
 * nothing does.
 */
export function placeAt(
  x: number,
  y: number,
  table: CrossTable,
  measures: CrossMeasures,
  seen: Window
): CrossPlace | null {
  const body = bodyOf(measures, seen);
  if (x < 0 || y < 0 || x >= body.right + measures.total || y >= body.bottom + measures.foot) {
    return null;
  }
  const column = Math.floor((x - measures.label + seen.left) / measures.cellWidth);
  const row = Math.floor((y - measures.header + seen.top) / measures.cellHeight);
  const acrossCells = x >= body.left && x < body.right && column < table.columns.length;
  const downCells = y >= body.top && y < body.bottom && row < table.rows.length;
  return {
    row: downCells ? row : table.rows.length,
    column: acrossCells ? column : table.columns.length,
  };
}

/** Where a cell or a total stands in the window; it may lie outside of the body. */
export function boxOf({ row, column }: CrossPlace, table: CrossTable, measures: CrossMeasures, seen: Window) {
  const body = bodyOf(measures, seen);
  const isRowTotal = column >= table.columns.length;
  const isColumnTotal = row >= table.rows.length;
  return {
    x: isRowTotal ? body.right : measures.label + column * measures.cellWidth - seen.left,
    y: isColumnTotal ? body.bottom : measures.header + row * measures.cellHeight - seen.top,
    width: isRowTotal ? measures.total : measures.cellWidth,
    height: isColumnTotal ? measures.foot : measures.cellHeight,
  };
}

/** What of a cell or a total is in sight, between names and totals. */
export function seenBoxOf(place: CrossPlace, table: CrossTable, measures: CrossMeasures, seen: Window) {
  const body = bodyOf(measures, seen);
  const { x, y, width, height } = boxOf(place, table, measures, seen);
  const across = place.column < table.columns.length ? [body.left, body.right] : [x, x + width];
  const down = place.row < table.rows.length ? [body.top, body.bottom] : [y, y + height];
  const [left, top] = [Math.max(x, across[0]), Math.max(y, down[0])];
  return {
    left,
    top,
    width: Math.max(0, Math.min(x + width, across[1]) - left),
    height: Math.max(0, Math.min(y + height, down[1]) - top),
  };
}

/** The first step and the one after the last that a window shows of `count` equal ones. */
export function visibleRange(offset: number, room: number, step: number, count: number): [number, number] {
  const first = Math.floor(offset / step);
  const end = Math.ceil((offset + room) / step);
  return [Math.min(Math.max(0, first), count), Math.min(Math.max(0, end), count)];
}
