import { css } from '@emotion/css';
import React, { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { type DataSourceInstanceSettings, type GrafanaTheme2, locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getDataSourceSrv, locationService } from '@grafana/runtime';
import { Button, Combobox, LinkButton, useStyles2 } from '@grafana/ui';
import { readingLanguage } from '../../status/measures';
import { APP, NEW_DATASOURCE, readPlace, settingsUrl } from '../address';
import { chosenLedger, ledgers } from '../ledgers';
import { Notice } from '../Notice';
import { isReady, readSetup, STEPS } from '../readSetup';
import { useTask } from '../useTask';
import { countAlertRules, hasDashboards } from './presence';
import { SetupCounts } from './SetupCounts';
import { type StepState, SetupStepLine } from './SetupStepLine';
import { stepTitle } from './stepTitle';

/** Goes through everything that must be in place, one tick or instruction each. */
export function SetupPage() {
  const place = readPlace(useLocation().search);
  const known = ledgers();
  const chosen = chosenLedger(known, place.datasource);
  if (!chosen) {
    return (
      <Notice
        title={t('setup.none', 'There is no data source of the type Policy ledger yet.')}
        text={t(
          'setup.noneNext',
          'Add one with the address of PostgreSQL, the database, a user with the role ledger_reader, and the jurisdiction; then come back here.'
        )}
        link={{ label: t('setup.add', 'Add a data source'), href: NEW_DATASOURCE }}
      />
    );
  }
  return <LedgerSetup key={chosen.uid} chosen={chosen} known={known} />;
}

interface LedgerSetupProps {
  chosen: DataSourceInstanceSettings;
  known: DataSourceInstanceSettings[];
}

function LedgerSetup({ chosen, known }: LedgerSetupProps) {
  const styles = useStyles2(getStyles);
  const language = readingLanguage();
  const [round, setRound] = useState(0);
  const report = useTask(`${chosen.uid} ${round}`, async () =>
    readSetup(await getDataSourceSrv().get(chosen.uid), language)
  );
  const dashboards = useTask(`dashboards ${round}`, () => hasDashboards(language));
  const rules = useTask(`rules ${round}`, countAlertRules);
  const checking = report.state === 'loading';
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('setup.title', 'Setup')}</h1>
        {known.length > 1 && (
          <Combobox
            aria-label={t('setup.ledger', 'Ledger')}
            width={28}
            value={chosen.uid}
            options={known.map(({ uid, name }) => ({ value: uid, label: name }))}
            onChange={({ value }) => locationService.partial({ datasource: value })}
          />
        )}
        <LinkButton variant="secondary" size="sm" icon="cog" href={locationUtil.assureBaseUrl(settingsUrl(chosen.uid))}>
          {t('setup.settings', 'Settings of {{name}}', { name: chosen.name })}
        </LinkButton>
        <Button variant="secondary" size="sm" disabled={checking} onClick={() => setRound(round + 1)}>
          {checking ? t('setup.checking', 'Checking…') : t('setup.again', 'Check again')}
        </Button>
      </header>
      <ol className={styles.steps}>
        {STEPS.map((id) => {
          const step = report.value?.steps.find((found) => found.id === id);
          return (
            <SetupStepLine
              key={id}
              state={stateOf(checking, report.state === 'failed' && id === 'connection', step?.ok)}
              title={stepTitle(id)}
              message={
                report.state === 'failed' && id === 'connection'
                  ? failureSentence(report.error)
                  : (step?.message ??
                    (checking ? '' : t('setup.later', 'It is checked once the steps before it are done.')))
              }
              fix={step?.ok ? undefined : step?.fix}
            />
          );
        })}
        <SetupStepLine
          state={presenceState(dashboards.state, dashboards.value)}
          title={t('setup.dashboards', 'Dashboards')}
          message={dashboardsSentence(dashboards.value)}
          fix={
            dashboards.value === false
              ? t(
                  'setup.dashboardsFix',
                  'Enable the app in its plugin settings, or provision the folder dashboards (docs/dashboards.md).'
                )
              : undefined
          }
        />
        <SetupStepLine
          state={presenceState(rules.state, rules.value === null ? null : (rules.value ?? 0) > 0)}
          title={t('setup.alerts', 'Alert rules')}
          message={rulesSentence(rules.value)}
          fix={
            rules.value === 0
              ? t('setup.alertsFix', 'Copy provisioning/alerting to Grafana and restart it (docs/alerting.md).')
              : undefined
          }
        />
      </ol>
      {report.value && isReady(report.value) && (
        <>
          <SetupCounts report={report.value} language={language} />
          <LinkButton href={locationUtil.assureBaseUrl(`${APP}/overview?datasource=${encodeURIComponent(chosen.uid)}`)}>
            {t('setup.toOverview', 'Open the overview')}
          </LinkButton>
        </>
      )}
    </div>
  );
}

function stateOf(checking: boolean, failed: boolean, ok: boolean | undefined): StepState {
  return checking ? 'checking' : failed || ok === false ? 'failed' : ok ? 'ok' : 'unknown';
}

function presenceState(task: 'loading' | 'done' | 'failed', present: boolean | null | undefined): StepState {
  return task === 'loading' ? 'checking' : present === true ? 'ok' : present === false ? 'optional' : 'unknown';
}

function failureSentence(error: unknown): string {
  const found = error as { data?: { message?: string }; message?: string } | undefined;
  return (
    found?.data?.message ||
    found?.message ||
    t('setup.silent', 'The data source did not answer: look into its settings and into the log of Grafana.')
  );
}

function dashboardsSentence(present: boolean | null | undefined): string {
  switch (present) {
    case true:
      return t('setup.dashboardsThere', 'The dashboards are installed.');
    case false:
      return t('setup.dashboardsMissing', 'The dashboards are not installed.');
    default:
      return t('setup.dashboardsUnknown', 'Whether the dashboards are installed cannot be told here.');
  }
}

function rulesSentence(count: number | null | undefined): string {
  if (count === null || count === undefined) {
    return t('setup.alertsUnknown', 'Whether alert rules are installed cannot be told here.');
  }
  return count > 0
    ? t('setup.alertsThere', '{{n}} alert rules watch the ledger.', { n: count })
    : t('setup.alertsMissing', 'No alert rule watches the ledger: nobody is warned.');
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    maxWidth: 960,
  }),
  header: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1.5), width: '100%' }),
  title: css({ ...theme.typography.h4, margin: 0, flex: 1 }),
  steps: css({ listStyle: 'none', margin: 0, padding: 0, width: '100%' }),
});
