import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { StatusMark } from '../../../status/StatusMark';
import { lookOf, statusWord } from '../../../status/statuses';
import { isRunning } from '../data/arrange';
import type { Gauge } from '../data/gauges';
import { fanOf, pathOf } from '../data/paths';
import type { Point } from '../data/trajectories';
import type { Form } from '../options';
import { t } from '../words/translate';
import { FORECAST_OPACITY, type Palette, paletteOf } from './palette';
import { textWidth } from './textWidth';
import { RevisedShape } from './TrajectoryDrawing';

export type LegendPart = 'statuses' | 'keys';
export type Key =
  | 'expected'
  | 'actual'
  | 'forecast'
  | 'target'
  | 'zone'
  | 'observed'
  | 'revised'
  | 'path'
  | 'fan'
  | 'step'
  | 'forbidden';

interface LegendProps {
  statuses: string[];
  parts: LegendPart[];
  keys: Key[];
  /** '' where the drawing itself says it. */
  asOf: string;
  /** The colour behind the panel. */
  surface: string;
}

const ITEM_PADDING = 34;
const asOfWords = (asOf: string) => t('legend.as_of', 'as of {{day}}', { day: asOf });

/** The statuses that are drawn, worst first, each once. */
export function statusesOf(gauges: Gauge[]): string[] {
  const found = new Set(gauges.flatMap((g) => g.phases.map((p) => p.status)).filter((s): s is string => s !== null));
  return [...found].sort((a, b) => lookOf(a).severity - lookOf(b).severity);
}

/** What of the legend fits in one line of `width` pixels: keys go before statuses, the as-of date always stays. */
export function legendParts(
  statuses: string[],
  keys: Key[],
  width: number,
  lines: number,
  hasAsOf = true
): LegendPart[] {
  const of = (words: string[]) => words.reduce((sum, word) => sum + textWidth(word, 11) + ITEM_PADDING, 0);
  // Items do not break, so every line but the last loses up to one of them.
  const room =
    (width - (lines > 1 ? 60 : 0)) * lines - (hasAsOf ? textWidth(asOfWords('2026-10-31'), 11) + ITEM_PADDING : 0);
  const marks = of(statuses.map(statusWord));
  return marks + of(keys.map(keyWords)) <= room ? ['statuses', 'keys'] : marks <= room ? ['statuses'] : [];
}

/** How many lines those parts take, from 1. */
export function legendLines(
  statuses: string[],
  keys: Key[],
  parts: LegendPart[],
  width: number,
  hasAsOf = true
): number {
  const lines = [1, 2].find((count) => legendParts(statuses, keys, width, count, hasAsOf).length >= parts.length);
  return lines ?? 3;
}

function keyWords(key: Key): string {
  switch (key) {
    case 'expected':
      return t('legend.expected', 'Expected by now');
    case 'actual':
      return t('legend.actual', 'Actual');
    case 'forecast':
      return t('legend.forecast', 'Forecast at due date');
    case 'target':
      return t('legend.target', 'Phase target');
    case 'zone':
      return t('legend.zone', 'Target met');
    case 'observed':
      return t('legend.observed', 'Observed');
    case 'revised':
      return t('legend.revised', 'Revised since');
    case 'path':
      return t('legend.path', 'Expected path');
    case 'fan':
      return t('legend.fan', 'Forecast, 90% interval');
    case 'step':
      return t('legend.step', 'Target at its due date');
    case 'forbidden':
      return t('legend.forbidden', 'Limit broken');
  }
}

/** What the drawing shows and the reader must know: only what occurs. */
export function keysOf(gauges: Gauge[], form: Form, points: Map<string, Point[]>): Key[] {
  return form === 'trajectory' ? trajectoryKeys(gauges, points) : gaugeKeys(gauges, form);
}

function trajectoryKeys(gauges: Gauge[], points: Map<string, Point[]>): Key[] {
  const drawn = gauges.flatMap((gauge) => points.get(gauge.key) ?? []);
  const hasFan = (gauge: Gauge) => fanOf(gauge.phases, points.get(gauge.key)?.at(-1)) !== null;
  const hasLimit = ({ kind }: Gauge) => kind === 'floor' || kind === 'ceiling' || kind === 'range';
  return [
    ...(drawn.length > 0 ? (['observed'] as const) : []),
    ...(gauges.some((g) => g.phases.some((p) => pathOf(g, p) !== null)) ? (['path'] as const) : []),
    ...(gauges.some((g) => g.phases.some((p) => p.target !== null && p.due !== null)) ? (['step'] as const) : []),
    ...(gauges.some(hasFan) ? (['fan'] as const) : []),
    ...(gauges.some(hasLimit) ? (['forbidden'] as const) : []),
    ...(drawn.some((p) => p.revised) ? (['revised'] as const) : []),
  ];
}

function gaugeKeys(gauges: Gauge[], form: Form): Key[] {
  const phases = gauges.flatMap((g) => (g.scale.form === 'way' ? g.phases : []));
  return [
    ...(phases.some((p) => p.expected !== null && isRunning(p)) ? (['expected'] as const) : []),
    ...(phases.length > 0 ? (['actual'] as const) : []),
    ...(phases.some((p) => p.forecast !== null) ? (['forecast'] as const) : []),
    ...(form === 'bars' && phases.length > 0 ? (['target'] as const) : []),
    ...(gauges.some((g) => g.scale.form === 'level') ? (['zone'] as const) : []),
  ];
}

function KeyShape({ name, palette }: { name: Key; palette: Palette }) {
  switch (name) {
    case 'expected':
    case 'target':
      return (
        <svg width={4} height={12} aria-hidden>
          <rect
            x={1}
            width={name === 'expected' ? 2.5 : 1.5}
            height={12}
            fill={name === 'expected' ? palette.tick : palette.line}
          />
        </svg>
      );
    case 'observed':
      return (
        <svg width={18} height={10} aria-hidden>
          <path d="M0 8L9 5L18 2" stroke={palette.faint} strokeWidth={2} fill="none" />
          <circle cx={9} cy={5} r={2.5} fill={palette.faint} />
        </svg>
      );
    case 'path':
    case 'step':
      return (
        <svg width={18} height={6} aria-hidden>
          <path
            d={name === 'path' ? 'M0 3H18' : 'M2 3H16'}
            stroke={palette.tick}
            strokeWidth={name === 'path' ? 1.5 : 2.5}
            strokeDasharray={name === 'path' ? '5 3' : undefined}
          />
        </svg>
      );
    case 'fan':
      return (
        <svg width={18} height={10} aria-hidden>
          <path d="M0 5L18 0V10z" fill={palette.faint} fillOpacity={FORECAST_OPACITY} />
          <path d="M0 5H18" stroke={palette.faint} strokeWidth={1.5} strokeDasharray="1.5 3" strokeLinecap="round" />
        </svg>
      );
    case 'forbidden':
      return (
        <svg width={14} height={10} aria-hidden>
          <rect width={14} height={10} fill={palette.track} />
          <path d="M0 8L8 0M4 10L14 0M10 10L14 6" stroke={palette.faint} strokeWidth={1} />
        </svg>
      );
    case 'revised':
      return (
        <svg width={12} height={12} aria-hidden>
          <RevisedShape x={6} y={6} color={palette.faint} palette={palette} />
        </svg>
      );
    default:
      return (
        <svg width={14} height={6} aria-hidden>
          <rect
            width={14}
            height={6}
            rx={1}
            fill={name === 'zone' ? palette.zone : palette.faint}
            fillOpacity={name === 'forecast' ? FORECAST_OPACITY + 0.1 : 1}
          />
        </svg>
      );
  }
}

export function Legend({ statuses, parts, keys, asOf, surface }: LegendProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const palette = paletteOf(theme, surface);
  return (
    <div className={styles.legend}>
      {parts.includes('statuses') &&
        statuses.map((status) => (
          <span key={status} className={styles.item}>
            <StatusMark status={status} size={12} labelled={false} />
            {statusWord(status)}
          </span>
        ))}
      {parts.includes('keys') &&
        keys.map((key) => (
          <span key={key} className={styles.item}>
            <KeyShape name={key} palette={palette} />
            {keyWords(key)}
          </span>
        ))}
      {asOf !== '' && <span className={styles.asOf}>{asOfWords(asOf)}</span>}
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
