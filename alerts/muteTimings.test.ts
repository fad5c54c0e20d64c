import fs from 'node:fs';
import path from 'node:path';
import { holidaysOf } from '../ledger/sample/holidays';
import { daysOff, muteTimings, rangesOf } from './muteTimings';
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
