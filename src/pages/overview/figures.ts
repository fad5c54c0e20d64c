/** The five numbers that a leader asks first, made from the ledger's answers. */
import { t } from '@grafana/i18n';
import { formatDifference, formatMeasure } from '../../status/measures';
import type { Light } from '../../status/statuses';
import type { Answer } from '../askLedger';
import { numberAt, type Row, textAt } from '../rows';
import type { Dashboard } from '../address';
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

type Make = (answer: Answer, asOf: string, language: string) => Omit<Figure, 'id' | 'error'>;

const MAKERS: Array<[id: Exclude<Fixed, 'attention'>, make: Make]> = [
  ['headline', headline],
  ['targets', targets],
  ['tasks', tasks],
  ['risks', risks],
  ['reports', reports],
];

/** @param language in which numbers are written */
export function figures(answers: Record<Fixed, Answer>, asOf: string, language: string): Figure[] {
  return MAKERS.map(([id, make]) => ({ id, ...make(answers[id], asOf, language), error: answers[id].error }));
}

const count = (value: number | null, language: string) => formatMeasure(value, 'count', 0, language);
const share = (value: number | null, language: string) =>
  formatMeasure(value === null ? null : value * 100, 'percent', 1, language);

function headline({ rows }: Answer, asOf: string, language: string): Omit<Figure, 'id'> {
  const row = phaseNow(rows, asOf);
  const write = (name: string) => measured(row, numberAt(row, name), language);
  const gap = numberAt(row, 'gap');
  const status = textAt(row, 'status') || 'no_data';
  return {
    label: row
      ? t('overview.headlineOf', '{{indicator}} ({{phase}} target {{target}})', {
          indicator: textAt(row, 'indicator'),
          phase: textAt(row, 'phase_name'),
          target: write('target_value'),
        })
      : t('overview.headline', 'Policy implementation rate'),
    value: write('value'),
    notes: row
      ? [
          t('overview.expected', 'expected {{value}}', { value: write('expected_value') }),
          ...(gap === null || gap === 0 ? [] : [difference(row, gap, language)]),
        ]
      : [t('overview.noHeadline', 'The ledger has no target of this unit for it.')],
    light: (textAt(row, 'light') as Light) || 'grey',
    status,
    dashboard: 'targets',
    variables: { indicator: HEADLINE },
  };
}

function measured(row: Row | undefined, value: number | null, language: string): string {
  return formatMeasure(value, textAt(row, 'unit_of_measure'), numberAt(row, 'decimals') ?? 1, language);
}

function difference(row: Row, gap: number, language: string): string {
  const by = formatDifference(gap, textAt(row, 'unit_of_measure'), numberAt(row, 'decimals') ?? 1, language);
  return gap < 0 ? t('overview.behind', '{{by}} behind', { by }) : t('overview.ahead', '{{by}} ahead', { by });
}

function targets({ rows }: Answer, _: string, language: string): Omit<Figure, 'id'> {
  const lights = lightsOf(rows[0]);
  const light = commonLight(lights);
  return {
    label: t('overview.targets', 'Targets on track or achieved'),
    value: count(lights.green, language),
    of: t('overview.ofJudged', '/ {{n}} judged', { n: count(judged(lights), language) }),
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

function tasks({ rows: [row] }: Answer, _: string, language: string): Omit<Figure, 'id'> {
  const overdue = numberAt(row, 'overdue');
  const rate = numberAt(row, 'delay_rate');
  const light = overdue === null ? 'grey' : delayLight(overdue, rate);
  return {
    label: t('overview.overdue', 'Overdue tasks / due'),
    value: count(overdue, language),
    of: t('overview.ofDue', '/ {{value}}', { value: count(numberAt(row, 'due'), language) }),
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

function risks({ rows }: Answer, _: string, language: string): Omit<Figure, 'id'> {
  const [before, now] = rows.length > 1 ? rows.slice(-2) : [undefined, rows[0]];
  const above = numberAt(now, 'above_appetite');
  const change = before && above !== null ? above - (numberAt(before, 'above_appetite') ?? 0) : null;
  const light = above === null ? 'grey' : above === 0 ? 'green' : 'red';
  return {
    label: t('overview.risks', 'Risks above appetite'),
    value: count(above, language),
    of: t('overview.ofRisks', '/ {{n}} open', { n: count(numberAt(now, 'total') ?? 0, language) }),
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

function reports({ rows, cut }: Answer, _: string, language: string): Omit<Figure, 'id'> {
  const late = rows.filter((row) => ['late', 'never_reported'].includes(textAt(row, 'status'))).length;
  const light: Light =
    rows.length === 0 ? 'grey' : late === 0 ? 'green' : late / rows.length < RED_DELAY_RATE ? 'yellow' : 'red';
  return {
    label: t('overview.reports', 'Reports that have come'),
    // Of an answer that was cut, only the number of late reports seen is known.
    value: cut || rows.length === 0 ? '—' : share((rows.length - late) / rows.length, language),
    notes: [
      cut
        ? t('overview.lateAtLeast', 'at least {{n}} late', { n: count(late, language) })
        : t('overview.late', '{{n}} late of {{total}}', {
            n: count(late, language),
            total: count(rows.length, language),
          }),
    ],
    light,
    status: markOf(light),
    dashboard: 'unit',
  };
}
