import { dateOf, dayOf, isDay } from './days';

test.each(['2026-10-31', '2024-02-29'])('%s is a day', (text) => expect(isDay(text)).toBe(true));
test.each(['2026-02-30', '2026-13-01', '31.10.2026', 'today', '', '2026-10-31T00:00'])('%s is no day', (text) =>
  expect(isDay(text)).toBe(false)
);
test('a day survives the way to a calendar and back', () => expect(dayOf(dateOf('2026-10-31'))).toBe('2026-10-31'));
