import React, { memo, useMemo, useState } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { StatusMark } from '../../../status/StatusMark';
import { currentPhase } from '../data/arrange';
import type { Gauge, Phase } from '../data/gauges';
import type { Point } from '../data/trajectories';
import type { Label } from '../words/labels';
import { notesOf } from '../words/sentences';
import {
  chanceWords,
  howMuchWords,
  phaseWords,
  shortTargetWords,
  shortValueWords,
  verdictWords,
} from '../words/verdict';
import { GaugeRegion } from './GaugeRegion';
import { GroupHead } from './GroupHead';
import { Notes } from './Notes';
import type { Palette } from './palette';
import { textWidth } from './textWidth';
import { movement, TrendShape } from './TrendArrow';
import { TrajectoryChart } from './TrajectoryChart';
import {
  inSight,
  TITLE_ROW,
  TRAJECTORY_GAP,
  type TrajectoryLayout,
  trajectoryLayout,
  VERDICT_ROW,
} from './trajectoryLayout';
import { aside, ellipsis, type FormProps, SCROLLBAR, useForm } from './form';

interface TrajectoriesProps extends FormProps {
  points: Map<string, Point[]>;
  asOf: string;
}

const HEAD_HEIGHT = 28;

/** One chart per indicator and unit, as small multiples of one size, each on its own scale. */
export const Trajectories = memo(function Trajectories(props: TrajectoriesProps) {
  const { groups, points, asOf, width, height, showWords, surface, acts, bus } = props;
  const { palette, label, headed } = useForm(props);
  const styles = useStyles2(getStyles, surface);
  const most = Math.max(...groups.map((g) => g.gauges.length));
  const room = headed ? Math.floor(height / groups.length) - HEAD_HEIGHT : height;
  const first = trajectoryLayout(width, room, most);
  const scrolls = Math.ceil(most / first.columns) * (first.cellHeight + TRAJECTORY_GAP) - TRAJECTORY_GAP > room;
  const layout = scrolls ? trajectoryLayout(width - SCROLLBAR, room, most) : first;
  const step = layout.cellHeight + TRAJECTORY_GAP;
  const [rowsAway, setRowsAway] = useState(0);
  const isSeen = useMemo(
    () =>
      inSight(
        groups.map((g) => g.gauges.length),
        layout,
        headed ? HEAD_HEIGHT : 0,
        [rowsAway * step, rowsAway * step + height]
      ),
    [groups, layout, headed, rowsAway, step, height]
  );
  return (
    <div
      className={styles.scroll}
      style={{ height }}
      // To the nearest row: half a row more than can be seen is drawn on either side.
      onScroll={(event) => setRowsAway(Math.round(event.currentTarget.scrollTop / step))}
    >
      {groups.map((group, place) => (
        <section key={group.title}>
          {headed && <GroupHead group={group} surface={surface} />}
          <ul
            className={styles.grid}
            style={{ gridTemplateColumns: `repeat(${layout.columns}, ${layout.cellWidth}px)` }}
          >
            {group.gauges.map((gauge, index) => (
              <li key={index} className={styles.cell} style={{ height: layout.cellHeight }}>
                <Head
                  gauge={gauge}
                  label={label(gauge)}
                  layout={layout}
                  isSeen={isSeen(place, index)}
                  showWords={showWords}
                  palette={palette}
                  styles={styles}
                  acts={acts}
                />
                {isSeen(place, index) && (
                  <Chart
                    gauge={gauge}
                    points={points.get(gauge.key) ?? NO_POINTS}
                    asOf={asOf}
                    layout={layout}
                    palette={palette}
                    styles={styles}
                    acts={acts}
                    bus={bus}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
});

const NO_POINTS: Point[] = [];

interface ChartProps extends Pick<TrajectoriesProps, 'asOf' | 'acts' | 'bus'> {
  gauge: Gauge;
  points: Point[];
  layout: TrajectoryLayout;
  palette: Palette;
  styles: TrajectoryStyles;
}

function Chart({ layout, styles, ...rest }: ChartProps) {
  const head = (layout.hasTitle ? TITLE_ROW : 0) + (layout.hasVerdicts ? VERDICT_ROW : 0);
  return (
    <TrajectoryChart
      {...rest}
      noteClass={styles.note}
      width={layout.cellWidth}
      height={Math.max(layout.cellHeight - head, 40)}
      className={cx(
        styles.chart,
        (rest.acts.of(rest.gauge).length > 0 || rest.points.some((p) => p.hasLinks)) && styles.linked
      )}
    />
  );
}

interface HeadProps extends Pick<TrajectoriesProps, 'showWords' | 'acts'> {
  gauge: Gauge;
  label: Label;
  layout: TrajectoryLayout;
  isSeen: boolean;
  palette: Palette;
  styles: TrajectoryStyles;
}

const MARK = 20;
const GAP = 14;

/** The chance of the first phase that is still to be met; named where another phase is the one that counts now. */
function chanceOf(phases: Phase[], counted: Phase): string {
  const open = phases.find((p) => chanceWords(p) !== '');
  return open === undefined ? '' : open === counted ? chanceWords(open) : `${phaseWords(open)} ${chanceWords(open)}`;
}

/** What stands above a chart; out of sight only whose it is, to be found and reached like the others. */
const Head = memo(function Head(props: HeadProps) {
  const { gauge, label, layout, isSeen, styles, acts } = props;
  if (!layout.hasTitle && !layout.hasVerdicts) {
    return null;
  }
  return (
    <GaugeRegion gauge={gauge} className={styles.head} acts={acts}>
      {isSeen ? <Verdicts {...props} /> : label.main}
    </GaugeRegion>
  );
});

/** Who and how much; below it the verdicts in marks, and the chance in words as far as there is room. */
function Verdicts({ gauge, label, layout, showWords, palette, styles }: HeadProps) {
  const way = movement(gauge);
  const judged = gauge.phases.filter((p) => p.target !== null || p.status !== null);
  const counted = currentPhase(gauge);
  const targets = judged.map((p) => shortTargetWords(gauge, p));
  const named = judged.map((p, i) => `${phaseWords(p)} ${targets[i]}`);
  const free = layout.cellWidth - (layout.hasTitle ? 0 : textWidth(shortValueWords(gauge, gauge.value), 14) + GAP);
  const roomBeside = (texts: string[]) => free - texts.reduce((sum, text) => sum + textWidth(text, 12) + MARK + GAP, 0);
  const [besideNamed, besideTargets] = [roomBeside(named), roomBeside(targets)];
  const much = howMuchWords(gauge, counted, true);
  const chance = chanceOf(gauge.phases, counted);
  const said = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');
  // The bands of the chart name the phases as well: so their names go before the chance.
  const wordings: Array<[boolean, string]> = [
    [true, said(verdictWords(counted), much, chance)],
    [false, said(verdictWords(counted), much, chance)],
    [true, said(much, chance)],
    [false, said(much, chance)],
    [true, chance],
    [false, chance],
    [true, much],
    [false, much],
    [true, ''],
    [false, ''],
  ];
  const fits = ([isFull, words]: [boolean, string]) => textWidth(words, 12) <= (isFull ? besideNamed : besideTargets);
  const [isNamed, words] = wordings.find((each) => (showWords || !each[0]) && fits(each)) ?? [false, ''];
  const hasTargets = besideTargets >= 0;
  return (
    <>
      {layout.hasTitle && (
        <div className={styles.title}>
          <span className={styles.ellipsis}>{label.main}</span>
          {label.aside !== '' && <span className={styles.aside}>{label.aside}</span>}
          {notesOf(gauge).length > 0 && <Notes gauge={gauge} />}
          <span className={styles.value}>{shortValueWords(gauge, gauge.value)}</span>
          {way !== null && (
            <svg width={11} height={11} viewBox="0 0 12 12" className={styles.trend}>
              <TrendShape way={way} color={palette.text} />
            </svg>
          )}
          {layout.cellWidth >= 340 && gauge.valueDate !== null && (
            <span className={styles.date}>{gauge.valueDate}</span>
          )}
        </div>
      )}
      {layout.hasVerdicts && (
        <div className={styles.verdicts}>
          {judged.map((phase, i) => (
            <span key={phase.id} className={styles.verdict} data-phase={gauge.phases.indexOf(phase)}>
              <StatusMark status={phase.status ?? 'no_data'} labelled={false} />
              {hasTargets && <span>{(isNamed ? named : targets)[i]}</span>}
            </span>
          ))}
          {showWords && words !== '' && <span className={styles.quiet}>{words}</span>}
          {!layout.hasTitle && <span className={styles.value}>{shortValueWords(gauge, gauge.value)}</span>}
        </div>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2, surface: string) => {
  const focus = { '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 } };
  return {
    scroll: css({ overflowX: 'hidden', overflowY: 'auto' }),
    grid: css({ display: 'grid', gap: TRAJECTORY_GAP, listStyle: 'none', margin: 0, padding: 0 }),
    cell: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden', contain: 'layout paint' }),
    head: css({
      display: 'block',
      flex: 'none',
      color: theme.colors.text.primary,
      borderRadius: theme.shape.radius.default,
      ...focus,
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
      height: TITLE_ROW,
      fontSize: 13,
      fontWeight: theme.typography.fontWeightMedium,
    }),
    ellipsis: css(ellipsis),
    aside: css({ ...aside, color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
    value: css({
      marginLeft: 'auto',
      paddingLeft: 8,
      fontSize: 14,
      fontWeight: theme.typography.fontWeightMedium,
      whiteSpace: 'nowrap',
    }),
    trend: css({ flex: 'none' }),
    date: css({
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightRegular,
      fontSize: 11,
      whiteSpace: 'nowrap',
    }),
    verdicts: css({
      display: 'flex',
      alignItems: 'center',
      gap: GAP,
      height: VERDICT_ROW,
      fontSize: 12,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
    }),
    verdict: css({ display: 'flex', alignItems: 'center', gap: 5, flex: 'none' }),
    quiet: css({ ...ellipsis, color: theme.colors.text.secondary }),
    chart: css({
      position: 'relative',
      flex: 'none',
      color: theme.colors.text.secondary,
      touchAction: 'pan-y',
      ...focus,
    }),
    note: css({
      position: 'absolute',
      left: '50%',
      top: '45%',
      transform: 'translateX(-50%)',
      padding: '0 6px',
      fontSize: 12,
      whiteSpace: 'nowrap',
      background: surface,
    }),
    linked: css({ cursor: 'pointer' }),
  };
};

type TrajectoryStyles = ReturnType<typeof getStyles>;
