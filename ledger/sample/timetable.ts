/** When things happen in the sample, all relative to the as-of date. */
import { addDays, type Day, lastOfMonth } from '../../src/workbook';

export interface Timetable {
  asOf: Day;
  /** Values at the start of all three phases belong to this day. */
  baseline: Day;
  phases: Record<'short' | 'medium' | 'long', { start: Day; due: Day }>;
  /** First month with observations: 60 months to the as-of date, the last one included. */
  firstMonth: Day;
  /** Days on which a batch is recorded: the baseline date, then every month's end, the last one on the as-of date. */
  batches: Day[];
}

const MONTHS_OF_HISTORY = 60;

/** As of 2026-10-31: baseline 2023-12-31, phases 2024, 2025–2026 and 2027–2028. */
export function timetableOf(asOf: Day): Timetable {
  const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))];
  const first = year - 2;
  const baseline = `${first - 1}-12-31`;
  const batches = [baseline];
  for (let m = 1; ; m++) {
    const end = lastOfMonth(first, m);
    if (end >= asOf) {
      batches.push(asOf);
      break;
    }
    batches.push(end);
  }
  return {
    asOf,
    baseline,
    phases: {
      short: { start: addDays(baseline, 1), due: `${first}-12-31` },
      medium: { start: `${first + 1}-01-01`, due: `${first + 2}-12-31` },
      long: { start: `${first + 3}-01-01`, due: `${first + 4}-12-31` },
    },
    firstMonth: lastOfMonth(year, month - MONTHS_OF_HISTORY + 1),
    batches,
  };
}
