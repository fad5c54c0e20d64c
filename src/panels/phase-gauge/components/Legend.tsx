import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { StatusMark } from '../../../status/StatusMark';
import { lookOf, statusWord } from '../../../status/statuses';
import type { Gauge } from '../data/gauges';
import { t } from '../words/translate';
import { FORECAST_OPACITY, paletteOf } from './palette';
import { textWidth } from './textWidth';

export type LegendPart = 'statuses' | 'keys';

interface LegendProps {
  statuses: string[];
  parts: LegendPart[];
  asOf: string;
}

const ITEM_PADDING = 34;
const asOfWords = (asOf: string) => t('legend.as_of', 'as of {{day}}', { day: asOf });

/** The statuses that are drawn, worst first, each once. */
export function statusesOf(gauges: Gauge[]): string[] {
  const found = new Set(gauges.flatMap((g) => g.phases.map((p) => p.status)).filter((s): s is string => s !== null));
  return [...found].sort((a, b) => lookOf(a).severity - lookOf(b).severity);
}

/** What of the legend fits in one line of `width` pixels: keys go before statuses, the as-of date always stays. */
export function legendParts(statuses: string[], width: number, lines: number): LegendPart[] {
  const of = (words: string[]) => words.reduce((sum, word) => sum + textWidth(word, 11) + ITEM_PADDING, 0);
  const room = width * lines - textWidth(asOfWords('2026-10-31'), 11) - ITEM_PADDING;
  const marks = of(statuses.map(statusWord));
  const keys = of(keyWords());
  return marks + keys <= room ? ['statuses', 'keys'] : marks <= room ? ['statuses'] : [];
}

const keyWords = () => [t('legend.expected', 'Expected by now'), t('legend.actual', 'Actual'), t('legend.forecast', 'Forecast at due date')];

export function Legend({ statuses, parts, asOf }: LegendProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const palette = paletteOf(theme);
  const [expected, actual, forecast] = keyWords();
  return (
    <div className={styles.legend}>
      {parts.includes('statuses') &&
        statuses.map((status) => (
          <span key={status} className={styles.item}>
            <StatusMark status={status} size={12} labelled={false} />
            {statusWord(status)}
          </span>
        ))}
      {parts.includes('keys') && (
        <>
          <span className={styles.item}>
            <svg width={4} height={12} aria-hidden>
              <rect x={1} width={2.5} height={12} fill={palette.tick} />
            </svg>
            {expected}
          </span>
          <span className={styles.item}>
            <svg width={14} height={6} aria-hidden>
              <rect width={14} height={6} rx={1} fill={palette.faint} />
            </svg>
            {actual}
          </span>
          <span className={styles.item}>
            <svg width={14} height={6} aria-hidden>
              <rect width={14} height={6} rx={1} fill={palette.faint} fillOpacity={FORECAST_OPACITY + 0.1} />
            </svg>
            {forecast}
          </span>
        </>
      )}
      <span className={styles.asOf}>{asOfWords(asOf)}</span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: 16,
    lineHeight: '18px',
    paddingTop: 4,
    fontSize: 11,
    color: theme.colors.text.secondary,
  }),
  item: css({ display: 'flex', alignItems: 'center', gap: 5, whiteSpace: 'nowrap' }),
  asOf: css({ marginLeft: 'auto', whiteSpace: 'nowrap' }),
});
