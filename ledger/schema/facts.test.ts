/** What the database itself refuses, whoever writes and however. */
import { useTestLedger } from '../postgres/testing';

const BATCH = '11111111-1111-4111-8111-111111111111';
const ledger = useTestLedger();
const run = (sql: string) => ledger.client.query(sql);
/** The name of the constraint that refuses a statement, or the message where it has no name. */
const refusalOf = async (sql: string): Promise<string> =>
  run(sql).then(
    () => 'stored',
    (error: { constraint?: string; message: string }) => error.constraint ?? error.message
  );

beforeAll(async () => {
  await run(`INSERT INTO ledger.batch VALUES ('${BATCH}', 'csv', 'facts.csv', repeat('0', 64), 'test', now())`);
  await run(`INSERT INTO ledger.org_unit (unit_id, parent_unit_id, tier, name_zh, name_en)
             VALUES ('a', NULL, 2, '甲省', 'A'), ('b', 'a', 3, '乙市', 'B'), ('c', 'b', 4, '丙县', 'C')`);
  await run(`INSERT INTO ledger.department VALUES ('d', '部门', 'Department')`);
  await run(`INSERT INTO ledger.indicator (indicator_id, name_zh, name_en, unit_of_measure, direction, kind,
               reporting_period, aggregation, natural_limit, domain_id, department_id)
             VALUES ('amount', '金额', 'Amount', 'money', 1, 'target', 'month', 'sum', NULL, 'services', 'd'),
                    ('share', '占比', 'Share', 'percent', 1, 'target', 'month', 'ratio', 100, 'services', 'd'),
                    ('place', '位次', 'Rank', 'rank', -1, 'rank', 'year', 'none', NULL, 'services', 'd'),
                    ('law', '立法', 'Law', 'yes_no', 1, 'yes_no', 'year', 'none', NULL, 'services', 'd')`);
  await run(`INSERT INTO ledger.policy VALUES ('p', '政策', 'Policy', 'a', 'services', '2024-01-01', '2024-02-01', NULL)`);
});

const observation = (indicator: string, value: number, unit = 'b') =>
  `INSERT INTO ledger.observation VALUES ('${unit}', '${indicator}', '2026-09-30', 1, ${value}, NULL, NULL, NULL, '', now(), now(), '${BATCH}')`;
const task = (start: string, due: string) =>
  `INSERT INTO ledger.task VALUES ('b', 't-${start}', 1, '任务', 'Task', 'p', NULL, 'd', '王××', '${start}', '${due}', 'calendar', 1, now(), '${BATCH}')`;

it.each([
  ['a share above 100 %', observation('share', 100.1), 'value_is_within_the_natural_limit'],
  ['a rank below the first', observation('place', 0), 'value_is_within_the_natural_limit'],
  ['a yes/no that is neither', observation('law', 0.5), 'value_is_within_the_natural_limit'],
  ['a value whose square would overflow', observation('amount', 1e101), 'value_can_be_reckoned_with'],
  [
    'a target whose square would overflow',
    `INSERT INTO ledger.phase_target VALUES ('b', 'amount', 'short', 1, 50, '2024-01-01', 1e101, NULL, '2024-01-01', '2024-12-31', NULL, '', now(), '${BATCH}')`,
    'target_can_be_reckoned_with',
  ],
  ['an observation of a unit that nobody knows', observation('share', 50, 'nowhere'), 'observation_unit_id_fkey'],
  ['a task that is due before its start', task('2026-05-02', '2026-05-01'), 'task_is_due_on_or_after_its_start'],
  [
    'a target that is due on its start',
    `INSERT INTO ledger.phase_target VALUES ('b', 'share', 'short', 1, 50, '2024-01-01', 60, NULL, '2024-01-01', '2024-01-01', NULL, '', now(), '${BATCH}')`,
    'target_is_due_after_its_start',
  ],
  [
    'a target above 100 %',
    `INSERT INTO ledger.phase_target VALUES ('b', 'share', 'short', 1, 50, '2024-01-01', 120, NULL, '2024-01-01', '2024-12-31', NULL, '', now(), '${BATCH}')`,
    'value_is_within_the_natural_limit',
  ],
  [
    'a unit that is above itself',
    `UPDATE ledger.org_unit SET parent_unit_id = 'c' WHERE unit_id = 'a'`,
    'org_unit_is_a_tree',
  ],
  [
    'a numerator without its denominator',
    `INSERT INTO ledger.observation VALUES ('b', 'share', '2026-08-31', 1, 50, 1, NULL, NULL, '', now(), now(), '${BATCH}')`,
    'share_has_both_parts',
  ],
  [
    'a second lead of one policy',
    `INSERT INTO ledger.department VALUES ('e', '部门二', 'Second');
     INSERT INTO ledger.policy_department VALUES ('p', 'd', 'lead'), ('p', 'e', 'lead')`,
    'policy_has_one_lead',
  ],
])('refuses %s', async (_, sql, constraint) => {
  expect(await refusalOf(sql)).toBe(constraint);
});

it('stores a share of exactly 100 % and a task due on the day it starts', async () => {
  expect(await refusalOf(observation('share', 100))).toBe('stored');
  expect(await refusalOf(task('2026-05-01', '2026-05-01'))).toBe('stored');
});

it.each(['UPDATE ledger.observation SET value = 1', 'DELETE FROM ledger.observation', 'TRUNCATE ledger.observation'])(
  'never changes a fact: %s',
  async (sql) => {
    expect(await refusalOf(sql)).toBe('Facts are never changed or deleted: record a new revision in ledger.observation instead.');
  }
);
