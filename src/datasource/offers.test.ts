import fs from 'fs';
import path from 'path';
import { fitToKind } from './fitToKind';
import { measuresOf, partsOf, statusesOf, viewsOf } from './offers';
import { KINDS, type PolicyQuery } from './query';

const FURTHER = ['indicators', 'phases', 'categories', 'statuses', 'lights'] as const;

/** The table of docs/query-kinds.md: `kind views → which lists narrow them`. */
function documented(): Record<string, { departments: boolean; policies: boolean; further: string[] }> {
  const page = fs.readFileSync(path.resolve(__dirname, '../../docs/query-kinds.md'), 'utf8');
  const rows = page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 7 && cells[2] === 'yes');
  return Object.fromEntries(
    rows.flatMap(([, name, , policies, departments, further]) => {
      const [kind, ...views] = name.replaceAll(',', '').split(' ');
      return views.map((view) => [
        `${kind} ${view}`,
        {
          policies: policies.startsWith('yes'),
          departments: departments.startsWith('yes'),
          further: FURTHER.filter((list) => further.includes(`\`${list}\``)),
        },
      ]);
    })
  );
}

test('each view offers just the filters that the backend knows', () => {
  const offered = KINDS.flatMap((kind) =>
    viewsOf(kind).map((view) => {
      const parts = partsOf({ kind, view });
      return [
        `${kind} ${view}`,
        {
          policies: parts.includes('policies') && parts.includes('domains'),
          departments: parts.includes('departments'),
          further: FURTHER.filter((part) => parts.includes(part)),
        },
      ];
    })
  );
  expect(Object.fromEntries(offered)).toEqual(documented());
});

test('an alert is neither cut nor narrowed by status, because what leaves the answer would end its alert', () => {
  const parts = partsOf({ kind: 'tasks', view: 'rows', format: 'alert' });
  expect(parts).not.toContain('limit');
  expect(parts).not.toContain('statuses');
  expect(parts).not.toContain('lights');
  expect(parts).toContain('departments');
  expect(fitToKind({ refId: 'A', kind: 'tasks', format: 'alert', lights: ['red'], limit: 10 })).toEqual({
    refId: 'A',
    kind: 'tasks',
    view: 'rows',
    format: 'alert',
    measure: 'overdue_days',
    scope: {},
  });
});

test('the days since an import are of the whole ledger', () => {
  const scope = { units: ['990100'], subordinates: false, tiers: [3], departments: ['housing'] };
  const query: PolicyQuery = { refId: 'A', kind: 'reports', format: 'alert', measure: 'days_since_import', scope };
  expect(fitToKind(query)).toEqual({ ...query, view: 'rows', scope: {} });
  expect(fitToKind({ ...query, measure: 'late_days' }).scope).toEqual(scope);
});

test('every kind with statuses can be narrowed by them in rows', () => {
  for (const kind of KINDS) {
    expect(statusesOf(kind).length > 0).toBe(partsOf({ kind, view: 'rows' }).includes('statuses'));
  }
});

describe('switching the kind', () => {
  const overdueTasks: PolicyQuery = {
    refId: 'A',
    kind: 'tasks',
    view: 'summary',
    groupBy: 'department',
    scope: { units: ['990100'], subordinates: false, departments: ['housing'], departmentRole: 'support' },
  };

  test('keeps the units and drops what the new kind does not know', () => {
    expect(fitToKind({ ...overdueTasks, kind: 'risks' })).toEqual({
      refId: 'A',
      kind: 'risks',
      view: 'rows',
      format: 'table',
      scope: { units: ['990100'], subordinates: false, departments: ['housing'] },
    });
  });

  test('an alert on tasks becomes an alert on the first measure of reports', () => {
    const alert: PolicyQuery = { refId: 'A', kind: 'tasks', format: 'alert', measure: 'extension_count' };
    expect(fitToKind({ ...alert, kind: 'reports' })).toMatchObject({
      format: 'alert',
      measure: measuresOf('reports')[0],
    });
  });

  test('what cannot be alerted on becomes a table', () => {
    const alert: PolicyQuery = { refId: 'A', kind: 'tasks', format: 'alert', measure: 'extension_count' };
    const fitted = fitToKind({ ...alert, kind: 'attention' });
    expect(fitted.format).toBe('table');
    expect(fitted).not.toHaveProperty('measure');
  });

  test('statuses of another kind go, variables stay', () => {
    expect(fitToKind({ refId: 'A', kind: 'reports', statuses: ['overdue', 'late', '$status'] }).statuses).toEqual([
      'late',
      '$status',
    ]);
  });

  test('a fitted query stays as it is', () => {
    for (const kind of KINDS) {
      for (const view of viewsOf(kind)) {
        const fitted = fitToKind({ ...overdueTasks, kind, view });
        expect(fitToKind(fitted)).toEqual(fitted);
      }
    }
  });
});
