/** How risks moved on the grid: from inherent to current and on to residual, or between two dates. */
import { isPlace, isSame, type Place, placeOf } from './cells';
import type { Grid } from './grid';
import type { Basis, Risk } from './risks';

/** `done` and `expected`: from inherent to current and on to residual. The others: between two dates, by level. */
export type MoveKind = 'done' | 'expected' | 'worse' | 'better' | 'sideways';

export interface Move {
  from: Place;
  to: Place;
  kind: MoveKind;
  /** Risks that moved so, at least 1. */
  count: number;
}

/** Arrows of a selection, and of all risks, stay readable up to this many. */
export const MOST_ARROWS = { selection: 8, all: 24 };

/** Moves that are alike as one, the commonest first. */
export function bundled(list: Array<Omit<Move, 'count'>>): Move[] {
  const moves = new Map<string, Move>();
  for (const move of list) {
    const key = [move.from.row, move.from.column, move.to.row, move.to.column, move.kind].join();
    moves.set(key, { ...move, count: (moves.get(key)?.count ?? 0) + 1 });
  }
  return [...moves.values()].sort((a, b) => b.count - a.count);
}

/** The moves of some risks, the commonest first. Risks that stayed, or lack a score, have none. */
export function movesOf(risks: Risk[], grid: Grid): Move[] {
  return bundled(
    risks.flatMap((risk) => {
      const place = (basis: Basis) => placeOf(grid, risk.scores[basis]);
      const [inherent, current, residual] = [place('inherent'), place('current'), place('residual')];
      // Without a current score the way leads straight to the residual one.
      const legs = isPlace(current)
        ? [
            { from: inherent, to: current, kind: 'done' as const },
            { from: current, to: residual, kind: 'expected' as const },
          ]
        : [{ from: inherent, to: residual, kind: 'expected' as const }];
      return legs.flatMap(({ from, to, kind }) =>
        isPlace(from) && isPlace(to) && !isSame(from, to) ? [{ from, to, kind }] : []
      );
    })
  );
}
