import React from 'react';
import { t } from '@grafana/i18n';
import { MultiCombobox } from '@grafana/ui';
import { listWord, tierWord } from '../words';
import { Labelled } from './Labelled';

interface TierPickerProps {
  /** 1 central … 5 township; none: all. */
  tiers: number[] | undefined;
  onChange: (tiers: number[]) => void;
}

/** Chooses tiers of administration. */
export function TierPicker({ tiers = [], onChange }: TierPickerProps) {
  const option = (value: number) => ({ value, label: tierWord(value) });
  return (
    <Labelled label={listWord('tiers')}>
      {(labelId) => (
        <MultiCombobox
          aria-labelledby={labelId}
          placeholder={t('picker.all', 'All')}
          isClearable
          options={[1, 2, 3, 4, 5].map(option)}
          value={tiers.map(option)}
          onChange={(chosen) => onChange(chosen.map(({ value }) => value).sort())}
        />
      )}
    </Labelled>
  );
}
