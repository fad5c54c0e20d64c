/**
 * Colours of the levels: the light's hue, and a lightness that tells the level alone. Each step up stands out more from
 * the panel by the same factor, so that the order is seen in greyscale and by colour-blind readers, too.
 */
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

type Mode = 'dark' | 'light';

/** Theme colours of a light, from its mildest to its gravest level. */
const HUES: Record<Mode, Record<GridLight, [mild: string, grave: string]>> = {
  dark: { green: ['green', 'green'], yellow: ['dark-yellow', 'dark-yellow'], red: ['orange', 'red'] },
  light: { green: ['green', 'green'], yellow: ['dark-yellow', 'dark-yellow'], red: ['orange', 'red'] },
};

/** Relative luminance (WCAG 2) of the mildest and of the gravest level. */
const LUMINANCES: Record<Mode, [mildest: number, gravest: number]> = { dark: [0.045, 0.3], light: [0.7, 0.12] };

/** Where a single level stands between them. */
const ALONE: Record<GridLight, number> = { green: 0, yellow: 0.5, red: 1 };

const channels = (color: string): number[] => colorManipulator.decomposeColor(color).values.slice(0, 3).map(Number);

/** `share` of one opaque colour in another, as `rgb(…)`. */
function mix(color: string, background: string, share: number): string {
  const [over, under] = [channels(color), channels(background)];
  return `rgb(${over.map((value, i) => Math.round(value * share + under[i] * (1 - share))).join(', ')})`;
}

/** Black or white, whichever reads better on an opaque colour: one of them always does at 4.58 : 1 or better. */
export const textOn = (fill: string) =>
  colorManipulator.getContrastRatio('#ffffff', fill) >= colorManipulator.getContrastRatio('#000000', fill)
    ? '#ffffff'
    : '#000000';

/** An opaque colour, darkened or lightened to a relative luminance. */
function withLuminance(color: string, luminance: number): string {
  const isDarker = colorManipulator.getLuminance(color) < luminance;
  const end = isDarker ? '#ffffff' : '#000000';
  let [least, most] = [0, 1];
  while (most - least > 0.002) {
    const share = (least + most) / 2;
    const isPast = colorManipulator.getLuminance(mix(color, end, share)) < luminance === isDarker;
    [least, most] = isPast ? [least, share] : [share, most];
  }
  return mix(color, end, least);
}

/** Between two numbers by equal factors; what is compared is a contrast, so 0.05 is added as in WCAG 2. */
const between = ([from, to]: [number, number], share: number) =>
  Math.exp(Math.log(from + 0.05) * (1 - share) + Math.log(to + 0.05) * share) - 0.05;

/** Colours by level, ascending levels given. */
export function levelColors(levels: GridLevel[], theme: GrafanaTheme2): Map<number, LevelColors> {
  const mode = theme.isDark ? 'dark' : 'light';
  return new Map(
    levels.map(({ level, light }, at) => {
      const siblings = levels.filter((other) => other.light === light);
      // A single red is the gravest.
      const grave =
        siblings.length === 1 ? 1 : siblings.findIndex((other) => other.level === level) / (siblings.length - 1);
      const [mildHue, graveHue] = HUES[mode][light].map((name) => theme.visualization.getColorByName(name));
      const share = levels.length === 1 ? ALONE[light] : at / (levels.length - 1);
      const fill = withLuminance(mix(graveHue, mildHue, grave), between(LUMINANCES[mode], share));
      return [level, { fill, text: textOn(fill), outline: mix(fill, theme.colors.background.primary, 0.75) }];
    })
  );
}
