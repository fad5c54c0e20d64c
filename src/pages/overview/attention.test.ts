import { attentionLines } from './attention';

const line = (row: Record<string, unknown>) =>
  attentionLines([{ unit_id: '990100', unit: 'City', title: 'T', light: 'red', ...row }])[0];

test('an overdue task says how late, who leads and leads to the tasks of its unit and department', () => {
  const task = line({
    register: 'task',
    item_id: 't1',
    status: 'overdue',
    days: 46,
    department: 'Housing',
    department_id: 'housing',
    officer: 'Wang',
  });
  expect(task).toMatchObject({
    late: '46 d overdue',
    lead: 'Housing Wang',
    next: { label: 'Follow up', dashboard: 'tasks', variables: { unit: '990100', department: 'housing' } },
  });
});

test('what stands in a line leads to the thing itself: a task to its policy, a report to its indicator', () => {
  expect(line({ register: 'task', item_id: 't1', policy_id: 'P1' }).about).toEqual({
    dashboard: 'policy',
    variables: { unit: '990100', policy: 'P1' },
  });
  expect(line({ register: 'report', item_id: 'x' }).about).toEqual({
    dashboard: 'targets',
    variables: { unit: '990100', indicator: 'x' },
  });
});

test('a missed target leads to its indicator', () => {
  const target = line({ register: 'indicator', item_id: 'satisfaction/short', status: 'missed', days: 304 });
  expect(target).toMatchObject({
    late: '304 d overdue',
    next: { dashboard: 'targets', variables: { unit: '990100', indicator: 'satisfaction' } },
  });
});

test('a target whose due date is ahead is described by its status', () => {
  expect(line({ register: 'indicator', item_id: 'x/long', status: 'off_track', days: 0 }).late).toBe('Off track');
});

test('a risk says how long its review is overdue, and is to be reviewed', () => {
  const risk = line({ register: 'risk', item_id: 'r1', status: 'review_overdue', days: 18 });
  expect(risk).toMatchObject({ late: 'review 18 d overdue', next: { label: 'Review', dashboard: 'risks' } });
});

test('a late report is called for', () => {
  const report = line({ register: 'report', item_id: 'x', status: 'late', days: 9 });
  expect(report).toMatchObject({ late: 'report 9 d late', next: { label: 'Call for it', dashboard: 'unit' } });
});

test('no day is invented where none is known', () => {
  expect(line({ register: 'risk', item_id: 'r1', status: 'above_appetite', days: null }).late).toBe('Above appetite');
});
