import { FieldType, MappingType, toDataFrame } from '@grafana/data';
import { type CrossReading, type CrossTable, readCrossTable } from './crossTable';

const table = (columns: Record<string, unknown[]>, types: Record<string, FieldType> = {}) =>
  toDataFrame({ fields: Object.entries(columns).map(([name, values]) => ({ name, values, type: types[name] })) });

function cross(reading: CrossReading): CrossTable {
  if (reading.kind !== 'cross') {
    throw new Error(`read as ${reading.kind}`);
  }
  return reading;
}

describe('units against domains', () => {
  const targets = table({
    unit_id: ['1', '1', '2', '2'],
    unit: ['Qingyang', 'Qingyang', 'Linchuan', 'Qingyang'],
    domain: ['Services', 'Services', 'Livelihood', 'Livelihood'],
    status: ['on_track', 'off_track', 'achieved', 'stale'],
  });

  it('show the worst status of each cell', () => {
    const { rows, columns, cells } = cross(readCrossTable([targets], {}, 'utc'));
    expect([rows, columns]).toEqual([
      ['Qingyang', 'Linchuan'],
      ['Services', 'Livelihood'],
    ]);
    expect(cells[0][0]).toMatchObject({ worst: 'off_track', light: 'red', count: 2 });
    expect(cells[0][1]).toMatchObject({ worst: 'stale', light: 'grey' });
    expect(cells[1][1]).toMatchObject({ worst: 'achieved', light: 'green' });
  });

  it('leave a cell without data undefined, which is not green', () => {
    expect(cross(readCrossTable([targets], {}, 'utc')).cells[1][0]).toBeUndefined();
  });

  it('total the red cells by row and column', () => {
    const { rowTotals, columnTotals, total } = cross(readCrossTable([targets], {}, 'utc'));
    expect(rowTotals.map(({ red }) => red)).toEqual([1, 0]);
    expect(columnTotals.map(({ count }) => count)).toEqual([2, 2]);
    expect(total).toEqual({ count: 4, red: 1, value: null });
  });

  it('take an unknown status as no data', () => {
    const frame = table({ unit: ['A', 'B'], domain: ['x', 'x'], status: ['on_track', 'splendid'] });
    expect(cross(readCrossTable([frame], {}, 'utc')).cells[1][0]).toMatchObject({ worst: 'no_data', light: 'grey' });
  });
});

describe('categories against months', () => {
  const overdue = table(
    {
      category: ['Execution', 'Execution', 'Society'],
      month: [Date.UTC(2026, 9, 31), Date.UTC(2026, 8, 30), Date.UTC(2026, 9, 31)],
      count: ['4', 3, null],
    },
    { month: FieldType.time }
  );

  it('stand in the order of time and add up', () => {
    const { columns, cells, columnTotals, range, measure } = cross(
      readCrossTable([overdue], { row: 'category' }, 'utc')
    );
    expect(measure).toBe('number');
    expect(columns).toEqual(['2026-09', '2026-10']);
    expect(cells[0].map((cell) => cell?.value)).toEqual([3, 4]);
    expect(columnTotals.map(({ value }) => value)).toEqual([3, 4]);
    expect(range).toEqual([3, 4]);
  });

  it('do not slip to the month before where the dashboard’s day begins later', () => {
    const frame = table({ unit: ['A'], month: [Date.UTC(2026, 9, 1)], count: [1] }, { month: FieldType.time });
    expect(cross(readCrossTable([frame], {}, 'America/New_York')).columns).toEqual(['2026-10']);
  });

  it('may be text, and stand in their order all the same', () => {
    const frame = table({ unit: ['A', 'A'], month: ['2026-10', '2026-09'], count: [1, 2] });
    const { columns, columnTimes } = cross(readCrossTable([frame], { columnOrder: 'worst' }, 'utc'));
    expect(columns).toEqual(['2026-09', '2026-10']);
    expect(columnTimes).toEqual([Date.UTC(2026, 8, 1), Date.UTC(2026, 9, 1)]);
  });

  it('keep a missing number as missing, not as zero', () => {
    expect(cross(readCrossTable([overdue], { row: 'category' }, 'utc')).cells[1][1]).toMatchObject({
      value: null,
      count: 1,
    });
  });

  it('count rows where there is no value', () => {
    const frame = table({ department: ['A', 'A', 'B'], category: ['x', 'x', 'x'] });
    const { measure, cells } = cross(readCrossTable([frame], {}, 'utc'));
    expect(measure).toBe('count');
    expect(cells[0][0]?.value).toBe(2);
  });
});

describe('numbers', () => {
  const shares = table({ unit: ['A', 'A', 'B'], domain: ['x', 'x', 'x'], value: [10, 20, 60] });
  const numbers = (calculation?: 'sum' | 'mean' | 'max' | 'min', unit?: string) => {
    shares.fields[2].config = { unit };
    const { cells, total } = cross(readCrossTable([shares], { calculation }, 'utc'));
    return [cells[0][0]?.value, total.value];
  };

  it('add up, but percentages are averaged, with every row counting once in the total', () => {
    expect(numbers()).toEqual([30, 90]);
    expect(numbers(undefined, 'percent')).toEqual([15, 30]);
  });

  it('are calculated as asked', () => {
    expect(numbers('max')).toEqual([20, 60]);
    expect(numbers('min')).toEqual([10, 10]);
    expect(numbers('sum', 'percent')).toEqual([30, 90]);
  });
});

describe('the order', () => {
  const frame = table({
    unit: ['U10', 'U2', 'U2'],
    unit_id: ['10', '2', '2'],
    domain: ['x', 'x', 'y'],
    status: ['on_track', 'off_track', 'missed'],
  });
  const rows = (rowOrder: 'data' | 'name' | 'worst') => cross(readCrossTable([frame], { rowOrder }, 'utc'));

  it('is that of the data, of names as people count, or the worst first', () => {
    expect(rows('data').rows).toEqual(['U10', 'U2']);
    expect(rows('name').rows).toEqual(['U2', 'U10']);
    expect(rows('worst').rows).toEqual(['U2', 'U10']);
  });

  it('moves cells, totals and ids along', () => {
    const { cells, rowTotals, rowKeys } = rows('worst');
    expect(cells[0][1]).toMatchObject({ worst: 'missed', row: 0, column: 1 });
    expect(rowTotals.map(({ red }) => red)).toEqual([2, 0]);
    expect(rowKeys).toEqual(['2', '10']);
  });
});

it('words that the value mappings know stand by the order of the mappings, the first for the cell', () => {
  const frame = table({ unit: ['A', 'A'], domain: ['x', 'x'], value: ['fine', 'broken'] });
  frame.fields[2].config.mappings = [
    {
      type: MappingType.ValueToText,
      options: { broken: { index: 0, text: 'Broken', color: 'red' }, fine: { index: 1, text: 'Fine', color: 'green' } },
    },
  ];
  const { measure, cells, wordsOf } = cross(readCrossTable([frame], {}, 'utc'));
  expect(measure).toBe('word');
  expect(cells[0][0]?.worst).toBe('broken');
  expect(wordsOf(cells[0][0]!)).toEqual([
    { word: 'broken', count: 1 },
    { word: 'fine', count: 1 },
  ]);
});

it('lights alone are told by the worst: red before grey before yellow before green', () => {
  const frame = table({ unit: ['A', 'A', 'A'], domain: ['x', 'x', 'x'], light: ['green', 'grey', 'yellow'] });
  expect(cross(readCrossTable([frame], {}, 'utc')).cells[0][0]?.light).toBe('grey');
});

it('names what is missing', () => {
  expect(readCrossTable([table({ unit: ['A'], value: [1] })], {}, 'utc')).toEqual({
    kind: 'cross_missing',
    missing: ['column'],
    found: ['unit', 'value'],
  });
  expect(readCrossTable([], {}, 'utc')).toEqual({ kind: 'empty' });
});

it('reads twenty thousand cells', () => {
  const n = 20_000;
  const frame = table({
    unit: Array.from({ length: n }, (_, i) => `U${Math.floor(i / 100)}`),
    domain: Array.from({ length: n }, (_, i) => `D${i % 100}`),
    status: Array.from({ length: n }, () => 'on_track'),
  });
  const { rows, columns, total } = cross(readCrossTable([frame], {}, 'utc'));
  expect([rows.length, columns.length, total.count]).toEqual([200, 100, n]);
});
