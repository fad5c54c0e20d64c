import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Portal, useStyles2, useTheme2, VizTooltipContainer } from '@grafana/ui';
import React from 'react';
import { MarkShape, StatusMark } from '../../../status/StatusMark';
import { ON_SCREEN_ONLY } from '../../dashboard/Paper';
import { type Light, lightColor } from '../../../status/statuses';
import { type CrossCell, type CrossTable, LIGHT_MARK } from '../data/crossTable';
import {
  calculationSentence,
  crossPlaceName,
  crossTotalSentence,
  crossValueWord,
  itemCount,
  writtenWord,
} from '../sentences';
import type { CrossLook } from './crossLooks';
import type { CrossPlace } from './crossMeasures';

const MOST_WORDS = 6;

interface CrossTooltipProps {
  table: CrossTable;
  place: CrossPlace;
  look: (cell?: CrossCell) => CrossLook;
  /** Window pixels. */
  x: number;
  y: number;
}

/** What a cell or a total says: its value, and how many rows stand behind which word. */
export function CrossTooltip({ table, place, look, x, y }: CrossTooltipProps) {
  const styles = useStyles2(getStyles);
  const cell = table.cells[place.row]?.[place.column];
  const isTotal = place.row === table.rows.length || place.column === table.columns.length;
  const isCorner = place.row === table.rows.length && place.column === table.columns.length;
  const words = cell ? table.wordsOf(cell) : [];
  return (
    <Portal>
      <VizTooltipContainer position={{ x, y }} offset={{ x: 12, y: 12 }} className={styles.tip} role="tooltip">
        {isTotal ? (
          <>
            {isCorner && <div className={styles.place}>{`${table.rowTitle} × ${table.columnTitle}`}</div>}
            {crossTotalSentence(place.row, place.column, table)}
          </>
        ) : (
          <>
            <div className={styles.place}>{crossPlaceName(place.row, place.column, table)}</div>
            {words.length === 0 && (
              <div className={styles.value}>
                {cell && <span className={styles.swatch} style={{ background: look(cell).fill ?? 'none' }} />}
                {crossValueWord(cell, table)}
              </div>
            )}
            {words.slice(0, MOST_WORDS).map(({ word, count }) => (
              <div key={word} className={styles.word}>
                <WordMark word={word} table={table} />
                {writtenWord(word, table)}
                <span className={styles.count}>{count}</span>
              </div>
            ))}
            {cell && table.measure === 'number' && cell.count > 1 && (
              <div className={styles.place}>{calculationSentence(table.calculation, cell.count)}</div>
            )}
            {cell && (
              <div className={styles.place}>
                {t('tooltip.open', '{{items}}: click to list', { items: itemCount(cell.count) })}
              </div>
            )}
          </>
        )}
      </VizTooltipContainer>
    </Portal>
  );
}

function WordMark({ word, table }: { word: string; table: CrossTable }) {
  const theme = useTheme2();
  if (table.measure === 'status') {
    return <StatusMark status={word} size={12} labelled={false} />;
  }
  return table.measure === 'light' ? (
    <svg width={12} height={12} viewBox="0 0 16 16" aria-hidden>
      <MarkShape mark={LIGHT_MARK[word as Light]} color={lightColor(word as Light, theme)} />
    </svg>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  tip: css({
    maxWidth: 320,
    padding: theme.spacing(1),
    fontSize: 12,
    lineHeight: 1.5,
    ...ON_SCREEN_ONLY,
  }),
  place: css({ color: theme.colors.text.secondary }),
  value: css({
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  swatch: css({ width: 10, height: 10, borderRadius: 2, border: `1px solid ${theme.colors.border.medium}` }),
  word: css({ display: 'flex', alignItems: 'center', gap: 6 }),
  count: css({ marginLeft: 'auto', paddingLeft: 12, fontVariantNumeric: 'tabular-nums' }),
});
