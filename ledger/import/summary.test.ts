import { STORED_TABLES } from './stored';
import { summaryOf } from './summary';

const nothing = { batchId: '', counts: {}, problems: [], notes: [] };

test('an import tells what it stored, by the names of the sheets, in the language asked for', () => {
  const stored = { ...nothing, outcome: 'stored' as const, batchId: 'b1', counts: { org_unit: 6, task_support: 12 } };
  expect(summaryOf('a.xlsx', stored, 'zh-Hans')).toBe('a.xlsx：已入库 组织机构 6、任务的配合部门 12（批次 b1）。');
  expect(summaryOf('a.xlsx', stored, 'en-US')).toBe(
    "a.xlsx: stored Units 6, Tasks' supporting departments 12 (batch b1)."
  );
});

test('a workbook without rows is told from one that the ledger knows', () => {
  expect(summaryOf('a.xlsx', { ...nothing, outcome: 'empty' }, 'en-US')).toMatch(/holds no rows/);
  expect(summaryOf('a.xlsx', { ...nothing, outcome: 'unchanged' }, 'zh-Hans')).toMatch(/均已在台账中/);
});

test('every table that an import fills has a name in Chinese', () => {
  const counts = Object.fromEntries(STORED_TABLES.map(({ name }) => [name, 1]));
  expect(summaryOf('a', { ...nothing, outcome: 'stored', counts }, 'zh-Hans')).not.toMatch(/[a-z]{2}/);
});
