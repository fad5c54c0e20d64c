/** What moved on the grid between two dates: risks that went from cell to cell, came, or left. */
import { bundled, type Move } from './arrows';
import { type Cell, isPlace, isSame, type Place, placeOf } from './cells';
import type { Grid } from './grid';
import type { Basis, Risk } from './risks';

/**
 * `worse`, `better`, `sideways`: to a cell of a higher, lower, equal level. `new`, `closed`: in one of the registers
 * only. `scored`, `unscored`: got or lost its place on the grid.
 */
export type ChangeKind = 'worse' | 'new' | 'scored' | 'sideways' | 'better' | 'unscored' | 'closed';

/** Worst first, as a supervisor asks. */
export const CHANGE_KINDS: ChangeKind[] = ['worse', 'new', 'scored', 'unscored', 'sideways', 'better', 'closed'];

export interface Change {
  kind: ChangeKind;
  /** As it stands now; of a closed one, as it stood. */
  risk: Risk;
  /** Null where it has no place then. */
  from: Place | null;
  to: Place | null;
  /** Levels up, negative: down; 0 where it had or has no place. */
  levels: number;
}

export interface Changes {
  /** Worst kind first, then the largest step, then the highest level. */
  list: Change[];
  counts: Map<ChangeKind, number>;
  /** Risks whose place is the same. */
  unchanged: number;
  /** By cell, `row/column`: how many came into it and how many left it. */
  cells: Map<string, { came: number; left: number }>;
  /** By the key of the risk as it stands now. */
  byRisk: Map<string, Change>;
}

/** One and the same risk at both dates: by its id, else by its title and unit. */
const identity = (risk: Risk) => (risk.id ? `id ${risk.id} ${risk.unit}` : `title ${risk.title} ${risk.unit}`);

export const cellKey = ({ row, column }: Place) => `${row}/${column}`;

/** Compares two states of a register. Where one identity occurs several times, they are paired in their order. */
export function changesOf(earlier: Risk[], later: Risk[], grid: Grid, basis: Basis): Changes {
  const before = new Map<string, Risk[]>();
  earlier.forEach((risk) => before.set(identity(risk), [...(before.get(identity(risk)) ?? []), risk]));
  const changes: Changes = { list: [], counts: new Map(), unchanged: 0, cells: new Map(), byRisk: new Map() };
  const add = (change: Change | null) => {
    if (!change) {
      changes.unchanged += 1;
      return;
    }
    changes.list.push(change);
    changes.counts.set(change.kind, (changes.counts.get(change.kind) ?? 0) + 1);
    changes.byRisk.set(change.risk.key, change);
    if (change.from) {
      cellOf(changes, change.from).left += 1;
    }
    if (change.to) {
      cellOf(changes, change.to).came += 1;
    }
  };
  later.forEach((risk) => add(changeOf(before.get(identity(risk))?.shift(), risk, grid, basis)));
  [...before.values()].flat().forEach((risk) => add(changeOf(risk, undefined, grid, basis)));
  const height = ({ from, to }: Change) => levelAt(grid, to ?? from);
  changes.list.sort(
    (a, b) =>
      CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) ||
      Math.abs(b.levels) - Math.abs(a.levels) ||
      height(b) - height(a) ||
      a.risk.title.localeCompare(b.risk.title)
  );
  return changes;
}

function cellOf(changes: Changes, place: Place) {
  const known = changes.cells.get(cellKey(place)) ?? { came: 0, left: 0 };
  changes.cells.set(cellKey(place), known);
  return known;
}

const levelAt = (grid: Grid, place: Place | null) => (place ? grid.cells[place.row][place.column] : -1);

function changeOf(before: Risk | undefined, after: Risk | undefined, grid: Grid, basis: Basis): Change | null {
  const placeAt = (risk: Risk | undefined): Place | null => {
    const place = risk ? placeOf(grid, risk.scores[basis]) : 'unscored';
    return isPlace(place) ? place : null;
  };
  const [from, to] = [placeAt(before), placeAt(after)];
  const risk = (after ?? before)!;
  if (!before || !after) {
    return { kind: before ? 'closed' : 'new', risk, from, to, levels: 0 };
  }
  if (!from || !to) {
    return from || to ? { kind: to ? 'scored' : 'unscored', risk, from, to, levels: 0 } : null;
  }
  if (isSame(from, to)) {
    return null;
  }
  const levels = levelAt(grid, to) - levelAt(grid, from);
  return { kind: levels > 0 ? 'worse' : levels < 0 ? 'better' : 'sideways', risk, from, to, levels };
}

/** Arrows from cell to cell, of changes that have both. */
export function changeMoves(changes: Change[]): Move[] {
  return bundled(
    changes.flatMap(({ kind, from, to }) =>
      from && to && (kind === 'worse' || kind === 'better' || kind === 'sideways') ? [{ from, to, kind }] : []
    )
  );
}

export interface Stub {
  place: Place;
  kind: 'came' | 'left';
  count: number;
}

/** Cells into which risks came from outside the grid, and from which they left it. */
export function changeStubs(changes: Change[]): Stub[] {
  const stubs = new Map<string, Stub>();
  for (const { from, to } of changes) {
    if ((from === null) !== (to === null)) {
      const place = (to ?? from)!;
      const kind = to ? 'came' : 'left';
      const key = `${kind} ${cellKey(place)}`;
      stubs.set(key, { place, kind, count: (stubs.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...stubs.values()];
}

/** Of counts only the difference per cell is known. */
export function countChanges(earlier: Cell[][], later: Cell[][]): Changes['cells'] {
  return new Map(
    later.flat().flatMap((cell): Array<[string, { came: number; left: number }]> => {
      const difference = cell.count - earlier[cell.row][cell.column].count;
      return difference === 0
        ? []
        : [[cellKey(cell), { came: Math.max(0, difference), left: Math.max(0, -difference) }]];
    })
  );
}
