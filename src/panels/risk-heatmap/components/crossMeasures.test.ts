import { toDataFrame } from '@grafana/data';
import { type CrossTable, readCrossTable } from '../data/crossTable';
import { textWidth } from '../data/layout';
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

const crossOf = (rows: string[], columns: string[], value: string | number) =>
  readCrossTable(
    [
      toDataFrame({
        fields: [
          { name: 'unit', values: rows.flatMap((row) => columns.map(() => row)) },
          { name: 'month', values: rows.flatMap(() => columns) },
          { name: 'value', values: rows.flatMap(() => columns.map(() => value)) },
        ],
      }),
    ],
    {},
    'utc'
  ) as CrossTable;

const MONTHS = [
  '2025-11',
  '2025-12',
  ...Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`),
];
const LONG = 'Administration for Market Regulation and Consumer Protection of the Province';

describe('months', () => {
  const months = crossOf(['A', 'B'], MONTHS, 'on_track');

  it('stand whole where there is room for them', () => {
    const { head, headings } = measuresOf(months, 1400, 300, true);
    expect([head, headings]).toEqual(['flat', MONTHS]);
  });

  it('stand below their years where there is less, as words before numbers', () => {
    expect(measuresOf(months, 600, 300, true)).toMatchObject({
      head: 'months',
      headings: ['Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    });
    const wideLetters = (text: string, font: number) => textWidth(text, font) * (text.length === 3 ? 1.7 : 1);
    const { head, headings } = measuresOf(months, 200, 150, true, wideLetters);
    expect([head, headings.slice(0, 3)]).toEqual(['months', ['11', '12', '1']]);
  });

  it.each([
    [200, 150],
    [300, 240],
    [900, 300],
    [2000, 700],
  ])('are never wider than their column on %d × %d pixels, nor is the year', (width, height) => {
    const { font, cellWidth, headings } = measuresOf(months, width, height, true);
    [...headings, '2026'].forEach((heading) => expect(textWidth(heading, font)).toBeLessThanOrEqual(cellWidth));
  });

  it('that are rows have all the width they need', () => {
    const turned = { ...months, rows: MONTHS, rowTimes: months.columnTimes };
    const { label, padding, font } = measuresOf(turned as CrossTable, 160, 150, false);
    expect(label - 2 * padding).toBeGreaterThanOrEqual(textWidth('2026-10', font));
  });
});

describe('the names of rows', () => {
  it('stand whole where the columns leave room', () => {
    const { label, padding, font } = measuresOf(crossOf([LONG, 'B'], MONTHS, 'on_track'), 2000, 700, true);
    expect(label - 2 * padding).toBeGreaterThanOrEqual(textWidth(LONG, font));
  });

  it('leave most of a narrow panel to the cells', () => {
    expect(measuresOf(crossOf([LONG, 'B'], MONTHS, 'on_track'), 600, 300, true).label).toBeLessThanOrEqual(
      600 * 0.28 + 1
    );
  });
});

it('a column is as wide as its total', () => {
  const rows = Array.from({ length: 40 }, (_, at) => `U${at}`);
  const { cellWidth, font } = measuresOf(crossOf(rows, MONTHS, 98765), 300, 400, true);
  expect(cellWidth).toBeGreaterThanOrEqual(textWidth('3950600', font));
});
