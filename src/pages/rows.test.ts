import { toDataFrame } from '@grafana/data';
import { dayAt, numberAt, rowsOf, textAt } from './rows';

const [row] = rowsOf([
  toDataFrame({
    fields: [
      { name: 'title', values: ['A'] },
      { name: 'overdue_days', values: [46] },
      { name: 'due_date', values: [Date.UTC(2026, 9, 31)] },
      { name: 'completed_on', values: [null] },
    ],
  }),
]);

test('a column is read as what it holds', () => {
  expect(textAt(row, 'title')).toBe('A');
  expect(numberAt(row, 'overdue_days')).toBe(46);
  expect(dayAt(row, 'due_date')).toBe('2026-10-31');
});

test('what is not known is no number, no text and no day', () => {
  expect([numberAt(row, 'completed_on'), textAt(row, 'completed_on'), dayAt(row, 'completed_on')]).toEqual([
    null,
    '',
    '',
  ]);
  expect([numberAt(undefined, 'x'), textAt(undefined, 'x'), dayAt(undefined, 'x')]).toEqual([null, '', '']);
  expect(numberAt({ pace: NaN }, 'pace')).toBeNull();
});
