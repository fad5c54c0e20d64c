import type { GrafanaTheme2 } from '@grafana/data';
import { lightColor, lookOf } from '../../../status/statuses';

export interface Palette {
  /** The empty way of a ring or bar. */
  track: string;
  /** The zone in which a limit is kept. */
  zone: string;
  /** Phase targets on a bar. */
  line: string;
  /** Expected by now: the strongest contrast of the theme. */
  tick: string;
  /** Around ticks and points, so that they stand out from what they lie on. */
  halo: string;
  /** The as-of day. */
  now: string;
  text: string;
  faint: string;
  /** The light of a status, for marks, points and lines. */
  of: (status: string | null) => string;
  /** The light of a status as the fill of a ring or bar: what is not judged now stands back. */
  fillOf: (status: string | null) => string;
}

/** @param surface the colour behind the panel: the canvas where the panel is transparent */
export function paletteOf(theme: GrafanaTheme2, surface: string = theme.colors.background.primary): Palette {
  return {
    track: theme.isDark ? 'rgba(204, 204, 220, 0.13)' : 'rgba(36, 41, 46, 0.11)',
    zone: theme.isDark ? 'rgba(204, 204, 220, 0.32)' : 'rgba(36, 41, 46, 0.24)',
    line: theme.isDark ? 'rgba(204, 204, 220, 0.75)' : 'rgba(36, 41, 46, 0.6)',
    tick: theme.isDark ? '#ffffff' : '#000000',
    halo: surface,
    now: theme.colors.primary.text,
    text: theme.colors.text.primary,
    faint: theme.colors.text.secondary,
    of: (status) => lightColor(lookOf(status).light, theme),
    fillOf: (status) => {
      const { light } = lookOf(status);
      // Solid, not see-through: round ends overlap what lies before them.
      return light === 'grey' ? (theme.isDark ? '#6b6d78' : '#a3a6ad') : lightColor(light, theme);
    },
  };
}

/** Forecasts are faint. */
export const FORECAST_OPACITY = 0.36;
