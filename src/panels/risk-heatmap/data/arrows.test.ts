import { movesOf } from './arrows';
import { grid, risk } from './examples';
import type { Score } from './risks';

const score = (likelihood: number | null, impact: number | null): Score => ({ likelihood, impact });
const moved = (inherent: Score, current: Score, residual?: Score) =>
  risk(0, 0, { scores: { inherent, current, ...(residual && { residual }) } });

describe('moves of risks', () => {
  it('lead from inherent to current, and as expected on to residual', () => {
    expect(movesOf([moved(score(5, 5), score(4, 4), score(2, 3))], grid)).toEqual([
      { from: { row: 4, column: 4 }, to: { row: 3, column: 3 }, kind: 'done', count: 1 },
      { from: { row: 3, column: 3 }, to: { row: 1, column: 2 }, kind: 'expected', count: 1 },
    ]);
  });

  it('that are alike are one arrow, the commonest first', () => {
    const common = moved(score(3, 3), score(2, 2));
    const moves = movesOf([moved(score(5, 5), score(4, 4)), common, common], grid);
    expect(moves.map(({ count }) => count)).toEqual([2, 1]);
  });

  it('do not exist for a risk that stayed', () => {
    expect(movesOf([moved(score(3, 3), score(3, 3), score(3, 3))], grid)).toEqual([]);
  });

  it('skip a current score that is missing', () => {
    expect(movesOf([moved(score(5, 5), score(null, 4), score(2, 2))], grid)).toEqual([
      { from: { row: 4, column: 4 }, to: { row: 1, column: 1 }, kind: 'expected', count: 1 },
    ]);
  });

  it('do not lead off the grid', () => {
    expect(movesOf([moved(score(9, 9), score(3, 3))], grid)).toEqual([]);
  });
});
