import React from 'react';
import { t } from '@grafana/i18n';

/** An answer without rows. */
export function NothingToShow() {
  return (
    <div style={{ display: 'flex', height: '100%', alignItems: 'center', justifyContent: 'center' }}>
      {t('demo.no-data', 'No data for this selection')}
    </div>
  );
}
