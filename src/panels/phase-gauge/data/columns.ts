/** Which field of a frame is what: by the user's mapping first, then by name. */
import { type DataFrame, type Field, FieldType, getFieldDisplayName } from '@grafana/data';

type Holds = 'number' | 'text' | 'day' | 'flag';

/**
 * The columns that a gauge can be drawn from: what they hold and the names by which they are recognised, in order of
 * trust. Names are compared without case, spaces and punctuation.
 */
export const COLUMNS = {
  indicator: {
    holds: 'text',
    names: ['indicator', 'indicator_name', 'metric', 'kpi', 'name', 'title', '指标', '指标名称', '名称'],
  },
  indicator_id: { holds: 'text', names: ['indicator_id'] },
  unit: { holds: 'text', names: ['unit', 'org_unit', 'unit_name', 'region', 'city', 'county', '单位', '地区', '地市'] },
  unit_id: { holds: 'text', names: ['unit_id'] },
  domain: { holds: 'text', names: ['domain', 'category', 'area', '领域', '分类'] },
  department: { holds: 'text', names: ['department', 'lead_department', 'owner', '部门', '牵头部门', '责任部门'] },
  phase_name: { holds: 'text', names: ['phase_name', '阶段', '阶段名称'] },
  phase: { holds: 'text', names: ['phase', 'stage', 'milestone'] },
  phase_position: { holds: 'number', names: ['phase_position', 'phase_order'] },
  value: {
    holds: 'number',
    names: ['value', 'current_value', 'current', 'actual', 'latest', '当前值', '监测值', '现值', '实际值', '完成值'],
  },
  value_date: { holds: 'day', names: ['value_date', 'period', 'date', 'time', '监测日期', '数据日期', '日期'] },
  target_value: { holds: 'number', names: ['target_value', 'target', 'goal', 'plan', '目标值', '目标'] },
  target_upper: { holds: 'number', names: ['target_upper', 'target_max', 'upper', '目标上限'] },
  baseline_value: {
    holds: 'number',
    names: ['baseline_value', 'baseline', 'base', 'start_value', '基期值', '基期', '基线'],
  },
  baseline_date: { holds: 'day', names: ['baseline_date', 'base_date', '基期日期'] },
  start_date: { holds: 'day', names: ['start_date', 'start', '开始日期', '起始日期'] },
  due_date: {
    holds: 'day',
    names: ['due_date', 'due', 'deadline', 'target_date', '到期日', '到期日期', '截止日期', '完成时限'],
  },
  status: { holds: 'text', names: ['status', '状态'] },
  direction: { holds: 'number', names: ['direction', '方向'] },
  kind: { holds: 'text', names: ['kind', '指标类型'] },
  unit_of_measure: { holds: 'text', names: ['unit_of_measure', 'measure', '计量单位'] },
  decimals: { holds: 'number', names: ['decimals'] },
  reporting_period: { holds: 'text', names: ['reporting_period', 'frequency', '报送周期', '频率'] },
  previous_value: { holds: 'number', names: ['previous_value', 'previous', '上期值'] },
  expected_value: { holds: 'number', names: ['expected_value', 'expected', '序时进度'] },
  gap: { holds: 'number', names: ['gap', '进度偏差'] },
  pace: { holds: 'number', names: ['pace', '进度比'] },
  growth_ratio: { holds: 'number', names: ['growth_ratio'] },
  progress_method: { holds: 'text', names: ['progress_method'] },
  trend: { holds: 'text', names: ['trend', '趋势'] },
  methods_disagree: { holds: 'flag', names: ['methods_disagree'] },
  revision: { holds: 'number', names: ['revision', '修订', '修订次数'] },
  // A number counts revisions; anything else called so says whether there was one.
  revised: { holds: 'flag', names: ['revised', 'revision', '有修订', '已修订'] },
  target_changed: { holds: 'flag', names: ['target_changed'] },
  shortfall: { holds: 'number', names: ['shortfall'] },
  reached_on: { holds: 'day', names: ['reached_on', '达成日期'] },
  forecast_value: { holds: 'number', names: ['forecast_value', 'forecast', '预测值', '预测'] },
  forecast_low: { holds: 'number', names: ['forecast_low'] },
  forecast_high: { holds: 'number', names: ['forecast_high'] },
  forecast_probability: { holds: 'number', names: ['forecast_probability'] },
  reached_by: { holds: 'day', names: ['reached_by'] },
  scale_min: { holds: 'number', names: ['scale_min', 'min', 'minimum', '刻度下限', '最小值'] },
  scale_max: { holds: 'number', names: ['scale_max', 'max', 'maximum', '刻度上限', '最大值'] },
} as const satisfies Record<string, { holds: Holds; names: readonly string[] }>;

export type Column = keyof typeof COLUMNS;

/** Which field the user has named for a column; columns left out are guessed. */
export type ColumnMapping = Partial<Record<Column, string>>;

/** The columns that a user can map by hand: what a frame of another origin needs. The ledger's others go by name. */
export const MAPPABLE = [
  'indicator',
  'unit',
  'phase_name',
  'value',
  'value_date',
  'target_value',
  'target_upper',
  'baseline_value',
  'baseline_date',
  'start_date',
  'due_date',
  'status',
  'direction',
  'kind',
  'unit_of_measure',
  'expected_value',
  'forecast_value',
  'scale_min',
  'scale_max',
  'domain',
  'department',
] as const satisfies readonly Column[];

export type Fields = Partial<Record<Column, Field>>;

const plainNames = new Map<string, string>();

/** A name without case, spaces and punctuation; made once, since sixty frames ask for the same ones. */
export function plainName(name: string): string {
  const plain = plainNames.get(name) ?? name.toLowerCase().replace(/[\s_\-.()（）]/g, '');
  if (plainNames.size < 5_000) {
    plainNames.set(name, plain);
  }
  return plain;
}

/** The number that a text writes: 84.1, 1,250 or 84.1%; null for any other. Spreadsheets often bring numbers so. */
export function numberIn(text: string): number | null {
  const plain = text
    .trim()
    .replace(/,(?=\d{3}(?:\D|$))/g, '')
    .replace(/\s*[%％]$/, '');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

const writesNumbers = ({ type, values }: Field) => {
  const known = type === FieldType.string ? values.filter((v) => typeof v === 'string' && v.trim() !== '') : [];
  return known.length > 0 && known.every((text) => numberIn(text) !== null);
};

const fits = (field: Field, holds: Holds): boolean =>
  holds === 'number'
    ? field.type === FieldType.number || writesNumbers(field)
    : holds === 'day'
      ? field.type === FieldType.time || field.type === FieldType.string
      : holds === 'text'
        ? field.type === FieldType.string || field.type === FieldType.enum
        : true;

const known = new WeakMap<DataFrame, { mapping: ColumnMapping; fields: Fields }>();

/**
 * The fields of one frame by the columns they are, found once for each frame. A mapped field that is not in the frame
 * counts as not there.
 */
export function fieldsOf(frame: DataFrame, mapping: ColumnMapping = NO_MAPPING, frames: DataFrame[] = [frame]): Fields {
  const before = known.get(frame);
  if (before?.mapping === mapping) {
    return before.fields;
  }
  const fields = findFields(frame, mapping, frames);
  known.set(frame, { mapping, fields });
  return fields;
}

const NO_MAPPING: ColumnMapping = {};

function findFields(frame: DataFrame, mapping: ColumnMapping, frames: DataFrame[]): Fields {
  const found: Fields = {};
  const taken = new Set<Field>();
  const take = (column: Column, field: Field | undefined) => {
    if (field) {
      found[column] = field;
      taken.add(field);
    }
  };
  for (const [column, name] of Object.entries(mapping) as Array<[Column, string]>) {
    take(
      column,
      name ? frame.fields.find((f) => f.name === name || getFieldDisplayName(f, frame, frames) === name) : undefined
    );
  }
  const byName = fieldsByName(frame);
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const { holds, names } = COLUMNS[column];
    if (!mapping[column]) {
      take(column, named(byName, names, holds, taken));
    }
  }
  return withGuesses(frame, found, mapping, taken);
}

/** The fields of a frame by their plain names, and after those by what they are displayed as. */
function fieldsByName(frame: DataFrame): Map<string, Field[]> {
  const byName = new Map<string, Field[]>();
  const add = (name: string, field: Field) => byName.set(name, [...(byName.get(name) ?? []), field]);
  frame.fields.forEach((field) => add(plainName(field.name), field));
  frame.fields.forEach((field) => field.config.displayName && add(plainName(field.config.displayName), field));
  return byName;
}

/** The first field that has one of the names, in their order, is not taken yet, and holds what it should. */
function named(
  byName: Map<string, Field[]>,
  names: readonly string[],
  holds: Holds,
  taken: Set<Field>
): Field | undefined {
  for (const name of names) {
    const field = byName.get(plainName(name))?.find((f) => !taken.has(f) && fits(f, holds));
    if (field) {
      return field;
    }
  }
  return undefined;
}

/** What can still be guessed without a name: a lone number beside a target or a time is the value, the first text names the row. */
function withGuesses(frame: DataFrame, found: Fields, mapping: ColumnMapping, taken: Set<Field>): Fields {
  const open = (type: FieldType) => frame.fields.filter((f) => f.type === type && !taken.has(f));
  const numbers = open(FieldType.number);
  const texts = open(FieldType.string);
  const isDated = found.value_date?.type === FieldType.time || open(FieldType.time).length === 1;
  return {
    ...found,
    ...(!found.value && !mapping.value && numbers.length === 1 && (found.target_value || isDated)
      ? { value: numbers[0] }
      : {}),
    ...(!found.indicator && !mapping.indicator && texts.length > 0 ? { indicator: texts[0] } : {}),
    ...(!found.value_date && !mapping.value_date && open(FieldType.time).length === 1
      ? { value_date: open(FieldType.time)[0] }
      : {}),
  };
}

/** The columns without which nothing can be drawn; a trajectory needs no target. */
export type Needed = 'value' | 'target_value';
export const NEEDED: Needed[] = ['value', 'target_value'];

/** Which of the columns that are needed the fields lack. */
export const missingColumns = (fields: Fields, needed: Needed[]) => needed.filter((column) => !fields[column]);

/** Whether a frame tells targets, and not only values over time: it has verdicts or due dates. */
export const tellsTargets = (fields: Fields) => !!fields.status || !!fields.due_date;

/** Whether the rows of a frame are one thing at several times, and not several things. */
export const isOneSeries = (frame: DataFrame, fields: Fields) =>
  fields.value_date?.type === FieldType.time &&
  !fields.indicator &&
  !fields.unit &&
  !tellsTargets(fields) &&
  frame.length > 0;
