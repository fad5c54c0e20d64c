/** A dashboard on screen. */
import React, { useCallback, useEffect, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getBackendSrv } from '@grafana/runtime';
import { type EmbeddedScene, UrlSyncContextProvider } from '@grafana/scenes';
import { Alert, Spinner, useStyles2 } from '@grafana/ui';
import { useLocation, useParams } from 'react-router';
import type { Boot } from '../boot';
import { showScene } from '../grafana/services';
import type { Dashboard } from './model';
import { sceneOf, soloSceneOf } from './sceneOf';
import { openingRange } from './timeRange';

type MakeScene = typeof sceneOf;
type Shown = { dashboard: Dashboard; scene: EmbeddedScene } | { error: string } | undefined;

export function DashboardPage({ boot }: { boot: Boot }) {
  const { uid = '' } = useParams();
  return <OneDashboard key={uid} uid={uid} boot={boot} />;
}

/** One panel, as large as the window: /d-solo/<uid>?panelId=1. */
export function SoloPage({ boot }: { boot: Boot }) {
  const { uid = '' } = useParams();
  const panelId = Number(new URLSearchParams(useLocation().search).get('panelId'));
  return <OnePanel key={`${uid} ${panelId}`} uid={uid} panelId={panelId} boot={boot} />;
}

/** The scene of a dashboard, once it came, also for the services that ask for what is on screen. */
function useScene(uid: string, boot: Boot, make: MakeScene): Shown {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let current = true;
    loadScene(uid, boot, make).then((loaded) => {
      if (current) {
        showScene('scene' in loaded ? loaded.scene : undefined);
        setShown(loaded);
      }
    });
    return () => {
      current = false;
      showScene(undefined);
    };
  }, [uid, boot, make]);
  return shown;
}

function OnePanel({ uid, panelId, boot }: { uid: string; panelId: number; boot: Boot }) {
  const make = useCallback<MakeScene>(
    (dashboard, range, timeZone) => soloSceneOf(dashboard, panelId, range, timeZone),
    [panelId]
  );
  const shown = useScene(uid, boot, make);
  if (!shown) {
    return <Spinner />;
  }
  return (
    <main className={css({ position: 'fixed', inset: 0, display: 'flex' })}>
      {'error' in shown ? <Alert title={shown.error} /> : <shown.scene.Component model={shown.scene} />}
    </main>
  );
}

function OneDashboard({ uid, boot }: { uid: string; boot: Boot }) {
  const styles = useStyles2(getStyles);
  const shown = useScene(uid, boot, sceneOf);

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

async function loadScene(
  uid: string,
  { latestDay, timeZone }: Boot,
  make: MakeScene
): Promise<Exclude<Shown, undefined>> {
  try {
    const { dashboard } = await getBackendSrv().get<{ dashboard: Dashboard }>(
      `/api/dashboards/uid/${encodeURIComponent(uid)}`,
      undefined,
      undefined,
      { showErrorAlert: false }
    );
    return { dashboard, scene: make(dashboard, openingRange(dashboard.time, latestDay, timeZone), timeZone) };
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
