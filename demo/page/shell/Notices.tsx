/** Shows what plugins announce on the app's event bus: successes, warnings, errors. */
import React, { useEffect, useState } from 'react';
import { css } from '@emotion/css';
import { AppEvents, type EventBus, type GrafanaTheme2 } from '@grafana/data';
import { Alert, type AlertVariant, useStyles2 } from '@grafana/ui';

const GONE_AFTER_MS = 8_000;
const KINDS: Array<[AlertVariant, { name: string }]> = [
  ['success', AppEvents.alertSuccess],
  ['warning', AppEvents.alertWarning],
  ['error', AppEvents.alertError],
];

interface Notice {
  id: number;
  severity: AlertVariant;
  title: string;
  detail?: string;
}

export function Notices({ events }: { events: EventBus }) {
  const styles = useStyles2(getStyles);
  const [notices, setNotices] = useState<Notice[]>([]);

  useEffect(() => {
    let id = 0;
    const subscriptions = KINDS.map(([severity, { name }]) =>
      events.getStream({ type: name } as never).subscribe((event: any) => {
        const [title, detail] = event.payload ?? [];
        const notice = { id: ++id, severity, title: String(title), detail: detail && String(detail) };
        setNotices((shown) => [...shown, notice]);
        window.setTimeout(() => setNotices((shown) => shown.filter((other) => other !== notice)), GONE_AFTER_MS);
      })
    );
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, [events]);

  return (
    <div className={styles.corner} aria-live="polite">
      {notices.map((notice) => (
        <Alert
          key={notice.id}
          severity={notice.severity}
          title={notice.title}
          elevated
          onRemove={() => setNotices((shown) => shown.filter(({ id }) => id !== notice.id))}
        >
          {notice.detail}
        </Alert>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  corner: css({ position: 'fixed', right: theme.spacing(2), top: theme.spacing(8), width: 400, zIndex: theme.zIndex.portal }),
});
