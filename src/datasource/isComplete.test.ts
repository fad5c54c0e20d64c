import { CoreApp } from '@grafana/data';
import { defaultQuery } from './defaultQuery';
import { isComplete } from './isComplete';

describe('a query is asked', () => {
  test('as soon as its kind is known', () => {
    expect(isComplete({ kind: 'tasks' })).toBe(true);
  });

  test('as a new query of a panel and as one of an alert rule', () => {
    expect(isComplete(defaultQuery(CoreApp.Dashboard))).toBe(true);
    expect(isComplete(defaultQuery(CoreApp.UnifiedAlerting))).toBe(true);
    expect(defaultQuery(CoreApp.UnifiedAlerting).format).toBe('alert');
  });
});

describe('a query is not asked', () => {
  test.each([
    ['without a kind', {}],
    ['with a kind that does not exist', { kind: 'budgets' as 'tasks' }],
    ['with a view that its kind does not know', { kind: 'reports', view: 'matrix' } as const],
    ['as an alert without a measure', { kind: 'tasks', format: 'alert' } as const],
    ['as an alert with the measure of another kind', { kind: 'tasks', format: 'alert', measure: 'late_days' } as const],
    ['as an alert on counts', { kind: 'tasks', view: 'summary', format: 'alert', measure: 'overdue_days' } as const],
  ])('%s', (_, query) => {
    expect(isComplete(query)).toBe(false);
  });
});
