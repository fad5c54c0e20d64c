/** The units right below the chosen one, side by side: lights by domain, arrears, delay rate. */
import type { Answer } from '../askLedger';
import { numberAt, type Row, textAt } from '../rows';
import { countLights, judged, type Lights } from './lights';
import { tasksOf } from './questions';

export interface Named {
  id: string;
  name: string;
}

export interface Cell {
  unit: Named;
  domain: Named;
  lights: Lights;
}

/** One cell per unit and domain, units in the given order, domains too; domains without any target are left out. */
export function lightsGrid(units: Named[], domains: Named[], rows: Row[]): { domains: Named[]; lines: Cell[][] } {
  const of = (unit: string, domain: string) =>
    rows.filter((row) => textAt(row, 'unit_id') === unit && textAt(row, 'domain_id') === domain);
  const used = domains.filter(({ id }) => rows.some((row) => textAt(row, 'domain_id') === id));
  return {
    domains: used,
    lines: units.map((unit) => used.map((domain) => ({ unit, domain, lights: countLights(of(unit.id, domain.id)) }))),
  };
}

export interface Delivery {
  unit: Named;
  lights: Lights;
  overdue: number | null;
  due: number | null;
  /** Share 0–1; null where nothing was due. */
  delayRate: number | null;
  error?: string;
}

/** Who delivers: most overdue tasks first, then most red targets. A count, not a rank: units differ in size. */
export function delivery(units: Named[], answers: Record<string, Answer>): Delivery[] {
  const targets = answers.grid?.rows ?? [];
  return units
    .map((unit) => {
      const answer = answers[tasksOf(unit.id)];
      const row = answer?.rows[0];
      return {
        unit,
        lights: countLights(targets.filter((target) => textAt(target, 'unit_id') === unit.id)),
        overdue: numberAt(row, 'overdue'),
        due: numberAt(row, 'due'),
        delayRate: numberAt(row, 'delay_rate'),
        error: answer?.error,
      };
    })
    .sort(
      (a, b) =>
        (b.overdue ?? -1) - (a.overdue ?? -1) || b.lights.red - a.lights.red || judged(b.lights) - judged(a.lights)
    );
}
