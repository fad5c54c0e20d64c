import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface MessageProps {
  role: 'status' | 'alert';
  children: string;
}

/** The one sentence that stands where there is nothing to draw. */
export function Message({ role, children }: MessageProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.frame}>
      <p className={styles.sentence} role={role}>
        {children}
      </p>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    height: '100%',
    display: 'flex',
    alignItems: 'safe center',
    justifyContent: 'center',
    overflow: 'auto',
  }),
  sentence: css({
    margin: 0,
    padding: 8,
    maxWidth: 460,
    textAlign: 'center',
    color: theme.colors.text.secondary,
    textWrap: 'balance',
  }),
});
