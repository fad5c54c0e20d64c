import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { RiskHeatmapPanel } from './components/RiskHeatmapPanel';
import { migrate } from './migrations';
import { buildOptions, type HeatmapOptions } from './options';
import pluginJson from './plugin.json';
import { suggestionsSupplier } from './suggestions';

await initPluginTranslations(pluginJson.id);

export const plugin = new PanelPlugin<HeatmapOptions>(RiskHeatmapPanel)
  .useFieldConfig({
    standardOptions: {
      // Grafana's own default colours by thresholds, the lowest of them green: a number that nobody judged is not good.
      [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.ContinuousBlues } },
    },
  })
  .setPanelOptions(buildOptions)
  .setMigrationHandler(migrate)
  .setSuggestionsSupplier(suggestionsSupplier);
