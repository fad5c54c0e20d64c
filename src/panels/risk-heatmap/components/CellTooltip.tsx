import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import React from 'react';
import { RiskTrend } from '../../../status/RiskTrend';
import { StatusMark } from '../../../status/StatusMark';
import { ON_SCREEN_ONLY } from '../../dashboard/Paper';
import type { Cell } from '../data/cells';
import { aboveCount, cellPlace, daysOverdue, overdueCount, riskCount } from '../sentences';

const MOST_RISKS = 5;

interface CellTooltipProps {
  cell: Cell;
  /** What came and left, as a sentence; empty: nothing did. */
  change: string;
  x: number;
  y: number;
}

/** What a cell holds, its worst risks first. Position in window coordinates. */
export function CellTooltip({ cell, change, x, y }: CellTooltipProps) {
  const styles = useStyles2(getStyles);
  const more = cell.count - Math.min(cell.risks.length, MOST_RISKS);
  return (
    <Portal>
      <VizTooltipContainer position={{ x, y }} offset={{ x: 12, y: 12 }} className={styles.tooltip}>
        <div className={styles.place}>{cellPlace(cell)}</div>
        <div className={styles.count}>{cell.count === 0 ? t('cell.empty', 'no risks') : riskCount(cell.count)}</div>
        {cell.aboveAppetite > 0 && (
          <div className={styles.line}>
            <StatusMark status="above_appetite" size={12} labelled={false} />
            {aboveCount(cell.aboveAppetite)}
          </div>
        )}
        {cell.reviewOverdue > 0 && (
          <div className={styles.line}>
            <StatusMark status="review_overdue" size={12} labelled={false} />
            {overdueCount(cell.reviewOverdue)}
          </div>
        )}
        {change && <div>{change}</div>}
        {cell.risks.length > 0 ? (
          <ul className={styles.risks}>
            {cell.risks.slice(0, MOST_RISKS).map((risk) => (
              <li key={risk.key}>
                <RiskTrend trend={risk.trend} />
                <span className={styles.title}>{risk.title}</span>
                {risk.reviewOverdue > 0 && <span className={styles.late}>{daysOverdue(risk.reviewOverdue)}</span>}
              </li>
            ))}
          </ul>
        ) : (
          cell.worst && <div className={styles.risks}>{cell.worst}</div>
        )}
        {cell.risks.length > 0 && more > 0 && (
          <div className={styles.late}>
            {cell.risks.length === cell.count
              ? t('tooltip.more', 'and {{count}} more: click to list them', { count: more })
              : t('tooltip.more_than_listed', 'and {{count}} more', { count: more })}
          </div>
        )}
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tooltip: css({
    ...ON_SCREEN_ONLY,
    maxWidth: 340,
    padding: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  place: css({ color: theme.colors.text.secondary }),
  count: css({ fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  line: css({ display: 'flex', alignItems: 'center', gap: 6 }),
  risks: css({
    listStyle: 'none',
    margin: theme.spacing(0.75, 0, 0),
    padding: theme.spacing(0.75, 0, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    '& li': { display: 'flex', alignItems: 'center', gap: 6, lineHeight: 1.6 },
  }),
  title: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  late: css({ marginLeft: 'auto', color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
});
