import React, { useState } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { PickOne } from '../../controls/PickOne';
import type { PolicyDataSource } from '../datasource';
import { narrowedBy } from '../narrowedBy';
import { OPTION_LISTS, type OptionList, type PolicyVariableQuery } from '../options';
import type { PolicyQuery, Scope } from '../query';
import type { PolicySettings } from '../settings';
import { listWord } from '../words';
import { Grid } from './Grid';
import { IdPicker } from './IdPicker';
import { Labelled } from './Labelled';
import { TierPicker } from './TierPicker';
import { useNames } from './useNames';

type Props = QueryEditorProps<PolicyDataSource, PolicyQuery, PolicySettings, PolicyVariableQuery>;

/** Says which list of the ledger a dashboard variable offers, and which part of it. */
export function VariableEditor({ datasource, query, onChange }: Props) {
  const list = OPTION_LISTS.find((known) => known === query.list) ?? 'units';
  const { scope = {} } = query;
  const [problem, setProblem] = useState<string>();
  const nameOf = useNames(
    datasource,
    { units: scope.units ?? [], domains: scope.domains ?? [], policies: scope.policies ?? [] },
    setProblem
  );
  const parts = narrowedBy(list);
  // Grafana's own editor may hand over a query without a refId, which its query runner needs.
  const set = (part: Partial<PolicyVariableQuery>) =>
    onChange({ ...query, list, refId: query.refId || 'options', ...part });
  const setScope = (part: Scope) => set({ scope: { ...scope, ...part } });
  const picker = (part: OptionList, label: string, ids: string[] | undefined, tell: (ids: string[]) => void) => (
    <IdPicker
      label={label}
      ids={ids}
      nameOf={(id) => nameOf(part, id)}
      load={(search) => datasource.getOptions({ list: part, query: search })}
      onProblem={setProblem}
      onChange={tell}
    />
  );
  return (
    <Stack direction="column" gap={2}>
      <Grid>
        <Labelled label={t('variable.list', 'Offers')}>
          {(id) => (
            <PickOne
              aria-labelledby={id}
              options={OPTION_LISTS.map((value) => ({ value, label: listWord(value) }))}
              value={list}
              onChange={(value) => set({ list: value, scope: fitScope(value, scope) })}
            />
          )}
        </Labelled>
        {parts.includes('units') &&
          picker('units', t('variable.parent', 'Within the unit'), scope.units, (units) => setScope({ units }))}
        {parts.includes('tiers') && <TierPicker tiers={scope.tiers} onChange={(tiers) => setScope({ tiers })} />}
        {parts.includes('domains') &&
          picker('domains', listWord('domains'), scope.domains, (domains) => setScope({ domains }))}
        {parts.includes('policies') &&
          picker('policies', listWord('policies'), scope.policies, (policies) => setScope({ policies }))}
      </Grid>
      {problem && <Alert severity="warning" title={problem} />}
      <Text color="secondary" variant="bodySmall">
        {t(
          'variable.explanation',
          'The variable shows names and holds ids; with “Include All option”, set the custom all value to * so that All filters nothing.'
        )}
      </Text>
    </Stack>
  );
}

const fitScope = (list: OptionList, scope: Scope): Scope =>
  Object.fromEntries(narrowedBy(list).flatMap((part) => (scope[part] ? [[part, scope[part]]] : [])));
