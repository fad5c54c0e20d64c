import { t } from '@grafana/i18n';
import { getTemplateSrv } from '@grafana/runtime';
import type { ComboboxOption } from '@grafana/ui';

/** Types of variables whose values can be ids. */
const HOLD_IDS = ['query', 'custom', 'constant', 'textbox'];

/** The dashboard's variables whose name holds what was typed, as choices of a picker: `$unit`. */
export function offeredVariables(search: string): ComboboxOption[] {
  return getTemplateSrv()
    .getVariables()
    .filter(({ type }) => HOLD_IDS.includes(type))
    .map(({ name }) => `$${name}`)
    .filter((name) => name.toLowerCase().includes(search.trim().toLowerCase()))
    .map((name) => ({ value: name, label: name, group: t('picker.variables', 'Variables') }));
}
