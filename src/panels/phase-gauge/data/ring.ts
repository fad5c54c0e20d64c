/** What one phase's ring shows, as shares of the ring. */
import { isRunning } from './arrange';
import type { Gauge, Phase } from './gauges';
import { clip, permittedZone, placeOf } from './scale';

export type Beyond = 'under' | 'over' | null;

export type Ring =
  /** Progress from the phase's own baseline to its own target. */
  | { form: 'way'; achieved: number | null; expected: number | null; forecast: number | null; beyond: Beyond }
  /** A point against the permitted zone. */
  | { form: 'level'; point: number | null; zone: [number, number]; forecast: number | null; beyond: Beyond }
  | { form: 'answer'; yes: boolean | null }
  /** Nothing to draw against: no target. */
  | { form: 'open' };

const beyondOf = (place: number | null): Beyond =>
  place === null ? null : place < 0 ? 'under' : place > 1 ? 'over' : null;
const clipped = (place: number | null) => (place === null ? null : clip(place));

export function ringOf(gauge: Gauge, phase: Phase): Ring {
  const { value, kind, direction, scale } = gauge;
  if (phase.target === null) {
    return { form: 'open' };
  }
  if (scale.form === 'answer') {
    return { form: 'answer', yes: value === null ? null : value >= 1 };
  }
  const from = phase.baseline ?? scale.from;
  if (scale.form === 'way' && direction * (phase.target - from) > 0) {
    const own = { form: 'way' as const, from, to: phase.target };
    const achieved = placeOf(own, value);
    return {
      form: 'way',
      achieved: clipped(achieved),
      expected: isRunning(phase) ? clipped(placeOf(own, phase.expected)) : null,
      forecast: clipped(placeOf(own, phase.forecast)),
      beyond: beyondOf(achieved),
    };
  }
  const point = placeOf(scale, value);
  return {
    form: 'level',
    point: clipped(point),
    zone: permittedZone(scale, kind, direction, phase.target, phase.upper) ?? [0, 0],
    forecast: clipped(placeOf(scale, phase.forecast)),
    beyond: beyondOf(point),
  };
}
