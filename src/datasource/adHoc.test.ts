import { adHocFilters, scopeOf } from './adHoc';

describe('the filters of a dashboard', () => {
  test('become keys with their values', () => {
    expect(
      adHocFilters([
        { key: 'unit', operator: '=', value: '990100' },
        { key: 'status', operator: '=|', value: 'overdue', values: ['overdue', 'due_soon'] },
      ])
    ).toEqual([
      { key: 'unit', operator: '=', values: ['990100'] },
      { key: 'status', operator: '=|', values: ['overdue', 'due_soon'] },
    ]);
  });

  test('do not count while they are being chosen', () => {
    expect(
      adHocFilters([
        { key: '', operator: '=', value: '' },
        { key: 'unit', operator: '=', value: '' },
      ])
    ).toEqual([]);
    expect(adHocFilters(undefined)).toEqual([]);
  });

  test('go to the backend with an operator that it refuses by name', () => {
    expect(adHocFilters([{ key: 'unit', operator: '!=', value: '990100' }])).toEqual([
      { key: 'unit', operator: '!=', values: ['990100'] },
    ]);
  });
});

describe('the values of one filter', () => {
  test('lie within the other filters', () => {
    expect(
      scopeOf([
        { key: 'unit', operator: '=', value: '990100' },
        { key: 'tier', operator: '=|', value: '3', values: ['3', '4'] },
        { key: 'status', operator: '=', value: 'overdue' },
      ])
    ).toEqual({ units: ['990100'], tiers: [3, 4] });
  });

  test('are not narrowed by what the ledger cannot filter by', () => {
    expect(scopeOf([{ key: 'unit', operator: '!=', value: '990100' }])).toEqual({});
  });
});
