/** Where everything of a heat grid stands, in CSS pixels. */
import type { CrossTable } from '../data/crossTable';
import { textWidth } from '../data/layout';

export interface CrossMeasures {
  font: number;
  /** Width of the rows' names. */
  label: number;
  /** Width of the rows' totals; 0: none. */
  total: number;
  /** Height of the columns' names. */
  header: number;
  /** Height of the columns' totals; 0: none. */
  foot: number;
  cellWidth: number;
  cellHeight: number;
  /** True where names are wider than a column and stand upright. */
  upright: boolean;
  /** Size of the whole grid; what exceeds the panel is scrolled. */
  content: { width: number; height: number };
}

/** Chinese stands upright in a column; other scripts are laid on their side. */
export const isLatin = (name: string) => !/[\u2e80-\uffff]/.test(name);

export function measuresOf(table: CrossTable, width: number, height: number, totals: boolean): CrossMeasures {
  const small = width < 260 || height < 180;
  const large = width >= 1100 && height >= 560 && table.rows.length * 30 < height;
  const font = small ? 10 : large ? 14 : 12;
  const longest = (names: string[]) => names.reduce((most, name) => Math.max(most, textWidth(name, font)), 0);
  const wanted = longest([...table.rows, table.rowTitle]) + 16;
  const label = Math.ceil(Math.min(wanted, Math.max(small ? 48 : 56, Math.min(width * 0.28, 320))));
  const total = totals && width >= 260 ? Math.ceil(Math.max(48, longest(totalTexts(table)) + 26)) : 0;
  const foot = totals && height >= 180 ? 26 : 0;
  const free = (width - label - total - 2) / Math.max(1, table.columns.length);
  const names = longest(table.columns) + 8;
  // Whole pixels, so that tiles of cells meet without a seam.
  const cellWidth = Math.floor(Math.min(large ? 260 : 140, Math.max(free, leastWidth(table, font))));
  const upright = names > cellWidth;
  const header = upright ? Math.ceil(Math.min(names + 6, Math.max(44, height * 0.3), 120)) : font + 14;
  const cellHeight = Math.floor(
    Math.min(large ? 72 : 40, Math.max(small ? 18 : 22, (height - header - foot - 2) / Math.max(1, table.rows.length)))
  );
  return {
    font,
    label,
    total,
    header,
    foot,
    cellWidth,
    cellHeight,
    upright,
    content: {
      width: label + table.columns.length * cellWidth + total,
      height: header + table.rows.length * cellHeight + foot,
    },
  };
}

/** A number must fit into its cell; a mark needs little. */
function leastWidth(table: CrossTable, font: number): number {
  const [low, high] = table.range;
  return low > high
    ? 30
    : Math.max(30, Math.min(96, Math.max(...[low, high].map((value) => textWidth(table.format(value), font))) + 10));
}

const totalTexts = (table: CrossTable) =>
  table.rowTotals.map(({ value, red }) => (value === null ? String(red) : table.format(value)));

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
