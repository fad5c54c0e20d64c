import { t as translate } from '@grafana/i18n';

type Values = Record<string, string | number>;

/**
 * A translated sentence. React escapes what it draws, so names must not be escaped a second time ("R&amp;D").
 *
 * @param key path in locales/<language>/shigan-phasegauge-panel.json
 * @param english what stands there where no translation is loaded
 * @param values for the {{places}}; `count` also chooses the plural
 */
export const t = (key: string, english: string, values?: Values): string =>
  translate(key, english, { ...values, interpolation: { escapeValue: false } });
