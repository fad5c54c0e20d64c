/** The lines of "what needs attention now". */
import { t } from '@grafana/i18n';
import type { Dashboard } from '../address';
import { AS_IT_IS } from '../asItIs';
import { numberAt, type Row, textAt } from '../rows';
import { type Light, statusWord } from '../../status/statuses';

export type Register = 'indicator' | 'task' | 'risk' | 'report';

export interface AttentionLine {
  key: string;
  register: Register;
  title: string;
  unit: string;
  unitId: string;
  /** Why, in words. */
  detail: string;
  /** Who leads: department and officer. */
  lead: string;
  /** How late, in words; the status where no day counts. */
  late: string;
  status: string;
  light: Light;
  /** Where its title leads: to the policy of a task, to the indicator, to the risks of the unit. */
  about: Destination;
  next: Destination & { label: string };
}

interface Destination {
  dashboard: Dashboard;
  variables: Record<string, string>;
}

export function attentionLines(rows: Row[]): AttentionLine[] {
  return rows.map((row, index) => {
    const register = textAt(row, 'register') as Register;
    return {
      key: `${register}/${textAt(row, 'unit_id')}/${textAt(row, 'item_id')}/${index}`,
      register,
      title: textAt(row, 'title'),
      unit: textAt(row, 'unit'),
      unitId: textAt(row, 'unit_id'),
      detail: textAt(row, 'detail'),
      lead: [textAt(row, 'department'), textAt(row, 'officer')].filter(Boolean).join(' '),
      late: lateness(register, numberAt(row, 'days'), textAt(row, 'status')),
      status: textAt(row, 'status'),
      light: (textAt(row, 'light') as Light) || 'grey',
      about: subject(register, row),
      next: nextStep(register, row),
    };
  });
}

function lateness(register: Register, days: number | null, status: string): string {
  if (days === null || days <= 0) {
    return statusWord(status);
  }
  switch (register) {
    case 'risk':
      return status === 'review_overdue'
        ? t('attention.reviewOverdue', 'review {{n}} d overdue', { n: days })
        : t('attention.riskDays', '{{status}}, {{n}} d', { status: statusWord(status), n: days, ...AS_IT_IS });
    case 'report':
      return t('attention.reportLate', 'report {{n}} d late', { n: days });
    case 'task':
    case 'indicator':
      return status === 'missed' || status === 'overdue'
        ? t('attention.overdue', '{{n}} d overdue', { n: days })
        : statusWord(status);
  }
}

function subject(register: Register, row: Row): Destination {
  const unit = textAt(row, 'unit_id');
  const policy = textAt(row, 'policy_id');
  switch (register) {
    case 'task':
      return policy
        ? { dashboard: 'policy', variables: { unit, policy } }
        : { dashboard: 'tasks', variables: { unit, department: textAt(row, 'department_id') } };
    case 'risk':
      return { dashboard: 'risks', variables: { unit } };
    case 'report':
    case 'indicator':
      // The id of a target is that of its indicator and its phase; that of a report is its indicator's.
      return { dashboard: 'targets', variables: { unit, indicator: textAt(row, 'item_id').split('/')[0] } };
  }
}

function nextStep(register: Register, row: Row): AttentionLine['next'] {
  const unit = textAt(row, 'unit_id');
  switch (register) {
    case 'task':
      return {
        label: t('attention.followUp', 'Follow up'),
        dashboard: 'tasks',
        variables: { unit, department: textAt(row, 'department_id') },
      };
    case 'risk':
      return { label: t('attention.review', 'Review'), dashboard: 'risks', variables: { unit } };
    case 'report':
      return { label: t('attention.remind', 'Call for it'), dashboard: 'unit', variables: { unit } };
    case 'indicator':
      return {
        label: t('attention.look', 'Look'),
        dashboard: 'targets',
        variables: subject(register, row).variables,
      };
  }
}
