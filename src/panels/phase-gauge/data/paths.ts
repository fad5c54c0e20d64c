/** Where phases stand in time and which way they lead: the bands and the expected paths of docs/methods.md. */
import { daysBetween } from './days';
import type { Gauge, Phase } from './gauges';

export interface Band {
  phase: Phase;
  /** Days since 1970. */
  from: number;
  to: number;
}

/** Days since 1970; null for null. */
export const dayNumber = (day: string | null) => daysBetween('1970-01-01', day);

const beginOf = (phase: Phase) => phase.start ?? phase.baselineDate;

const byDue = (phases: Phase[]) => [...phases].sort((a, b) => compare(a.due ?? '9999', b.due ?? '9999'));

// Days are digits: no collation, which takes far longer.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A function that tells the phase that holds on a day: of overlapping ones that which is due first. Null where none does. */
export function holdingPhases(phases: Phase[]): (day: string) => Phase | null {
  const inOrder = byDue(phases);
  return (day) => inOrder.find((p) => (beginOf(p) ?? '') <= day && day <= (p.due ?? '9999')) ?? null;
}

/** The time on which each phase holds, in order: of overlapping ones that which is due first. Open ends reach the span's. */
export function bandsOf(phases: Phase[], span: [number, number]): Band[] {
  let last = span[0];
  return byDue(phases).flatMap((phase) => {
    const from = Math.max(dayNumber(phase.start) ?? last, last);
    const to = dayNumber(phase.due) ?? span[1];
    if (to <= from) {
      return [];
    }
    last = to;
    return [{ phase, from, to }];
  });
}

export interface Path {
  phase: Phase;
  from: { day: number; value: number };
  to: { day: number; value: number };
}

/** The straight line from the baseline to the target at its due date; null where there is no way to go or no dates. */
export function pathOf({ kind }: Pick<Gauge, 'kind'>, phase: Phase): Path | null {
  const { baseline, target } = phase;
  const [from, to] = [dayNumber(phase.baselineDate ?? phase.start), dayNumber(phase.due)];
  const hasWay = (kind === 'target' || kind === 'rank') && baseline !== null && target !== null && baseline !== target;
  return hasWay && from !== null && to !== null && from < to
    ? { phase, from: { day: from, value: baseline }, to: { day: to, value: target } }
    : null;
}

/** The value that the phase's path expects on a day; null before its baseline, after its due date, or without a path. */
export function pathOn(gauge: Pick<Gauge, 'kind'>, phase: Phase, day: string): number | null {
  const path = pathOf(gauge, phase);
  const at = dayNumber(day);
  return path === null || at === null || at < path.from.day || at > path.to.day
    ? null
    : path.from.value + ((path.to.value - path.from.value) * (at - path.from.day)) / (path.to.day - path.from.day);
}

export interface Fan {
  /** From the latest observation on, then one for each due date; the interval is null where none is known. */
  stops: Array<{ day: number; value: number; low: number | null; high: number | null }>;
}

/** What is forecast from the latest observation on; null where nothing is, or nothing was observed. */
export function fanOf(phases: Phase[], latest: { day: string; value: number } | undefined): Fan | null {
  const start = latest ? dayNumber(latest.day) : null;
  if (!latest || start === null) {
    return null;
  }
  const ahead = byDue(phases).flatMap((p) => {
    const day = dayNumber(p.due);
    return day !== null && day > start && p.forecast !== null
      ? [{ day, value: p.forecast, low: p.forecastLow, high: p.forecastHigh }]
      : [];
  });
  return ahead.length === 0
    ? null
    : { stops: [{ day: start, value: latest.value, low: latest.value, high: latest.value }, ...ahead] };
}
