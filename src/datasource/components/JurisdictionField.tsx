import React, { useEffect, useState } from 'react';
import { t } from '@grafana/i18n';
import { getDataSourceSrv } from '@grafana/runtime';
import { Input } from '@grafana/ui';
import { PickOne } from '../../controls/PickOne';
import { PolicyDataSource } from '../datasource';
import type { PolicyOption } from '../options';
import { Labelled } from './Labelled';

interface JurisdictionFieldProps {
  uid: string;
  /** Rises with each save: the units are then asked for again. */
  version?: number;
  jurisdiction: string | undefined;
  width: number;
  disabled: boolean;
  onChange: (jurisdiction: string) => void;
}

/** The unit whose part of the ledger is shown. Chosen by name once the saved data source answers, typed before. */
export function JurisdictionField({ uid, version, jurisdiction, width, disabled, onChange }: JurisdictionFieldProps) {
  const units = useUnits(uid, version);
  const description = units
    ? t('config.jurisdiction-description', 'The unit whose part of the ledger is shown, with all units below it.')
    : t(
        'config.jurisdiction-typed',
        'Id of the unit whose part of the ledger is shown, or * for the whole ledger; once saved, choose it by name here.'
      );
  return (
    <Labelled label={t('config.jurisdiction', 'Jurisdiction')} description={description}>
      {(labelId) =>
        units ? (
          <PickOne
            aria-labelledby={labelId}
            width={width}
            disabled={disabled}
            createCustomValue
            options={[{ value: '*', label: t('config.whole-ledger', 'The whole ledger') }, ...units]}
            value={jurisdiction ?? null}
            onChange={(value) => onChange(value.trim())}
          />
        ) : (
          <Input
            aria-labelledby={labelId}
            width={width}
            placeholder="*"
            disabled={disabled}
            value={jurisdiction ?? ''}
            onChange={(event) => onChange(event.currentTarget.value.trim())}
          />
        )
      }
    </Labelled>
  );
}

/** Grafana hands a plugin settings that may be five seconds old, except for "Save & test". */
const UNTIL_SETTINGS_HOLD = 6_000;

/** The units of the data source as it is saved; undefined while it does not answer. "Save & test" says why it does not. */
function useUnits(uid: string, version: number | undefined): PolicyOption[] | undefined {
  const [units, setUnits] = useState<PolicyOption[]>();
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const found = await unitsOf(uid).catch(() => undefined);
      if (current) {
        setUnits(found && found.length > 0 ? found : undefined);
      }
    };
    void ask();
    const again = setTimeout(ask, UNTIL_SETTINGS_HOLD);
    return () => {
      current = false;
      clearTimeout(again);
    };
  }, [uid, version]);
  return units;
}

async function unitsOf(uid: string): Promise<PolicyOption[] | undefined> {
  const datasource = await getDataSourceSrv().get(uid);
  return datasource instanceof PolicyDataSource ? datasource.getOptionsNow({ list: 'units' }) : undefined;
}
