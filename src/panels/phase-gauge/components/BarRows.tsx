import React, { memo, useMemo } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { StatusMark } from '../../../status/StatusMark';
import { phaseColumns } from '../data/arrange';
import type { Gauge, Phase } from '../data/gauges';
import type { Label } from '../words/labels';
import { notesOf } from '../words/sentences';
import { t } from '../words/translate';
import { setValueWords, shortTargetWords, shortValueWords } from '../words/verdict';
import { BarScale } from './BarScale';
import { GaugeRegion } from './GaugeRegion';
import { GroupHead } from './GroupHead';
import { BAR_COLUMN_GAP, type BarLayout, barLayout } from './layout';
import { Notes } from './Notes';
import { type Palette } from './palette';
import { aside, ellipsis, type FormProps, SCROLLBAR, useForm } from './form';
import { movement, TrendShape } from './TrendArrow';

const HEAD_HEIGHT = 24;

/** One row per indicator on its own scale, with a verdict per phase. */
export const BarRows = memo(function BarRows(props: FormProps) {
  const { groups, width, height, showWords, surface, acts } = props;
  const { palette, gauges, label, headed } = useForm(props);
  const styles = useStyles2(getStyles, surface);
  const phases = useMemo(() => phaseColumns(gauges), [gauges]);
  // The arrow of the trend takes as much room as a small mark.
  const notes = useMemo(
    () => Math.max(...gauges.map((g) => notesOf(g).length + (movement(g) === null ? 0 : 1))),
    [gauges]
  );
  const layout = useMemo(() => {
    const labels = gauges.map((g) => `${label(g).main}  ${label(g).aside}`);
    const fit = (room: number) => barLayout(room, height, gauges, labels, phases, notes, showWords);
    const wide = fit(width);
    const tall = gauges.length * wide.rowHeight + (headed ? groups.length * 28 : 0) + (wide.stacked ? 0 : HEAD_HEIGHT);
    return tall > height ? fit(width - SCROLLBAR) : wide;
  }, [width, height, gauges, label, phases, notes, showWords, groups, headed]);
  const columns = [
    layout.name,
    layout.baseline,
    layout.scale,
    layout.value,
    layout.date,
    ...layout.phases,
  ].filter((w) => w > 0);
  const grid = layout.stacked ? undefined : { gridTemplateColumns: columns.map((w) => `${w}px`).join(' ') };
  const headTop = layout.stacked ? 0 : HEAD_HEIGHT;
  return (
    <div className={styles.scroll} style={{ height }}>
      {!layout.stacked && (
        <div className={cx(styles.row, styles.head)} style={grid} aria-hidden>
          <span className={styles.ellipsis}>{headOfNames(gauges)}</span>
          {layout.baseline > 0 && <span className={styles.right}>{t('head.baseline', 'Baseline')}</span>}
          <span />
          <span>{t('head.value', 'Value')}</span>
          {layout.date > 0 && <span>{t('head.date', 'Date')}</span>}
          {phases.map((phase) => (
            <span key={phase.id} className={styles.ellipsis} title={phase.name}>
              {headOfPhase(phase.name || t('phase.only', 'Target'), layout.phaseWords)}
            </span>
          ))}
        </div>
      )}
      {groups.map((group) => (
        <section key={group.title}>
          {headed && <GroupHead group={group} top={headTop} surface={surface} />}
          <ul className={styles.list}>
            {group.gauges.map((gauge, place) => (
              <li key={place}>
                <BarRow
                  gauge={gauge}
                  label={label(gauge)}
                  phases={phases}
                  layout={layout}
                  grid={grid}
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

/** Where only marks stand, the first letter says which phase. */
const headOfPhase = (name: string, whole: boolean) => (whole ? name : name.slice(0, 1));

const headOfNames = (gauges: Gauge[]) =>
  gauges.length > 1 && new Set(gauges.map((g) => g.name)).size === 1
    ? gauges[0].name
    : t('head.indicator', 'Indicator');

interface BarRowProps {
  gauge: Gauge;
  label: Label;
  phases: Array<{ id: string; name: string }>;
  layout: BarLayout;
  grid: { gridTemplateColumns: string } | undefined;
  palette: Palette;
  styles: BarStyles;
  acts: FormProps['acts'];
}

const BarRow = memo(function BarRow({ gauge, label, phases, layout, grid, palette, styles, acts }: BarRowProps) {
  const way = movement(gauge);
  const name = (
    <span className={styles.name}>
      <span className={styles.ellipsis}>{label.main}</span>
      {label.aside !== '' && <span className={styles.aside}>{label.aside}</span>}
    </span>
  );
  const value = (
    <span className={styles.value}>
      <span className={styles.ellipsis}>{shortValueWords(gauge, gauge.value)}</span>
      {way !== null && (
        <svg width={11} height={11} viewBox="0 0 12 12" className={styles.trend}>
          <TrendShape way={way} color={palette.text} />
        </svg>
      )}
      <Notes gauge={gauge} />
    </span>
  );
  const marks = phases.map(({ id }) => {
    const index = gauge.phases.findIndex((p) => p.id === id);
    return (
      <Verdict
        key={id}
        gauge={gauge}
        phase={gauge.phases[index]}
        index={index}
        words={layout.phaseWords}
        styles={styles}
      />
    );
  });
  return layout.stacked ? (
    <GaugeRegion gauge={gauge} className={styles.stacked} style={{ height: layout.rowHeight }} acts={acts}>
      <span className={styles.above}>
        {name}
        <span className={styles.whole}>{value}</span>
      </span>
      <span className={styles.above}>
        <BarScale gauge={gauge} width={layout.scale} height={20} palette={palette} />
        <span className={styles.marks}>{marks}</span>
      </span>
    </GaugeRegion>
  ) : (
    <GaugeRegion gauge={gauge} className={styles.row} style={{ ...grid, height: layout.rowHeight }} acts={acts}>
      {name}
      {layout.baseline > 0 && (
        <span className={styles.right}>
          {setValueWords(gauge, gauge.phases.find((p) => p.baseline !== null)?.baseline ?? null)}
        </span>
      )}
      <BarScale gauge={gauge} width={layout.scale} height={layout.rowHeight} palette={palette} />
      {value}
      {layout.date > 0 && <span className={styles.date}>{gauge.valueDate ?? '—'}</span>}
      {marks}
    </GaugeRegion>
  );
});

interface VerdictProps {
  gauge: Gauge;
  phase: Phase | undefined;
  index: number;
  words: boolean;
  styles: BarStyles;
}

function Verdict({ gauge, phase, index, words, styles }: VerdictProps) {
  if (!phase) {
    return <span className={styles.verdict} />;
  }
  return (
    <span className={styles.verdict} data-phase={index}>
      <StatusMark status={phase.status ?? 'no_data'} labelled={false} />
      {words && <span className={styles.ellipsis}>{shortTargetWords(gauge, phase)}</span>}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2, surface: string) => {
  const reach = {
    color: theme.colors.text.primary,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    'a&:hover, [role="button"]&:hover': { background: theme.colors.action.hover, cursor: 'pointer' },
    '&[data-chosen]': {
      background: theme.colors.action.selected,
      boxShadow: `inset 3px 0 ${theme.colors.primary.main}`,
    },
  };
  return {
    scroll: css({ overflowX: 'hidden', overflowY: 'auto' }),
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
    row: css({ ...reach, display: 'grid', columnGap: BAR_COLUMN_GAP, alignItems: 'center', fontSize: 12 }),
    head: css({
      position: 'sticky',
      top: 0,
      zIndex: 2,
      height: HEAD_HEIGHT,
      background: surface,
      color: theme.colors.text.secondary,
      fontSize: 11,
      whiteSpace: 'nowrap',
    }),
    stacked: css({ ...reach, display: 'flex', flexDirection: 'column', justifyContent: 'center', fontSize: 12 }),
    above: css({ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 8, lineHeight: '20px' }),
    name: css({ display: 'flex', alignItems: 'baseline', gap: 6, minWidth: 0, fontSize: 13 }),
    ellipsis: css({ ...ellipsis, minWidth: 0 }),
    aside: css({ ...aside, color: theme.colors.text.secondary, fontSize: 12 }),
    whole: css({ flex: 'none' }),
    trend: css({ flex: 'none' }),
    date: css({ ...ellipsis, color: theme.colors.text.secondary, fontSize: 11, fontVariantNumeric: 'tabular-nums' }),
    right: css({ ...ellipsis, textAlign: 'right', color: theme.colors.text.secondary, fontSize: 11 }),
    value: css({
      display: 'flex',
      alignItems: 'center',
      gap: 3,
      minWidth: 0,
      fontSize: 13,
      fontWeight: theme.typography.fontWeightMedium,
      fontVariantNumeric: 'tabular-nums',
    }),
    verdict: css({ display: 'flex', alignItems: 'center', gap: 5, minWidth: 0, color: theme.colors.text.secondary }),
    marks: css({ display: 'flex', gap: 6, flex: 'none' }),
  };
};

type BarStyles = ReturnType<typeof getStyles>;
