import { of, throwError } from 'rxjs';
import { type DataQueryRequest, type DataQueryResponse, toDataFrame } from '@grafana/data';
import type { PolicyQuery } from '../datasource/query';
import { askLedger, type Ledger } from './askLedger';

const answering = (response: DataQueryResponse) => {
  const query = jest.fn((_: DataQueryRequest<PolicyQuery>) => of(response));
  return { query, ledger: { query } as unknown as Ledger };
};
const questions = { tasks: { kind: 'tasks', view: 'summary' }, risks: { kind: 'risks', view: 'rows' } } as const;
const frame = (refId: string, notices: string[] = []) =>
  toDataFrame({
    refId,
    fields: [{ name: 'overdue', values: [7] }],
    meta: { notices: notices.map((text) => ({ severity: 'warning' as const, text })) },
  });

test('all questions go out at once, for the day and the language of the page', async () => {
  const { ledger, query } = answering({ data: [frame('tasks')] });
  await askLedger(ledger, questions, '2026-10-31', 'zh-Hans');
  expect(query).toHaveBeenCalledTimes(1);
  const { targets, range } = query.mock.calls[0][0];
  expect(targets.map(({ refId, asOf, language }) => [refId, asOf, language])).toEqual([
    ['tasks', '2026-10-31', 'zh-Hans'],
    ['risks', '2026-10-31', 'zh-Hans'],
  ]);
  expect(range.to.toISOString()).toBe('2026-10-31T12:00:00.000Z');
});

test('each question gets its own rows', async () => {
  const { ledger } = answering({ data: [frame('tasks')] });
  const answers = await askLedger(ledger, questions, '2026-10-31', 'en-US');
  expect(answers.tasks.rows).toEqual([{ overdue: 7 }]);
  expect(answers.risks).toEqual({ rows: [], cut: false });
});

test('one question that fails leaves the others standing', async () => {
  const { ledger } = answering({
    data: [frame('tasks')],
    errors: [{ refId: 'risks', message: 'The query took longer than 30 s: narrow it.' }],
  });
  const answers = await askLedger(ledger, questions, '2026-10-31', 'en-US');
  expect(answers.tasks.error).toBeUndefined();
  expect(answers.risks.error).toBe('The query took longer than 30 s: narrow it.');
});

test('an answer that was cut says so', async () => {
  const { ledger } = answering({ data: [frame('tasks', ['Only the first 10,000 rows.'])] });
  expect((await askLedger(ledger, questions, '2026-10-31', 'en-US')).tasks.cut).toBe(true);
});

test('a request that fails altogether gives every question the sentence of the failure', async () => {
  const ledger = {
    query: () => throwError(() => ({ status: 502, data: { message: 'PostgreSQL refused the password.' } })),
  } as unknown as Ledger;
  const answers = await askLedger(ledger, questions, '2026-10-31', 'en-US');
  expect([answers.tasks.error, answers.risks.error]).toEqual([
    'PostgreSQL refused the password.',
    'PostgreSQL refused the password.',
  ]);
});

test('a failure without words still says what to do', async () => {
  const ledger = { query: () => throwError(() => undefined) } as unknown as Ledger;
  expect((await askLedger(ledger, questions, '2026-10-31', 'en-US')).tasks.error).toMatch(/open Setup/);
});
