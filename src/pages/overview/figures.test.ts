import type { Answer } from '../askLedger';
import type { Row } from '../rows';
import { delayLight, figures, rateLight } from './figures';
import type { Fixed } from './questions';

const answer = (...rows: Row[]): Answer => ({ rows, cut: false });
const target = {
  indicator: 'Policy implementation rate',
  unit_of_measure: 'percent',
  decimals: 1,
  phase_name: 'Medium term',
  phase_position: 2,
  start_date: '2025-01-01',
  due_date: '2026-12-31',
  target_value: 88,
  value: 84.1,
  expected_value: 86,
  gap: -1.9,
  status: 'at_risk',
  light: 'yellow',
};
const late = { status: 'late', late_days: 9 };
const never = { status: 'never_reported', late_days: 40 };
const ANSWERS: Record<Fixed, Answer> = {
  headline: answer(target),
  targets: answer({ total: 20, green: 12, yellow: 3, red: 2, grey: 3 }),
  tasks: answer({ overdue: 187, due: 1942, delay_rate: 0.0963, original_delay_rate: 0.214 }),
  risks: answer({ total: 110, above_appetite: 19 }, { total: 118, above_appetite: 23, review_overdue: 9 }),
  reports: answer(late, never),
  attention: answer(),
};

const figureOf = (id: Fixed, change: Partial<Record<Fixed, Answer>> = {}) =>
  figures({ ...ANSWERS, ...change }, '2026-10-31', 'en-US').find((figure) => figure.id === id)!;

test('the implementation rate stands against what is expected by now', () => {
  expect(figureOf('headline')).toMatchObject({
    label: 'Policy implementation rate',
    value: '84.1%',
    notes: ['1.9 pp behind', 'expected 86.0%', 'Medium term target 88.0%'],
    light: 'yellow',
    status: 'at_risk',
  });
});

test('a ledger without that indicator says so, and counts it neither as good nor as bad', () => {
  expect(figureOf('headline', { headline: answer() })).toMatchObject({ value: '—', light: 'grey', status: 'no_data' });
});

test('targets are counted of those that have been judged', () => {
  expect(figureOf('targets')).toMatchObject({
    value: '12',
    of: '/ 17',
    notes: ['behind 2', 'slow 3', 'not known 3'],
    light: 'green',
  });
});

test('overdue tasks stand beside the delay rate, also against the original dates', () => {
  expect(figureOf('tasks')).toMatchObject({
    value: '187',
    of: '/ 1,942',
    notes: ['delay rate 9.6%', 'against original dates 21.4%'],
    light: 'red',
  });
});

test.each([
  [0, 0.02, 'green'],
  [3, 0.05, 'yellow'],
  [3, 0.08, 'red'],
  [3, null, 'red'],
])('%d overdue at a delay rate of %s is %s', (overdue, rate, light) => expect(delayLight(overdue, rate)).toBe(light));

test.each([
  [0, 'green'],
  [0.0799, 'yellow'],
  [0.136, 'red'],
  [null, 'grey'],
])('a delay rate of %s is %s, whether or not anything is open', (rate, light) => expect(rateLight(rate)).toBe(light));

test('risks above appetite stand against the end of the month before', () => {
  expect(figureOf('risks')).toMatchObject({
    value: '23',
    of: '/ 118',
    notes: ['this month +4', 'reviews overdue 9'],
    light: 'red',
  });
});

test('a ledger in its first month compares risks with nothing', () => {
  const first = figureOf('risks', { risks: answer({ total: 2, above_appetite: 0, review_overdue: 0 }) });
  expect(first).toMatchObject({ value: '0', notes: ['reviews overdue 0'], light: 'green' });
});

test('late reports are counted, with the longest wait and those that never came', () => {
  expect(figureOf('reports')).toMatchObject({ value: '2', notes: ['longest 40 d', 'never reported 1'], light: 'red' });
});

test('where every report has come that is good news', () => {
  const none = figureOf('reports', { reports: answer() });
  expect(none).toMatchObject({ value: '0', notes: ['Every report that was due has come.'], light: 'green' });
});

test('units of which nothing was ever reported are not known', () => {
  expect(figureOf('reports', { reports: answer(never) })).toMatchObject({ value: '1', light: 'grey' });
});

test('where there were too many late reports to list, the number seen is the least', () => {
  expect(figureOf('reports', { reports: { ...answer(late, late), cut: true } }).value).toBe('≥ 2');
});

test('nothing at all is not known, never good', () => {
  const nothing = Object.fromEntries(Object.keys(ANSWERS).map((id) => [id, answer()])) as Record<Fixed, Answer>;
  figures(nothing, '2026-10-31', 'en-US').forEach(({ light }) => expect(light).toBe('grey'));
});

test('a question that failed shows its sentence', () => {
  const failed = { rows: [], cut: false, error: 'The query took longer than 30 s: narrow it.' };
  expect(figureOf('tasks', { tasks: failed }).error).toBe('The query took longer than 30 s: narrow it.');
});
