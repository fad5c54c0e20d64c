import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import { ON_SCREEN_ONLY } from '../../dashboard/Paper';
import type { Gauge } from '../data/gauges';
import type { Point } from '../data/trajectories';
import { wholeName } from '../words/labels';
import { earlierWords } from '../words/sentences';
import { t } from '../words/translate';
import { setValueWords, valueWords } from '../words/verdict';

interface PointTipProps {
  gauge: Gauge;
  point: Point;
  /** Window pixels. */
  at: { x: number; y: number };
}

/** One observation: its day, its value, what was expected, the target that held. */
export function PointTip({ gauge, point, at }: PointTipProps) {
  const styles = useStyles2(getStyles);
  const rows: Array<[string, string]> = [
    [t('head.value', 'Value'), valueWords(gauge, point.value)],
    [t('point.expected', 'Expected by then'), point.expected === null ? '' : valueWords(gauge, point.expected)],
    [t('point.target', 'Target then'), point.target === null ? '' : setValueWords(gauge, point.target)],
  ];
  return (
    <Portal>
      <VizTooltipContainer position={at} offset={{ x: 14, y: 14 }} role="tooltip" className={styles.tip}>
        <div className={styles.title}>{wholeName(gauge)}</div>
        <div>{point.day}</div>
        <dl className={styles.numbers}>
          {rows
            .filter(([, words]) => words !== '')
            .map(([name, words]) => (
              <React.Fragment key={name}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </React.Fragment>
            ))}
        </dl>
        {point.revised && (
          <div className={styles.note}>
            {earlierWords(gauge, point) !== '' && `${earlierWords(gauge, point)}${t('sentence.stop', '.')} `}
            {t('note.revised_means', 'Revised since: this value was corrected after it was first reported.')}
          </div>
        )}
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tip: css({
    maxWidth: 320,
    fontSize: 12,
    lineHeight: 1.5,
    pointerEvents: 'none',
    ...ON_SCREEN_ONLY,
  }),
  title: css({ fontWeight: theme.typography.fontWeightMedium }),
  numbers: css({
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: 12,
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  }),
  note: css({ marginTop: 4, color: theme.colors.text.secondary }),
});
