import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { StatusMark } from '../../status/StatusMark';
import { lightTextColor } from '../../status/statuses';
import { dashboardUrl, type Place } from '../address';
import type { Answer } from '../askLedger';
import { InternalLink } from '../InternalLink';
import { attentionLines } from './attention';
import { Section } from './Section';

interface AttentionListProps {
  answer: Answer;
  place: Required<Place>;
  language: string;
}

/** What to act on, worst first, in the ledger's order. Takes the height that it is given, and scrolls. */
export function AttentionList({ answer, place, language }: AttentionListProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const lines = attentionLines(answer.rows);
  return (
    <Section
      title={t('attention.title', 'What needs attention now')}
      note={
        answer.error
          ? undefined
          : answer.cut
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
          {lines.map((line) => (
            <li key={line.key} className={styles.line}>
              <StatusMark status={line.status} light={line.light} size={16} />
              <div className={styles.words}>
                <div>
                  <InternalLink href={dashboardUrl(line.about.dashboard, language, place, line.about.variables)}>
                    {line.title}
                  </InternalLink>{' '}
                  <InternalLink
                    quiet
                    className={styles.small}
                    href={dashboardUrl('unit', language, place, { unit: line.unitId })}
                  >
                    {line.unit}
                  </InternalLink>
                </div>
                <div className={styles.small}>{line.detail}</div>
              </div>
              <div className={styles.side}>
                <div>
                  <span className={styles.late} style={{ color: lightTextColor(line.light, theme) }}>
                    {line.late}
                  </span>{' '}
                  <InternalLink
                    className={styles.next}
                    href={dashboardUrl(line.next.dashboard, language, place, line.next.variables)}
                    aria-label={`${line.next.label}: ${line.title}`}
                  >
                    {line.next.label}
                  </InternalLink>
                </div>
                <div className={styles.small}>{line.lead}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  none: css({ color: theme.colors.text.secondary, margin: theme.spacing(2, 0) }),
  list: css({
    listStyle: 'none',
    margin: theme.spacing(0, -1, 0, 0),
    padding: theme.spacing(0, 1, 0, 0),
    minHeight: 0,
    overflowY: 'auto',
  }),
  // Two lines: what and where, how late; why, who leads.
  line: css({
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) fit-content(34%)',
    columnGap: theme.spacing(1.25),
    alignItems: 'center',
    padding: theme.spacing(0.75, 0),
    lineHeight: 1.4,
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  words: css({ minWidth: 0, overflowWrap: 'anywhere' }),
  small: css({ ...theme.typography.bodySmall, lineHeight: 1.4, color: theme.colors.text.secondary }),
  side: css({ textAlign: 'end' }),
  late: css({ ...theme.typography.bodySmall, lineHeight: 1.6, fontWeight: theme.typography.fontWeightMedium }),
  next: css({ marginInlineStart: theme.spacing(0.75), whiteSpace: 'nowrap' }),
});
