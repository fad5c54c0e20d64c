import { toDataFrame } from '@grafana/data';
import { type CrossTable, readCrossTable } from '../data/crossTable';
import { boxOf, measuresOf, placeAt, visibleRange } from './crossMeasures';

const n = 2000;
const frame = toDataFrame({
  fields: [
    { name: 'unit', values: Array.from({ length: n }, (_, i) => `U${Math.floor(i / 50)}`) },
    { name: 'domain', values: Array.from({ length: n }, (_, i) => `D${i % 50}`) },
    { name: 'status', values: Array.from({ length: n }, () => 'on_track') },
  ],
});
const table = readCrossTable([frame], {}, 'utc') as CrossTable;
const measures = measuresOf(table, 800, 400, true);
const seen = { left: 90, top: 132, width: 800, height: 400 };

describe('a point in the window', () => {
  it('finds the cell that is drawn there', () => {
    for (const place of [
      { row: 7, column: 4 },
      { row: 12, column: 20 },
    ]) {
      const box = boxOf(place, table, measures, seen);
      expect(placeAt(box.x + box.width / 2, box.y + box.height / 2, table, measures, seen)).toEqual(place);
    }
  });

  it('finds the total of a row over its name and at its end', () => {
    const { y, height } = boxOf({ row: 8, column: 0 }, table, measures, seen);
    expect(placeAt(5, y + height / 2, table, measures, seen)).toEqual({ row: 8, column: 50 });
    expect(placeAt(795, y + height / 2, table, measures, seen)).toEqual({ row: 8, column: 50 });
  });

  it('finds nothing beyond the grid', () => {
    expect(placeAt(900, 20, table, measures, seen)).toBeNull();
  });
});

it('a small panel keeps its room for cells and drops the totals', () => {
  const small = measuresOf(table, 200, 150, true);
  expect([small.total, small.foot]).toEqual([0, 0]);
  expect(200 - small.label).toBeGreaterThan(100);
});

it('a window shows the steps that it touches', () => {
  expect(visibleRange(45, 100, 20, 100)).toEqual([2, 8]);
  expect(visibleRange(1990, 100, 20, 100)).toEqual([99, 100]);
});
