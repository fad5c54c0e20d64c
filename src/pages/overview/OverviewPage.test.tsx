import { screen, within } from '@testing-library/react';
import React from 'react';
import { locationService } from '@grafana/runtime';
import type { PolicyQuery } from '../../datasource/query';
import type { Row } from '../rows';
import { type FakeLedger, grafanaWith, READY, render } from '../testing';
import { OverviewPage } from './OverviewPage';

const UNITS = [
  { value: '990000', label: 'Province' },
  { value: '990100', label: 'City A', parent: '990000', description: 'Province' },
  { value: '990200', label: 'City B', parent: '990000', description: 'Province' },
];
const DOMAINS = [{ value: 'services', label: 'Services' }];
const TASK = {
  register: 'task',
  item_id: 't1',
  title: 'Renew old housing',
  unit_id: '990100',
  unit: 'City A',
  department_id: 'housing',
  department: 'Housing',
  officer: 'Wang',
  status: 'overdue',
  light: 'red',
  days: 46,
  detail: '46 days overdue, after one extension.',
};

function answer({ refId, kind }: PolicyQuery): Row[] {
  switch (refId) {
    case 'headline':
      return [];
    case 'attention':
      return [TASK];
    case 'grid':
      return [
        { unit_id: '990100', domain_id: 'services', light: 'red' },
        { unit_id: '990200', domain_id: 'services', light: 'green' },
      ];
    case 'targets':
      return [{ total: 2, green: 1, yellow: 0, red: 1, grey: 0 }];
    case 'risks':
      return [{ total: 3, above_appetite: 1, review_overdue: 0 }];
    case 'reports':
      return [];
    default:
      return kind === 'tasks'
        ? [{ overdue: 7, due: 10, delay_rate: 0.8, original_delay_rate: 0.9, ageing_1_7: 1, ageing_over_60: 6 }]
        : [];
  }
}

const ledger = (change: Partial<FakeLedger> = {}): FakeLedger => ({
  uid: 'l1',
  name: 'Ledger one',
  units: UNITS,
  domains: DOMAINS,
  answer,
  ...change,
});

test('a leader sees five numbers, each leading to its rows', async () => {
  grafanaWith(ledger());
  render(<OverviewPage />, '/?asOf=2026-10-31');
  const tile = await screen.findByRole('region', { name: 'Overdue tasks / due' });
  expect(tile).toHaveTextContent('7');
  expect(tile).toHaveTextContent('delay rate 80.0%');
  const url = within(tile).getByRole('link').getAttribute('href')!;
  expect(url).toMatch(/^\/d\/shigan-tasks-en\?/);
  expect(new URLSearchParams(url.split('?')[1]).get('var-unit')).toBe('990000');
});

test('what needs attention says what, where, why, who, how late, and what to do next', async () => {
  grafanaWith(ledger());
  render(<OverviewPage />, '/?asOf=2026-10-31');
  const list = await screen.findByRole('region', { name: 'What needs attention now' });
  const line = await within(list).findByRole('listitem');
  for (const words of ['City A', '46 days overdue, after one extension.', 'Housing Wang', '46 d overdue']) {
    expect(line).toHaveTextContent(words);
  }
  const next = within(line).getByRole('link', { name: 'Follow up: Renew old housing' });
  expect(next.getAttribute('href')).toContain('var-department=housing');
});

test('the units below are compared by domain and by arrears', async () => {
  const { asked } = grafanaWith(ledger());
  render(<OverviewPage />, '/?asOf=2026-10-31');
  const cell = await screen.findByRole('link', { name: 'City A, Services: 0 green, 0 yellow, 1 red, 0 not known' });
  expect(cell.getAttribute('href')).toContain('var-domain=services');
  const delivery = screen.getByRole('region', { name: 'Who delivers' });
  expect(within(delivery).getByRole('row', { name: /City B.*7 \/ 10/ })).toHaveTextContent('80.0%');
  expect(asked.find(({ refId }) => refId === 'tasks_990200')?.scope).toEqual({ units: ['990200'], subordinates: true });
});

test('everything is judged as of the day in the URL and of the unit in the URL', async () => {
  const { asked } = grafanaWith(ledger());
  render(<OverviewPage />, '/?asOf=2026-06-30&unit=990100');
  await screen.findByRole('region', { name: 'Overdue tasks / due' });
  expect(asked.length).toBeGreaterThan(0);
  asked.forEach(({ asOf, scope }) => {
    expect(asOf).toBe('2026-06-30');
    expect(scope?.units).toEqual(['990100']);
  });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Policy execution monitor / City A');
});

test('a dashboard’s link brings its unit and the end of its time range along, until the reader changes them', async () => {
  const { asked } = grafanaWith(ledger());
  locationService.push('/?var-unit=990100&from=1700000000000&to=1782820800000');
  const { user } = render(<OverviewPage />, '/?var-unit=990100&from=1700000000000&to=1782820800000');
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('City A');
  expect(asked[0].asOf).toBe('2026-06-30');
  await user.click(screen.getByRole('button', { name: 'Today' }));
  expect(locationService.getSearchObject()).toEqual({ 'var-unit': '990100' });
});

test('a unit without units below says so', async () => {
  grafanaWith(ledger());
  render(<OverviewPage />, '/?unit=990100');
  expect(await screen.findByText(/There is no unit below this one: its targets/)).toBeInTheDocument();
});

test('a reader can go back to the latest day that the ledger has data of', async () => {
  grafanaWith(ledger());
  const { user } = render(<OverviewPage />, '/?asOf=2026-11-20');
  await user.click(await screen.findByRole('button', { name: 'Data until 2026-10-31' }));
  expect(locationService.getSearchObject().asOf).toBe('2026-10-31');
});

test('with nothing to act on the page says so', async () => {
  grafanaWith(ledger({ answer: (query) => (query.refId === 'attention' ? [] : answer(query)) }));
  render(<OverviewPage />);
  expect(await screen.findByText(/^Nothing to act on/)).toBeInTheDocument();
});

test('one question that fails leaves the rest of the page standing', async () => {
  const slow = new Error('The query took longer than 30 s: choose a smaller unit.');
  grafanaWith(ledger({ answer: (query) => (query.refId === 'attention' ? slow : answer(query)) }));
  render(<OverviewPage />);
  const list = await screen.findByRole('region', { name: 'What needs attention now' });
  expect(await within(list).findByRole('alert')).toHaveTextContent(slow.message);
  expect(screen.getByRole('region', { name: 'Overdue tasks / due' })).toHaveTextContent('7');
});

test('without a ledger the page leads to Setup', async () => {
  grafanaWith({ uid: 'prometheus', type: 'prometheus' });
  render(<OverviewPage />);
  expect(screen.getByText('No policy ledger is connected yet.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open Setup' })).toHaveAttribute('href', '/a/shigan-policy-app/setup');
});

test('a ledger that is not ready says what is missing, what to do, and leads to Setup', async () => {
  const steps = [
    { id: 'connection' as const, ok: true, message: 'PostgreSQL 18 answers.' },
    { id: 'schema' as const, ok: false, message: 'The database holds no ledger.', fix: 'Run the migration.' },
  ];
  grafanaWith(ledger({ setup: { ...READY, steps } }));
  render(<OverviewPage />);
  expect(await screen.findByText('The database holds no ledger.')).toBeInTheDocument();
  expect(screen.getByText('Run the migration.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open Setup' }).getAttribute('href')).toContain('datasource=l1');
});

test('a ledger that cannot be reached says so in one sentence', async () => {
  grafanaWith(ledger({ setup: new Error('The plugin is not running: restart Grafana.') }));
  render(<OverviewPage />);
  expect(await screen.findByText('The plugin is not running: restart Grafana.')).toBeInTheDocument();
});

test('a ledger without units says what to import', async () => {
  grafanaWith(ledger({ units: [] }));
  render(<OverviewPage />);
  expect(await screen.findByText('The ledger holds no unit yet.')).toBeInTheDocument();
});

test('while it loads, the page keeps its layout', () => {
  grafanaWith(ledger());
  render(<OverviewPage />);
  expect(screen.getAllByText('Loading…').length).toBeGreaterThan(5);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Ledger one');
});
