import React, { useState } from 'react';
import { locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getBackendSrv } from '@grafana/runtime';
import { Button } from '@grafana/ui';
import { DATASOURCE_TYPE, settingsUrl } from '../address';
import { Notice } from '../Notice';

interface AddLedgerProps {
  /** Opens a page anew: a page that is loaded already does not know a data source that was added since. */
  open?: (url: string) => void;
}

/**
 * Adds a first data source, still empty, and opens its settings. Grafana's own page for one type of data source asks its
 * catalogue on the internet, and knows none that is nested in an app.
 */
export function AddLedger({ open = (url) => window.location.assign(url) }: AddLedgerProps) {
  const [adding, setAdding] = useState(false);
  const [failed, setFailed] = useState(false);
  const add = async () => {
    setAdding(true);
    setFailed(false);
    try {
      const name = t('setup.ledgerName', 'Policy ledger');
      const { datasource } = await getBackendSrv().post(
        '/api/datasources',
        { name, type: DATASOURCE_TYPE, access: 'proxy' },
        { showErrorAlert: false, showSuccessAlert: false }
      );
      open(locationUtil.assureBaseUrl(settingsUrl(datasource.uid)));
    } catch {
      setAdding(false);
      setFailed(true);
    }
  };
  return (
    <Notice
      severity={failed ? 'error' : 'info'}
      title={
        failed
          ? t(
              'setup.addFailed',
              'Grafana did not add the data source: add one of the type Policy ledger under Connections.'
            )
          : t('setup.none', 'There is no data source of the type Policy ledger yet.')
      }
      text={t(
        'setup.noneNext',
        'Add one with the address of PostgreSQL, the database, a user of its own for reading, and the jurisdiction; then come back here. The schema need not be there yet.'
      )}
    >
      <Button size="sm" disabled={adding} onClick={() => void add()}>
        {t('setup.add', 'Add a data source')}
      </Button>
    </Notice>
  );
}
