/** On which days a dashboard opens. */
import { dateMath, dateTime, dateTimeForTimeZone } from '@grafana/data';

export interface RawRange {
  from: string;
  to: string;
}

/**
 * The dashboard's own range, or, where that ends now but the ledger ended earlier, a range of the same length that ends
 * with the ledger's latest day: the sample must not grow stale with the calendar.
 *
 * @param latestDay 2026-10-31; null for an empty ledger
 * @param timeZone IANA name of the zone in which that day begins
 */
export function openingRange(range: RawRange, latestDay: string | null, timeZone: string): RawRange {
  if (range.to !== 'now' || latestDay === null) {
    return range;
  }
  const end = dateTimeForTimeZone(timeZone, latestDay).endOf('day');
  const now = dateTime();
  const begin = dateMath.parse(range.from);
  if (!end.isValid() || !end.isBefore(now) || !begin) {
    return range;
  }
  const months = Math.round(now.diff(begin, 'months', true));
  const from = dateTimeForTimeZone(timeZone, latestDay).subtract(months, 'months').startOf('day');
  return { from: from.toISOString(), to: end.toISOString() };
}
