/** The five numbers that a leader asks first, made from the ledger's answers. */
import { t } from '@grafana/i18n';
import { formatDifference, formatMeasure } from '../../status/measures';
import type { Light } from '../../status/statuses';
import type { Answer } from '../askLedger';
import { numberAt, type Row, textAt } from '../rows';
import type { Dashboard } from '../address';
import { AS_IT_IS } from '../asItIs';
import { RED_DELAY_RATE } from './delayRate';
import { commonLight, judged, lightsOf, markOf } from './lights';
import { phaseNow } from './phaseNow';
import { type Fixed, HEADLINE } from './questions';

export interface Figure {
  id: string;
  label: string;
  /** Large. */
  value: string;
  /** Small, right beside the value. */
  of?: string;
  /** Comparisons, in the order of their weight. */
  notes: string[];
  light: Light;
  /** The word whose mark stands beside the value. */
  status: string;
  dashboard: Dashboard;
  variables?: Record<string, string>;
  /** One sentence instead of the number. */
  error?: string;
}

type Answers = Record<Fixed, Answer>;
type Made = Omit<Figure, 'id' | 'error'>;
type Make = (answers: Answers, asOf: string, language: string) => Made;

const MAKERS: Array<[id: Exclude<Fixed, 'attention'>, make: Make]> = [
  ['headline', headline],
  ['targets', targets],
  ['tasks', tasks],
  ['risks', risks],
  ['reports', reports],
];

/** @param language in which numbers are written */
export function figures(answers: Answers, asOf: string, language: string): Figure[] {
  return MAKERS.map(([id, make]) => ({ id, ...make(answers, asOf, language), error: answers[id].error }));
}

const count = (value: number | null, language: string) => formatMeasure(value, 'count', 0, language);
const share = (value: number | null, language: string) =>
  formatMeasure(value === null ? null : value * 100, 'percent', 1, language);

function headline({ headline: { rows } }: Answers, asOf: string, language: string): Made {
  const row = phaseNow(rows, asOf);
  const write = (name: string) => measured(row, numberAt(row, name), language);
  const gap = numberAt(row, 'gap');
  return {
    label: textAt(row, 'indicator') || t('overview.headline', 'Policy implementation rate'),
    value: write('value'),
    notes: row
      ? [
          ...(gap === null || gap === 0 ? [] : [difference(row, gap, language)]),
          t('overview.expected', 'expected {{value}}', { value: write('expected_value') }),
          t('overview.phaseTarget', '{{phase}} target {{target}}', {
            phase: textAt(row, 'phase_name'),
            target: write('target_value'),
            ...AS_IT_IS,
          }),
        ]
      : [t('overview.noHeadline', 'The ledger has no target of this unit for it.')],
    light: (textAt(row, 'light') as Light) || 'grey',
    status: textAt(row, 'status') || 'no_data',
    dashboard: 'targets',
    variables: { indicator: HEADLINE },
  };
}

function measured(row: Row | undefined, value: number | null, language: string): string {
  return formatMeasure(value, textAt(row, 'unit_of_measure'), numberAt(row, 'decimals') ?? 1, language);
}

function difference(row: Row, gap: number, language: string): string {
  const by = formatDifference(gap, textAt(row, 'unit_of_measure'), numberAt(row, 'decimals') ?? 1, language);
  return gap < 0
    ? t('overview.behind', '{{by}} behind', { by, ...AS_IT_IS })
    : t('overview.ahead', '{{by}} ahead', { by, ...AS_IT_IS });
}

function targets({ targets: { rows } }: Answers, _: string, language: string): Made {
  const lights = lightsOf(rows[0]);
  const light = commonLight(lights);
  return {
    label: t('overview.targets', 'Targets on track / judged'),
    value: count(lights.green, language),
    of: t('overview.of', '/ {{n}}', { n: count(judged(lights), language) }),
    notes: [
      t('overview.red', 'behind {{n}}', { n: count(lights.red, language) }),
      t('overview.yellow', 'slow {{n}}', { n: count(lights.yellow, language) }),
      t('overview.grey', 'not known {{n}}', { n: count(lights.grey, language) }),
    ],
    light,
    status: markOf(light),
    dashboard: 'targets',
  };
}

function tasks({ tasks: { rows } }: Answers, _: string, language: string): Made {
  const [row] = rows;
  const overdue = numberAt(row, 'overdue');
  const rate = numberAt(row, 'delay_rate');
  const light = overdue === null ? 'grey' : delayLight(overdue, rate);
  return {
    label: t('overview.overdue', 'Overdue tasks / due'),
    value: count(overdue, language),
    of: t('overview.of', '/ {{n}}', { n: count(numberAt(row, 'due'), language) }),
    notes: [
      t('overview.delayRate', 'delay rate {{value}}', { value: share(rate, language) }),
      t('overview.originalDelayRate', 'against original dates {{value}}', {
        value: share(numberAt(row, 'original_delay_rate'), language),
      }),
    ],
    light,
    status: markOf(light),
    dashboard: 'tasks',
  };
}

/** Green at none late, yellow below 8 %, red from there; grey where nothing was due. */
export function rateLight(rate: number | null): Light {
  return rate === null ? 'grey' : rate === 0 ? 'green' : rate < RED_DELAY_RATE ? 'yellow' : 'red';
}

/** Green without arrears, yellow while the delay rate stays below 8 %, red from there. */
export function delayLight(overdue: number, rate: number | null): Light {
  return overdue === 0 ? 'green' : (rate ?? 1) < RED_DELAY_RATE ? 'yellow' : 'red';
}

function risks({ risks: { rows } }: Answers, _: string, language: string): Made {
  const [before, now] = rows.length > 1 ? rows.slice(-2) : [undefined, rows[0]];
  const above = numberAt(now, 'above_appetite');
  const change = before && above !== null ? above - (numberAt(before, 'above_appetite') ?? 0) : null;
  const light = above === null ? 'grey' : above === 0 ? 'green' : 'red';
  return {
    label: t('overview.risks', 'Risks above appetite / open'),
    value: count(above, language),
    of: t('overview.of', '/ {{n}}', { n: count(numberAt(now, 'total') ?? 0, language) }),
    notes: [
      ...(change === null ? [] : [t('overview.thisMonth', 'this month {{change}}', { change: signed(change) })]),
      t('overview.reviewsOverdue', 'reviews overdue {{n}}', {
        n: count(numberAt(now, 'review_overdue') ?? 0, language),
      }),
    ],
    light,
    status: markOf(light),
    dashboard: 'risks',
  };
}

const signed = (change: number) => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '±0');

/** Only what is missing is asked for, so that the answer stays small; its lights are the worst of the register's own. */
function reports({ reports: { rows, cut }, targets: { rows: all } }: Answers, _: string, language: string): Made {
  const never = rows.filter((row) => textAt(row, 'status') === 'never_reported').length;
  const longest = Math.max(0, ...rows.map((row) => numberAt(row, 'late_days') ?? 0));
  // Without any target nobody has to report.
  const known = rows.length > 0 || (numberAt(all[0], 'total') ?? 0) > 0;
  const light: Light = !known ? 'grey' : rows.length === 0 ? 'green' : never < rows.length ? 'red' : 'grey';
  const n = count(rows.length, language);
  return {
    label: t('overview.reports', 'Late reports'),
    value: !known ? '—' : cut ? t('overview.atLeast', '≥ {{n}}', { n }) : n,
    notes:
      rows.length === 0
        ? known
          ? [t('overview.allReported', 'Every report that was due has come.')]
          : []
        : [
            t('overview.longestLate', 'longest {{days}}', { days: formatMeasure(longest, 'days', 0, language) }),
            t('overview.neverReported', 'never reported {{n}}', { n: count(never, language) }),
          ],
    light,
    status: light === 'grey' ? 'never_reported' : markOf(light),
    dashboard: 'unit',
  };
}
