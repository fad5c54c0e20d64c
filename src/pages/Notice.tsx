import { css } from '@emotion/css';
import React, { type ReactNode } from 'react';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Alert, LinkButton, useStyles2 } from '@grafana/ui';

interface NoticeProps {
  severity?: 'info' | 'warning' | 'error';
  /** One sentence: what is the matter. */
  title: string;
  /** What to do. */
  text?: string;
  link?: { label: string; href: string };
  /** Other means than a link. */
  children?: ReactNode;
}

/** A whole page that has only this to say. */
export function Notice({ severity = 'info', title, text, link, children }: NoticeProps) {
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
        {children}
      </Alert>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ padding: theme.spacing(2), maxWidth: 960 }),
});
