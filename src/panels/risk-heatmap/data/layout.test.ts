import { readGridText } from './grid';
import { layoutOf, textWidth, wrap } from './layout';

const grids = {
  '3 × 3': '001,012,122',
  '5 × 5': '00112,01122,11223,12234,22344',
  '7 × 7': '0001122,0011222,0111223,1112233,1122334,1223344,2233444',
  '4 × 6': '000112,001122,011223,112233',
};
const gridOf = (rows: string, words = false) => {
  const [tall, wide] = [rows.split(',').length, rows.split(',')[0].length];
  const name = (n: number) => Array.from({ length: n }, (_, i) => (words ? `Very high ${i}` : '')).join(',');
  return readGridText({
    rows,
    likelihoodWords: words ? name(tall) : '',
    impactWords: words ? name(wide) : '',
    levelWords: '',
  }).grid!;
};
const legend = ['Very low 14', 'Low 34', 'Medium 47', 'High 12', 'Not scored 2', 'as of 2026-10-31'].map(
  (label, i) => ({
    label,
    short: '12',
    needed: i < 5,
  })
);

describe('the layout', () => {
  const sizes = [
    [200, 150],
    [300, 200],
    [600, 400],
    [1400, 700],
    [2000, 500],
    [2000, 1200],
  ];

  it.each(Object.entries(grids))('keeps a grid of %s inside the panel at every size', (_, rows) => {
    for (const [width, height] of sizes) {
      const layout = layoutOf({ width, height, grid: gridOf(rows, true), largestCount: 999, legend });
      expect(layout.plot.x).toBeGreaterThan(8);
      expect(layout.plot.x + layout.plot.width).toBeLessThanOrEqual(width);
      expect(layout.plot.y + layout.plot.height + layout.legend.height).toBeLessThan(height);
      expect(layout.countSize).toBeGreaterThanOrEqual(8);
    }
  });

  it('drops dots first, then words, and numbers never', () => {
    const at = (width: number, height: number) =>
      layoutOf({ width, height, grid: gridOf(grids['5 × 5'], true), largestCount: 12, legend });
    expect(at(900, 600)).toMatchObject({ dots: true, legend: { form: 'full' } });
    expect(at(900, 600).impactLabels[0].join(' ')).toBe('1 Very high 0');
    expect(at(340, 300).dots).toBe(false);
    expect(at(200, 150).impactLabels).toEqual([['1'], ['2'], ['3'], ['4'], ['5']]);
    expect(at(200, 150).legend.form).toBe('short');
  });

  it('makes large counts smaller rather than letting them spill', () => {
    const at = (largestCount: number) =>
      layoutOf({ width: 300, height: 200, grid: gridOf(grids['5 × 5']), largestCount, legend });
    expect(at(12345).countSize).toBeLessThan(at(12).countSize);
  });
});

it('labels break at spaces into two lines at most', () => {
  expect(wrap('7 Almost certain', 60, 12)).toEqual(['7 Almost', 'certain']);
  expect(wrap('7 Almost certain', 300, 12)).toEqual(['7 Almost certain']);
  expect(wrap('7 Almost certain', 30, 12)).toBeNull();
});

it('a Chinese character is wider than a Latin letter', () => {
  expect(textWidth('高', 12)).toBe(12);
  expect(textWidth('h', 12)).toBeLessThan(12);
});
