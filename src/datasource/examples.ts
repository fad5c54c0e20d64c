import { t } from '@grafana/i18n';
import { CURRENT_VERSION, type PolicyQuery } from './query';

interface Example {
  question: string;
  query: Omit<PolicyQuery, 'refId'>;
}

const asked = (query: Omit<PolicyQuery, 'refId' | 'schemaVersion'>): Omit<PolicyQuery, 'refId'> => ({
  schemaVersion: CURRENT_VERSION,
  format: 'table',
  scope: {},
  ...query,
});

/** Questions to begin with, each with the query that answers it; every kind has one. */
export function examples(): Example[] {
  return [
    {
      question: t('help.attention', 'What has to be dealt with first?'),
      query: asked({ kind: 'attention', view: 'rows', limit: 20 }),
    },
    {
      question: t('help.overdue', 'Which tasks are overdue?'),
      query: asked({ kind: 'tasks', view: 'rows', statuses: ['overdue'] }),
    },
    {
      question: t('help.departments', 'Which departments are late?'),
      query: asked({ kind: 'tasks', view: 'summary', groupBy: 'department' }),
    },
    {
      question: t('help.trend', 'Do delays become fewer?'),
      query: asked({ kind: 'tasks', view: 'trend', months: 24 }),
    },
    {
      question: t('help.targets', 'Which targets do not keep pace?'),
      query: asked({ kind: 'targets', view: 'rows', lights: ['red', 'yellow'] }),
    },
    {
      question: t('help.series', 'How do the provinces’ values develop?'),
      query: asked({ kind: 'series', view: 'rows', scope: { tiers: [2] } }),
    },
    {
      question: t('help.risks', 'Where do the risks stand?'),
      query: asked({ kind: 'risks', view: 'matrix', basis: 'current' }),
    },
    {
      question: t('help.reports', 'Who has not reported?'),
      query: asked({ kind: 'reports', view: 'rows', statuses: ['late', 'never_reported'] }),
    },
    {
      question: t('help.events', 'What happened when?'),
      query: asked({ kind: 'annotations', view: 'rows' }),
    },
    {
      question: t('help.alert', 'How does a rule warn of overdue tasks?'),
      query: asked({ kind: 'tasks', view: 'rows', format: 'alert', measure: 'overdue_days' }),
    },
  ];
}
