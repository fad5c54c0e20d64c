/** Frames → gauges: one per indicator and unit, with its phases in their order. Pure; nothing here reads the clock. */
import {
  type DataFrame,
  type Field,
  type FieldConfigSource,
  FieldType,
  formattedValueToString,
  type LinkModel,
} from '@grafana/data';
import { eachOnce, type RowAction, rowActions } from '../../dashboard/rowActions';
import { formatMeasure, readingLanguage } from '../../../status/measures';
import { isStatus, lookOf, statusWord, STATUSES } from '../../../status/statuses';
import {
  type Column,
  type ColumnMapping,
  type Fields,
  fieldsOf,
  isOneSeries,
  missingColumns,
  NEEDED,
  type Needed,
  numberIn,
  plainName,
  tellsTargets,
} from './columns';
import { daysBetween, toDay } from './days';
import { isSetByReader, mappingOf, NO_SETTINGS, shownBy, unmappedDisplay } from './fieldSettings';
import { judge } from './pace';
import { type Scale, scaleOf } from './scale';

export const KINDS = ['target', 'floor', 'ceiling', 'range', 'rank', 'yes_no'] as const;
export type Kind = (typeof KINDS)[number];

export interface Phase {
  /** Its id in the ledger, or its name, or '' where the frame has no phases. */
  id: string;
  /** As the frame names it; '' where it does not. */
  name: string;
  position: number;
  target: number | null;
  /** Upper end of a range. */
  upper: number | null;
  baseline: number | null;
  baselineDate: string | null;
  start: string | null;
  due: string | null;
  /** A status word of src/status, another word that the frame brought, or null where nobody could judge. */
  status: string | null;
  /** The words for the verdict where the reader maps the status to others; null: the product's own. */
  said: string | null;
  /** Who judged: the frame (the ledger's methods) or this panel (linear pace, for frames without a status). */
  judgedBy: 'frame' | 'panel';
  /** Where the value should be by now. */
  expected: number | null;
  /** Value against expected, signed so that negative is behind. */
  gap: number | null;
  /** Achieved share ÷ elapsed share. */
  pace: number | null;
  growthRatio: number | null;
  method: string | null;
  methodsDisagree: boolean;
  targetChanged: boolean;
  forecast: number | null;
  forecastLow: number | null;
  forecastHigh: number | null;
  /** 0–1. */
  probability: number | null;
  reachedBy: string | null;
  reachedOn: string | null;
  /** Share of the way that was missing at the due date. */
  shortfall: number | null;
  /** Days from as-of to due, negative once due; null without a due date. */
  daysLeft: number | null;
}

export interface Gauge {
  key: string;
  name: string;
  unit: string;
  domain: string;
  department: string;
  kind: Kind;
  direction: 1 | -1;
  value: number | null;
  valueDate: string | null;
  previous: number | null;
  /** improving, flat, worsening, or null. */
  trend: string | null;
  revised: boolean;
  /** The ledger's unit of measure; null where the frame has none, or where the reader set another unit. */
  measure: string | null;
  decimals: number;
  /** The field's own writing, by its unit and value mappings; null where the ledger's unit of measure says it. */
  write: (value: number) => string | null;
  /** The same for a difference of two values, without its sign; brief for narrow places. */
  writeDifference: (difference: number, isBrief: boolean) => string | null;
  /** What stands for a value that is not known; null: an em dash. */
  noValue: string | null;
  /** Ends of the scale that the data or the reader set; null where the numbers decide. */
  least: number | null;
  most: number | null;
  /** What a text column or a label of that name says of it; '' where there is none. */
  labelOf: (name: string) => string;
  phases: Phase[];
  scale: Scale;
  /** Severity of its worst phase; smaller is worse. */
  severity: number;
  /** The data links of its row, made when asked. Empty where there are none. */
  links: () => LinkModel[];
  hasLinks: boolean;
  /** The actions of its row that send a request, made when asked. */
  actions: () => RowAction[];
}

export type Problem =
  { kind: 'no_frames' } | { kind: 'no_rows' } | { kind: 'missing'; columns: Needed[]; mapped: string[] };

export interface Gauges {
  gauges: Gauge[];
  asOf: string;
  /** Why there are no gauges; null where there are some. */
  problem: Problem | null;
}

/**
 * @param frames what the panel got; frames that lack a needed column are passed over while another has them all
 * @param mapping columns that the user named
 * @param endOfRange epoch milliseconds: the as-of day where no frame names one
 * @param needed a value and a target, unless told otherwise
 * @param settings the panel's field options and overrides
 */
export function toGauges(
  frames: DataFrame[],
  mapping: ColumnMapping,
  endOfRange: number,
  needed: Needed[] = NEEDED,
  settings: FieldConfigSource = NO_SETTINGS
): Gauges {
  const asOf = frames.map((f) => toDay(f.meta?.custom?.asOf)).find((day) => day !== null) ?? toDay(endOfRange)!;
  const none = (problem: Problem): Gauges => ({ gauges: [], asOf, problem });
  const withFields = frames.filter((frame) => frame.fields.length > 0);
  if (withFields.length === 0) {
    return none({ kind: 'no_frames' });
  }
  const read = withFields.map((frame) => ({ frame, fields: fieldsOf(frame, mapping, frames) }));
  const usable = read.filter(({ fields }) => missingColumns(fields, needed).length === 0);
  if (usable.length === 0) {
    const columns = read
      .map(({ fields }) => missingColumns(fields, needed))
      .reduce((a, b) => (b.length < a.length ? b : a));
    return none({
      kind: 'missing',
      columns,
      mapped: columns.map((c) => mapping[c]).filter((name) => !!name) as string[],
    });
  }
  const telling = [tellsTargets, (fields: Fields) => !!fields.target_value]
    .map((tells) => usable.filter(({ fields }) => tells(fields)))
    .find((some) => some.length > 0);
  const rows = (telling ?? usable).flatMap(({ frame, fields }) => rowsOf(frame, fields));
  const isSet: IsSet = (property, field, frame) => isSetByReader(property, field, frame, frames, settings);
  return rows.length === 0 ? none({ kind: 'no_rows' }) : { gauges: gather(rows, asOf, isSet), asOf, problem: null };
}

/** Whether the reader of the panel set a property of a field. */
type IsSet = (property: 'unit' | 'decimals' | 'mappings', field: Field, frame: DataFrame) => boolean;

export interface Row {
  frame: DataFrame;
  fields: Fields;
  index: number;
  key: string;
  name: string;
  unit: string;
  phase: string;
}

/** The rows of a frame, each with the key of the gauge to which it belongs. */
export function rowsOf(frame: DataFrame, fields: Fields): Row[] {
  const labels = fields.value?.labels ?? {};
  const lone = frame.length === 1 || !!labels.indicator || isOneSeries(frame, fields);
  return Array.from({ length: frame.length }, (_, index) => {
    const text = (column: Column) => textAt(fields, column, index);
    const name = text('indicator') || labels.indicator || (lone ? fieldTitle(frame, fields.value!) : '');
    const unit = text('unit') || labels.unit || '';
    const id = text('indicator_id') || labels.indicator_id || name || `#${index}`;
    return {
      frame,
      fields,
      index,
      key: `${text('unit_id') || labels.unit_id || unit}\u0000${id}`,
      name: name || `#${index + 1}`,
      unit,
      phase: text('phase') || text('phase_name'),
    };
  });
}

const fieldTitle = (frame: DataFrame, field: Field) => field.config.displayName ?? frame.name ?? field.name;

/** One gauge per key, one phase per phase id: where a phase comes twice, its latest value counts, then the later row. */
function gather(rows: Row[], asOf: string, isSet: IsSet): Gauge[] {
  const byKey = new Map<string, Map<string, Row>>();
  const earliest = new Map<string, Row>();
  for (const row of rows) {
    const phases = byKey.get(row.key) ?? new Map<string, Row>();
    const first = earliest.get(row.key);
    if (!first || (dayAt(row, 'value_date') ?? '') < (dayAt(first, 'value_date') ?? '')) {
      earliest.set(row.key, row);
    }
    const other = phases.get(row.phase);
    if (!other || (dayAt(row, 'value_date') ?? '') >= (dayAt(other, 'value_date') ?? '')) {
      phases.set(row.phase, row);
    }
    byKey.set(row.key, phases);
  }
  const writing = once((row: Row) => writingOf(row, isSet));
  const verdict = once((row: Row) => wordsOf(row, isSet));
  return [...byKey].map(([key, phases]) => toGauge([...phases.values()], earliest.get(key)!, asOf, writing, verdict));
}

/** Makes once per frame what is alike for all its rows. */
function once<T>(make: (row: Row) => T): (row: Row) => T {
  const made = new Map<DataFrame, T>();
  return (row) => {
    if (!made.has(row.frame)) {
      made.set(row.frame, make(row));
    }
    return made.get(row.frame)!;
  };
}

function toGauge(
  rows: Row[],
  earliest: Row,
  asOf: string,
  writing: (row: Row) => Writing,
  verdict: (row: Row) => Words
): Gauge {
  const first = rows[0];
  const latest = rows.reduce((a, b) => ((dayAt(b, 'value_date') ?? '') > (dayAt(a, 'value_date') ?? '') ? b : a));
  const kind = kindOf(first);
  const direction = directionOf(rows, earliest, kind);
  const value = numberAt(latest, 'value');
  const ownMeasure = textAt(first.fields, 'unit_of_measure', first.index) || null;
  const { hasUnit, decimals, ...written } = writing(first);
  const measure = hasUnit ? null : ownMeasure;
  const phases = rows
    .map((row, order) => toPhase(row, kind, direction, asOf, order, verdict(row)))
    .sort((a, b) => a.position - b.position || (a.due ?? '').localeCompare(b.due ?? ''));
  const previous = numberAt(latest, 'previous_value');
  const bounds = {
    least: numberAt(first, 'scale_min') ?? first.fields.value?.config.min ?? null,
    most: numberAt(first, 'scale_max') ?? first.fields.value?.config.max ?? null,
  };
  const linked = rows.flatMap((row) => linkedFields(row).map((field) => ({ row, field })));
  return {
    key: first.key,
    name: first.name,
    unit: first.unit,
    domain: textAt(first.fields, 'domain', first.index),
    department: textAt(first.fields, 'department', first.index),
    kind,
    direction,
    value,
    valueDate: dayAt(latest, 'value_date'),
    previous,
    trend: textAt(latest.fields, 'trend', latest.index) || null,
    revised: rows.some((row) => flagAt(row, 'revised')),
    measure,
    decimals: decimals ?? numberAt(first, 'decimals') ?? 1,
    write: measure ? written.mapped : written.value,
    writeDifference: measure ? nothing : written.difference,
    noValue: first.fields.value?.config.noValue || null,
    ...bounds,
    labelOf: (name) => labelAt(first, name),
    phases,
    scale: scaleOf({ kind, direction, value, previous, phases, ...bounds }),
    severity: Math.min(...phases.map((p) => lookOf(p.status).severity)),
    links: () => distinctLinks(linked),
    hasLinks: linked.length > 0,
    actions: () => eachOnce(rows.flatMap(({ frame, index }) => rowActions(frame, index))),
  };
}

interface Writing {
  /** The reader set a unit, which then counts before the ledger's. */
  hasUnit: boolean;
  /** The decimals that the reader set; null for none. */
  decimals: number | null;
  mapped: (value: number) => string | null;
  value: (value: number) => string;
  difference: (difference: number, isBrief: boolean) => string;
}

const nothing = () => null;

function writingOf({ fields, frame }: Row, isSet: IsSet): Writing {
  const field = fields.value!;
  const decimals = field.config.decimals ?? null;
  const isShare = field.config.unit === 'percentunit';
  const written = unmappedDisplay(field);
  return {
    hasUnit: isSet('unit', field, frame),
    decimals: isSet('decimals', field, frame) ? decimals : null,
    mapped: mappingOf(field),
    value: (value) => shownBy(field, value),
    // Percentages differ by percentage points.
    difference: (size, isBrief) =>
      isShare || field.config.unit === 'percent'
        ? formatMeasure(isShare ? size * 100 : size, 'percentage_points', decimals ?? 1, readingLanguage(), isBrief)
        : formattedValueToString(written(size)),
  };
}

type Words = (index: number) => Pick<Phase, 'status' | 'said'>;

/** Verdicts of a frame's rows. Where the reader maps a status to a word of the vocabulary, it is that status. */
function wordsOf({ fields, frame }: Row, isSet: IsSet): Words {
  const field = fields.status;
  const mapped = field && isSet('mappings', field, frame) ? mappingOf(field) : nothing;
  return (index) => {
    const status = statusOf(textAt(fields, 'status', index));
    const said = status === null ? null : mapped(field?.values[index]);
    const meant = said === null ? null : statusOf(said);
    return isStatus(meant) ? { status: meant, said: null } : { status, said };
  };
}

/** What a column or a label of that name says of a row. */
function labelAt({ frame, fields, index }: Row, name: string): string {
  const wanted = plainName(name);
  const field = frame.fields.find((f) => f.name === name) ?? frame.fields.find((f) => plainName(f.name) === wanted);
  const value: unknown = field?.values[index];
  return value === null || value === undefined ? (fields.value?.labels?.[name] ?? '') : wordAt(field!, value);
}

function toPhase(row: Row, kind: Kind, direction: 1 | -1, asOf: string, order: number, verdict: Words): Phase {
  const number = (column: Column) => numberAt(row, column);
  const day = (column: Column) => dayAt(row, column);
  const target = number('target_value');
  const due = day('due_date');
  const facts = {
    upper: number('target_upper'),
    baseline: number('baseline_value'),
    baselineDate: day('baseline_date'),
    start: day('start_date'),
    due,
  };
  const { status: given, said } = verdict(row.index);
  const own =
    given === null && target !== null
      ? judge(
          {
            ...facts,
            kind,
            direction,
            value: number('value'),
            valueDate: day('value_date'),
            target,
            reportingPeriod: textAt(row.fields, 'reporting_period', row.index),
          },
          asOf
        )
      : null;
  return {
    id: row.phase,
    name: textAt(row.fields, 'phase_name', row.index) || row.phase,
    position: number('phase_position') ?? order,
    target,
    ...facts,
    status: given ?? own?.status ?? null,
    said,
    judgedBy: given === null ? 'panel' : 'frame',
    expected: number('expected_value') ?? own?.expected ?? null,
    gap: number('gap') ?? own?.gap ?? null,
    pace: number('pace') ?? own?.pace ?? null,
    growthRatio: number('growth_ratio'),
    method: textAt(row.fields, 'progress_method', row.index) || null,
    methodsDisagree: flagAt(row, 'methods_disagree'),
    targetChanged: flagAt(row, 'target_changed'),
    forecast: number('forecast_value'),
    forecastLow: number('forecast_low'),
    forecastHigh: number('forecast_high'),
    probability: number('forecast_probability'),
    reachedBy: day('reached_by'),
    reachedOn: day('reached_on'),
    shortfall: number('shortfall'),
    daysLeft: daysBetween(asOf, due),
  };
}

/** The status word of the vocabulary, also where a frame writes it in the reader's language; else the word as it is. */
function statusOf(word: string): string | null {
  if (word === '') {
    return null;
  }
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return isStatus(plain) ? plain : (STATUSES.find((status) => statusWord(status) === word.trim()) ?? word);
}

function kindOf(row: Row): Kind {
  const kind = textAt(row.fields, 'kind', row.index).toLowerCase().replace('/', '_');
  return (KINDS as readonly string[]).includes(kind) ? (kind as Kind) : 'target';
}

/**
 * As the frame says; else ceilings and ranks want less, and so does a target below its baseline or, in a frame over time
 * without a baseline, below the first value.
 */
function directionOf(rows: Row[], earliest: Row, kind: Kind): 1 | -1 {
  const given = rows.map((row) => numberAt(row, 'direction')).find((d) => d !== null && d !== 0) ?? null;
  if (given !== null) {
    return given < 0 ? -1 : 1;
  }
  const falls = rows.some((row) => {
    const first = row === earliest ? null : numberAt(earliest, 'value');
    const [from, to] = [numberAt(row, 'baseline_value') ?? first, numberAt(row, 'target_value')];
    return from !== null && to !== null && to < from;
  });
  return kind === 'ceiling' || kind === 'rank' || falls ? -1 : 1;
}

function textAt(fields: Fields, column: Column, index: number): string {
  const value: unknown = fields[column]?.values[index];
  return value === null || value === undefined ? '' : wordAt(fields[column]!, value);
}

function wordAt({ config }: Field, value: unknown): string {
  const words = config.type?.enum?.text;
  return words && typeof value === 'number' ? (words[value] ?? '') : String(value);
}

export function numberAt(row: Row, column: Column): number | null {
  const value: unknown = row.fields[column]?.values[row.index];
  const number = typeof value === 'string' ? numberIn(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export const dayAt = (row: Row, column: Column) => toDay(row.fields[column]?.values[row.index]);

export function flagAt(row: Row, column: Column): boolean {
  const value: unknown = row.fields[column]?.values[row.index];
  return value === true || value === 1 || value === 'true';
}

/** The fields of a row with data links; a name that the row leaves open leads nowhere. */
export const linkedFields = ({ frame, index }: Row) =>
  frame.fields.filter((field) => {
    const isOpen = field.type === FieldType.string && !field.values[index];
    return field.getLinks && (field.config.links?.length ?? 0) > 0 && !isOpen;
  });

/** Phases of one gauge often carry the same link: each address once. */
export function distinctLinks(linked: Array<{ row: Row; field: Field }>): LinkModel[] {
  const links = linked.flatMap(({ row, field }) =>
    field.getLinks!({
      valueRowIndex: row.index,
      calculatedValue: field.display?.(field.values[row.index]),
    })
  );
  return [...new Map(links.map((link) => [`${link.title}\u0000${link.href}`, link])).values()];
}
