import React from 'react';
import { locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { LinkButton } from '@grafana/ui';
import type { Task } from '../useTask';
import type { DashboardsFound, RulesFound } from './presence';
import { SetupStepLine, type StepState } from './SetupStepLine';

const APP_SETTINGS = '/plugins/shigan-policy-app';
const RULES = '/alerting/list';

/** What a step says and what to do. */
interface Said {
  state: StepState;
  message: string;
  fix?: string;
}

export function DashboardsStep({ found }: { found: Task<DashboardsFound | null> }) {
  const said = saidOf(found, ofDashboards);
  return (
    <SetupStepLine title={t('setup.dashboards', 'Dashboards')} {...said}>
      {said.state === 'optional' && (
        <LinkButton variant="secondary" size="sm" href={locationUtil.assureBaseUrl(APP_SETTINGS)}>
          {t('setup.toPlugin', 'Plugin settings')}
        </LinkButton>
      )}
    </SetupStepLine>
  );
}

export function AlertsStep({ found }: { found: Task<{ rules: RulesFound | null; receivers: string[] | null }> }) {
  const said = saidOf(found, ({ rules, receivers }) => ofRules(rules, receivers));
  return (
    <SetupStepLine title={t('setup.alerts', 'Alert rules')} {...said}>
      {said.state === 'failed' && (
        <LinkButton variant="secondary" size="sm" href={locationUtil.assureBaseUrl(RULES)}>
          {t('setup.toRules', 'Alert rules')}
        </LinkButton>
      )}
    </SetupStepLine>
  );
}

function saidOf<T>(task: Task<T>, say: (value: T) => Said): Said {
  if (task.state === 'done') {
    return say(task.value);
  }
  return { state: task.state === 'loading' ? 'checking' : 'unknown', message: '' };
}

function ofDashboards(found: DashboardsFound | null): Said {
  if (!found) {
    return {
      state: 'unknown',
      message: t('setup.dashboardsUnknown', 'Whether the dashboards are installed cannot be told here.'),
    };
  }
  const { there, all } = found;
  if (there === all) {
    return { state: 'ok', message: t('setup.dashboardsThere', 'All {{n}} dashboards are installed.', { n: all }) };
  }
  return {
    state: 'optional',
    message:
      there === 0
        ? t('setup.dashboardsMissing', 'The dashboards are not installed.')
        : t('setup.dashboardsSome', '{{there}} of {{all}} dashboards are installed.', { there, all }),
    fix: t(
      'setup.dashboardsFix',
      'Enable the app in its plugin settings, or provision the folder dashboards (docs/dashboards.md).'
    ),
  };
}

function ofRules(rules: RulesFound | null, receivers: string[] | null): Said {
  if (!rules) {
    return {
      state: 'unknown',
      message: t('setup.alertsUnknown', 'Whether alert rules are installed cannot be told here.'),
    };
  }
  if (rules.count === 0) {
    return {
      state: 'optional',
      message: t('setup.alertsMissing', 'No alert rule watches the ledger: nobody is warned.'),
      fix: t('setup.alertsFix', 'Copy provisioning/alerting to Grafana and restart it (docs/alerting.md).'),
    };
  }
  if (rules.failing) {
    return {
      state: 'failed',
      message: t('setup.alertsFailing', '{{n}} of {{all}} alert rules fail; the first is “{{name}}”.', {
        n: rules.failing.count,
        all: rules.count,
        name: rules.failing.name,
      }),
      fix: rules.failing.error,
    };
  }
  if (rules.waiting > 0) {
    return {
      state: 'unknown',
      message: t(
        'setup.alertsWaiting',
        '{{n}} of {{all}} alert rules were not evaluated yet: check again in a minute.',
        {
          n: rules.waiting,
          all: rules.count,
        }
      ),
    };
  }
  if (receivers?.length === 0) {
    return {
      state: 'optional',
      message: t(
        'setup.alertsUnrouted',
        '{{n}} alert rules watch the ledger, but no notification policy is made for them.',
        {
          n: rules.count,
        }
      ),
      fix: t(
        'setup.alertsRoute',
        'Route alerts with the label product=shigan to a contact point, as provisioning/alerting does (docs/alerting.md).'
      ),
    };
  }
  const sentence = t('setup.alertsThere', '{{n}} alert rules watch the ledger; {{alerts}} alerts now.', {
    n: rules.count,
    alerts: rules.alerts,
  });
  return {
    state: 'ok',
    message: receivers
      ? t('setup.alertsSent', '{{sentence}} They go to {{receivers}}.', { sentence, receivers: receivers.join(', ') })
      : sentence,
  };
}
