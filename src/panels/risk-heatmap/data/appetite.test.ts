import { appetiteLine, shownAppetite } from './appetite';
import { grid, risk } from './examples';

describe('the appetite that is drawn', () => {
  it('is that of the shown risks where they agree', () => {
    expect(shownAppetite([risk(1, 1, { appetite: 2 }), risk(2, 2)], grid, [])).toEqual([
      { level: 2, categories: ['Execution'], main: true },
    ]);
  });

  it('is told for each level where they differ, the commonest first in weight, of equal ones the stricter', () => {
    const of = (...levels: number[]) =>
      shownAppetite(
        levels.map((appetite, i) => risk(1, 1, { appetite, category: `${i}`, categoryName: `Category ${i}` })),
        grid,
        []
      );
    expect(of(3, 1, 3)).toEqual([
      { level: 1, categories: ['Category 1'], main: false },
      { level: 3, categories: ['Category 0', 'Category 2'], main: true },
    ]);
    expect(of(2, 1).map(({ main }) => main)).toEqual([true, false]);
  });

  it('is that of the chosen category', () => {
    const risks = [risk(1, 1, { appetite: 1 }), risk(1, 1, { appetite: 3, category: 'society' })];
    expect(shownAppetite(risks, grid, ['society'])).toMatchObject([{ level: 3, main: true }]);
  });

  it('comes from the grid where no risk has one, and is nothing where neither has', () => {
    const withAppetite = { ...grid, appetite: [{ category: 'execution', unit_id: '1', level: 1 }] };
    expect(shownAppetite([risk(1, 1)], withAppetite, [])).toMatchObject([{ level: 1 }]);
    expect(shownAppetite([risk(1, 1)], withAppetite, ['society'])).toEqual([]);
    expect(shownAppetite([], grid, [])).toEqual([]);
  });
});

describe('the stepped line', () => {
  const line = (level: number, cells = grid.cells) => appetiteLine(cells, level).map(({ x, y }) => [x, y]);

  it('runs between accepted cells and those above, from lower right to upper left', () => {
    expect(line(1)).toEqual([
      [4, 0],
      [4, 1],
      [3, 1],
      [3, 2],
      [2, 2],
      [2, 3],
      [1, 3],
      [1, 4],
      [0, 4],
    ]);
  });

  it('starts on the right edge where the lowest row is accepted whole, and ends on top where the lowest column is', () => {
    expect(line(3)).toEqual([
      [5, 3],
      [4, 3],
      [4, 4],
      [3, 4],
      [3, 5],
    ]);
  });

  it('is not drawn where all is accepted or nothing is', () => {
    expect(line(4)).toEqual([]);
    expect(line(-1)).toEqual([]);
  });

  it('goes straight across where whole rows are accepted', () => {
    expect(
      line(0, [
        [0, 0, 0],
        [0, 0, 0],
        [1, 1, 1],
      ])
    ).toEqual([
      [3, 2],
      [0, 2],
    ]);
  });

  it('goes straight up where whole columns are accepted', () => {
    expect(
      line(0, [
        [0, 1],
        [0, 1],
        [0, 1],
      ])
    ).toEqual([
      [1, 0],
      [1, 3],
    ]);
  });
});
