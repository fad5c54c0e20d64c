import { firstValueFrom } from 'rxjs';
import { type AnnotationQuery, CoreApp, type DataQueryRequest } from '@grafana/data';
import { isMigrationHandler, migrateQuery as migrateByGrafana } from '@grafana/runtime';
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

describe('the filters of a dashboard', () => {
  const filters = [
    { key: 'unit', operator: '=', value: '990100' },
    { key: 'status', operator: '=|', value: 'overdue', values: ['overdue', 'due_soon'] },
  ];

  test('go with the query, for the backend to merge with its lists', () => {
    expect(ledger().applyTemplateVariables({ refId: 'A', kind: 'tasks' }, {}, filters).adHoc).toEqual([
      { key: 'unit', operator: '=', values: ['990100'] },
      { key: 'status', operator: '=|', values: ['overdue', 'due_soon'] },
    ]);
    expect(ledger().applyTemplateVariables({ refId: 'A', kind: 'tasks' }, {}, [])).not.toHaveProperty('adHoc');
  });

  test('are offered by name, with names as values', async () => {
    expect(await ledger().getTagKeys()).toEqual([
      { value: 'unit', text: 'Unit' },
      { value: 'status', text: 'Status' },
    ]);
    expect(await ledger().getTagValues({ key: 'status', filters: [] })).toEqual([
      { value: 'overdue', text: 'Overdue' },
    ]);
    expect(await ledger().getTagValues({ key: 'officer', filters: [] })).toEqual([]);
  });

  test('offer only values within the other filters', async () => {
    const asked = backend();
    await ledger().getTagValues({ key: 'status', filters });
    expect(asked[0]).toMatchObject({ list: 'statuses', scope: { units: ['990100'] } });
    await ledger().getTagValues({ key: 'unit', filters });
    expect(asked[1]).toMatchObject({ list: 'units', scope: { units: [] } });
  });

  test('that cannot be had are told in one sentence', async () => {
    backend({ data: { message: 'The password is wrong: enter it in the settings.' } });
    await expect(ledger().getTagKeys()).rejects.toThrow('The password is wrong: enter it in the settings.');
  });
});

describe('a query that an older version stored', () => {
  const older = { refId: 'A', kind: 'risks', format: 'alert' } as PolicyQuery;

  test('goes to the backend brought up to date', () => {
    expect(ledger().applyTemplateVariables(older, {})).toMatchObject({
      schemaVersion: 1,
      view: 'rows',
      measure: 'levels_above_appetite',
    });
    expect(ledger().filterQuery(older)).toBe(true);
  });

  test('is told to Grafana as such, which leaves the migration to the data source', async () => {
    const datasource = ledger();
    expect(isMigrationHandler(datasource)).toBe(true);
    expect(datasource.shouldMigrate(older)).toBe(true);
    expect(datasource.shouldMigrate({ ...older, schemaVersion: 1 })).toBe(false);
    expect(await migrateByGrafana(datasource, older)).toBe(older);
  });
});

describe('annotations', () => {
  const prepared = (annotation: Partial<AnnotationQuery<PolicyQuery>>) =>
    ledger().annotations.prepareAnnotation!(annotation).target;

  test('begin with phases and policies', () => {
    expect(ledger().annotations.getDefaultQuery!()).toMatchObject({
      kind: 'annotations',
      events: ['phase_start', 'phase_end', 'policy_issued', 'policy_effective', 'policy_end'],
    });
    expect(prepared({ name: 'New' })).toMatchObject({ refId: 'Anno', kind: 'annotations' });
  });

  test('keep what was chosen', () => {
    const target: PolicyQuery = { refId: 'Anno', kind: 'annotations', events: ['extension'] };
    expect(prepared({ name: 'Extensions', target })).toBe(target);
  });

  test('have their variables filled in', () => {
    const target: PolicyQuery = {
      refId: 'Anno',
      kind: 'annotations',
      scope: { units: ['$unit'] },
      events: ['extension'],
    };
    expect(ledger().applyTemplateVariables(target, {})).toMatchObject({
      scope: { units: ['990100', '990200'] },
      events: ['extension'],
    });
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
