import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';

/** Keeps the place of what is still coming. @param height in pixels */
export function Waiting({ height }: { height: number }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.box} style={{ height }} role="status">
      {t('page.loading', 'Loading…')}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: theme.colors.text.secondary,
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
});
