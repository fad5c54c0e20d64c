import { css } from '@emotion/css';
import React from 'react';
import { useLocation } from 'react-router-dom';
import type { DataSourceInstanceSettings, GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getDataSourceSrv, locationService } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import type { PolicyOption } from '../../datasource/options';
import { readingLanguage } from '../../status/measures';
import { APP, placeParams, readPlace } from '../address';
import { askLedger, type Ledger, unreachable } from '../askLedger';
import { today } from '../days';
import { chosenLedger, ledgers } from '../ledgers';
import { isReady, ledgerName, readSetup, type SetupReport } from '../readSetup';
import { useTask } from '../useTask';
import { Notice } from '../Notice';
import { Judgement } from './Judgement';
import { CHILDREN_LIMIT, questionsAbout, questionsAboutChildren } from './questions';
import { OverviewHeader } from './OverviewHeader';

/** A data source with the pickers' lists; src/datasource implements it. */
type LedgerWithOptions = Ledger & {
  getOptions: (request: { list: 'units' | 'domains'; language?: 'zh-Hans' | 'en-US' }) => Promise<PolicyOption[]>;
};

/** Opening question of every supervisor: how does delivery stand, and what needs attention now? */
export function OverviewPage() {
  const place = readPlace(useLocation().search);
  const known = ledgers();
  const chosen = chosenLedger(known, place.datasource);
  if (!chosen) {
    return (
      <Notice
        title={t('overview.noLedger', 'No policy ledger is connected yet.')}
        text={t('overview.noLedgerNext', 'Setup takes you through it: connection, schema, roles, data.')}
        link={{ label: t('overview.toSetup', 'Open Setup'), href: `${APP}/setup` }}
      />
    );
  }
  return (
    <LedgerOverview key={chosen.uid} chosen={chosen} known={known} unit={place.unit} asOf={place.asOf ?? today()} />
  );
}

interface LedgerOverviewProps {
  chosen: DataSourceInstanceSettings;
  known: DataSourceInstanceSettings[];
  unit?: string;
  asOf: string;
}

function LedgerOverview({ chosen, known, unit, asOf }: LedgerOverviewProps) {
  const styles = useStyles2(getStyles);
  const language = readingLanguage();
  const opened = useTask(chosen.uid, () => openLedger(chosen.uid, language));
  const toSetup = {
    label: t('overview.toSetup', 'Open Setup'),
    href: `${APP}/setup?datasource=${encodeURIComponent(chosen.uid)}`,
  };
  if (opened.state === 'failed') {
    return (
      <Notice
        severity="error"
        title={opened.error instanceof Error && opened.error.message ? opened.error.message : unreachable()}
        link={toSetup}
      />
    );
  }
  const ledger = opened.value;
  if (ledger && !isReady(ledger.setup)) {
    const broken = ledger.setup.steps.find(({ ok }) => !ok);
    return (
      <Notice
        severity="warning"
        title={broken?.message || t('overview.notReady', 'The policy ledger is not ready yet.')}
        text={broken?.fix}
        link={toSetup}
      />
    );
  }
  const scope = ledger?.units.find(({ value }) => value === unit) ?? topUnit(ledger?.units);
  if (ledger && !scope) {
    return (
      <Notice
        title={t('overview.empty', 'The ledger holds no unit yet.')}
        text={t('overview.emptyNext', 'Import a workbook: units first, then policies, indicators, tasks and risks.')}
        link={toSetup}
      />
    );
  }
  return (
    <div className={styles.page}>
      <OverviewHeader
        ledgerName={ledger ? ledgerName(ledger.setup, language) || chosen.name : chosen.name}
        known={known}
        chosen={chosen}
        units={ledger?.units ?? []}
        scope={scope}
        asOf={asOf}
        latest={ledger?.setup.asOf?.slice(0, 10)}
        onChange={(change) => locationService.partial(placeParams(change))}
      />
      <UnitOverview chosen={chosen} ledger={ledger} scope={scope} asOf={asOf} language={language} />
    </div>
  );
}

interface OpenLedger {
  source: LedgerWithOptions;
  setup: SetupReport;
  units: PolicyOption[];
  domains: PolicyOption[];
}

async function openLedger(uid: string, language: string): Promise<OpenLedger> {
  const source = (await getDataSourceSrv().get(uid)) as unknown as LedgerWithOptions;
  const setup = await readSetup(source, language);
  if (!isReady(setup)) {
    return { source, setup, units: [], domains: [] };
  }
  const asked = language === 'zh-Hans' ? 'zh-Hans' : 'en-US';
  const [units, domains] = await Promise.all([
    source.getOptions({ list: 'units', language: asked }),
    source.getOptions({ list: 'domains', language: asked }),
  ]);
  return { source, setup, units, domains };
}

/** The unit above all others that the reader may see. */
function topUnit(units: PolicyOption[] = []): PolicyOption | undefined {
  return units.find(({ parent }) => !parent || !units.some(({ value }) => value === parent));
}

interface UnitOverviewProps {
  chosen: DataSourceInstanceSettings;
  ledger?: OpenLedger;
  scope?: PolicyOption;
  asOf: string;
  language: string;
}

function UnitOverview({ chosen, ledger, scope, asOf, language }: UnitOverviewProps) {
  const below = ledger && scope ? ledger.units.filter(({ parent }) => parent === scope.value) : [];
  const children = below.slice(0, CHILDREN_LIMIT);
  const answers = useTask(
    JSON.stringify([chosen.uid, ledger !== undefined, scope?.value, asOf, language]),
    async () => {
      if (!ledger || !scope) {
        return undefined;
      }
      const [about, aboutChildren] = await Promise.all([
        askLedger(ledger.source, questionsAbout(scope.value), asOf, language),
        askLedger(ledger.source, questionsAboutChildren(children.map(({ value }) => value)), asOf, language),
      ]);
      return { about, aboutChildren };
    }
  );
  return (
    <Judgement
      loading={answers.state === 'loading' || !ledger}
      answers={answers.value}
      place={{ datasource: chosen.uid, unit: scope?.value ?? '', asOf }}
      below={children.map(({ value, label }) => ({ id: value, name: label }))}
      leftOut={below.length - children.length}
      domains={(ledger?.domains ?? []).map(({ value, label }) => ({ id: value, name: label }))}
      language={language}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    width: '100%',
    // What stands side by side depends on the page's own width, which a docked menu narrows.
    containerType: 'inline-size',
  }),
});
