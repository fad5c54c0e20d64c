import { addDays, dueAfter, endOfPeriod, readDay, readPeriod, shiftPeriod, writePeriod } from './days';

describe('a date', () => {
  it.each(['2026-10-31', '2026/10/31', '2026.10.31', '20261031', '2026年10月31日', '2026 年 10 月 31 日'])(
    'is read from %s',
    (written) => expect(readDay(written)).toBe('2026-10-31')
  );

  it.each(['2026-02-29', '2026-13-01', '31/10/2026', '1026-10-31', 'soon', ''])('is not read from "%s"', (written) =>
    expect(readDay(written)).toBeUndefined()
  );

  it('is read on a leap day', () => expect(readDay('2024-2-29')).toBe('2024-02-29'));
});

describe('a reporting period', () => {
  it.each([
    ['2026-10', '2026-10-31', 'month'],
    ['2026年2月', '2026-02-28', 'month'],
    ['2026Q3', '2026-09-30', 'quarter'],
    ['2026年第3季度', '2026-09-30', 'quarter'],
    ['2026年三季度', '2026-09-30', 'quarter'],
    ['2026H1', '2026-06-30', 'half_year'],
    ['2026年下半年', '2026-12-31', 'half_year'],
    ['2026', '2026-12-31', 'year'],
    ['2026年度', '2026-12-31', 'year'],
    ['2026-10-31', '2026-10-31', 'day'],
  ])('written %s ends on %s', (written, last, span) => expect(readPeriod(written)).toEqual({ last, span }));

  it.each(['2026Q5', '2026-13', 'Q3', '2026年第5季度', '26-10', 'October'])('is not read from %s', (written) =>
    expect(readPeriod(written)).toBeUndefined()
  );

  it('ends, moves and is written by its length', () => {
    expect(endOfPeriod('2026-08-15', 'quarter')).toBe('2026-09-30');
    expect(shiftPeriod('2026-09-30', 'quarter', 1)).toBe('2026-12-31');
    expect(shiftPeriod('2026-03-31', 'month', -1)).toBe('2026-02-28');
    expect(['month', 'quarter', 'half_year', 'year'].map((span) => writePeriod('2026-12-31', span as 'month'))).toEqual(
      ['2026-12', '2026Q4', '2026H2', '2026']
    );
  });
});

describe('a due date from the days allowed', () => {
  const nationalDay = new Map([
    ...Array.from({ length: 7 }, (_, i) => [addDays('2026-10-01', i), false] as const),
    ['2026-10-10', true] as const,
  ]);

  it('does not count the first day', () =>
    expect(dueAfter('2026-09-30', 1, 'calendar', nationalDay)).toBe('2026-10-01'));

  it('leaves out the holidays and counts the adjusted Saturday', () => {
    expect(dueAfter('2026-09-30', 1, 'working', nationalDay)).toBe('2026-10-08');
    expect(dueAfter('2026-09-30', 3, 'working', nationalDay)).toBe('2026-10-10');
  });

  it('is the first day itself where no day is allowed', () =>
    expect(dueAfter('2026-10-03', 0, 'working', nationalDay)).toBe('2026-10-03'));
});
