/** What a gauge says in words: targets, verdicts, by how much, how long. Every sentence is translated. */
import { keep, spokenLanguage, t } from './translate';
import { formatDifference, formatMeasure } from '../../../status/measures';
import { lookOf, statusWord } from '../../../status/statuses';
import { daysBetween } from '../data/days';
import type { Gauge, Phase } from '../data/gauges';

/** A value in the gauge's unit; an em dash, or what the reader set instead, for null. */
export const valueWords = (gauge: Gauge, value: number | null): string =>
  written(gauge, value) ?? measureWords(value, gauge.measure, gauge.decimals, false);

/** A value set by someone (a target, a baseline): only the decimals that it has, and the shortest unit. */
export const setValueWords = (gauge: Gauge, value: number | null): string =>
  written(gauge, value) ?? withoutIdleZeros(shortMeasure(gauge, value, ownDecimals(value, gauge.decimals)), gauge);

/** A value with the shortest unit, for rows and rings: 17.2 百分点, not 17.2 个百分点. */
export const shortValueWords = (gauge: Gauge, value: number | null): string =>
  written(gauge, value) ?? shortMeasure(gauge, value, gauge.decimals);

/** As the field writes it; null where the ledger's unit of measure does. */
const written = (gauge: Gauge, value: number | null) => (value === null ? gauge.noValue : gauge.write(value));

/** ¥250M and ¥2.5M, not ¥250.00M and ¥2.50M: amounts come with two decimals. */
const withoutIdleZeros = (words: string, { measure }: Gauge) =>
  measure === 'money' ? words.replace(/(\.\d*?)0+(?!\d)/, '$1').replace(/\.(?!\d)/, '') : words;

const shortMeasure = ({ measure }: Gauge, value: number | null, decimals: number) =>
  measureWords(value, measure, decimals, true);

const measureWords = (value: number | null, measure: string | null, decimals: number, isBrief: boolean) =>
  keep(`measure ${value} ${measure} ${decimals} ${isBrief}`, () =>
    formatMeasure(value, measure, decimals, spokenLanguage(), isBrief)
  );

/** The decimals that a value really has, at most `most`. */
function ownDecimals(value: number | null, most: number): number {
  if (value === null) {
    return most;
  }
  for (let decimals = 0, power = 1; decimals < most; decimals++, power *= 10) {
    // Equal but for what binary fractions cannot hold.
    if (Math.abs(value * power - Math.round(value * power)) < 1e-9 * Math.max(1, Math.abs(value * power))) {
      return decimals;
    }
  }
  return most;
}

/** A difference without its sign; `brief` for narrow places: 1.9 百分点, not 1.9 个百分点. */
export const differenceWords = (gauge: Gauge, difference: number, brief = false): string =>
  gauge.writeDifference(Math.abs(difference), brief) ??
  formatDifference(difference, gauge.measure, gauge.decimals, spokenLanguage(), brief);

// Making a format for every number would take longer than all the rest of a drawing.
const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export const percentWords = (share: number) => `${WHOLE.format(Math.round(share * 100))}%`;

export const phaseWords = (phase: Phase) => phase.name || t('phase.only', 'Target');

/** The target as what it is: a value to reach, a floor, a ceiling, a range, a rank, a yes. */
export function targetWords(gauge: Gauge, phase: Phase): string {
  const value = setValueWords(gauge, phase.target);
  switch (phase.target === null ? 'none' : gauge.kind) {
    case 'none':
      return t('target.none', 'no target');
    case 'floor':
      return t('target.floor', 'at least {{value}}', { value });
    case 'ceiling':
      return t('target.ceiling', 'at most {{value}}', { value });
    case 'range':
      return t('target.range', '{{value}} to {{upper}}', { value, upper: setValueWords(gauge, phase.upper) });
    case 'rank':
      return t('target.rank', 'top {{value}}', { value: Math.round(phase.target ?? 0) });
    case 'yes_no':
      return t('target.answer', 'must be {{value}}', { value });
    default:
      return t('target.aim', 'target {{value}}', { value });
  }
}

/** The target in the fewest letters, for a place beside a mark. */
export function shortTargetWords(gauge: Gauge, phase: Phase): string {
  const value = setValueWords(gauge, phase.target);
  switch (phase.target === null ? 'none' : gauge.kind) {
    case 'none':
      return '—';
    case 'floor':
      return `≥ ${value}`;
    case 'ceiling':
      return `≤ ${value}`;
    case 'range':
      return `${value.replace(/\s*(%|pp|百分点)$/, '')}–${setValueWords(gauge, phase.upper)}`;
    case 'rank':
      return targetWords(gauge, phase);
    default:
      return value;
  }
}

export const verdictWords = (phase: Phase) =>
  phase.said ?? (phase.status === null ? t('verdict.unjudged', 'Not judged') : wordOf(phase.status));

/** A status in the reader's language, looked up once. */
export const wordOf = (status: string) => keep(`status ${status}`, () => statusWord(status));

export const dueWords = (phase: Phase) => (phase.due === null ? '' : t('phase.due', 'due {{day}}', { day: phase.due }));

/**
 * By how much, in a few words: against the expected path while it runs, against the target once it is decided.
 *
 * @param brief for narrow places, as of {@link differenceWords}
 */
export function howMuchWords(gauge: Gauge, phase: Phase, brief = false): string {
  const over = overTarget(gauge, phase);
  switch (phase.status) {
    case 'achieved':
      return over !== null && over > 0 && gauge.kind !== 'yes_no'
        ? t('much.over', '{{difference}} beyond the target', { difference: differenceWords(gauge, over, brief) })
        : '';
    case 'missed':
      return over !== null && over < 0 && gauge.kind !== 'yes_no'
        ? t('much.short', '{{difference}} short', { difference: differenceWords(gauge, over, brief) })
        : '';
    case 'met':
    case 'breached':
      return marginWords(gauge, phase, brief);
    case 'not_started':
      return phase.start === null ? '' : t('much.begins', 'begins {{day}}', { day: phase.start });
    case 'stale':
      return gauge.valueDate === null ? '' : t('much.latest', 'latest value {{day}}', { day: gauge.valueDate });
    case 'no_data':
      return t('much.none', 'no value reported');
    default:
      return gapWords(gauge, phase, brief);
  }
}

function gapWords(gauge: Gauge, phase: Phase, brief: boolean): string {
  if (phase.gap === null) {
    return '';
  }
  const difference = differenceWords(gauge, phase.gap, brief);
  return isZero(difference)
    ? t('much.even', 'as expected by now')
    : phase.gap < 0
      ? t('much.behind', '{{difference}} behind', { difference })
      : t('much.ahead', '{{difference}} ahead', { difference });
}

const isZero = (written: string) => !/[1-9]/.test(written);

/** Distance to the limit that counts, signed so that negative is beyond it. */
function marginWords(gauge: Gauge, phase: Phase, brief: boolean): string {
  const margin = limitMargin(gauge, phase);
  // An earlier phase keeps the verdict of its own time: today's margin says nothing about it.
  if (margin === null || gauge.kind === 'yes_no' || margin < 0 !== (phase.status === 'breached')) {
    return '';
  }
  const difference = differenceWords(gauge, margin, brief);
  return margin < 0
    ? t('much.beyond', '{{difference}} outside the limit', { difference })
    : t('much.within', '{{difference}} inside the limit', { difference });
}

function limitMargin({ kind, value, direction }: Gauge, { target, upper }: Phase): number | null {
  if (value === null || target === null) {
    return null;
  }
  switch (kind) {
    case 'floor':
      return value - target;
    case 'ceiling':
      return target - value;
    case 'range':
      return upper === null ? value - target : Math.min(value - target, upper - value);
    default:
      return direction * (value - target);
  }
}

const overTarget = ({ value, direction }: Gauge, { target }: Phase) =>
  value === null || target === null ? null : direction * (value - target);

/** How long: days left, days late, or when it was reached. What was missed stays missed, and may be reached since. */
export function timeWords(phase: Phase): string {
  const { reachedOn } = phase;
  const late = reachedOn === null ? null : daysBetween(phase.due, reachedOn);
  if (reachedOn !== null && late !== null && late > 0 && phase.status === 'missed') {
    return t('time.reached_late', 'reached {{day}}, {{count}} days late', {
      day: reachedOn,
      count: late,
      defaultValue_one: 'reached {{day}}, {{count}} day late',
    });
  }
  if (reachedOn !== null && phase.status === 'achieved') {
    const early = daysBetween(reachedOn, phase.due);
    return early !== null && early > 0
      ? t('time.early', 'reached {{count}} days early', {
          count: early,
          defaultValue_one: 'reached {{count}} day early',
        })
      : t('time.reached', 'reached {{day}}', { day: reachedOn });
  }
  if (phase.daysLeft === null || phase.status === 'not_started' || lookOf(phase.status).mark === 'tick') {
    return '';
  }
  if (phase.daysLeft === 0) {
    return t('time.today', 'due today');
  }
  return phase.daysLeft > 0
    ? t('time.left', '{{count}} days left', { count: phase.daysLeft, defaultValue_one: '{{count}} day left' })
    : t('time.late', '{{count}} days past due', { count: -phase.daysLeft, defaultValue_one: '{{count}} day past due' });
}

export function trendWords(trend: string | null): string {
  switch (trend) {
    case 'improving':
      return t('trend.improving', 'improving');
    case 'flat':
      return t('trend.flat', 'flat');
    case 'worsening':
      return t('trend.worsening', 'worsening');
    default:
      return trend ?? '';
  }
}

/** What is forecast for the due date, with its interval and chance; '' where nothing is. */
export function forecastWords(gauge: Gauge, phase: Phase): string {
  if (phase.forecast === null) {
    return '';
  }
  const value = valueWords(gauge, phase.forecast);
  return phase.forecastLow !== null && phase.forecastHigh !== null
    ? t('forecast.interval', '{{value}} ({{low}} to {{high}})', {
        value,
        low: valueWords(gauge, phase.forecastLow),
        high: valueWords(gauge, phase.forecastHigh),
      })
    : value;
}

/** A probability from 0 to 1 in percent; what is nearly certain is not written as certain. */
export const probabilityWords = (probability: number) =>
  probability > 0.99 && probability < 1
    ? '> 99%'
    : probability > 0 && probability < 0.01
      ? '< 1%'
      : percentWords(probability);

/**
 * The chance to make it, in words and as a number; '' where none is known or the phase is decided. The words and their bounds are those of the
 * calibrated likelihood scale of the IPCC's guidance note on uncertainties (2010).
 */
export function chanceWords({ probability, status, daysLeft }: Phase): string {
  const isDecided = lookOf(status).mark === 'tick' || (daysLeft !== null && daysLeft < 0);
  if (probability === null || isDecided) {
    return '';
  }
  const share = probabilityWords(probability);
  return probability >= 0.9
    ? t('chance.very_likely', 'very likely to be met ({{share}})', { share })
    : probability >= 0.66
      ? t('chance.likely', 'likely to be met ({{share}})', { share })
      : probability >= 0.33
        ? t('chance.even', 'about as likely as not ({{share}})', { share })
        : probability >= 0.1
          ? t('chance.unlikely', 'unlikely to be met ({{share}})', { share })
          : t('chance.very_unlikely', 'very unlikely to be met ({{share}})', { share });
}

/**
 * Where a phase that is still to be decided should be by now and where it is heading, in wordings from the fullest to
 * the briefest; none where nothing of it is known.
 */
export function outlookWords(gauge: Gauge, phase: Phase): string[] {
  const { status, daysLeft, expected, forecast, probability } = phase;
  const isDecided = lookOf(status).mark === 'tick' || (daysLeft !== null && daysLeft < 0);
  if (isDecided) {
    return [];
  }
  const due =
    expected === null ? '' : t('outlook.expected', 'expected {{value}}', { value: valueWords(gauge, expected) });
  const value = forecast === null ? '' : valueWords(gauge, forecast);
  const ahead = value === '' ? '' : t('outlook.forecast', 'forecast {{value}}', { value });
  const chance =
    value === '' || probability === null
      ? ahead
      : t('outlook.chance', 'forecast {{value}} ({{share}} chance)', { value, share: probabilityWords(probability) });
  const both = (...parts: string[]) => parts.filter((part) => part !== '').join(' · ');
  return [...new Set([both(due, chance), chance, ahead, due])].filter((words) => words !== '');
}
