import React, { useState } from 'react';
import { t } from '@grafana/i18n';
import { Alert, Button } from '@grafana/ui';
import { Command } from './Command';
import { type Connection, connectionUrl, shellWord } from './connectionUrl';

/** A login that imports: it need not be this one, but has to be of ledger_writer. */
const IMPORTER = 'ledger_import';

/** How the first workbook gets into the ledger. */
export function FirstData({ connection }: { connection: Connection }) {
  const [failed, setFailed] = useState(false);
  const download = () => {
    setFailed(false);
    downloadTemplate().catch(() => setFailed(true));
  };
  const url = shellWord(connectionUrl(connection, IMPORTER, 'node'));
  return (
    <div>
      <Button variant="secondary" size="sm" icon="download-alt" onClick={download}>
        {t('data.template', 'Download the empty workbook')}
      </Button>
      {failed && (
        <Alert
          severity="error"
          title={t('data.templateFailed', 'The workbook could not be made: reload the page and try again.')}
        />
      )}
      <Command
        label={t('data.login', 'Once, in the database: a login that imports')}
        text={`CREATE ROLE ${IMPORTER} LOGIN PASSWORD 'PASSWORD' IN ROLE ledger_writer;`}
      />
      <Command
        label={t('data.import', 'Import of a workbook, in the folder of Shigan’s sources')}
        text={`DATABASE_URL=${url} npm run ledger -- import ledger.xlsx`}
      />
      <p>{t('data.live', 'This page looks every few seconds whether data has arrived.')}</p>
    </div>
  );
}

async function downloadTemplate() {
  const { makeTemplate } = await import('../../workbook/template');
  const url = URL.createObjectURL(await makeTemplate());
  const link = document.createElement('a');
  link.href = url;
  link.download = 'ledger.xlsx';
  link.click();
  URL.revokeObjectURL(url);
}
