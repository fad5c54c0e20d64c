import { interpolateIds, interpolateOptionsRequest, interpolateQuery, type Replace } from './interpolate';
import type { PolicyVariableQuery } from './options';
import type { PolicyQuery } from './query';

const values: Record<string, string> = {
  $unit: '990100,990200',
  $all: '*',
  $everything: '$__all',
  $department: 'housing',
  $nothing: '',
  $day: '2026-06-30',
};
const replace: Replace = (text) => values[text] ?? text;

describe('ids with variables', () => {
  test('a plain id stays', () => {
    expect(interpolateIds(['990100'], replace)).toEqual(['990100']);
  });

  test('a variable of several values becomes several ids', () => {
    expect(interpolateIds(['$unit'], replace)).toEqual(['990100', '990200']);
  });

  test('an id that is chosen and also comes from a variable stands once', () => {
    expect(interpolateIds(['990200', '$unit'], replace)).toEqual(['990200', '990100']);
  });

  test.each([['$all'], ['$everything'], ['*']])('%s filters nothing, whatever else is chosen', (all) => {
    expect(interpolateIds(['990300', all], replace)).toEqual([]);
  });

  test('a variable without a value keeps its name, for the backend to refuse', () => {
    expect(interpolateIds(['$nothing'], replace)).toEqual(['$nothing']);
  });

  test('an unknown variable keeps its name', () => {
    expect(interpolateIds(['$typo'], replace)).toEqual(['$typo']);
  });

  test('no list is an empty list', () => {
    expect(interpolateIds(undefined, replace)).toEqual([]);
  });
});

describe('a query with variables', () => {
  const query: PolicyQuery = {
    refId: 'A',
    kind: 'tasks',
    scope: { units: ['$unit'], tiers: [3], departments: ['$department'], departmentRole: 'any', policies: ['$all'] },
    statuses: ['overdue'],
    asOf: '$day',
  };

  test('every list is resolved and the rest stays', () => {
    expect(interpolateQuery(query, replace)).toEqual({
      refId: 'A',
      kind: 'tasks',
      scope: {
        units: ['990100', '990200'],
        tiers: [3],
        departments: ['housing'],
        departmentRole: 'any',
        policies: [],
        domains: [],
      },
      indicators: [],
      phases: [],
      statuses: ['overdue'],
      lights: [],
      categories: [],
      asOf: '2026-06-30',
    });
  });

  test('the query itself is not changed', () => {
    const before = JSON.stringify(query);
    interpolateQuery(query, replace);
    expect(JSON.stringify(query)).toBe(before);
  });

  test('an empty as-of date stays away, so that the end of the time range holds', () => {
    expect(interpolateQuery({ refId: 'A', kind: 'risks' }, replace)).not.toHaveProperty('asOf');
  });
});

test('a variable query resolves the variables it hangs on', () => {
  const query: PolicyVariableQuery = { refId: 'options', list: 'units', scope: { units: ['$unit'], tiers: [4] } };
  expect(interpolateOptionsRequest(query, replace)).toMatchObject({
    list: 'units',
    scope: { units: ['990100', '990200'], tiers: [4] },
  });
});
