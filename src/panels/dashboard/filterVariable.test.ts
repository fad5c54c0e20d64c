import { locationService, setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { setVariables, variableName } from './filterVariable';

beforeEach(() => {
  setTemplateSrv({
    getVariables: () => [
      { name: 'unit', includeAll: true },
      { name: 'month', type: 'textbox' },
    ],
  } as unknown as TemplateSrv);
  locationService.push('/d/x?var-unit=1&from=now-1y');
});

it('a variable may be written in any of the usual ways', () => {
  expect(['unit', '$unit', '${unit}', 'var-unit', ' unit '].map(variableName)).toEqual(Array(5).fill('unit'));
});

it('a click sets variables and leaves the rest of the address alone', () => {
  setVariables({ $unit: '990100', month: '2026-10', '': 'x' });
  expect(locationService.getSearchObject()).toMatchObject({
    'var-unit': '990100',
    'var-month': '2026-10',
    from: 'now-1y',
  });
});

it('a variable stands for everything again: All where it offers that, else nothing', () => {
  setVariables({ unit: null, month: null });
  expect(locationService.getSearchObject()).toMatchObject({ 'var-unit': '$__all', 'var-month': '' });
});

it('without a variable nothing happens', () => {
  setVariables({ '': 'x' });
  expect(locationService.getLocation().search).toBe('?var-unit=1&from=now-1y');
});
