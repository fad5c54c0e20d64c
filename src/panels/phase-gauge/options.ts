import {
  type DataFrame,
  FieldType,
  type PanelOptionsEditorBuilder,
  type SelectFieldConfigSettings,
} from '@grafana/data';
import { type Choice, phaseColumns } from './data/arrange';
import { type ColumnMapping, COLUMNS, type Column, fieldsOf, MAPPABLE } from './data/columns';
import { toGauges } from './data/gauges';
import { t } from './words/translate';

export const FORMS = ['radial', 'bars', 'trajectory'] as const;
export type Form = (typeof FORMS)[number];

export interface PhaseGaugeOptions extends Choice {
  form: Form;
  showLegend: boolean;
  showWords: boolean;
  /** Field names by column; a column left out is found by its name. */
  columns: ColumnMapping;
  /** The dashboard variable that a click on a gauge sets; '' for none. */
  filterVariable: string;
  /** Whose value it gets: a dimension, a text column or a label. */
  filterBy: string;
}

export const DEFAULTS: PhaseGaugeOptions = {
  form: 'radial',
  sort: 'severity',
  group: 'none',
  onlyAttention: false,
  phases: [],
  showLegend: true,
  showWords: true,
  columns: {},
  filterVariable: '',
  filterBy: 'indicator_id',
};

/** The panel's settings; those of its fields come last, for frames of another origin than the policy ledger. */
export function buildOptions(builder: PanelOptionsEditorBuilder<PhaseGaugeOptions>): void {
  builder
    .addRadio({
      path: 'form',
      name: t('option.form', 'Form'),
      defaultValue: DEFAULTS.form,
      settings: {
        options: [
          {
            value: 'radial',
            label: t('option.radial', 'Radial'),
            description: t('option.radial_is', 'One gauge per indicator, one ring per phase'),
          },
          {
            value: 'bars',
            label: t('option.bars', 'Bars'),
            description: t('option.bars_is', 'One row per indicator on its own scale'),
          },
          {
            value: 'trajectory',
            label: t('option.trajectory', 'Trajectory'),
            description: t(
              'option.trajectory_is',
              'Values over time with targets and forecast: add a query for “Observations”'
            ),
          },
        ],
      },
    })
    .addSelect({
      path: 'sort',
      name: t('option.sort', 'Sort by'),
      defaultValue: DEFAULTS.sort,
      settings: {
        options: [
          { value: 'severity', label: t('option.severity', 'Severity, worst first') },
          { value: 'gap', label: t('option.gap', 'Gap, furthest behind first') },
          { value: 'due', label: t('option.due', 'Due date, earliest first') },
          { value: 'name', label: t('option.name', 'Name') },
          { value: 'given', label: t('option.given', 'As the data comes') },
        ],
      },
    })
    .addSelect<string, SelectFieldConfigSettings<string>>({
      path: 'group',
      name: t('option.group', 'Group by'),
      defaultValue: DEFAULTS.group,
      settings: {
        allowCustomValue: true,
        options: groupings(),
        getOptions: async ({ data, options }) => [
          ...groupings(),
          ...labelChoices(data ?? [], options?.columns ?? {}).map((name) => ({ value: name, label: name })),
        ],
      },
    })
    .addMultiSelect<unknown, SelectFieldConfigSettings<unknown>>({
      path: 'phases',
      name: t('option.phases', 'Phases'),
      description: t('option.phases_is', 'None chosen: all'),
      defaultValue: DEFAULTS.phases,
      settings: {
        options: [],
        getOptions: async ({ data, options }) => phaseChoices(data ?? [], options?.columns ?? {}),
      },
    })
    .addBooleanSwitch({
      path: 'onlyAttention',
      name: t('option.attention', 'Only what needs attention'),
      description: t('option.attention_is', 'Red, yellow, stale or without data in any phase'),
      defaultValue: DEFAULTS.onlyAttention,
    })
    .addBooleanSwitch({
      path: 'showWords',
      name: t('option.words', 'Words beside the marks'),
      description: t('option.words_is', 'Narrow panels drop them by themselves'),
      defaultValue: DEFAULTS.showWords,
    })
    .addBooleanSwitch({ path: 'showLegend', name: t('option.legend', 'Legend'), defaultValue: DEFAULTS.showLegend })
    .addTextInput({
      path: 'filterVariable',
      name: t('option.filter_variable', 'Variable that a click sets'),
      description: t('option.filter_variable_is', 'Name of a dashboard variable; empty: a click filters nothing'),
      category: [t('option.filter', 'Filter the dashboard')],
      defaultValue: DEFAULTS.filterVariable,
    })
    .addSelect<string, SelectFieldConfigSettings<string>>({
      path: 'filterBy',
      name: t('option.filter_by', 'Value that it gets'),
      category: [t('option.filter', 'Filter the dashboard')],
      defaultValue: DEFAULTS.filterBy,
      showIf: ({ filterVariable }) => filterVariable !== '',
      settings: {
        allowCustomValue: true,
        options: dimensions(),
        getOptions: async ({ data, options }) => [
          ...dimensions(),
          ...labelChoices(data ?? [], options?.columns ?? {}).map((name) => ({ value: name, label: name })),
        ],
      },
    });
  for (const column of MAPPABLE) {
    builder.addFieldNamePicker({
      path: `columns.${column}`,
      name: columnWords(column),
      category: [t('option.fields', 'Fields')],
      settings: {
        ...(COLUMNS[column].holds === 'number'
          ? { filter: (field: { type: FieldType }) => field.type === FieldType.number }
          : {}),
        placeholderText: t('option.by_name', 'Found by its name'),
      },
    });
  }
}

/** The phases in the data, to choose from. */
export function phaseChoices(frames: DataFrame[], columns: ColumnMapping): Array<{ value: string; label: string }> {
  return phaseColumns(toGauges(frames, columns, 0).gauges)
    .filter(({ id }) => id !== '')
    .map(({ id, name }) => ({ value: id, label: name }));
}

const groupings = () => [
  { value: 'none', label: t('option.no_group', 'No groups') },
  { value: 'unit', label: t('option.unit', 'Unit') },
  { value: 'domain', label: t('option.domain', 'Domain') },
  { value: 'department', label: t('option.department', 'Department') },
];

const dimensions = () => [
  { value: 'indicator_id', label: t('option.indicator_id', 'Indicator (id)') },
  { value: 'indicator', label: t('option.indicator', 'Indicator') },
  { value: 'unit_id', label: t('option.unit_id', 'Unit (id)') },
  ...groupings().slice(1),
];

/** The other text columns and the labels by which gauges can be grouped; not those that name or date a gauge. */
export function labelChoices(frames: DataFrame[], columns: ColumnMapping): string[] {
  const names = frames.flatMap((frame) => {
    const fields = fieldsOf(frame, columns, frames);
    const known = Object.values(fields);
    const offered = [fields.kind, fields.trend, fields.reporting_period];
    const texts = frame.fields.filter(
      (field) =>
        (field.type === FieldType.string || field.type === FieldType.boolean) &&
        field.values.some((value) => value !== null && value !== '') &&
        field.values.some((value) => value !== null && value !== '') &&
        (!known.includes(field) || offered.includes(field))
    );
    return [...texts.map(({ name }) => name), ...Object.keys(fields.value?.labels ?? {})];
  });
  const named = ['unit', 'indicator', 'unit_id', 'indicator_id', 'domain', 'department'];
  return [...new Set(names)].filter((name) => !named.includes(name));
}

function columnWords(column: Column): string {
  switch (column) {
    case 'indicator':
      return t('column.indicator', 'Indicator');
    case 'unit':
      return t('column.unit', 'Unit');
    case 'phase_name':
      return t('column.phase', 'Phase');
    case 'value':
      return t('column.value', 'Value');
    case 'value_date':
      return t('column.value_date', 'Date of the value');
    case 'target_value':
      return t('column.target', 'Target');
    case 'target_upper':
      return t('column.upper', 'Upper end of a range');
    case 'baseline_value':
      return t('column.baseline', 'Baseline');
    case 'baseline_date':
      return t('column.baseline_date', 'Date of the baseline');
    case 'start_date':
      return t('column.start', 'Start of the phase');
    case 'due_date':
      return t('column.due', 'Due date');
    case 'status':
      return t('column.status', 'Status');
    case 'direction':
      return t('column.direction', 'Direction (1 more, -1 less is better)');
    case 'kind':
      return t('column.kind', 'Kind of target');
    case 'unit_of_measure':
      return t('column.measure', 'Unit of measure');
    case 'expected_value':
      return t('column.expected', 'Expected by now');
    case 'forecast_value':
      return t('column.forecast', 'Forecast');
    case 'scale_min':
      return t('column.least', 'Lower end of the scale');
    case 'scale_max':
      return t('column.most', 'Upper end of the scale');
    case 'domain':
      return t('column.domain', 'Domain');
    case 'department':
      return t('column.department', 'Department');
    default:
      return column;
  }
}
