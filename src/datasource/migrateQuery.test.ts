import fs from 'node:fs';
import path from 'node:path';
import { isOlder, migrateQuery } from './migrateQuery';
import type { PolicyQuery } from './query';

const examples: Array<{ says: string; stored: PolicyQuery; now: PolicyQuery }> = JSON.parse(
  fs.readFileSync(path.resolve(__dirname, '../../pkg/query/testdata/older.json'), 'utf8')
);

// The backend reads the same examples (pkg/query/migrate_test.go).
test.each(examples)('$says', ({ stored, now }) => {
  const before = JSON.stringify(stored);
  expect(migrateQuery(stored)).toEqual(now);
  expect(migrateQuery(now)).toEqual(now);
  expect(isOlder(now)).toBe(false);
  expect(JSON.stringify(stored)).toBe(before);
});

test('a query of a newer version stays as it is, for the backend to refuse', () => {
  const newer: PolicyQuery = { refId: 'A', kind: 'tasks', schemaVersion: 2 };
  expect(migrateQuery(newer)).toBe(newer);
});
