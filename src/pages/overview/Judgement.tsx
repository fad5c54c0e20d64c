import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { Place } from '../address';
import type { Answer } from '../askLedger';
import { AgeingBars } from './AgeingBars';
import { AttentionList } from './AttentionList';
import { delivery, lightsGrid, type Named } from './children';
import { DeliveryTable } from './DeliveryTable';
import { FigureTile } from './FigureTile';
import { figures } from './figures';
import { LightsGrid } from './LightsGrid';
import type { Fixed } from './questions';
import { Section } from './Section';
import { Waiting } from './Waiting';

interface JudgementProps {
  loading: boolean;
  answers?: { about: Record<Fixed, Answer>; aboutChildren: Record<string, Answer> };
  place: Required<Place>;
  /** The units right below, as far as they are compared. */
  below: Named[];
  /** How many more units there are below. */
  leftOut: number;
  domains: Named[];
  language: string;
}

/** The page below its header. While it loads, the layout stands and the last answer stays readable. */
export function Judgement({ loading, answers, place, below, leftOut, domains, language }: JudgementProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={loading ? styles.stale : undefined} aria-busy={loading}>
      <div className={styles.layout}>
        <div className={styles.figures}>
          {answers
            ? figures(answers.about, place.asOf, language).map((figure) => (
                <FigureTile key={figure.id} figure={figure} place={place} language={language} />
              ))
            : Array.from({ length: 5 }, (_, index) => <Waiting key={index} height={96} />)}
        </div>
        <div className={styles.attention}>
          {answers ? (
            <AttentionList answer={answers.about.attention} place={place} language={language} />
          ) : (
            <Waiting height={360} />
          )}
        </div>
        <div className={styles.side}>
          <Section
            title={t('delivery.title', 'Who delivers')}
            note={t('delivery.note', 'units right below, most arrears first')}
            error={answers?.aboutChildren.grid?.error}
          >
            {answers ? (
              <DeliveryTable
                lines={delivery(below, answers.aboutChildren)}
                leftOut={leftOut}
                place={place}
                language={language}
              />
            ) : (
              <Waiting height={300} />
            )}
          </Section>
          <Section
            title={t('ageing.title', 'How old the arrears are')}
            note={t('ageing.note', 'open overdue tasks')}
            error={answers?.about.tasks.error}
          >
            {answers ? (
              <AgeingBars row={answers.about.tasks.rows[0]} place={place} language={language} />
            ) : (
              <Waiting height={200} />
            )}
          </Section>
        </div>
        <div className={styles.whole}>
          <Section
            title={t('grid.title', 'Unit × domain')}
            note={t('grid.note', 'the light that most targets show; red ones of all judged')}
            error={answers?.aboutChildren.grid?.error}
          >
            {answers ? (
              <LightsGrid
                {...lightsGrid(below, domains, answers.aboutChildren.grid?.rows ?? [])}
                place={place}
                language={language}
              />
            ) : (
              <Waiting height={240} />
            )}
          </Section>
        </div>
      </div>
    </div>
  );
}

const WIDE = '@container (min-width: 840px)';

const getStyles = (theme: GrafanaTheme2) => ({
  stale: css({ opacity: 0.65 }),
  layout: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    [WIDE]: { gridTemplateColumns: 'minmax(0, 8fr) minmax(0, 5fr)' },
  }),
  figures: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    gap: theme.spacing(1.5),
    [WIDE]: { gridColumn: '1 / -1' },
  }),
  // As tall as what stands beside it, however many lines there are: the list scrolls.
  attention: css({
    display: 'grid',
    gridTemplateRows: 'minmax(0, 1fr)',
    maxHeight: 560,
    minWidth: 0,
    [WIDE]: { contain: 'size', maxHeight: 'none', minHeight: 520 },
  }),
  side: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    minWidth: 0,
    '& > :first-child': { flex: 1 },
  }),
  whole: css({ minWidth: 0, [WIDE]: { gridColumn: '1 / -1' } }),
});
