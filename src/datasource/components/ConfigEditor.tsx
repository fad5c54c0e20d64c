import React from 'react';
import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Field, FieldSet, Input, SecretInput, Stack, Switch } from '@grafana/ui';
import { PickOne } from '../../controls/PickOne';
import { LANGUAGES } from '../query';
import { DEFAULT_SETTINGS, LIMITS, type PolicySecrets, type PolicySettings, TLS_MODES } from '../settings';
import { languageWord, tlsWord } from '../words';
import { JurisdictionField } from './JurisdictionField';
import { Labelled } from './Labelled';
import { NumberField } from './NumberField';
import { PemField } from './PemField';

type Props = DataSourcePluginOptionsEditorProps<PolicySettings, PolicySecrets>;

const WIDTH = 60;

/** Where the ledger is, who reads it, and how much of it is shown. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const { jsonData, secureJsonFields, secureJsonData, readOnly } = options;
  const disabled = readOnly === true;
  const set = (part: Partial<PolicySettings>) => onOptionsChange({ ...options, jsonData: { ...jsonData, ...part } });
  const setSecret = (part: PolicySecrets) =>
    onOptionsChange({ ...options, secureJsonData: { ...secureJsonData, ...part } });
  const forget = (secret: keyof PolicySecrets) =>
    onOptionsChange({
      ...options,
      secureJsonFields: { ...secureJsonFields, [secret]: false },
      secureJsonData: { ...secureJsonData, [secret]: '' },
    });
  const sslMode = jsonData.sslMode ?? DEFAULT_SETTINGS.sslMode;
  const isSet = (secret: keyof PolicySecrets) => secureJsonFields?.[secret] === true;

  const pem = (
    secret: Exclude<keyof PolicySecrets, 'password'>,
    label: string,
    description: string,
    begins = '-----BEGIN CERTIFICATE-----'
  ) => (
    <PemField
      id={`policy-${secret}`}
      label={label}
      description={description}
      begins={begins}
      isSet={isSet(secret)}
      value={secureJsonData?.[secret]}
      disabled={disabled}
      onChange={(text) => setSecret({ [secret]: text })}
      onReset={() => forget(secret)}
    />
  );
  const limit = (
    name: keyof typeof LIMITS | 'idleConnections',
    label: string,
    description: string,
    [min, max]: readonly [number, number]
  ) => (
    <NumberField
      label={label}
      description={description}
      value={jsonData[name]}
      placeholder={String(DEFAULT_SETTINGS[name])}
      min={min}
      max={max}
      width={WIDTH}
      disabled={disabled}
      onChange={(value) => set({ [name]: value })}
    />
  );

  return (
    <>
      <FieldSet label={t('config.database', 'Database')}>
        <Stack direction="column" gap={2}>
          <Field
            noMargin
            label={t('config.host', 'Address')}
            description={t(
              'config.host-description',
              'Host and port of PostgreSQL 15 or newer, as Grafana’s server reaches it.'
            )}
            required
          >
            <Input
              id="policy-host"
              width={WIDTH}
              placeholder="127.0.0.1:5432"
              disabled={disabled}
              value={jsonData.host ?? ''}
              onChange={(event) => set({ host: event.currentTarget.value.trim() })}
            />
          </Field>
          <Field
            noMargin
            label={t('config.name', 'Database')}
            description={t('config.name-description', 'Name of the database that holds the ledger.')}
            required
          >
            <Input
              id="policy-database"
              width={WIDTH}
              placeholder="ledger"
              disabled={disabled}
              value={jsonData.database ?? ''}
              onChange={(event) => set({ database: event.currentTarget.value.trim() })}
            />
          </Field>
          <Field
            noMargin
            label={t('config.user', 'User')}
            description={t(
              'config.user-description',
              'A login that is a member of ledger_reader; it needs no other right, and every query runs in that role.'
            )}
            required
          >
            <Input
              id="policy-user"
              width={WIDTH}
              autoComplete="off"
              disabled={disabled}
              value={jsonData.user ?? ''}
              onChange={(event) => set({ user: event.currentTarget.value.trim() })}
            />
          </Field>
          <Field
            noMargin
            label={t('config.password', 'Password')}
            description={t(
              'config.password-description',
              'Kept encrypted by Grafana; it never comes back to the browser.'
            )}
          >
            <SecretInput
              id="policy-password"
              width={WIDTH}
              autoComplete="new-password"
              disabled={disabled}
              isConfigured={!disabled && isSet('password')}
              placeholder={isSet('password') ? t('config.is-set', 'is set') : undefined}
              value={secureJsonData?.password ?? ''}
              onChange={(event) => setSecret({ password: event.currentTarget.value })}
              onReset={() => forget('password')}
            />
          </Field>
          <Labelled label={t('config.tls', 'Encryption (TLS)')} description={tlsWord(sslMode).description}>
            {(labelId) => (
              <PickOne
                aria-labelledby={labelId}
                width={WIDTH}
                disabled={disabled}
                options={TLS_MODES.map((value) => ({ value, ...tlsWord(value) }))}
                value={sslMode}
                onChange={(value) => set({ sslMode: value })}
              />
            )}
          </Labelled>
          {(sslMode === 'verify-ca' || sslMode === 'verify-full') &&
            pem(
              'tlsCACert',
              t('config.ca', 'Certificate authority'),
              t(
                'config.ca-description',
                'PEM text of the authority that signed the server’s certificate; empty: those that the operating system of Grafana’s server trusts.'
              )
            )}
          {sslMode !== 'disable' &&
            pem(
              'tlsClientCert',
              t('config.client-certificate', 'Client certificate'),
              t(
                'config.client-certificate-description',
                'PEM text of our own certificate; only where the server demands one.'
              )
            )}
          {sslMode !== 'disable' &&
            pem(
              'tlsClientKey',
              t('config.client-key', 'Client key'),
              t('config.client-key-description', 'PEM text of the key to that certificate.'),
              '-----BEGIN PRIVATE KEY-----'
            )}
          {config.secureSocksDSProxyEnabled && (
            <Field
              noMargin
              label={t('config.proxy', 'Secure SOCKS proxy')}
              description={t(
                'config.proxy-description',
                'Reaches the database through the proxy that Grafana’s server is set up with.'
              )}
            >
              <Switch
                id="policy-proxy"
                disabled={disabled}
                value={jsonData.enableSecureSocksProxy ?? false}
                onChange={(event) => set({ enableSecureSocksProxy: event.currentTarget.checked })}
              />
            </Field>
          )}
        </Stack>
      </FieldSet>
      <FieldSet label={t('config.ledger', 'Ledger')}>
        <Stack direction="column" gap={2}>
          <JurisdictionField
            uid={options.uid}
            version={options.version}
            jurisdiction={jsonData.jurisdiction}
            width={WIDTH}
            disabled={disabled}
            onChange={(jurisdiction) => set({ jurisdiction })}
          />
          <Labelled
            label={t('config.language', 'Language')}
            description={t(
              'config.language-description',
              'Of names and words where a query asks for none, as alert rules do; panels follow the language of their reader.'
            )}
          >
            {(labelId) => (
              <PickOne
                aria-labelledby={labelId}
                width={WIDTH}
                disabled={disabled}
                options={LANGUAGES.map((value) => ({ value, label: languageWord(value) }))}
                value={jsonData.language ?? DEFAULT_SETTINGS.language}
                onChange={(value) => set({ language: value })}
              />
            )}
          </Labelled>
        </Stack>
      </FieldSet>
      <FieldSet label={t('config.limits', 'Limits')}>
        <Stack direction="column" gap={2}>
          {limit(
            'rowLimit',
            t('config.row-limit', 'Rows of one answer'),
            t('config.row-limit-description', 'A longer answer is cut, and the panel says so.'),
            LIMITS.rowLimit
          )}
          {limit(
            'timeoutSeconds',
            t('config.timeout', 'Seconds for one query'),
            t('config.timeout-description', 'The database gives up a query that takes longer.'),
            LIMITS.timeoutSeconds
          )}
          {limit(
            'connectTimeoutSeconds',
            t('config.connect-timeout', 'Seconds to connect'),
            t('config.connect-timeout-description', 'A server that does not answer by then counts as not there.'),
            LIMITS.connectTimeoutSeconds
          )}
          {limit(
            'maxConnections',
            t('config.connections', 'Connections'),
            t('config.connections-description', 'To the database at one time; further queries wait.'),
            LIMITS.maxConnections
          )}
          {limit(
            'idleConnections',
            t('config.idle-connections', 'Connections kept open'),
            t('config.idle-connections-description', 'While nobody asks, so that the first query need not connect.'),
            [0, jsonData.maxConnections ?? DEFAULT_SETTINGS.maxConnections]
          )}
          {limit(
            'memoryMegabytes',
            t('config.memory', 'Megabytes for kept answers'),
            t(
              'config.memory-description',
              'An answer is kept as long as nothing is written in the database’s server, and given again without asking the ledger; 0 keeps none.'
            ),
            LIMITS.memoryMegabytes
          )}
        </Stack>
      </FieldSet>
    </>
  );
}
