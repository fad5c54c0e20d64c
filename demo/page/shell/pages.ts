/** Where the reader can go, and how those places are called. */
import { t } from '@grafana/i18n';
import type { Boot, Language } from '../boot';

interface Page {
  path: string;
  /** The path as of the ledger's latest day, where that is past: the sample must not look late by the calendar. */
  href: string;
  title: () => string;
}

/** The app's pages that its manifest puts into the navigation. */
export function pagesOf({ plugins, latestDay }: Boot): Page[] {
  const asOf = latestDay !== null && latestDay < new Date().toISOString().slice(0, 10) ? `?asOf=${latestDay}` : '';
  return plugins
    .filter(({ type }) => type === 'app')
    .flatMap(({ id, manifest }) =>
      (manifest.includes ?? [])
        .filter((include: { type: string; addToNav?: boolean }) => include.type === 'page' && include.addToNav)
        .map(({ name, path }: { name: string; path: string }) => {
          const at = path.replace('%PLUGIN_ID%', id);
          return { path: at, href: at + asOf, title: () => titleOf(at, name) };
        })
    );
}

/** Manifests speak English only: the demo knows the product's pages in the reader's language. */
function titleOf(path: string, name: string): string {
  switch (path.split('/').pop()) {
    case 'overview':
      return t('demo.pages.overview', 'Overview');
    case 'ledger':
      return t('demo.pages.ledger', 'Ledger');
    case 'follow-up':
      return t('demo.pages.follow-up', 'Follow-up');
    case 'setup':
      return t('demo.pages.setup', 'Setup');
    default:
      return name;
  }
}

/** The same place in another language: each dashboard exists once per language, its uid ending in -zh or -en. */
export function placeIn(language: Language, path: string, { dashboards }: Boot): string {
  const ending = language === 'zh-Hans' ? '-zh' : '-en';
  return path.replace(/^(\/d\/[^/?]+)-(zh|en)(?=$|[/?])/, (whole, stem) =>
    dashboards.some(({ uid }) => `/d/${uid}` === stem + ending) ? stem + ending : whole
  );
}

/** The title of the app's page at an address. */
export const pageTitle = (path: string): string => titleOf(path, path.split('/').pop() ?? '');
