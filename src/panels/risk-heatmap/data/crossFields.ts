/** Which fields of a frame are the rows, the columns and the value of a heat grid. */
import { type DataFrame, type Field, FieldType, getFieldDisplayName } from '@grafana/data';

/** Names of fields chosen in the options; what is left out is guessed. */
export interface CrossFields {
  row?: string;
  column?: string;
  value?: string;
}

export interface FoundFields {
  row?: Field;
  column?: Field;
  value?: Field;
}

const ROW_NAMES = ['unit', 'department', 'lead_department', 'group_name', 'category_name', 'category', '单位', '部门'];
const COLUMN_NAMES = [
  'domain',
  'category_name',
  'category',
  'phase_name',
  'month',
  'period',
  'step_name',
  '领域',
  '类别',
  '月份',
];
const VALUE_NAMES = ['status', 'light', 'value', 'count', 'total', '状态', '数量'];

function named(frame: DataFrame, names: string[]): Field | undefined {
  return names.map((name) => frame.fields.find((field) => field.name.toLowerCase() === name)).find(Boolean);
}

function chosen(frame: DataFrame, name: string): Field | undefined {
  return frame.fields.find((field) => field.name === name || getFieldDisplayName(field, frame) === name);
}

const labels = (frame: DataFrame, except: Array<Field | undefined>) =>
  frame.fields.filter(
    (field) =>
      (field.type === FieldType.string || field.type === FieldType.time) &&
      !except.includes(field) &&
      !/(^|_)(id|title|status|light)$/i.test(field.name)
  );

/** The named fields, else those of usual names, else the first two labels that the frame has. */
export function findCrossFields(frame: DataFrame, fields: CrossFields): FoundFields {
  const value = fields.value ? chosen(frame, fields.value) : named(frame, VALUE_NAMES);
  const row = fields.row
    ? chosen(frame, fields.row)
    : (named(frame, ROW_NAMES) ?? labels(frame, [value, fields.column ? chosen(frame, fields.column) : undefined])[0]);
  const column = fields.column
    ? chosen(frame, fields.column)
    : (named(
        frame,
        COLUMN_NAMES.filter((name) => name !== row?.name.toLowerCase())
      ) ?? labels(frame, [value, row])[0]);
  return { row, column: column === row ? undefined : column, value };
}

/** The field that holds the ids of a field's labels: `unit` has `unit_id`, `category_name` has `category`; else itself. */
export function idFieldOf(field: Field, frame: DataFrame): Field {
  const wanted = [`${field.name}_id`, field.name.replace(/_name$/, '_id'), field.name.replace(/_name$/, '')];
  return frame.fields.find((other) => other !== field && wanted.includes(other.name)) ?? field;
}
