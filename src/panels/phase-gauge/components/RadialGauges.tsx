import React, { memo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { outlookWords } from '../words/verdict';
import { GroupHead } from './GroupHead';
import { CELL_GAP, LINE_HEIGHT, type RadialContent, radialLayout, radialScale, TITLE_HEIGHT } from './layout';
import { RadialGauge } from './RadialGauge';
import { aside, ellipsis, type FormProps, SCROLLBAR, useForm } from './form';

const HEAD_HEIGHT = 28;

/** One radial gauge per indicator, as small multiples of one size. */
export const RadialGauges = memo(function RadialGauges(props: FormProps) {
  const { groups, width, height, showWords, surface, acts } = props;
  const { palette, gauges, label, headed } = useForm(props);
  const styles = useStyles2(radialStyles);
  const content: RadialContent = {
    count: Math.max(...groups.map((g) => g.gauges.length)),
    phases: Math.max(...gauges.map((g) => g.phases.length)),
    outlooks: Math.max(...gauges.map((g) => g.phases.filter((p) => outlookWords(g, p).length > 0).length)),
    wantsWords: showWords,
  };
  const scale = headed ? 1 : radialScale(width, height, content);
  const room = headed ? Math.floor(height / groups.length) - HEAD_HEIGHT : Math.floor(height / scale);
  const first = radialLayout(Math.floor(width / scale), room, content);
  const scrolls = Math.ceil(content.count / first.columns) * (first.cellHeight + CELL_GAP) - CELL_GAP > room;
  const layout = scrolls ? radialLayout(Math.floor(width / scale) - SCROLLBAR, room, content) : first;
  return (
    <div className={styles.scroll} style={{ height }}>
      {groups.map((group) => (
        <section key={group.title}>
          {headed && <GroupHead group={group} surface={surface} />}
          <ul
            className={styles.grid}
            style={{
              gridTemplateColumns: `repeat(${layout.columns}, ${layout.cellWidth}px)`,
              ...(scale > 1 ? { width: width / scale, transform: `scale(${scale})`, transformOrigin: '0 0' } : {}),
            }}
          >
            {group.gauges.map((gauge, place) => (
              <li key={place}>
                <RadialGauge
                  gauge={gauge}
                  label={label(gauge)}
                  layout={layout}
                  isLone={gauges.length === 1}
                  palette={palette}
                  styles={styles}
                  acts={acts}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
});

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
    '&[data-chosen]': {
      background: theme.colors.action.selected,
      boxShadow: `inset 0 2px ${theme.colors.primary.main}`,
    },
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
  aside: css({ ...aside, color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
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
  // Names give way, numbers never.
  phaseHead: css({ display: 'flex', minWidth: 0, fontWeight: theme.typography.fontWeightMedium, fontSize: 13 }),
  target: css({ flex: 'none', marginLeft: 10, whiteSpace: 'nowrap' }),
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
