/**
 * Before anything of Grafana's packages runs: `config` is read from `window.grafanaBootData` when @grafana/runtime is
 * first imported, and words are looked up as components render. So both are laid out here, then the host is loaded.
 */
import { initPluginTranslations } from '@grafana/i18n';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Boot, type Choice, fetchBoot, readChoice } from './boot';
import { ownWords, WORDS } from './locales/words';

/** The Grafana whose shared modules and services the demo offers: the oldest that the plugins support. */
const AS_GRAFANA = '12.2.0';

async function start() {
  const choice = readChoice();
  document.documentElement.lang = choice.language;
  const boot = await fetchBoot();
  Object.assign(window, { grafanaBootData: bootData(boot, choice) });
  await i18next.use(initReactI18next).init({
    lng: choice.language,
    fallbackLng: 'en-US',
    supportedLngs: ['en-US', 'zh-Hans'],
    // Some words from the beginning: i18next takes a language for resolved only when it knows words of it.
    resources: { [choice.language]: { [WORDS]: await ownWords(choice.language) } },
    returnEmptyString: false,
    showSupportNotice: false,
  });
  await initPluginTranslations(WORDS);
  const { runHost } = await import('./host');
  await runHost(boot, choice);
}

function bootData({ plugins, dataSource, timeZone }: Boot, { language, theme }: Choice) {
  const panels = plugins.filter(({ type }) => type === 'panel');
  const apps = plugins.filter(({ type }) => type === 'app');
  return {
    user: {
      id: 1, isSignedIn: true, login: 'demo', name: 'Demo', email: '', orgId: 1, orgName: 'Demo', orgRole: 'Admin',
      orgCount: 1, isGrafanaAdmin: false, gravatarUrl: '', timezone: timeZone, weekStart: 'monday', locale: language,
      language, regionalFormat: language === 'zh-Hans' ? 'zh-CN' : 'en-GB', theme, lightTheme: theme === 'light',
      permissions: {},
    },
    navTree: [],
    assets: { dark: '', light: '' },
    settings: {
      appUrl: `${window.location.origin}/`,
      appSubUrl: '',
      buildInfo: { version: AS_GRAFANA, commit: '', env: 'production', edition: 'Open Source' },
      featureToggles: {},
      minRefreshInterval: '5s',
      defaultDatasource: dataSource.name,
      datasources: {},
      language,
      dateFormats: {
        fullDate: 'YYYY-MM-DD HH:mm:ss', useBrowserLocale: false, defaultTimezone: timeZone, defaultWeekStart: 'monday',
        interval: {
          millisecond: 'HH:mm:ss.SSS', second: 'HH:mm:ss', minute: 'HH:mm', hour: 'MM-DD HH:mm', day: 'MM-DD',
          month: 'YYYY-MM', year: 'YYYY',
        },
      },
      panels: Object.fromEntries(panels.map(({ id, manifest }) => [id, { ...manifest, module: id, baseUrl: `/public/plugins/${id}` }])),
      apps: Object.fromEntries(
        apps.map(({ id, manifest, module }) => [id, { id, path: module, version: manifest.info.version, preload: false }])
      ),
    },
  };
}

start().catch((error: Error) => {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.style.cssText = 'margin: 4rem auto; max-width: 40rem; font: 16px/1.5 sans-serif';
  line.textContent = error.message;
  document.getElementById('page')!.replaceChildren(line);
  console.error(error);
});
