import { dashboardUrl, placeParams, readPlace } from './address';
import { today } from './days';

test('the URL says which ledger, unit and day', () => {
  expect(readPlace('?datasource=l1&unit=990100&asOf=2026-10-31')).toEqual({
    datasource: 'l1',
    unit: '990100',
    asOf: '2026-10-31',
  });
});

test('a day that is none is left out', () => {
  expect(readPlace('?asOf=2026-02-30')).toEqual({});
});

test('a dashboard’s link says the same in its own words', () => {
  expect(readPlace('?var-datasource=l1&var-unit=990100&to=1793448000000')).toEqual({
    datasource: 'l1',
    unit: '990100',
    asOf: '2026-10-31',
  });
  expect(readPlace('?to=2026-10-31T15:59:59.999Z')).toEqual({ asOf: '2026-10-31' });
  expect(readPlace('?unit=990200&var-unit=990100&to=now')).toEqual({ unit: '990200' });
  expect(readPlace('?to=yesterday')).toEqual({});
});

test('what the reader chooses outlives what a dashboard’s link said', () => {
  expect(placeParams({ unit: '990200' })).toEqual({ unit: '990200', 'var-unit': undefined });
  expect(Object.keys(placeParams({ asOf: undefined }))).toEqual(['asOf', 'from', 'to']);
});

test('a dashboard opens in the reader’s language with the two years before the day', () => {
  const url = dashboardUrl('tasks', 'zh-Hans', { datasource: 'l1', unit: '990100', asOf: '2026-10-31' });
  expect(url).toMatch(/^\/d\/shigan-tasks-zh\?/);
  const params = new URLSearchParams(url.split('?')[1]);
  expect(params.get('var-datasource')).toBe('l1');
  expect(params.get('var-unit')).toBe('990100');
  expect(new Date(Number(params.get('from'))).toISOString()).toBe('2024-10-31T12:00:00.000Z');
  expect(new Date(Number(params.get('to'))).toISOString()).toBe('2026-10-31T12:00:00.000Z');
});

test('today’s dashboard keeps up with the clock', () => {
  const url = dashboardUrl('unit', 'en-US', { datasource: 'l1', unit: '990000', asOf: today() }, { unit: '990200' });
  expect(url).toBe('/d/shigan-unit-en?var-datasource=l1&var-unit=990200&from=now-24M&to=now');
});
