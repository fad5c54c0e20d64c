import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { StatusMark } from '../../status/StatusMark';
import { lightTextColor } from '../../status/statuses';
import { dashboardUrl, type Place } from '../address';
import { InternalLink } from '../InternalLink';
import type { Figure } from './figures';

interface FigureTileProps {
  figure: Figure;
  place: Required<Place>;
  language: string;
}

/** One number with its light and what it is compared with; it leads to its rows. */
export function FigureTile({ figure, place, language }: FigureTileProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  return (
    <section className={styles.tile} aria-label={figure.label}>
      <InternalLink
        quiet
        href={dashboardUrl(figure.dashboard, language, place, figure.variables)}
        className={styles.link}
      >
        {figure.label}
      </InternalLink>
      {figure.error ? (
        <p className={styles.error} role="alert">
          {figure.error}
        </p>
      ) : (
        <>
          <div className={styles.value} style={{ color: lightTextColor(figure.light, theme) }}>
            <StatusMark status={figure.status} light={figure.light} size={18} />
            {figure.value}
            {figure.of && <span className={styles.of}>{figure.of}</span>}
          </div>
          <div className={styles.notes}>
            {figure.notes.map((note) => (
              <span key={note}>{note}</span>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tile: css({
    position: 'relative',
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    padding: theme.spacing(1.5, 1.5),
    // Label, value and comparisons stand on the lines that all tiles of a row share.
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridRow: 'span 3',
    gap: theme.spacing(0.25),
    alignContent: 'start',
    '&:hover': { borderColor: theme.colors.border.medium },
  }),
  // The whole tile is the link's target.
  link: css({
    ...theme.typography.bodySmall,
    color: theme.colors.text.secondary,
    '&::after': { content: '""', position: 'absolute', inset: 0 },
  }),
  value: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    alignContent: 'start',
    columnGap: theme.spacing(0.75),
    fontSize: theme.typography.pxToRem(26),
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: 1.3,
    '& > svg': { alignSelf: 'center' },
    fontVariantNumeric: 'tabular-nums',
  }),
  of: css({
    ...theme.typography.body,
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
  }),
  notes: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.25),
    alignContent: 'start',
    color: theme.colors.text.secondary,
  }),
  error: css({ ...theme.typography.bodySmall, color: theme.colors.error.text, margin: 0, gridRow: 'span 2' }),
});
