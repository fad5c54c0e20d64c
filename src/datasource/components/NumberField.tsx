import React, { useState } from 'react';
import { t } from '@grafana/i18n';
import { Field, Input } from '@grafana/ui';
import { Labelled } from './Labelled';

interface NumberFieldProps {
  label: string;
  description?: string;
  /** Undefined where not set: `placeholder` then says what holds. */
  value: number | undefined;
  placeholder: string;
  min: number;
  max: number;
  /** In units of the theme's spacing; all that there is where absent. */
  width?: number;
  disabled?: boolean;
  onChange: (value: number | undefined) => void;
}

/** A whole number between two bounds; it is told when the field is left, and only when it lies between them. */
export function NumberField({
  label,
  description,
  value,
  placeholder,
  min,
  max,
  width,
  disabled,
  onChange,
}: NumberFieldProps) {
  const stored = value === undefined ? '' : String(value);
  const [draft, setDraft] = useState<string>();
  const text = draft ?? stored;
  const number = Number(text);
  const invalid = text !== '' && !(Number.isInteger(number) && number >= min && number <= max);
  const tell = () => {
    if (invalid) {
      return;
    }
    setDraft(undefined);
    if (text !== stored) {
      onChange(text === '' ? undefined : number);
    }
  };
  return (
    <Labelled label={label} description={description}>
      {(labelId) => (
        <Field
          noMargin
          invalid={invalid}
          error={t('number.out-of-range', 'Enter a whole number from {{min}} to {{max}}.', {
            min: min.toLocaleString('en-US'),
            max: max.toLocaleString('en-US'),
          })}
        >
          <Input
            aria-labelledby={labelId}
            type="number"
            step={1}
            min={min}
            max={max}
            value={text}
            placeholder={placeholder}
            width={width}
            disabled={disabled}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onBlur={tell}
            onKeyDown={(event) => event.key === 'Enter' && tell()}
          />
        </Field>
      )}
    </Labelled>
  );
}
