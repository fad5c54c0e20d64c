import { phaseNow } from './phaseNow';

const short = { phase: 'short', phase_position: 1, start_date: '2024-01-01', due_date: '2024-12-31' };
const medium = { phase: 'medium', phase_position: 2, start_date: '2025-01-01', due_date: '2026-06-30' };
const long = { phase: 'long', phase_position: 3, start_date: '2026-09-01', due_date: '2028-12-31' };
const all = [long, short, medium];

test.each([
  ['2024-05-01', 'short'],
  ['2025-01-01', 'medium'],
  ['2026-06-30', 'medium'],
  ['2027-01-01', 'long'],
])('on %s the %s phase is under way', (day, phase) => expect(phaseNow(all, day)?.phase).toBe(phase));

test('of two phases under way the one that is due first counts', () => {
  expect(phaseNow([medium, { ...long, start_date: '2026-01-01' }], '2026-03-01')?.phase).toBe('medium');
});

test('between two phases the one that was due last counts', () => {
  expect(phaseNow(all, '2026-08-01')?.phase).toBe('medium');
});

test('before all phases the first counts, and without phases none', () => {
  expect(phaseNow(all, '2020-01-01')?.phase).toBe('short');
  expect(phaseNow([], '2026-08-01')).toBeUndefined();
});
