import type { AdHocVariableFilter } from '@grafana/data';
import type { AdHocFilter, Scope } from './query';

/** A filter's operators as the backend reads them; `=~` and the like go on as they are, for it to refuse by name. */
const valuesOf = ({ value, values }: AdHocVariableFilter): string[] =>
  (values && values.length > 0 ? values : [value]).filter(Boolean);

/** The filters of a dashboard as the query model has them. One that is still being chosen has no value and does not count. */
export function adHocFilters(filters: AdHocVariableFilter[] = []): AdHocFilter[] {
  return filters
    .map((filter) => ({ key: filter.key, operator: filter.operator, values: valuesOf(filter) }))
    .filter(({ key, values }) => key !== '' && values.length > 0);
}

const SCOPE_OF: Record<string, 'units' | 'policies' | 'domains' | 'departments'> = {
  unit: 'units',
  policy: 'policies',
  domain: 'domains',
  department: 'departments',
};

/** The part of the ledger that the other filters leave, to offer only values within it. */
export function scopeOf(filters: AdHocVariableFilter[] = []): Scope {
  const scope: Scope = {};
  for (const { key, operator, values } of adHocFilters(filters)) {
    if (!['=', '=|'].includes(operator)) {
      continue;
    }
    if (key in SCOPE_OF) {
      scope[SCOPE_OF[key]] ??= values;
    } else if (key === 'tier') {
      scope.tiers ??= values.map(Number);
    }
  }
  return scope;
}
