import fs from 'node:fs';
import path from 'node:path';
import { holidaysOf } from '../ledger/sample/holidays';
import { calendarSentence, daysOff, muteTimings, rangesOf } from './muteTimings';
import { FOLDER, readYaml } from './provisioned';

const calendarOf = (from: string, to: string) =>
  new Map(holidaysOf(from, to).map(({ day, working }) => [day, working]));

describe('Mute timings', () => {
  it('write days in a row as one range', () => {
    expect(rangesOf([1, 2, 3, 7, 10, 11])).toEqual(['1:3', '7', '10:11']);
    expect(rangesOf([])).toEqual([]);
  });

  it('are quiet over the National Day holiday of 2026 and not on its adjusted workdays', () => {
    const calendar = calendarOf('2026-01-01', '2026-12-31');
    // 1 to 7 October are off; Sunday 20 September and Saturday 10 October are worked.
    expect(daysOff(2026, 10, calendar)).toEqual([1, 2, 3, 4, 5, 6, 7, 11, 17, 18, 24, 25, 31]);
    expect(daysOff(2026, 9, calendar)).not.toContain(20);
  });

  it('know weekends only once the calendar ends', () => {
    const text = muteTimings({
      calendar: new Map([['2026-05-01', false]]),
      firstYear: 2026,
      timeZone: 'Asia/Shanghai',
      opens: '08:30',
      closes: '18:00',
    });
    expect(text).toContain("{ years: ['2027:2060'], weekdays: ['saturday', 'sunday'], location: Asia/Shanghai }");
    expect(text).toContain("{ start_time: '18:00', end_time: '24:00' }");
  });

  it('cover every year that the calendar has, one without a listed day too', () => {
    const text = muteTimings({
      calendar: new Map([
        ['2026-10-01', false],
        ['2028-10-02', false],
        ['2028-10-07', true],
      ]),
      firstYear: 2026,
      timeZone: 'Asia/Shanghai',
      opens: '08:00',
      closes: '20:00',
    });
    const months = (year: number) => text.match(new RegExp(`years: \\['${year}'\\]`, 'g'))?.length ?? 0;
    expect([2025, 2026, 2027, 2028, 2029].map(months)).toEqual([0, 12, 12, 12, 0]);
    // Monday 2 October 2028 is off, Saturday 7 October is worked, Sunday 1 and Sunday 8 October are off as ever.
    expect(text).toContain(
      "{ years: ['2028'], months: ['10'], days_of_month: ['1:2', '8', '14:15', '21:22', '28:29'],"
    );
    expect(text).toContain("years: ['2029:2060'], weekdays: ['saturday', 'sunday']");
    expect(text).toContain('# Holidays are known to 2028-12-31; after that only plain weekends are quiet.');
  });

  it('tell when the calendar ends, and from 60 days before what to do', () => {
    const calendar = new Map([['2026-10-01', false]]);
    expect(calendarSentence(calendar, '2026-10-31').en).toBe(
      'holidays are known to 2026-12-31, plain weekends are off after that.'
    );
    expect(calendarSentence(calendar, '2026-11-01').en).toMatch(/: import the next year’s once they are announced/);
    expect(calendarSentence(calendar, '2027-02-01').zh).toMatch(/请在次年放假安排公布后导入日历，并重新写出。$/);
    expect(calendarSentence(new Map(), '2026-11-02').en).toMatch(/^the calendar lists no holidays/);
  });

  it('as provisioned are those of the sample’s calendar, year by year', () => {
    const file = path.join(FOLDER, 'mute-timings.yaml');
    expect(fs.readFileSync(file, 'utf8')).toBe(
      muteTimings({
        calendar: calendarOf('2026-01-01', '2026-12-31'),
        firstYear: 2026,
        timeZone: 'Asia/Shanghai',
        opens: '08:00',
        closes: '20:00',
      })
    );
    const [quiet, off] = readYaml(file).muteTimes;
    expect([quiet.name, quiet.time_intervals.length, off.name, off.time_intervals]).toEqual([
      'shigan-quiet',
      14,
      'shigan-quiet-off',
      [],
    ]);
  });
});
