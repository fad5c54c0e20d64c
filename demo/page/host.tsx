/** The demo's page: lays out Grafana's services and renders the app's pages and the dashboards. */
import React from 'react';
import { type EventBus, ThemeContext } from '@grafana/data';
import { initPluginTranslations, t } from '@grafana/i18n';
import { config, LocationServiceProvider, locationService } from '@grafana/runtime';
import { loadResources } from '@grafana/scenes';
import { Alert, GlobalStyles, PortalContainer } from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import { Navigate, Route, Routes } from 'react-router';
import type { Boot, Choice, Language } from './boot';
import { DashboardPage, SoloPage } from './dashboard/DashboardPage';
import { knowPlugins } from './grafana/plugins';
import { layOutServices } from './grafana/services';
import { shareModules } from './grafana/sharedModules';
import { setPluginFrames } from './grafana/pluginPage';
import { WORDS } from './locales/words';
import { AppPage } from './shell/AppPage';
import { pagesOf } from './shell/pages';
import { Routing } from './shell/Routing';
import { Shell } from './shell/Shell';

export async function runHost(boot: Boot, choice: Choice) {
  await initPluginTranslations(WORDS, [loadResources]);
  shareModules();
  knowPlugins(boot, choice.language);
  setPluginFrames();
  const events = layOutServices(boot);
  createRoot(document.getElementById('page')!).render(<Host boot={boot} choice={choice} events={events} />);
}

function Host({ boot, choice, events }: { boot: Boot; choice: Choice; events: EventBus }) {
  return (
    <ThemeContext.Provider value={config.theme2}>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Routing>
          <Routes>
            <Route path="/d-solo/:uid/*" element={<SoloPage boot={boot} />} />
            <Route path="*" element={<Pages boot={boot} choice={choice} events={events} />} />
          </Routes>
        </Routing>
      </LocationServiceProvider>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

function Pages({ boot, choice, events }: { boot: Boot; choice: Choice; events: EventBus }) {
  return (
    <Shell boot={boot} choice={choice} events={events}>
      <Routes>
        <Route path="/" element={<Navigate to={firstPage(boot, choice.language)} replace />} />
        <Route path="/a/:app/*" element={<AppPage />} />
        <Route path="/d/:uid/*" element={<DashboardPage boot={boot} />} />
        <Route path="*" element={<Alert title={t('demo.nowhere', 'Only Grafana has this page: go back, or choose one at the left.')} severity="info" />} />
      </Routes>
    </Shell>
  );
}

const firstPage = (boot: Boot, language: Language): string =>
  pagesOf(boot)[0]?.href ?? `/d/${boot.dashboards.find((dashboard) => dashboard.language === language)?.uid}`;
