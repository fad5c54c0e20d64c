import { t as translate } from '@grafana/i18n';

type Values = Record<string, string | number>;

// Sixty gauges say thousands of sentences, many of them alike; a look-up in i18next takes far longer than one here.
const MOST_KEPT = 20_000;
const kept = new Map<string, string>();
let spoken = '';

/** Sets the language of the sentences, `zh-Hans` or `en-US`; a change forgets what was said in another. */
export function speak(language: string): void {
  if (language !== spoken) {
    kept.clear();
    spoken = language;
  }
}

/** The language that is spoken; English until one is set. */
export const spokenLanguage = () => spoken || 'en-US';

/**
 * A translated sentence. React escapes what it draws, so names must not be escaped a second time ("R&amp;D").
 *
 * @param key path in locales/<language>/shigan-phasegauge-panel.json
 * @param english what stands there where no translation is loaded
 * @param values for the {{places}}; `count` also chooses the plural
 */
export function t(key: string, english: string, values?: Values): string {
  const id = values ? `${key} ${Object.values(values).join('\u0000')}` : key;
  const known = kept.get(id);
  if (known !== undefined) {
    return known;
  }
  const words = translate(key, english, { ...values, interpolation: { escapeValue: false } });
  if (kept.size >= MOST_KEPT) {
    kept.clear();
  }
  kept.set(id, words);
  return words;
}
