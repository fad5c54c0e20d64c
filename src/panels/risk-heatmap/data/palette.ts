/** Colours of the levels: the light's hue, one shade per level of that light, text always at 4.5 : 1 or better. */
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import type { GridLevel, GridLight } from './grid';

export interface LevelColors {
  /** Background of a cell with risks. */
  fill: string;
  /** Outline of a cell without. */
  outline: string;
  /** Text and dots on `fill`. */
  text: string;
}

export const LEAST_CONTRAST = 4.5;

/** Theme colour and its share in the background, from the mildest to the gravest shade of a light. */
type Shade = [color: string, share: number];
const SHADES: Record<'dark' | 'light', Record<GridLight, [Shade, Shade]>> = {
  dark: {
    green: [
      ['dark-green', 0.42],
      ['green', 0.52],
    ],
    yellow: [
      ['dark-yellow', 0.62],
      ['semi-dark-yellow', 0.62],
    ],
    red: [
      ['dark-orange', 0.66],
      ['semi-dark-red', 0.74],
    ],
  },
  light: {
    green: [
      ['green', 0.38],
      ['semi-dark-green', 0.68],
    ],
    yellow: [
      ['yellow', 0.75],
      ['semi-dark-yellow', 0.9],
    ],
    red: [
      ['semi-dark-orange', 0.72],
      ['red', 0.8],
    ],
  },
};

const channels = (color: string): number[] => colorManipulator.decomposeColor(color).values.slice(0, 3).map(Number);

/** `share` of one opaque colour in another, as `rgb(…)`. */
export function mix(color: string, background: string, share: number): string {
  const [over, under] = [channels(color), channels(background)];
  return `rgb(${over.map((value, i) => Math.round(value * share + under[i] * (1 - share))).join(', ')})`;
}

/** Colours by level, ascending levels given. */
export function levelColors(levels: GridLevel[], theme: GrafanaTheme2): Map<number, LevelColors> {
  const background = theme.colors.background.primary;
  const text = theme.isDark ? '#ffffff' : '#16181c';
  const shades = SHADES[theme.isDark ? 'dark' : 'light'];
  return new Map(
    levels.map(({ level, light }) => {
      const siblings = levels.filter((other) => other.light === light);
      const position = siblings.findIndex((other) => other.level === level);
      // A single green is the plain one, a single red the gravest.
      const grave = siblings.length === 1 ? 1 : position / (siblings.length - 1);
      const [[mildColor, mildShare], [graveColor, graveShare]] = shades[light];
      const color = mix(
        theme.visualization.getColorByName(graveColor),
        theme.visualization.getColorByName(mildColor),
        grave
      );
      let share = mildShare + (graveShare - mildShare) * grave;
      let fill = mix(color, background, share);
      while (share > 0 && colorManipulator.getContrastRatio(text, fill) < LEAST_CONTRAST) {
        share -= 0.02;
        fill = mix(color, background, Math.max(0, share));
      }
      return [level, { fill, text, outline: mix(fill, background, 0.75) }];
    })
  );
}
