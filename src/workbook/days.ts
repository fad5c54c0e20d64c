/**
 * Calendar days as text, `2026-10-31`: no time zone, no clock. Years 1900 to 2199.
 */

export type Day = string;
export type Span = 'month' | 'quarter' | 'half_year' | 'year';

/** A reporting period as it was written: its last day, and how long it is; `day` where only a day was written. */
export interface Period {
  last: Day;
  span: Span | 'day';
}

const MS_PER_DAY = 86_400_000;
const MONTHS: Record<Span, number> = { month: 1, quarter: 3, half_year: 6, year: 12 };

const pad = (n: number) => String(n).padStart(2, '0');
const toMs = (day: Day) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

/** The day of a moment in UTC. */
export const dayOf = (moment: Date): Day => moment.toISOString().slice(0, 10);

/** The day of a moment where clocks show the time of `timeZone` (an IANA name). */
export const dayIn = (timeZone: string, moment: Date): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment);

export const addDays = (day: Day, days: number): Day => dayOf(new Date(toMs(day) + days * MS_PER_DAY));

/** Days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (toMs(to) - toMs(from)) / MS_PER_DAY;

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => new Date(toMs(day)).getUTCDay();

/** Last day of a month; `month` may lie outside 1–12 and then counts into other years. */
export const lastOfMonth = (year: number, month: number): Day => dayOf(new Date(Date.UTC(year, month, 0)));

/** A day from its parts, or undefined where no such day exists. */
export function makeDay(year: number, month: number, date: number): Day | undefined {
  const day = `${year}-${pad(month)}-${pad(date)}`;
  const real = year >= 1900 && year < 2200 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
  return real && dayOf(new Date(toMs(day))) === day ? day : undefined;
}

/** Reads `2026-10-31`, `2026/10/31`, `2026.10.31`, `20261031` or `2026年10月31日`; undefined where it is none of them. */
export function readDay(text: string): Day | undefined {
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return parts ? makeDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

const HALVES: Record<string, number> = { 1: 1, 2: 2, 上: 1, 下: 2 };
const QUARTERS: Record<string, number> = { 1: 1, 2: 2, 3: 3, 4: 4, 一: 1, 二: 2, 三: 3, 四: 4 };

/**
 * Reads a reporting period: `2026-10`, `2026年10月`, `2026Q3`, `2026年第3季度`, `2026H1`, `2026年上半年`, `2026`, `2026年`,
 * or a day; undefined where it is none of them.
 */
export function readPeriod(text: string): Period | undefined {
  const day = readDay(text);
  if (day) {
    return { last: day, span: 'day' };
  }
  const year = Number(text.slice(0, 4));
  if (!(year >= 1900 && year < 2200)) {
    return undefined;
  }
  const rest = text.slice(4).replace(/[\s年]/g, '');
  const at = (span: Span, index: number): Period => ({ last: lastOfMonth(year, index * MONTHS[span]), span });
  if (rest === '' || rest === '度' || rest === '全') {
    return at('year', 1);
  }
  const quarter = /^[-/.]?[Qq]([1-4])$/.exec(rest) ?? /^第?([1-4一二三四])季度?$/.exec(rest);
  if (quarter) {
    return at('quarter', QUARTERS[quarter[1]]);
  }
  const half = /^[-/.]?[Hh]([12])$/.exec(rest) ?? /^([上下])半$/.exec(rest) ?? /^第?([12])半$/.exec(rest);
  if (half) {
    return at('half_year', HALVES[half[1]]);
  }
  const month = /^[-/.]?(\d{1,2})月?$/.exec(rest);
  return month && Number(month[1]) >= 1 && Number(month[1]) <= 12 ? at('month', Number(month[1])) : undefined;
}

/** Whether a day is the last one of a reporting period of this length. */
export const endsPeriod = (day: Day, span: Span): boolean => endOfPeriod(day, span) === day;

/** Last day of the reporting period in which a day lies. */
export function endOfPeriod(day: Day, span: Span): Day {
  const month = Number(day.slice(5, 7));
  return lastOfMonth(Number(day.slice(0, 4)), Math.ceil(month / MONTHS[span]) * MONTHS[span]);
}

/** Last day of the period that lies `count` periods later (earlier where negative). `last` ends a period of this length. */
export const shiftPeriod = (last: Day, span: Span, count: number): Day =>
  lastOfMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)) + count * MONTHS[span]);

/** A period in the short form that its length suggests: 2026-10, 2026Q3, 2026H1, 2026. */
export function writePeriod(last: Day, span: Span): string {
  const year = last.slice(0, 4);
  const index = Number(last.slice(5, 7)) / MONTHS[span];
  return { month: last.slice(0, 7), quarter: `${year}Q${index}`, half_year: `${year}H${index}`, year }[span];
}

/** Whether a day is worked: what the calendar says, or else Monday to Friday. */
export function isWorkingDay(day: Day, calendar: ReadonlyMap<Day, boolean>): boolean {
  const week = weekday(day);
  return calendar.get(day) ?? (week !== 0 && week !== 6);
}

/**
 * The day on which a time allowed ends. The first day does not count (期间开始之日不计算在内).
 *
 * @param days 0 or more; 0 gives `start` itself
 * @param calendar days that differ from the plain week
 */
export function dueAfter(
  start: Day,
  days: number,
  kind: 'calendar' | 'working',
  calendar: ReadonlyMap<Day, boolean>
): Day {
  if (kind === 'calendar') {
    return addDays(start, days);
  }
  let day = start;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    left -= isWorkingDay(day, calendar) ? 1 : 0;
  }
  return day;
}
