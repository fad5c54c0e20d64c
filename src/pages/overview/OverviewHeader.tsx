import { css } from '@emotion/css';
import React, { useState } from 'react';
import type { DataSourceInstanceSettings, GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, DatePicker, useStyles2 } from '@grafana/ui';
import { PickOne } from '../../controls/PickOne';
import type { PolicyOption } from '../../datasource/options';
import type { Place } from '../address';
import { dateOf, dayOf, isDay, today } from '../days';

interface OverviewHeaderProps {
  ledgerName: string;
  known: DataSourceInstanceSettings[];
  chosen: DataSourceInstanceSettings;
  units: PolicyOption[];
  scope?: PolicyOption;
  asOf: string;
  /** The latest day that the ledger has data of. */
  latest?: string;
  onChange: (change: Partial<Place>) => void;
}

/** Which ledger, which unit, which day. */
export function OverviewHeader({
  ledgerName,
  known,
  chosen,
  units,
  scope,
  asOf,
  latest,
  onChange,
}: OverviewHeaderProps) {
  const styles = useStyles2(getStyles);
  const [choosing, setChoosing] = useState(false);
  const pickDay = (date: Date) => {
    setChoosing(false);
    onChange({ asOf: dayOf(date) });
  };
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>
        {t('overview.title', 'Policy execution monitor')}
        <span className={styles.place}>
          {' / '}
          {scope?.label ?? ledgerName}
        </span>
      </h1>
      <div className={styles.pickers}>
        {known.length > 1 && (
          <PickOne
            aria-label={t('overview.ledger', 'Ledger')}
            data-testid="ledger"
            width={22}
            value={chosen.uid}
            options={known.map(({ uid, name }) => ({ value: uid, label: name }))}
            onChange={(value) => onChange({ datasource: value, unit: undefined })}
          />
        )}
        <label className={styles.label} htmlFor="overview-unit">
          {t('overview.unit', 'Unit')}
        </label>
        <PickOne
          id="overview-unit"
          width={26}
          value={scope ? { value: scope.value, label: scope.label } : null}
          placeholder={t('overview.pickUnit', 'Choose a unit')}
          options={units.map(({ value, label, description }) => ({ value, label, description }))}
          onChange={(unit) => onChange({ unit })}
        />
        <label className={styles.label} htmlFor="overview-as-of">
          {t('overview.asOf', 'As of')}
        </label>
        <div className={styles.day}>
          <Button
            id="overview-as-of"
            variant="secondary"
            icon="calendar-alt"
            aria-expanded={choosing}
            tooltip={t('overview.rewind', 'Rewind to any day')}
            onClick={() => setChoosing(!choosing)}
          >
            {asOf}
          </Button>
          <DatePicker
            isOpen={choosing}
            value={dateOf(asOf)}
            maxDate={dateOf(today())}
            onChange={pickDay}
            onClose={() => setChoosing(false)}
          />
        </div>
        {asOf !== today() && (
          <Button variant="secondary" fill="text" size="sm" onClick={() => onChange({ asOf: undefined })}>
            {t('overview.today', 'Today')}
          </Button>
        )}
        {latest && isDay(latest) && latest < asOf && (
          <Button
            variant="secondary"
            fill="text"
            size="sm"
            tooltip={t('overview.latestWhy', 'Judge as of the latest day that the ledger has data of')}
            onClick={() => onChange({ asOf: latest })}
          >
            {t('overview.latest', 'Data until {{day}}', { day: latest })}
          </Button>
        )}
      </div>
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  }),
  title: css({ ...theme.typography.h4, margin: 0 }),
  place: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  pickers: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  label: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary, margin: 0 }),
  day: css({ position: 'relative' }),
});
