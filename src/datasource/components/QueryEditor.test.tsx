import React from 'react';
import { screen, waitFor } from '@testing-library/react';
import { CoreApp } from '@grafana/data';
import type { PolicyQuery } from '../query';
import { backend, ledger, render, variables } from '../testing';
import { AnnotationEditor } from './AnnotationEditor';
import { QueryEditor } from './QueryEditor';

function editor(query: Partial<PolicyQuery>, app = CoreApp.Dashboard) {
  const datasource = ledger();
  const run = jest.fn();
  const view = render<PolicyQuery>({ refId: 'A', ...query } as PolicyQuery, (current, tell) => (
    <QueryEditor datasource={datasource} query={current} app={app} onChange={tell} onRunQuery={run} />
  ));
  return { run, ...view };
}

beforeEach(() => {
  backend();
  variables({ unit: '990100' });
});

test('a new panel’s query asks what needs attention, and says so', () => {
  const { last } = editor({});
  expect(last()).toMatchObject({ kind: 'attention', view: 'rows', format: 'table' });
  expect(screen.getByText(/^What needs attention in the whole jurisdiction/)).toBeInTheDocument();
});

test('a new alert rule’s query warns by days overdue', () => {
  const { last } = editor({}, CoreApp.UnifiedAlerting);
  expect(last()).toMatchObject({ kind: 'tasks', format: 'alert', measure: 'overdue_days' });
  expect(screen.getByRole('combobox', { name: 'Warn by' })).toHaveValue('Days overdue');
});

test('only what fits the kind is shown', async () => {
  const { user } = editor({ kind: 'tasks' });
  expect(screen.getByRole('combobox', { name: 'Departments' })).toBeInTheDocument();
  expect(screen.queryByRole('combobox', { name: 'Risk categories' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'Risks' }));
  expect(screen.getByRole('combobox', { name: 'Risk categories' })).toBeInTheDocument();
  expect(screen.queryByRole('combobox', { name: 'Indicators' })).not.toBeInTheDocument();
});

test('switching the kind drops its filters and runs the query', async () => {
  const { user, last, run } = editor({ kind: 'tasks', statuses: ['overdue'], scope: { units: ['990100'] } });
  await user.click(screen.getByRole('radio', { name: 'Reports' }));
  expect(last()).toMatchObject({ kind: 'reports', scope: { units: ['990100'] }, statuses: [] });
  expect(run).toHaveBeenCalled();
});

test('a unit is found by part of its name and chosen', async () => {
  const { user, last } = editor({ kind: 'tasks' });
  await user.type(screen.getByRole('combobox', { name: 'Units' }), 'Qing');
  await user.click(await screen.findByRole('option', { name: /Qingyang City/ }));
  expect(last()?.scope?.units).toEqual(['990100']);
  expect(await screen.findByText(/^Tasks in Qingyang City and the units below/)).toBeInTheDocument();
});

test('a dashboard variable can be chosen instead of a unit', async () => {
  const { user, last } = editor({ kind: 'tasks' });
  await user.click(screen.getByRole('combobox', { name: 'Units' }));
  await user.click(await screen.findByRole('option', { name: '$unit' }));
  expect(last()?.scope?.units).toEqual(['$unit']);
});

test('stored ids are shown by their names', async () => {
  editor({ kind: 'tasks', scope: { units: ['990100'], departments: ['housing'] } });
  expect(
    await screen.findByText(
      'Tasks in Qingyang City and the units below, led by Housing, as of the end of the time range: one row per task.'
    )
  ).toBeInTheDocument();
});

test('the units below can be left out, and the department’s role chosen', async () => {
  const { user, last } = editor({ kind: 'tasks', scope: { units: ['990100'], departments: ['housing'] } });
  await user.click(screen.getByRole('radio', { name: 'Left out' }));
  await user.click(screen.getByRole('radio', { name: 'Supports' }));
  expect(last()?.scope).toMatchObject({ subordinates: false, departmentRole: 'support' });
});

test('an alert asks for a measure and hides the row limit', async () => {
  const { user, last } = editor({ kind: 'risks' });
  expect(screen.getByRole('spinbutton', { name: 'Rows at most' })).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'Alert' }));
  expect(last()).toMatchObject({ format: 'alert', measure: 'levels_above_appetite' });
  expect(screen.queryByRole('spinbutton', { name: 'Rows at most' })).not.toBeInTheDocument();
});

test('what is of the whole ledger cannot be narrowed', async () => {
  const { user, last } = editor({ kind: 'reports', format: 'alert', measure: 'late_days', scope: { units: ['990100'] } });
  await user.click(screen.getByRole('combobox', { name: 'Warn by' }));
  await user.click(await screen.findByRole('option', { name: 'Days since the last import' }));
  expect(last()).toMatchObject({ measure: 'days_since_import', scope: {} });
  expect(screen.queryByRole('combobox', { name: 'Units' })).not.toBeInTheDocument();
  expect(screen.getByText(/^Reports that are due in the whole jurisdiction/)).toBeInTheDocument();
});

test('months are told when they are entered, and refused beyond ten years', async () => {
  const { user, last, told } = editor({ kind: 'tasks', view: 'trend' });
  const months = screen.getByRole('spinbutton', { name: 'Months back' });
  await user.type(months, '36{Enter}');
  expect(last()?.months).toBe(36);
  told.mockClear();
  await user.clear(months);
  await user.type(months, '121{Enter}');
  expect(told).not.toHaveBeenCalled();
  expect(screen.getByText('Enter a whole number from 1 to 120.')).toBeInTheDocument();
});

test('a backend that cannot be reached is told in one sentence, and variables can still be chosen', async () => {
  backend({ data: { message: 'The database does not answer: start it, or correct the address.' } });
  const { user, last } = editor({ kind: 'tasks', scope: { units: ['990100'] } });
  expect(
    await screen.findByText('The database does not answer: start it, or correct the address.')
  ).toBeInTheDocument();
  await user.click(screen.getByRole('combobox', { name: 'Departments' }));
  await user.click(await screen.findByRole('option', { name: '$unit' }));
  expect(last()?.scope).toMatchObject({ units: ['990100'], departments: ['$unit'] });
});

test('the sentence goes when the backend is back', async () => {
  backend({ data: { message: 'The database does not answer.' } });
  const { user } = editor({ kind: 'tasks', scope: { units: ['990100'] } });
  await screen.findByText('The database does not answer.');
  backend();
  await user.click(screen.getByRole('combobox', { name: 'Domains' }));
  await waitFor(() => expect(screen.queryByText('The database does not answer.')).not.toBeInTheDocument());
});

test('a query that an older version stored is shown as it is meant, and stored anew with the next change', async () => {
  const { user, last } = editor({ kind: 'risks', format: 'alert' });
  expect(screen.getByRole('combobox', { name: 'Warn by' })).toHaveValue('Levels above the appetite');
  await user.click(screen.getByRole('combobox', { name: 'Units' }));
  await user.click(await screen.findByRole('option', { name: '$unit' }));
  expect(last()).toMatchObject({ schemaVersion: 1, measure: 'levels_above_appetite' });
});

describe('the editor of annotations', () => {
  function annotations(query: Partial<PolicyQuery>) {
    const datasource = ledger();
    return render<PolicyQuery>({ refId: 'Anno', ...query } as PolicyQuery, (current, tell) => (
      <AnnotationEditor datasource={datasource} query={current} onChange={tell} onRunQuery={() => {}} />
    ));
  }

  test('offers events only, and begins with phases and policies', () => {
    const { last } = annotations({});
    expect(last()).toMatchObject({
      kind: 'annotations',
      events: expect.arrayContaining(['phase_end', 'policy_issued']),
    });
    expect(screen.queryByRole('radio', { name: 'Tasks' })).not.toBeInTheDocument();
    expect(
      screen.getByText(/^Events in the whole jurisdiction, only A phase begins, A phase is due/)
    ).toBeInTheDocument();
  });

  test('narrows like a query', async () => {
    const { user, last } = annotations({ kind: 'annotations', events: ['extension'] });
    await user.click(screen.getByRole('combobox', { name: 'Units' }));
    await user.click(await screen.findByRole('option', { name: '$unit' }));
    await user.click(screen.getByRole('combobox', { name: 'Events' }));
    await user.click(await screen.findByRole('option', { name: 'Data are imported' }));
    expect(last()).toMatchObject({ scope: { units: ['$unit'] }, events: ['extension', 'import'] });
  });
});
