/** Asks the data source's structured queries from a page, all in one request. */
import { from, lastValueFrom } from 'rxjs';
import {
  type DataQueryRequest,
  type DataQueryResponse,
  dateTime,
  type DataSourceApi,
  type DataSourceJsonData,
} from '@grafana/data';
import { t } from '@grafana/i18n';
import type { PolicyQuery } from '../datasource/query';
import { type Row, rowsOf } from './rows';

export type Question = Omit<PolicyQuery, 'refId'>;
export type Ledger = DataSourceApi<PolicyQuery, DataSourceJsonData>;

export interface Answer {
  rows: Row[];
  /** One sentence; the rows are then empty. */
  error?: string;
  /** True where the backend left rows out, for there were too many. */
  cut: boolean;
}

/**
 * The answers by the names of their questions. A question that fails has an error of its own; the others stand.
 *
 * @param asOf the day that is judged, 2026-10-31
 */
export async function askLedger<Name extends string>(
  ledger: Ledger,
  questions: Record<Name, Question>,
  asOf: string,
  language: string
): Promise<Record<Name, Answer>> {
  const names = Object.keys(questions) as Name[];
  const targets = names.map((refId) => ({
    ...questions[refId],
    refId,
    asOf,
    language: language as PolicyQuery['language'],
  }));
  const response = await lastValueFrom(from(ledger.query(requestOf(targets, asOf)))).catch(
    (error: unknown): DataQueryResponse => ({ data: [], errors: [{ message: messageOf(error) }] })
  );
  return Object.fromEntries(names.map((name) => [name, answerOf(name, response)])) as Record<Name, Answer>;
}

function requestOf(targets: PolicyQuery[], asOf: string): DataQueryRequest<PolicyQuery> {
  const to = dateTime(`${asOf}T12:00:00Z`);
  const range = { from: dateTime(to).subtract(24, 'months'), to };
  return {
    app: 'shigan-policy-app',
    requestId: `shigan-${targets.map(({ refId }) => refId).join('-')}`,
    interval: '1d',
    intervalMs: 86_400_000,
    range: { ...range, raw: range },
    scopedVars: {},
    startTime: Date.now(),
    targets,
    timezone: 'utc',
  };
}

function answerOf(name: string, response: DataQueryResponse): Answer {
  const errors = response.errors ?? [];
  const error = errors.find(({ refId }) => refId === name) ?? errors.find(({ refId }) => !refId);
  if (error) {
    return { rows: [], error: error.message || error.data?.message || unreachable(), cut: false };
  }
  const frames = response.data.filter(({ refId }) => refId === name);
  return {
    rows: rowsOf(frames),
    cut: frames.some(({ meta }) => (meta?.notices ?? []).length > 0),
  };
}

function messageOf(error: unknown): string {
  const found = error as { data?: { message?: string }; message?: string } | undefined;
  return found?.data?.message || found?.message || unreachable();
}

/** The sentence where the data source gave none. */
export function unreachable(): string {
  return t('page.unreachable', 'The ledger did not answer: open Setup to see which part is missing.');
}
