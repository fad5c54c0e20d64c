import { screen, within } from '@testing-library/react';
import React from 'react';
import { grafanaAnswers, grafanaWith, READY, render } from '../testing';
import { SetupPage } from './SetupPage';

const RULES = {
  data: {
    groups: [
      { name: 'shigan-tasks', rules: [{}, {}] },
      { name: 'others', rules: [{}] },
    ],
  },
};
const everything = (url: string) => (url.startsWith('/api/search') ? [{ uid: 'shigan-overview-en' }] : RULES);
const stepOf = async (title: string) => (await screen.findByText(title)).closest('li')!;

beforeEach(() => grafanaAnswers(everything));

test('everything in place has its tick, and the ledger says what it holds', async () => {
  grafanaWith({ uid: 'l1', name: 'Ledger one' });
  render(<SetupPage />);
  expect(await screen.findAllByRole('img', { name: 'In place' })).toHaveLength(6);
  expect(screen.getByText('2 alert rules watch the ledger.')).toBeInTheDocument();
  expect(screen.getByText('2026-10-31')).toBeInTheDocument();
  expect(screen.getByText('the whole ledger')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open the overview' })).toHaveAttribute(
    'href',
    '/a/shigan-policy-app/overview?datasource=l1'
  );
});

test('the first step that fails says what to do, and those after it wait', async () => {
  const steps = [
    { id: 'connection' as const, ok: true, message: 'PostgreSQL 18 answers.' },
    { id: 'schema' as const, ok: false, message: 'The database holds no ledger.', fix: 'Run the migration.' },
  ];
  grafanaWith({ uid: 'l1', setup: { ...READY, steps } });
  render(<SetupPage />);
  const schema = await stepOf("The ledger's schema");
  expect(await within(schema).findByRole('img', { name: 'Not in place' })).toBeInTheDocument();
  expect(schema).toHaveTextContent('Run the migration.');
  expect(within(await stepOf('Data')).getByRole('img', { name: 'Not known' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Open the overview' })).not.toBeInTheDocument();
});

test('a data source that does not answer fails its connection, in one sentence', async () => {
  grafanaWith({ uid: 'l1', setup: new Error('The plugin is not running: restart Grafana.') });
  render(<SetupPage />);
  const connection = await stepOf('Connection to PostgreSQL');
  expect(await within(connection).findByRole('img', { name: 'Not in place' })).toBeInTheDocument();
  expect(connection).toHaveTextContent('The plugin is not running: restart Grafana.');
});

test('without dashboards and rules the page says how to get them', async () => {
  grafanaWith({ uid: 'l1' });
  grafanaAnswers((url) => (url.startsWith('/api/search') ? [] : { data: { groups: [] } }));
  render(<SetupPage />);
  expect(await screen.findByText(/^Enable the app in its plugin settings/)).toBeInTheDocument();
  expect(await screen.findByText(/^Copy provisioning\/alerting/)).toBeInTheDocument();
});

test('a host without dashboards’ or alerting’s API claims nothing', async () => {
  grafanaWith({ uid: 'l1' });
  grafanaAnswers(() => new Error('404'));
  render(<SetupPage />);
  expect(await screen.findByText('Whether the dashboards are installed cannot be told here.')).toBeInTheDocument();
  expect(await screen.findByText('Whether alert rules are installed cannot be told here.')).toBeInTheDocument();
});

test('without a data source the page says how to add one', () => {
  grafanaWith();
  render(<SetupPage />);
  expect(screen.getByRole('link', { name: 'Add a data source' })).toHaveAttribute(
    'href',
    '/connections/datasources/shigan-policy-datasource'
  );
});

test('of several ledgers the one in the URL is checked, and its settings are at hand', async () => {
  grafanaWith({ uid: 'l1', name: 'One', isDefault: true }, { uid: 'l2', name: 'Two' });
  render(<SetupPage />, '/?datasource=l2');
  expect(await screen.findByRole('link', { name: 'Settings of Two' })).toHaveAttribute(
    'href',
    '/connections/datasources/edit/l2'
  );
});

test('a repaired ledger is checked again', async () => {
  grafanaWith({ uid: 'l1', setup: new Error('The plugin is not running: restart Grafana.') });
  const { user } = render(<SetupPage />);
  await screen.findByText('The plugin is not running: restart Grafana.');
  grafanaWith({ uid: 'l1' });
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByText('The connection is in place.')).toBeInTheDocument();
});
