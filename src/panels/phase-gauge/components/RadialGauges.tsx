import React, { memo, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { naming } from '../words/labels';
import { GroupHead } from './GroupHead';
import { CELL_GAP, LINE_HEIGHT, radialLayout, radialScale, TITLE_HEIGHT } from './layout';
import { paletteOf } from './palette';
import { RadialGauge } from './RadialGauge';
import { type FormProps, SCROLLBAR } from './formProps';

const HEAD_HEIGHT = 28;

/** One radial gauge per indicator, as small multiples of one size. */
export const RadialGauges = memo(function RadialGauges({
  groups,
  groupedByUnit,
  width,
  height,
  showWords,
  onChoose,
}: FormProps) {
  const theme = useTheme2();
  const styles = useStyles2(radialStyles);
  const palette = useMemo(() => paletteOf(theme), [theme]);
  const gauges = useMemo(() => groups.flatMap((group) => group.gauges), [groups]);
  const label = useMemo(() => naming(gauges, groupedByUnit), [gauges, groupedByUnit]);
  const phases = Math.max(...gauges.map((g) => g.phases.length));
  const headed = groups.length > 1 || groups[0].title !== '';
  const most = Math.max(...groups.map((g) => g.gauges.length));
  const scale = headed ? 1 : radialScale(width, height, most, phases, showWords);
  const room = headed ? Math.floor(height / groups.length) - HEAD_HEIGHT : Math.floor(height / scale);
  const first = radialLayout(Math.floor(width / scale), room, most, phases, showWords);
  const scrolls = Math.ceil(most / first.columns) * (first.cellHeight + CELL_GAP) - CELL_GAP > room;
  const layout = scrolls ? radialLayout(Math.floor(width / scale) - SCROLLBAR, room, most, phases, showWords) : first;
  return (
    <div className={styles.scroll} style={{ height }}>
      {groups.map((group) => (
        <section key={group.title}>
          {headed && <GroupHead group={group} />}
          <ul
            className={styles.grid}
            style={{
              gridTemplateColumns: `repeat(${layout.columns}, ${layout.cellWidth}px)`,
              ...(scale > 1 ? { width: width / scale, transform: `scale(${scale})`, transformOrigin: '0 0' } : {}),
            }}
          >
            {group.gauges.map((gauge) => (
              <li key={gauge.key}>
                <RadialGauge
                  gauge={gauge}
                  label={label(gauge)}
                  layout={layout}
                  isLone={gauges.length === 1}
                  palette={palette}
                  styles={styles}
                  onChoose={onChoose}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
});

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const radialStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'hidden', overflowY: 'auto' }),
  grid: css({ display: 'grid', gap: CELL_GAP, listStyle: 'none', margin: 0, padding: 0 }),
  cell: css({
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    color: theme.colors.text.primary,
    borderRadius: theme.shape.radius.default,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    'a&:hover, [role="button"]&:hover': { background: theme.colors.action.hover, cursor: 'pointer' },
  }),
  title: css({
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    height: TITLE_HEIGHT,
    flex: 'none',
    fontSize: 13,
    fontWeight: theme.typography.fontWeightMedium,
    padding: '0 4px',
  }),
  ellipsis: css(ellipsis),
  aside: css({
    ...ellipsis,
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightRegular,
    flexShrink: 2,
  }),
  beside: css({ display: 'flex', alignItems: 'center', gap: 12, flex: 1, minHeight: 0 }),
  lone: css({ justifyContent: 'center' }),
  below: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 4,
    flex: 1,
    minHeight: 0,
  }),
  phases: css({ display: 'flex', flexDirection: 'column', gap: 10, minWidth: 0, flex: '0 1 auto', maxWidth: '100%' }),
  phase: css({
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    lineHeight: `${LINE_HEIGHT}px`,
    fontSize: 12,
  }),
  phaseLines: css({
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, auto) minmax(0, auto)',
    columnGap: 8,
    rowGap: 4,
    lineHeight: `${LINE_HEIGHT}px`,
    fontSize: 12,
    maxWidth: '100%',
    minWidth: 0,
  }),
  phaseLine: css({ display: 'contents' }),
  mark: css({ gridColumn: 1, display: 'flex', alignItems: 'center', height: LINE_HEIGHT }),
  phaseHead: css({ ...ellipsis, fontWeight: theme.typography.fontWeightMedium, fontSize: 13 }),
  target: css({ marginLeft: 10 }),
  line: css({ ...ellipsis, gridColumn: 2, color: theme.colors.text.secondary, minHeight: LINE_HEIGHT }),
  quiet: css({ ...ellipsis, color: theme.colors.text.secondary }),
  row: css({
    display: 'flex',
    justifyContent: 'center',
    gap: 8,
    height: 18,
    fontSize: 11,
    color: theme.colors.text.secondary,
    maxWidth: '100%',
  }),
  rowItem: css({ display: 'flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' }),
});

export type RadialStyles = ReturnType<typeof radialStyles>;
