/** Quiet hours and days off as Grafana's mute timings, from the ledger's calendar. Pure. */
import { addDays, type Day, daysBetween, endOfCalendar, isWorkingDay } from '../src/workbook';

export interface Office {
  /** Days that differ from the plain week: whether they are worked. */
  calendar: ReadonlyMap<Day, boolean>;
  /** First year to write; the last one is the calendar's last, or this one. */
  firstYear: number;
  /** IANA name of the zone in which a day begins. */
  timeZone: string;
  /** Office hours, such as 08:00 and 20:00. */
  opens: string;
  closes: string;
}

/** After the calendar ends only the plain week is known: Saturdays and Sundays are off until then. */
const LAST_YEAR = 2060;

/** Ranges of the numbers of days, 1–31, such as `1:8`: ascending, one for days in a row. */
export function rangesOf(days: number[]): string[] {
  const ranges: Array<[number, number]> = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last && last[1] === day - 1) {
      last[1] = day;
    } else {
      ranges.push([day, day]);
    }
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`));
}

/** Days of a month that are not worked, as numbers. */
export function daysOff(year: number, month: number, calendar: ReadonlyMap<Day, boolean>): number[] {
  const days: number[] = [];
  const start = `${year}-${String(month).padStart(2, '0')}`;
  for (let day = `${start}-01`; day.startsWith(start); day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) {
      days.push(Number(day.slice(8)));
    }
  }
  return days;
}

/** Days before the calendar's end from which a year's holidays are announced, and worth a word: as the data source says. */
const SOON = 60;

/** What an operator must know of the calendar: when it ends, and what to do where that is within 60 days. */
export function calendarSentence(calendar: ReadonlyMap<Day, boolean>, today: Day): { zh: string; en: string } {
  const ends = endOfCalendar(calendar);
  if (ends === '') {
    return {
      zh: '日历未列节假日，只按普通周末静默：请导入节假日后重新写出。',
      en: 'the calendar lists no holidays, so that only plain weekends are quiet: import them and write this again.',
    };
  }
  const soon = daysBetween(today, ends) <= SOON;
  return {
    zh: `节假日已知至 ${ends}，其后按普通周末${soon ? '：请在次年放假安排公布后导入日历，并重新写出' : ''}。`,
    en: `holidays are known to ${ends}, plain weekends are off after that${soon ? ': import the next year’s once they are announced, and write this again' : ''}.`,
  };
}

const head = (
  ends: Day
) => `# When nothing is sent: outside office hours, on holidays, and on weekends that are not adjusted workdays (调休).
# Written by "npm run alerts -- mute-timings" from the ledger's calendar: write it again when a year's holidays are announced.
# Holidays are known to ${ends === '' ? 'no day: the calendar lists none' : ends}; after that only plain weekends are quiet.
# What fires meanwhile is sent when the office opens. shigan-quiet-off is never quiet: SHIGAN_QUIET=-off chooses it.
apiVersion: 1
muteTimes:
  - orgId: 1
    name: shigan-quiet
    time_intervals:
`;

/** The text of `mute-timings.yaml`. */
export function muteTimings({ calendar, firstYear, timeZone, opens, closes }: Office): string {
  const ends = endOfCalendar(calendar);
  const known = Math.max(firstYear, Number(ends.slice(0, 4)));
  const lines = [
    `{ times: [{ start_time: '00:00', end_time: '${opens}' }, { start_time: '${closes}', end_time: '24:00' }], location: ${timeZone} }`,
  ];
  for (let year = firstYear; year <= known; year++) {
    for (let month = 1; month <= 12; month++) {
      const days = rangesOf(daysOff(year, month, calendar));
      lines.push(
        `{ years: ['${year}'], months: ['${month}'], days_of_month: [${days.map((range) => `'${range}'`).join(', ')}], location: ${timeZone} }`
      );
    }
  }
  lines.push(`{ years: ['${known + 1}:${LAST_YEAR}'], weekdays: ['saturday', 'sunday'], location: ${timeZone} }`);
  const off = '  - orgId: 1\n    name: shigan-quiet-off\n    time_intervals: []\n';
  return `${head(ends)}${lines.map((line) => `      - ${line}\n`).join('')}${off}`;
}
