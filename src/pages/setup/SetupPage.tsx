import { css } from '@emotion/css';
import React, { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { type DataSourceInstanceSettings, type GrafanaTheme2, locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getDataSourceSrv, locationService } from '@grafana/runtime';
import { Button, LinkButton, useStyles2 } from '@grafana/ui';
import { PickOne } from '../../controls/PickOne';
import { readingLanguage } from '../../status/measures';
import { APP, readPlace, settingsUrl } from '../address';
import { chosenLedger, ledgers } from '../ledgers';
import { isReady, readSetup, type SetupReport, type StepId, STEPS } from '../readSetup';
import { type Task, useTask } from '../useTask';
import { AddLedger } from './AddLedger';
import { Command } from './Command';
import { type Connection, sqlName } from './connectionUrl';
import { FirstData } from './FirstData';
import { AlertsStep, DashboardsStep } from './GrafanaSteps';
import { InstallLedger } from './InstallLedger';
import { findDashboards, findReceivers, findRules } from './presence';
import { SetupCounts } from './SetupCounts';
import { type StepState, SetupStepLine } from './SetupStepLine';
import { stepTitle } from './stepTitle';

/** How often the page looks whether the first data has arrived, in milliseconds. */
const LOOK_AGAIN = 5_000;

/** Leads through everything that must be in place: a tick, or what to do and the means to do it. */
export function SetupPage() {
  const place = readPlace(useLocation().search);
  const known = ledgers();
  const chosen = chosenLedger(known, place.datasource);
  if (!chosen) {
    return <AddLedger />;
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
  // A quiet round leaves on the page what the last one found until it knows better, and asks the ledger only.
  const [{ round, quiet, loud }, setRound] = useState({ round: 0, quiet: false, loud: 0 });
  const lookQuietly = () => setRound((last) => ({ ...last, round: last.round + 1, quiet: true }));
  const lookAtAll = () => setRound((last) => ({ round: last.round + 1, quiet: false, loud: last.loud + 1 }));
  const report = useTask(`${chosen.uid} ${round}`, async () =>
    readSetup(await getDataSourceSrv().get(chosen.uid), language)
  );
  const dashboards = useTask(`dashboards ${loud}`, () => findDashboards(language));
  const alerts = useTask(`rules ${loud}`, async () => {
    const rules = await findRules();
    return { rules, receivers: rules?.count ? await findReceivers() : null };
  });
  const checking = report.state === 'loading' && !(quiet && report.value);

  const waiting = report.state === 'done' && missingStep(report.value) === 'data';
  useEffect(() => {
    if (waiting) {
      const timer = setTimeout(lookQuietly, LOOK_AGAIN);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [waiting, round]);

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('setup.title', 'Setup')}</h1>
        {known.length > 1 && (
          <PickOne
            aria-label={t('setup.ledger', 'Ledger')}
            width={28}
            value={chosen.uid}
            options={known.map(({ uid, name }) => ({ value: uid, label: name }))}
            onChange={(datasource) => locationService.partial({ datasource })}
          />
        )}
        <LinkButton variant="secondary" size="sm" icon="cog" href={locationUtil.assureBaseUrl(settingsUrl(chosen.uid))}>
          {t('setup.settings', 'Settings of {{name}}', { name: chosen.name })}
        </LinkButton>
        <Button variant="secondary" size="sm" disabled={checking} onClick={lookAtAll}>
          {checking ? t('setup.checking', 'Checking…') : t('setup.again', 'Check again')}
        </Button>
      </header>
      <ol className={styles.steps}>
        {STEPS.map((id) => (
          <LedgerStep
            key={id}
            id={id}
            report={report}
            checking={checking}
            chosen={chosen}
            language={language}
            onInstalled={lookQuietly}
          />
        ))}
        <DashboardsStep found={dashboards} />
        <AlertsStep found={alerts} />
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

interface LedgerStepProps {
  id: StepId;
  report: Task<SetupReport>;
  checking: boolean;
  chosen: DataSourceInstanceSettings;
  language: string;
  onInstalled: () => void;
}

/** One of the steps that the data source itself checks. */
function LedgerStep({ id, report, checking, chosen, language, onInstalled }: LedgerStepProps) {
  const connection = (chosen.jsonData ?? {}) as Connection;
  const step = report.value?.steps.find((found) => found.id === id);
  if (report.state === 'failed' && id === 'connection') {
    return <SetupStepLine state="failed" title={stepTitle(id)} message={failureSentence(report.error)} />;
  }
  const missing = report.value && missingStep(report.value);
  const schema = report.value?.schema;
  const outdated = id === 'schema' && step?.ok === true && schema === 'older';
  const newer = id === 'schema' && step?.ok === true && schema === 'newer';
  return (
    <SetupStepLine
      state={outdated || newer ? 'optional' : stateOf(checking, step?.ok)}
      title={stepTitle(id)}
      message={
        outdated
          ? t('setup.older', 'The schema is of an earlier version than the plugin.')
          : newer
            ? t('setup.newer', 'The schema is of a later version than the plugin.')
            : (step?.message ?? (checking ? '' : t('setup.later', 'It is checked once the steps before it are done.')))
      }
      fix={
        outdated
          ? t('setup.olderFix', 'Upgrade it: nothing that was reported is lost.')
          : newer
            ? t('setup.newerFix', 'Upgrade the plugin.')
            : step?.ok
              ? undefined
              : step?.fix
      }
    >
      {(outdated || (id === 'schema' && missing === 'schema')) && (
        <InstallLedger
          uid={chosen.uid}
          connection={connection}
          upgrade={schema === 'older'}
          script={report.value?.script}
          language={language}
          onInstalled={onInstalled}
        />
      )}
      {id === 'roles' && missing === 'roles' && connection.user && (
        <Command
          label={t('setup.grant', 'In the database, as a superuser or as who installed the ledger')}
          text={`GRANT ledger_reader TO ${sqlName(connection.user)};`}
        />
      )}
      {id === 'data' && missing === 'data' && <FirstData connection={connection} />}
    </SetupStepLine>
  );
}

/** The first step that is not in place. */
function missingStep({ steps }: SetupReport): StepId | undefined {
  return steps.find(({ ok }) => !ok)?.id;
}

function stateOf(checking: boolean, ok: boolean | undefined): StepState {
  return checking ? 'checking' : ok === false ? 'failed' : ok ? 'ok' : 'unknown';
}

function failureSentence(error: unknown): string {
  const found = error as { data?: { message?: string }; message?: string } | undefined;
  return (
    found?.data?.message ||
    found?.message ||
    t('setup.silent', 'The data source did not answer: look into its settings and into the log of Grafana.')
  );
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
