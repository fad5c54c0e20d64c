import type { Dashboard, VariableModel } from '@grafana/schema';
import type { OptionList, PolicyVariableQuery } from '../src/datasource/options';
import type { Scope } from '../src/datasource/query';
import { annotations, type Marks } from './annotations';
import { type Language, type Name, NAMES, sayIn, uidOf } from './language';
import type { DashboardLink, Placed } from './panel';
import { DATASOURCE } from './query';

/** A line of panels: its height in grid rows, and each panel with its width; a line's widths add up to 24. */
export type Shelf = [height: number, ...panels: Array<[width: number, panel: Placed]>];

/** Puts the panels side by side and below each other, and numbers them. */
export function layout(shelves: Shelf[]) {
  let y = 0;
  let id = 0;
  return shelves.flatMap(([h, ...panels]) => {
    let x = 0;
    const line = panels.map(([w, panel]) => {
      const placed = { ...panel, id: ++id, gridPos: { x, y, w, h } };
      x += w;
      return placed;
    });
    y += h;
    return line;
  });
}

/**
 * A link to another dashboard that takes the data source, the unit, the filters, the given variables and the time range
 * with it.
 */
export function linkTo(
  name: Name,
  language: Language,
  title: string,
  variables: Record<string, string> = {}
): DashboardLink {
  return {
    type: 'link',
    title,
    url: urlOf(name, language, variables),
    icon: 'external link',
    tooltip: '',
    tags: [],
    asDropdown: false,
    targetBlank: false,
    includeVars: false,
    keepTime: false,
  };
}

/**
 * The address of a dashboard from within another one, with the same filters, so that a number and its rows agree.
 *
 * @param variables replace or add to the data source and the unit: `{unit: '${__data.fields.group_id}'}`
 */
export function urlOf(name: Name, language: Language, variables: Record<string, string> = {}): string {
  const unit = 'unit' in variables ? `var-unit=${variables.unit}` : '${unit:queryparam}';
  const rest = Object.entries(variables)
    .filter(([key]) => key !== 'unit')
    .map(([key, value]) => `&var-${key}=${value}`);
  const same = '${datasource:queryparam}&${filters:queryparam}';
  return `/d/${uidOf(name, language)}?${same}&${unit}${rest.join('')}&\${__url_time_range}`;
}

/** A variable whose choices the data source lists. With `all` it takes several values and begins with all (`*`). */
export function choice(
  name: string,
  label: string,
  list: OptionList,
  language: Language,
  { all = false, scope }: { all?: boolean; scope?: Scope } = {}
): VariableModel {
  const query: PolicyVariableQuery = { refId: name, list, language, ...(scope ? { scope } : {}) };
  return {
    type: 'query',
    name,
    label,
    datasource: DATASOURCE,
    query: { ...query },
    refresh: 1,
    regex: '',
    sort: 0,
    hide: 0,
    multi: all,
    includeAll: all,
    ...(all ? { allValue: '*', current: { selected: true, text: ['All'], value: ['$__all'] } } : {}),
    options: [],
    skipUrlSync: false,
  };
}

interface Content {
  title: string;
  description: string;
  variables: VariableModel[];
  shelves: Shelf[];
  /** Of dashboards with a time axis. */
  marks?: Marks[];
}

const TITLES: Record<Name, [zh: string, en: string]> = {
  overview: ['政策执行总览', 'Policy execution overview'],
  targets: ['目标与指标', 'Targets and indicators'],
  tasks: ['任务与时限', 'Tasks and deadlines'],
  risks: ['风险', 'Risks'],
  unit: ['单位', 'Unit'],
  policy: ['政策', 'Policy'],
};

export function titleOf(name: Name, language: Language): string {
  return sayIn(language)(...TITLES[name]);
}

/**
 * A whole dashboard. Judgements hold at the end of the time range, so that moving it back shows what was true then; its
 * length is what the trends show.
 */
export function dashboard(
  name: Name,
  language: Language,
  { title, description, variables, shelves, marks = [] }: Content
): Dashboard {
  const say = sayIn(language);
  return {
    uid: uidOf(name, language),
    title,
    description,
    tags: ['shigan', language],
    editable: true,
    graphTooltip: 1,
    schemaVersion: 41,
    version: 1,
    revision: 1,
    refresh: '',
    timezone: 'browser',
    time: { from: 'now-24M', to: 'now' },
    timepicker: {},
    fiscalYearStartMonth: 0,
    links: [
      {
        ...linkTo('overview', language, say('执行监测首页', 'Monitor home')),
        url: '/a/shigan-policy-app/overview',
        icon: 'apps',
        // The page reads the unit and the end of the range as its own.
        includeVars: true,
        keepTime: true,
      },
      ...NAMES.filter((other) => other !== name).map((other) => ({
        ...linkTo(other, language, titleOf(other, language)),
        url: `/d/${uidOf(other, language)}`,
        icon: 'dashboard',
        includeVars: true,
        keepTime: true,
      })),
    ],
    templating: {
      list: [
        datasourceVariable(say('台账', 'Ledger'), DATASOURCE.type),
        ...variables,
        filtersVariable(say('筛选', 'Filters')),
      ],
    },
    annotations: annotations(marks, language),
    panels: layout(shelves),
  };
}

/** The variable by which a dashboard's reader chooses the data source, of the given type. */
export function datasourceVariable(label: string, type: string): VariableModel {
  return {
    type: 'datasource',
    name: 'datasource',
    label,
    query: type,
    refresh: 1,
    regex: '',
    hide: 0,
    multi: false,
    includeAll: false,
    options: [],
    skipUrlSync: false,
  };
}

/** The variable that narrows every panel by what its reader chooses: keys and values are the data source's own. */
function filtersVariable(label: string): VariableModel {
  return {
    type: 'adhoc',
    name: 'filters',
    label,
    datasource: DATASOURCE,
    filters: [],
    // Ids are chosen by name; the ledger knows no regular expressions.
    allowCustomValue: false,
    hide: 0,
    skipUrlSync: false,
  } as VariableModel;
}
