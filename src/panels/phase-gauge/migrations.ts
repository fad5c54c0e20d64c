/** Options of earlier versions, of dashboards written by hand, and of other panels, brought to what this version draws by. */
import type { PanelModel } from '@grafana/data';
import { SORTS } from './data/arrange';
import { type Form, FORMS, type PhaseGaugeOptions } from './options';

/** Options as they were saved, by whom and in which shape ever. */
type Given = { [option: string]: unknown };
type Saved = Pick<PanelModel<object>, 'options' | 'pluginVersion'>;

interface Step {
  /** Options saved by versions before this one pass through the step. */
  before: string;
  change: (options: Given) => Given;
}

/** In order, each from what the one before it leaves. No option was renamed so far. */
const STEPS: Step[] = [{ before: '0.2.0', change: sound }];

/** Leaves out what this panel never offered, as dashboards written by hand have it, so that the defaults hold. */
function sound({ form, sort, group, phases, columns, ...rest }: Given): Given {
  const named = Object.entries((columns as Given | null) ?? {}).filter(([, name]) => typeof name === 'string' && name);
  return {
    ...rest,
    ...(FORMS.includes(form as Form) ? { form } : {}),
    ...(SORTS.includes(sort as PhaseGaugeOptions['sort']) ? { sort } : {}),
    ...(typeof group === 'string' && group !== '' ? { group } : {}),
    ...(typeof phases === 'string' && phases !== '' ? { phases: [phases] } : Array.isArray(phases) ? { phases } : {}),
    ...(named.length > 0 ? { columns: Object.fromEntries(named) } : {}),
  };
}

/** Grafana calls it when a panel was saved by another version; a panel that names none counts as the oldest. */
export function migrate({ options, pluginVersion }: Saved): Partial<PhaseGaugeOptions> {
  const version = pluginVersion || '0';
  return STEPS.filter(({ before }) => isBefore(version, before)).reduce((made, { change }) => change(made), {
    ...options,
  } as Given);
}

/** Whether one version is earlier than another, by its numbers: 0.9.0 before 0.10.0. */
function isBefore(version: string, other: string): boolean {
  const numbers = (text: string) => text.split(/[.+-]/).map((part) => Number.parseInt(part, 10) || 0);
  const [a, b] = [numbers(version), numbers(other)];
  const at = [0, 1, 2].find((i) => (a[i] ?? 0) !== (b[i] ?? 0));
  return at !== undefined && (a[at] ?? 0) < (b[at] ?? 0);
}

const FORM_OF_PANEL: Record<string, Form> = {
  gauge: 'radial',
  stat: 'radial',
  bargauge: 'bars',
  barchart: 'bars',
  table: 'bars',
  timeseries: 'trajectory',
  trend: 'trajectory',
};

/** A reader who changes over from one of Grafana's panels begins with the form that is most like it. */
export const changeOver = (
  { options }: Pick<PanelModel<Partial<PhaseGaugeOptions>>, 'options'>,
  from: string
): Partial<PhaseGaugeOptions> =>
  Object.hasOwn(FORM_OF_PANEL, from) ? { ...options, form: FORM_OF_PANEL[from] } : (options ?? {});
