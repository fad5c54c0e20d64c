import { colorManipulator, createTheme } from '@grafana/data';
import { isStatus, type Light, lightTextColor, lookOf, STATUSES, statusWord } from './statuses';

describe.each(['dark', 'light'] as const)('In the %s theme', (mode) => {
  const theme = createTheme({ colors: { mode } });

  it.each<Light>(['green', 'yellow', 'red', 'grey'])('a word in the %s light is readable on a panel', (light) => {
    const contrast = colorManipulator.getContrastRatio(lightTextColor(light, theme), theme.colors.background.primary);
    expect(contrast).toBeGreaterThanOrEqual(4.5);
  });
});

it('shows what it does not know as not known, never as good', () => {
  expect(lookOf(undefined)).toEqual(lookOf('no_data'));
  expect(lookOf('splendid').light).toBe('grey');
  expect(isStatus('splendid')).toBe(false);
});

it('sorts every red status before every yellow one, and yellow before green', () => {
  const severities = (light: Light) =>
    STATUSES.map(lookOf)
      .filter((look) => look.light === light)
      .map((look) => look.severity);
  expect(Math.max(...severities('red'))).toBeLessThan(Math.min(...severities('yellow')));
  expect(Math.max(...severities('yellow'))).toBeLessThan(Math.min(...severities('green')));
});

it('tells statuses of one light that are not one thing apart by their marks', () => {
  expect(lookOf('missed').mark).not.toBe(lookOf('off_track').mark);
  expect(lookOf('not_started').mark).not.toBe(lookOf('stale').mark);
  expect(lookOf('achieved').mark).not.toBe(lookOf('on_track').mark);
});

it('has a word of its own for every status', () => {
  const words = STATUSES.map(statusWord);
  expect(new Set(words).size).toBe(STATUSES.length);
  expect(words.filter(isStatus)).toEqual([]);
});
