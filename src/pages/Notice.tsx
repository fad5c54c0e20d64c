import { css } from '@emotion/css';
import React from 'react';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Alert, LinkButton, useStyles2 } from '@grafana/ui';

interface NoticeProps {
  severity?: 'info' | 'warning' | 'error';
  /** One sentence: what is the matter. */
  title: string;
  /** What to do. */
  text?: string;
  link?: { label: string; href: string };
}

/** A whole page that has only this to say. */
export function Notice({ severity = 'info', title, text, link }: NoticeProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.page}>
      <Alert severity={severity} title={title}>
        {text && <p>{text}</p>}
        {link && (
          <LinkButton size="sm" href={locationUtil.assureBaseUrl(link.href)}>
            {link.label}
          </LinkButton>
        )}
      </Alert>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ padding: theme.spacing(2), maxWidth: 960 }),
});
