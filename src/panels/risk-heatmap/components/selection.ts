import type { Cell, Placement } from '../data/cells';
import type { Changes } from '../data/changes';
import type { Risk } from '../data/risks';

/** What the list shows. */
export type Selection =
  | { kind: 'cell'; row: number; column: number }
  | { kind: 'level'; level: number }
  | { kind: 'unscored' }
  | { kind: 'off_grid' }
  | { kind: 'changes' };

export interface Selected {
  cell?: Cell;
  count: number;
  risks: Risk[];
}

/** The risks of a selection; null where the grid no longer has its cell. */
export function selectedRisks(selection: Selection, placement: Placement, changes: Changes | null): Selected | null {
  switch (selection.kind) {
    case 'cell': {
      const cell = placement.cells[selection.row]?.[selection.column];
      return cell ? { cell, count: cell.count, risks: cell.risks } : null;
    }
    case 'level': {
      const cells = placement.cells.flat().filter((cell) => cell.level.level === selection.level);
      // The graver corner first: high likelihood and impact together.
      const ordered = cells.sort((a, b) => b.row + b.column - (a.row + a.column));
      return {
        count: placement.totals.get(selection.level) ?? 0,
        risks: ordered.flatMap((cell) => cell.risks),
      };
    }
    case 'unscored':
      return placement.unscored;
    case 'off_grid':
      return placement.offGrid;
    case 'changes':
      return changes && { count: changes.list.length, risks: changes.list.map(({ risk }) => risk) };
  }
}
