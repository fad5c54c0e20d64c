import { css } from '@emotion/css';
import React, { useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Alert, Button, Field, Input, LinkButton, useStyles2 } from '@grafana/ui';
import { Command } from './Command';
import { type Connection, connectionUrl, shellWord } from './connectionUrl';
import { installLedger, scriptUrl } from './installLedger';

interface InstallLedgerProps {
  uid: string;
  connection: Connection;
  /** Whether there is a ledger of an earlier version. */
  upgrade: boolean;
  /** Version of the script, as the server ships it. */
  script?: string;
  language: string;
  onInstalled: () => void;
}

type Outcome =
  { state: 'idle' } | { state: 'running'; steps: string[] } | { state: 'done' | 'failed'; sentence: string };

/** Installs or upgrades the schema: by a button for Admins, or as one file for whoever administers the database. */
export function InstallLedger({ uid, connection, upgrade, script, language, onInstalled }: InstallLedgerProps) {
  const styles = useStyles2(getStyles);
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const admin = config.bootData?.user?.orgRole === 'Admin';

  const install = async () => {
    const steps: string[] = [];
    setOutcome({ state: 'running', steps });
    try {
      const sentence = await installLedger(uid, { user: user.trim(), password }, language, (step) => {
        steps.push(step);
        setOutcome({ state: 'running', steps: [...steps] });
      });
      setOutcome({ state: 'done', sentence });
      onInstalled();
    } catch (error) {
      setOutcome({ state: 'failed', sentence: (error as Error).message });
    } finally {
      // Used once.
      setPassword('');
    }
  };

  return (
    <div className={styles.ways}>
      {admin && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void install();
          }}
        >
          <p className={styles.note}>
            {t(
              'install.owner',
              'Who installs: a superuser, or the database’s owner with CREATEROLE; for an upgrade a member of ledger_owner will do. The password is used once and kept nowhere. The data source’s own user is let read.'
            )}
          </p>
          <Field noMargin label={t('install.user', 'Database user')}>
            <Input
              id="install-user"
              width={24}
              autoComplete="off"
              placeholder={connection.user}
              value={user}
              onChange={(event) => setUser(event.currentTarget.value)}
            />
          </Field>
          <Field noMargin label={t('install.password', 'Password')}>
            <Input
              id="install-password"
              type="password"
              width={24}
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </Field>
          <Button type="submit" disabled={outcome.state === 'running'}>
            {upgrade ? t('install.upgrade', 'Upgrade the schema') : t('install.install', 'Install the schema')}
          </Button>
        </form>
      )}
      <div role="status">
        {outcome.state === 'running' && (
          <ol className={styles.progress}>
            <li>{t('install.connecting', 'Connecting…')}</li>
            {outcome.steps.map((step) => (
              <li key={step}>{stepSentence(step)}</li>
            ))}
          </ol>
        )}
        {outcome.state === 'done' && <Alert severity="success" title={outcome.sentence} />}
        {outcome.state === 'failed' && <Alert severity="error" title={outcome.sentence} />}
      </div>
      <div>
        <p className={styles.note}>
          {t(
            'install.script',
            'Or give this file to whoever administers the database; it installs and upgrades alike.'
          )}
        </p>
        <LinkButton
          variant="secondary"
          size="sm"
          icon="download-alt"
          href={scriptUrl(script)}
          download="ledger.sql"
          target="_blank"
        >
          {t('install.download', 'Download {{file}}', { file: 'ledger.sql' })}
        </LinkButton>
        <Command
          label={t('install.command', 'Command for the administrator')}
          text={[
            `PGOPTIONS=${shellWord(`-c ledger.reader=${connection.user ?? ''}`)}`,
            `psql -v ON_ERROR_STOP=1 -f ledger.sql ${shellWord(connectionUrl(connection, 'postgres', 'psql'))}`,
          ].join(' ')}
        />
      </div>
    </div>
  );
}

function stepSentence(step: string): string {
  return step === 'monitor'
    ? t('install.monitor', 'Making methods and read models again; with a million observations this takes minutes…')
    : t('install.applying', 'Applying {{file}}…', { file: step });
}

const getStyles = (theme: GrafanaTheme2) => ({
  ways: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), marginTop: theme.spacing(1) }),
  form: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: theme.spacing(1.5) }),
  note: css({ margin: 0, width: '100%', color: theme.colors.text.secondary }),
  progress: css({ margin: 0, paddingLeft: theme.spacing(2.5) }),
});
