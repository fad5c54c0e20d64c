/** The two languages that every dashboard exists in. */
export type Language = 'zh-Hans' | 'en-US';
export const LANGUAGES: Language[] = ['zh-Hans', 'en-US'];

/** Chooses between the Chinese and the English wording of one thing. */
export type Say = (zh: string, en: string) => string;

export function sayIn(language: Language): Say {
  return language === 'zh-Hans' ? (zh) => zh : (_, en) => en;
}

/** Names of the dashboards, in the order of the navigation. */
export const NAMES = ['overview', 'targets', 'tasks', 'risks', 'unit', 'policy'] as const;
export type Name = (typeof NAMES)[number];

/** Grafana's uid of a dashboard: `shigan-overview-zh`, `shigan-overview-en`. */
export function uidOf(name: Name, language: Language): string {
  return `shigan-${name}-${language === 'zh-Hans' ? 'zh' : 'en'}`;
}
