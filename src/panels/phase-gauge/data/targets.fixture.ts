/** Frames as the data source sends them (docs/query-kinds.md, kind targets), for tests: one object per row. */
import { type DataFrame, FieldType, toDataFrame } from '@grafana/data';

export const AS_OF = '2026-10-31';

export const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

export type Row = Record<string, string | number | boolean | null>;

const DEFAULT_ROW: Row = {
  unit_id: '990000',
  unit: 'Sample Province',
  indicator_id: 'rate',
  indicator: 'Implementation rate',
  domain: 'Cross-cutting',
  phase: 'medium',
  phase_name: 'Medium term',
  phase_position: 2,
  unit_of_measure: 'percent',
  decimals: 1,
  direction: 1,
  kind: 'target',
  baseline_value: 78,
  baseline_date: day('2023-12-31'),
  target_value: 88,
  target_upper: null,
  start_date: day('2025-01-01'),
  due_date: day('2027-05-31'),
  value: 84.1,
  value_date: day('2026-10-31'),
  expected_value: 86,
  gap: -1.9,
  pace: 0.76,
  status: 'at_risk',
  trend: 'improving',
  methods_disagree: false,
  revised: false,
  target_changed: false,
  reached_on: null,
  forecast_value: 86.4,
  forecast_low: 83,
  forecast_high: 89,
  forecast_probability: 0.34,
};

/** A targets frame; each row is the sample's with what is given laid over it. */
export function targetsFrame(rows: Row[], meta: object = { custom: { asOf: AS_OF } }): DataFrame {
  return frameOf(
    rows.map((row) => ({ ...DEFAULT_ROW, ...row })),
    meta
  );
}

/** Any frame from rows; numbers in columns called `…_date` or `reached_on` are times. */
export function frameOf(rows: Row[], meta: object = {}): DataFrame {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return toDataFrame({
    refId: 'A',
    meta,
    fields: names.map((name) => ({
      name,
      type: typeOf(
        name,
        rows.map((row) => row[name])
      ),
      config: {},
      values: rows.map((row) => row[name] ?? null),
    })),
  });
}

function typeOf(name: string, values: Array<Row[string] | undefined>): FieldType {
  const known = values.find((value) => value !== null && value !== undefined);
  return /_date$|^reached_on$/.test(name) && typeof known !== 'string'
    ? FieldType.time
    : typeof known === 'number' || /_value$|^value$|^gap$/.test(name)
      ? FieldType.number
      : typeof known === 'boolean'
        ? FieldType.boolean
        : FieldType.string;
}

/** The three phases of the sample indicator as of 2026-10-31. */
export const THREE_PHASES: Row[] = [
  {
    phase: 'short',
    phase_name: 'Short term',
    phase_position: 1,
    target_value: 80,
    start_date: day('2024-01-01'),
    due_date: day('2024-12-31'),
    status: 'achieved',
    reached_on: day('2024-11-20'),
    gap: 4.1,
    forecast_value: null,
  },
  {},
  {
    phase: 'long',
    phase_name: 'Long term',
    phase_position: 3,
    target_value: 95,
    start_date: day('2027-01-01'),
    due_date: day('2028-12-31'),
    status: 'not_started',
    gap: null,
  },
];

/** The observations of the sample indicator as the data source sends a series: a frame of its own, told by its labels. */
export function seriesFrame(values: Record<string, number>, labels: Record<string, string> = SAMPLE_LABELS): DataFrame {
  const days = Object.keys(values);
  const numbers = (name: string, list: Array<number | null>) => ({
    name,
    type: FieldType.number,
    labels,
    config: {},
    values: list,
  });
  return toDataFrame({
    refId: 'B',
    name: labels.indicator,
    fields: [
      { name: 'period', type: FieldType.time, values: days.map(day) },
      numbers('value', Object.values(values)),
      numbers(
        'expected_value',
        days.map(() => null)
      ),
      numbers(
        'target_value',
        days.map(() => null)
      ),
    ],
  });
}

const SAMPLE_LABELS = {
  unit: 'Sample Province',
  indicator: 'Implementation rate',
  unit_id: '990000',
  indicator_id: 'rate',
};
