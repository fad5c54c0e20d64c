import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { formatMeasure } from '../../status/measures';
import { StatusMark } from '../../status/StatusMark';
import { lightColor, lightTextColor } from '../../status/statuses';
import { dashboardUrl, type Place } from '../address';
import { AS_IT_IS } from '../asItIs';
import { InternalLink } from '../InternalLink';
import type { Delivery } from './children';
import { rateLight } from './figures';
import { judged, LIGHTS, type Lights, markOf } from './lights';

interface DeliveryTableProps {
  lines: Delivery[];
  leftOut: number;
  place: Required<Place>;
  language: string;
}

/** The units right below: their targets by light, their arrears, their delay rate. */
export function DeliveryTable({ lines, leftOut, place, language }: DeliveryTableProps) {
  const styles = useStyles2(getStyles);
  if (lines.length === 0) {
    return (
      <p className={styles.none}>
        {t('delivery.none', 'There is no unit below this one: choose a unit above to compare its neighbours.')}
      </p>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('delivery.unit', 'Unit')}</th>
            <th scope="col">{t('delivery.targets', 'Own targets')}</th>
            <th scope="col" className={styles.number}>
              {t('delivery.overdue', 'Overdue / due')}
            </th>
            <th scope="col" className={styles.number}>
              {t('delivery.rate', 'Delay rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.unit.id} line={line} place={place} language={language} />
          ))}
        </tbody>
      </table>
      {leftOut > 0 && (
        <p className={styles.none}>
          {t('delivery.more', '{{n}} more units below are on the overview dashboard.', { n: leftOut })}
        </p>
      )}
    </div>
  );
}

function Line({ line, place, language }: { line: Delivery; place: Required<Place>; language: string }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { unit, lights, overdue, due, delayRate, error } = line;
  const light = rateLight(delayRate);
  const count = (value: number | null) => formatMeasure(value, 'count', 0, language);
  return (
    <tr>
      <th scope="row">
        <InternalLink quiet href={dashboardUrl('unit', language, place, { unit: unit.id })}>
          {unit.name}
        </InternalLink>
      </th>
      <td>
        <InternalLink
          quiet
          href={dashboardUrl('targets', language, place, { unit: unit.id })}
          aria-label={t(
            'delivery.lights',
            '{{unit}}: {{green}} green, {{yellow}} yellow, {{red}} red, {{grey}} not known',
            {
              unit: unit.name,
              ...lights,
              ...AS_IT_IS,
            }
          )}
        >
          <LightBar lights={lights} />
        </InternalLink>
      </td>
      {error ? (
        <td colSpan={2} className={styles.error}>
          {error}
        </td>
      ) : (
        <>
          <td className={styles.number}>
            <InternalLink quiet href={dashboardUrl('tasks', language, place, { unit: unit.id })}>
              {count(overdue)} / {count(due)}
            </InternalLink>
          </td>
          <td className={styles.number} style={{ color: lightTextColor(light, theme) }}>
            <span className={styles.rate}>
              <StatusMark status={markOf(light)} labelled={false} size={12} />
              {formatMeasure(delayRate === null ? null : delayRate * 100, 'percent', 1, language)}
            </span>
          </td>
        </>
      )}
    </tr>
  );
}

/** Shares of the lights side by side, with the numbers of the red and the judged in words beside them. */
function LightBar({ lights }: { lights: Lights }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const total = judged(lights) + lights.grey;
  return (
    <span className={styles.bar}>
      <span className={styles.shares} aria-hidden>
        {total > 0 &&
          LIGHTS.map((light) => (
            <span
              key={light}
              style={{
                width: `${(100 * lights[light]) / total}%`,
                background: light === 'grey' ? theme.colors.border.medium : lightColor(light, theme),
              }}
            />
          ))}
      </span>
      <span className={styles.red}>{total > 0 ? t('delivery.red', 'red {{n}}', { n: lights.red }) : '—'}</span>
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  none: css({ color: theme.colors.text.secondary, margin: theme.spacing(2, 0) }),
  scroll: css({ overflowX: 'auto' }),
  table: css({
    width: '100%',
    'th, td': { padding: theme.spacing(0.5, 0.75), fontWeight: 'normal', textAlign: 'start' },
    'th:first-of-type': { paddingInlineStart: 0 },
    'td:last-of-type, th:last-of-type': { paddingInlineEnd: 0 },
    'thead th': { ...theme.typography.bodySmall, color: theme.colors.text.secondary },
    'tbody tr': { borderTop: `1px solid ${theme.colors.border.weak}` },
    'tbody th': { '&&': { paddingInlineStart: 0 } },
  }),
  number: css({ '&&': { textAlign: 'end' }, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  rate: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.75) }),
  error: css({ ...theme.typography.bodySmall, color: theme.colors.error.text }),
  bar: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), minWidth: 96 }),
  shares: css({
    display: 'flex',
    flex: 1,
    height: 8,
    borderRadius: theme.shape.radius.default,
    overflow: 'hidden',
    background: theme.colors.background.secondary,
  }),
  red: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary, whiteSpace: 'nowrap', minWidth: 44 }),
});
