import { firstValueFrom } from 'rxjs';
import { CoreApp, type DataQueryRequest } from '@grafana/data';
import type { PolicyVariableQuery } from './options';
import type { PolicyQuery } from './query';
import { PolicyVariables } from './datasource';
import { backend, ledger, variables } from './testing';

const tasks: PolicyQuery = { refId: 'A', kind: 'tasks', scope: { units: ['$unit'], departments: ['$department'] } };

beforeEach(() => {
  backend();
  variables({ unit: '990100,990200', department: '*' });
});

describe('a query on its way to the backend', () => {
  test('has the values of its variables and the language of the reader', () => {
    expect(ledger().applyTemplateVariables(tasks, {})).toMatchObject({
      scope: { units: ['990100', '990200'], departments: [] },
      language: 'en-US',
    });
  });

  test('keeps the language that it was stored with', () => {
    expect(ledger().applyTemplateVariables({ ...tasks, language: 'zh-Hans' }, {}).language).toBe('zh-Hans');
  });

  test('is filled in for Explore as well', () => {
    expect(ledger().interpolateVariablesInQueries([tasks], {})[0].scope?.units).toEqual(['990100', '990200']);
  });

  test('goes only when it is complete and not hidden', () => {
    expect(ledger().filterQuery(tasks)).toBe(true);
    expect(ledger().filterQuery({ ...tasks, hide: true })).toBe(false);
    expect(ledger().filterQuery({ refId: 'A' } as PolicyQuery)).toBe(false);
  });

  test('is new with what needs attention', () => {
    expect(ledger().getDefaultQuery(CoreApp.Dashboard).kind).toBe('attention');
  });
});

describe('options', () => {
  test('are asked for once a minute, with variables filled in', async () => {
    const asked = backend();
    const datasource = ledger();
    await datasource.getOptions({ list: 'units', scope: { units: ['$unit'] } });
    await datasource.getOptions({ list: 'units', scope: { units: ['$unit'] } });
    expect(asked).toEqual([
      {
        list: 'units',
        scope: { units: ['990100', '990200'], policies: [], domains: [], departments: [] },
        query: '',
        language: 'en-US',
      },
    ]);
  });

  test('that fail are told in one sentence', async () => {
    backend({ status: 400, data: { message: 'The password is wrong: enter it in the settings.' } });
    await expect(ledger().getOptions({ list: 'units' })).rejects.toThrow(
      'The password is wrong: enter it in the settings.'
    );
  });
});

describe('a query variable', () => {
  const request = (query: Partial<PolicyVariableQuery>) =>
    ({
      targets: [{ refId: 'unit', list: 'units', ...query }],
      scopedVars: {},
    }) as DataQueryRequest<PolicyVariableQuery>;
  const query = (request: DataQueryRequest<PolicyVariableQuery>) =>
    firstValueFrom(new PolicyVariables(ledger()).query(request));

  test('shows names and holds ids', async () => {
    expect((await query(request({}))).data).toEqual([
      { value: '990000', text: 'Dongling Province' },
      { value: '990100', text: 'Qingyang City' },
    ]);
  });

  test('hangs on other variables', async () => {
    const asked = backend();
    await query(request({ scope: { units: ['$unit'], tiers: [4] } }));
    expect(asked[0].scope).toMatchObject({ units: ['990100', '990200'], tiers: [4] });
  });

  test('fails with the backend’s sentence', async () => {
    backend({ data: { message: 'The schema is missing: run the migration.' } });
    await expect(query(request({}))).rejects.toThrow('The schema is missing: run the migration.');
  });
});
