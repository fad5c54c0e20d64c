import React from 'react';
import { t } from '@grafana/i18n';
import { Field, SecretTextArea } from '@grafana/ui';

interface PemFieldProps {
  id: string;
  label: string;
  description: string;
  /** The first line of such a text. */
  begins: string;
  isSet: boolean;
  value: string | undefined;
  disabled: boolean;
  onChange: (text: string) => void;
  onReset: () => void;
}

/** A certificate or key as PEM text, kept among the secrets. */
export function PemField({ id, label, description, begins, isSet, value, disabled, onChange, onReset }: PemFieldProps) {
  return (
    <Field noMargin label={label} description={description}>
      <SecretTextArea
        id={id}
        cols={54}
        rows={6}
        placeholder={isSet ? t('config.is-set', 'is set') : begins}
        disabled={disabled}
        isConfigured={!disabled && isSet}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
        onReset={onReset}
      />
    </Field>
  );
}
