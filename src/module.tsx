import React, { lazy, Suspense } from 'react';
import { AppPlugin, type AppRootProps } from '@grafana/data';
import { initPluginTranslations, t } from '@grafana/i18n';
import { LoadingPlaceholder } from '@grafana/ui';
import { AppSettings } from './pages/setup/AppSettings';

await initPluginTranslations('shigan-policy-app');

const App = lazy(() => import('./pages/App'));

function Root(_: AppRootProps) {
  return (
    <Suspense fallback={<LoadingPlaceholder text={t('page.loading', 'Loading…')} />}>
      <App />
    </Suspense>
  );
}

export const plugin = new AppPlugin().setRootPage(Root).addConfigPage({
  title: t('settings.title', 'Setup'),
  icon: 'cog',
  body: AppSettings,
  id: 'setup',
});
