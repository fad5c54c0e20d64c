import React from 'react';
import { RadioButtonGroup } from '@grafana/ui';
import { Labelled } from './Labelled';

interface ChoiceProps<T> {
  label: string;
  choices: Array<{ value: T; label: string }>;
  value: T;
  onChange: (value: T) => void;
}

/** Chooses one of a few, all of them in sight. */
export function Choice<T extends string | boolean>({ label, choices, value, onChange }: ChoiceProps<T>) {
  return (
    <Labelled label={label}>
      {() => <RadioButtonGroup aria-label={label} options={choices} value={value} onChange={onChange} />}
    </Labelled>
  );
}
