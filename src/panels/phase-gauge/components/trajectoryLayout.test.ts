import { inSight, type Box, placeLabel, trajectoryLayout } from './trajectoryLayout';

const columns = (width: number, height: number, count: number) => trajectoryLayout(width, height, count).columns;

test('one chart has all the room', () => {
  expect(trajectoryLayout(690, 330, 1)).toMatchObject({ columns: 1, cellWidth: 690, cellHeight: 330, hasTitle: true });
});

test('a narrow panel has one column, a wide one as many as stay legible', () => {
  expect(columns(300, 900, 3)).toBe(1);
  expect(columns(900, 400, 3)).toBe(2);
  expect(columns(2000, 300, 3)).toBe(3);
});

test('charts that would be too low scroll instead', () => {
  const layout = trajectoryLayout(900, 500, 60);
  expect(layout.cellHeight).toBeGreaterThanOrEqual(190);
  expect(layout.columns).toBe(2);
});

test('a low panel drops the title before the verdicts, and both before the chart', () => {
  expect(trajectoryLayout(400, 150, 1)).toMatchObject({ hasTitle: false, hasVerdicts: true });
  expect(trajectoryLayout(400, 100, 1)).toMatchObject({ hasTitle: false, hasVerdicts: false });
});

const box = (x: number, y: number): Box => ({ x, y, width: 10, height: 10 });

test('a label stands at the first place where it covers nothing', () => {
  expect(placeLabel([box(0, 0), box(20, 0), box(40, 0)], [box(5, 5)], [box(25, 5)])).toEqual(box(40, 0));
});

test('where everything is taken it covers lines, never another label', () => {
  expect(placeLabel([box(0, 0), box(20, 0)], [box(5, 5)], [box(25, 5)])).toEqual(box(20, 0));
  expect(placeLabel([box(0, 0)], [box(5, 5)], [])).toBeNull();
});

test('only the charts in sight are drawn, and the rows next to them', () => {
  const layout = { columns: 2, cellHeight: 184 };
  const seen = (counts: number[], head: number, span: [number, number]) => {
    const isSeen = inSight(counts, layout, head, span);
    return counts.flatMap((count, group) =>
      Array.from({ length: count }, (_, i) => i)
        .filter((i) => isSeen(group, i))
        .map((i) => `${group}/${i}`)
    );
  };
  expect(seen([9], 0, [0, 399])).toEqual(['0/0', '0/1', '0/2', '0/3', '0/4', '0/5']);
  expect(seen([9], 0, [800, 1199])).toEqual(['0/6', '0/7', '0/8']);
  expect(seen([2, 2, 2], 28, [0, 200])).toEqual(['0/0', '0/1', '1/0', '1/1']);
});
