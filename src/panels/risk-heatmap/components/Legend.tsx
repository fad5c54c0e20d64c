import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2, useTheme2 } from '@grafana/ui';
import React from 'react';
import { MarkShape } from '../../../status/StatusMark';
import { lightColor, type Mark } from '../../../status/statuses';
import { APPETITE_LINES } from './AppetiteLines';
import { ChangeMark } from './ChangeMark';
import type { GridLight } from '../data/grid';
import type { Layout } from '../data/layout';
import type { LevelColors } from '../data/palette';
import { riskCount } from '../sentences';
import { isNeeded, type LegendEntry } from './legendEntries';
import type { Selection } from './selection';

export const LIGHT_MARKS: Record<GridLight, Mark> = { green: 'dot', yellow: 'triangle', red: 'square' };

interface LegendProps {
  entries: LegendEntry[];
  colors: Map<number, LevelColors>;
  layout: Layout['legend'];
  fontSize: number;
  onSelect: (selection: Selection, from: HTMLElement) => void;
}

/** The levels with their totals, what has no place on the grid, the appetite, and the day that is judged. */
export function Legend({ entries, colors, layout, fontSize, onSelect }: LegendProps) {
  const styles = useStyles2(getStyles);
  const short = layout.form === 'short';
  return (
    <div
      className={short ? `${styles.legend} ${styles.short}` : styles.legend}
      style={{ height: layout.height, fontSize: short ? fontSize - 1 : fontSize }}
    >
      {entries
        .filter((entry) => !layout.onlyNeeded || isNeeded(entry))
        .map((entry) => (
          <Entry
            key={keyOf(entry)}
            entry={entry}
            text={short ? entry.short : entry.label}
            colors={colors}
            onSelect={onSelect}
          />
        ))}
    </div>
  );
}

function keyOf(entry: LegendEntry): string {
  switch (entry.kind) {
    case 'level':
      return `level-${entry.level.level}`;
    case 'appetite':
      return `appetite-${entry.level}`;
    case 'moves':
      return `moves-${entry.move}`;
    default:
      return entry.kind;
  }
}

interface EntryProps {
  entry: LegendEntry;
  text: string;
  colors: Map<number, LevelColors>;
  onSelect: LegendProps['onSelect'];
}

function Entry({ entry, text, colors, onSelect }: EntryProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const line = { stroke: theme.colors.text.maxContrast, strokeWidth: 2, fill: 'none' };
  switch (entry.kind) {
    case 'level': {
      const { level } = entry.level;
      const look = colors.get(level)!;
      return (
        <button
          type="button"
          className={styles.entry}
          aria-label={`${entry.label.slice(0, -entry.short.length).trim()}: ${riskCount(Number(entry.short))}`}
          onClick={(event) => onSelect({ kind: 'level', level }, event.currentTarget)}
        >
          <svg width={16} height={16} aria-hidden>
            <rect width={16} height={16} rx={2} fill={look.fill} />
            <g transform="translate(3.2 3.2) scale(0.6)">
              <MarkShape mark={LIGHT_MARKS[entry.level.light]} color={look.text} />
            </g>
          </svg>
          {text}
        </button>
      );
    }
    case 'unscored':
    case 'off_grid':
      return (
        <button
          type="button"
          className={styles.entry}
          aria-label={entry.label}
          onClick={(event) => onSelect({ kind: entry.kind }, event.currentTarget)}
        >
          <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden>
            <MarkShape
              mark={entry.kind === 'unscored' ? 'dashed-ring' : 'cross'}
              color={lightColor(entry.kind === 'unscored' ? 'grey' : 'red', theme)}
            />
          </svg>
          {text}
        </button>
      );
    case 'appetite':
      return (
        <Tooltip content={entry.sentence}>
          <button type="button" className={styles.explained}>
            <svg width={24} height={10} aria-hidden>
              <path d="M1 5h22" {...line} {...APPETITE_LINES[entry.main ? 'main' : 'other']} />
            </svg>
            {text}
          </button>
        </Tooltip>
      );
    case 'moves':
      return (
        <span className={styles.entry}>
          <svg width={24} height={10} aria-hidden>
            <path
              d="M1 5h16"
              {...line}
              strokeWidth={1.75}
              strokeDasharray={entry.move === 'done' ? undefined : '2 3'}
            />
            <path d="M16 1l7 4-7 4z" fill={theme.colors.text.maxContrast} />
          </svg>
          {text}
        </span>
      );
    case 'changes':
      return (
        <button
          type="button"
          className={styles.entry}
          aria-label={entry.label}
          onClick={(event) => onSelect({ kind: 'changes' }, event.currentTarget)}
        >
          {text === entry.label ? (
            <>
              {entry.parts.map((part) => (
                <span key={part.kind} className={styles.part}>
                  <ChangeMark kind={part.kind} />
                  {part.text}
                </span>
              ))}
              <span className={styles.quiet}>
                {text.slice(entry.parts.map((part) => part.text).join('   ').length)}
              </span>
            </>
          ) : (
            <>
              <ChangeMark kind={entry.parts[0]?.kind ?? 'sideways'} />
              {text}
            </>
          )}
        </button>
      );
    case 'warnings':
      return (
        <Tooltip
          content={
            <ul className={styles.sentences}>
              {entry.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          }
        >
          <button type="button" className={styles.explained} aria-label={entry.label}>
            <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden>
              <MarkShape mark="triangle" color={lightColor('yellow', theme)} />
            </svg>
            {text}
          </button>
        </Tooltip>
      );
    case 'listed':
      return (
        <Tooltip content={entry.sentence}>
          <button type="button" className={styles.explained} aria-label={entry.label}>
            <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden>
              {entry.complete ? (
                <path d="M3 4h10M3 8h10M3 12h5" stroke="currentColor" strokeWidth={1.75} strokeLinecap="round" />
              ) : (
                <MarkShape mark="triangle" color={lightColor('yellow', theme)} />
              )}
            </svg>
            {text}
          </button>
        </Tooltip>
      );
    case 'as_of':
      return <span className={styles.asOf}>{text}</span>;
  }
}

const getStyles = (theme: GrafanaTheme2) => {
  const entry = css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    height: 24,
    padding: '0 6px',
    border: 'none',
    borderRadius: theme.shape.radius.default,
    background: 'none',
    font: 'inherit',
    whiteSpace: 'nowrap',
    color: theme.colors.text.primary,
    fontVariantNumeric: 'tabular-nums',
    'button&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
  });
  return {
    legend: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      alignContent: 'flex-end',
      columnGap: 6,
      overflow: 'hidden',
    }),
    short: css({
      columnGap: 0,
      '& > *': { padding: '0 2px', gap: 3, height: 20 },
      '& svg': { transform: 'scale(0.75)', margin: '0 -3px' },
    }),
    entry,
    explained: `${entry} ${css({ cursor: 'help', color: theme.colors.text.secondary })}`,
    part: css({ display: 'inline-flex', alignItems: 'center', gap: 3 }),
    quiet: css({ color: theme.colors.text.secondary }),
    asOf: css({ marginLeft: 'auto', padding: '0 4px', color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
    sentences: css({ margin: 0, paddingLeft: 16 }),
  };
};
