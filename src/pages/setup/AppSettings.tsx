import React from 'react';
import { locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { LinkButton } from '@grafana/ui';
import { APP } from '../address';

/** The app's settings: it has none of its own, so that they lead to Setup. */
export function AppSettings() {
  return (
    <div>
      <p>
        {t(
          'settings.text',
          'The app keeps no settings of its own: the connection to the ledger is a data source, and Setup checks it step by step.'
        )}
      </p>
      <LinkButton href={locationUtil.assureBaseUrl(`${APP}/setup`)}>{t('settings.toSetup', 'Open Setup')}</LinkButton>
    </div>
  );
}
