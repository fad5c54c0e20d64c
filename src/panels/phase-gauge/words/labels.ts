import type { Gauge } from '../data/gauges';

/** What tells the gauges apart: the indicator, the unit, or both. A unit that is the heading needs no repeating. */
export function naming(gauges: Gauge[], groupedByUnit: boolean): (gauge: Gauge) => { main: string; aside: string } {
  const units = new Set(gauges.map((g) => g.unit));
  const names = new Set(gauges.map((g) => g.name));
  if (groupedByUnit || units.size <= 1) {
    return (gauge) => ({ main: gauge.name, aside: '' });
  }
  return names.size === 1
    ? (gauge) => ({ main: gauge.unit || gauge.name, aside: '' })
    : (gauge) => ({ main: gauge.name, aside: gauge.unit });
}

export const wholeName = (gauge: Gauge) => (gauge.unit ? `${gauge.name} · ${gauge.unit}` : gauge.name);
