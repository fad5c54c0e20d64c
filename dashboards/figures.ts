/** Figures and columns that several dashboards show alike: said once. */
import { RED_DELAY_RATE } from '../src/pages/overview/delayRate';
import { urlOf } from './dashboard';
import { type Language, type Name, sayIn } from './language';
import type { Column, Figure, Threshold } from './panel';

/** Zero is good, anything above is not; what is not known has no colour. */
export const ZERO_IS_GOOD: Threshold[] = [
  [null, 'text'],
  [0, 'green'],
  [1, 'red'],
];

/** Shares 0–1. A city that keeps the three lists runs at 8 %: above that a delay rate is red, and yellow below it. */
export const DELAY: Threshold[] = [
  [null, 'text'],
  [0, 'green'],
  [0.0001, 'yellow'],
  [RED_DELAY_RATE, 'red'],
];

/** Days late, in the classes of ageing. */
export const LATENESS: Threshold[] = [
  [null, 'text'],
  [1, 'yellow'],
  [16, 'red'],
];

/** The four lights of targets, each with how many stand so. */
export function lightFigures(language: Language): Figure[] {
  const say = sayIn(language);
  return [
    {
      name: 'green',
      label: say('绿灯', 'Green'),
      steps: [
        [null, 'text'],
        [1, 'green'],
      ],
    },
    {
      name: 'yellow',
      label: say('黄灯', 'Yellow'),
      steps: [
        [null, 'text'],
        [1, 'yellow'],
      ],
    },
    { name: 'red', label: say('红灯', 'Red'), steps: ZERO_IS_GOOD },
    { name: 'grey', label: say('灰灯', 'Grey'), steps: [[null, 'text']] },
  ];
}

/** How long arrears have been lying, in the classes of monitor.task_summary. */
export function ageingFigures(language: Language): Figure[] {
  const say = sayIn(language);
  const link = { title: say('逾期任务', 'Overdue tasks'), url: urlOf('tasks', language) };
  return [
    { name: 'ageing_1_7', label: say('1–7 天', '1–7 days'), steps: [[null, 'yellow']], link },
    { name: 'ageing_8_15', label: say('8–15 天', '8–15 days'), steps: [[null, 'dark-yellow']], link },
    { name: 'ageing_16_30', label: say('16–30 天', '16–30 days'), steps: [[null, 'orange']], link },
    { name: 'ageing_31_60', label: say('31–60 天', '31–60 days'), steps: [[null, 'red']], link },
    { name: 'ageing_over_60', label: say('60 天+', '60+ days'), steps: [[null, 'dark-red']], link },
  ];
}

/** The columns of a summary of targets by group; the group leads to the dashboard of its kind. */
export function targetGroups(language: Language, group: Column): Column[] {
  return [
    group,
    { name: 'total', width: 60 },
    ...lightFigures(language).map(({ name, label, steps }) => ({ name, label, steps, width: 72 })),
  ];
}

/** The columns of a summary of tasks by group. */
export function taskGroups(language: Language, group: Column): Column[] {
  const say = sayIn(language);
  return [
    group,
    { name: 'due', width: 66 },
    { name: 'overdue', label: say('逾期', 'Overdue'), width: 104, steps: ZERO_IS_GOOD, sort: 'desc' },
    { name: 'delay_rate', width: 86, steps: DELAY },
    { name: 'original_delay_rate', label: say('原定延期率', 'Original delay rate'), width: 104, steps: DELAY },
  ];
}

/** A group's name that leads to a dashboard about that group. */
export function groupColumn(language: Language, label: string, dashboard: Name, variable: string): Column {
  const say = sayIn(language);
  return {
    name: 'group_name',
    label,
    wrap: true,
    links: [
      {
        title: say('打开', 'Open'),
        url: urlOf(dashboard, language, { [variable]: '${__data.fields.group_id}' }),
      },
    ],
  };
}

/** The columns of something to act on: what, where, who leads, how it stands, how late, why. */
export function attentionColumns(language: Language): Column[] {
  const say = sayIn(language);
  return [
    { name: 'title', width: 214, wrap: true },
    { name: 'unit', width: 96, wrap: true },
    { name: 'department', width: 164, wrap: true },
    { name: 'officer', label: say('责任人', 'Officer'), width: 78 },
    { name: 'status', width: 100, colored: true, wrap: true },
    { name: 'days', width: 80 },
    { name: 'detail', wrap: true },
  ];
}

/** The columns of a task. @param status false where all rows have the same */
export function taskColumns(
  language: Language,
  { days = { name: 'overdue_days' }, status = false }: { days?: Column; status?: boolean } = {}
): Column[] {
  const say = sayIn(language);
  return [
    { name: 'unit', width: 92, wrap: true },
    { name: 'title', wrap: true },
    { name: 'policy', width: 184, wrap: true },
    { name: 'lead_department', width: 128, wrap: true },
    { name: 'accountable_officer', label: say('责任人', 'Officer'), width: 80 },
    { name: 'original_due_date', width: 104 },
    { name: 'due_date', width: 98 },
    { name: 'extension_count', label: say('延期次数', 'Times extended'), width: 82 },
    ...(status ? [{ name: 'status', width: 84, colored: true, wrap: true }] : []),
    { label: say('逾期天数', 'Days overdue'), width: 92, steps: LATENESS, sort: 'desc', ...days },
  ];
}

/** The columns of a target: what is to be reached, what is, what should be by now. */
export function targetColumns({ unit = true, indicator = true } = {}): Column[] {
  return [
    ...(unit ? [indicator ? { name: 'unit', width: 84, wrap: true } : { name: 'unit' }] : []),
    ...(indicator ? [{ name: 'indicator', wrap: true }] : []),
    { name: 'department', width: 116, wrap: true },
    { name: 'phase_name', width: 84 },
    // Values of several units of measure stand in one column: each row says its own.
    ...(indicator ? [{ name: 'unit_of_measure', width: 76 }] : []),
    { name: 'target_value', width: 84 },
    { name: 'due_date', width: 98 },
    { name: 'value', width: 84 },
    { name: 'expected_value', width: 84 },
    { name: 'gap', width: 88, decimals: 1 },
    { name: 'status', width: 94, colored: true, wrap: true },
    ...(unit && indicator ? [] : [{ name: 'trend', width: 76 }]),
  ];
}

/** The columns of a risk. */
export function riskColumns(language: Language): Column[] {
  const say = sayIn(language);
  return [
    { name: 'unit', width: 84, wrap: true },
    { name: 'title', wrap: true },
    { name: 'category_name', width: 86 },
    { name: 'department', width: 108, wrap: true },
    { name: 'owner', width: 66 },
    { name: 'current_level_name', width: 62, wrap: true },
    { name: 'status', width: 94, colored: true, wrap: true },
    { name: 'trend', width: 66 },
    { name: 'review_overdue_days', label: say('评审逾期', 'Review late'), width: 80, steps: LATENESS },
    { name: 'mitigation', wrap: true },
    { name: 'mitigation_due_date', width: 98 },
  ];
}

/** The columns of a report that is due. */
export function reportColumns(): Column[] {
  return [
    { name: 'unit', width: 110, wrap: true },
    { name: 'indicator', wrap: true },
    { name: 'department', width: 120, wrap: true },
    { name: 'period', width: 98 },
    { name: 'report_due_on', width: 98 },
    { name: 'late_days', width: 90, steps: LATENESS },
    { name: 'last_period', width: 98 },
    { name: 'status', width: 110, colored: true, wrap: true },
  ];
}
