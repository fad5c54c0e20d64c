import { frameOf, day, seriesFrame, targetsFrame, THREE_PHASES } from './targets.fixture';
import { toGauges } from './gauges';
import { pointsOf } from './trajectories';
import { type DataFrame, FieldType } from '@grafana/data';

function observed(frames: DataFrame[], mapping = {}) {
  const { gauges } = toGauges(frames, mapping, 0, ['value']);
  const points = pointsOf(frames, mapping, gauges);
  return gauges.map((gauge) => ({ gauge, points: points.get(gauge.key)! }));
}

const brief = (frames: DataFrame[], mapping = {}) =>
  observed(frames, mapping).map(({ points }) => points.map((p) => `${p.day} ${p.value}`));

const series = seriesFrame({ '2025-06-30': 81.5, '2024-06-30': 79 });

test('a series belongs to the targets of its unit and indicator, and their latest value ends it', () => {
  expect(brief([targetsFrame(THREE_PHASES), series])).toEqual([
    ['2024-06-30 79', '2025-06-30 81.5', '2026-10-31 84.1'],
  ]);
});

test('a series of another unit is not drawn into it', () => {
  const other = seriesFrame(
    { '2025-06-30': 5 },
    { unit: 'Elsewhere', unit_id: '1', indicator: 'Rate', indicator_id: 'r' }
  );
  expect(brief([targetsFrame(THREE_PHASES), other])).toEqual([['2026-10-31 84.1']]);
});

test('without ids the names tell what belongs together', () => {
  const targets = frameOf([
    { indicator: 'Rate', value: 3, target: 9, due_date: day('2027-12-31'), value_date: day('2026-03-01') },
  ]);
  const values = seriesFrame({ '2026-01-01': 1, '2026-02-01': 2 }, { indicator: 'Rate' });
  expect(brief([targets, values])).toEqual([['2026-01-01 1', '2026-02-01 2', '2026-03-01 3']]);
});

test('a lone series without a name belongs to the lone indicator', () => {
  const targets = frameOf([{ indicator: 'Rate', value: 3, target: 9, due_date: day('2027-12-31') }]);
  const values = frameOf([1, 2].map((n) => ({ some_date: day(`2026-0${n}-01`), amount: n })));
  expect(brief([targets, values])).toEqual([['2026-01-01 1', '2026-02-01 2']]);
});

test('a time and a number of any database are a trajectory, the rows being one thing', () => {
  const rows = [1, 2, 3].map((n) => ({ some_date: day(`2026-0${n}-01`), amount: n, other: 9 }));
  expect(brief([frameOf(rows)], { value: 'amount' })).toEqual([['2026-01-01 1', '2026-02-01 2', '2026-03-01 3']]);
});

test('a long table is cut by its names', () => {
  const rows = ['a', 'b'].flatMap((indicator) =>
    [1, 2].map((n) => ({ indicator, some_date: day(`2026-0${n}-01`), value: n }))
  );
  expect(brief([frameOf(rows)])).toEqual([
    ['2026-01-01 1', '2026-02-01 2'],
    ['2026-01-01 1', '2026-02-01 2'],
  ]);
});

test('of several values for a day the highest revision counts, and is marked', () => {
  const rows = [
    { period_date: day('2026-01-01'), value: 2, revision: 2 },
    { period_date: day('2026-01-01'), value: 1, revision: 1 },
    { period_date: day('2026-02-01'), value: 3, revision: 1 },
  ];
  const [{ points }] = observed([frameOf(rows)]);
  expect(points.map((p) => [p.value, p.revised])).toEqual([
    [2, true],
    [3, false],
  ]);
});

test('a latest value that the targets call revised is marked in the series as well', () => {
  const [{ points }] = observed([
    targetsFrame([{ revised: true }]),
    seriesFrame({ '2026-10-31': 84.1, '2026-09-30': 84 }),
  ]);
  expect(points.map((p) => p.revised)).toEqual([false, true]);
});

test('values that are not known leave no point', () => {
  const [{ points }] = observed([targetsFrame(THREE_PHASES.map((row) => ({ ...row, value: null })))]);
  expect(points).toEqual([]);
});

test('each observation knows what was expected and the target that held then', () => {
  const [{ points }] = observed([targetsFrame(THREE_PHASES), series]);
  expect(points.map((p) => [p.day, p.expected?.toFixed(1), p.target])).toEqual([
    ['2024-06-30', '79.0', 80],
    ['2025-06-30', '82.4', 88],
    ['2026-10-31', '86.3', 88],
  ]);
});

test('what the series itself expects comes first', () => {
  const told = seriesFrame({ '2025-06-30': 81.5 });
  told.fields.find((f) => f.name === 'expected_value')!.values = [82];
  expect(observed([targetsFrame(THREE_PHASES), told])[0].points[0].expected).toBe(82);
});

test('a boolean “revision” marks the observations that were corrected, a number those above one', () => {
  const revised = (revision: Array<boolean | number>) => {
    const frame = seriesFrame({ '2026-09-30': 83, '2026-10-31': 84.1 });
    const type = typeof revision[0] === 'boolean' ? FieldType.boolean : FieldType.number;
    frame.fields.push({ name: 'revision', type, config: {}, values: revision });
    const frames = [targetsFrame(THREE_PHASES), frame];
    const { gauges } = toGauges(frames, {}, 0);
    return pointsOf(frames, {}, gauges)
      .get(gauges[0].key)!
      .map((p) => p.revised);
  };
  expect(revised([true, false])).toEqual([true, false]);
  expect(revised([1, 2])).toEqual([false, true]);
});

test('the values before a correction stay known, latest first', () => {
  const rows = [
    { revision: 1, value: 83 },
    { revision: 3, value: 84.1 },
    { revision: 2, value: 83.6 },
  ].map((row) => ({ indicator: 'Rate', value_date: day('2026-10-31'), ...row }));
  const [{ points }] = observed([frameOf(rows)]);
  expect(points).toMatchObject([{ value: 84.1, revised: true, earlier: [83.6, 83] }]);
});
