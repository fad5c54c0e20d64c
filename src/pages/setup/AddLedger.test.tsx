import { screen } from '@testing-library/react';
import React from 'react';
import { type BackendSrv, setBackendSrv } from '@grafana/runtime';
import { render } from '../testing';
import { AddLedger } from './AddLedger';

const grafanaAdds = (post: jest.Mock) => setBackendSrv({ post } as unknown as BackendSrv);

test('a first data source is added by a button, which leads on to its settings', async () => {
  const post = jest.fn(async () => ({ datasource: { uid: 'new1' } }));
  grafanaAdds(post);
  const open = jest.fn();
  const { user } = render(<AddLedger open={open} />);
  await user.click(screen.getByRole('button', { name: 'Add a data source' }));
  expect(post).toHaveBeenCalledWith(
    '/api/datasources',
    { name: 'Policy ledger', type: 'shigan-policy-datasource', access: 'proxy' },
    expect.anything()
  );
  expect(open).toHaveBeenCalledWith('/connections/datasources/edit/new1');
});

test('where Grafana refuses, the page says so and how to add it by hand', async () => {
  grafanaAdds(jest.fn(async () => Promise.reject({ status: 409 })));
  const { user } = render(<AddLedger />);
  await user.click(screen.getByRole('button', { name: 'Add a data source' }));
  expect(await screen.findByText(/did not add the data source: add one .* under Connections/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Add a data source' })).toBeEnabled();
});
