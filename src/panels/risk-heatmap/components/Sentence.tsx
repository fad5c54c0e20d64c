import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

/** The one sentence that stands where there is nothing to draw. */
export function Sentence({ width, height, text }: { width: number; height: number; text: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div role="status" className={styles.sentence} style={{ width, height }}>
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
