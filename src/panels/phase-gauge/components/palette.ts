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
  text: string;
  faint: string;
  of: (status: string | null) => string;
}

export function paletteOf(theme: GrafanaTheme2): Palette {
  return {
    track: theme.isDark ? 'rgba(204, 204, 220, 0.13)' : 'rgba(36, 41, 46, 0.11)',
    zone: theme.isDark ? 'rgba(204, 204, 220, 0.26)' : 'rgba(36, 41, 46, 0.2)',
    line: theme.isDark ? 'rgba(204, 204, 220, 0.75)' : 'rgba(36, 41, 46, 0.6)',
    tick: theme.isDark ? '#ffffff' : '#000000',
    halo: theme.colors.background.primary,
    text: theme.colors.text.primary,
    faint: theme.colors.text.secondary,
    of: (status) => lightColor(lookOf(status).light, theme),
  };
}

/** How solid a value is drawn: what is not judged now stands back. */
export const solidity = (status: string | null) => (lookOf(status).light === 'grey' ? 0.55 : 1);

/** Forecasts are faint. */
export const FORECAST_OPACITY = 0.36;
