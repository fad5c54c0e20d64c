import type { Answer } from '../askLedger';
import { delivery, lightsGrid } from './children';
import { tasksOf } from './questions';

const A = { id: 'a', name: 'City A' };
const B = { id: 'b', name: 'City B' };
const services = { id: 'services', name: 'Services' };
const livelihood = { id: 'livelihood', name: 'Livelihood' };
const target = (unit_id: string, domain_id: string, light: string) => ({ unit_id, domain_id, light });
const answer = (row: Record<string, unknown>, error?: string): Answer => ({ rows: [row], cut: false, error });

test('every unit has a cell for every domain that has targets, be it empty', () => {
  const grid = lightsGrid(
    [A, B],
    [services, livelihood],
    [target('a', 'services', 'red'), target('a', 'services', 'green')]
  );
  expect(grid.domains).toEqual([services]);
  expect(grid.lines.map((cells) => cells.map(({ lights }) => lights))).toEqual([
    [{ green: 1, yellow: 0, red: 1, grey: 0 }],
    [{ green: 0, yellow: 0, red: 0, grey: 0 }],
  ]);
});

test('the unit with most arrears stands first, one whose question failed last', () => {
  const lines = delivery([A, B, { id: 'c', name: 'City C' }], {
    grid: { rows: [target('b', 'services', 'red')], cut: false },
    [tasksOf('a')]: answer({ overdue: 1, due: 9, delay_rate: 0.2 }),
    [tasksOf('b')]: answer({ overdue: 5, due: 5, delay_rate: 1 }),
    [tasksOf('c')]: { rows: [], cut: false, error: 'It took too long: narrow it.' },
  });
  expect(lines.map(({ unit }) => unit.name)).toEqual(['City B', 'City A', 'City C']);
  expect(lines[0]).toMatchObject({ overdue: 5, due: 5, delayRate: 1, lights: { red: 1 } });
  expect(lines[2].error).toBe('It took too long: narrow it.');
});
