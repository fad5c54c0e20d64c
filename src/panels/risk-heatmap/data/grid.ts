/**
 * The risk grid: which level a pair of likelihood and impact has. docs/methods.md §4 of the design and
 * Cox LA (2008), "What's wrong with risk matrices?", Risk Analysis 28:497–512.
 */
import type { Light } from '../../../status/statuses';

export type GridLight = Exclude<Light, 'grey'>;

/** One step of an axis; `level` is what scores refer to, 1 the lowest. */
export interface AxisStep {
  level: number;
  name: string;
}

export interface GridLevel {
  /** 0 the least. */
  level: number;
  name: string;
  light: GridLight;
}

export interface Appetite {
  category: string;
  unit_id: string;
  /** The highest level that is accepted. */
  level: number;
}

export interface Grid {
  id: string;
  name: string;
  /** Lowest first, 3–7 steps. */
  likelihood: AxisStep[];
  /** Lowest first, 3–7 steps. */
  impact: AxisStep[];
  /** Levels by row (likelihood, lowest first) and column (impact, lowest first). */
  cells: number[][];
  /** Ascending. */
  levels: GridLevel[];
  appetite: Appetite[];
}

/** Why a grid cannot be used; `likelihood` and `impact` are the scores of the cell at fault. */
export type GridRefusal =
  | { kind: 'malformed' }
  | { kind: 'size'; rows: number; columns: number }
  | { kind: 'ragged'; row: number }
  | { kind: 'unreadable'; row: number; text: string }
  | { kind: 'words'; axis: 'likelihood' | 'impact' | 'level'; expected: number; found: number }
  | { kind: 'unknown_light'; text: string }
  | { kind: 'unknown_level'; level: number; likelihood: number; impact: number }
  | {
      kind: 'not_monotone';
      axis: 'likelihood' | 'impact';
      likelihood: number;
      impact: number;
      level: number;
      before: number;
    };

/** What is doubtful about a grid that is used all the same. */
export interface GridWarning {
  kind: 'red_touches_green' | 'red_in_lowest';
  likelihood: number;
  impact: number;
}

export type GridResult = { grid: Grid; refusal?: undefined } | { grid?: undefined; refusal: GridRefusal };

/** How a grid is written in the panel's options. */
export interface GridText {
  /** One word of digits per likelihood, lowest first: `00112,01122,11223,12234,22344`. */
  rows: string;
  /** Words of the likelihoods, lowest first, comma separated; empty: numbers only. */
  likelihoodWords: string;
  impactWords: string;
  /** Words of the levels from 0, each with its light where it should not be guessed: `Low=green, High=red`. */
  levelWords: string;
}

export const DEFAULT_GRID_ROWS = '00112,01122,11223,12234,22344';

const SMALLEST = 3;
const LARGEST = 7;
const LIGHTS: GridLight[] = ['green', 'yellow', 'red'];

const words = (text: string) => (text.trim() === '' ? [] : text.split(/[,，、;；\n]/).map((word) => word.trim()));

/**
 * The light of a level where none is given: the lower third green, the middle yellow, the rest red.
 *
 * @param level 0–`highest`
 */
export function guessLight(level: number, highest: number): GridLight {
  const share = highest === 0 ? 0 : level / highest;
  return share < 1 / 3 ? 'green' : share <= 2 / 3 ? 'yellow' : 'red';
}

/** A grid from the panel's options; refused with a reason where it cannot be used. */
export function readGridText(text: GridText): GridResult {
  const rows = text.rows
    .split(/[\s,，;；]+/)
    .map((row) => row.trim())
    .filter(Boolean);
  const unreadable = rows.findIndex((row) => !/^\d+$/.test(row));
  if (unreadable >= 0) {
    return { refusal: { kind: 'unreadable', row: unreadable + 1, text: rows[unreadable] } };
  }
  const cells = rows.map((row) => [...row].map(Number));
  const highest = cells.flat().reduce((most, level) => Math.max(most, level), 0);
  const levels: GridLevel[] = [];
  const levelWords = words(text.levelWords);
  if (levelWords.length > 0 && levelWords.length < highest + 1) {
    return { refusal: { kind: 'words', axis: 'level', expected: highest + 1, found: levelWords.length } };
  }
  for (let level = 0; level <= Math.max(highest, levelWords.length - 1); level++) {
    const [name = '', light = ''] = (levelWords[level] ?? '').split(/[=＝]/).map((part) => part.trim());
    if (light !== '' && !LIGHTS.includes(light as GridLight)) {
      return { refusal: { kind: 'unknown_light', text: light } };
    }
    levels.push({ level, name, light: (light as GridLight) || guessLight(level, highest) });
  }
  const axes = { likelihood: cells.length, impact: cells[0]?.length ?? 0 };
  const axisWords = { likelihood: words(text.likelihoodWords), impact: words(text.impactWords) };
  for (const axis of ['likelihood', 'impact'] as const) {
    const found = axisWords[axis].length;
    if (found > 0 && found !== axes[axis]) {
      return { refusal: { kind: 'words', axis, expected: axes[axis], found } };
    }
  }
  const steps = (axis: 'likelihood' | 'impact') =>
    Array.from({ length: axes[axis] }, (_, i) => ({ level: i + 1, name: axisWords[axis][i] ?? '' }));
  return checked({
    id: '',
    name: '',
    likelihood: steps('likelihood'),
    impact: steps('impact'),
    cells,
    levels,
    appetite: [],
  });
}

/** A grid as it rides in `frame.meta.custom.grid` (docs/query-kinds.md); whatever has another shape is `malformed`. */
export function readGridDocument(document: unknown): GridResult {
  const grid = document as Partial<Grid> | null;
  const steps = (list: unknown): list is AxisStep[] =>
    Array.isArray(list) && list.every((step) => Number.isInteger(step?.level) && typeof step.name === 'string');
  if (
    !grid ||
    !steps(grid.likelihood) ||
    !steps(grid.impact) ||
    !steps(grid.levels) ||
    !grid.levels.every((level) => LIGHTS.includes(level.light)) ||
    !Array.isArray(grid.cells) ||
    !grid.cells.every((row) => Array.isArray(row) && row.every((level) => Number.isInteger(level)))
  ) {
    return { refusal: { kind: 'malformed' } };
  }
  const appetite = Array.isArray(grid.appetite) ? grid.appetite.filter((a) => Number.isInteger(a?.level)) : [];
  return checked({
    id: String(grid.id ?? ''),
    name: String(grid.name ?? ''),
    likelihood: grid.likelihood,
    impact: grid.impact,
    cells: grid.cells,
    levels: [...grid.levels].sort((a, b) => a.level - b.level),
    appetite,
  });
}

function checked(grid: Grid): GridResult {
  const refusal = findRefusal(grid);
  return refusal ? { refusal } : { grid };
}

function findRefusal({ cells, likelihood, impact, levels }: Grid): GridRefusal | undefined {
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  const fits = (n: number) => n >= SMALLEST && n <= LARGEST;
  if (!fits(rows) || !fits(columns)) {
    return { kind: 'size', rows, columns };
  }
  const ragged = cells.findIndex((row) => row.length !== columns);
  if (ragged >= 0) {
    return { kind: 'ragged', row: ragged + 1 };
  }
  if (likelihood.length !== rows) {
    return { kind: 'words', axis: 'likelihood', expected: rows, found: likelihood.length };
  }
  if (impact.length !== columns) {
    return { kind: 'words', axis: 'impact', expected: columns, found: impact.length };
  }
  const known = new Set(levels.map((level) => level.level));
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const at = { likelihood: likelihood[r].level, impact: impact[c].level, level: cells[r][c] };
      if (!known.has(at.level)) {
        return { kind: 'unknown_level', ...at };
      }
      if (r > 0 && at.level < cells[r - 1][c]) {
        return { kind: 'not_monotone', axis: 'likelihood', ...at, before: cells[r - 1][c] };
      }
      if (c > 0 && at.level < cells[r][c - 1]) {
        return { kind: 'not_monotone', axis: 'impact', ...at, before: cells[r][c - 1] };
      }
    }
  }
  return undefined;
}

/** Red cells that share an edge with a green one, or stand in the lowest row or column (Cox 2008). */
export function gridWarnings(grid: Grid): GridWarning[] {
  const light = new Map(grid.levels.map((level) => [level.level, level.light]));
  const lightAt = (r: number, c: number) => light.get(grid.cells[r]?.[c]);
  return grid.cells.flatMap((row, r) =>
    row.flatMap((_, c): GridWarning[] => {
      if (lightAt(r, c) !== 'red') {
        return [];
      }
      const at = { likelihood: grid.likelihood[r].level, impact: grid.impact[c].level };
      const neighbours = [lightAt(r - 1, c), lightAt(r + 1, c), lightAt(r, c - 1), lightAt(r, c + 1)];
      return [
        ...(neighbours.includes('green') ? [{ kind: 'red_touches_green' as const, ...at }] : []),
        ...(r === 0 || c === 0 ? [{ kind: 'red_in_lowest' as const, ...at }] : []),
      ];
    })
  );
}

/** The level of a number; every level of a checked grid is known. */
export function levelOf(grid: Grid, level: number): GridLevel {
  return grid.levels.find((known) => known.level === level) ?? { level, name: '', light: 'red' };
}
