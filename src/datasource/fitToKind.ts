import { type Part, groupsOf, measuresOf, partsOf, statusesOf, viewsOf } from './offers';
import type { PolicyQuery } from './query';

/**
 * The query without what its kind, view and format do not know, so that no filter works unseen after a switch. A view
 * or measure that does not exist there becomes the first one that does.
 */
export function fitToKind(query: PolicyQuery): PolicyQuery {
  const { kind, scope = {} } = query;
  const view = viewsOf(kind).find((offered) => offered === query.view) ?? viewsOf(kind)[0];
  const measures = measuresOf(kind);
  const format = query.format === 'alert' && view === 'rows' && measures.length > 0 ? 'alert' : 'table';
  const groupBy = groupsOf(kind).find((group) => group === query.groupBy) ?? groupsOf(kind)[0];
  const measure =
    format === 'alert' ? (measures.find((offered) => offered === query.measure) ?? measures[0]) : undefined;
  const parts = partsOf({ kind, view, format, measure });
  const keep = <T>(part: Part, value: T): T | undefined => (parts.includes(part) ? value : undefined);
  const fitted: PolicyQuery = {
    ...query,
    view,
    format,
    scope: without({
      units: keep('units', scope.units),
      subordinates: keep('units', scope.subordinates),
      tiers: keep('tiers', scope.tiers),
      policies: keep('policies', scope.policies),
      domains: keep('domains', scope.domains),
      departments: keep('departments', scope.departments),
      departmentRole: keep('departmentRole', scope.departmentRole),
    }),
    indicators: keep('indicators', query.indicators),
    phases: keep('phases', query.phases),
    categories: keep('categories', query.categories),
    statuses: keep('statuses', query.statuses)?.filter(
      (status) => isVariable(status) || isOf(status, statusesOf(kind))
    ),
    lights: keep('lights', query.lights),
    events: keep('events', query.events),
    basis: keep('basis', query.basis),
    groupBy: keep('groupBy', groupBy),
    months: keep('months', query.months),
    limit: keep('limit', query.limit),
    measure,
  };
  return without(fitted);
}

const isVariable = (id: string) => id.startsWith('$');
const isOf = (word: string, words: readonly string[]) => words.includes(word);

/** The same without what is undefined: absent and undefined are one thing in a stored query. */
function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
