/**
 * Every status word of the product, with its light and its mark: said once for panels, pages and editors.
 * The words themselves stand in `src/status/locales`, which the build merges into each plugin's translations.
 */
import { t } from '@grafana/i18n';
import type { GrafanaTheme2 } from '@grafana/data';

export type Light = 'green' | 'yellow' | 'red' | 'grey';

/** The vector shape that stands beside a colour, so that nothing is said by colour alone. */
export type Mark = 'tick' | 'dot' | 'triangle' | 'square' | 'cross' | 'ring' | 'dashed-ring';

export interface StatusLook {
  light: Light;
  mark: Mark;
  /** 0 is worst. Sorting by severity sorts by this number. */
  severity: number;
}

const LOOKS = {
  missed: { light: 'red', mark: 'cross', severity: 0 },
  breached: { light: 'red', mark: 'cross', severity: 1 },
  deteriorating: { light: 'red', mark: 'square', severity: 2 },
  off_track: { light: 'red', mark: 'square', severity: 3 },
  overdue: { light: 'red', mark: 'square', severity: 3 },
  above_appetite: { light: 'red', mark: 'square', severity: 3 },
  late: { light: 'red', mark: 'square', severity: 4 },
  never_reported: { light: 'grey', mark: 'dashed-ring', severity: 5 },
  stale: { light: 'grey', mark: 'dashed-ring', severity: 6 },
  no_data: { light: 'grey', mark: 'dashed-ring', severity: 7 },
  unscored: { light: 'grey', mark: 'dashed-ring', severity: 7 },
  at_risk: { light: 'yellow', mark: 'triangle', severity: 8 },
  review_overdue: { light: 'yellow', mark: 'triangle', severity: 8 },
  due_soon: { light: 'yellow', mark: 'triangle', severity: 8 },
  done_late: { light: 'yellow', mark: 'triangle', severity: 9 },
  reported_late: { light: 'yellow', mark: 'triangle', severity: 9 },
  on_track: { light: 'green', mark: 'dot', severity: 10 },
  open: { light: 'green', mark: 'dot', severity: 10 },
  within_appetite: { light: 'green', mark: 'dot', severity: 10 },
  not_started: { light: 'grey', mark: 'ring', severity: 11 },
  achieved: { light: 'green', mark: 'tick', severity: 12 },
  met: { light: 'green', mark: 'tick', severity: 12 },
  done: { light: 'green', mark: 'tick', severity: 12 },
  reported: { light: 'green', mark: 'tick', severity: 12 },
} as const satisfies Record<string, StatusLook>;

export type Status = keyof typeof LOOKS;

export const STATUSES = Object.keys(LOOKS) as Status[];

export function isStatus(word: unknown): word is Status {
  return typeof word === 'string' && word in LOOKS;
}

/** Light, mark and severity of a status; of a word that is none, those of `no_data`: unknown is never shown as good. */
export function lookOf(status: string | null | undefined): StatusLook {
  return isStatus(status) ? LOOKS[status] : LOOKS.no_data;
}

/** The status in the reader's language; an unknown word is shown as it is. */
export function statusWord(status: string): string {
  switch (status) {
    case 'missed':
      return t('status.missed', 'Missed');
    case 'breached':
      return t('status.breached', 'Breached');
    case 'deteriorating':
      return t('status.deteriorating', 'Deteriorating');
    case 'off_track':
      return t('status.off_track', 'Off track');
    case 'overdue':
      return t('status.overdue', 'Overdue');
    case 'above_appetite':
      return t('status.above_appetite', 'Above appetite');
    case 'late':
      return t('status.late', 'Report late');
    case 'never_reported':
      return t('status.never_reported', 'Never reported');
    case 'stale':
      return t('status.stale', 'Stale');
    case 'no_data':
      return t('status.no_data', 'No data');
    case 'unscored':
      return t('status.unscored', 'Not scored');
    case 'at_risk':
      return t('status.at_risk', 'At risk');
    case 'review_overdue':
      return t('status.review_overdue', 'Review overdue');
    case 'due_soon':
      return t('status.due_soon', 'Due soon');
    case 'done_late':
      return t('status.done_late', 'Done late');
    case 'reported_late':
      return t('status.reported_late', 'Reported late');
    case 'on_track':
      return t('status.on_track', 'On track');
    case 'open':
      return t('status.open', 'In progress');
    case 'within_appetite':
      return t('status.within_appetite', 'Within appetite');
    case 'not_started':
      return t('status.not_started', 'Not started');
    case 'achieved':
      return t('status.achieved', 'Achieved');
    case 'met':
      return t('status.met', 'Met');
    case 'done':
      return t('status.done', 'Done');
    case 'reported':
      return t('status.reported', 'Reported');
    default:
      return status;
  }
}

/** The theme's colour of a light for words and numbers: readable on a panel, dark or light (contrast 4.5 or better). */
export function lightTextColor(light: Light, theme: GrafanaTheme2): string {
  switch (light) {
    case 'green':
      return theme.colors.success.text;
    case 'yellow':
      return theme.colors.warning.text;
    case 'red':
      return theme.colors.error.text;
    case 'grey':
      return theme.colors.text.secondary;
  }
}

/** The theme's colour of a light: for marks, lines and fills. */
export function lightColor(light: Light, theme: GrafanaTheme2): string {
  switch (light) {
    case 'green':
      return theme.visualization.getColorByName(theme.isDark ? 'green' : 'semi-dark-green');
    case 'yellow':
      return theme.visualization.getColorByName(theme.isDark ? 'yellow' : 'dark-yellow');
    case 'red':
      return theme.visualization.getColorByName(theme.isDark ? 'red' : 'semi-dark-red');
    case 'grey':
      return theme.colors.text.secondary;
  }
}
