import { visibleRange } from './visibleRange';

it('only what can be seen is drawn, and a little beyond', () => {
  expect(visibleRange(0, 300, 30, 1000)).toEqual([0, 13]);
  expect(visibleRange(3000, 300, 30, 1000)).toEqual([97, 113]);
  expect(visibleRange(29_700, 300, 30, 1000)).toEqual([987, 1000]);
});

it('everything is drawn where everything fits, and nothing where there is nothing', () => {
  expect(visibleRange(0, 300, 30, 4)).toEqual([0, 4]);
  expect(visibleRange(0, 300, 30, 0)).toEqual([0, 0]);
});
