import React from 'react';
import {
  type Action,
  ActionType,
  ActionVariableType,
  dateTime,
  type DataFrame,
  DataHoverClearEvent,
  DataHoverEvent,
  EventBusSrv,
  HttpRequestMethod,
  type InterpolateFunction,
  LoadingState,
  type PanelData,
} from '@grafana/data';
import { type BackendSrv, type getAppEvents, locationService, setAppEvents, setBackendSrv } from '@grafana/runtime';
import { PanelContextProvider } from '@grafana/ui';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { of, throwError } from 'rxjs';
import { day, frameOf, type Row, seriesFrame, targetsFrame, THREE_PHASES } from './data/targets.fixture';
import { DEFAULTS, type PhaseGaugeOptions } from './options';
import { PhaseGaugePanel } from './PhaseGaugePanel';

beforeAll(() => {
  global.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

const bus = new EventBusSrv();

interface Shown {
  replaceVariables?: InterpolateFunction;
  wrapper?: React.ComponentType<{ children: React.ReactNode }>;
  options?: Partial<PhaseGaugeOptions>;
  data?: Partial<PanelData>;
  width?: number;
  height?: number;
}

function show(frames: DataFrame[], shown: Shown = {}) {
  const { rerender, ...rest } = render(panelOf(frames, shown), { wrapper: shown.wrapper });
  return { ...rest, rerender: (next: DataFrame[], as: Shown = shown) => rerender(panelOf(next, as)) };
}

function panelOf(
  frames: DataFrame[],
  { options, data, width = 900, height = 400, replaceVariables = (text) => text }: Shown
) {
  const range = { from: dateTime(0), to: dateTime('2026-10-31'), raw: { from: '', to: '' } };
  const panelData: PanelData = { state: LoadingState.Done, series: frames, timeRange: range, ...data };
  return (
    <PhaseGaugePanel
      data={panelData}
      options={{ ...DEFAULTS, ...options }}
      fieldConfig={{ defaults: {}, overrides: [] }}
      width={width}
      height={height}
      transparent={false}
      replaceVariables={replaceVariables}
      eventBus={bus}
    />
  );
}

/** jsdom has no pointer events that know where they are. */
const pointAt = (element: Element, clientX: number) =>
  fireEvent(element, new MouseEvent('pointermove', { clientX, clientY: 100, bubbles: true }));

const many = (count: number) =>
  targetsFrame(
    Array.from({ length: count }, (_, i) =>
      THREE_PHASES.map((row) => ({ ...row, indicator_id: `i${i}`, indicator: `Indicator ${i}` }))
    ).flat()
  );

const forms = ['radial', 'bars', 'trajectory'] as const;

describe.each(forms)('the %s form', (form) => {
  test('reads each gauge aloud in one sentence per phase', () => {
    show([targetsFrame(THREE_PHASES)], { options: { form } });
    const gauge = screen.getByRole('img', { name: /^Implementation rate, Sample Province: 84\.1% on 2026-10-31/ });
    expect(gauge).toHaveAccessibleName(
      /Medium term: target 88%, due 2027-05-31, At risk, 1\.9 pp behind, 212 days left, about as likely as not \(34%\)\./
    );
    expect(gauge).toHaveAttribute('tabindex', '0');
  });

  test('says as of which day it judges', () => {
    show([targetsFrame(THREE_PHASES)], { options: { form } });
    expect(screen.getByText('as of 2026-10-31')).toBeVisible();
  });

  test('draws sixty indicators', () => {
    const { container } = show([many(60)], { options: { form } });
    expect(container.querySelectorAll('[role="img"][aria-label^="Indicator"]')).toHaveLength(60);
  });

  test('has no fault that axe can find', async () => {
    const { container } = show([many(3)], { options: { form, group: 'domain' } });
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((v) => v.id)).toEqual([]);
  });

  test.each(['floor', 'ceiling', 'range', 'rank', 'yes_no', 'target'])(
    'draws a %s, also without value, baseline and target',
    (kind) => {
      const edges: Row[] = [
        {},
        { value: null },
        { baseline_value: null },
        { target_value: null },
        { target_value: 78 },
        { value: -5 },
      ];
      const rows = edges.map((row, i) => ({ kind, ...row, indicator_id: `i${i}` }));
      const { container } = show([targetsFrame(rows)], { options: { form } });
      expect(screen.getAllByRole('img', { name: /Implementation rate/ })).toHaveLength(6);
      expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    }
  );

  test.each([
    [2000, 800],
    [300, 200],
    [200, 150],
    [60, 40],
  ])('draws at %i × %i', (width, height) => {
    const { container } = show([many(3)], { options: { form }, width, height });
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
    expect(container.querySelector('[width^="-"], [height^="-"]')).toBeNull();
  });

  test('a gauge with one link is a link, one with several a button that opens a menu', async () => {
    const frame = (count: number) => {
      const made = targetsFrame(THREE_PHASES);
      const field = made.fields.find((f) => f.name === 'value')!;
      const links = Array.from({ length: count }, (_, i) => ({
        title: `Open ${i}`,
        href: `/target/${i}`,
        target: '_self' as const,
        origin: field,
      }));
      Object.assign(field, {
        config: { links: links.map((l) => ({ title: l.title, url: l.href })) },
        getLinks: () => links,
      });
      return made;
    };
    const { unmount } = show([frame(1)], { options: { form } });
    expect(screen.getByRole('link', { name: /Implementation rate/ })).toHaveAttribute('href', '/target/0');
    unmount();
    show([frame(2)], { options: { form } });
    await userEvent.tab();
    expect(screen.getByRole('button', { name: /Implementation rate/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const menu = await screen.findByRole('menu');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map((entry) => entry.getAttribute('href'))
    ).toEqual(['/target/0', '/target/1']);
  });

  test('explains the verdict under the pointer, and Escape closes the explanation', async () => {
    const { container } = show([targetsFrame(THREE_PHASES.map((row) => ({ ...row, methods_disagree: true })))], {
      options: { form },
    });
    fireEvent.pointerMove(container.querySelector('[data-phase="1"]')!, { clientX: 5, clientY: 5 });
    const tip = await screen.findByRole('tooltip');
    expect(tip).toHaveTextContent('At risk: 76% of the progress expected by now (60% to 95%), by linear pace.');
    expect(tip).toHaveTextContent('Forecast at due date86.4% (83.0% to 89.0%)');
    expect(tip).toHaveTextContent('Chance to make it34%');
    expect(tip).toHaveTextContent(
      'Methods disagree (Short term, Medium term, Long term): linear pace and growth ratio come to different verdicts'
    );
    fireEvent.keyDown(container.querySelector('[data-gauge]')!, { key: 'Escape' });
    expect(screen.queryByRole('tooltip')).toBeNull();
  });
});

describe('a trajectory', () => {
  const observed = [seriesFrame({ '2024-06-30': 79, '2025-06-30': 81.5, '2026-10-31': 84.1 })];
  const options = { form: 'trajectory' } as const;

  test('leads from observation to observation by the arrow keys, each said in one sentence', async () => {
    show([targetsFrame(THREE_PHASES), ...observed], { options });
    await userEvent.tab();
    await userEvent.tab();
    const chart = screen.getByRole('slider', { name: 'Implementation rate · Sample Province: observations' });
    expect(chart).toHaveFocus();
    expect(chart).toHaveAttribute('aria-valuetext', '2026-10-31: 84.1%, expected 86.3%, target 88%.');
    await userEvent.keyboard('{ArrowLeft}');
    expect(chart).toHaveAttribute('aria-valuetext', '2025-06-30: 81.5%, expected 82.4%, target 88%.');
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      '2025-06-30Value81.5%Expected by then82.4%Target then88%'
    );
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(chart).toHaveAttribute('aria-valuenow', '1');
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(chart).toHaveAttribute('aria-valuenow', '3');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  test('shows the observation nearest to the pointer', async () => {
    show([targetsFrame(THREE_PHASES), ...observed], { options });
    pointAt(screen.getByRole('slider'), 60);
    expect(await screen.findByRole('tooltip')).toHaveTextContent('2024-06-30');
    fireEvent.pointerLeave(screen.getByRole('slider'));
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  test('offers the links of an observation on Enter', async () => {
    const [frame] = [seriesFrame({ '2025-06-30': 81.5, '2026-10-31': 84.1 })];
    const field = frame.fields.find((f) => f.name === 'value')!;
    Object.assign(field, {
      config: { links: [{ title: 'Report', url: '' }] },
      getLinks: ({ valueRowIndex }: { valueRowIndex: number }) => [
        { title: 'Report', href: `/report/${valueRowIndex}`, target: '_self', origin: field },
      ],
    });
    show([targetsFrame(THREE_PHASES), frame], { options });
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(await screen.findByRole('menuitem')).toHaveAttribute('href', '/report/0');
  });

  test('says the verdict and the chance in words, and marks every target', () => {
    show([targetsFrame(THREE_PHASES), ...observed], { options });
    expect(screen.getByText('At risk · 1.9 pp behind · about as likely as not (34%)')).toBeVisible();
    expect(['target 80%', 'target 88%', 'target 95%'].filter((words) => screen.queryByText(words))).toHaveLength(3);
    expect(screen.getByText('Forecast, 90% interval')).toBeVisible();
  });

  test('draws targets without a series from the latest value', () => {
    show([targetsFrame(THREE_PHASES)], { options });
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuemax', '1');
  });

  test('says that nothing was observed', () => {
    show([targetsFrame(THREE_PHASES.map((row) => ({ ...row, value: null, status: 'no_data' })))], { options });
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.getByText('no value reported')).toBeVisible();
  });

  test('draws the answer of any database that has a time and a number', () => {
    show([frameOf([1, 2, 3].map((month) => ({ some_date: day(`2026-0${month}-01`), rate: month - 2 })))], { options });
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', '2026-03-01: 1.');
  });

  test('needs a date', () => {
    show([frameOf([{ name: 'Rate', value: 3, target: 4 }])], { options });
    expect(screen.getByRole('status')).toHaveTextContent('The data dates neither its values nor its targets');
  });

  test.each([
    ['-100', -120],
    ['a wide forecast', 1e6],
  ])('stays legible with %s', (_, forecast) => {
    const rows = THREE_PHASES.map((row) => ({
      ...row,
      forecast_value: forecast,
      forecast_low: -1e7,
      forecast_high: 1e7,
    }));
    const { container } = show([targetsFrame(rows), ...observed], { options });
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
    expect(screen.getByText('80%')).toBeVisible();
  });
});

test('the legend names only the statuses that occur, and can be left out', () => {
  const { unmount } = show([targetsFrame(THREE_PHASES)], { options: { form: 'bars' } });
  expect(screen.getByText('At risk')).toBeVisible();
  expect(screen.getByText('Expected by now')).toBeVisible();
  expect(screen.queryByText('Missed')).toBeNull();
  unmount();
  show([targetsFrame(THREE_PHASES)], { options: { form: 'bars', showLegend: false } });
  expect(screen.queryByText('Expected by now')).toBeNull();
  expect(screen.getByText('as of 2026-10-31')).toBeVisible();
});

test('groups have a heading with their counts', () => {
  show(
    [
      targetsFrame([
        { domain: 'Services' },
        { domain: 'Livelihood', indicator_id: 'b', status: 'missed', due_date: day('2024-12-31') },
      ]),
    ],
    {
      options: { form: 'bars', group: 'domain', sort: 'severity' },
    }
  );
  expect(screen.getAllByRole('heading').map((h) => h.textContent)).toEqual(['Livelihood', 'Services']);
});

describe('the keyboard', () => {
  const two = [many(2)];

  test.each(forms)('leads from gauge to gauge and through the phases of one, in the %s form', async (form) => {
    show(two, { options: { form, sort: 'given' } });
    const [first, second] = screen.getAllByRole('img', { name: /^Indicator/ });
    await userEvent.tab();
    expect(first).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(await screen.findByRole('tooltip')).toHaveTextContent('At risk: 76% of the progress expected by now');
    expect(document.querySelector('[aria-live]')).toHaveTextContent(/^Medium term: target 88%.*At risk: 76%/);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(document.querySelector('[aria-live]')).toHaveTextContent(/^Short term: target 80%/);
    await userEvent.keyboard('{ArrowDown}');
    expect(second).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Home}');
    expect(first).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(second).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).toBeNull();
  });
});

describe('a row of bars', () => {
  const row = (name: string, unit: string) => ({ indicator_id: name, indicator: name, unit_id: unit, unit });

  test('carries its unit as a second name where several indicators meet several units', () => {
    show([targetsFrame([row('Rate', 'North'), row('Speed', 'South')])], { options: { form: 'bars', sort: 'name' } });
    expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      expect.stringContaining('RateNorth'),
      expect.stringContaining('SpeedSouth'),
    ]);
  });

  test('is named by its unit alone where all are of one indicator, and by its indicator within one unit', () => {
    const { unmount } = show([targetsFrame([row('Rate', 'North'), row('Rate', 'South')])], {
      options: { form: 'bars' },
    });
    expect(screen.getByText('South')).toBeVisible();
    expect(screen.getAllByText('Rate')).toHaveLength(1);
    unmount();
    show([targetsFrame([row('Rate', 'North'), row('Speed', 'North')])], { options: { form: 'bars' } });
    expect(screen.getByText('Speed')).toBeVisible();
    expect(screen.queryByText('North')).toBeNull();
  });

  test('tells the day of its value where there is room', () => {
    show([targetsFrame(THREE_PHASES)], { options: { form: 'bars' }, width: 1200 });
    expect(screen.getByText('2026-10-31')).toBeVisible();
  });
});

describe('a dashboard variable', () => {
  const rows: Row[] = [{}, { indicator_id: 'speed', indicator: 'Speed' }];

  test.each(forms)('is set by a click or Enter, in the %s form', async (form) => {
    const partial = jest.spyOn(locationService, 'partial').mockImplementation(() => undefined);
    show([targetsFrame(rows)], { options: { form, filterVariable: 'indicator' } });
    await userEvent.click(screen.getByRole('button', { name: /^Speed/ }));
    expect(partial).toHaveBeenLastCalledWith({ 'var-indicator': 'speed' }, true);
    screen.getByRole('button', { name: /^Implementation rate/ }).focus();
    await userEvent.keyboard('{Enter}');
    expect(partial).toHaveBeenLastCalledWith({ 'var-indicator': 'rate' }, true);
    partial.mockRestore();
  });

  test('shows which gauge it holds, and takes any dimension, also written as $name', () => {
    show([targetsFrame(rows)], {
      options: { filterVariable: '$what', filterBy: 'indicator' },
      replaceVariables: (text) => text.replace('${what}', 'Speed'),
    });
    expect(screen.getByRole('button', { name: /^Speed/ })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: /^Implementation/ })).toHaveAttribute('aria-pressed', 'false');
  });

  test('is followed when it changes elsewhere on the dashboard', () => {
    show([targetsFrame(rows)], { options: { filterVariable: 'other' } });
    const speed = screen.getByRole('button', { name: /^Speed/ });
    expect(speed).toHaveAttribute('aria-pressed', 'false');
    act(() => locationService.push('/?var-other=speed'));
    expect(speed).toHaveAttribute('aria-pressed', 'true');
    act(() => locationService.push('/'));
  });

  test('of a dimension that a gauge does not have is not set', () => {
    show([targetsFrame(rows)], { options: { filterVariable: 'team', filterBy: 'team' } });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('an action of a field', () => {
  const withAction = (action: Partial<Action> = {}) => {
    const frame = targetsFrame(THREE_PHASES);
    frame.fields.find((f) => f.name === 'value')!.config = {
      actions: [
        {
          type: ActionType.Fetch,
          title: 'Remind',
          fetch: {
            method: HttpRequestMethod.POST,
            url: '/remind/${who}',
            body: '{"who":"${who}"}',
            queryParams: [['day', '${asked}']],
            headers: [['Content-Type', 'application/json']],
          },
          ...action,
        },
      ],
    };
    return frame;
  };
  const allowed = ({ children }: { children: React.ReactNode }) => (
    <PanelContextProvider value={{ eventsScope: 'x', eventBus: bus, canExecuteActions: () => true }}>
      {children}
    </PanelContextProvider>
  );
  const replaceVariables: InterpolateFunction = (text, vars) =>
    text.replace('${who}', 'lead').replace('${asked}', String(vars?.day?.value ?? ''));
  const fetch = jest.fn();
  const publish = jest.fn();

  beforeEach(() => {
    fetch.mockReset().mockReturnValue(of({}));
    publish.mockReset();
    setBackendSrv({ fetch } as unknown as BackendSrv);
    setAppEvents({ publish } as unknown as ReturnType<typeof getAppEvents>);
  });

  test('asks first, then sends its request with what the row and the reader say', async () => {
    const asks = { variables: [{ key: 'day', name: 'By when', type: ActionVariableType.String }] };
    show([withAction(asks)], { replaceVariables, wrapper: allowed });
    await userEvent.click(screen.getByRole('button', { name: /^Implementation/ }));
    await userEvent.type(await screen.findByLabelText('By when'), 'Friday');
    expect(fetch).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    expect(fetch).toHaveBeenCalledWith(
      expect.objectContaining({
        method: 'POST',
        url: '/remind/lead',
        data: '{"who":"lead"}',
        params: { day: 'Friday' },
        headers: { 'Content-Type': 'application/json' },
      })
    );
    await waitFor(() =>
      expect(publish).toHaveBeenCalledWith({ type: 'alert-success', payload: ['“Remind” is done.'] })
    );
    expect(screen.queryByRole('button', { name: 'Run' })).toBeNull();
  });

  test('says why it failed', async () => {
    fetch.mockReturnValue(throwError(() => ({ data: { message: 'no such address.' } })));
    show([withAction()], { replaceVariables, wrapper: allowed });
    await userEvent.click(screen.getByRole('button', { name: /^Implementation/ }));
    expect(await screen.findByText('Run “Remind” now?')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Run' }));
    await waitFor(() =>
      expect(publish).toHaveBeenCalledWith({
        type: 'alert-error',
        payload: ['“Remind” failed (no such address): check the address and the permissions of the action.'],
      })
    );
  });

  test('is not offered to whom the host lets no actions run, nor where it has no address', () => {
    const { unmount } = show([withAction()]);
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    show([withAction({ fetch: { method: HttpRequestMethod.GET, url: '' } })], { wrapper: allowed });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the shared crosshair', () => {
  const frames = [many(2), seriesFrame({ '2025-06-30': 81.5, '2026-10-31': 84.1 })];
  const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));

  test('shows where another panel points, until the pointer leaves it', async () => {
    show([targetsFrame(THREE_PHASES), frames[1]], { options: { form: 'trajectory' } });
    act(() => bus.publish(new DataHoverEvent({ point: { time: day('2026-01-31') } })));
    expect(screen.getByTestId('crosshair')).toBeInTheDocument();
    act(() => bus.publish(new DataHoverClearEvent()));
    await settle();
    expect(screen.queryByTestId('crosshair')).toBeNull();
    act(() => bus.publish(new DataHoverEvent({ point: { time: day('2035-01-31') } })));
    await settle();
    expect(screen.queryByTestId('crosshair')).toBeNull();
  });

  test('tells the other panels the day under the pointer, and that it left', () => {
    const heard: Array<number | null | undefined> = [];
    const move = bus.getStream(DataHoverEvent).subscribe(({ payload }) => heard.push(payload.point.time));
    const leave = bus.getStream(DataHoverClearEvent).subscribe(() => heard.push(null));
    show([targetsFrame(THREE_PHASES), frames[1]], { options: { form: 'trajectory' } });
    const chart = screen.getByRole('slider');
    pointAt(chart, 5000);
    pointAt(chart, -5);
    fireEvent.pointerLeave(chart);
    expect(heard).toEqual([day('2028-12-31'), day('2023-12-31'), null]);
    move.unsubscribe();
    leave.unsubscribe();
  });
});

test('a new observation is followed, and nothing is made anew while data streams in', () => {
  const frames = (values: Record<string, number>) => [targetsFrame(THREE_PHASES), seriesFrame(values)];
  const options = { form: 'trajectory' } as const;
  const { rerender } = show(frames({ '2025-06-30': 81.5, '2026-09-30': 84 }), { options });
  const chart = screen.getByRole('slider');
  rerender(frames({ '2025-06-30': 81.5, '2026-09-30': 84, '2026-10-31': 84.1 }), { options });
  expect(screen.getByRole('slider')).toBe(chart);
  expect(chart).toHaveAttribute('aria-valuetext', '2026-10-31: 84.1%, expected 86.3%, target 88%.');
});

describe('with nothing to draw it says what to do', () => {
  test('no data', () => {
    show([]);
    expect(screen.getByRole('status')).toHaveTextContent(
      'No phase targets to show: choose “Phase targets” in the query'
    );
  });

  test('not loaded yet', () => {
    show([], { data: { state: LoadingState.Loading } });
    expect(screen.getByRole('status')).toHaveTextContent('Loading phase targets…');
  });

  test('a field that is missing', () => {
    show([frameOf([{ value: 3, name: 'x' }])]);
    expect(screen.getByRole('status')).toHaveTextContent(
      'The data has no target: choose its field under “Fields” in the panel options'
    );
  });

  test('a mapped field that is gone', () => {
    show([frameOf([{ value: 3, target: 4 }])], { options: { columns: { value: 'gone' } } });
    expect(screen.getByRole('status')).toHaveTextContent('The data has no number field “gone”');
  });

  test('a filter that hides everything', () => {
    show([targetsFrame([{ status: 'achieved' }])], { options: { onlyAttention: true } });
    expect(screen.getByRole('status')).toHaveTextContent('Nothing needs attention');
  });

  test('phases that are not in the data', () => {
    show([targetsFrame(THREE_PHASES)], { options: { phases: ['fourth'] } });
    expect(screen.getByRole('status')).toHaveTextContent('None of the chosen phases is in the data');
  });

  test('a query that failed', () => {
    show([], { data: { state: LoadingState.Error, errors: [{ message: 'connection refused.' }] } });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The query failed (connection refused): check the query and the data source.'
    );
  });
});

test('what was drawn stays while a refresh is under way', () => {
  show([targetsFrame(THREE_PHASES)], { data: { state: LoadingState.Loading } });
  expect(screen.getByRole('img', { name: /Implementation rate/ })).toBeVisible();
});
