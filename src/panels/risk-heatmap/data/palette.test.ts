import { colorManipulator, createTheme } from '@grafana/data';
import type { GridLevel, GridLight } from './grid';
import { LEAST_CONTRAST, levelColors } from './palette';

const levels = (...lights: GridLight[]): GridLevel[] => lights.map((light, level) => ({ level, name: '', light }));
const sets = [
  levels('green', 'yellow', 'red'),
  levels('green', 'green', 'yellow', 'red', 'red'),
  levels('green', 'green', 'green', 'yellow', 'yellow', 'yellow', 'red', 'red', 'red', 'red'),
];

describe.each(['dark', 'light'] as const)('colours on %s', (mode) => {
  const theme = createTheme({ colors: { mode } });

  it('leave text readable on every level', () => {
    for (const set of sets) {
      for (const { fill, text } of levelColors(set, theme).values()) {
        expect(colorManipulator.getContrastRatio(text, fill)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }
    }
  });

  it('differ between all levels, also of one light', () => {
    for (const set of sets) {
      const fills = [...levelColors(set, theme).values()].map(({ fill }) => fill);
      expect(new Set(fills).size).toBe(set.length);
    }
  });
});
