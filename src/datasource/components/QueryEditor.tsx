import React, { useCallback, useEffect, useState } from 'react';
import type { CoreApp, QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Input, Stack, Text } from '@grafana/ui';
import { PickOne } from '../../controls/PickOne';
import { statusWord } from '../../status/statuses';
import type { PolicyDataSource } from '../datasource';
import { defaultQuery } from '../defaultQuery';
import { describeQuery } from '../describeQuery';
import { fitToKind } from '../fitToKind';
import { isComplete } from '../isComplete';
import { migrateQuery } from '../migrateQuery';
import { groupsOf, measuresOf, partsOf, statusesOf, viewsOf } from '../offers';
import type { OptionList } from '../options';
import { BASES, EVENTS, FORMATS, type Kind, KINDS, type PolicyQuery, ROLES, type Scope } from '../query';
import type { PolicySettings } from '../settings';
import {
  basisWord,
  eventWord,
  formatWord,
  groupWord,
  kindWord,
  lightWord,
  listWord,
  measureWord,
  roleWord,
  viewWord,
} from '../words';
import { Choice } from './Choice';
import { Grid } from './Grid';
import { IdPicker } from './IdPicker';
import { Labelled } from './Labelled';
import { NumberField } from './NumberField';
import { TierPicker } from './TierPicker';
import { useNames } from './useNames';
import { WordPicker } from './WordPicker';

interface Props extends QueryEditorProps<PolicyDataSource, PolicyQuery, PolicySettings> {
  /** What can be asked about; all where absent. */
  kinds?: readonly Kind[];
  /** What a new query asks. */
  initial?: (app?: CoreApp) => Partial<PolicyQuery>;
}

/** Builds a query from choices; what does not fit the kind is neither shown nor kept. */
export function QueryEditor({
  datasource,
  query: given,
  app,
  kinds = KINDS,
  initial = defaultQuery,
  onChange,
  onRunQuery,
}: Props) {
  const query: PolicyQuery = kinds.includes(given.kind)
    ? migrateQuery(given)
    : { ...given, ...initial(app), kind: initial(app).kind ?? kinds[0] };
  const { kind, view = 'rows', scope = {} } = query;
  const [problem, setProblem] = useState<string>();
  const nameOf = useNames(datasource, idsIn(query), setProblem);
  const parts = partsOf(query);

  const change = useCallback(
    (next: PolicyQuery) => {
      const fitted = fitToKind(next);
      onChange(fitted);
      if (isComplete(fitted)) {
        onRunQuery();
      }
    },
    [onChange, onRunQuery]
  );
  const set = (part: Partial<PolicyQuery>) => change({ ...query, ...part });
  const setScope = (part: Partial<Scope>) => set({ scope: { ...scope, ...part } });

  // A new panel's query may come without a kind; stored at once, so that what is shown is what is asked.
  const isNew = !kinds.includes(given.kind);
  useEffect(() => {
    if (isNew) {
      change(query);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for a new query, not at each of its changes
  }, [isNew]);

  const picker = (list: OptionList, ids: string[] | undefined, tell: (ids: string[]) => void, narrowed?: Scope) => (
    <IdPicker
      label={listWord(list)}
      ids={ids}
      nameOf={(id) => nameOf(list, id)}
      load={(search) => datasource.getOptions({ list, query: search, scope: narrowed })}
      onProblem={setProblem}
      onChange={tell}
    />
  );

  return (
    <Stack direction="column" gap={2}>
      <Stack direction="row" gap={2} wrap="wrap">
        {kinds.length > 1 && (
          <Choice
            label={t('editor.kind', 'Ask about')}
            choices={kinds.map((value) => ({ value, label: kindWord(value) }))}
            value={kind}
            onChange={(value) => set({ kind: value })}
          />
        )}
        {viewsOf(kind).length > 1 && (
          <Choice
            label={t('editor.view', 'Shown')}
            choices={viewsOf(kind).map((value) => ({ value, label: viewWord(value) }))}
            value={view}
            onChange={(value) => set({ view: value })}
          />
        )}
        {view === 'rows' && measuresOf(kind).length > 0 && (
          <Choice
            label={t('editor.format', 'For')}
            choices={FORMATS.map((value) => ({ value, label: formatWord(value) }))}
            value={query.format ?? 'table'}
            onChange={(value) => set({ format: value })}
          />
        )}
        {parts.includes('basis') && (
          <Choice
            label={t('editor.basis', 'Score')}
            choices={BASES.map((value) => ({ value, label: basisWord(value) }))}
            value={query.basis ?? 'current'}
            onChange={(value) => set({ basis: value })}
          />
        )}
      </Stack>
      <Grid>
        {parts.includes('units') &&
          picker('units', scope.units, (units) => setScope({ units }), { tiers: scope.tiers })}
        {parts.includes('units') && (scope.units?.length ?? 0) > 0 && (
          <Choice
            label={t('editor.subordinates', 'Units below')}
            choices={[
              { value: true, label: t('editor.subordinates-with', 'Included') },
              { value: false, label: t('editor.subordinates-without', 'Left out') },
            ]}
            value={scope.subordinates ?? true}
            onChange={(subordinates) => setScope({ subordinates })}
          />
        )}
        {parts.includes('tiers') && <TierPicker tiers={scope.tiers} onChange={(tiers) => setScope({ tiers })} />}
        {parts.includes('domains') && picker('domains', scope.domains, (domains) => setScope({ domains }))}
        {parts.includes('policies') &&
          picker('policies', scope.policies, (policies) => setScope({ policies }), { domains: scope.domains })}
        {parts.includes('departments') &&
          picker('departments', scope.departments, (departments) => setScope({ departments }))}
        {parts.includes('departmentRole') && (scope.departments?.length || query.groupBy === 'department') && (
          <Choice
            label={t('editor.role', 'The department')}
            choices={ROLES.map((value) => ({ value, label: roleWord(value) }))}
            value={scope.departmentRole ?? 'lead'}
            onChange={(departmentRole) => setScope({ departmentRole })}
          />
        )}
        {parts.includes('indicators') &&
          picker('indicators', query.indicators, (indicators) => set({ indicators }), {
            domains: scope.domains,
            policies: scope.policies,
          })}
        {parts.includes('phases') && picker('phases', query.phases, (phases) => set({ phases }))}
        {parts.includes('categories') && picker('categories', query.categories, (categories) => set({ categories }))}
        {parts.includes('events') && (
          <WordPicker
            label={kindWord('annotations')}
            words={EVENTS}
            wordOf={eventWord}
            chosen={query.events}
            onChange={(events) => set({ events })}
          />
        )}
        {parts.includes('statuses') && (
          <WordPicker
            label={listWord('statuses')}
            words={statusesOf(kind)}
            wordOf={statusWord}
            chosen={query.statuses}
            onChange={(statuses) => set({ statuses })}
          />
        )}
        {parts.includes('lights') && (
          <WordPicker
            label={listWord('lights')}
            words={LIGHTS}
            wordOf={lightWord}
            chosen={query.lights}
            onChange={(lights) => set({ lights })}
          />
        )}
        {parts.includes('groupBy') && (
          <Labelled label={t('editor.group', 'One row for each')}>
            {(id) => (
              <PickOne
                aria-labelledby={id}
                options={groupsOf(kind).map((value) => ({ value, label: groupWord(value) }))}
                value={query.groupBy ?? 'none'}
                onChange={(value) => set({ groupBy: value })}
              />
            )}
          </Labelled>
        )}
        {query.format === 'alert' && (
          <Labelled label={t('editor.measure', 'Warn by')}>
            {(id) => (
              <PickOne
                aria-labelledby={id}
                options={measuresOf(kind).map((value) => ({ value, label: measureWord(value) }))}
                value={query.measure ?? measuresOf(kind)[0]}
                onChange={(value) => set({ measure: value })}
              />
            )}
          </Labelled>
        )}
        {parts.includes('months') && (
          <NumberField
            label={t('editor.months', 'Months back')}
            value={query.months}
            placeholder="24"
            min={1}
            max={120}
            onChange={(months) => set({ months })}
          />
        )}
        <Labelled label={t('editor.as-of', 'As of (empty: end of the time range)')}>
          {(id) => (
            <Input
              aria-labelledby={id}
              type="date"
              value={query.asOf ?? ''}
              onChange={(event) => set({ asOf: event.currentTarget.value })}
            />
          )}
        </Labelled>
        {parts.includes('limit') && (
          <NumberField
            label={t('editor.limit', 'Rows at most')}
            value={query.limit || undefined}
            placeholder={t('editor.limit-default', 'Limit of the data source')}
            min={1}
            max={200_000}
            onChange={(limit) => set({ limit })}
          />
        )}
      </Grid>
      {problem && <Alert severity="warning" title={problem} />}
      <Text color="secondary" variant="bodySmall">
        {describeQuery(query, nameOf)}
      </Text>
    </Stack>
  );
}

const LIGHTS = ['red', 'yellow', 'green', 'grey'] as const;

const idsIn = ({ scope = {}, indicators = [], phases = [], categories = [] }: PolicyQuery) => ({
  units: scope.units ?? [],
  domains: scope.domains ?? [],
  policies: scope.policies ?? [],
  departments: scope.departments ?? [],
  indicators,
  phases,
  categories,
});
