import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { MarkShape } from '../../../status/StatusMark';
import { type Light, lookOf, type Mark } from '../../../status/statuses';
import { type CrossCell, type CrossTable, LIGHT_MARK } from '../data/crossTable';
import { textWidth } from '../data/layout';
import { asOfWord, writtenWord } from '../sentences';
import { type CrossLook, numberLook } from './crossLooks';

export const CROSS_LEGEND_HEIGHT = 24;
const FONT = 12;
const SWATCH = 15;
const GAP = 14;

interface CrossLegendProps {
  table: CrossTable;
  width: number;
  look: (cell?: CrossCell) => CrossLook;
  timeZone: string;
  /** YYYY-MM-DD; empty: not said. */
  asOf: string;
}

interface Entry {
  word: string;
  label: string;
  mark: Mark | null;
  look: CrossLook;
  count: number;
}

/** How many cells have which word, worst first, or the scale of the numbers; what is not known; the judged day. */
export function CrossLegend({ table, width, look, timeZone, asOf }: CrossLegendProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { entries, empty } = useMemo(() => countsOf(table, look), [table, look]);
  const numbers = useMemo(
    () => (table.range[0] <= table.range[1] ? scaleOf(table, numberLook(table, theme, timeZone)) : null),
    [table, theme, timeZone]
  );
  const day = asOf ? asOfWord(asOf) : '';
  const wide = (labels: string[]) => labels.reduce((sum, label) => sum + textWidth(label, FONT) + SWATCH + GAP, 0);
  const emptyWord = t('cross.no_data_cells', 'No data {{count}}', { count: empty });
  const said = [...entries.map(({ label, count }) => `${label} ${count}`), ...(empty > 0 ? [emptyWord] : [])];
  const scaleWidth = numbers ? 200 : 0;
  // Words go before counts, and the day before both.
  const dayFits =
    wide([...entries.map(({ count }) => `${count}`), ...(empty > 0 ? [`${empty}`] : [])]) +
      scaleWidth +
      textWidth(day, FONT) <=
    width;
  const wordsFit = wide(said) + scaleWidth + (dayFits ? textWidth(day, FONT) + GAP : 0) <= width;
  return (
    <div className={styles.legend} style={{ width }}>
      {numbers && (
        <span className={styles.entry}>
          {table.format(table.range[0])}
          <span className={styles.scale} style={{ background: `linear-gradient(to right, ${numbers.join(', ')})` }} />
          {table.format(table.range[1])}
        </span>
      )}
      {entries.map(({ word, label, mark, look: { fill, text }, count }) => (
        <span key={word} className={styles.entry} title={wordsFit ? undefined : label}>
          <Swatch fill={fill} text={text} mark={mark} />
          {!wordsFit && <span className={styles.unseen}>{label}</span>}
          {wordsFit ? `${label} ${count}` : count}
        </span>
      ))}
      {empty > 0 && (
        <span className={styles.entry} title={wordsFit ? undefined : emptyWord}>
          <Swatch fill={null} text="none" mark={null} />
          {!wordsFit && <span className={styles.unseen}>{emptyWord}</span>}
          {wordsFit ? emptyWord : <span aria-hidden>{empty}</span>}
        </span>
      )}
      {dayFits && day && <span className={styles.day}>{day}</span>}
    </div>
  );
}

function Swatch({ fill, text, mark }: { fill: string | null; text: string; mark: Mark | null }) {
  const theme = useTheme2();
  return (
    <svg width={SWATCH} height={SWATCH} aria-hidden style={{ flex: 'none' }}>
      <rect
        x={0.5}
        y={0.5}
        width={SWATCH - 1}
        height={SWATCH - 1}
        rx={2}
        fill={fill ?? 'none'}
        stroke={fill ?? theme.colors.border.medium}
      />
      {mark && (
        <g transform="translate(2.7 2.7) scale(0.6)">
          <MarkShape mark={mark} color={text} />
        </g>
      )}
    </svg>
  );
}

function countsOf(table: CrossTable, look: CrossLegendProps['look']): { entries: Entry[]; empty: number } {
  const entries = new Map<string, Entry>();
  let empty = 0;
  for (const cell of table.cells.flat()) {
    if (!cell || (cell.value === null && cell.worst === '')) {
      empty += 1;
    } else if (cell.worst !== '') {
      const known = entries.get(cell.worst);
      const mark =
        table.measure === 'status'
          ? lookOf(cell.worst).mark
          : table.measure === 'light'
            ? LIGHT_MARK[cell.worst as Light]
            : null;
      entries.set(cell.worst, {
        word: cell.worst,
        label: writtenWord(cell.worst, table),
        mark,
        look: look(cell),
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  return { entries: [...entries.values()].sort((a, b) => table.severity(a.word) - table.severity(b.word)), empty };
}

const STEPS = 12;

function scaleOf(table: CrossTable, look: (value: number) => CrossLook): string[] {
  const [low, high] = table.range;
  return Array.from({ length: STEPS + 1 }, (_, i) => look(low + ((high - low) * i) / STEPS).fill ?? 'none');
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    alignItems: 'center',
    gap: GAP,
    height: CROSS_LEGEND_HEIGHT,
    padding: '0 4px',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    fontSize: FONT,
    fontVariantNumeric: 'tabular-nums',
  }),
  entry: css({ display: 'inline-flex', alignItems: 'center', gap: 5 }),
  scale: css({
    width: 96,
    height: 10,
    borderRadius: 2,
    border: `1px solid ${theme.colors.border.weak}`,
    printColorAdjust: 'exact',
  }),
  unseen: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
  day: css({ marginLeft: 'auto', color: theme.colors.text.secondary }),
});
