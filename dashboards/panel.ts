/**
 * The panels of a dashboard. Units, words and colours of statuses come with the data source's fields: a panel only says
 * which columns it shows, how wide, and what a reader should know.
 */
import type { Dashboard, FieldColorModeId, FieldConfigSource, Panel, ThresholdsMode } from '@grafana/schema';
import type { Language } from './language';
import { ask, columnsOf, DATASOURCE, type Question } from './query';

type Target = ReturnType<typeof ask>;
type Override = FieldConfigSource['overrides'][number];
type DynamicConfigValue = Override['properties'][number];
export type DashboardLink = NonNullable<Dashboard['links']>[number];
export type Threshold = [from: number | null, color: string];

interface Frame {
  title: string;
  /** What a reader of the panel should know: the method, what counts, what does not. */
  description: string;
  /** Where the title's link leads: to the rows behind the numbers. */
  links?: DashboardLink[];
}

export interface Placed extends Panel {
  type: string;
}

function override(name: string, properties: DynamicConfigValue[]): Override {
  return { matcher: { id: 'byName', options: name }, properties };
}

function set(id: string, value: unknown): DynamicConfigValue {
  return { id, value };
}

function thresholds(steps: Threshold[]) {
  return set('thresholds', { mode: 'absolute', steps: steps.map(([value, color]) => ({ value, color })) });
}

/** Hides every column but these. The table and the time series each call it differently. */
function only(names: string[], hide: DynamicConfigValue): Override {
  return { matcher: { id: 'byNames', options: { mode: 'exclude', names } }, properties: [hide] };
}

function panel(
  type: string,
  frame: Frame,
  targets: Target[],
  options: Record<string, unknown>,
  overrides: Override[] = [],
  custom: Record<string, unknown> = {}
): Placed {
  return {
    type,
    title: frame.title,
    description: frame.description,
    ...(frame.links ? { links: frame.links } : {}),
    datasource: DATASOURCE,
    targets,
    // No words for "nothing" here: Grafana shows them for a query that failed, too.
    fieldConfig: { defaults: { ...(Object.keys(custom).length ? { custom } : {}) }, overrides },
    options,
  };
}

export interface Figure {
  name: string;
  label: string;
  /** Colours by value; none: the text's own colour. */
  steps?: Threshold[];
  unit?: string;
  link?: { title: string; url: string };
}

function figureOverride({ name, label, steps, unit, link }: Figure): Override {
  return override(name, [
    set('displayName', label),
    set('color', { mode: 'thresholds' }),
    thresholds(steps ?? [[null, 'text']]),
    ...(unit ? [set('unit', unit)] : []),
    ...(link ? [set('links', [{ ...link, targetBlank: false }])] : []),
  ]);
}

/** Panels choose fields by their shown name, which is the label that we give. */
function named(figures: Figure[]): string {
  return `/^(${figures.map(({ label }) => label.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})$/`;
}

type Calc = 'lastNotNull' | 'count' | 'sum';

/** One to a few large numbers: of one row, of a trend's last row, the number of rows, or a sum over groups. */
export function stat(frame: Frame, target: Target, figures: Figure[], calc: Calc = 'lastNotNull') {
  const shown = panel(
    'stat',
    frame,
    [target],
    {
      reduceOptions: { values: false, calcs: [calc], fields: named(figures) },
      orientation: 'auto',
      textMode: figures.length > 1 ? 'value_and_name' : 'value',
      colorMode: 'value',
      // Numbers side by side would be drawn wider than their places, and single ones larger than their weight.
      // Four counts in the thousands, 1,033, stand beside each other on a small screen.
      text: { titleSize: 14, valueSize: figures.length > 3 ? 20 : figures.length > 2 ? 26 : 32 },
      graphMode: 'none',
      justifyMode: 'auto',
      wideLayout: true,
      showPercentChange: false,
    },
    figures.map(figureOverride)
  );
  // "No data" has no colour: Grafana's own base threshold is green, also for a query that failed.
  shown.fieldConfig!.defaults.color = { mode: 'thresholds' as FieldColorModeId.Thresholds };
  shown.fieldConfig!.defaults.thresholds = {
    mode: 'absolute' as ThresholdsMode.Absolute,
    steps: [{ value: null, color: 'text' }],
  };
  return shown;
}

/** The figures of one row as bars on one scale. */
export function bars(frame: Frame, target: Target, figures: Figure[]) {
  const shown = panel(
    'bargauge',
    frame,
    [target],
    {
      reduceOptions: { values: false, calcs: ['lastNotNull'], fields: named(figures) },
      orientation: 'horizontal',
      displayMode: 'basic',
      valueMode: 'color',
      namePlacement: 'left',
      showUnfilled: false,
      sizing: 'auto',
      text: { titleSize: 13, valueSize: 16 },
      minVizWidth: 8,
      minVizHeight: 16,
      maxVizHeight: 40,
    },
    figures.map(figureOverride)
  );
  shown.fieldConfig!.defaults.min = 0;
  // The scale is that of all columns that reach the panel, shown or not.
  shown.transformations = [
    { id: 'filterFieldsByName', options: { include: { names: figures.map(({ name }) => name) } } },
  ];
  return shown;
}

export interface Column {
  name: string;
  /** Left out: the column shares what the others leave. */
  width?: number;
  /** The least that a column without a width takes, where 150 would cut its text; narrow windows scroll the table. */
  least?: number;
  /** Another heading than the data source's. */
  label?: string;
  /** Sorted by this column at first; needs a label, for Grafana sorts by headings. */
  sort?: 'asc' | 'desc';
  /** The value is written in the colour of its status or threshold. */
  colored?: boolean;
  steps?: Threshold[];
  /** Digits after the point, where rows of several units of measure leave it open. */
  decimals?: number;
  /** Long text goes on in a second line. */
  wrap?: boolean;
  /** Stands in place of every value, as for addresses that are links. */
  says?: string;
  links?: Array<{ title: string; url: string }>;
}

/** Rows with a few chosen columns, in the data source's order. */
export function table(frame: Frame, target: Target, columns: Column[]) {
  const sorted = columns.filter((column) => column.sort && column.label);
  return panel(
    'table',
    frame,
    [target],
    {
      showHeader: true,
      // Grafana 12.2 counts characters to see whether a row needs a second line, takes Chinese ones for narrow and
      // leaves links out: rows with wrapped text have room for two lines.
      cellHeight: columns.some(({ wrap }) => wrap) ? 'lg' : 'sm',
      enablePagination: false,
      sortBy: sorted.map(({ label, sort }) => ({ displayName: label, desc: sort === 'desc' })),
    },
    [
      only(
        columns.map(({ name }) => name),
        set('custom.hideFrom.viz', true)
      ),
      ...columns
        .map(({ name, width, least, label, colored, steps, decimals, wrap, says, links }) =>
          override(name, [
            ...(width ? [set('custom.width', width)] : []),
            ...(least ? [set('custom.minWidth', least)] : []),
            ...(label ? [set('displayName', label)] : []),
            ...(decimals === undefined ? [] : [set('decimals', decimals)]),
            // Later versions than 12.2 read the first, 12.2 itself the one among the cell's options.
            ...(wrap ? [set('custom.wrapText', true)] : []),
            ...(wrap || colored || steps
              ? [
                  set('custom.cellOptions', {
                    type: colored || steps ? 'color-text' : 'auto',
                    ...(wrap ? { wrapText: true } : {}),
                  }),
                ]
              : []),
            ...(steps ? [set('color', { mode: 'thresholds' }), thresholds(steps)] : []),
            ...(says
              ? [set('mappings', [{ type: 'regex', options: { pattern: '.+', result: { text: says, index: 0 } } }])]
              : []),
            ...(links
              ? [
                  set(
                    'links',
                    links.map((link) => ({ ...link, targetBlank: false }))
                  ),
                ]
              : []),
          ])
        )
        .filter(({ properties }) => properties.length > 0),
    ],
    { wrapHeaderText: true }
  );
}

export interface Line {
  name: string;
  label: string;
  color?: string;
  dashed?: boolean;
  /** Targets hold until the next one: drawn as steps. */
  steps?: boolean;
  /** Every value is marked, however many there are. */
  points?: boolean;
  /** On an axis of its own at the right. */
  right?: boolean;
  bars?: boolean;
}

/** Columns of a trend, or of series, over time. */
export function lines(frame: Frame, target: Target, shown: Line[]) {
  return panel(
    'timeseries',
    frame,
    [target],
    {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: { mode: 'multi', sort: 'none' },
    },
    [
      only(
        [
          ...columnsOf(target.kind, target.view).filter((name) => name === 'month' || name === 'period'),
          ...shown.map(({ name }) => name),
        ],
        set('custom.hideFrom', { viz: true, legend: true, tooltip: true })
      ),
      ...shown.map((line) =>
        override(line.name, [
          set('displayName', line.label),
          ...(target.view === 'trend' ? [set('custom.axisSoftMin', 0)] : []),
          ...(line.color ? [set('color', { mode: 'fixed', fixedColor: line.color })] : []),
          ...(line.dashed
            ? [set('custom.lineStyle', { fill: 'dash', dash: [8, 6] }), set('custom.showPoints', 'never')]
            : []),
          ...(line.points ? [set('custom.showPoints', 'always')] : []),
          // The axis fits the values: percentages that differ by little would be flat on a scale from 0 to 100.
          ...(target.view === 'rows' ? [set('min', null), set('max', null)] : []),
          ...(line.steps ? [set('custom.lineInterpolation', 'stepAfter')] : []),
          ...(target.view === 'trend' ? [set('custom.axisPlacement', line.right ? 'right' : 'left')] : []),
          ...(line.bars ? [set('custom.drawStyle', 'bars'), set('custom.fillOpacity', 60)] : []),
        ])
      ),
    ],
    {
      drawStyle: 'line',
      lineWidth: 2,
      fillOpacity: 0,
      showPoints: 'auto',
      pointSize: 6,
      spanNulls: false,
    }
  );
}

/** Values against phase targets: rings, one row per indicator, or the way there (targets and series together). */
export function gauge(frame: Frame, targets: Target | Target[], options: Record<string, unknown>) {
  return panel('shigan-phasegauge-panel', frame, [targets].flat(), options);
}

/** The worst risks of a heatmap are listed one by one; the others are counted. */
const LISTED_RISKS = 500;

/** Risks on the likelihood × impact grid: the worst in full, and the counts of all. */
export function heatmap(frame: Frame, question: Omit<Question, 'kind' | 'view' | 'limit'>, language: Language) {
  return panel(
    'shigan-riskheatmap-panel',
    frame,
    [
      ask({ kind: 'risks', view: 'rows', ...question, limit: LISTED_RISKS }, language),
      ask({ kind: 'risks', view: 'matrix', ...question }, language, 'B'),
    ],
    {}
  );
}

/** Words only. */
export function text(title: string, content: string): Placed {
  return {
    type: 'text',
    title,
    transparent: true,
    datasource: DATASOURCE,
    fieldConfig: { defaults: {}, overrides: [] },
    options: { mode: 'markdown', content },
  };
}
