/** What the tests of the editors share: one way to render, one stand-in for the backend. */
import React, { useState } from 'react';
import { configure, render as show } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { PluginType, type DataSourceInstanceSettings } from '@grafana/data';
import { type BackendSrv, setBackendSrv, setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { of, throwError } from 'rxjs';
import { PolicyDataSource } from './datasource';
import type { FilterKey, OptionList, OptionsRequest, PolicyOption } from './options';
import type { PolicySettings } from './settings';

// Machines that build and test at once are slow.
configure({ asyncUtilTimeout: 10_000 });

/** Renders a controlled editor and returns the user, and what the editor last told. */
export function render<T>(value: T, editor: (value: T, tell: (value: T) => void) => React.ReactElement) {
  const told = jest.fn<void, [T]>();
  function Owner() {
    const [current, setCurrent] = useState(value);
    return editor(current, (next) => {
      told(next);
      setCurrent(next);
    });
  }
  layOut();
  const view = show(<Owner />);
  return {
    user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }),
    told,
    last: () => told.mock.lastCall?.[0],
    ...view,
  };
}

/** Gives Grafana's lists what they lay themselves out with and jsdom lacks: a canvas, sizes, an observer. */
function layOut() {
  const canvas = { font: '', measureText: (text: string) => ({ width: 8 * text.length }) };
  HTMLCanvasElement.prototype.getContext = (() => canvas) as unknown as HTMLCanvasElement['getContext'];
  const box = { width: 400, height: 400, top: 0, left: 0, bottom: 400, right: 400, x: 0, y: 0, toJSON: () => '' };
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box);
  jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
  jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(400);
  window.IntersectionObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as unknown as typeof IntersectionObserver;
}

const OPTIONS: Partial<Record<OptionList, PolicyOption[]>> = {
  units: [
    { value: '990000', label: 'Dongling Province' },
    { value: '990100', label: 'Qingyang City', description: 'Dongling Province' },
  ],
  departments: [{ value: 'housing', label: 'Housing' }],
  policies: [{ value: 'renewal', label: 'Renewal of old housing' }],
  domains: [{ value: 'services', label: 'Services' }],
  statuses: [{ value: 'overdue', label: 'Overdue' }],
};

const KEYS: FilterKey[] = [
  { value: 'unit', label: 'Unit', list: 'units' },
  { value: 'status', label: 'Status', list: 'statuses' },
];

/** A backend that knows a few names, or one that fails; returns the requests that it got. */
export function backend(failure?: unknown): OptionsRequest[] {
  const asked: OptionsRequest[] = [];
  setBackendSrv({
    fetch: ({ url, data }: { url: string; data: OptionsRequest }) => {
      if (url.endsWith('/filters')) {
        return failure ? throwError(() => failure) : of({ data: KEYS });
      }
      asked.push(data);
      const found = (OPTIONS[data.list] ?? []).filter(
        ({ value, label }) => !data.query || value === data.query || label.includes(data.query)
      );
      return failure ? throwError(() => failure) : of({ data: found });
    },
  } as unknown as BackendSrv);
  return asked;
}

/** The dashboard's variables with their values, several comma-separated. */
export function variables(values: Record<string, string>): void {
  setTemplateSrv({
    getVariables: () => Object.keys(values).map((name) => ({ name, type: 'query' })),
    replace: (text = '') => text.replace(/\$(\w+)/g, (whole, name: string) => values[name] ?? whole),
  } as unknown as TemplateSrv);
}

export function ledger(): PolicyDataSource {
  return new PolicyDataSource({
    id: 1,
    uid: 'ledger',
    name: 'Policy ledger',
    type: 'shigan-policy-datasource',
    access: 'proxy',
    readOnly: false,
    jsonData: {},
    meta: { id: 'shigan-policy-datasource', name: 'Policy ledger', type: PluginType.datasource },
  } as unknown as DataSourceInstanceSettings<PolicySettings>);
}
