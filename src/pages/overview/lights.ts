/** Counting lights, and the one light that many come down to. */
import type { Light } from '../../status/statuses';
import { numberAt, type Row, textAt } from '../rows';

export type Lights = Record<Light, number>;

export const LIGHTS: Light[] = ['green', 'yellow', 'red', 'grey'];

/** The lights of a summary row. */
export function lightsOf(row: Row | undefined): Lights {
  return {
    green: numberAt(row, 'green') ?? 0,
    yellow: numberAt(row, 'yellow') ?? 0,
    red: numberAt(row, 'red') ?? 0,
    grey: numberAt(row, 'grey') ?? 0,
  };
}

/** The lights of rows that carry one each. */
export function countLights(rows: Row[]): Lights {
  const counts: Lights = { green: 0, yellow: 0, red: 0, grey: 0 };
  for (const row of rows) {
    const light = textAt(row, 'light') as Light;
    counts[LIGHTS.includes(light) ? light : 'grey'] += 1;
  }
  return counts;
}

/** How many have been judged: grey means not known, and counts neither as good nor as bad. */
export function judged({ green, yellow, red }: Lights): number {
  return green + yellow + red;
}

/** The light that most of the judged show, the worse one of equals; grey where none has been judged. */
export function commonLight(lights: Lights): Light {
  if (judged(lights) === 0) {
    return 'grey';
  }
  return (['red', 'yellow', 'green'] as const).reduce((worst, light) =>
    lights[light] > lights[worst] ? light : worst
  );
}

/** A status whose mark is that of the light, for drawing. */
export function markOf(light: Light): string {
  return { green: 'on_track', yellow: 'at_risk', red: 'off_track', grey: 'no_data' }[light];
}
