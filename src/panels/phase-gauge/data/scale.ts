/** Where values of one indicator stand on its scale, 0 at the left (or the arc's start) and 1 at the right. */

/**
 * `way`: from the baseline to the last target, progress fills it. `level`: no way to go (floors, ceilings, ranges,
 * ranks, targets without a baseline, targets to be held); the value is a point against the permitted zone. `answer`:
 * yes or no.
 */
export type ScaleForm = 'way' | 'level' | 'answer';

export interface Scale {
  form: ScaleForm;
  /** Value at 0. */
  from: number;
  /** Value at 1. */
  to: number;
}

export interface Scaled {
  kind: string;
  direction: 1 | -1;
  value: number | null;
  previous: number | null;
  /** Ends of the scale that the data or the reader set; null where the numbers decide. */
  least: number | null;
  most: number | null;
  phases: Array<{
    baseline: number | null;
    target: number | null;
    upper: number | null;
    expected: number | null;
    forecast: number | null;
  }>;
}

const known = (values: Array<number | null>) => values.filter((v): v is number => v !== null);

/** The scale of an indicator over all its phases. */
export function scaleOf(item: Scaled): Scale {
  if (item.kind === 'yes_no') {
    return { form: 'answer', from: 0, to: 1 };
  }
  const baseline = item.phases.find((p) => p.baseline !== null)?.baseline ?? null;
  const targets = known(item.phases.map((p) => p.target));
  const last = targets.length === 0 ? null : Math[item.direction > 0 ? 'max' : 'min'](...targets);
  const hasWay = item.kind === 'target' && baseline !== null && last !== null && item.direction * (last - baseline) > 0;
  return within(hasWay ? { form: 'way', from: baseline, to: last } : levelScale(item), item);
}

/** The scale with the ends that were set; an end that would leave nothing between is passed over. */
function within(scale: Scale, { least, most }: Pick<Scaled, 'least' | 'most'>): Scale {
  const rises = scale.to > scale.from;
  const [low, high] = [least ?? Math.min(scale.from, scale.to), most ?? Math.max(scale.from, scale.to)];
  return low >= high ? scale : { ...scale, from: rises ? low : high, to: rises ? high : low };
}

/** Room for every number known, with a margin; the better end stands right, except that a ceiling rises to the right. */
function levelScale(item: Scaled): Scale {
  const numbers = known([
    item.value,
    item.previous,
    ...item.phases.flatMap((p) => [p.baseline, p.target, p.upper, p.forecast]),
  ]);
  if (numbers.length === 0) {
    return { form: 'level', from: 0, to: 1 };
  }
  // More of something without a baseline starts from nothing; limits and ranks are read close up.
  const origin = item.kind === 'target' && item.direction > 0 && numbers.every((v) => v >= 0) ? [0] : [];
  const low = Math.min(...numbers, ...origin);
  const high = Math.max(...numbers);
  const margin = (high - low || Math.abs(high) || 1) * 0.18;
  const from = low >= 0 ? Math.max(low - margin, 0) : low - margin;
  const to = high < 0 || (high === 0 && low < 0) ? Math.min(high + margin, 0) : high + margin;
  const [start, end] = item.kind === 'rank' ? [Math.min(from, 1), to] : [from, to];
  return item.direction < 0 && (item.kind === 'rank' || item.kind === 'target')
    ? { form: 'level', from: end, to: start }
    : { form: 'level', from: start, to: end };
}

/** The place of a value: below 0 or above 1 where it lies beyond the scale; null for null. */
export function placeOf(scale: Scale, value: number | null): number | null {
  return value === null || scale.to === scale.from ? null : (value - scale.from) / (scale.to - scale.from);
}

export const clip = (place: number) => Math.min(Math.max(place, 0), 1);

/**
 * The part of a level scale where the target is met, as places from–to within 0–1.
 *
 * @returns null where there is no target
 */
export function permittedZone(
  scale: Scale,
  kind: string,
  direction: 1 | -1,
  target: number | null,
  upper: number | null
): [number, number] | null {
  if (target === null) {
    return null;
  }
  const ends = (low: number | null, high: number | null): [number, number] => {
    const rising = scale.to > scale.from;
    const a = low === null ? (rising ? 0 : 1) : clip(placeOf(scale, low) ?? 0);
    const b = high === null ? (rising ? 1 : 0) : clip(placeOf(scale, high) ?? 0);
    return [Math.min(a, b), Math.max(a, b)];
  };
  switch (kind) {
    case 'range':
      return ends(target, upper);
    case 'floor':
      return ends(target, null);
    case 'ceiling':
      return ends(null, target);
    default:
      return direction > 0 ? ends(target, null) : ends(null, target);
  }
}
