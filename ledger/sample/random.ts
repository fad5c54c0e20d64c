/** Random numbers that depend on nothing but a seed and a name: a new series never shifts the others. */

export interface Random {
  /** Even between 0 (inclusive) and 1 (exclusive). */
  even: () => number;
  /** Even between two numbers. */
  between: (low: number, high: number) => number;
  /** A whole number between two, both inclusive. */
  whole: (low: number, high: number) => number;
  /** Normal with this mean and standard deviation. */
  normal: (mean: number, sd: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** `count` different ones in random order; all of them where there are fewer. */
  sample: <T>(list: readonly T[], count: number) => T[];
}

/** The generator of a name under a seed (mulberry32 over an FNV-1a hash). */
export function randomOf(seed: number, name: string): Random {
  let state = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) {
    state = Math.imul(state ^ name.charCodeAt(i), 0x01000193);
  }
  const even = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + (high - low) * even();
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  return {
    even,
    between,
    whole,
    // Box–Muller; 1 − even() is never 0.
    normal: (mean, sd) => mean + sd * Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even()),
    chance: (probability) => even() < probability,
    pick: (list) => list[whole(0, list.length - 1)],
    sample: (list, count) => {
      const left = [...list];
      for (let i = left.length - 1; i > 0; i--) {
        const j = whole(0, i);
        [left[i], left[j]] = [left[j], left[i]];
      }
      return left.slice(0, count);
    },
  };
}
