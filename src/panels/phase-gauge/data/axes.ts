/** Spans and ticks of a trajectory's axes. Pure: days and values in, days and values out. */
import type { Gauge } from './gauges';
import { dayNumber, fanOf } from './paths';
import type { Point } from './trajectories';

const known = (values: Array<number | null>) => values.filter((v): v is number => v !== null);

/** From the first thing known to the last due date or the as-of day, whichever is later; days since 1970. */
export function timeSpan(gauge: Gauge, points: Point[], asOf: string): [number, number] {
  const days = known(
    [
      asOf,
      points[0]?.day ?? null,
      points[points.length - 1]?.day ?? null,
      ...gauge.phases.flatMap((p) => [p.baselineDate, p.start, p.due]),
    ].map(dayNumber)
  );
  const [from, to] = [Math.min(...days), Math.max(...days)];
  return to > from ? [from, to] : [from - 15, to + 15];
}

// A forecast with a wide interval must not flatten everything that is known.
const FAN_ROOM = 0.75;
const MARGIN = 0.08;
// The forbidden side of a limit must be seen.
const LIMIT_MARGIN = 0.2;

/**
 * The lowest and the highest value shown, with room for every observation, baseline and target, and for the forecast
 * as far as it leaves the rest legible. What cannot be below zero, above 100% or better than first is not shown so.
 * Ends that the data or the reader set are kept.
 */
export function valueSpan(gauge: Gauge, points: Point[]): [number, number] {
  const [low, high] = naturalSpan(gauge, points);
  const [least, most] = [gauge.least ?? low, gauge.most ?? high];
  return least < most ? [least, most] : [low, high];
}

function naturalSpan(gauge: Gauge, points: Point[]): [number, number] {
  if (gauge.kind === 'yes_no') {
    return [-0.2, 1.2];
  }
  const facts = known([
    ...points.flatMap((p) => [p.value, ...p.earlier]),
    ...gauge.phases.flatMap((p) => [p.baseline, p.target, p.upper]),
    ...(points.length === 0 ? [gauge.value] : []),
  ]);
  if (facts.length === 0) {
    return [0, 1];
  }
  const [least, most] = [Math.min(...facts), Math.max(...facts)];
  const size = most - least || Math.abs(most) * 0.2 || 1;
  const fan = known(
    (fanOf(gauge.phases, points[points.length - 1])?.stops ?? []).flatMap((s) => [s.value, s.low, s.high])
  );
  const margin = size * (gauge.kind === 'target' || gauge.kind === 'rank' ? MARGIN : LIMIT_MARGIN);
  const low = Math.max(Math.min(least, ...fan), least - size * FAN_ROOM) - margin;
  const high = Math.min(Math.max(most, ...fan), most + size * FAN_ROOM) + margin;
  const floor = gauge.kind === 'rank' ? 0.5 : least >= 0 ? 0 : -Infinity;
  const isShare = gauge.measure === 'percent' && least >= 0 && most <= 100;
  return [Math.max(low, floor), isShare ? Math.min(high, 100) : high];
}

/**
 * Round values between two others: steps of 1, 2 or 5 times a power of ten, as many as `most` at most where the text
 * of each differs from its neighbour's.
 *
 * @param write the text of a tick
 */
export function valueTicks(
  [low, high]: [number, number],
  most: number,
  write: (value: number) => string
): Array<{ value: number; text: string }> {
  const size = high - low;
  const power = Math.floor(Math.log10(size / Math.max(most, 1)));
  const steps = Array.from({ length: 12 }, (_, i) => [1, 2, 5][i % 3] * 10 ** (power + Math.floor(i / 3)));
  for (const step of steps) {
    const first = Math.ceil(low / step - 1e-9);
    const count = Math.floor(high / step + 1e-9) - first + 1;
    if (count <= Math.max(most, 1)) {
      const ticks = Array.from({ length: Math.max(count, 0) }, (_, i) => {
        // No -0, and no 0.30000000000000004.
        const value = Number(((first + i) * step).toPrecision(12)) + 0;
        return { value, text: write(value) };
      });
      if (ticks.every(({ text }, i) => i === 0 || text !== ticks[i - 1].text)) {
        return ticks;
      }
    }
  }
  return [];
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
const DAY_STEPS = [1, 2, 7, 14];
const LONGEST_BY_DAY = 75;
const DAY_MS = 86_400_000;

const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/**
 * Days on which months or years begin (or single days, where the span is short), as close as their texts allow.
 *
 * @param span days since 1970
 * @param room pixels for the span
 * @param textRoom pixels that a text takes, with the gap to the next
 */
export function timeTicks(
  span: [number, number],
  room: number,
  textRoom: (text: string) => number
): Array<{ day: number; text: string }> {
  const perDay = room / (span[1] - span[0]);
  if (span[1] - span[0] <= LONGEST_BY_DAY) {
    const step = DAY_STEPS.find((days) => days * perDay >= textRoom('10-31')) ?? LONGEST_BY_DAY;
    return Array.from({ length: Math.floor((span[1] - span[0]) / step) + 1 }, (_, i) => span[0] + i * step).map(
      (day) => ({ day, text: dateOf(day).slice(5) })
    );
  }
  const step = MONTH_STEPS.find((months) => months * 29 * perDay >= textRoom(months < 12 ? '2026-10' : '2026'));
  return step ? monthTicks(span, step) : [];
}

function monthTicks([from, to]: [number, number], step: number): Array<{ day: number; text: string }> {
  const begin = new Date(from * DAY_MS);
  const first = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / step) * step;
  const months = Array.from({ length: Math.ceil((to - from) / (28 * step)) + 2 }, (_, i) => first + i * step);
  return months
    .map((month) => Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS)
    .filter((day) => day >= from && day <= to)
    .map((day) => ({ day, text: step < 12 ? dateOf(day).slice(0, 7) : dateOf(day).slice(0, 4) }));
}
