/**
 * Dashboard variables in a query. Ids hold no comma (the ledger's checks forbid it), so several values of one variable
 * travel as comma-separated text.
 */
import type { OptionsRequest } from './options';
import type { PolicyQuery, Scope } from './query';

/** Puts values in the place of `$variables`; several values comma-separated; an unknown variable stays as it stands. */
export type Replace = (text: string) => string;

/** How Grafana writes "All" where a variable has no custom value for it. */
const ALL = ['*', '$__all'];

/**
 * The ids of a list with its variables resolved: each value once, in order.
 *
 * @returns an empty list, which means all, where one of the values is "All". A variable without a value keeps its
 * name, so that the backend refuses it by name: empty would silently widen the question to the whole ledger.
 */
export function interpolateIds(ids: string[] | undefined, replace: Replace): string[] {
  const values = (ids ?? []).flatMap((id) => {
    const found = replace(id)
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean);
    return found.length > 0 ? found : [id];
  });
  return values.some((value) => ALL.includes(value)) ? [] : [...new Set(values)];
}

export function interpolateScope(scope: Scope | undefined, replace: Replace): Scope {
  return {
    ...scope,
    units: interpolateIds(scope?.units, replace),
    policies: interpolateIds(scope?.policies, replace),
    domains: interpolateIds(scope?.domains, replace),
    departments: interpolateIds(scope?.departments, replace),
  };
}

export function interpolateQuery(query: PolicyQuery, replace: Replace): PolicyQuery {
  return {
    ...query,
    scope: interpolateScope(query.scope, replace),
    indicators: interpolateIds(query.indicators, replace),
    phases: interpolateIds(query.phases, replace),
    statuses: interpolateIds(query.statuses, replace),
    lights: interpolateIds(query.lights, replace),
    categories: interpolateIds(query.categories, replace),
    ...(query.events ? { events: interpolateIds(query.events, replace) } : {}),
    ...(query.asOf ? { asOf: replace(query.asOf) || query.asOf } : {}),
  };
}

/** The request of a list's options; a text to search for is taken as it is. */
export function interpolateOptionsRequest<T extends OptionsRequest>(request: T, replace: Replace): T {
  return { ...request, scope: interpolateScope(request.scope, replace) };
}
