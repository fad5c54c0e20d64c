import type { Gauge, Phase } from '../data/gauges';
import { phaseWords } from './verdict';

export interface Label {
  main: string;
  aside: string;
}

/**
 * What tells the gauges apart: the indicator, the unit, or both. A unit that is the heading needs no repeating. Each
 * gauge's label is one object, so that what is drawn from it is not drawn anew.
 */
export function naming(gauges: Gauge[], groupedByUnit: boolean): (gauge: Gauge) => Label {
  const units = new Set(gauges.map((g) => g.unit));
  const names = new Set(gauges.map((g) => g.name));
  const nameOf = ({ name, unit }: Gauge): Label =>
    groupedByUnit || units.size <= 1
      ? { main: name, aside: '' }
      : names.size === 1
        ? { main: unit || name, aside: '' }
        : { main: name, aside: unit };
  const labels = new Map(gauges.map((gauge) => [gauge, nameOf(gauge)]));
  return (gauge) => labels.get(gauge)!;
}

/** Names of phases in their first words (Medium for Medium term); whole where those would not tell them apart. */
export function briefNames(phases: Phase[]): string[] {
  const names = phases.map(phaseWords);
  const first = names.map((name) => name.split(' ')[0]);
  return new Set(first).size === names.length ? first : names;
}

export const wholeName = (gauge: Gauge) => (gauge.unit ? `${gauge.name} · ${gauge.unit}` : gauge.name);
