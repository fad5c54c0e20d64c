/**
 * What fits where. As room shrinks the dots go first, then the words, and the numbers last.
 * All lengths are CSS pixels.
 */
import type { Grid } from './grid';

export const GAP = 3;

export interface LayoutInput {
  width: number;
  height: number;
  grid: Grid;
  /** The largest count of a cell: its digits must fit. */
  largestCount: number;
  legend: LegendText[];
}

export interface Layout {
  fontSize: number;
  /** Outer edge of the lower left cell's row and column band. */
  plot: { x: number; y: number; width: number; height: number };
  cellWidth: number;
  cellHeight: number;
  countSize: number;
  dots: boolean;
  dotRadius: number;
  /** The level's word inside the cell; where it has no room, the mark of its light stands alone. */
  cellWords: boolean;
  /** Lines of each label of the impact axis, left to right. */
  impactLabels: string[][];
  likelihoodLabels: string[];
  /** Width of the widest of them. */
  likelihoodWidth: number;
  axisTitles: { likelihood: boolean; impact: boolean };
  legend: { form: 'full' | 'short'; height: number; onlyNeeded: boolean };
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Widths of letters in heights of the font, of a common sans serif. */
function letterWidth(letter: string): number {
  if (letter.charCodeAt(0) > 0x2e7f) {
    return 1;
  }
  return /[ijlt.,:;'|()\s]/.test(letter) ? 0.31 : /[A-Zmw%→]/.test(letter) ? 0.72 : 0.57;
}

/** Width of a text as drawn, estimated: the layout must not wait for fonts. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter) * fontSize, 0);
}

/** A text on at most two lines of `width`, broken at spaces; null where it does not fit. */
export function wrap(text: string, width: number, fontSize: number): string[] | null {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const joined = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && textWidth(joined, fontSize) <= width) {
      lines[lines.length - 1] = joined;
    } else {
      lines.push(word);
    }
  }
  return lines.length <= 2 && lines.every((line) => textWidth(line, fontSize) <= width) ? lines : null;
}

const LEGEND_ROW = { full: 24, short: 20 };
/** Swatch, gaps and padding of one entry. */
const LEGEND_ENTRY = { full: 40, short: 17 };

/** Rows that entries of these labels take when they flow. */
export function legendRows(labels: string[], width: number, fontSize: number, form: 'full' | 'short'): number {
  let rows = 1;
  let used = 0;
  for (const label of labels) {
    const entry = textWidth(label, fontSize) + LEGEND_ENTRY[form];
    if (used > 0 && used + entry > width) {
      rows += 1;
      used = 0;
    }
    used += entry;
  }
  return rows;
}

interface LegendText {
  label: string;
  /** Numbers only. */
  short: string;
  /** False for what may go where room is short. */
  needed: boolean;
}

/** The legend in words where they take up to a quarter of the height, else in numbers, at the least the needed ones. */
function legendLayout(entries: LegendText[], width: number, height: number, fontSize: number): Layout['legend'] {
  const labels = entries.map(({ label }) => label);
  const rows = legendRows(labels, width, fontSize, 'full');
  if (rows * LEGEND_ROW.full <= height * (height >= 260 ? 0.25 : 0.2)) {
    return { form: 'full', height: rows * LEGEND_ROW.full + 4, onlyNeeded: false };
  }
  const allowed = height >= 180 ? 2 : 1;
  const all = legendRows(
    entries.map(({ short }) => short),
    width,
    fontSize - 1,
    'short'
  );
  const needed = legendRows(
    entries.filter((entry) => entry.needed).map(({ short }) => short),
    width,
    fontSize - 1,
    'short'
  );
  const used = all <= allowed ? all : Math.min(needed, allowed);
  return { form: 'short', height: used * LEGEND_ROW.short + (height < 180 ? 0 : 4), onlyNeeded: all > allowed };
}

export function layoutOf({ width, height, grid, largestCount, legend }: LayoutInput): Layout {
  const rows = grid.likelihood.length;
  const columns = grid.impact.length;
  const fontSize = width < 260 || height < 180 ? 10 : width >= 1100 && height >= 560 ? 14 : 12;
  const legendBox = legendLayout(legend, width, height, fontSize);

  const axisTitles = { likelihood: width >= 260 && height >= 190, impact: width >= 220 && height >= 190 };
  const title = fontSize + 8;
  const words = grid.likelihood.map(({ level, name }) => (name ? `${level} ${name}` : `${level}`));
  const widest = Math.max(...words.map((word) => textWidth(word, fontSize)));
  const wordsFit = widest + 10 <= width * 0.22;
  const likelihoodLabels = wordsFit ? words : grid.likelihood.map(({ level }) => `${level}`);
  const likelihoodWidth = wordsFit ? widest : fontSize;
  const left = likelihoodWidth + 10 + (axisTitles.likelihood ? title : 0);

  const roomAcross = width - left - 2;
  const roomUp = (labelLines: number) =>
    height - legendBox.height - labelLines * fontSize * 1.25 - 6 - (axisTitles.impact ? fontSize + 6 : 0);
  const cellsIn = (labelLines: number) => {
    const free = { width: roomAcross / columns, height: roomUp(labelLines) / rows };
    return {
      cellWidth: Math.max(8, Math.min(free.width, 300, free.height * 3.4)),
      cellHeight: Math.max(8, Math.min(free.height, 150, free.width * 1.5)),
    };
  };
  const labelsIn = (cellWidth: number) => {
    const wrapped = grid.impact.map(({ level, name }) =>
      wrap(name ? `${level} ${name}` : `${level}`, cellWidth - 4, fontSize)
    );
    const fits = wrapped.every((lines) => lines !== null && (lines.length === 1 || height >= 280));
    return fits ? (wrapped as string[][]) : grid.impact.map(({ level }) => [`${level}`]);
  };
  const impactLabels = labelsIn(cellsIn(1).cellWidth);
  const lines = Math.max(...impactLabels.map((label) => label.length));
  const { cellWidth, cellHeight } = cellsIn(lines);

  const digits = String(largestCount).length;
  const dots = cellWidth >= 70 && cellHeight >= 32;
  const inner = { width: cellWidth - GAP, height: cellHeight - GAP };
  const longestWord = Math.max(...grid.levels.map(({ name }) => textWidth(name, fontSize - 1)));
  const cellWords = inner.height >= 50 && longestWord > 0 && longestWord + 34 <= inner.width;
  const countHeight = cellWords ? (inner.height - fontSize - 8) * 0.6 : inner.height * (dots ? 0.46 : 0.6);
  const countRoom = dots ? inner.width * 0.5 - 8 : inner.width - 4;
  const countSize = clamp(Math.min(countHeight, inner.width * 0.36, countRoom / (digits * 0.62)), 8, 40);
  return {
    fontSize,
    plot: {
      x: left + Math.max(0, (roomAcross - cellWidth * columns) / 2),
      y: 2,
      width: cellWidth * columns,
      height: cellHeight * rows,
    },
    cellWidth,
    cellHeight,
    countSize,
    dots,
    dotRadius: clamp(Math.min(cellHeight * 0.055, cellWidth * 0.026), 1.9, 5.5),
    cellWords,
    impactLabels,
    likelihoodLabels,
    likelihoodWidth,
    axisTitles,
    legend: legendBox,
  };
}
