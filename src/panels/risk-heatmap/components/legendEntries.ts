import { t } from '@grafana/i18n';
import type { AppetiteLevel } from '../data/appetite';
import type { MoveKind } from '../data/arrows';
import type { Placement } from '../data/cells';
import { CHANGE_KINDS, type ChangeKind } from '../data/changes';
import type { Grid, GridLevel } from '../data/grid';
import {
  appetiteSentence,
  appetiteWord,
  asOfWord,
  changeKindWord,
  datePairWord,
  levelWord,
  listedSentence,
  listedWord,
  sinceWord,
} from '../sentences';

export type LegendEntry =
  | { kind: 'level'; level: GridLevel; label: string; short: string }
  | { kind: 'unscored' | 'off_grid'; label: string; short: string }
  | { kind: 'appetite'; level: number; main: boolean; label: string; short: string; sentence: string }
  | { kind: 'warnings'; label: string; short: string; sentences: string[] }
  | { kind: 'moves'; move: MoveKind; label: string; short: string }
  | { kind: 'changes'; parts: Array<{ kind: ChangeKind; text: string }>; label: string; short: string }
  /** complete: the counts are of all risks. */
  | { kind: 'listed'; complete: boolean; label: string; short: string; sentence: string }
  | { kind: 'as_of'; label: string; short: string };

export interface LegendInput {
  grid: Grid;
  placement: Placement;
  appetite: AppetiteLevel[];
  warnings: string[];
  /** Kinds of arrows that are drawn. */
  moves: MoveKind[];
  /** What moved since another day; null where nothing is compared. */
  changes: { counts: Map<ChangeKind, number>; since: string } | null;
  /** Of a cut answer how many risks came, and of how many, null where nobody knows; null: all came. */
  listed: { listed: number; of: number | null } | null;
  asOf: string;
}

/** Of an entry that may go where room is short: false. What has no place on the grid, and what moved, must be said. */
export const isNeeded = ({ kind }: LegendEntry) => kind !== 'appetite' && kind !== 'moves' && kind !== 'as_of';

/** What the legend says, in its order; entries that have nothing to say are left out. */
export function legendEntries(input: LegendInput): LegendEntry[] {
  const { grid, placement, appetite, warnings, moves, changes, listed, asOf } = input;
  const counted = (kind: 'unscored' | 'off_grid', count: number, word: string): LegendEntry[] =>
    count > 0 ? [{ kind, label: `${word} ${count}`, short: `${count}` }] : [];
  return [
    ...grid.levels.map((level): LegendEntry => {
      const total = placement.totals.get(level.level) ?? 0;
      return { kind: 'level', level, label: `${levelWord(level)} ${total}`, short: `${total}` };
    }),
    ...counted('unscored', placement.unscored.count, t('legend.unscored', 'Not scored')),
    ...counted('off_grid', placement.offGrid.count, t('legend.off_grid', 'Off the grid')),
    ...(changes ? [changesEntry(changes)] : []),
    ...appetite.map((each): LegendEntry => {
      const several = appetite.length > 1;
      return {
        kind: 'appetite',
        level: each.level,
        main: each.main,
        label: appetiteWord(each, grid, several),
        short: '',
        sentence: appetiteSentence(each, grid, several),
      };
    }),
    ...(['done', 'expected'] as const)
      .filter((move) => moves.includes(move))
      .map((move): LegendEntry => ({ kind: 'moves', move, label: moveWord(move), short: '' })),
    ...(warnings.length > 0
      ? [
          {
            kind: 'warnings' as const,
            label: t('legend.warnings', 'Grid: {{count}} to check', { count: warnings.length }),
            short: `${warnings.length}`,
            sentences: warnings,
          },
        ]
      : []),
    ...(listed && listed.listed !== listed.of
      ? [
          {
            kind: 'listed' as const,
            complete: listed.of !== null,
            label: listedWord(listed.listed, listed.of),
            short: `${listed.listed}`,
            sentence: listedSentence(listed.listed, listed.of),
          },
        ]
      : []),
    ...(asOf
      ? [
          {
            kind: 'as_of' as const,
            label: changes?.since ? datePairWord(changes.since, asOf) : asOfWord(asOf),
            short: asOf,
          },
        ]
      : []),
  ];
}

const moveWord = (move: 'done' | 'expected') =>
  move === 'done' ? t('legend.done', 'Inherent to current') : t('legend.expected', 'To residual');

function changesEntry({ counts, since }: { counts: Map<ChangeKind, number>; since: string }): LegendEntry {
  const parts = CHANGE_KINDS.filter((kind) => counts.has(kind)).map((kind) => ({
    kind,
    text: changeKindWord(kind, counts.get(kind)!),
  }));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const what = parts.length > 0 ? parts.map(({ text }) => text).join('   ') : t('changes.none', 'nothing moved');
  return { kind: 'changes', parts, label: `${what} ${sinceWord(since)}`, short: `${total}` };
}
