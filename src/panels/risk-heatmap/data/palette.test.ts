import { colorManipulator, createTheme } from '@grafana/data';
import type { GridLevel, GridLight } from './grid';
import { levelColors, textOn } from './palette';

/** Of text on what is behind it (WCAG 2, AA). */
const LEAST_CONTRAST = 4.5;

const levels = (...lights: GridLight[]): GridLevel[] => lights.map((light, level) => ({ level, name: '', light }));
const three = levels('green', 'yellow', 'red');
const four = levels('green', 'yellow', 'red', 'red');
const five = levels('green', 'green', 'yellow', 'red', 'red');
const ten = levels('green', 'green', 'green', 'yellow', 'yellow', 'yellow', 'red', 'red', 'red', 'red');

/**
 * What a colour is to eyes that lack one of the three cones, in linear RGB: Machado GM, Oliveira MM, Fernandes LAF (2009),
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15:1291–1298, severity 1.
 */
const SIGHTS = {
  'full colour': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Relative luminance (WCAG 2), which is what greyscale keeps of a colour. */
function luminance(color: string, sight: number[][]): number {
  const linear = (color.match(/\d+/g) ?? []).slice(0, 3).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red, green, blue] = sight.map((row) =>
    Math.max(
      0,
      row.reduce((sum, weight, i) => sum + weight * linear[i], 0)
    )
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(['dark', 'light'] as const)('colours on %s', (mode) => {
  const theme = createTheme({ colors: { mode } });
  const fillsOf = (set: GridLevel[]) => [...levelColors(set, theme).values()].map(({ fill }) => fill);

  it('leave text readable on every level', () => {
    for (const set of [three, four, five, ten]) {
      for (const { fill, text } of levelColors(set, theme).values()) {
        expect(colorManipulator.getContrastRatio(text, fill)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }
    }
  });

  it.each(Object.entries(SIGHTS))(
    'stand out more from level to level, by a factor of 1.2 or more, in %s',
    (_, sight) => {
      for (const set of [three, four, five]) {
        const contrasts = [theme.colors.background.primary, ...fillsOf(set)].map(
          (color) => luminance(color.startsWith('#') ? colorManipulator.hexToRgb(color) : color, sight) + 0.05
        );
        contrasts.slice(1).forEach((contrast, at) => {
          const step = mode === 'dark' ? contrast / contrasts[at] : contrasts[at] / contrast;
          expect(step).toBeGreaterThanOrEqual(1.2);
        });
      }
    }
  );

  it('grow by equal steps in greyscale, whatever lights the levels have', () => {
    const steps = fillsOf(five)
      .map((fill, at, all) =>
        at === 0
          ? []
          : [(luminance(fill, SIGHTS['full colour']) + 0.05) / (luminance(all[at - 1], SIGHTS['full colour']) + 0.05)]
      )
      .flat();
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.06);
  });

  it('differ between all levels, also of one light', () => {
    expect(new Set(fillsOf(ten)).size).toBe(ten.length);
  });
});

it('text reads on any colour', () => {
  for (let grey = 0; grey <= 255; grey++) {
    const fill = `rgb(${grey}, ${grey}, ${grey})`;
    expect(colorManipulator.getContrastRatio(textOn(fill), fill)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  }
});
