import { measuresOf } from './offers';
import { CURRENT_VERSION, type Kind, KINDS, type PolicyQuery } from './query';

type Stored = Record<string, unknown>;

const LISTS = ['indicators', 'phases', 'statuses', 'lights', 'categories'];
const SCOPE_LISTS = ['units', 'tiers', 'policies', 'domains', 'departments'];

/** True for a query that an older version of this plugin stored. */
export const isOlder = (query: { schemaVersion?: number }): boolean => (query.schemaVersion ?? 0) < CURRENT_VERSION;

/**
 * Brings a stored query to the current version of the model; one of the current or a newer version stays as it is (the
 * backend refuses a newer one with a sentence). `pkg/query/migrate.go` is the twin, which alert rules go through;
 * `pkg/query/testdata/older.json` holds both to the same rules.
 */
export function migrateQuery(stored: PolicyQuery): PolicyQuery {
  return isOlder(stored) ? { ...toVersion1(stored), schemaVersion: CURRENT_VERSION } : stored;
}

/**
 * Version 1 writes out what version 0 left to be understood (the view, the format, the measure of an alert), and a list
 * where queries written by hand had a single id.
 */
function toVersion1(stored: PolicyQuery): PolicyQuery {
  const { view, format, kind, measure } = stored;
  const warnsBy = format === 'alert' && !measure && isKnown(kind) ? measuresOf(kind)[0] : undefined;
  return {
    ...listed(stored, LISTS),
    ...(stored.scope ? { scope: listed(stored.scope, SCOPE_LISTS) } : {}),
    view: view || 'rows',
    format: format || 'table',
    ...(warnsBy ? { measure: warnsBy } : {}),
  };
}

function listed<T extends object>(of: T, names: string[]): T {
  const single = Object.entries(of as Stored).filter(
    ([name, value]) => names.includes(name) && (typeof value === 'string' || typeof value === 'number')
  );
  return { ...of, ...Object.fromEntries(single.map(([name, value]) => [name, [value]])) };
}

const isKnown = (kind: Kind | undefined): kind is Kind => kind !== undefined && KINDS.includes(kind);
