import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { config } from '@grafana/runtime';
import type { SetupReport } from '../readSetup';
import { grafanaAnswers, grafanaWith, READY, render } from '../testing';
import { SetupPage } from './SetupPage';

const evaluated = { health: 'ok', lastEvaluation: '2026-11-24T08:00:00Z' };
const RULES = {
  data: {
    groups: [
      {
        name: 'shigan-tasks',
        rules: [{ ...evaluated, alerts: [{ state: 'Alerting' }, { state: 'Normal' }] }, evaluated],
      },
      { name: 'others', rules: [{ health: 'error' }] },
    ],
  },
};
const ROUTES = {
  receiver: 'grafana-default-email',
  routes: [
    {
      receiver: 'grafana-default-email',
      object_matchers: [['product', '=', 'shigan']],
      routes: [
        { receiver: 'gateway', object_matchers: [['product', '!=', 'shiganhttp://gateway']], continue: true },
        { receiver: 'robot', object_matchers: [['product', '!=', 'shigan']], continue: true },
        { receiver: 'mail', object_matchers: [['product', '=~', 'shi.*']], continue: true },
      ],
    },
  ],
};
const SIX = Array.from({ length: 6 }, (_, n) => ({ uid: `shigan-${n}` }));

/** Grafana's own answers, with what a test changes. */
function grafanaHas({ dashboards = SIX, rules = RULES, routes = ROUTES }: Record<string, unknown> = {}) {
  grafanaAnswers((url) => (url.startsWith('/api/search') ? dashboards : url.endsWith('/rules') ? rules : routes));
}
const rulesOf = (...rules: object[]) => ({ data: { groups: [{ name: 'shigan-x', rules }] } });
const stepOf = async (title: string) => (await screen.findByText(title)).closest('li')!;
const ledgerOf = (setup: Partial<SetupReport>) => ({
  uid: 'l1',
  name: 'Ledger one',
  jsonData: { host: 'db.example', database: 'ledger', user: 'grafana', sslMode: 'verify-full' },
  setup: { ...READY, ...setup },
});
/** A report in which this step is the first that is missing. */
const missing = (id: string, message: string, fix: string) => {
  const at = READY.steps.findIndex((step) => step.id === id);
  return READY.steps.map((step, n) =>
    n < at ? step : n > at ? { ...step, ok: false } : { ...step, ok: false, message, fix }
  );
};

beforeEach(() => {
  grafanaHas();
  config.bootData = { user: { orgRole: 'Admin' } } as typeof config.bootData;
});

test('everything in place has its tick, and the ledger says what it holds', async () => {
  grafanaWith({ uid: 'l1', name: 'Ledger one' });
  render(<SetupPage />);
  await waitFor(() => expect(screen.getAllByRole('img', { name: 'In place' })).toHaveLength(6));
  expect(
    screen.getByText('2 alert rules watch the ledger; 1 alerts now. They go to gateway, mail.')
  ).toBeInTheDocument();
  expect(screen.getByText('All 6 dashboards are installed.')).toBeInTheDocument();
  expect(screen.getByText('2026-10-31')).toBeInTheDocument();
  expect(screen.getByText('the whole ledger')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open the overview' })).toHaveAttribute(
    'href',
    '/a/shigan-policy-app/overview?datasource=l1'
  );
});

describe('an empty database', () => {
  const before = global.fetch;
  afterEach(() => {
    global.fetch = before;
  });
  const empty = () =>
    ledgerOf({
      schema: 'missing',
      script: '0123456789ab',
      steps: missing('schema', 'The database holds no ledger yet.', 'Install it.'),
    });

  test('is given the schema by a button, step by step, and is checked again at once', async () => {
    const sent: string[] = [];
    global.fetch = (async (_: string, { body }: { body: string }) => {
      sent.push(body);
      const lines = ['{"step":"0001_dimensions.sql"}\n', '{"done":true,"message":"The schema is of this version."}\n'];
      const left = lines.map((line) => new TextEncoder().encode(line));
      grafanaWith(ledgerOf({ schema: 'current' }));
      return {
        ok: true,
        body: { getReader: () => ({ read: async () => ({ value: left.shift(), done: left.length === 0 }) }) },
      };
    }) as unknown as typeof fetch;
    grafanaWith(empty());
    const { user } = render(<SetupPage />);
    await user.type(await screen.findByLabelText('Database user'), 'postgres');
    await user.type(screen.getByLabelText('Password'), 'secret');
    await user.click(screen.getByRole('button', { name: 'Install the schema' }));
    await waitFor(() => expect(screen.getAllByRole('img', { name: 'In place' })).toHaveLength(6));
    expect(sent).toEqual(['{"user":"postgres","password":"secret"}']);
  });

  test('a refused installation says why and forgets the password', async () => {
    global.fetch = (async () => ({
      ok: false,
      json: async () => ({ message: 'The password of postgres is wrong: enter it again.' }),
    })) as unknown as typeof fetch;
    grafanaWith(empty());
    const { user } = render(<SetupPage />);
    await user.type(await screen.findByLabelText('Password'), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Install the schema' }));
    expect(await screen.findByText('The password of postgres is wrong: enter it again.')).toBeInTheDocument();
    expect(screen.getByLabelText('Password')).toHaveValue('');
  });

  test('is given the schema by an administrator of the database, with one file of the server’s version and one command', async () => {
    grafanaWith(empty());
    render(<SetupPage />);
    expect(await screen.findByRole('link', { name: 'Download ledger.sql' })).toHaveAttribute(
      'href',
      expect.stringContaining('/public/plugins/shigan-policy-datasource/ledger.sql?v=0123456789ab')
    );
    expect(screen.getByLabelText('Command for the administrator')).toHaveTextContent(
      "PGOPTIONS='-c ledger.reader=grafana' psql -v ON_ERROR_STOP=1 -f ledger.sql 'postgresql://postgres:PASSWORD@db.example:5432/ledger?sslmode=verify-full&sslrootcert=ca.pem'"
    );
  });

  test('cannot be given the schema by who is no Admin', async () => {
    config.bootData = { user: { orgRole: 'Viewer' } } as typeof config.bootData;
    grafanaWith(empty());
    render(<SetupPage />);
    await screen.findByRole('link', { name: 'Download ledger.sql' });
    expect(screen.queryByRole('button', { name: 'Install the schema' })).not.toBeInTheDocument();
  });
});

test('a schema of an earlier version can be upgraded while the ledger is read', async () => {
  grafanaWith(ledgerOf({ schema: 'older' }));
  render(<SetupPage />);
  expect(await screen.findByRole('button', { name: 'Upgrade the schema' })).toBeInTheDocument();
  expect(await stepOf("The ledger's schema")).toHaveTextContent('The schema is of an earlier version than the plugin.');
  expect(screen.getByRole('link', { name: 'Open the overview' })).toBeInTheDocument();
});

test('a schema of a later version wants a newer plugin', async () => {
  grafanaWith(ledgerOf({ schema: 'newer' }));
  render(<SetupPage />);
  expect(await screen.findByText('Upgrade the plugin.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Upgrade the schema' })).not.toBeInTheDocument();
});

test('a user who may not read is told by which command he may', async () => {
  grafanaWith(ledgerOf({ steps: missing('roles', 'The user grafana may not act as ledger_reader.', 'Grant it.') }));
  render(<SetupPage />);
  expect(await screen.findByText('GRANT ledger_reader TO "grafana";')).toBeInTheDocument();
});

test('an empty ledger shows how to import, and ticks by itself when data has come', async () => {
  grafanaWith(ledgerOf({ steps: missing('data', 'The ledger is empty.', 'Import a workbook.') }));
  render(<SetupPage />);
  expect(
    await screen.findByText(/^DATABASE_URL='postgresql:\/\/ledger_import:PASSWORD@db.example:5432\/ledger/)
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Download the empty workbook' })).toBeInTheDocument();
  grafanaWith(ledgerOf({}));
  await waitFor(() => expect(screen.getAllByRole('img', { name: 'In place' })).toHaveLength(6), { timeout: 15_000 });
}, 30_000);

test('some dashboards of six, a rule that fails, one not evaluated, none that is routed: each is told apart', async () => {
  grafanaWith({ uid: 'l1' });
  grafanaHas({
    dashboards: SIX.slice(2),
    rules: rulesOf({ ...evaluated, name: 'Overdue', health: 'error', lastError: 'no ledger' }),
  });
  const { unmount } = render(<SetupPage />);
  expect(await screen.findByText('4 of 6 dashboards are installed.')).toBeInTheDocument();
  expect(await screen.findByText('1 of 1 alert rules fail; the first is “Overdue”.')).toBeInTheDocument();
  expect(screen.getByText('no ledger')).toBeInTheDocument();
  unmount();
  grafanaHas({ rules: rulesOf(evaluated, { health: 'ok', lastEvaluation: '0001-01-01T00:00:00Z' }) });
  const second = render(<SetupPage />);
  expect(await screen.findByText(/^1 of 2 alert rules were not evaluated yet/)).toBeInTheDocument();
  second.unmount();
  grafanaHas({ routes: { receiver: 'grafana-default-email' } });
  render(<SetupPage />);
  expect(await screen.findByText(/but no notification policy is made for them\.$/)).toBeInTheDocument();
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
  grafanaHas({ dashboards: [], rules: rulesOf() });
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

test('without a data source the page offers to add one', () => {
  grafanaWith();
  render(<SetupPage />);
  expect(screen.getByText('There is no data source of the type Policy ledger yet.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Add a data source' })).toBeEnabled();
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
