/** Where the reader stands, and where everything on the pages leads. */
import { isDay, today } from './days';

export const APP = '/a/shigan-policy-app';
export const DATASOURCE_TYPE = 'shigan-policy-datasource';

/** What the URL says; left out is what the page chooses itself. */
export interface Place {
  datasource?: string;
  unit?: string;
  /** The day that is judged, 2026-10-31. */
  asOf?: string;
}

/** Reads a URL's query; a day that is none is left out. */
export function readPlace(search: string): Place {
  const params = new URLSearchParams(search);
  const asOf = params.get('asOf') ?? '';
  return {
    ...(params.get('datasource') ? { datasource: params.get('datasource')! } : {}),
    ...(params.get('unit') ? { unit: params.get('unit')! } : {}),
    ...(isDay(asOf) ? { asOf } : {}),
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

/** Where a first data source is added. */
export const NEW_DATASOURCE = `/connections/datasources/${DATASOURCE_TYPE}`;
