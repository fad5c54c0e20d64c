import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { buildOptions, type PhaseGaugeOptions } from './options';
import { PhaseGaugePanel } from './PhaseGaugePanel';
import { supplier } from './suggestions';

await initPluginTranslations('shigan-phasegauge-panel');

export const plugin = new PanelPlugin<PhaseGaugeOptions>(PhaseGaugePanel)
  // Units and data links of fields count; colours come from the verdicts alone.
  .useFieldConfig({ disableStandardOptions: [FieldConfigProperty.Color, FieldConfigProperty.Thresholds] })
  .setPanelOptions(buildOptions)
  .setSuggestionsSupplier(supplier);
