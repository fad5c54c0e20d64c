/** Risks placed on the grid. Nothing is dropped: what has no cell is unscored or off the grid, and said so. */
import { type AxisStep, type Grid, type GridLevel, levelOf } from './grid';
import type { Basis, CellCount, Counted, RawScore, Risk } from './risks';

export interface Place {
  /** Index into `grid.cells`, 0 the lowest likelihood. */
  row: number;
  /** Index into a row of it, 0 the lowest impact. */
  column: number;
}

export interface Cell extends Place {
  likelihood: AxisStep;
  impact: AxisStep;
  level: GridLevel;
  count: number;
  aboveAppetite: number;
  reviewOverdue: number;
  /** Worst first; empty where the frame holds counts only. */
  risks: Risk[];
  /** Title of the worst risk; empty where none is known. */
  worst: string;
}

export interface Placement {
  /** As `grid.cells`: rows of likelihood, lowest first. */
  cells: Cell[][];
  /** All risks, also those without a cell. */
  total: number;
  unscored: { count: number; risks: Risk[] };
  /** Scores that are no step of an axis, each as `likelihood × impact`. */
  offGrid: { count: number; risks: Risk[]; scores: string[] };
  /** Count per level. */
  totals: Map<number, number>;
}

/** The index of a score on an axis: by its number, else by the axis's word; −1 where it is neither. */
function indexOf(axis: AxisStep[], score: RawScore): number {
  return typeof score === 'string'
    ? axis.findIndex((step) => step.name.toLowerCase() === score.toLowerCase())
    : axis.findIndex((step) => step.level === score);
}

/** Where a score stands: a place, `unscored` where a half is missing, `off_grid` where it is no step of an axis. */
export function placeOf(
  grid: Grid,
  score: { likelihood: RawScore; impact: RawScore } | undefined
): Place | 'unscored' | 'off_grid' {
  if (!score || score.likelihood === null || score.impact === null) {
    return 'unscored';
  }
  const row = indexOf(grid.likelihood, score.likelihood);
  const column = indexOf(grid.impact, score.impact);
  return row < 0 || column < 0 ? 'off_grid' : { row, column };
}

export const isPlace = (place: Place | 'unscored' | 'off_grid'): place is Place => typeof place !== 'string';

export const isSame = (a: Place, b: Place) => a.row === b.row && a.column === b.column;

const TREND_ORDER: Record<string, number> = { rising: 0, new: 1, steady: 2, falling: 3 };

/** Worst first: furthest above appetite, longest overdue, rising, then by name. */
export function byConsequence(a: Risk, b: Risk, level: (risk: Risk) => number): number {
  const above = (risk: Risk) => (risk.appetite === null ? 0 : Math.max(0, level(risk) - risk.appetite));
  return (
    level(b) - level(a) ||
    above(b) - above(a) ||
    b.reviewOverdue - a.reviewOverdue ||
    b.mitigationOverdue - a.mitigationOverdue ||
    (TREND_ORDER[a.trend] ?? 2) - (TREND_ORDER[b.trend] ?? 2) ||
    a.title.localeCompare(b.title)
  );
}

function emptyCells(grid: Grid): Cell[][] {
  return grid.cells.map((levels, row) =>
    levels.map((level, column) => ({
      row,
      column,
      likelihood: grid.likelihood[row],
      impact: grid.impact[column],
      level: levelOf(grid, level),
      count: 0,
      aboveAppetite: 0,
      reviewOverdue: 0,
      risks: [],
      worst: '',
    }))
  );
}

function levelTotals(cells: Cell[][], grid: Grid): Map<number, number> {
  const totals = new Map(grid.levels.map(({ level }) => [level, 0]));
  cells.flat().forEach((cell) => totals.set(cell.level.level, (totals.get(cell.level.level) ?? 0) + cell.count));
  return totals;
}

const written = ({ likelihood, impact }: { likelihood: RawScore; impact: RawScore }) => `${likelihood} × ${impact}`;

/** Places risks by their score of one basis. */
export function placeRisks(risks: Risk[], grid: Grid, basis: Basis): Placement {
  const cells = emptyCells(grid);
  const unscored: Risk[] = [];
  const offGrid: Risk[] = [];
  for (const risk of risks) {
    const place = placeOf(grid, risk.scores[basis]);
    if (place === 'unscored') {
      unscored.push(risk);
    } else if (place === 'off_grid') {
      offGrid.push(risk);
    } else {
      cells[place.row][place.column].risks.push(risk);
    }
  }
  for (const cell of cells.flat()) {
    const { level } = cell.level;
    cell.risks.sort((a, b) => byConsequence(a, b, () => level));
    cell.count = cell.risks.length;
    cell.aboveAppetite = cell.risks.filter((risk) => risk.appetite !== null && level > risk.appetite).length;
    cell.reviewOverdue = cell.risks.filter((risk) => risk.reviewOverdue > 0).length;
    cell.worst = cell.risks[0]?.title ?? '';
  }
  return {
    cells,
    total: risks.length,
    unscored: { count: unscored.length, risks: unscored },
    offGrid: {
      count: offGrid.length,
      risks: offGrid,
      scores: [...new Set(offGrid.map((risk) => written(risk.scores[basis]!)))],
    },
    totals: levelTotals(cells, grid),
  };
}

/** Places counts; several rows of one cell add up. */
export function placeCounts(counts: CellCount[], grid: Grid): Placement {
  const cells = emptyCells(grid);
  const unscored = { count: 0, risks: [] };
  const offGrid = { count: 0, risks: [], scores: [] as string[] };
  for (const row of counts) {
    const place = placeOf(grid, row);
    if (place === 'unscored') {
      unscored.count += row.count;
    } else if (place === 'off_grid') {
      offGrid.count += row.count;
      offGrid.scores = [...new Set([...offGrid.scores, written(row)])];
    } else {
      const cell = cells[place.row][place.column];
      cell.count += row.count;
      cell.aboveAppetite += row.aboveAppetite;
      cell.reviewOverdue += row.reviewOverdue;
      cell.worst = cell.worst || row.worst;
    }
  }
  const total = counts.reduce((sum, row) => sum + row.count, 0);
  return { cells, total, unscored, offGrid, totals: levelTotals(cells, grid) };
}

/** The listed risks with the counts of all: those of a cut answer are only the worst. */
export function withCounts(listed: Placement, counted: Counted[], grid: Grid): Placement {
  const all = placeCounts(
    counted.map((each) => {
      const place = placeOf(grid, each);
      const isAbove = isPlace(place) && each.appetite !== null && grid.cells[place.row][place.column] > each.appetite;
      return { ...each, aboveAppetite: isAbove ? each.count : 0, worst: '' };
    }),
    grid
  );
  return {
    ...all,
    cells: all.cells.map((row, y) =>
      row.map((cell, x) => ({ ...cell, risks: listed.cells[y][x].risks, worst: listed.cells[y][x].worst }))
    ),
    unscored: { ...all.unscored, risks: listed.unscored.risks },
    offGrid: { ...all.offGrid, risks: listed.offGrid.risks },
  };
}
