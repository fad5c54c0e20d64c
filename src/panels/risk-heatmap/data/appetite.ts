/** The appetite that is drawn, and the stepped line between what is accepted and what is not. */
import type { Grid } from './grid';

/** One level of appetite and who has it. */
export interface AppetiteLevel {
  /** The highest accepted level. */
  level: number;
  /** Names where known, else ids; empty where risks have no category. */
  categories: string[];
  /** True of the commonest level, of equally common ones the stricter. */
  main: boolean;
}

/** A risk, or as many as are alike. */
interface Holder {
  appetite: number | null;
  category: string;
  categoryName: string;
  /** 1 where it is left out. */
  count?: number;
}

/**
 * Every level of appetite of the shown risks, else of the grid, ascending; empty where none is set.
 *
 * @param categories only of these; empty: all
 */
export function shownAppetite(risks: Holder[], grid: Grid, categories: string[]): AppetiteLevel[] {
  const asked = (category: string) => categories.length === 0 || categories.includes(category);
  const ofRisks = risks
    .filter((risk) => risk.appetite !== null && asked(risk.category))
    .map((risk) => ({ level: risk.appetite!, category: risk.categoryName, count: risk.count ?? 1 }));
  const ofGrid = grid.appetite
    .filter((appetite) => asked(appetite.category))
    .map(({ level, category }) => ({ level, category, count: 1 }));
  const set = ofRisks.length > 0 ? ofRisks : ofGrid;
  const found = [...new Set(set.map(({ level }) => level))].sort((a, b) => a - b);
  const levels = found.map((level) => {
    const holders = set.filter((appetite) => appetite.level === level);
    return {
      level,
      count: holders.reduce((sum, { count }) => sum + count, 0),
      categories: [...new Set(holders.map((holder) => holder.category))].filter(Boolean),
    };
  });
  const commonest = levels.reduce((most, { count }) => Math.max(most, count), 0);
  const main = levels.find(({ count }) => count === commonest)?.level;
  return levels.map((each) => ({ level: each.level, categories: each.categories, main: each.level === main }));
}
/** A corner of the grid: `x` columns from the left, `y` rows from the bottom. */
export interface Corner {
  x: number;
  y: number;
}

/**
 * The border between cells up to `level` and those above it, from the lower right to the upper left, without what
 * would lie on the frame; empty where all cells are on one side. A monotone grid has one such staircase.
 */
export function appetiteLine(cells: number[][], level: number): Corner[] {
  const columns = cells[0]?.length ?? 0;
  const corners: Corner[] = [];
  const add = (corner: Corner) => {
    const last = corners[corners.length - 1];
    if (last?.x !== corner.x || last.y !== corner.y) {
      corners.push(corner);
    }
  };
  cells.forEach((row, y) => {
    const accepted = row.filter((cell) => cell <= level).length;
    add({ x: accepted, y });
    add({ x: accepted, y: y + 1 });
  });
  const straightened = corners.filter((corner, i) => {
    const [before, after] = [corners[i - 1], corners[i + 1]];
    return !(before && after && before.x === corner.x && after.x === corner.x);
  });
  const first = straightened[0]?.x === columns ? 1 : 0;
  const last = straightened[straightened.length - 1]?.x === 0 ? straightened.length - 1 : straightened.length;
  const line = straightened.slice(first, last);
  return line.length > 1 ? line : [];
}
