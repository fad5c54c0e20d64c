/** For the tests of the pages: a Grafana with data sources that answer what a test says. */
import { configure, render as renderReact } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { of, throwError } from 'rxjs';
import { type DataFrame, type DataQueryRequest, toDataFrame } from '@grafana/data';
import { type BackendSrv, type DataSourceSrv, setBackendSrv, setDataSourceSrv } from '@grafana/runtime';
import type { PolicyOption } from '../datasource/options';
import type { PolicyQuery } from '../datasource/query';
import { DATASOURCE_TYPE } from './address';
import type { SetupReport } from './readSetup';
import type { Row } from './rows';

// Machines that build at the same time are slow.
configure({ asyncUtilTimeout: 15_000 });

// Grafana's pickers measure their text, which jsdom cannot draw.
HTMLCanvasElement.prototype.getContext = (() => ({
  measureText: (text: string) => ({ width: 7 * text.length }),
})) as unknown as HTMLCanvasElement['getContext'];

export interface FakeLedger {
  uid: string;
  name?: string;
  isDefault?: boolean;
  type?: string;
  jsonData?: object;
  setup?: SetupReport | Error;
  units?: PolicyOption[];
  domains?: PolicyOption[];
  /** The rows of a query; an Error is the query's. */
  answer?: (query: PolicyQuery) => Row[] | Error;
  /** The whole request fails. */
  failure?: Error;
}

export const READY: SetupReport = {
  steps: ['connection', 'schema', 'roles', 'data'].map((id) => ({
    id: id as SetupReport['steps'][number]['id'],
    ok: true,
    message: `The ${id} is in place.`,
  })),
  counts: { units: 3, tasks: 12 },
  asOf: '2026-10-31',
  ledger: { name_zh: '政策台账', name_en: 'Policy ledger' },
  jurisdiction: '*',
};

/** Makes these the data sources of Grafana; the requests that they get are kept. */
export function grafanaWith(...ledgers: FakeLedger[]): { asked: PolicyQuery[] } {
  const asked: PolicyQuery[] = [];
  const list = ledgers.map(({ uid, name = uid, isDefault = false, type = DATASOURCE_TYPE, jsonData = {} }) => ({
    uid,
    name,
    isDefault,
    type,
    jsonData,
  }));
  const get = async (uid: string) => {
    const {
      setup = READY,
      units = [],
      domains = [],
      answer = () => [],
      failure,
    } = ledgers.find((one) => one.uid === uid)!;
    return {
      getResource: async () => {
        if (setup instanceof Error) {
          throw setup;
        }
        return setup;
      },
      getOptions: async ({ list: asks }: { list: string }) => (asks === 'units' ? units : domains),
      query: ({ targets }: DataQueryRequest<PolicyQuery>) => {
        asked.push(...targets);
        const answers = targets.map((target) => ({ target, rows: answer(target) }));
        const data: DataFrame[] = answers.flatMap(({ target, rows }) =>
          rows instanceof Error ? [] : [frameOf(target.refId, rows)]
        );
        const errors = answers.flatMap(({ target, rows }) =>
          rows instanceof Error ? [{ refId: target.refId, message: rows.message }] : []
        );
        return failure ? throwError(() => failure) : of({ data, errors });
      },
    };
  };
  setDataSourceSrv({ getList: () => list, get } as unknown as DataSourceSrv);
  return { asked };
}

function frameOf(refId: string, rows: Row[]): DataFrame {
  const names = Object.keys(rows[0] ?? {});
  return toDataFrame({ refId, fields: names.map((name) => ({ name, values: rows.map((row) => row[name]) })) });
}

/** What Grafana's own API answers; an Error is a failed request. */
export function grafanaAnswers(answer: (url: string) => unknown) {
  const get = async (url: string) => {
    const found = answer(url);
    if (found instanceof Error) {
      throw found;
    }
    return found;
  };
  setBackendSrv({ get } as unknown as BackendSrv);
}

/** Shows a page at a URL and gives the user who looks at it. */
export function render(page: React.ReactElement, url = '/') {
  return {
    user: userEvent.setup(),
    ...renderReact(
      <MemoryRouter initialEntries={[url]} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
        {page}
      </MemoryRouter>
    ),
  };
}
