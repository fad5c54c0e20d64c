/** How long the phase gauge's script takes in a real Chromium to draw sixty gauges, and to draw them again with new values. */
import type { DataFrameJSON, FieldType } from '@grafana/data';
import { median, write } from './figures';
import { openPanel, type Served, servePanel } from './panels';
import type { Mounted } from './panels/page';

const SIZE = { width: 1400, height: 800 };
const COUNT = 60;
const TIMES = 30;
const MONTHS = 34;

// `FieldType`, without the browser's code that comes with it.
const [TEXT, NUMBER, TIME, FLAG] = ['string', 'number', 'time', 'boolean'] as FieldType[];
const DAY_MS = 86_400_000;
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const AS_OF = day('2026-10-31');
const PHASES = [
  { id: 'short', target: 80, start: day('2024-01-01'), due: day('2024-12-31'), status: 'achieved' },
  { id: 'medium', target: 88, start: day('2025-01-01'), due: day('2027-05-31'), status: 'at_risk' },
  { id: 'long', target: 95, start: day('2027-01-01'), due: day('2028-12-31'), status: 'not_started' },
];

type Column = [name: string, type: FieldType, values: unknown[], labels?: Record<string, string>];

const frameOf = (columns: Column[]): DataFrameJSON => ({
  schema: { fields: columns.map(([name, type, , labels]) => ({ name, type, labels })) },
  data: { values: columns.map(([, , values]) => values) },
});

const indicators = Array.from({ length: COUNT }, (_, i) => ({
  unit_id: `u${i % 3}`,
  unit: `Unit ${i % 3}`,
  indicator_id: `i${i}`,
  indicator: `Indicator number ${i}`,
}));
const valueOf = (i: number, round: number) => 79 + ((i * 7 + round * 3) % 130) / 10;

/** Sixty indicators with three phases each, as the data source sends them; every round has other values. */
function targets(round: number): DataFrameJSON {
  const rows = indicators.flatMap((indicator, i) =>
    PHASES.map((phase, position) => ({ indicator, phase, position, value: valueOf(i, round) }))
  );
  const column = (name: string, type: FieldType, pick: (row: (typeof rows)[number]) => unknown): Column => [
    name,
    type,
    rows.map(pick),
  ];
  return frameOf([
    column('unit_id', TEXT, (r) => r.indicator.unit_id),
    column('unit', TEXT, (r) => r.indicator.unit),
    column('indicator_id', TEXT, (r) => r.indicator.indicator_id),
    column('indicator', TEXT, (r) => r.indicator.indicator),
    column('phase', TEXT, (r) => r.phase.id),
    column('phase_name', TEXT, (r) => `${r.phase.id} term`),
    column('phase_position', NUMBER, (r) => r.position),
    column('unit_of_measure', TEXT, () => 'percent'),
    column('decimals', NUMBER, () => 1),
    column('direction', NUMBER, () => 1),
    column('kind', TEXT, () => 'target'),
    column('baseline_value', NUMBER, () => 78),
    column('baseline_date', TIME, () => day('2023-12-31')),
    column('target_value', NUMBER, (r) => r.phase.target),
    column('start_date', TIME, (r) => r.phase.start),
    column('due_date', TIME, (r) => r.phase.due),
    column('value', NUMBER, (r) => r.value),
    column('value_date', TIME, () => AS_OF),
    column('expected_value', NUMBER, () => 86),
    column('gap', NUMBER, (r) => r.value - 86),
    column('pace', NUMBER, () => 0.76),
    column('status', TEXT, (r) => r.phase.status),
    column('trend', TEXT, () => 'improving'),
    column('forecast_value', NUMBER, (r) => r.value + 2),
    column('forecast_low', NUMBER, (r) => r.value - 1),
    column('forecast_high', NUMBER, (r) => r.value + 5),
    column('forecast_probability', NUMBER, () => 0.34),
  ]);
}

/** The observations of one indicator, one a month up to the as-of day. */
const observations = (round: number) => (labels: (typeof indicators)[number], i: number) => {
  const months = Array.from({ length: MONTHS }, (_, month) => month);
  const share = (month: number) => month / (MONTHS - 1);
  return frameOf([
    ['period', TIME, months.map((month) => AS_OF - (MONTHS - 1 - month) * 30 * DAY_MS)],
    ['value', NUMBER, months.map((month) => 78 + (valueOf(i, round) - 78) * share(month)), labels],
    ['revision', FLAG, months.map((month) => month === 12)],
  ]);
};

const mounted = (form: string, round: number): Mounted => ({
  ...SIZE,
  frames: [targets(round), ...(form === 'trajectory' ? indicators.map(observations(round)) : [])],
  options: { form },
});

/**
 * Milliseconds of script that the first drawing and each later one took, Grafana's preparation of the fields included:
 * processor time of the page's main thread, so that what else the machine does counts as little as it can.
 */
async function scriptTimes(served: Served, form: string): Promise<[first: number, later: number[]]> {
  const page = await openPanel(served, '', { ...SIZE, frames: [], options: { form } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const threadTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime')!.value * 1000;
  };
  const times: number[] = [];
  for (let round = 0; round <= TIMES; round++) {
    // Handing the data over is no part of the drawing.
    await page.evaluate((what) => Object.assign(window, { next: what }), mounted(form, round));
    const before = await threadTime();
    await page.evaluate('window.mount(window.next)');
    times.push((await threadTime()) - before);
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next))));
  }
  await page.close();
  const [first, ...later] = times;
  return [first, later];
}

/** Prints how long the script of sixty gauges takes, by form. */
export async function printGauges() {
  const served = await servePanel('phase-gauge');
  try {
    write([`${COUNT} gauges, ${TIMES} updates`, 'first ms', 'median ms', 'longest ms']);
    for (const form of ['radial', 'bars', 'trajectory']) {
      const [first, later] = await scriptTimes(served, form);
      write([form, ...[first, median(later), Math.max(...later)].map((value) => value.toFixed(1))]);
    }
  } finally {
    await served.end();
  }
}
