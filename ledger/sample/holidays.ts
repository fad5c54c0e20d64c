/** Chinese holidays and adjusted workdays, from the package chinese-days (State Council notices, year by year). */
import { getDayDetail } from 'chinese-days';
import { addDays, type Day, isWorkingDay } from '../../src/workbook';

export interface Holiday {
  day: Day;
  working: boolean;
  zh: string;
  en: string;
}

/**
 * Days that differ from the plain week, for the years of two days and those between. A year that was not announced when
 * the package was made has none: there the calendar is unknown, which an import says.
 */
export function holidaysOf(from: Day, to: Day): Holiday[] {
  const days: Holiday[] = [];
  const plainWeek = new Map<Day, boolean>();
  for (let day = `${from.slice(0, 4)}-01-01`; day <= `${to.slice(0, 4)}-12-31`; day = addDays(day, 1)) {
    const { work, name } = getDayDetail(day);
    const [en, zh] = name.split(',');
    if (zh) {
      const adjusted = work && !isWorkingDay(day, plainWeek);
      days.push({
        day,
        working: work,
        zh: adjusted ? `${zh}调休` : zh,
        en: adjusted ? `${en} (adjusted workday)` : en,
      });
    }
  }
  return days;
}
