import { t } from '@grafana/i18n';
import { type ShownAppetite } from '../data/appetite';
import type { Placement } from '../data/cells';
import type { Grid, GridLevel } from '../data/grid';
import { appetiteSentence, appetiteWord, asOfWord, levelWord } from '../sentences';

export type LegendEntry =
  | { kind: 'level'; level: GridLevel; label: string; short: string }
  | { kind: 'unscored' | 'off_grid'; label: string; short: string }
  | { kind: 'appetite'; label: string; short: string; sentence: string }
  | { kind: 'warnings'; label: string; short: string; sentences: string[] }
  | { kind: 'moves'; done: boolean; label: string; short: string }
  | { kind: 'as_of'; label: string; short: string };

export interface LegendInput {
  grid: Grid;
  placement: Placement;
  appetite: ShownAppetite | null;
  warnings: string[];
  /** True while arrows are drawn, done or expected ones. */
  moves: { done: boolean; expected: boolean };
  asOf: string;
}

/** Of an entry that may go where room is short: false. What has no place on the grid must be said. */
export const isNeeded = ({ kind }: LegendEntry) => kind !== 'appetite' && kind !== 'moves' && kind !== 'as_of';

/** What the legend says, in its order; entries that have nothing to say are left out. */
export function legendEntries({ grid, placement, appetite, warnings, moves, asOf }: LegendInput): LegendEntry[] {
  const counted = (kind: 'unscored' | 'off_grid', count: number, word: string): LegendEntry[] =>
    count > 0 ? [{ kind, label: `${word} ${count}`, short: `${count}` }] : [];
  return [
    ...grid.levels.map((level): LegendEntry => {
      const total = placement.totals.get(level.level) ?? 0;
      return { kind: 'level', level, label: `${levelWord(level)} ${total}`, short: `${total}` };
    }),
    ...counted('unscored', placement.unscored.count, t('legend.unscored', 'Not scored')),
    ...counted('off_grid', placement.offGrid.count, t('legend.off_grid', 'Off the grid')),
    ...(appetite
      ? [
          {
            kind: 'appetite' as const,
            label: appetiteWord(appetite, grid) + (appetite.unanimous ? '' : t('legend.commonest', ' (commonest)')),
            short: '',
            sentence: appetiteSentence(appetite, grid),
          },
        ]
      : []),
    ...(moves.done
      ? [{ kind: 'moves' as const, done: true, label: t('legend.done', 'Inherent to current'), short: '' }]
      : []),
    ...(moves.expected
      ? [{ kind: 'moves' as const, done: false, label: t('legend.expected', 'To residual'), short: '' }]
      : []),
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
    ...(asOf ? [{ kind: 'as_of' as const, label: asOfWord(asOf), short: asOf }] : []),
  ];
}
