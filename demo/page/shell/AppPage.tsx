/** The app's own pages, through its root, where Grafana would put them: /a/<app>/… */
import React, { useEffect, useState } from 'react';
import { type AppPlugin, type NavModel, PluginContextProvider } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, ErrorBoundaryAlert, Spinner } from '@grafana/ui';
import { useLocation, useParams } from 'react-router';
import { importAppPlugin } from '../grafana/plugins';

export function AppPage() {
  const { app = '' } = useParams();
  const { pathname, search } = useLocation();
  const [plugin, setPlugin] = useState<AppPlugin>();
  const [error, setError] = useState<string>();

  useEffect(() => {
    importAppPlugin(app).then(setPlugin, (failure: Error) => setError(failure.message));
  }, [app]);

  if (error) {
    return <Alert title={error} />;
  }
  if (!plugin) {
    return <Spinner />;
  }
  const Root = plugin.root;
  if (!Root) {
    return <Alert title={t('demo.no-pages', 'The app {{app}} has no pages: rebuild it with "npm run build:frontend".', { app })} />;
  }
  return (
    <ErrorBoundaryAlert>
      <PluginContextProvider meta={plugin.meta}>
        <Root
          meta={plugin.meta}
          basename={`/a/${app}`}
          path={pathname}
          query={Object.fromEntries(new URLSearchParams(search))}
          onNavChanged={(_: NavModel) => {}}
        />
      </PluginContextProvider>
    </ErrorBoundaryAlert>
  );
}
