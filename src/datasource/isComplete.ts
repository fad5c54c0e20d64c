import { measuresOf, viewsOf } from './offers';
import { KINDS, type PolicyQuery } from './query';

/**
 * True where a query can be asked: its kind exists and knows its view, and an alert names a measure of that kind. A
 * query that was only begun, say by provisioning or an older Explore link, is not sent.
 */
export function isComplete(query: Partial<PolicyQuery>): boolean {
  const { kind, view = 'rows', format = 'table', measure } = query;
  if (!kind || !KINDS.includes(kind) || !viewsOf(kind).includes(view)) {
    return false;
  }
  return format !== 'alert' || (view === 'rows' && measure !== undefined && measuresOf(kind).includes(measure));
}
