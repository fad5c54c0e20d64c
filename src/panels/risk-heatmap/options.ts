import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { CrossOptions } from './data/crossTable';
import { DEFAULT_GRID_ROWS, type GridText } from './data/grid';
import type { Basis, Mapping, Role } from './data/risks';
import { axisWord, basisWord, calculationWord } from './sentences';

export interface FilterVariables {
  /** Scores of the selected cell. */
  likelihood: string;
  impact: string;
  /** Id of the category that the reader switched to. */
  category: string;
  /** Id, else name, of the selected row and column of a heat grid. */
  row: string;
  column: string;
}

export interface HeatmapOptions {
  /** Likelihood × impact, or any two fields against each other. */
  form: 'matrix' | 'cross';
  /** Which score places a risk. */
  basis: Basis;
  /** Ids of the only categories to show, comma separated, variables allowed; empty: all. */
  category: string;
  /** Lets readers switch basis and category in the panel. */
  controls: boolean;
  dots: boolean;
  appetite: boolean;
  /** Inherent → current → residual: of nothing, of the selected cell or risk, of all risks. */
  arrows: 'none' | 'selection' | 'all';
  /** Shows what moved where the data bring two dates. */
  compare: boolean;
  /** True: the grid below holds even where the data bring one. */
  ownGrid: boolean;
  grid: GridText;
  fields: Mapping;
  /** Fields, order and calculation of the heat grid; what is left out is guessed. */
  cross: CrossOptions;
  /** Names of dashboard variables that a click sets; empty: none. */
  filter: FilterVariables;
  /** Totals of the heat grid's rows and columns. */
  totals: boolean;
}

export const DEFAULTS: HeatmapOptions = {
  form: 'matrix',
  basis: 'current',
  category: '',
  controls: true,
  dots: true,
  appetite: true,
  arrows: 'selection',
  compare: true,
  ownGrid: false,
  grid: { rows: DEFAULT_GRID_ROWS, likelihoodWords: '', impactWords: '', levelWords: '' },
  fields: {},
  cross: { rowOrder: 'data', columnOrder: 'data' },
  filter: { likelihood: '', impact: '', category: '', row: '', column: '' },
  totals: true,
};

/** Options as saved, with what a dashboard written by hand leaves out. */
export function withDefaults(options: Partial<HeatmapOptions> | undefined): HeatmapOptions {
  return {
    ...DEFAULTS,
    ...options,
    grid: { ...DEFAULTS.grid, ...options?.grid },
    fields: options?.fields ?? {},
    cross: { ...DEFAULTS.cross, ...options?.cross },
    filter: { ...DEFAULTS.filter, ...options?.filter },
  };
}

/** The grid of the options; the default one has words in the reader's language. */
export function gridText({ grid }: HeatmapOptions): GridText {
  if (grid.rows !== DEFAULT_GRID_ROWS) {
    return grid;
  }
  const steps = t('default_grid.steps', 'Very low, Low, Medium, High, Very high');
  return {
    rows: grid.rows,
    likelihoodWords: grid.likelihoodWords || steps,
    impactWords: grid.impactWords || steps,
    levelWords:
      grid.levelWords || t('default_grid.levels', 'Very low=green, Low=green, Medium=yellow, High=red, Very high=red'),
  };
}

/** The roles that can be mapped, in the order of the editor. */
export const MAPPED_ROLES: Role[] = [
  'likelihood',
  'impact',
  'title',
  'count',
  'category',
  'department',
  'owner',
  'appetite',
  'nextReview',
  'trend',
  'mitigationDue',
];

function roleName(role: Role): string {
  switch (role) {
    case 'likelihood':
      return t('axis.likelihood', 'Likelihood');
    case 'impact':
      return t('axis.impact', 'Impact');
    case 'title':
      return t('options.field.title', 'Title');
    case 'count':
      return t('options.field.count', 'Count');
    case 'category':
      return t('options.field.category', 'Category');
    case 'department':
      return t('options.field.department', 'Department');
    case 'owner':
      return t('options.field.owner', 'Owner');
    case 'appetite':
      return t('options.field.appetite', 'Appetite level');
    case 'nextReview':
      return t('options.field.next_review', 'Next review');
    case 'trend':
      return t('options.field.trend', 'Trend');
    case 'mitigationDue':
      return t('options.field.mitigation_due', 'Mitigation due');
    default:
      return role;
  }
}

function crossName(part: 'row' | 'column' | 'value'): string {
  switch (part) {
    case 'row':
      return t('options.cross_row', 'Rows');
    case 'column':
      return t('options.cross_column', 'Columns');
    case 'value':
      return t('options.cross_value', 'Value');
  }
}

export function buildOptions(builder: PanelOptionsEditorBuilder<HeatmapOptions>): void {
  const display = [t('options.display', 'Risk heatmap')];
  const matrix = (options: HeatmapOptions) => options.form !== 'cross';
  const cross = (options: HeatmapOptions) => options.form === 'cross';
  builder
    .addRadio({
      path: 'form',
      name: t('options.form', 'Form'),
      category: display,
      defaultValue: DEFAULTS.form,
      settings: {
        options: [
          { value: 'matrix', label: t('options.form_matrix', 'Likelihood × impact') },
          { value: 'cross', label: t('options.form_cross', 'Any two fields') },
        ],
      },
    })
    .addRadio({
      path: 'basis',
      name: t('options.basis', 'Score'),
      description: t(
        'options.basis_description',
        'Inherent: before any measure. Current: as last reviewed. Residual: once the measures hold.'
      ),
      category: display,
      showIf: matrix,
      defaultValue: DEFAULTS.basis,
      settings: {
        options: (['inherent', 'current', 'residual'] as const).map((value) => ({ value, label: basisWord(value) })),
      },
    })
    .addTextInput({
      path: 'category',
      name: t('options.category', 'Category'),
      description: t(
        'options.category_description',
        'Ids of the categories to show, comma separated, or a variable; empty shows all.'
      ),
      category: display,
      showIf: matrix,
      defaultValue: DEFAULTS.category,
    })
    .addBooleanSwitch({
      path: 'controls',
      name: t('options.controls', 'Switches in the panel'),
      description: t('options.controls_description', 'Readers may change score and category.'),
      category: display,
      showIf: matrix,
      defaultValue: DEFAULTS.controls,
    })
    .addBooleanSwitch({
      path: 'dots',
      name: t('options.dots', 'One dot per risk'),
      category: display,
      showIf: matrix,
      defaultValue: DEFAULTS.dots,
    })
    .addBooleanSwitch({
      path: 'appetite',
      name: t('options.appetite', 'Appetite line'),
      category: display,
      showIf: matrix,
      defaultValue: DEFAULTS.appetite,
    })
    .addRadio({
      path: 'arrows',
      name: t('options.arrows', 'Arrows'),
      description: t(
        'options.arrows_description',
        'How risks moved: from inherent to current and on to residual, or, with two dates, between them (then of all until something is selected).'
      ),
      category: display,
      showIf: matrix,
      defaultValue: DEFAULTS.arrows,
      settings: {
        options: [
          { value: 'none', label: t('options.arrows_none', 'None') },
          { value: 'selection', label: t('options.arrows_selection', 'Of the selection') },
          { value: 'all', label: t('options.arrows_all', 'All') },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'compare',
      name: t('options.compare', 'What moved'),
      description: t(
        'options.compare_description',
        'Where the data bring two dates (a second query with another as-of date, or a column as_of), shows what moved between them.'
      ),
      category: display,
      showIf: matrix,
      defaultValue: DEFAULTS.compare,
    });

  const grid = [t('options.grid', 'Grid')];
  builder
    .addBooleanSwitch({
      path: 'ownGrid',
      name: t('options.own_grid', 'Use this grid always'),
      description: t('options.own_grid_description', 'Otherwise the grid that comes with the data goes first.'),
      category: grid,
      showIf: matrix,
      defaultValue: DEFAULTS.ownGrid,
    })
    .addTextInput({
      path: 'grid.rows',
      name: t('options.grid_rows', 'Levels'),
      description: t(
        'options.grid_rows_description',
        'One group of digits per likelihood, lowest first; one digit per impact. 3 × 3 to 7 × 7.'
      ),
      category: grid,
      showIf: matrix,
      defaultValue: DEFAULTS.grid.rows,
    })
    .addTextInput({
      path: 'grid.likelihoodWords',
      name: t('options.likelihood_words', 'Words of likelihood'),
      description: t('options.words_description', 'Lowest first, separated by commas; empty shows numbers.'),
      category: grid,
      showIf: matrix,
      defaultValue: '',
    })
    .addTextInput({
      path: 'grid.impactWords',
      name: t('options.impact_words', 'Words of impact'),
      description: t('options.words_description', 'Lowest first, separated by commas; empty shows numbers.'),
      category: grid,
      showIf: matrix,
      defaultValue: '',
    })
    .addTextInput({
      path: 'grid.levelWords',
      name: t('options.level_words', 'Words and lights of levels'),
      description: t('options.level_words_description', 'From level 0: Low=green, Medium=yellow, High=red.'),
      category: grid,
      showIf: matrix,
      defaultValue: '',
    });

  for (const role of MAPPED_ROLES) {
    builder.addFieldNamePicker({
      path: `fields.${role}`,
      name: roleName(role),
      description:
        role === 'likelihood' || role === 'impact'
          ? t('options.field.score_description', 'Of the chosen score; empty: guessed from the field names.')
          : undefined,
      category: [t('options.fields', 'Fields')],
      showIf: role === 'title' || role === 'department' || role === 'owner' ? undefined : matrix,
    });
  }

  const crossed = [t('options.cross', 'Rows and columns')];
  for (const part of ['row', 'column', 'value'] as const) {
    builder.addFieldNamePicker({
      path: `cross.${part}`,
      name: crossName(part),
      description:
        part === 'value'
          ? t(
              'options.cross_value_description',
              'A status, a light or a number; empty: guessed, else rows are counted.'
            )
          : t('options.cross_description', 'Text, or a time that is told by month; empty: guessed.'),
      category: crossed,
      showIf: cross,
    });
  }
  builder.addSelect({
    path: 'cross.calculation',
    name: t('options.calculation', 'Several numbers in a cell'),
    description: t('options.calculation_description', 'Empty: the mean of percentages, the sum of anything else.'),
    category: crossed,
    showIf: cross,
    settings: {
      isClearable: true,
      options: (['sum', 'mean', 'max', 'min'] as const).map((value) => ({ value, label: calculationWord(value) })),
    },
  });
  for (const part of ['rowOrder', 'columnOrder'] as const) {
    builder.addRadio({
      path: `cross.${part}`,
      name:
        part === 'rowOrder' ? t('options.row_order', 'Order of rows') : t('options.column_order', 'Order of columns'),
      description: t(
        'options.order_description',
        'Worst: most red, or the largest, first. Months stand in their order.'
      ),
      category: crossed,
      showIf: cross,
      defaultValue: 'data',
      settings: {
        options: [
          { value: 'data', label: t('options.order_data', 'As in the data') },
          { value: 'name', label: t('options.order_name', 'By name') },
          { value: 'worst', label: t('options.order_worst', 'Worst first') },
        ],
      },
    });
  }
  builder.addBooleanSwitch({
    path: 'totals',
    name: t('options.totals', 'Totals'),
    category: crossed,
    showIf: cross,
    defaultValue: DEFAULTS.totals,
  });
  const filters: Array<[keyof FilterVariables, string]> = [
    ['likelihood', axisWord('likelihood')],
    ['impact', axisWord('impact')],
    ['category', t('options.category', 'Category')],
    ['row', t('options.cross_row', 'Rows')],
    ['column', t('options.cross_column', 'Columns')],
  ];
  for (const [part, name] of filters) {
    builder.addTextInput({
      path: `filter.${part}`,
      name,
      description: t(
        'options.filter_description',
        'Name of the dashboard variable that a click sets; empty: none. Leave the variable out of this panel’s own query.'
      ),
      category: [t('options.filter', 'Filter the dashboard')],
      showIf: part === 'row' || part === 'column' ? cross : matrix,
      defaultValue: '',
    });
  }
}
