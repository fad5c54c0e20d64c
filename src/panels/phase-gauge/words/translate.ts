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
 * A translated sentence. Nothing in it is escaped, as React escapes what it draws.
 *
 * @param key path in locales/<language>/shigan-phasegauge-panel.json
 * @param english what stands there where no translation is loaded
 * @param values for the {{places}}; `count` also chooses the plural
 */
export function t(key: string, english: string, values?: Values): string {
  // What varies is put in here: i18next would take longer for it than the whole drawing.
  const sentence = keep(values?.count === undefined ? key : `${key} ${values.count}`, () =>
    translate(key, english, { ...values, skipInterpolation: true })
  );
  return values ? sentence.replace(PLACE, (_, name) => String(values[name] ?? '')) : sentence;
}

const PLACE = /{{\s*(\w+)\s*}}/g;

/**
 * What `say` says in the language that is spoken, made once for each `id`.
 *
 * @param id must name everything on which the words depend but the language
 */
export function keep(id: string, say: () => string): string {
  const known = kept.get(id);
  if (known !== undefined) {
    return known;
  }
  const words = say();
  if (kept.size >= MOST_KEPT) {
    kept.clear();
  }
  kept.set(id, words);
  return words;
}
