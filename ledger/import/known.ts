/** Reads from the database what a workbook's checks need to know. */
import type { ClientBase } from 'pg';
import {
  emptyLedger,
  factKey,
  nameKey,
  type Facts,
  type Grid,
  type Known,
  type Row,
  type Workbook,
} from '../../src/workbook';
import { readSections } from './sections';

const PARTS = [
  'settings',
  'units',
  'departments',
  'domains',
  'policies',
  'steps',
  'indicators',
  'calendar',
  'grid cells',
  'grid levels',
  'targets',
  'tasks',
  'supports',
  'extensions',
  'completions',
  'risks',
  'reviews',
] as const;
const SQL = readSections('known.sql', PARTS) as Record<(typeof PARTS)[number], string>;

/**
 * The ledger as far as the workbook needs it: all dimensions, and those facts whose keys the workbook names.
 *
 * @throws the database's error
 */
export async function readKnown(client: ClientBase, { tables }: Workbook): Promise<Known> {
  const rows = async (part: keyof typeof SQL, keys: unknown[] = []) => (await client.query(SQL[part], keys)).rows;
  const named = async <T>(part: keyof typeof SQL) =>
    new Map<string, T>((await rows(part)).map(({ id, ...rest }) => [id, rest as T]));
  const facts = async (part: keyof typeof SQL, key: string[], ...from: Array<Row[] | undefined>): Promise<Facts> => {
    const wanted = from.flatMap((list) => list ?? []);
    const keys = key.map((column) => wanted.map((row) => idOf(row, column, ids)));
    return wanted.length === 0
      ? new Map()
      : new Map(
          (await rows(part, keys)).map((row) => [
            factKey(...(FACT_KEYS[part] ?? key).map((column) => row[column])),
            row,
          ])
        );
  };

  const settings = new Map((await rows('settings')).map(({ key, value }) => [key, value]));
  const empty = emptyLedger();
  const units = await named<Known['units'] extends Map<string, infer U> ? U : never>('units');
  const indicators = await named<Known['indicators'] extends Map<string, infer I> ? I : never>('indicators');
  const ids = { unit_id: idsByName(units), indicator_id: idsByName(indicators) };
  const ofTask = ['unit_id', 'task_id'];
  const ofRisk = ['unit_id', 'risk_id'];
  return {
    timeZone: settings.get('time_zone') ?? empty.timeZone,
    riskGrid: settings.get('risk_grid') ?? empty.riskGrid,
    units,
    departments: await named('departments'),
    domains: await named('domains'),
    policies: await named('policies'),
    steps: new Set((await rows('steps')).map(({ policy_id, step }) => factKey(policy_id, step))),
    indicators,
    calendar: new Map((await rows('calendar')).map(({ day, working }) => [day, working])),
    grids: gridsOf(await rows('grid cells'), await rows('grid levels')),
    targets: await facts('targets', ['unit_id', 'indicator_id', 'phase'], tables.phase_target?.rows),
    tasks: await facts('tasks', ofTask, tables.task_extension?.rows, tables.task_completion?.rows),
    // A sheet without the column says nothing of the lists.
    supports: new Map(
      [
        ...(await facts(
          'supports',
          ofTask,
          tables.task && 'supporting_departments' in tables.task.headers ? tables.task.rows : []
        )),
      ].map(([key, { departments }]) => [key, departments as unknown as string[]])
    ),
    extensions: await facts('extensions', ofTask, tables.task_extension?.rows),
    completions: await facts('completions', ofTask, tables.task_completion?.rows),
    risks: await facts('risks', ofRisk, tables.risk_review?.rows),
    reviews: await facts('reviews', ofRisk, tables.risk_review?.rows),
  };
}

/** What names one row, where that is more than what it is looked up by. */
const FACT_KEYS: Partial<Record<string, string[]>> = {
  extensions: ['unit_id', 'task_id', 'extended_on'],
  reviews: ['unit_id', 'risk_id', 'reviewed_on'],
};

const idsByName = (all: Map<string, { zh: string; en: string }>) =>
  new Map([...all].flatMap(([id, { zh, en }]) => [zh, en].map((name) => [nameKey(name), id] as const)));

/** The id in a key cell, which may still be a name: facts of both readings are looked up by the id. */
function idOf(row: Row, column: string, names: Record<string, Map<string, string>>): string | null {
  const written = row.cells[column];
  return typeof written === 'string' ? (names[column]?.get(nameKey(written)) ?? written) : null;
}

function gridsOf(
  cells: Array<{ grid_id: string; likelihood: number; impact: number; level: number }>,
  levels: Array<{ grid_id: string; level: number }>
): Map<string, Grid> {
  const grids = new Map<string, Grid>();
  const grid = (id: string) => {
    const found = grids.get(id) ?? { cells: [], levels: new Set<number>() };
    grids.set(id, found);
    return found;
  };
  levels.forEach(({ grid_id, level }) => grid(grid_id).levels.add(level));
  cells.forEach(({ grid_id, likelihood, impact, level }) => {
    (grid(grid_id).cells[likelihood - 1] ??= [])[impact - 1] = level;
  });
  return grids;
}
