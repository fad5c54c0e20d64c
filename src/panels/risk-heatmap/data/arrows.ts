/** How risks moved on the grid: from inherent to current (done) and from current to residual (expected). */
import { type Place, placeOf } from './cells';
import type { Grid } from './grid';
import type { Basis, Risk } from './risks';

export interface Move {
  from: Place;
  to: Place;
  /** True where the move has happened, false where it is expected. */
  done: boolean;
  /** Risks that moved so, at least 1. */
  count: number;
}

/** A cell's arrows stay readable up to this many. */
export const MOST_ARROWS = 8;

const isPlace = (place: Place | 'unscored' | 'off_grid'): place is Place => typeof place !== 'string';

/** The moves of some risks, the commonest first. Risks that stayed, or lack a score, have none. */
export function movesOf(risks: Risk[], grid: Grid): Move[] {
  const moves = new Map<string, Move>();
  for (const risk of risks) {
    const place = (basis: Basis) => placeOf(grid, risk.scores[basis]);
    const stops = [place('inherent'), place('current'), place('residual')];
    // Without a current score the way leads straight to the residual one.
    const legs = isPlace(stops[1])
      ? [
          { from: stops[0], to: stops[1], done: true },
          { from: stops[1], to: stops[2], done: false },
        ]
      : [{ from: stops[0], to: stops[2], done: false }];
    for (const { from, to, done } of legs) {
      if (isPlace(from) && isPlace(to) && (from.row !== to.row || from.column !== to.column)) {
        const key = [from.row, from.column, to.row, to.column, done].join();
        const known = moves.get(key);
        moves.set(key, { from, to, done, count: (known?.count ?? 0) + 1 });
      }
    }
  }
  return [...moves.values()].sort((a, b) => b.count - a.count);
}
