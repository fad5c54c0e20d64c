/** A dashboard on screen. */
import React, { useEffect, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getBackendSrv } from '@grafana/runtime';
import { type EmbeddedScene, UrlSyncContextProvider } from '@grafana/scenes';
import { Alert, Spinner, useStyles2 } from '@grafana/ui';
import { useParams } from 'react-router';
import type { Boot } from '../boot';
import { showScene } from '../grafana/services';
import type { Dashboard } from './model';
import { sceneOf } from './sceneOf';
import { openingRange } from './timeRange';

type Shown = { dashboard: Dashboard; scene: EmbeddedScene } | { error: string } | undefined;

export function DashboardPage({ boot }: { boot: Boot }) {
  const { uid = '' } = useParams();
  return <OneDashboard key={uid} uid={uid} boot={boot} />;
}

function OneDashboard({ uid, boot }: { uid: string; boot: Boot }) {
  const styles = useStyles2(getStyles);
  const [shown, setShown] = useState<Shown>();

  useEffect(() => {
    let current = true;
    loadScene(uid, boot).then((loaded) => {
      if (current) {
        showScene('scene' in loaded ? loaded.scene : undefined);
        setShown(loaded);
      }
    });
    return () => {
      current = false;
      showScene(undefined);
    };
  }, [uid, boot]);

  useEffect(() => {
    if (shown && 'dashboard' in shown) {
      document.title = shown.dashboard.title;
    }
  }, [shown]);

  if (!shown) {
    return <Spinner />;
  }
  if ('error' in shown) {
    return <Alert title={shown.error} />;
  }
  const { dashboard, scene } = shown;
  return (
    <article className={styles.page} key={uid}>
      <header className={styles.head}>
        <h1 className={styles.title}>{dashboard.title}</h1>
        <p className={styles.description}>{dashboard.description}</p>
      </header>
      <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </article>
  );
}

async function loadScene(uid: string, { latestDay, timeZone }: Boot): Promise<Exclude<Shown, undefined>> {
  try {
    const { dashboard } = await getBackendSrv().get<{ dashboard: Dashboard }>(
      `/api/dashboards/uid/${encodeURIComponent(uid)}`,
      undefined,
      undefined,
      { showErrorAlert: false }
    );
    return { dashboard, scene: sceneOf(dashboard, openingRange(dashboard.time, latestDay, timeZone), timeZone) };
  } catch (error) {
    const { data, message } = error as { data?: { message?: string }; message?: string };
    return {
      error:
        data?.message ?? message ?? t('demo.dashboard-failed', 'The dashboard could not be loaded: reload the page.'),
    };
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', flex: 1, gap: theme.spacing(1) }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(2) }),
  title: css({ ...theme.typography.h3, margin: 0 }),
  description: css({ color: theme.colors.text.secondary, margin: 0 }),
});
