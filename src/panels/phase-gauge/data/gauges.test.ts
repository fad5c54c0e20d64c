import { FieldType, toDataFrame } from '@grafana/data';
import { toGauges } from './gauges';
import { AS_OF, day, frameOf, targetsFrame, THREE_PHASES } from './targets.fixture';

const now = day('2030-01-01');
const read = (...frames: Parameters<typeof toGauges>[0]) => toGauges(frames, {}, now);

test('the rows of an indicator in a unit become one gauge with its phases in order', () => {
  const { gauges, asOf, problem } = read(targetsFrame([...THREE_PHASES].reverse()));
  expect(problem).toBeNull();
  expect(asOf).toBe(AS_OF);
  expect(gauges).toHaveLength(1);
  expect(gauges[0]).toMatchObject({
    name: 'Implementation rate',
    unit: 'Sample Province',
    value: 84.1,
    valueDate: '2026-10-31',
    trend: 'improving',
    scale: { form: 'way', from: 78, to: 95 },
  });
  expect(gauges[0].phases.map((p) => [p.id, p.status, p.daysLeft])).toEqual([
    ['short', 'achieved', -669],
    ['medium', 'at_risk', 212],
    ['long', 'not_started', 792],
  ]);
});

test('the same indicator in two units makes two gauges, also over several frames', () => {
  const { gauges } = read(
    targetsFrame(THREE_PHASES),
    targetsFrame(THREE_PHASES.map((row) => ({ ...row, unit_id: '990100', unit: 'Qingyang' })))
  );
  expect(gauges.map((g) => g.unit)).toEqual(['Sample Province', 'Qingyang']);
});

test('phases of one gauge may come in several frames', () => {
  const { gauges } = read(targetsFrame([THREE_PHASES[0]]), targetsFrame([THREE_PHASES[1]]));
  expect(gauges).toHaveLength(1);
  expect(gauges[0].phases).toHaveLength(2);
});

test('sixty indicators make sixty gauges', () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({ indicator_id: `i${i}`, indicator: `Indicator ${i}` }));
  expect(read(targetsFrame(rows)).gauges).toHaveLength(60);
});

test('a missing value stays missing, and is never zero', () => {
  const [gauge] = read(targetsFrame([{ value: null, value_date: null, status: 'no_data', gap: null }])).gauges;
  expect(gauge.value).toBeNull();
  expect(gauge.valueDate).toBeNull();
});

test('without the as-of day of a frame the end of the time range counts', () => {
  expect(toGauges([targetsFrame([{}], {})], {}, day('2026-06-30')).asOf).toBe('2026-06-30');
});

describe('a frame of another origin', () => {
  test('needs no more than a value and a target', () => {
    const { gauges } = read(frameOf([{ 指标: '空气优良天数', 当前值: 301, 目标值: 320 }]));
    expect(gauges[0]).toMatchObject({ name: '空气优良天数', value: 301, direction: 1 });
    expect(gauges[0].phases[0]).toMatchObject({ target: 320, status: null, judgedBy: 'panel' });
  });

  test('is judged by linear pace where its dates allow', () => {
    const rows = [
      { metric: 'Days', value: 40, target: 10, baseline: 60, baseline_date: '2025-01-01', due: '2026-12-31' },
    ];
    const [gauge] = toGauges([frameOf(rows)], {}, day('2026-01-01')).gauges;
    expect(gauge.direction).toBe(-1);
    expect(gauge.phases[0].status).toBe('at_risk');
    expect(gauge.phases[0].expected).toBeCloseTo(35, 0);
  });

  test('may bring its own verdicts, in words of either language', () => {
    const words = ['On track', 'off-track', 'Great'].map((status, i) => ({
      name: `n${i}`,
      value: 1,
      target: 2,
      status,
    }));
    expect(read(frameOf(words)).gauges.map((g) => g.phases[0].status)).toEqual(['on_track', 'off_track', 'Great']);
  });

  test('is read by the fields that the user names', () => {
    const frame = frameOf([{ a: 5, b: 10, c: 'Roads' }]);
    const { gauges } = toGauges([frame], { value: 'a', target_value: 'b', indicator: 'c' }, now);
    expect(gauges[0]).toMatchObject({ name: 'Roads', value: 5 });
    expect(gauges[0].phases[0].target).toBe(10);
  });

  test('takes a lone number beside a target as the value', () => {
    expect(read(frameOf([{ place: 'A', done: 5, target: 10 }])).gauges[0]).toMatchObject({ name: 'A', value: 5 });
  });

  test('names a single row by its field, and several nameless rows by their number', () => {
    const one = toDataFrame({
      fields: [
        { name: 'value', type: FieldType.number, values: [5], config: { displayName: 'Roads built' } },
        { name: 'target', type: FieldType.number, values: [10] },
      ],
    });
    expect(read(one).gauges[0].name).toBe('Roads built');
    expect(
      read(
        frameOf([
          { value: 1, target: 2 },
          { value: 2, target: 3 },
        ])
      ).gauges.map((g) => g.name)
    ).toEqual(['#1', '#2']);
  });

  test('with many rows per indicator shows the latest', () => {
    const rows = [
      ['2026-01-31', 5],
      ['2026-03-31', 9],
      ['2026-02-28', 7],
    ].map(([date, value]) => ({ name: 'Roads', date: String(date), value: Number(value), target: 10 }));
    const { gauges } = read(frameOf(rows));
    expect(gauges).toHaveLength(1);
    expect(gauges[0]).toMatchObject({ value: 9, valueDate: '2026-03-31' });
  });

  test('writes values by the unit of its field', () => {
    const frame = frameOf([{ name: 'Roads', value: 5, target: 10 }]);
    frame.fields[1].display = (value: unknown) => ({ text: String(value), suffix: ' km', numeric: Number(value) });
    expect(read(frame).gauges[0].write?.(5)).toBe('5 km');
  });
});

describe('nothing to draw', () => {
  test('no frame, or only empty ones', () => {
    expect(read().problem).toEqual({ kind: 'no_frames' });
    expect(read(toDataFrame({ fields: [] })).problem).toEqual({ kind: 'no_frames' });
  });

  test('fields without rows', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'value', type: FieldType.number, values: [] },
        { name: 'target', type: FieldType.number, values: [] },
      ],
    });
    expect(read(frame).problem).toEqual({ kind: 'no_rows' });
  });

  test('what is missing is named', () => {
    expect(read(frameOf([{ value: 3 }])).problem).toMatchObject({ kind: 'missing', columns: ['target_value'] });
    expect(read(frameOf([{ target: 3, name: 'x' }])).problem).toMatchObject({ columns: ['value'] });
    expect(read(frameOf([{ name: 'x' }])).problem).toMatchObject({ columns: ['value', 'target_value'] });
  });

  test('a mapped field that is not there is named rather than guessed around', () => {
    const { problem } = toGauges([frameOf([{ value: 3, target: 4 }])], { value: 'gone' }, now);
    expect(problem).toEqual({ kind: 'missing', columns: ['value'], mapped: ['gone'] });
  });

  test('text where numbers belong is not a value, unless it writes numbers', () => {
    expect(read(frameOf([{ current: 'three', target: 4 }])).problem).toMatchObject({ columns: ['value'] });
    expect(read(frameOf([{ current: '84.1%', target: '1,250' }])).gauges[0]).toMatchObject({
      value: 84.1,
      phases: [{ target: 1250 }],
    });
  });
});

test('the links of a row are made when asked, each address once', () => {
  const frame = targetsFrame(THREE_PHASES);
  const field = frame.fields.find((f) => f.name === 'value')!;
  const getLinks = jest.fn(() => [{ title: 'Open', href: '/a', target: '_self' as const, origin: field }]);
  Object.assign(field, { config: { links: [{ title: 'Open', url: '/a' }] }, getLinks });
  const [gauge] = read(frame).gauges;
  expect(gauge.hasLinks).toBe(true);
  expect(getLinks).not.toHaveBeenCalled();
  expect(gauge.links().map((l) => l.href)).toEqual(['/a']);
});

test('a series that falls towards its target wants less, one that rises wants more', () => {
  const over = (...values: number[]) =>
    read(frameOf(values.map((value, i) => ({ some_date: day(`2026-0${i + 1}-01`), value, target: 75 })))).gauges[0];
  expect(over(100, 90, 80)).toMatchObject({ direction: -1, value: 80 });
  expect(over(60, 70, 72)).toMatchObject({ direction: 1, value: 72 });
  expect(over(100, 90, 80).phases[0].status).not.toBe('achieved');
});

test('a name that is left open offers no link', () => {
  const frame = targetsFrame([{ policy: '' }]);
  for (const name of ['unit', 'policy']) {
    const field = frame.fields.find((f) => f.name === name)!;
    Object.assign(field, {
      config: { links: [{ title: name, url: '' }] },
      getLinks: () => [{ title: name, href: `/${name}`, target: '_self', origin: field }],
    });
  }
  expect(
    read(frame)
      .gauges[0].links()
      .map((link) => link.href)
  ).toEqual(['/unit']);
});
