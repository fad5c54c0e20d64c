import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { formatMeasure } from '../../status/measures';
import { ledgerName, type SetupReport } from '../readSetup';

/** What the ledger holds: rows per register, the latest day, whose ledger it is. */
export function SetupCounts({ report, language }: { report: SetupReport; language: string }) {
  const styles = useStyles2(getStyles);
  const facts: Array<[string, string]> = [
    [t('counts.ledger', 'Ledger'), ledgerName(report, language)],
    [
      t('counts.jurisdiction', 'Jurisdiction'),
      report.jurisdiction === '*' ? t('counts.everything', 'the whole ledger') : (report.jurisdiction ?? ''),
    ],
    [t('counts.latest', 'Latest data'), (report.asOf ?? '').slice(0, 10)],
    ...Object.entries(report.counts).map(([register, count]): [string, string] => [
      registerName(register),
      formatMeasure(count, 'count', 0, language),
    ]),
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A register in words; one that we do not know is shown as the ledger calls it. */
function registerName(register: string): string {
  switch (register) {
    case 'org_unit':
    case 'units':
      return t('counts.units', 'Units');
    case 'policy':
    case 'policies':
      return t('counts.policies', 'Policies');
    case 'indicator':
    case 'indicators':
      return t('counts.indicators', 'Indicators');
    case 'phase_target':
    case 'targets':
      return t('counts.targets', 'Phase targets');
    case 'observation':
    case 'observations':
      return t('counts.observations', 'Observations');
    case 'task':
    case 'tasks':
      return t('counts.tasks', 'Tasks');
    case 'risk':
    case 'risks':
      return t('counts.risks', 'Risks');
    case 'department':
    case 'departments':
      return t('counts.departments', 'Departments');
    default:
      return register;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  facts: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: 0,
    dt: { ...theme.typography.bodySmall, color: theme.colors.text.secondary, fontWeight: 'normal' },
    dd: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  }),
});
