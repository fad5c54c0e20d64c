import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { formatMeasure } from '../../status/measures';
import { lightColor } from '../../status/statuses';
import { dashboardUrl, type Place } from '../address';
import { InternalLink } from '../InternalLink';
import type { Row } from '../rows';
import { ages } from './ageing';

interface AgeingBarsProps {
  /** The summary of the tasks. */
  row: Row | undefined;
  place: Required<Place>;
  language: string;
}

/** How long open tasks have been overdue: the longer, the stronger the colour. Each bar leads to the tasks. */
export function AgeingBars({ row, place, language }: AgeingBarsProps) {
  const styles = useStyles2(getStyles);
  const red = lightColor('red', useTheme2());
  const bars = ages(row);
  const most = Math.max(...bars.map(({ count }) => count));
  if (most === 0) {
    return <p className={styles.none}>{t('ageing.none', 'No task is overdue.')}</p>;
  }
  return (
    <ul className={styles.list}>
      {bars.map(({ name, label, count }, index) => (
        <li key={name}>
          <InternalLink quiet className={styles.line} href={dashboardUrl('tasks', language, place)}>
            <span className={styles.label}>{label}</span>
            <span className={styles.track}>
              <span
                className={styles.bar}
                style={{ width: `${(100 * count) / most}%`, background: red, opacity: 0.4 + 0.15 * index }}
              />
            </span>
            <span className={styles.count}>{formatMeasure(count, 'count', 0, language)}</span>
          </InternalLink>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  none: css({ color: theme.colors.text.secondary, margin: theme.spacing(2, 0) }),
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  line: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, auto) minmax(0, 1fr) 56px',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(0.75, 0),
    '&:hover': { background: theme.colors.action.hover },
  }),
  label: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary }),
  track: css({ height: 20 }),
  bar: css({ display: 'block', height: '100%', minWidth: 1, borderRadius: theme.shape.radius.default }),
  count: css({ fontVariantNumeric: 'tabular-nums', fontWeight: theme.typography.fontWeightMedium }),
});
