import React from 'react';
import { screen } from '@testing-library/react';
import type { PolicyVariableQuery } from '../options';
import { backend, ledger, render, variables } from '../testing';
import { VariableEditor } from './VariableEditor';

function editor(query: Partial<PolicyVariableQuery>) {
  const datasource = ledger();
  return render<PolicyVariableQuery>({ refId: '', ...query } as PolicyVariableQuery, (current, tell) => (
    <VariableEditor datasource={datasource} query={current} onChange={tell} onRunQuery={() => {}} />
  ));
}

beforeEach(() => {
  backend();
  variables({ province: '990000' });
});

test('a new variable offers units', () => {
  editor({});
  expect(screen.getByRole('combobox', { name: 'Offers' })).toHaveValue('Units');
  expect(screen.getByRole('combobox', { name: 'Within the unit' })).toBeInTheDocument();
});

test('the units of one variable lie within those of another', async () => {
  const { user, last } = editor({ list: 'units' });
  await user.click(screen.getByRole('combobox', { name: 'Within the unit' }));
  await user.click(await screen.findByRole('option', { name: '$province' }));
  expect(last()).toEqual({ refId: 'options', list: 'units', scope: { units: ['$province'] } });
});

test('choosing another list drops what does not narrow it', async () => {
  const { user, last } = editor({ list: 'policies', scope: { units: ['990000'], domains: ['services'] } });
  await user.click(screen.getByRole('combobox', { name: 'Offers' }));
  await user.click(await screen.findByRole('option', { name: 'Units' }));
  expect(last()).toMatchObject({ list: 'units', scope: { units: ['990000'] } });
  expect(last()?.scope).not.toHaveProperty('domains');
  expect(screen.queryByRole('combobox', { name: 'Domains' })).not.toBeInTheDocument();
});

test('a backend that cannot be reached is told in one sentence', async () => {
  backend({ data: { message: 'The password is wrong: enter it in the settings.' } });
  editor({ list: 'units', scope: { units: ['990000'] } });
  expect(await screen.findByText('The password is wrong: enter it in the settings.')).toBeInTheDocument();
});
