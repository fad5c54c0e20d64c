import React from 'react';
import { t } from '@grafana/i18n';
import { MultiCombobox } from '@grafana/ui';
import type { PolicyOption } from '../options';
import { offeredVariables } from '../offeredVariables';
import { Labelled } from './Labelled';

export interface IdPickerProps {
  label: string;
  description?: string;
  ids: string[] | undefined;
  /** The name that stands for an id. */
  nameOf: (id: string) => string;
  /** What can be chosen, narrowed to what was typed. */
  load: (search: string) => Promise<PolicyOption[]>;
  /** Told in one sentence when `load` fails; undefined when it works again. */
  onProblem?: (sentence: string | undefined) => void;
  onChange: (ids: string[]) => void;
}

/** Chooses several ids by name. Dashboard variables can be chosen too, even while the backend cannot be reached. */
export function IdPicker({ label, description, ids = [], nameOf, load, onProblem, onChange }: IdPickerProps) {
  const options = async (search: string) => {
    const variables = offeredVariables(search);
    try {
      const found = await load(search);
      onProblem?.(undefined);
      return [...variables, ...found.map((option) => ({ ...option, group: label }))];
    } catch (error) {
      onProblem?.(error instanceof Error ? error.message : String(error));
      return variables;
    }
  };
  return (
    <Labelled label={label} description={description}>
      {(labelId) => (
        <MultiCombobox
          aria-labelledby={labelId}
          placeholder={t('picker.all', 'All')}
          isClearable
          options={options}
          value={ids.map((value) => ({ value, label: nameOf(value) }))}
          onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
        />
      )}
    </Labelled>
  );
}
