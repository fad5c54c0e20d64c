import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import { StatusMark } from '../../../status/StatusMark';
import { currentPhase } from '../data/arrange';
import { ON_SCREEN_ONLY } from '../../dashboard/Paper';
import type { Gauge, Phase } from '../data/gauges';
import { wholeName } from '../words/labels';
import { meaningSentence, noteSentence, notesOf, valueOnDay } from '../words/sentences';
import { t } from '../words/translate';
import {
  dueWords,
  forecastWords,
  howMuchWords,
  probabilityWords,
  phaseWords,
  setValueWords,
  shortTargetWords,
  targetWords,
  timeWords,
  trendWords,
  valueWords,
} from '../words/verdict';
import { NoteShape } from './Notes';

export interface TipTarget {
  key: string;
  /** Index of the phase under the pointer; null: the gauge as a whole. */
  phase: number | null;
  x: number;
  y: number;
}

interface GaugeTipProps {
  gauge: Gauge;
  target: TipTarget;
}

/** What the verdict means and which method gave it; the numbers behind it; the small marks explained. */
export function GaugeTip({ gauge, target }: GaugeTipProps) {
  const styles = useStyles2(getStyles);
  const phase = target.phase === null ? undefined : gauge.phases[target.phase];
  const explained = phase ?? currentPhase(gauge);
  return (
    <Portal>
      <VizTooltipContainer position={target} offset={{ x: 12, y: 12 }} className={styles.tip} role="tooltip">
        <div className={styles.title}>{wholeName(gauge)}</div>
        <div className={styles.value}>
          {valueOnDay(gauge)}
          {gauge.trend !== null && <span className={styles.quiet}> · {trendWords(gauge.trend)}</span>}
        </div>
        {(phase ? [phase] : gauge.phases).map((each) => (
          <PhaseLine key={each.id} gauge={gauge} phase={each} />
        ))}
        <p className={styles.meaning}>
          {!phase && gauge.phases.length > 1 && <strong>{phaseWords(explained)} </strong>}
          {meaningSentence(gauge, explained)}
        </p>
        <Numbers gauge={gauge} phase={explained} />
        {notesOf(gauge).map((note) => (
          <p key={note} className={styles.note}>
            <NoteShape note={note} />
            <span>{noteSentence(note, gauge)}</span>
          </p>
        ))}
      </VizTooltipContainer>
    </Portal>
  );
}

function PhaseLine({ gauge, phase }: { gauge: Gauge; phase: Phase }) {
  const styles = useStyles2(getStyles);
  const rest = [dueWords(phase), howMuchWords(gauge, phase), timeWords(phase)]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <div className={styles.phase}>
      <StatusMark status={phase.status ?? 'no_data'} />
      <span>
        <strong>{phaseWords(phase)}</strong>{' '}
        {phase.name === '' ? shortTargetWords(gauge, phase) : targetWords(gauge, phase)}
        {rest !== '' && <span className={styles.quiet}> · {rest}</span>}
      </span>
    </div>
  );
}

function Numbers({ gauge, phase }: { gauge: Gauge; phase: Phase }) {
  const styles = useStyles2(getStyles);
  const rows: Array<[string, string]> = [
    [t('tip.baseline', 'Baseline'), phase.baseline === null ? '' : setValueWords(gauge, phase.baseline)],
    [t('tip.expected', 'Expected by now'), phase.expected === null ? '' : valueWords(gauge, phase.expected)],
    [t('tip.forecast', 'Forecast at due date'), forecastWords(gauge, phase)],
    [t('tip.probability', 'Chance to make it'), phase.probability === null ? '' : probabilityWords(phase.probability)],
    [t('tip.reached_by', 'Reached by'), phase.reachedOn ?? phase.reachedBy ?? ''],
  ];
  const known = rows.filter(([, words]) => words !== '');
  return known.length === 0 ? null : (
    <dl className={styles.numbers}>
      {known.map(([name, words]) => (
        <React.Fragment key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tip: css({ maxWidth: 340, fontSize: 12, lineHeight: 1.5, ...ON_SCREEN_ONLY }),
  title: css({ fontWeight: theme.typography.fontWeightMedium }),
  value: css({ marginBottom: 4 }),
  quiet: css({ color: theme.colors.text.secondary }),
  phase: css({
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    alignItems: 'start',
    '& > svg': { marginTop: 2 },
    strong: { fontWeight: theme.typography.fontWeightMedium },
  }),
  meaning: css({ margin: '6px 0 4px', strong: { fontWeight: theme.typography.fontWeightMedium } }),
  numbers: css({
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: 12,
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  }),
  note: css({ display: 'grid', gridTemplateColumns: '18px 1fr', margin: '4px 0 0', '& > svg': { marginTop: 2 } }),
});
