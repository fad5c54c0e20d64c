/** What the demo's server tells the page at first, and what the reader chose. */
export interface PluginBoot {
  id: string;
  type: 'app' | 'datasource' | 'panel';
  manifest: Record<string, any>;
  /** Path of module.js. */
  module: string;
  /** Languages that it speaks. */
  locales: string[];
}

export interface DashboardBoot {
  uid: string;
  title: string;
  description: string;
  language: Language;
  /** Whether it shows invented data of its own, and not the ledger. */
  example: boolean;
}

export interface Boot {
  plugins: PluginBoot[];
  dashboards: DashboardBoot[];
  dataSource: { uid: string; name: string; type: string; jsonData: Record<string, unknown> };
  /** Latest day of the ledger, 2026-10-31; null if it is empty. */
  latestDay: string | null;
  /** IANA name of the time zone in which the ledger's days begin: that of the page's dates. */
  timeZone: string;
  /** Whether the ledger is the invented sample. */
  sample: boolean;
}

export type Language = 'zh-Hans' | 'en-US';
export type Theme = 'dark' | 'light';

export interface Choice {
  language: Language;
  theme: Theme;
}

const KEPT_AS = 'shigan.demo';

/** The reader's language and theme: as chosen before, or else as the browser asks for. */
export function readChoice(): Choice {
  const kept = JSON.parse(window.localStorage.getItem(KEPT_AS) ?? '{}');
  const language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-Hans' : 'en-US';
  const theme: Theme = window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  return { language, theme, ...kept };
}

/** Keeps the choice and shows `path` with it: words and colours were fixed when the page began, as in Grafana. */
export function choose(choice: Choice, path = window.location.pathname + window.location.search) {
  window.localStorage.setItem(KEPT_AS, JSON.stringify(choice));
  if (path === window.location.pathname + window.location.search) {
    window.location.reload();
  } else {
    window.location.assign(path);
  }
}

export async function fetchBoot(): Promise<Boot> {
  const response = await fetch('/api/demo/boot');
  if (!response.ok) {
    throw new Error(`The demo's server answered ${response.status}: start it again with "npm start".`);
  }
  return response.json();
}
