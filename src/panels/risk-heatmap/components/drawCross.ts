/**
 * Draws a heat grid on canvas: only what the window shows, in each frame, so that names and totals stay in sight
 * without a second scroller. Cells are drawn once, on tiles that are kept: a frame copies a dozen of them, and 20,000
 * cells cost no more than those on screen.
 */
import type { GrafanaTheme2 } from '@grafana/data';
import { MARK_PATHS } from '../../../status/markPaths';
import { lookOf, type Mark } from '../../../status/statuses';
import { type CrossCell, type CrossTable, type CrossTotal, LIGHT_MARK } from '../data/crossTable';
import type { CrossLook } from './crossLooks';
import {
  bodyOf,
  boxOf,
  type CrossMeasures,
  type CrossPlace,
  isCoded,
  isLatin,
  totalText,
  visibleRange,
  type Window,
  yearOf,
} from './crossMeasures';

export interface Drawing {
  table: CrossTable;
  measures: CrossMeasures;
  look: (cell?: CrossCell) => CrossLook;
  theme: GrafanaTheme2;
  /** Of the columns' and rows' totals. */
  totalWord: string;
}

const paths = new Map<Mark, Path2D>();

function markPath(mark: Mark): Path2D {
  const path = paths.get(mark) ?? new Path2D(MARK_PATHS[mark].d);
  paths.set(mark, path);
  return path;
}

function drawMark(context: CanvasRenderingContext2D, mark: Mark, x: number, y: number, size: number) {
  const { filled, line, dash } = MARK_PATHS[mark];
  const scale = size / 16;
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  if (filled) {
    context.fill(markPath(mark));
  }
  if (line > 0) {
    context.lineWidth = line;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.setLineDash(dash ?? []);
    context.stroke(markPath(mark));
  }
  context.restore();
}

/** How many of a text's first letters fit into `width` together with an end. */
function fittingLetters(context: CanvasRenderingContext2D, letters: string[], end: string, width: number): number {
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (context.measureText(`${letters.slice(0, middle).join('')}${end}`).width <= width) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** A text in at most so many lines of `width`, broken at spaces where there are any; the last is cut with an ellipsis. */
function linesOf(context: CanvasRenderingContext2D, text: string, width: number, most: number): string[] {
  if (context.measureText(text).width <= width) {
    return [text];
  }
  const letters = [...text];
  if (most === 1) {
    const fitting = fittingLetters(context, letters, '…', width);
    return [fitting === 0 ? '' : `${letters.slice(0, fitting).join('')}…`];
  }
  const fitting = fittingLetters(context, letters, '', width);
  const space = letters.lastIndexOf(' ', fitting);
  const end = space > 0 ? space : fitting;
  return [letters.slice(0, end).join(''), ...linesOf(context, letters.slice(end).join('').trim(), width, most - 1)];
}

/** Lines by text, of one drawing: they are asked for in each frame. */
const knownLines = new WeakMap<Drawing, Map<string, string[]>>();

function fittedLines(context: CanvasRenderingContext2D, drawing: Drawing, text: string, width: number, most: number) {
  const known = knownLines.get(drawing) ?? new Map<string, string[]>();
  knownLines.set(drawing, known);
  const key = `${Math.round(width)} ${most} ${context.font} ${text}`;
  const lines = known.get(key) ?? linesOf(context, text, width, most);
  known.set(key, lines);
  return lines;
}

/** Writes text on one line of at most `room`. */
function write(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  text: string,
  { x, y, room }: { x: number; y: number; room: number }
) {
  context.fillText(fittedLines(context, drawing, text, room, 1)[0], x, y);
}

function clipped(
  context: CanvasRenderingContext2D,
  box: { left: number; top: number; right: number; bottom: number },
  draw: () => void
) {
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, Math.max(0, box.right - box.left), Math.max(0, box.bottom - box.top));
  context.clip();
  draw();
  context.restore();
}

/**
 * Draws the part of the grid that the window shows.
 *
 * @param context scaled to CSS pixels
 * @param ratio device pixels in a CSS pixel
 */
export function drawCross(context: CanvasRenderingContext2D, drawing: Drawing, seen: Window, ratio: number) {
  const { table, measures, theme } = drawing;
  const body = bodyOf(measures, seen);
  const [firstColumn, endColumn] = visibleRange(
    seen.left,
    body.right - body.left,
    measures.cellWidth,
    table.columns.length
  );
  const [firstRow, endRow] = visibleRange(seen.top, body.bottom - body.top, measures.cellHeight, table.rows.length);
  const range = { firstRow, endRow, firstColumn, endColumn };
  context.clearRect(0, 0, seen.width, seen.height);
  context.textBaseline = 'middle';
  clipped(context, body, () => drawTiles(context, drawing, seen, range, ratio));
  context.font = `${measures.font}px ${theme.typography.fontFamily}`;
  context.fillStyle = theme.colors.text.secondary;
  context.strokeStyle = theme.colors.text.secondary;
  clipped(context, { ...body, left: 0, right: body.left }, () => drawRowNames(context, drawing, seen, range));
  clipped(context, { ...body, top: 0, bottom: body.top }, () => drawColumnNames(context, drawing, seen, range));
  context.textAlign = 'left';
  write(context, drawing, table.rowTitle, {
    x: measures.padding,
    y: measures.header - measures.font / 2 - 6,
    room: measures.label - 2 * measures.padding + 2,
  });
  drawTotals(context, drawing, seen, range);
}

interface Range {
  firstRow: number;
  endRow: number;
  firstColumn: number;
  endColumn: number;
}

/** Length of a tile's side in CSS pixels, about. */
const TILE = 256;

/** Tiles by place, least lately used first, of one drawing at one ratio. */
interface Tiles {
  ratio: number;
  known: Map<string, HTMLCanvasElement>;
}

const drawnTiles = new WeakMap<Drawing, Tiles>();

function drawTiles(context: CanvasRenderingContext2D, drawing: Drawing, seen: Window, range: Range, ratio: number) {
  const { measures, table } = drawing;
  const { cellWidth, cellHeight, label, header } = measures;
  const [rows, columns] = [cellHeight, cellWidth].map((size) => Math.max(1, Math.floor(TILE / size)));
  const kept = drawnTiles.get(drawing);
  const tiles: Tiles = kept?.ratio === ratio ? kept : { ratio, known: new Map() };
  drawnTiles.set(drawing, tiles);
  const onDevice = (length: number) => Math.round(length * ratio) / ratio;
  let used = 0;
  for (let row = Math.floor(range.firstRow / rows) * rows; row < range.endRow; row += rows) {
    for (let column = Math.floor(range.firstColumn / columns) * columns; column < range.endColumn; column += columns) {
      const key = `${row}/${column}`;
      const cells = {
        firstRow: row,
        endRow: Math.min(row + rows, table.rows.length),
        firstColumn: column,
        endColumn: Math.min(column + columns, table.columns.length),
      };
      const tile = tiles.known.get(key) ?? drawTile(drawing, cells, ratio);
      tiles.known.delete(key);
      tiles.known.set(key, tile);
      used += 1;
      const [x, y] = [label + column * cellWidth - seen.left, header + row * cellHeight - seen.top].map(onDevice);
      context.drawImage(tile, x, y, tile.width / ratio, tile.height / ratio);
    }
  }
  // Twice what is in sight may be kept beside it; more would be memory for nothing.
  const spare = [...tiles.known.keys()].slice(0, Math.max(0, tiles.known.size - used * 3));
  spare.forEach((key) => tiles.known.delete(key));
}

function drawTile(drawing: Drawing, cells: Range, ratio: number): HTMLCanvasElement {
  const { measures, theme } = drawing;
  const tile = document.createElement('canvas');
  tile.width = Math.ceil((cells.endColumn - cells.firstColumn) * measures.cellWidth * ratio);
  tile.height = Math.ceil((cells.endRow - cells.firstRow) * measures.cellHeight * ratio);
  const context = tile.getContext('2d');
  if (context) {
    context.scale(ratio, ratio);
    context.textBaseline = 'middle';
    context.font = `${theme.typography.fontWeightMedium} ${measures.font}px ${theme.typography.fontFamily}`;
    drawCells(context, drawing, cells);
  }
  return tile;
}

function drawCells(context: CanvasRenderingContext2D, drawing: Drawing, range: Range) {
  const { table, measures, look, theme } = drawing;
  const { cellWidth, cellHeight } = measures;
  // Cells of one look are filled together: one call instead of hundreds.
  const byLook = new Map<CrossLook, Array<{ x: number; y: number; cell?: CrossCell }>>();
  for (let row = range.firstRow; row < range.endRow; row++) {
    const y = (row - range.firstRow) * cellHeight;
    for (let column = range.firstColumn; column < range.endColumn; column++) {
      const cell = table.cells[row][column];
      const its = look(cell);
      const place = { x: (column - range.firstColumn) * cellWidth, y, cell };
      const others = byLook.get(its);
      others ? others.push(place) : byLook.set(its, [place]);
    }
  }
  context.lineWidth = 1;
  const [width, height] = [cellWidth - 2, cellHeight - 2];
  for (const [{ fill }, places] of byLook) {
    context.beginPath();
    if (fill === null) {
      context.strokeStyle = theme.colors.border.medium;
      places.forEach(({ x, y }) => context.rect(x + 1.5, y + 1.5, width - 1, height - 1));
      context.stroke();
    } else {
      context.fillStyle = fill;
      places.forEach(({ x, y }) => context.rect(x + 1, y + 1, width, height));
      context.fill();
    }
  }
  for (const [{ text }, places] of byLook) {
    context.fillStyle = text;
    context.strokeStyle = text;
    places.forEach(({ x, y, cell }) => cell && drawContent(context, drawing, cell, x, y));
  }
}

function drawContent(context: CanvasRenderingContext2D, drawing: Drawing, cell: CrossCell, x: number, y: number) {
  const { table, measures } = drawing;
  const { cellWidth, cellHeight } = measures;
  const size = measures.font + 1;
  const middle = { x: x + cellWidth / 2, y: y + cellHeight / 2 };
  context.textAlign = 'center';
  if (isCoded(table) && cell.light) {
    const mark = table.measure === 'status' ? lookOf(cell.worst).mark : LIGHT_MARK[cell.light];
    const number = cellWidth >= 54 && cell.count > 1 ? String(cell.count) : '';
    const shift = number ? 9 : 0;
    drawMark(context, mark, middle.x - size / 2 - shift, middle.y - size / 2, size);
    if (number) {
      context.textAlign = 'left';
      context.fillText(number, middle.x + 2, middle.y + 0.5);
    }
    return;
  }
  const text = table.measure === 'word' ? table.word(cell.worst) : cell.value === null ? '?' : table.format(cell.value);
  write(context, drawing, text, { x: middle.x, y: middle.y + 0.5, room: cellWidth - 6 });
}

function drawRowNames(context: CanvasRenderingContext2D, drawing: Drawing, seen: Window, range: Range) {
  const { table, measures } = drawing;
  const { header, cellHeight, font, label, padding } = measures;
  context.textAlign = 'left';
  for (let row = range.firstRow; row < range.endRow; row++) {
    const y = header + (row + 0.5) * cellHeight - seen.top + 0.5;
    const lines = fittedLines(
      context,
      drawing,
      table.rows[row],
      label - 2 * padding + 2,
      cellHeight < 2.4 * font ? 1 : 2
    );
    lines.forEach((line, at) => context.fillText(line, padding, y + (at - (lines.length - 1) / 2) * font * 1.15));
  }
}

function drawColumnNames(context: CanvasRenderingContext2D, drawing: Drawing, seen: Window, range: Range) {
  const { header, cellWidth, label, font, head, headings } = drawing.measures;
  context.textAlign = 'center';
  for (let column = range.firstColumn; column < range.endColumn; column++) {
    const x = label + (column + 0.5) * cellWidth - seen.left;
    const name = headings[column];
    if (head !== 'upright') {
      context.fillText(name, x, header - font / 2 - 6);
    } else if (isLatin(name)) {
      context.save();
      context.translate(x, header - 6);
      context.rotate(-Math.PI / 2);
      context.textAlign = 'left';
      write(context, drawing, name, { x: 0, y: 0, room: header - 10 });
      context.restore();
    } else {
      drawUpright(context, name, x, header, font);
    }
  }
  if (head === 'months') {
    drawYears(context, drawing, seen, range);
  }
}

/** Each year once, over its first month in sight, with a line where another year begins. */
function drawYears(context: CanvasRenderingContext2D, { table, measures, theme }: Drawing, seen: Window, range: Range) {
  const { header, cellWidth, label, font } = measures;
  const years = table.columns.map(yearOf);
  context.textAlign = 'left';
  context.strokeStyle = theme.colors.border.medium;
  for (let column = range.firstColumn; column < range.endColumn; column++) {
    const isFirst = column === 0 || years[column - 1] !== years[column];
    const left = label + column * cellWidth - seen.left;
    if (isFirst && column > 0) {
      context.beginPath();
      context.moveTo(left, 2);
      context.lineTo(left, header);
      context.stroke();
    }
    if (isFirst || column === range.firstColumn) {
      // A year that began out of sight stays at the edge, until the next one pushes it away.
      const end = years.findIndex((year, at) => at > column && year !== years[column]);
      const pushed =
        end < 0 ? Infinity : label + end * cellWidth - seen.left - context.measureText(years[column]).width - 6;
      context.fillText(years[column], Math.min(Math.max(left, label) + 3, pushed), font / 2 + 4);
    }
  }
}

/** Letters one below the other, as Chinese is set in narrow columns. */
function drawUpright(context: CanvasRenderingContext2D, name: string, x: number, height: number, font: number) {
  const letters = [...name];
  const step = font * 1.15;
  const room = Math.max(1, Math.floor((height - 8) / step));
  const shown = letters.length > room ? [...letters.slice(0, room - 1), '⋮'] : letters;
  const top = height - 6 - shown.length * step + step / 2;
  shown.forEach((letter, i) => context.fillText(letter, x, top + i * step));
}

function drawTotals(context: CanvasRenderingContext2D, drawing: Drawing, seen: Window, range: Range) {
  const { table, measures, theme, totalWord } = drawing;
  const body = bodyOf(measures, seen);
  if (measures.total > 0) {
    context.textAlign = 'right';
    write(context, drawing, totalWord, {
      x: body.right + measures.total - 6,
      y: measures.header - measures.font / 2 - 6,
      room: measures.total - 6,
    });
    clipped(context, { ...body, left: body.right, right: body.right + measures.total }, () => {
      for (let row = range.firstRow; row < range.endRow; row++) {
        const { y, height } = boxOf({ row, column: table.columns.length }, table, measures, seen);
        drawTotal(
          context,
          table,
          table.rowTotals[row],
          body.right + measures.total - 6,
          y + height / 2,
          'right',
          measures.total
        );
      }
    });
  }
  if (measures.foot > 0) {
    const middle = body.bottom + measures.foot / 2 + 1;
    context.save();
    context.strokeStyle = theme.colors.border.weak;
    context.beginPath();
    context.moveTo(0, body.bottom + 1.5);
    context.lineTo(body.right + measures.total, body.bottom + 1.5);
    context.stroke();
    context.restore();
    context.textAlign = 'left';
    write(context, drawing, totalWord, {
      x: measures.padding,
      y: middle,
      room: measures.label - 2 * measures.padding + 2,
    });
    clipped(context, { ...body, top: body.bottom, bottom: body.bottom + measures.foot }, () => {
      for (let column = range.firstColumn; column < range.endColumn; column++) {
        const { x, width } = boxOf({ row: table.rows.length, column }, table, measures, seen);
        drawTotal(context, table, table.columnTotals[column], x + width / 2, middle, 'center', width);
      }
    });
    if (measures.total > 0) {
      drawTotal(context, table, table.total, body.right + measures.total - 6, middle, 'right', measures.total);
    }
  }
}

/** Of statuses the red cells with their mark, of numbers the number. */
function drawTotal(
  context: CanvasRenderingContext2D,
  table: CrossTable,
  total: CrossTotal,
  x: number,
  y: number,
  align: 'right' | 'center',
  room: number
) {
  const text = totalText(total, table);
  if (!isCoded(table)) {
    context.textAlign = align;
    context.fillText(text, x, y + 0.5);
    return;
  }
  const letters = context.measureText(text).width;
  const sign = letters + 15 <= room ? 13 : 0;
  const left = align === 'right' ? x - letters - sign : x - (letters + sign) / 2;
  if (sign > 0) {
    context.globalAlpha = total.red > 0 ? 1 : 0.4;
    drawMark(context, 'square', left, y - 5, 10);
    context.globalAlpha = 1;
  }
  context.textAlign = 'left';
  context.fillText(text, left + sign, y + 0.5);
}

/** What is focused or chosen, and the month that another panel points at; over the drawn grid. */
export interface Marked {
  focus: CrossPlace | null;
  selected: CrossPlace | null;
  /** Index of the column and the row of the shared crosshair; −1: none. */
  crosshair: { column: number; row: number };
}

export function drawMarked(context: CanvasRenderingContext2D, drawing: Drawing, seen: Window, marked: Marked) {
  const { table, measures, theme } = drawing;
  const body = bodyOf(measures, seen);
  const outer = { left: 0, top: 0, right: body.right + measures.total, bottom: body.bottom + measures.foot };
  context.clearRect(0, 0, seen.width, seen.height);
  const { column, row } = marked.crosshair;
  clipped(context, body, () => {
    context.strokeStyle = theme.colors.text.secondary;
    context.lineWidth = 1;
    context.setLineDash([4, 3]);
    if (column >= 0) {
      const { x, width } = boxOf({ row: 0, column }, table, measures, seen);
      context.strokeRect(x + 0.5, body.top + 0.5, width - 1, body.bottom - body.top - 1);
    }
    if (row >= 0) {
      const { y, height } = boxOf({ row, column: 0 }, table, measures, seen);
      context.strokeRect(body.left + 0.5, y + 0.5, body.right - body.left - 1, height - 1);
    }
    context.setLineDash([]);
  });
  const frames: Array<[CrossPlace | null, string, number]> = [
    [marked.selected, theme.colors.text.maxContrast, 2],
    [marked.focus, theme.colors.primary.border, 3],
  ];
  for (const [place, color, line] of frames) {
    if (place) {
      const box = boxOf(place, table, measures, seen);
      const clip = {
        left: place.column < table.columns.length ? body.left - 1 : outer.left,
        right: place.column < table.columns.length ? body.right + 1 : outer.right,
        top: place.row < table.rows.length ? body.top - 1 : outer.top,
        bottom: place.row < table.rows.length ? body.bottom + 1 : outer.bottom,
      };
      clipped(context, clip, () => {
        context.strokeStyle = color;
        context.lineWidth = line;
        context.strokeRect(box.x + 1, box.y + 1, box.width - 2, box.height - 2);
      });
    }
  }
}
