import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { changeOver, migrate } from './migrations';
import { buildOptions, type PhaseGaugeOptions } from './options';
import { PhaseGaugePanel } from './PhaseGaugePanel';
import { supplier } from './suggestions';

await initPluginTranslations('shigan-phasegauge-panel');

export const plugin = new PanelPlugin<PhaseGaugeOptions>(PhaseGaugePanel)
  // Everything that a field can be set counts but its colour: colours come from the verdicts alone.
  .useFieldConfig({ disableStandardOptions: [FieldConfigProperty.Color, FieldConfigProperty.Thresholds] })
  .setPanelOptions(buildOptions)
  .setMigrationHandler(migrate)
  .setPanelChangeHandler(changeOver)
  .setSuggestionsSupplier(supplier);
