import { css } from '@emotion/css';
import React, { useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2, useTheme2 } from '@grafana/ui';
import { StatusMark } from '../../status/StatusMark';
import { lightColor } from '../../status/statuses';
import { dashboardUrl, type Place } from '../address';
import type { Answer } from '../askLedger';
import { InternalLink } from '../InternalLink';
import { attentionLines } from './attention';
import { Section } from './Section';

/** Lines that are shown before a reader asks for more. */
const FIRST = 8;

interface AttentionListProps {
  answer: Answer;
  place: Required<Place>;
  language: string;
}

/** What to act on, worst first, in the ledger's order. */
export function AttentionList({ answer, place, language }: AttentionListProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const [whole, setWhole] = useState(false);
  const lines = attentionLines(answer.rows);
  const shown = whole ? lines : lines.slice(0, FIRST);
  return (
    <Section
      title={t('attention.title', 'What needs attention now')}
      note={
        answer.cut
          ? t('attention.noteCut', 'worst consequence first, more than {{n}}', { n: lines.length })
          : t('attention.note', 'worst consequence first, {{n}} in all', { n: lines.length })
      }
      error={answer.error}
    >
      {lines.length === 0 ? (
        <p className={styles.none}>
          {t('attention.none', 'Nothing to act on: no target, task, risk or report is late.')}
        </p>
      ) : (
        <ul className={styles.list}>
          {shown.map((line) => (
            <li key={line.key} className={styles.line}>
              <StatusMark status={line.status} light={line.light} size={16} />
              <div className={styles.what}>
                <InternalLink href={dashboardUrl(line.next.dashboard, language, place, line.next.variables)}>
                  {line.title}
                </InternalLink>
                <span className={styles.where}>{line.unit}</span>
              </div>
              <span className={styles.why}>{line.detail}</span>
              <span className={styles.lead}>{line.lead}</span>
              <span className={styles.late} style={{ color: lightColor(line.light, theme) }}>
                {line.late}
              </span>
              <span className={styles.next}>
                <InternalLink
                  href={dashboardUrl(line.next.dashboard, language, place, line.next.variables)}

                  aria-label={`${line.next.label}: ${line.title}`}
                >
                  {line.next.label}
                </InternalLink>
              </span>
            </li>
          ))}
        </ul>
      )}
      {lines.length > FIRST && (
        <Button variant="secondary" fill="text" size="sm" onClick={() => setWhole(!whole)}>
          {whole ? t('attention.fewer', 'Show fewer') : t('attention.all', 'Show all {{n}}', { n: lines.length })}
        </Button>
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  none: css({ color: theme.colors.text.secondary, margin: theme.spacing(2, 0) }),
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  line: css({
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 3fr) minmax(0, 3.4fr) minmax(0, 1.6fr) minmax(0, 1.4fr) 60px',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
    padding: theme.spacing(0.75, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    [theme.breakpoints.down('md')]: {
      gridTemplateColumns: '20px minmax(0, 1fr) auto',
      '& > :nth-child(3)': { gridColumn: '2 / -1', gridRow: 2 },
      '& > :nth-child(4)': { gridColumn: 2, gridRow: 3 },
      '& > :nth-child(6)': { gridColumn: 3, gridRow: 3 },
    },
  }),
  what: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(1),
    minWidth: 0,
    overflowWrap: 'anywhere',
  }),
  where: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
  why: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  lead: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
  late: css({ ...theme.typography.bodySmall, fontWeight: theme.typography.fontWeightMedium }),
  next: css({ justifySelf: 'end', whiteSpace: 'nowrap' }),
});
