import {
  type DataFrame,
  type PanelDataSummary,
  type VisualizationSuggestion,
  VisualizationSuggestionScore,
} from '@grafana/data';
import { t } from '@grafana/i18n';
import { type SuggestionsSource, suggestedFrames } from '../dashboard/suggestedFrames';
import { readCrossTable } from './data/crossTable';
import { isRiskFrame, readRisks } from './data/risks';
import { DEFAULTS, type HeatmapOptions } from './options';

type Suggestion = VisualizationSuggestion<HeatmapOptions>;

/** More rows or columns than this are no labels but values of their own. */
const MOST_LABELS = 300;

const cardOptions: Suggestion['cardOptions'] = {
  previewModifier: (preview) => {
    preview.options = { ...preview.options, controls: false };
  },
};

/**
 * What a panel can start from: Grafana has no presets for panels, so each useful set of options is a suggestion of its
 * own. Offered only where the frames have what it needs.
 */
function suggest(frames: DataFrame[]): Suggestion[] | undefined {
  const list = [...ofRisks(frames.filter(isRiskFrame)), ...ofLabels(frames)];
  return list.length > 0 ? list.map((suggestion) => ({ ...suggestion, cardOptions })) : undefined;
}

function ofRisks(frames: DataFrame[]): Suggestion[] {
  const reading = readRisks(frames, { mapping: {}, basis: 'current', rangeEnd: '', timeZone: 'utc' });
  if (reading.kind !== 'risks' && reading.kind !== 'counts') {
    return [];
  }
  const bases = reading.kind === 'risks' ? reading.bases : [];
  const named = (name: string, score: VisualizationSuggestionScore, options: Partial<HeatmapOptions>) => ({
    name,
    score,
    options,
  });
  return [
    reading.earlier
      ? named(t('suggestion.moved', 'Risk heatmap: what moved'), VisualizationSuggestionScore.Best, {})
      : named(t('suggestion.matrix', 'Risk heatmap'), VisualizationSuggestionScore.Best, {}),
    ...(bases.length > 1 && !reading.earlier
      ? [
          named(t('suggestion.arrows', 'Risk heatmap: where measures lead'), VisualizationSuggestionScore.Good, {
            arrows: 'all',
          }),
        ]
      : []),
    ...(bases.includes('residual') && bases.length > 1
      ? [
          named(t('suggestion.residual', 'Risk heatmap: what remains'), VisualizationSuggestionScore.OK, {
            basis: 'residual',
          }),
        ]
      : []),
  ];
}

/** Two labels against each other, of which at least one comes more than once. */
function ofLabels(frames: DataFrame[]): Suggestion[] {
  const table = readCrossTable(frames, DEFAULTS.cross, 'utc');
  const fits = (names: string[]) => names.length >= 2 && names.length <= MOST_LABELS;
  if (table.kind !== 'cross' || !fits(table.rows) || !fits(table.columns) || table.measure === 'count') {
    return [];
  }
  const filled = table.cells.flat().filter((cell) => cell !== undefined).length;
  if (filled <= Math.max(table.rows.length, table.columns.length)) {
    return [];
  }
  const coded = table.measure === 'status' || table.measure === 'light';
  return [
    {
      name: coded
        ? t('suggestion.lights', 'Heat grid: where it is red')
        : t('suggestion.numbers', 'Heat grid of two labels'),
      score: coded ? VisualizationSuggestionScore.Good : VisualizationSuggestionScore.OK,
      options: { form: 'cross', cross: { ...DEFAULTS.cross, rowOrder: coded ? 'worst' : 'data' } },
    },
  ];
}

/** What builders of earlier Grafanas offer. */
interface EarlierBuilder extends SuggestionsSource {
  getListAppender: (defaults: object) => { append: (suggestion: Suggestion) => void };
}

/** Grafana up to 12.3 asks an object with `getSuggestionsForData`, later versions call a function: this is both. */
export const suggestionsSupplier = Object.assign((summary: PanelDataSummary) => suggest(summary.rawFrames ?? []), {
  getSuggestionsForData(builder: EarlierBuilder) {
    const appender = builder.getListAppender({
      pluginId: 'shigan-riskheatmap-panel',
      name: '',
      options: {},
      fieldConfig: { defaults: {}, overrides: [] },
    });
    suggest(suggestedFrames(builder))?.forEach((suggestion) => appender.append(suggestion));
  },
});
