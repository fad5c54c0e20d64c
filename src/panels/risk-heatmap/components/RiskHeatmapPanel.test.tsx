import {
  ActionType,
  dateTime,
  EventBusSrv,
  FieldType,
  HttpRequestMethod,
  LoadingState,
  type PanelProps,
  toDataFrame,
} from '@grafana/data';
import { locationService, setTemplateSrv } from '@grafana/runtime';
import { PanelContextProvider } from '@grafana/ui';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { DEFAULTS, type HeatmapOptions, withDefaults } from '../options';
import { RiskHeatmapPanel } from './RiskHeatmapPanel';

// jsdom lays nothing out, so there is nothing to observe.
setTemplateSrv({ getVariables: () => [] } as unknown as Parameters<typeof setTemplateSrv>[0]);
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

const columns = {
  risk_id: ['R-1', 'R-2', 'R-3', 'R-4'],
  title: ['Funds late', 'Blurred duties', 'Not yet scored', 'Beyond the grid'],
  category: ['resources', 'execution', 'execution', 'execution'],
  category_name: ['Resources', 'Execution', 'Execution', 'Execution'],
  owner: ['Wang Hai', 'Li Min', '', ''],
  inherent_likelihood: [5, 4, null, 1],
  inherent_impact: [5, 4, null, 1],
  current_likelihood: [4, 4, null, 9],
  current_impact: [4, 4, null, 1],
  appetite_level: [1, 3, null, null],
  next_review_on: ['2026-10-01', '2026-12-01', '', ''],
  trend: ['rising', 'steady', '', ''],
};

const frameOf = (table: Record<string, unknown[]>, grid?: unknown) =>
  toDataFrame({
    meta: { custom: { asOf: '2026-10-31', grid } },
    fields: Object.entries(table).map(([name, values]) => ({ name, values })),
  });

function show(
  series = [frameOf(columns)],
  options: Partial<HeatmapOptions> = {},
  { width = 900, height = 500, state = LoadingState.Done, mayAct = false } = {}
) {
  const eventBus = new EventBusSrv();
  const to = dateTime('2026-10-31T23:59:59Z');
  const props = {
    data: { series, state, errors: [{ message: 'no such host.' }], timeRange: { from: to, to, raw: { from: to, to } } },
    options: withDefaults(options),
    width,
    height,
    timeZone: 'utc',
    eventBus,
    replaceVariables: (text: string) => text.replace('$category', 'resources'),
  } as unknown as PanelProps<HeatmapOptions>;
  const context = { eventsScope: '', eventBus, canExecuteActions: () => mayAct };
  const result = render(
    <PanelContextProvider value={context}>
      <RiskHeatmapPanel {...props} />
    </PanelContextProvider>
  );
  return { ...result, eventBus };
}

const cell = (name: RegExp) => screen.getByRole('gridcell', { name });
const gravest = /Likelihood 4 High, impact 4 High/;

it('says of every cell where it is, its level and what it holds', () => {
  show();
  expect(screen.getAllByRole('gridcell')).toHaveLength(25);
  expect(cell(gravest)).toHaveAccessibleName(
    'Likelihood 4 High, impact 4 High: High, 2 risks, 1 above appetite, 1 with review overdue'
  );
  expect(cell(/Likelihood 1 Very low, impact 1 Very low/)).toHaveAccessibleName(/no risks$/);
});

it('counts what has no place on the grid and says as of when', () => {
  show();
  expect(screen.getByText('Not scored 1')).toBeInTheDocument();
  expect(screen.getByText('Off the grid 1')).toBeInTheDocument();
  expect(screen.getByText('as of 2026-10-31')).toBeInTheDocument();
});

it('lists the risks of a cell with a click, worst first, and closes with Escape', async () => {
  show();
  await userEvent.click(cell(gravest));
  const list = screen.getByRole('region', { name: /Likelihood 4 High/ });
  const [first, second] = within(list).getAllByRole('listitem');
  expect(first).toHaveTextContent(/Funds late.*Wang Hai.*Review 2026-10-01.*30 d overdue/);
  expect(second).toHaveTextContent('Blurred duties');
  expect(first).toHaveTextContent('Inherent 5 × 5 → Current 4 × 4');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
  expect(cell(gravest)).toHaveFocus();
});

it('links each risk through its field’s links', async () => {
  const frame = frameOf(columns);
  const title = frame.fields[1];
  title.config.links = [{ title: 'Open', url: '/risk' }];
  title.getLinks = ({ valueRowIndex }) => [
    { href: `/risk/${columns.risk_id[valueRowIndex!]}`, title: 'Open', target: '_blank', origin: title },
  ];
  show([frame]);
  await userEvent.click(cell(gravest));
  expect(screen.getByRole('link', { name: 'Funds late' })).toHaveAttribute('href', '/risk/R-1');
});

it('is walked through with the arrow keys, and Enter opens a cell', async () => {
  show();
  act(() => cell(/Likelihood 5 Very high, impact 1/).focus());
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(cell(gravest)).toHaveFocus();
  expect(screen.getAllByRole('gridcell').filter((element) => element.tabIndex === 0)).toHaveLength(1);
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('region', { name: /Likelihood 4 High/ })).toBeInTheDocument();
});

it('shows another score when the reader switches it', async () => {
  show();
  await userEvent.click(screen.getByRole('radio', { name: 'Inherent' }));
  expect(cell(/Likelihood 5 Very high, impact 5/)).toHaveAccessibleName(/1 risk,/);
});

it('shows one category where the option’s variable names it', () => {
  show(undefined, { category: '$category' });
  expect(screen.getByRole('grid')).toHaveAccessibleName(/1 risk, as of/);
});

it('lists what is not scored, with what to do', async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Not scored 1' }));
  expect(screen.getByRole('region')).toHaveTextContent('score them at the next review');
  expect(screen.getByRole('region')).toHaveTextContent('Not yet scored');
});

it('uses the grid that comes with the data, unless its own is asked for', () => {
  const steps = [1, 2, 3].map((level) => ({ level, name: '' }));
  const grid = {
    id: 'small',
    name: '',
    likelihood: steps,
    impact: steps,
    cells: [
      [0, 0, 1],
      [0, 1, 2],
      [1, 2, 2],
    ],
    levels: (['green', 'yellow', 'red'] as const).map((light, level) => ({ level, name: light, light })),
    appetite: [],
  };
  const { unmount } = show([frameOf(columns, grid)]);
  expect(screen.getAllByRole('gridcell')).toHaveLength(9);
  unmount();
  show([frameOf(columns, grid)], { ownGrid: true });
  expect(screen.getAllByRole('gridcell')).toHaveLength(25);
});

it('warns of a grid that has red beside green', async () => {
  show(undefined, { grid: { ...DEFAULTS.grid, rows: '001,012,122', levelWords: 'a=green,b=red,c=red' } });
  expect(screen.getByRole('button', { name: /^Grid: \d+ to check$/ })).toBeInTheDocument();
});

describe('says in one sentence what is wanting', () => {
  it.each([
    ['no data', [], /The query returned nothing/],
    [
      'no impact',
      [frameOf({ title: ['A'], likelihood: [1] })],
      /No field for Impact was found among title, likelihood/,
    ],
    ['no risks', [frameOf({ likelihood: [], impact: [] })], /No risks here yet/],
  ])('where there is %s', (_, series, sentence) => {
    show(series);
    expect(screen.getByRole('status')).toHaveTextContent(sentence);
  });

  it('where the grid is refused', () => {
    show(undefined, { grid: { ...DEFAULTS.grid, rows: '00112,01122,11223,12234,22314' } });
    expect(screen.getByRole('status')).toHaveTextContent(/at impact 4 the level falls from 3 to 1/);
  });

  it('where no risk has the chosen category', () => {
    show(undefined, { category: 'society' });
    expect(screen.getByRole('status')).toHaveTextContent(/No risks of the category society/);
  });

  it('while it loads', () => {
    show([], {}, { state: LoadingState.Loading });
    expect(screen.getByRole('status')).toHaveTextContent('Loading');
  });
});

it('of counts it lists the worst risk and says how to get the rows', async () => {
  show([frameOf({ likelihood: [4], impact: [4], count: [12], above_appetite: [3], worst_risk: ['Funds & duties'] })]);
  await userEvent.click(cell(gravest));
  expect(screen.getByRole('region')).toHaveTextContent(/12 risks.*Worst: Funds & duties\..*view “One by one”/);
});

describe('with two dates', () => {
  const earlier = frameOf({
    risk_id: ['R-1', 'R-2', 'R-9'],
    title: ['Funds late', 'Blurred duties', 'Old one'],
    current_likelihood: [2, 4, 1],
    current_impact: [2, 4, 1],
  });
  earlier.meta!.custom!.asOf = '2026-07-31';

  it('names both, counts what moved, and says of each cell what came and left', () => {
    show([frameOf(columns), earlier]);
    expect(screen.getByText('2026-07-31 → 2026-10-31')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /1 worse.*2 new.*1 closed.*since 2026-07-31/ })).toBeInTheDocument();
    expect(cell(gravest)).toHaveAccessibleName(/1 came since 2026-07-31$/);
    expect(cell(/Likelihood 2 Low, impact 2/)).toHaveAccessibleName(/no risks, 1 left since 2026-07-31$/);
  });

  it('lists what moved in words, the worst first', async () => {
    show([earlier, frameOf(columns)]);
    await userEvent.click(screen.getByRole('button', { name: /since 2026-07-31/ }));
    const list = screen.getByRole('region', { name: 'What moved since 2026-07-31' });
    const [first] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Funds late.*Worse by 2: 2 × 2 Low → 4 × 4 High/);
    expect(list).toHaveTextContent(/Old one.*Closed; it stood at 1 × 1 Very low/);
  });

  it('lists in a cell what has left it too', async () => {
    show([frameOf(columns), earlier]);
    await userEvent.click(cell(/Likelihood 2 Low, impact 2/));
    expect(screen.getByRole('region')).toHaveTextContent(/0 risks, 1 left.*Funds late/);
  });

  it('adds nothing up, and says nothing of moves where they are switched off', () => {
    show([frameOf(columns), earlier], { compare: false });
    expect(cell(gravest)).toHaveAccessibleName(/2 risks, 1 above appetite, 1 with review overdue$/);
    expect(screen.getByText('as of 2026-10-31')).toBeInTheDocument();
  });

  it('of counts tells the difference of each cell', () => {
    const counts = (count: number, asOf: string) => {
      const frame = frameOf({ likelihood: [4], impact: [4], count: [count] });
      frame.meta!.custom!.asOf = asOf;
      return frame;
    };
    show([counts(3, '2026-07-31'), counts(5, '2026-10-31')]);
    expect(cell(gravest)).toHaveAccessibleName(/5 risks, 2 came since 2026-07-31$/);
  });
});

it('says why a query failed', () => {
  show([], {}, { state: LoadingState.Error });
  expect(screen.getByRole('alert')).toHaveTextContent(/The query failed \(no such host\): check the query/);
});

it('draws a line of appetite for each level that categories accept', () => {
  show();
  expect(screen.getByText('Appetite of Resources: Low')).toBeInTheDocument();
  expect(screen.getByText('Appetite of Execution: High')).toBeInTheDocument();
});

describe('a click filters the dashboard where variables are named', () => {
  const query = () => locationService.getSearchObject();
  beforeEach(() => locationService.push('/d/x'));

  it('by the scores of a cell, until the list is closed', async () => {
    show(undefined, { filter: { ...DEFAULTS.filter, likelihood: 'l', impact: '$i' } });
    await userEvent.click(cell(gravest));
    expect(query()).toMatchObject({ 'var-l': '4', 'var-i': '4' });
    await userEvent.keyboard('{Escape}');
    expect(query()).toMatchObject({ 'var-l': '', 'var-i': '' });
  });

  it('by the category that the reader switches to', async () => {
    show(undefined, { filter: { ...DEFAULTS.filter, category: 'category' } });
    await userEvent.click(screen.getByRole('radio', { name: 'Resources' }));
    expect(query()).toMatchObject({ 'var-category': 'resources' });
  });

  it('by the ids of a heat grid’s row and column', async () => {
    const frame = frameOf({ unit: ['A', 'B'], unit_id: ['01', '02'], domain: ['x', 'y'], status: ['met', 'missed'] });
    show([frame], { form: 'cross', filter: { ...DEFAULTS.filter, row: 'unit', column: 'domain' } });
    act(() => screen.getByRole('grid').focus());
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    expect(query()).toMatchObject({ 'var-unit': '02', 'var-domain': 'y' });
  });
});

it('offers the actions of a risk’s fields to readers who may run them, and asks first', async () => {
  const frame = frameOf(columns);
  frame.fields[1].config.actions = [
    { type: ActionType.Fetch, title: 'Remind', fetch: { method: HttpRequestMethod.POST, url: 'https://x.example' } },
  ];
  const { unmount } = show([frame]);
  await userEvent.click(cell(gravest));
  expect(screen.queryByRole('button', { name: 'Remind' })).not.toBeInTheDocument();
  unmount();
  show([frame], {}, { mayAct: true });
  await userEvent.click(cell(gravest));
  await userEvent.click(screen.getAllByRole('button', { name: 'Remind' })[0]);
  expect(screen.getByRole('dialog')).toHaveTextContent('Run “Remind” now?');
});

describe('a heat grid', () => {
  const months = [Date.UTC(2026, 8, 30), Date.UTC(2026, 9, 31)];
  const frame = toDataFrame({
    fields: [
      { name: 'category', values: ['A', 'A', 'B'] },
      { name: 'month', values: [...months, months[0]], type: FieldType.time },
      { name: 'count', values: [3, 4, 5], type: FieldType.number },
    ],
  });

  it('is walked through by keyboard, totals too, and says where it is', async () => {
    show([frame], { form: 'cross' });
    const grid = screen.getByRole('grid', { name: 'category × month' });
    act(() => grid.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('gridcell')).toHaveTextContent('A × 2026-10, 4');
    expect(grid).toHaveAttribute('aria-activedescendant', screen.getByRole('gridcell').id);
    await userEvent.keyboard('{End}');
    expect(screen.getByRole('gridcell')).toHaveTextContent('A: Sum 7');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('gridcell')).toHaveTextContent('Total: Sum 12');
  });

  it('lists the rows behind a cell or a total', async () => {
    show([frame], { form: 'cross' });
    act(() => screen.getByRole('grid').focus());
    await userEvent.keyboard('{End}{Enter}');
    const list = screen.getByRole('region', { name: 'A: Sum 7' });
    expect(list).toHaveTextContent('2 items');
    // Rows without a title are told by what the list's own title does not say.
    expect(list).toHaveTextContent('2026-09, count 3');
    expect(list).toHaveTextContent('2026-10, count 4');
  });

  it('tells which cell has nothing to show', () => {
    show(
      [
        toDataFrame({
          fields: [
            { name: 'unit', values: [] },
            { name: 'domain', values: [] },
          ],
        }),
      ],
      { form: 'cross' }
    );
    expect(screen.getByRole('status')).toHaveTextContent(/no rows/);
  });
});

describe('where the row limit left risks out', () => {
  const count = (category: string, likelihood: number, impact: number, count: number) =>
    ['inherent', 'current'].map((basis) => ({
      basis,
      category,
      category_name: category,
      appetite_level: 1,
      likelihood,
      impact,
      count,
      review_overdue: 0,
    }));
  const rows = frameOf(columns);
  rows.meta!.custom!.cut = true;
  const matrix = frameOf({ likelihood: [4], impact: [4], count: [90] });
  matrix.meta!.custom!.counts = [
    ...count('resources', 4, 4, 60),
    ...count('execution', 4, 4, 30),
    ...count('execution', 1, 2, 25),
  ];

  it('counts all of them, lists the worst, and says so', async () => {
    show([rows, matrix]);
    expect(screen.getByRole('grid')).toHaveAccessibleName(/115 risks/);
    expect(screen.getByText('Worst 4 of 115 listed')).toBeInTheDocument();
    await userEvent.click(cell(gravest));
    expect(screen.getByRole('region')).toHaveTextContent(/90 risks.*Only the worst are listed: narrow the unit/);
    expect(within(screen.getByRole('region')).getAllByRole('listitem')).toHaveLength(2);
  });

  it('says of a cell of which none is listed why the list is empty', async () => {
    show([rows, matrix]);
    await userEvent.click(cell(/Likelihood 1 Very low, impact 2/));
    expect(screen.getByRole('region')).toHaveTextContent(/25 risks.*None of them is among the worst 4 risks/);
  });

  it('counts by the score and the category that the reader switches to', async () => {
    show([rows, matrix]);
    await userEvent.click(screen.getByRole('radio', { name: 'execution' }));
    expect(cell(gravest)).toHaveAccessibleName(/30 risks, 30 above appetite/);
    await userEvent.click(screen.getByRole('radio', { name: 'Inherent' }));
    expect(cell(gravest)).toHaveAccessibleName(/30 risks/);
  });

  it('warns that every count is too low where nothing counts the others', async () => {
    show([rows]);
    await userEvent.hover(screen.getByRole('button', { name: 'Only the first 4 risks' }));
    expect(await screen.findByText(/every count is too low: add a second query/)).toBeInTheDocument();
  });
});
