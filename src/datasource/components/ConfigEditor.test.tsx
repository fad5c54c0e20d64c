import React from 'react';
import { act, render as show, screen } from '@testing-library/react';
import type { DataSourceSettings } from '@grafana/data';
import { config, type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import type { PolicySecrets, PolicySettings } from '../settings';
import { backend, ledger, render, variables } from '../testing';
import { ConfigEditor } from './ConfigEditor';

type Settings = DataSourceSettings<PolicySettings, PolicySecrets>;

function editor(settings: Partial<Settings> = {}) {
  const start = { uid: 'ledger', version: 1, readOnly: false, jsonData: {}, secureJsonFields: {}, ...settings };
  return render<Settings>(start as Settings, (options, tell) => (
    <ConfigEditor options={options} onOptionsChange={tell} />
  ));
}

const saved = (version: number) =>
  ({ uid: 'ledger', version, readOnly: false, jsonData: {}, secureJsonFields: {} }) as unknown as Settings;

beforeEach(() => {
  backend({ data: { message: 'not set up yet' } });
  variables({});
  const datasource = ledger();
  setDataSourceSrv({ get: async () => datasource } as unknown as DataSourceSrv);
});

test('address, database and user are entered', async () => {
  const { user, last } = editor();
  await user.type(screen.getByLabelText(/^Address/), '10.0.0.5:5432');
  await user.type(screen.getByLabelText(/^Database/), 'ledger');
  await user.type(screen.getByLabelText(/^User/), 'grafana');
  expect(last()?.jsonData).toEqual({ host: '10.0.0.5:5432', database: 'ledger', user: 'grafana' });
});

test('the password goes among the secrets and can be set anew', async () => {
  const { user, last } = editor({ secureJsonFields: { password: true } });
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(last()?.secureJsonFields).toEqual({ password: false });
  await user.type(screen.getByLabelText(/^Password/), 'secret');
  expect(last()?.secureJsonData).toEqual({ password: 'secret' });
  expect(JSON.stringify(last()?.jsonData)).not.toContain('secret');
});

test('a certificate authority is asked for only where certificates are checked', async () => {
  const { user, last } = editor();
  expect(screen.getByLabelText(/^Certificate authority/)).toBeInTheDocument();
  await user.click(screen.getByRole('combobox', { name: /^Encryption/ }));
  await user.click(await screen.findByRole('option', { name: /^None/ }));
  expect(last()?.jsonData.sslMode).toBe('disable');
  expect(screen.queryByLabelText(/^Certificate authority/)).not.toBeInTheDocument();
});

test('a client certificate and its key go among the secrets', async () => {
  const { user, last } = editor();
  await user.type(screen.getByLabelText(/^Client certificate/), 'CERT');
  await user.type(screen.getByLabelText(/^Client key/), 'KEY');
  expect(last()?.secureJsonData).toEqual({ tlsClientCert: 'CERT', tlsClientKey: 'KEY' });
  expect(last()?.jsonData).toEqual({});
});

test('a certificate that is set is not shown, and can be taken away', async () => {
  const { user, last } = editor({ secureJsonFields: { tlsClientCert: true } });
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(last()).toMatchObject({ secureJsonFields: { tlsClientCert: false }, secureJsonData: { tlsClientCert: '' } });
});

describe('the proxy', () => {
  afterEach(() => {
    config.secureSocksDSProxyEnabled = false;
  });

  test('is offered only where Grafana’s server has one', async () => {
    editor();
    expect(screen.queryByLabelText(/^Secure SOCKS proxy/)).not.toBeInTheDocument();
  });

  test('is switched on', async () => {
    config.secureSocksDSProxyEnabled = true;
    const { user, last } = editor();
    await user.click(screen.getByLabelText(/^Secure SOCKS proxy/));
    expect(last()?.jsonData.enableSecureSocksProxy).toBe(true);
  });
});

test('no more connections are kept open than there may be', async () => {
  const { user, last, told } = editor({ jsonData: { maxConnections: 4 } });
  const idle = screen.getByRole('spinbutton', { name: /^Connections kept open/ });
  await user.type(idle, '5{Enter}');
  expect(screen.getByText('Enter a whole number from 0 to 4.')).toBeInTheDocument();
  expect(told).not.toHaveBeenCalled();
  await user.clear(idle);
  await user.type(idle, '4{Enter}');
  expect(last()?.jsonData.idleConnections).toBe(4);
});

test('keeping answers can be switched off with 0', async () => {
  const { user, last } = editor();
  await user.type(screen.getByRole('spinbutton', { name: /^Megabytes for kept answers/ }), '0{Enter}');
  expect(last()?.jsonData.memoryMegabytes).toBe(0);
});

test('before the data source answers, the jurisdiction is typed', async () => {
  const { user, last } = editor();
  await user.type(screen.getByRole('textbox', { name: /^Jurisdiction/ }), '*');
  expect(last()?.jsonData.jurisdiction).toBe('*');
});

test('once it answers, the jurisdiction is chosen by name', async () => {
  backend();
  const { user, last } = editor({ jsonData: { jurisdiction: '990000' } });
  const picker = await screen.findByRole('combobox', { name: /^Jurisdiction/ });
  expect(picker).toHaveValue('Dongling Province');
  await user.click(picker);
  await user.click(await screen.findByRole('option', { name: /Qingyang City/ }));
  expect(last()?.jsonData.jurisdiction).toBe('990100');
});

test('after a save the units are asked for anew, and once more when Grafana gives the new settings to the plugin', async () => {
  jest.useFakeTimers();
  const asked = backend();
  const { rerender } = show(<ConfigEditor options={saved(1)} onOptionsChange={jest.fn()} />);
  await act(() => jest.advanceTimersByTimeAsync(1_000));
  backend({ data: { message: 'as before the save' } });
  rerender(<ConfigEditor options={saved(2)} onOptionsChange={jest.fn()} />);
  await act(() => jest.advanceTimersByTimeAsync(1_000));
  expect(screen.getByRole('textbox', { name: /^Jurisdiction/ })).toBeInTheDocument();
  backend();
  await act(() => jest.advanceTimersByTimeAsync(6_000));
  expect(screen.getByRole('combobox', { name: /^Jurisdiction/ })).toBeInTheDocument();
  expect(asked).toHaveLength(1);
  jest.useRealTimers();
});

test('a limit out of range is refused in place', async () => {
  const { user, told } = editor();
  await user.type(screen.getByRole('spinbutton', { name: /^Rows of one answer/ }), '200001');
  await user.tab();
  expect(screen.getByText('Enter a whole number from 1 to 200,000.')).toBeInTheDocument();
  expect(told).not.toHaveBeenCalled();
});

test('what a provisioning file sets cannot be changed here', () => {
  editor({ readOnly: true, secureJsonFields: { password: true } });
  for (const input of [
    ...screen.getAllByRole('textbox'),
    ...screen.getAllByRole('combobox'),
    ...screen.getAllByRole('spinbutton'),
  ]) {
    expect(input).toBeDisabled();
  }
  expect(screen.getByPlaceholderText('is set')).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Reset' })).not.toBeInTheDocument();
});
