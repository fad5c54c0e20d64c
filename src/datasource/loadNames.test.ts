import { loadNames } from './loadNames';
import type { OptionsRequest, PolicyOption } from './options';

const province = { value: '990000', label: 'Dongling Province' };
const township = { value: '990101001', label: 'Lakeside Township' };

/** A ledger whose list of units is cut before its townships. */
const ask = jest.fn(async ({ list, query }: OptionsRequest): Promise<PolicyOption[]> => {
  if (list !== 'units') {
    return [];
  }
  return query ? [township].filter(({ value }) => value === query) : [province];
});

beforeEach(() => ask.mockClear());

test('a chosen unit gets its name from the list', async () => {
  expect(await loadNames({ units: ['990000'] }, ask)).toEqual({ 'units/990000': 'Dongling Province' });
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a unit beyond the cut is searched by its id', async () => {
  expect(await loadNames({ units: ['990101001'] }, ask)).toEqual({ 'units/990101001': 'Lakeside Township' });
});

test('an id that the ledger does not know has no name', async () => {
  expect(await loadNames({ units: ['123456'], policies: ['p9'] }, ask)).toEqual({});
});

test('nothing is asked for variables, for all and for nothing', async () => {
  expect(await loadNames({ units: ['$unit', '*'], policies: [] }, ask)).toEqual({});
  expect(ask).not.toHaveBeenCalled();
});
