/** Where the reader stands, and where everything on the pages leads. */
import { dateMath, dateTime } from '@grafana/data';
import { dayOf, isDay, today } from './days';

export const APP = '/a/shigan-policy-app';
export const DATASOURCE_TYPE = 'shigan-policy-datasource';

/** What the URL says; left out is what the page chooses itself. */
export interface Place {
  datasource?: string;
  unit?: string;
  /** The day that is judged, 2026-10-31. */
  asOf?: string;
}

/**
 * Reads a URL's query; a day that is none is left out. A dashboard's link says the same in its own words, which hold
 * where the page's are missing: `var-datasource`, `var-unit`, and `to`, the end of its time range.
 */
export function readPlace(search: string): Place {
  const params = new URLSearchParams(search);
  const datasource = params.get('datasource') || params.get('var-datasource');
  const unit = params.get('unit') || params.get('var-unit');
  const asOf = params.get('asOf') ?? '';
  const day = isDay(asOf) ? asOf : lastDay(params.get('to') ?? '');
  return { ...(datasource ? { datasource } : {}), ...(unit ? { unit } : {}), ...(day ? { asOf: day } : {}) };
}

/** The reader's calendar day on which a time range ends; undefined for now, and for what is no time. */
function lastDay(to: string): string | undefined {
  const end = /^\d+$/.test(to) ? dateTime(Number(to)) : to !== 'now' && dateMath.toDateTime(to, { roundUp: true });
  return end && end.isValid() ? dayOf(end.toDate()) : undefined;
}

/** A change of place as a change of the URL's query: what a dashboard's link said does not outlive it. */
export function placeParams(change: Partial<Place>): Record<string, string | undefined> {
  return {
    ...change,
    ...('datasource' in change ? { 'var-datasource': undefined } : {}),
    ...('unit' in change ? { 'var-unit': undefined } : {}),
    ...('asOf' in change ? { from: undefined, to: undefined } : {}),
  };
}

export type Dashboard = 'overview' | 'targets' | 'tasks' | 'risks' | 'unit' | 'policy';

/** uid of a dashboard in a language; `dashboards/language.ts` gives them the same. */
export function dashboardUid(name: Dashboard, language: string): string {
  return `shigan-${name}-${language.startsWith('zh') ? 'zh' : 'en'}`;
}

/**
 * The address of a dashboard as of the place's day: its time range is the two years before.
 *
 * @param variables more of the dashboard's variables; `unit` replaces the place's
 */
export function dashboardUrl(
  name: Dashboard,
  language: string,
  place: Required<Place>,
  variables: Record<string, string> = {}
): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries({ datasource: place.datasource, unit: place.unit, ...variables })) {
    params.set(`var-${key}`, value);
  }
  const [from, to] = place.asOf === today() ? ['now-24M', 'now'] : twoYearsUntil(place.asOf);
  params.set('from', from);
  params.set('to', to);
  return `/d/${dashboardUid(name, language)}?${params}`;
}

/** The range ends at noon UTC: the same calendar day wherever the ledger is kept, from UTC−12 to UTC+11. */
function twoYearsUntil(day: string): [string, string] {
  const [year, month, date] = day.split('-').map(Number);
  return [String(Date.UTC(year - 2, month - 1, date, 12)), String(Date.UTC(year, month - 1, date, 12))];
}

/** The page of a data source's settings. */
export function settingsUrl(uid: string): string {
  return `/connections/datasources/edit/${encodeURIComponent(uid)}`;
}
