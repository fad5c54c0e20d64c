/** The words of the editors: each part of the query model in the reader's language. */
import { t } from '@grafana/i18n';
import type { Light } from '../status/statuses';
import type { OptionList } from './options';
import type { DepartmentRole, Format, GroupBy, Kind, Language, Measure, PolicyEvent, RiskBasis, View } from './query';
import type { TlsMode } from './settings';

export function kindWord(kind: Kind): string {
  switch (kind) {
    case 'series':
      return t('kind.series', 'Observations');
    case 'targets':
      return t('kind.targets', 'Phase targets');
    case 'tasks':
      return t('kind.tasks', 'Tasks');
    case 'risks':
      return t('kind.risks', 'Risks');
    case 'reports':
      return t('kind.reports', 'Reports');
    case 'attention':
      return t('kind.attention', 'Needs attention');
    case 'annotations':
      return t('kind.annotations', 'Events');
  }
}

export function eventWord(event: PolicyEvent): string {
  switch (event) {
    case 'phase_start':
      return t('event.phase_start', 'A phase begins');
    case 'phase_end':
      return t('event.phase_end', 'A phase is due');
    case 'policy_issued':
      return t('event.policy_issued', 'A policy is issued');
    case 'policy_effective':
      return t('event.policy_effective', 'A policy takes effect');
    case 'policy_end':
      return t('event.policy_end', 'A policy ends');
    case 'extension':
      return t('event.extension', 'A due date is extended');
    case 'import':
      return t('event.import', 'Data are imported');
  }
}

export function viewWord(view: View): string {
  switch (view) {
    case 'rows':
      return t('view.rows', 'One by one');
    case 'summary':
      return t('view.summary', 'Counted by group');
    case 'trend':
      return t('view.trend', 'Month by month');
    case 'matrix':
      return t('view.matrix', 'Likelihood × impact');
  }
}

export function groupWord(group: GroupBy): string {
  switch (group) {
    case 'none':
      return t('group.none', 'All in one');
    case 'department':
      return t('group.department', 'Department');
    case 'unit':
      return t('group.unit', 'Unit');
    case 'child':
      return t('group.child', 'Unit directly below');
    case 'tier':
      return t('group.tier', 'Tier');
    case 'policy':
      return t('group.policy', 'Policy');
    case 'domain':
      return t('group.domain', 'Domain');
  }
}

export function roleWord(role: DepartmentRole): string {
  switch (role) {
    case 'lead':
      return t('role.lead', 'Leads');
    case 'support':
      return t('role.support', 'Supports');
    case 'any':
      return t('role.any', 'Either');
  }
}

export function basisWord(basis: RiskBasis): string {
  switch (basis) {
    case 'inherent':
      return t('basis.inherent', 'Inherent');
    case 'current':
      return t('basis.current', 'Current');
    case 'residual':
      return t('basis.residual', 'Residual');
  }
}

export function formatWord(format: Format): string {
  switch (format) {
    case 'table':
      return t('format.table', 'Table');
    case 'alert':
      return t('format.alert', 'Alert');
  }
}

export function measureWord(measure: Measure): string {
  switch (measure) {
    case 'overdue_days':
      return t('measures.overdue_days', 'Days overdue');
    case 'extension_count':
      return t('measures.extension_count', 'Number of extensions');
    case 'behind_pace':
      return t('measures.behind_pace', 'Percent behind the expected pace');
    case 'breached':
      return t('measures.breached', 'Limit breached (1) or kept (0)');
    case 'levels_above_appetite':
      return t('measures.levels_above_appetite', 'Levels above the appetite');
    case 'review_overdue_days':
      return t('measures.review_overdue_days', 'Days the review is overdue');
    case 'mitigation_overdue_days':
      return t('measures.mitigation_overdue_days', 'Days the mitigation is overdue');
    case 'late_days':
      return t('measures.late_days', 'Days the report is late');
    case 'overdue_days_apart':
      return t('measures.overdue_days_apart', 'Days overdue, negative where the overdue policy tells it');
    case 'policy_overdue_tasks':
      return t('measures.policy_overdue_tasks', 'Overdue tasks of an overdue policy');
    case 'policy_escalation_days':
      return t('measures.policy_escalation_days', 'Working days an overdue policy is behind, for the unit above');
    case 'second_policy_escalation_days':
      return t(
        'measures.second_policy_escalation_days',
        'Working days an overdue policy is behind, for the unit two tiers above'
      );
    case 'due_within':
      return t('measures.due_within', 'Due within 30, 15 or 7 days');
    case 'escalation_days':
      return t('measures.escalation_days', 'Working days overdue, for the unit above');
    case 'second_escalation_days':
      return t('measures.second_escalation_days', 'Working days overdue, for the unit two tiers above');
    case 'periods_behind':
      return t('measures.periods_behind', 'Reporting periods in a row behind pace');
    case 'stale_days':
      return t('measures.stale_days', 'Days since the latest value grew too old');
    case 'days_since_import':
      return t('measures.days_since_import', 'Days since the last import');
  }
}

export function lightWord(light: Light): string {
  switch (light) {
    case 'red':
      return t('light.red', 'Red');
    case 'yellow':
      return t('light.yellow', 'Yellow');
    case 'green':
      return t('light.green', 'Green');
    case 'grey':
      return t('light.grey', 'Grey (not known)');
  }
}

/** @param tier 1 central … 5 township; another number is shown as it is */
export function tierWord(tier: number): string {
  switch (tier) {
    case 1:
      return t('tier.central', 'Central');
    case 2:
      return t('tier.province', 'Province');
    case 3:
      return t('tier.city', 'City');
    case 4:
      return t('tier.county', 'County');
    case 5:
      return t('tier.township', 'Township');
    default:
      return String(tier);
  }
}

export function listWord(list: OptionList): string {
  switch (list) {
    case 'units':
      return t('list.units', 'Units');
    case 'departments':
      return t('list.departments', 'Departments');
    case 'policies':
      return t('list.policies', 'Policies');
    case 'indicators':
      return t('list.indicators', 'Indicators');
    case 'domains':
      return t('list.domains', 'Domains');
    case 'phases':
      return t('list.phases', 'Phases');
    case 'tiers':
      return t('list.tiers', 'Tiers');
    case 'categories':
      return t('list.categories', 'Risk categories');
    case 'statuses':
      return t('list.statuses', 'Statuses');
    case 'lights':
      return t('list.lights', 'Lights');
  }
}

export function tlsWord(mode: TlsMode): { label: string; description: string } {
  switch (mode) {
    case 'disable':
      return {
        label: t('tls.disable', 'None'),
        description: t('tls.disable-description', 'Not encrypted: only within one machine or a closed network.'),
      };
    case 'require':
      return {
        label: t('tls.require', 'Encrypted'),
        description: t('tls.require-description', 'Encrypted, but nobody checks who the server is.'),
      };
    case 'verify-ca':
      return {
        label: t('tls.verify-ca', 'Encrypted, certificate checked'),
        description: t('tls.verify-ca-description', 'A known authority signed the certificate of the server.'),
      };
    case 'verify-full':
      return {
        label: t('tls.verify-full', 'Encrypted, certificate and name checked'),
        description: t(
          'tls.verify-full-description',
          'A known authority signed the certificate of the server, and it names the address above.'
        ),
      };
  }
}

/** A language in its own words, whatever the reader's is. */
export const languageWord = (language: Language): string => (language === 'zh-Hans' ? '简体中文' : 'English');
