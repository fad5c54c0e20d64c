import { type DataFrame, FieldType, toDataFrame } from '@grafana/data';
import { isRiskFrame, linksOf, type Mapping, readRisks, type Reading } from './risks';

const table = (columns: Record<string, unknown[]>, meta?: DataFrame['meta']) =>
  toDataFrame({ meta, fields: Object.entries(columns).map(([name, values]) => ({ name, values })) });

const read = (frames: DataFrame[], parameters: Partial<Parameters<typeof readRisks>[1]> = {}) =>
  readRisks(frames, {
    mapping: {},
    basis: 'current',
    rangeEnd: '2026-10-31',
    timeZone: 'Asia/Shanghai',
    ...parameters,
  });

function risksOf(reading: Reading) {
  if (reading.kind !== 'risks') {
    throw new Error(`read as ${reading.kind}`);
  }
  return reading;
}

const ledgerRow = {
  risk_id: ['R-1'],
  title: ['Funds late'],
  category: ['resources'],
  category_name: ['Resources'],
  inherent_likelihood: [4],
  inherent_impact: [5],
  current_likelihood: [3],
  current_impact: [4],
  residual_likelihood: [2],
  residual_impact: [3],
  appetite_level: [1],
  next_review_on: [Date.UTC(2026, 9, 1)],
  review_overdue_days: [30],
};

describe('frames with a row per risk', () => {
  it('are read with the three scores of each risk', () => {
    const { risks, bases, basis } = risksOf(read([table(ledgerRow)]));
    expect(bases).toEqual(['inherent', 'current', 'residual']);
    expect(basis).toBe('current');
    expect(risks[0]).toMatchObject({
      title: 'Funds late',
      categoryName: 'Resources',
      appetite: 1,
      reviewOverdue: 30,
      nextReview: '2026-10-01',
      scores: { inherent: { likelihood: 4, impact: 5 }, residual: { likelihood: 2, impact: 3 } },
    });
  });

  it('bring grid and as-of date', () => {
    const reading = risksOf(read([table(ledgerRow, { custom: { grid: { id: 'g' }, asOf: '2026-06-30' } })]));
    expect(reading.grids).toEqual([{ id: 'g' }]);
    expect(reading.asOf).toBe('2026-06-30');
  });

  it('are judged at the end of the time range where they do not say as of when', () => {
    const frame = table({ title: ['A'], likelihood: [1], impact: [1], next_review: ['2026-10-21'] });
    const reading = risksOf(read([frame]));
    expect(reading.asOf).toBe('2026-10-31');
    expect(reading.risks[0].reviewOverdue).toBe(10);
  });

  it('may come from any table with a likelihood and an impact, in English or Chinese', () => {
    expect(risksOf(read([table({ Probability: [2], Severity: [3] })])).risks[0].scores.current).toEqual({
      likelihood: 2,
      impact: 3,
    });
    expect(risksOf(read([table({ 风险名称: ['甲'], 可能性: [2], 影响程度: [3] })])).risks[0].title).toBe('甲');
  });

  it('count numbers that are written as text, and keep words for the axis to read', () => {
    const { risks } = risksOf(read([table({ likelihood: ['4', ' High '], impact: ['5', '3'] })]));
    expect(risks.map((risk) => risk.scores.current)).toEqual([
      { likelihood: 4, impact: 5 },
      { likelihood: 'High', impact: 3 },
    ]);
  });

  it('keep a missing score as missing', () => {
    const { risks } = risksOf(read([table({ likelihood: [null, '', 2], impact: [1, 2, undefined] })]));
    expect(risks.map((risk) => risk.scores.current)).toEqual([
      { likelihood: null, impact: 1 },
      { likelihood: null, impact: 2 },
      { likelihood: 2, impact: null },
    ]);
  });

  it('show another score where the chosen one is not there', () => {
    const frame = table({ inherent_likelihood: [1], inherent_impact: [2] });
    expect(risksOf(read([frame], { basis: 'residual' })).basis).toBe('inherent');
  });

  it('add up over several frames, and other frames beside them are passed over', () => {
    const reading = read([table(ledgerRow), table({ month: ['2026-10'], total: [4] }), table(ledgerRow)]);
    expect(risksOf(reading).risks.map(({ key }) => key)).toEqual(['0/0', '1/0']);
  });

  it('use the fields that the options name', () => {
    const mapping: Mapping = { likelihood: 'p', impact: 'consequence of failure', title: 'what' };
    const frame = table({ p: [5], 'consequence of failure': [4], what: ['B'], title: ['A'] });
    const reading = risksOf(read([frame], { mapping, basis: 'residual' }));
    expect(reading.basis).toBe('residual');
    expect(reading.risks[0]).toMatchObject({ title: 'B', scores: { residual: { likelihood: 5, impact: 4 } } });
  });

  it('tell a moment in the dashboard’s time zone and a day as it is', () => {
    const moments = [Date.UTC(2026, 9, 1), Date.UTC(2026, 9, 1, 20)];
    const frame = table({ likelihood: [1, 1], impact: [1, 1], next_review_on: moments });
    expect(risksOf(read([frame])).risks.map(({ nextReview }) => nextReview)).toEqual(['2026-10-01', '2026-10-02']);
  });

  it('read a thousand risks', () => {
    const ones = Array.from({ length: 1000 }, () => 1);
    expect(risksOf(read([table({ likelihood: ones, impact: ones })])).risks).toHaveLength(1000);
  });
});

describe('frames of counts', () => {
  const counts = table({
    likelihood: [1, 2],
    impact: [3, 3],
    count: [4, 5],
    above_appetite: [0, 2],
    worst_risk: ['', 'X'],
  });

  it('are read as cells', () => {
    const reading = read([counts]);
    expect(reading.kind === 'counts' && reading.counts[1]).toEqual({
      likelihood: 2,
      impact: 3,
      count: 5,
      aboveAppetite: 2,
      reviewOverdue: 0,
      worst: 'X',
    });
  });

  it('do not count where rows say the same', () => {
    expect(risksOf(read([counts, table(ledgerRow)])).risks).toHaveLength(1);
  });
});

describe('frames that cannot be read', () => {
  it('are empty where no frame has a field', () => {
    expect(read([])).toEqual({ kind: 'empty' });
    expect(read([toDataFrame({ fields: [] })])).toEqual({ kind: 'empty' });
  });

  it('name what is missing and what was there', () => {
    expect(read([table({ title: ['A'], likelihood: [1] })])).toEqual({
      kind: 'missing',
      missing: ['impact'],
      found: ['title', 'likelihood'],
    });
    expect(read([table({ a: [1] })])).toMatchObject({ missing: ['likelihood', 'impact'] });
  });

  it('name a chosen field that is not there', () => {
    const frame = table({ likelihood: [1], impact: [1] });
    expect(read([frame], { mapping: { likelihood: 'gone' } })).toMatchObject({ kind: 'missing' });
  });

  it('are no reason to fail where a frame has fields but no rows', () => {
    expect(risksOf(read([table({ likelihood: [], impact: [] })])).risks).toEqual([]);
  });
});

it('links of a risk come from its title first, each address once', () => {
  const frame = table({ risk_id: ['R-1'], title: ['A'], likelihood: [1], impact: [1] });
  const link = (href: string) => ({ href, title: href, target: '_self' as const, origin: frame.fields[0] });
  for (const [index, hrefs] of [
    [0, ['/id', '/title']],
    [1, ['/title']],
  ] as const) {
    frame.fields[index].config.links = [{ title: '', url: '' }];
    frame.fields[index].getLinks = () => hrefs.map(link);
  }
  const [risk] = risksOf(read([frame])).risks;
  expect(linksOf(risk, {}).map(({ href }) => href)).toEqual(['/title', '/id']);
});

it('a risk frame is told from others', () => {
  expect(isRiskFrame(table(ledgerRow))).toBe(true);
  expect(isRiskFrame(table({ time: [1], value: [2] }))).toBe(false);
  const times = toDataFrame({
    fields: ['likelihood', 'impact'].map((name) => ({ name, type: FieldType.time, values: [1] })),
  });
  expect(isRiskFrame(times)).toBe(false);
});

describe('an answer that the row limit cut', () => {
  const cut = { cut: true, asOf: '2026-10-31' };
  const counts = [
    {
      basis: 'current',
      category: 'resources',
      category_name: 'Resources',
      appetite_level: 1,
      likelihood: 3,
      impact: 4,
      count: 40,
      review_overdue: 7,
    },
  ];
  const matrix = (asOf: string) => table({ likelihood: [3], impact: [4], count: [40] }, { custom: { counts, asOf } });

  it('is counted by the matrix of the same day', () => {
    const { cut: isCut, counted } = risksOf(read([table(ledgerRow, { custom: cut }), matrix('2026-10-31')]));
    expect(isCut).toBe(true);
    expect(counted).toEqual([
      {
        basis: 'current',
        category: 'resources',
        categoryName: 'Resources',
        appetite: 1,
        likelihood: 3,
        impact: 4,
        count: 40,
        reviewOverdue: 7,
      },
    ]);
    expect(risksOf(read([table(ledgerRow, { custom: cut }), matrix('2026-09-30')])).counted).toBeNull();
    expect(risksOf(read([table(ledgerRow, { custom: cut })])).counted).toBeNull();
  });

  it('is not compared with another day, for what was left out would seem new or closed', () => {
    const before = table(ledgerRow, { custom: { ...cut, asOf: '2026-09-30' } });
    expect(risksOf(read([table(ledgerRow, { custom: cut }), before]))).toMatchObject({ earlier: null, days: 2 });
  });

  it('is left alone by counts where no limit cut it', () => {
    expect(risksOf(read([table(ledgerRow), matrix('2026-10-31')]))).toMatchObject({ cut: false, counted: null });
  });
});
