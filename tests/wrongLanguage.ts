/** What is wrong with texts in two languages: in the other language, missing, or filled in with other values. Pure. */

const CHINESE = /[\u3400-\u9fff]/;
/** Marks of Chinese text; the quotes “ ” are English too. */
const CHINESE_MARKS = /[，。；：？！（）《》「」、]/;
/** Two English words in a row within Chinese: half a sentence that nobody translated. Names are written with capitals. */
const ENGLISH_WORDS = /\b[a-z]{2,} [a-z]{2,}\b/;
/** What has no language: code, what is quoted as it is typed, and what is filled in. */
const WITHOUT_LANGUAGE =
  /`[^`]*`|"[^"]*"|\{\{[^}]*\}\}|\$\{?\w+\}?|%(?:\[\d+\])?[a-z]|\b(?:zh-Hans|en-US)\b|https?:\S+|<[^>]*>/g;
/** A language in its own words stands so in every language. */
const NAMES_OF_LANGUAGES = ['中文', '简体中文', 'English'];

export type Language = 'zh-Hans' | 'en-US';
/** A text with its key. */
export type Text = [key: string, text: string];

export const hasChinese = (text: string): boolean => CHINESE.test(text);

/** Whether a text can stand in a language. Numbers, ids, units and names in capitals can stand in both. */
export function isIn(language: Language, text: string): boolean {
  if (NAMES_OF_LANGUAGES.includes(text)) {
    return true;
  }
  if (language === 'en-US') {
    return !CHINESE.test(text) && !CHINESE_MARKS.test(text);
  }
  const words = text.replace(WITHOUT_LANGUAGE, ' ');
  return CHINESE.test(text) ? !ENGLISH_WORDS.test(words) : !/[a-z]{2}/.test(words);
}

/** The texts that cannot stand in the language. */
export const notIn = (language: Language, texts: Text[]): Text[] => texts.filter(([, text]) => !isIn(language, text));

/** Every text of a tree of translations, its key with dots. */
export function textsOf(tree: Record<string, unknown>, prefix = ''): Text[] {
  return Object.entries(tree).flatMap(([key, value]): Text[] =>
    typeof value === 'string' ? [[prefix + key, value]] : textsOf(value as Record<string, unknown>, `${prefix}${key}.`)
  );
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Keys that one of two languages has and the other has not; forms of the plural count as one. */
export function lonelyKeys(one: Text[], other: Text[]): string[] {
  const keysOf = (texts: Text[]) => new Set(texts.map(([key]) => key.replace(PLURAL, '')));
  const [ones, others] = [keysOf(one), keysOf(other)];
  return [...ones, ...others].filter((key) => ones.has(key) !== others.has(key)).sort();
}

/** Names of what a text is filled in with: {{name}}. */
export const valuesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{-? ?(\w+)/g)].map(([, name]) => name))].sort();

/** Go's verbs in a text, whatever their order: %s, %d, %[2]s. */
export const verbsIn = (text: string): string[] =>
  (text.match(/%(?:\[\d+\])?[a-z]/g) ?? []).map((verb) => verb.replace(/\[\d+\]/, '')).sort();

/** Keys whose texts are filled in with different values. One of something may leave out its number. */
export function filledOtherwise(english: Text[], chinese: Text[]): string[] {
  const zh = new Map(chinese);
  return english
    .filter(([key, text]) => {
      const twin = zh.get(key) ?? zh.get(key.replace(PLURAL, '_other')) ?? zh.get(key.replace(PLURAL, ''));
      return twin !== undefined && !/_one$/.test(key) && String(valuesIn(twin)) !== String(valuesIn(text));
    })
    .map(([key]) => key);
}

/** Pairs of sentences, English first, of which one is in the other's language or has other verbs. */
export const wrongPairs = (pairs: Array<[en: string, zh: string]>): Array<[string, string]> =>
  pairs.filter(
    ([en, zh]) =>
      !isIn('en-US', en) || (zh !== '' && (!isIn('zh-Hans', zh) || String(verbsIn(en)) !== String(verbsIn(zh))))
  );

/** An annotation of an alert rule in both languages, as the rule's file has it; without its twin, English is undefined. */
export interface Annotation {
  name: string;
  zh: string;
  en: string | undefined;
}

/** The annotations summary, ended and description of rules in YAML, each with its twin of the next line. */
export function annotationsIn(yaml: string): Annotation[] {
  return [...yaml.matchAll(/^\s+(summary|ended|description): '(.*)'$(?:\n\s+\1_en: '(.*)'$)?/gm)].map(
    ([, name, zh, en]) => ({ name, zh, en })
  );
}

const labelsIn = (text: string) => [...new Set(text.match(/\$(labels|values)\.\w+/g) ?? [])].sort();

/** Annotations that are not Chinese with an English twin that says the same labels and values. */
export const wrongAnnotations = (annotations: Annotation[]): Annotation[] =>
  annotations.filter(
    ({ zh, en }) =>
      en === undefined || !hasChinese(zh) || hasChinese(en) || String(labelsIn(zh)) !== String(labelsIn(en))
  );
