import { toDataFrame } from '@grafana/data';
import { placeCounts } from './cells';
import { changeMoves, changesOf, changeStubs, countChanges } from './changes';
import { grid, risk } from './examples';
import { type Reading, readRisks } from './risks';

const at = (id: string, likelihood: number | null, impact: number | null) =>
  risk(likelihood, impact, { id, title: id, key: `${id} ${likelihood}` });

const earlier = [at('R1', 2, 2), at('R2', 5, 5), at('R3', 3, 3), at('R4', 1, 1), at('R5', null, null), at('R7', 1, 3)];
const later = [at('R1', 5, 4), at('R2', 2, 3), at('R3', 3, 3), at('R5', 4, 4), at('R6', 4, 2), at('R7', 3, 1)];
const changes = changesOf(earlier, later, grid, 'current');

describe('between two dates', () => {
  it('risks got worse, are new, were scored, moved sideways, got better, were closed: the worst kind first', () => {
    expect(changes.list.map(({ kind, risk: { id }, levels }) => [kind, id, levels])).toEqual([
      ['worse', 'R1', 3],
      ['new', 'R6', 0],
      ['scored', 'R5', 0],
      ['sideways', 'R7', 0],
      ['better', 'R2', -3],
      ['closed', 'R4', 0],
    ]);
    expect(changes.unchanged).toBe(1);
  });

  it('every cell tells how many came and how many left', () => {
    expect(changes.cells.get('4/3')).toEqual({ came: 1, left: 0 });
    expect(changes.cells.get('1/1')).toEqual({ came: 0, left: 1 });
    expect(changes.cells.get('2/2')).toBeUndefined();
  });

  it('arrows lead from cell to cell, and short ones in and out', () => {
    expect(changeMoves(changes.list)).toHaveLength(3);
    expect(changeStubs(changes.list)).toEqual([
      { place: { row: 3, column: 1 }, kind: 'came', count: 1 },
      { place: { row: 3, column: 3 }, kind: 'came', count: 1 },
      { place: { row: 0, column: 0 }, kind: 'left', count: 1 },
    ]);
  });

  it('a risk without an id is known by its title and unit', () => {
    const unnamed = (unit: string, impact: number) => risk(3, impact, { title: 'Funds late', unit });
    const found = changesOf([unnamed('A', 1), unnamed('B', 2)], [unnamed('B', 2), unnamed('A', 4)], grid, 'current');
    expect(found.list.map(({ kind, risk: { unit } }) => [kind, unit])).toEqual([['worse', 'A']]);
  });

  it('of counts the difference is told', () => {
    const row = { aboveAppetite: 0, reviewOverdue: 0, worst: '' };
    const counts = (count: number) => placeCounts([{ likelihood: 2, impact: 2, count, ...row }], grid).cells;
    expect([...countChanges(counts(5), counts(3))]).toEqual([['1/1', { came: 0, left: 2 }]]);
  });
});

describe('the two dates', () => {
  const columns = { risk_id: ['R1'], current_likelihood: [3], current_impact: [3] };
  const frame = (table: Record<string, unknown[]>, asOf?: string) =>
    toDataFrame({
      meta: asOf ? { custom: { asOf } } : undefined,
      fields: Object.entries(table).map(([name, values]) => ({ name, values })),
    });
  const read = (...frames: Array<ReturnType<typeof frame>>) => {
    const parameters = { mapping: {}, basis: 'current' as const, rangeEnd: '2026-10-31', timeZone: 'utc' };
    return readRisks(frames, parameters) as Extract<Reading, { kind: 'risks' }>;
  };

  it('are those that two frames state, whichever comes first', () => {
    const { asOf, risks, earlier: before } = read(frame(columns, '2026-10-31'), frame(columns, '2026-07-31'));
    expect([asOf, risks.length, before?.asOf, before?.rows.length]).toEqual(['2026-10-31', 1, '2026-07-31', 1]);
  });

  it('may stand in a column, as in a CSV file', () => {
    const table = { ...columns, risk_id: ['R1', 'R1'], as_of: ['2026-06-30', '2026-09-30'] };
    const { asOf, earlier: before } = read(frame({ ...table, current_likelihood: [2, 3], current_impact: [2, 3] }));
    expect([asOf, before?.asOf]).toEqual(['2026-09-30', '2026-06-30']);
  });

  it('may lack a day where the row itself says where the risk stood', () => {
    const table = { ...columns, previous_likelihood: [5], previous_impact: [null] };
    expect(read(frame(table)).earlier).toEqual({ rows: [], asOf: '', between: 0 });
    const moved = read(frame({ ...table, previous_impact: [4] })).earlier;
    expect(moved?.rows[0].scores.current).toEqual({ likelihood: 5, impact: 4 });
  });

  it('are counted even where nothing was in the register then', () => {
    const none = { risk_id: [], current_likelihood: [], current_impact: [] };
    expect(read(frame(columns, '2026-10-31'), frame(none, '2026-07-31')).earlier).toEqual({
      rows: [],
      asOf: '2026-07-31',
      between: 0,
    });
  });

  it('of three are the first and the last', () => {
    const days = ['2026-10-31', '2026-04-30', '2026-07-31'].map((day) => frame(columns, day));
    expect(read(...days).earlier).toMatchObject({ asOf: '2026-04-30', between: 1 });
  });

  it('do not exist where all frames tell of one day', () => {
    expect(read(frame(columns, '2026-10-31'), frame(columns, '2026-10-31')).earlier).toBeNull();
    expect(read(frame(columns)).earlier).toBeNull();
  });
});
