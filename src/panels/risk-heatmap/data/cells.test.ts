import { type Cell, placeCounts, placeRisks, withCounts } from './cells';
import { grid, risk } from './examples';
import type { RawScore } from './risks';

const filled = (cells: Cell[][]) => cells.flat().filter((cell) => cell.count > 0);

describe('risks on the grid', () => {
  it('stand in the row of their likelihood and the column of their impact', () => {
    const { cells, totals } = placeRisks([risk(5, 1), risk(1, 5), risk(5, 5)], grid, 'current');
    expect(filled(cells).map(({ row, column, level }) => [row, column, level.level])).toEqual([
      [0, 4, 2],
      [4, 0, 2],
      [4, 4, 4],
    ]);
    expect(totals.get(2)).toBe(2);
  });

  it('may be scored in the words of the axis', () => {
    expect(filled(placeRisks([risk('very HIGH', 2)], grid, 'current').cells)[0].row).toBe(4);
  });

  it('without a score are counted, not placed', () => {
    const { unscored, total } = placeRisks([risk(null, 3), risk(2, null), risk(1, 1)], grid, 'current');
    expect([unscored.count, total]).toEqual([2, 3]);
    expect(placeRisks([risk(1, 1)], grid, 'residual').unscored.count).toBe(1);
  });

  it('with scores beyond the grid are named, not dropped', () => {
    const { offGrid } = placeRisks(
      [risk(9, 3), risk(0, 3), risk(3.5, 3), risk('huge', 3), risk(9, 3)],
      grid,
      'current'
    );
    expect(offGrid.count).toBe(5);
    expect(offGrid.scores).toEqual(['9 × 3', '0 × 3', '3.5 × 3', 'huge × 3']);
  });

  it('are listed worst first: above appetite, then longest overdue, then rising', () => {
    const [cell] = filled(
      placeRisks(
        [
          risk(4, 4, { title: 'steady', trend: 'steady' }),
          risk(4, 4, { title: 'rising', trend: 'rising' }),
          risk(4, 4, { title: 'overdue', reviewOverdue: 9 }),
          risk(4, 4, { title: 'above', appetite: 1 }),
        ],
        grid,
        'current'
      ).cells
    );
    expect(cell.risks.map(({ title }) => title)).toEqual(['above', 'overdue', 'rising', 'steady']);
    expect([cell.aboveAppetite, cell.reviewOverdue, cell.worst]).toEqual([1, 1, 'above']);
  });

  it('at the appetite are within it', () => {
    const [cell] = filled(placeRisks([risk(3, 3, { appetite: 2 })], grid, 'current').cells);
    expect(cell.aboveAppetite).toBe(0);
  });

  it('number a thousand without loss', () => {
    const risks = Array.from({ length: 1000 }, (_, i) => risk((i % 6) + 1, (i % 5) + 1));
    const placed = placeRisks(risks, grid, 'current');
    const inCells = placed.cells.flat().reduce((sum, cell) => sum + cell.count, 0);
    expect(inCells + placed.offGrid.count).toBe(1000);
  });

  it('leave every cell empty where there are none', () => {
    expect(filled(placeRisks([], grid, 'current').cells)).toEqual([]);
  });
});

describe('counts on the grid', () => {
  const count = (likelihood: RawScore, impact: RawScore, n: number, worst = '') => ({
    likelihood,
    impact,
    count: n,
    aboveAppetite: n,
    reviewOverdue: 0,
    worst,
  });

  it('of the same cell add up', () => {
    const placed = placeCounts([count(2, 2, 3), count(2, 2, 4, 'X'), count(null, 2, 5), count(7, 7, 6)], grid);
    expect(filled(placed.cells)[0]).toMatchObject({ count: 7, aboveAppetite: 7, worst: 'X' });
    expect([placed.unscored.count, placed.offGrid.count, placed.total]).toEqual([5, 6, 18]);
    expect(placed.offGrid.scores).toEqual(['7 × 7']);
  });
});

it('counts of all stand beside the worst that are listed', () => {
  const alike = { basis: 'current' as const, category: '', categoryName: '', count: 30, reviewOverdue: 4 };
  const listed = placeRisks([risk(5, 5, { title: 'Funds late' })], grid, 'current');
  const { cells, total, unscored, totals } = withCounts(
    listed,
    [
      { ...alike, likelihood: 5, impact: 5, appetite: 3 },
      { ...alike, likelihood: 5, impact: 5, appetite: 4 },
      { ...alike, likelihood: 1, impact: 1, appetite: 3 },
      { ...alike, likelihood: null, impact: null, appetite: 3 },
    ],
    grid
  );
  expect(total).toBe(120);
  expect(unscored.count).toBe(30);
  expect(cells[4][4]).toMatchObject({ count: 60, aboveAppetite: 30, reviewOverdue: 8, worst: 'Funds late' });
  expect(cells[4][4].risks).toHaveLength(1);
  expect(cells[0][0]).toMatchObject({ count: 30, aboveAppetite: 0, risks: [], worst: '' });
  expect(totals.get(4)).toBe(60);
});
