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

/**
 * Pixels of a column by language, measured in Grafana 12.2: the longest word must fit, English breaks only at spaces,
 * and what a column saves goes to titles.
 */
type Width = (zh: number, en: number) => number;
const DATE = 98;
const widthIn =
  (language: Language): Width =>
  (zh, en) =>
    language === 'zh-Hans' ? zh : en;

/** The columns of something to act on: what, where, who leads, how it stands, how late, why. */
export function attentionColumns(language: Language): Column[] {
  const say = sayIn(language);
  const width = widthIn(language);
  return [
    { name: 'title', width: width(214, 190), wrap: true },
    { name: 'unit', width: 96, wrap: true },
    { name: 'department', width: width(110, 166), wrap: true },
    { name: 'officer', label: say('责任人', 'Officer'), width: 72 },
    { name: 'status', width: width(84, 92), colored: true, wrap: true },
    { name: 'days', width: 80 },
    { name: 'detail', least: 268, wrap: true },
  ];
}

/** The columns of a task. @param status false where all rows have the same */
export function taskColumns(
  language: Language,
  { days = { name: 'overdue_days' }, status = false }: { days?: Column; status?: boolean } = {}
): Column[] {
  const say = sayIn(language);
  const width = widthIn(language);
  return [
    { name: 'unit', width: 88, wrap: true },
    { name: 'title', least: width(180, 160), wrap: true },
    { name: 'policy', width: width(160, 190), wrap: true },
    ...whoAndWhen(language),
    { name: 'due_date', width: DATE },
    { name: 'extension_count', label: say('延期次数', 'Times extended'), width: 78 },
    ...(status ? [{ name: 'status', width: 84, colored: true, wrap: true }] : []),
    { label: say('逾期天数', 'Days overdue'), width: width(92, 96), steps: LATENESS, sort: 'desc', ...days },
  ];
}

function whoAndWhen(language: Language): Column[] {
  const say = sayIn(language);
  const width = widthIn(language);
  return [
    { name: 'lead_department', width: width(104, 160), wrap: true },
    { name: 'accountable_officer', label: say('责任人', 'Officer'), width: 72 },
    { name: 'original_due_date', width: width(102, DATE) },
  ];
}

/** The columns of a task of one policy, which say its step instead. */
export function stepColumns(language: Language): Column[] {
  return taskColumns(language, { status: true }).map((column) =>
    column.name === 'policy' ? { name: 'step_name', width: 104, wrap: true } : column
  );
}

/** The columns of a task that is done. */
export function doneColumns(language: Language): Column[] {
  const say = sayIn(language);
  return [
    { name: 'unit', width: 88, wrap: true },
    { name: 'title', least: 180, wrap: true },
    ...whoAndWhen(language),
    { name: 'completed_on', label: say('办结日期', 'Done on'), width: DATE, sort: 'desc' },
    { name: 'evidence_url', width: 120, says: say('查看证据', 'Open evidence') },
    { name: 'status', width: 84, colored: true, wrap: true },
  ];
}

/**
 * The columns of a target: what is to be reached, what is, how far that is from what should be by now. Rows of several
 * indicators leave out the latter itself: it is the value less the gap.
 */
export function targetColumns(language: Language, { unit = true, indicator = true } = {}): Column[] {
  const width = widthIn(language);
  return [
    ...(unit ? [indicator ? { name: 'unit', width: 88, wrap: true } : { name: 'unit' }] : []),
    ...(indicator ? [{ name: 'indicator', wrap: true }] : []),
    { name: 'department', width: width(104, 116), wrap: true },
    { name: 'phase_name', width: width(60, 72), wrap: true },
    // Values of several units of measure stand in one column: each row says its own.
    ...(indicator ? [{ name: 'unit_of_measure', width: 88, wrap: true }] : []),
    { name: 'target_value', width: 90 },
    { name: 'due_date', width: DATE },
    { name: 'value', width: 90 },
    ...(indicator ? [] : [{ name: 'expected_value', width: 90 }]),
    { name: 'gap', width: width(104, 96), decimals: 1 },
    { name: 'status', width: width(82, 100), colored: true, wrap: true },
    ...(unit && indicator ? [] : [{ name: 'trend', width: width(60, 82) }]),
  ];
}

/** The columns of a risk. */
export function riskColumns(language: Language): Column[] {
  const say = sayIn(language);
  const width = widthIn(language);
  return [
    { name: 'unit', width: width(76, 90), wrap: true },
    { name: 'title', least: width(210, 150), wrap: true },
    { name: 'category_name', width: width(76, 92) },
    { name: 'department', width: width(104, 116), wrap: true },
    { name: 'owner', width: width(62, 58) },
    { name: 'current_level_name', width: width(52, 68), wrap: true },
    { name: 'status', width: width(82, 86), colored: true, wrap: true },
    { name: 'trend', width: width(56, 60) },
    { name: 'review_overdue_days', label: say('评审逾期', 'Review late'), width: width(78, 70), steps: LATENESS },
    { name: 'mitigation', width: width(140, 156), wrap: true },
    { name: 'mitigation_due_date', width: DATE },
  ];
}

/** The columns of a report that is due. */
export function reportColumns(language: Language): Column[] {
  const width = widthIn(language);
  return [
    { name: 'unit', width: 110, wrap: true },
    { name: 'indicator', wrap: true },
    { name: 'department', width: width(104, 166), wrap: true },
    { name: 'period', width: DATE },
    { name: 'report_due_on', width: DATE },
    { name: 'late_days', width: 86, steps: LATENESS },
    { name: 'last_period', width: DATE },
    { name: 'status', width: 104, colored: true, wrap: true },
  ];
}
