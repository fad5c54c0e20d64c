import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface SentenceProps {
  width: number;
  height: number;
  text: string;
  /** `alert`: a failure, which is read out at once. */
  role?: 'status' | 'alert';
}

/** The one sentence that stands where there is nothing to draw. */
export function Sentence({ width, height, text, role = 'status' }: SentenceProps) {
  const styles = useStyles2(getStyles);
  return (
    <div role={role} className={styles.sentence} style={{ width, height }}>
      <p>{text}</p>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  sentence: css({
    display: 'grid',
    placeItems: 'center',
    overflow: 'auto',
    textAlign: 'center',
    color: theme.colors.text.secondary,
    '& p': { maxWidth: '48em', margin: 0, padding: 8 },
  }),
});
