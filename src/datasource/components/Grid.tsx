import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** Fields side by side, as many as the width allows. */
export function Grid({ children }: { children: ReactNode }) {
  return <div className={useStyles2(gridStyle)}>{children}</div>;
}

const gridStyle = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: theme.spacing(1.5, 2),
    alignItems: 'end',
  });
