import fs from 'fs';
import path from 'path';
import { DEFAULT_GRID_ROWS, gridWarnings, guessLight, readGridDocument, readGridText } from './grid';

const text = (rows: string, words: Partial<Parameters<typeof readGridText>[0]> = {}) =>
  readGridText({ rows, likelihoodWords: '', impactWords: '', levelWords: '', ...words });

const square = (size: number) =>
  Array.from({ length: size }, (_, r) => Array.from({ length: size }, (_, c) => Math.floor((r + c) / 3)).join('')).join(
    ','
  );

describe('a grid written in the options', () => {
  it('is the published default, row by row from the lowest likelihood', () => {
    const { grid } = text(DEFAULT_GRID_ROWS);
    expect(grid?.cells[0]).toEqual([0, 0, 1, 1, 2]);
    expect(grid?.cells[4]).toEqual([2, 2, 3, 4, 4]);
    expect(grid?.levels.map(({ light }) => light)).toEqual(['green', 'green', 'yellow', 'red', 'red']);
    expect(gridWarnings(grid!)).toEqual([]);
  });

  it.each([3, 4, 5, 6, 7])('may have %i likelihoods and as many impacts', (size) => {
    expect(text(square(size)).grid?.cells).toHaveLength(size);
  });

  it('need not be square', () => {
    const { grid } = text('000112,001122,011223,112233');
    expect([grid?.likelihood.length, grid?.impact.length]).toEqual([4, 6]);
  });

  it.each(['01,12', square(8), '012', ''])(
    'is refused when it is smaller than 3 × 3 or larger than 7 × 7: "%s"',
    (rows) => {
      expect(text(rows).refusal?.kind).toBe('size');
    }
  );

  it('is refused where a graver likelihood has a lower level, naming the cell', () => {
    expect(text('00112,01122,11223,12234,22314').refusal).toEqual({
      kind: 'not_monotone',
      axis: 'likelihood',
      likelihood: 5,
      impact: 4,
      level: 1,
      before: 3,
    });
  });

  it('is refused where a graver impact has a lower level, naming the cell', () => {
    expect(text('010,011,122').refusal).toMatchObject({
      kind: 'not_monotone',
      axis: 'impact',
      likelihood: 1,
      impact: 3,
    });
  });

  it('is refused when a row is shorter than the first, or is not made of digits', () => {
    expect(text('001,01,122').refusal).toEqual({ kind: 'ragged', row: 2 });
    expect(text('001,0x2,122').refusal).toEqual({ kind: 'unreadable', row: 2, text: '0x2' });
  });

  it('takes words with Chinese commas and lights with a full-width equals sign', () => {
    const { grid } = text('001,012,122', { likelihoodWords: '低，中，高', levelWords: '低=green，中＝yellow，高=red' });
    expect(grid?.likelihood[2]).toEqual({ level: 3, name: '高' });
    expect(grid?.levels[1]).toEqual({ level: 1, name: '中', light: 'yellow' });
  });

  it('is refused when an axis has more or fewer words than steps, or a level no word among others that have one', () => {
    expect(text('001,012,122', { impactWords: 'low, high' }).refusal).toEqual({
      kind: 'words',
      axis: 'impact',
      expected: 3,
      found: 2,
    });
    expect(text('001,012,122', { levelWords: 'low, high' }).refusal).toMatchObject({ kind: 'words', axis: 'level' });
  });

  it('is refused when a light is not green, yellow or red', () => {
    expect(text('001,012,122', { levelWords: 'a=green,b=amber,c=red' }).refusal).toEqual({
      kind: 'unknown_light',
      text: 'amber',
    });
  });

  it('guesses lights by thirds of the scale', () => {
    expect([0, 1, 2].map((level) => guessLight(level, 2))).toEqual(['green', 'yellow', 'red']);
    expect([0, 1, 2, 3].map((level) => guessLight(level, 3))).toEqual(['green', 'yellow', 'yellow', 'red']);
    expect(guessLight(0, 0)).toBe('green');
  });
});

describe('warnings after Cox', () => {
  it('name a red cell that touches a green one', () => {
    const { grid } = text('001,012,123', { levelWords: 'a=green,b=red,c=red,d=red' });
    expect(gridWarnings(grid!)).toContainEqual({ kind: 'red_touches_green', likelihood: 1, impact: 3 });
  });

  it('name a red cell in the lowest row or column', () => {
    const { grid } = text('012,122,222', { levelWords: 'a=green,b=yellow,c=red' });
    const lowest = gridWarnings(grid!).filter(({ kind }) => kind === 'red_in_lowest');
    expect(lowest).toEqual([
      { kind: 'red_in_lowest', likelihood: 1, impact: 3 },
      { kind: 'red_in_lowest', likelihood: 3, impact: 1 },
    ]);
  });
});

describe('a grid that rides with the data', () => {
  const document = {
    id: 'g',
    name: 'G',
    likelihood: [1, 2, 3].map((level) => ({ level, name: `L${level}` })),
    impact: [1, 2, 3].map((level) => ({ level, name: `I${level}` })),
    cells: [
      [0, 0, 1],
      [0, 1, 2],
      [1, 2, 2],
    ],
    levels: [
      { level: 2, name: 'high', light: 'red' },
      { level: 0, name: 'low', light: 'green' },
      { level: 1, name: 'medium', light: 'yellow' },
    ],
    appetite: [{ category: 'execution', unit_id: '1', level: 1 }],
  };

  it('is read with its levels in ascending order', () => {
    expect(readGridDocument(document).grid?.levels.map(({ level }) => level)).toEqual([0, 1, 2]);
  });

  it('may come without appetite', () => {
    expect(readGridDocument({ ...document, appetite: null }).grid?.appetite).toEqual([]);
  });

  it.each([
    null,
    'a grid',
    {},
    { ...document, cells: [[1, 'x', 2]] },
    { ...document, levels: [{ level: 0, name: 'a' }] },
  ])('is refused when it has another shape: %j', (other) => {
    expect(readGridDocument(other).refusal).toEqual({ kind: 'malformed' });
  });

  it('is refused when a cell has a level that is not defined', () => {
    const cells = [
      [0, 0, 1],
      [0, 1, 2],
      [1, 2, 5],
    ];
    expect(readGridDocument({ ...document, cells }).refusal).toMatchObject({ kind: 'unknown_level', level: 5 });
  });
});

it('every sentence stands in both languages', () => {
  const keys = (language: string) => {
    const file = path.join(__dirname, '..', 'locales', language, 'shigan-riskheatmap-panel.json');
    const list = (node: object, prefix: string): string[] =>
      Object.entries(node).flatMap(([key, value]) =>
        typeof value === 'string' ? [prefix + key] : list(value, `${prefix}${key}.`)
      );
    // Chinese has one plural form.
    return list(JSON.parse(fs.readFileSync(file, 'utf8')), '').filter((key) => !key.endsWith('_one'));
  };
  expect(keys('zh-Hans').sort()).toEqual(keys('en-US').sort());
});
