import { appetiteLine, shownAppetite } from './appetite';
import { grid, risk } from './examples';

describe('the appetite that is drawn', () => {
  it('is that of the shown risks where they agree', () => {
    expect(shownAppetite([risk(1, 1, { appetite: 2 }), risk(2, 2)], grid, [])).toEqual({
      level: 2,
      unanimous: true,
      levels: [{ level: 2, categories: ['Execution'] }],
    });
  });

  it('is the commonest where they differ, and the stricter of two equally common ones', () => {
    const of = (...levels: number[]) =>
      shownAppetite(
        levels.map((appetite) => risk(1, 1, { appetite })),
        grid,
        []
      );
    expect(of(1, 2, 2)).toMatchObject({ level: 2, unanimous: false });
    expect(of(2, 1)).toMatchObject({ level: 1, unanimous: false });
  });

  it('is that of the chosen category', () => {
    const risks = [risk(1, 1, { appetite: 1 }), risk(1, 1, { appetite: 3, category: 'society' })];
    expect(shownAppetite(risks, grid, ['society'])).toMatchObject({ level: 3, unanimous: true });
  });

  it('comes from the grid where no risk has one, and is nothing where neither has', () => {
    const withAppetite = { ...grid, appetite: [{ category: 'execution', unit_id: '1', level: 1 }] };
    expect(shownAppetite([risk(1, 1)], withAppetite, [])?.level).toBe(1);
    expect(shownAppetite([risk(1, 1)], withAppetite, ['society'])).toBeNull();
    expect(shownAppetite([], grid, [])).toBeNull();
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
