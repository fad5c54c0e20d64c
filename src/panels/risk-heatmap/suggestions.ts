import {
  type PanelDataSummary,
  type VisualizationSuggestion,
  type VisualizationSuggestionsBuilder,
  VisualizationSuggestionScore,
} from '@grafana/data';
import { isRiskFrame } from './data/risks';
import type { HeatmapOptions } from './options';

/** The panel is suggested where a frame has a likelihood and an impact, and nowhere else. */
export function suggest(summary: PanelDataSummary): Array<VisualizationSuggestion<HeatmapOptions>> | undefined {
  return summary.rawFrames?.some(isRiskFrame)
    ? [
        {
          score: VisualizationSuggestionScore.Best,
          cardOptions: {
            previewModifier: (preview) => {
              preview.options = { ...preview.options, controls: false };
            },
          },
        },
      ]
    : undefined;
}

/** Grafana up to 12.3 asks an object with `getSuggestionsForData`, later versions call a function: this is both. */
export const suggestionsSupplier = Object.assign(suggest, {
  getSuggestionsForData(builder: VisualizationSuggestionsBuilder) {
    const appender = builder.getListAppender({
      pluginId: 'shigan-riskheatmap-panel',
      name: '',
      options: {},
      fieldConfig: { defaults: {}, overrides: [] },
    });
    suggest(builder.dataSummary)?.forEach((suggestion) => appender.append(suggestion as VisualizationSuggestion));
  },
});
