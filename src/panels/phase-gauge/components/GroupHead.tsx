import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { StatusMark } from '../../../status/StatusMark';
import { lookOf, statusWord, type Mark } from '../../../status/statuses';
import { currentPhase, type Group } from '../data/arrange';
import { t } from '../words/translate';

interface GroupHeadProps {
  group: Group;
  /** Pixels from the top at which it stays while its group scrolls. */
  top?: number;
  /** The colour behind the panel. */
  surface: string;
}

/** A group's heading with how many of its gauges stand how, in the phase that counts now. */
export function GroupHead({ group, top = 0, surface }: GroupHeadProps) {
  const styles = useStyles2(getStyles, surface);
  const tally = tallyOf(group);
  return (
    <div className={styles.head} style={{ top }}>
      <h3 className={styles.title}>{group.title || t('group.none', 'Not assigned')}</h3>
      {tally.map(({ status, count }) => (
        <span key={status} className={styles.count} title={statusWord(status)}>
          <StatusMark status={status} size={11} />
          {count}
        </span>
      ))}
    </div>
  );
}

/** Counts by mark, worst first; each named by the first status that has it. */
export function tallyOf(group: Group): Array<{ status: string; count: number }> {
  const byMark = new Map<Mark, { status: string; count: number; severity: number }>();
  for (const gauge of group.gauges) {
    const status = currentPhase(gauge).status ?? 'no_data';
    const { mark, severity } = lookOf(status);
    const known = byMark.get(mark);
    byMark.set(mark, { status: known?.status ?? status, count: (known?.count ?? 0) + 1, severity });
  }
  return [...byMark.values()].sort((a, b) => a.severity - b.severity);
}

const getStyles = (theme: GrafanaTheme2, surface: string) => ({
  head: css({
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    height: 28,
    position: 'sticky',
    left: 0,
    zIndex: 1,
    background: surface,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    fontSize: 12,
  }),
  title: css({
    margin: 0,
    fontSize: 12,
    fontWeight: theme.typography.fontWeightMedium,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  count: css({ display: 'flex', alignItems: 'center', gap: 3, color: theme.colors.text.secondary }),
});
