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
  isLatin,
  visibleRange,
  type Window,
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

/** Text that fits into `width`, cut with an ellipsis where it must be; remembered, for it is asked in each frame. */
function fitter(context: CanvasRenderingContext2D) {
  const known = new Map<string, string>();
  return (text: string, width: number): string => {
    const key = `${Math.round(width)} ${context.font} ${text}`;
    const found = known.get(key);
    if (found !== undefined) {
      return found;
    }
    let fitted = text;
    if (context.measureText(text).width > width) {
      const letters = [...text];
      let [low, high] = [0, letters.length];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (context.measureText(`${letters.slice(0, middle).join('')}…`).width <= width) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      fitted = low === 0 ? '' : `${letters.slice(0, low).join('')}…`;
    }
    known.set(key, fitted);
    return fitted;
  };
}

type Fit = ReturnType<typeof fitter>;
const fitters = new WeakMap<CanvasRenderingContext2D, Fit>();

function fitOf(context: CanvasRenderingContext2D): Fit {
  const fit = fitters.get(context) ?? fitter(context);
  fitters.set(context, fit);
  return fit;
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
  context.fillText(fitOf(context)(table.rowTitle, measures.label - 12), 8, measures.header - measures.font / 2 - 6);
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

/** Forgets what is drawn: fonts have come. */
export const forgetTiles = (drawing: Drawing) => drawnTiles.delete(drawing);

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

const isCoded = ({ measure }: CrossTable) => measure === 'status' || measure === 'light';

function drawContent(
  context: CanvasRenderingContext2D,
  { table, measures }: Drawing,
  cell: CrossCell,
  x: number,
  y: number
) {
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
  context.fillText(fitOf(context)(text, cellWidth - 6), middle.x, middle.y + 0.5);
}

function drawRowNames(context: CanvasRenderingContext2D, { table, measures }: Drawing, seen: Window, range: Range) {
  const fit = fitOf(context);
  context.textAlign = 'left';
  for (let row = range.firstRow; row < range.endRow; row++) {
    const y = measures.header + (row + 0.5) * measures.cellHeight - seen.top;
    context.fillText(fit(table.rows[row], measures.label - 14), 8, y + 0.5);
  }
}

function drawColumnNames(context: CanvasRenderingContext2D, { table, measures }: Drawing, seen: Window, range: Range) {
  const fit = fitOf(context);
  const { header, cellWidth, label, font } = measures;
  context.textAlign = 'center';
  for (let column = range.firstColumn; column < range.endColumn; column++) {
    const x = label + (column + 0.5) * cellWidth - seen.left;
    const name = table.columns[column];
    if (!measures.upright) {
      context.fillText(fit(name, cellWidth - 6), x, header - font / 2 - 6);
    } else if (isLatin(name)) {
      context.save();
      context.translate(x, header - 6);
      context.rotate(-Math.PI / 2);
      context.textAlign = 'left';
      context.fillText(fit(name, header - 10), 0, 0);
      context.restore();
    } else {
      drawUpright(context, name, x, header, font);
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
  const fit = fitOf(context);
  if (measures.total > 0) {
    context.textAlign = 'right';
    context.fillText(
      fit(totalWord, measures.total - 6),
      body.right + measures.total - 6,
      measures.header - measures.font / 2 - 6
    );
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
    context.fillText(fit(totalWord, measures.label - 14), 8, middle);
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
  const coded = isCoded(table);
  const text = coded
    ? String(total.red)
    : table.measure === 'word'
      ? String(total.count)
      : total.value === null
        ? '—'
        : table.format(total.value);
  if (!coded) {
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
