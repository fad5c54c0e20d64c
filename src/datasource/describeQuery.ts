import { t } from '@grafana/i18n';
import { isStatus, type Light, statusWord } from '../status/statuses';
import type { OptionList } from './options';
import { partsOf } from './offers';
import { EVENTS, type PolicyEvent, type PolicyQuery } from './query';
import { basisWord, eventWord, groupWord, lightWord, measureWord, tierWord } from './words';

/** The name of an id of a list; the id itself where the name is not known. */
export type NameOf = (list: OptionList, id: string) => string;

/** Names enter as they are: React escapes them once more when it shows the sentence. */
const AS_IT_IS = { interpolation: { escapeValue: false } };

/** One sentence about what the query answers: "Tasks in Qingyang City and the units below, …: one row per task." */
export function describeQuery(query: PolicyQuery, nameOf: NameOf): string {
  return t('describe.sentence', '{{what}} {{where}}{{filters}}, {{when}}: {{rows}}.', {
    what: what(query),
    where: where(query, nameOf),
    filters: filters(query, nameOf).join(''),
    when: when(query),
    rows: rows(query),
    ...AS_IT_IS,
  });
}

function what({ kind }: PolicyQuery): string {
  switch (kind) {
    case 'series':
      return t('describe.what.series', 'Observations');
    case 'targets':
      return t('describe.what.targets', 'Phase targets');
    case 'tasks':
      return t('describe.what.tasks', 'Tasks');
    case 'risks':
      return t('describe.what.risks', 'Open risks');
    case 'reports':
      return t('describe.what.reports', 'Reports that are due');
    case 'attention':
      return t('describe.what.attention', 'What needs attention');
    case 'annotations':
      return t('describe.what.annotations', 'Events');
  }
}

function where(query: PolicyQuery, nameOf: NameOf): string {
  const { scope = {} } = query;
  const units = partsOf(query).includes('units') ? (scope.units ?? []) : [];
  if (units.length === 0) {
    return t('describe.where.everywhere', 'in the whole jurisdiction');
  }
  const names = list(units.map((id) => nameOf('units', id)));
  return scope.subordinates === false
    ? t('describe.where.only', 'in {{names}} alone', { names, ...AS_IT_IS })
    : t('describe.where.below', 'in {{names}} and the units below', { names, ...AS_IT_IS });
}

function filters(query: PolicyQuery, nameOf: NameOf): string[] {
  const { scope = {} } = query;
  const parts = partsOf(query);
  const named = (part: OptionList, ids: string[] = []) => ids.map((id) => nameOf(part, id));
  const only = [
    parts.includes('tiers') ? (scope.tiers ?? []).map(tierWord) : [],
    parts.includes('domains') ? named('domains', scope.domains) : [],
    parts.includes('policies') ? named('policies', scope.policies) : [],
    parts.includes('indicators') ? named('indicators', query.indicators) : [],
    parts.includes('phases') ? named('phases', query.phases) : [],
    parts.includes('categories') ? named('categories', query.categories) : [],
    parts.includes('statuses') ? (query.statuses ?? []).map((word) => (isStatus(word) ? statusWord(word) : word)) : [],
    parts.includes('lights') ? (query.lights ?? []).map(lightOrVariable) : [],
    parts.includes('events') ? (query.events ?? []).map(eventOrVariable) : [],
  ].filter((names) => names.length > 0);
  return [
    ...(parts.includes('departments') ? departments(query, nameOf) : []),
    ...(only.length > 0
      ? [t('describe.only', ', only {{names}}', { names: only.map(list).join(t('describe.and', '; ')), ...AS_IT_IS })]
      : []),
  ];
}

const LIGHTS: readonly string[] = ['red', 'yellow', 'green', 'grey'] satisfies Light[];
const isLight = (word: string): word is Light => LIGHTS.includes(word);
const lightOrVariable = (word: string) => (isLight(word) ? lightWord(word) : word);

const EVENT_WORDS: readonly string[] = EVENTS;
const isEvent = (word: string): word is PolicyEvent => EVENT_WORDS.includes(word);
const eventOrVariable = (word: string) => (isEvent(word) ? eventWord(word) : word);

function departments(query: PolicyQuery, nameOf: NameOf): string[] {
  const ids = query.scope?.departments ?? [];
  if (ids.length === 0) {
    return [];
  }
  const names = list(ids.map((id) => nameOf('departments', id)));
  if (!partsOf(query).includes('departmentRole')) {
    return [t('describe.accountable', ', accountable {{names}}', { names, ...AS_IT_IS })];
  }
  switch (query.scope?.departmentRole ?? 'lead') {
    case 'lead':
      return [t('describe.lead', ', led by {{names}}', { names, ...AS_IT_IS })];
    case 'support':
      return [t('describe.support', ', supported by {{names}}', { names, ...AS_IT_IS })];
    case 'any':
      return [t('describe.any', ', led or supported by {{names}}', { names, ...AS_IT_IS })];
  }
}

function when({ kind, asOf }: PolicyQuery): string {
  if (asOf) {
    return t('describe.when.date', 'as of {{date}}', { date: asOf, ...AS_IT_IS });
  }
  return kind === 'series' || kind === 'annotations'
    ? t('describe.when.range', 'within the time range')
    : t('describe.when.end', 'as of the end of the time range');
}

function rows(query: PolicyQuery): string {
  const { kind, view = 'rows', format, measure, groupBy = 'none', months = 24, basis = 'current' } = query;
  if (format === 'alert' && measure) {
    return t('describe.rows.alert', 'one alert instance each, its value is “{{measure}}”, 0 when all is well', {
      measure: measureWord(measure),
      ...AS_IT_IS,
    });
  }
  switch (view) {
    case 'summary':
      return groupBy === 'none'
        ? t('describe.rows.total', 'counted in one row')
        : t('describe.rows.summary', 'counted, one row per group ({{group}})', {
            group: groupWord(groupBy),
            ...AS_IT_IS,
          });
    case 'trend':
      return t('describe.rows.trend', 'counted as they stood at the end of each of {{months}} months', { months });
    case 'matrix':
      return t('describe.rows.matrix', 'one row per cell of the grid, by {{basis}} score', {
        basis: basisWord(basis).toLocaleLowerCase(),
        ...AS_IT_IS,
      });
    case 'rows':
      return rowOf(kind);
  }
}

function rowOf(kind: PolicyQuery['kind']): string {
  switch (kind) {
    case 'series':
      return t('describe.rows.series', 'one line per indicator and unit, with expected value and target');
    case 'targets':
      return t('describe.rows.targets', 'one row per indicator, unit and phase');
    case 'tasks':
      return t('describe.rows.tasks', 'one row per task');
    case 'risks':
      return t('describe.rows.risks', 'one row per risk');
    case 'reports':
      return t('describe.rows.reports', 'one row per indicator and unit');
    case 'attention':
      return t('describe.rows.attention', 'one row each, worst first');
    case 'annotations':
      return t('describe.rows.annotations', 'one mark per day and subject');
  }
}

/** At most three names; of more it says how many there are. */
function list(names: string[]): string {
  const shown = names.slice(0, 3).join(t('describe.comma', ', '));
  return names.length > 3
    ? t('describe.more', '{{names}} … ({{total}} in all)', { names: shown, total: names.length, ...AS_IT_IS })
    : shown;
}
