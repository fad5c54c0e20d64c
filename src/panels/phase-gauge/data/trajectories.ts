/** Frames → what was observed over time, for each gauge. Pure; nothing here reads the clock. */
import type { DataFrame, LinkModel } from '@grafana/data';
import { type ColumnMapping, fieldsOf, tellsTargets } from './columns';
import { dayAt, distinctLinks, flagAt, type Gauge, linkedFields, numberAt, type Row, rowsOf } from './gauges';
import { holdingPhases, pathOn } from './paths';

/** One observation. */
export interface Point {
  day: string;
  value: number;
  /** Where the value should have stood on that day, by the phase that held then; null where none had a path. */
  expected: number | null;
  /** The target of the phase that held then; null where none did. */
  target: number | null;
  /** Corrected after it was first reported. */
  revised: boolean;
  /** The values that it had before, latest first, where the frames bring them. */
  earlier: number[];
  /** The data links of its row, made when asked. */
  links: () => LinkModel[];
  hasLinks: boolean;
}

interface Series {
  name: string;
  unit: string;
  rows: Row[];
}

/**
 * The observations of each gauge, earliest first, one for each day: those of the frames over time, and of the frames
 * with targets the latest value, so that a gauge without a series still has a point.
 *
 * @param mapping columns that the user named
 * @returns by the gauge's key; an empty list where nothing was observed
 */
export function pointsOf(frames: DataFrame[], mapping: ColumnMapping, gauges: Gauge[]): Map<string, Point[]> {
  const read = frames.map((frame) => ({ frame, fields: fieldsOf(frame, mapping, frames) }));
  const dated = read.filter(({ fields }) => fields.value && fields.value_date);
  const latest = gather(dated.filter(({ fields }) => tellsTargets(fields)).flatMap((r) => rowsOf(r.frame, r.fields)));
  const series = gather(dated.filter(({ fields }) => !tellsTargets(fields)).flatMap((r) => rowsOf(r.frame, r.fields)));
  return new Map(
    gauges.map((gauge) => {
      const found = seriesOf(gauge, series, gauges.length === 1);
      return [gauge.key, toPoints(gauge, latest.get(gauge.key)?.rows ?? [], found?.rows ?? [])];
    })
  );
}

function gather(rows: Row[]): Map<string, Series> {
  const byKey = new Map<string, Series>();
  for (const row of rows) {
    const known = byKey.get(row.key);
    if (known) {
      known.rows.push(row);
    } else {
      byKey.set(row.key, { name: row.name, unit: row.unit, rows: [row] });
    }
  }
  return byKey;
}

/** By key, else by what it is called; where one gauge and one series without a unit of its own stand alone, they belong together. */
function seriesOf(gauge: Gauge, series: Map<string, Series>, isLone: boolean): Series | undefined {
  const all = [...series.values()];
  return (
    series.get(gauge.key) ??
    all.find(({ name, unit }) => name === gauge.name && (unit === gauge.unit || unit === '')) ??
    (isLone && all.length === 1 && all[0].unit === '' ? all[0] : undefined)
  );
}

/** Of several values for one day the series counts before the targets, then the higher revision, then the later row. */
function toPoints(gauge: Gauge, latest: Row[], series: Row[]): Point[] {
  const holding = holdingPhases(gauge.phases);
  const byDay = new Map<string, Row[]>();
  const inOrder = [...series].sort((a, b) => (numberAt(a, 'revision') ?? 1) - (numberAt(b, 'revision') ?? 1));
  for (const row of [...latest, ...inOrder]) {
    const day = dayAt(row, 'value_date');
    if (day !== null && numberAt(row, 'value') !== null) {
      const known = byDay.get(day);
      if (known) {
        known.push(row);
      } else {
        byDay.set(day, [row]);
      }
    }
  }
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, rows]) => {
      const row = rows[rows.length - 1];
      const phase = holding(day);
      const own = tellsTargets(row.fields) ? null : row;
      return {
        day,
        value: numberAt(row, 'value')!,
        expected: (own && numberAt(own, 'expected_value')) ?? (phase && pathOn(gauge, phase, day)),
        target: (own && numberAt(own, 'target_value')) ?? phase?.target ?? null,
        revised: rows.some((r) => (numberAt(r, 'revision') ?? 1) > 1 || flagAt(r, 'revised')),
        earlier: valuesBefore(rows),
        hasLinks: linkedFields(row).length > 0,
        links: () => distinctLinks(linkedFields(row).map((field) => ({ row, field }))),
      };
    });
}

/** What a day's series said before its last row, without repetitions; the targets' copy of the value is no revision. */
function valuesBefore(rows: Row[]): number[] {
  const values = rows.filter(({ fields }) => !tellsTargets(fields)).map((row) => numberAt(row, 'value')!);
  return values.filter((value, i) => i < values.length - 1 && value !== values[i + 1]).reverse();
}
