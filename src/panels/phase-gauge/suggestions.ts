import {
  type DataFrame,
  type VisualizationSuggestion,
  type VisualizationSuggestionsSupplier,
  VisualizationSuggestionScore,
} from '@grafana/data';
import { type SuggestionsSource, suggestedFrames } from '../dashboard/suggestedFrames';
import { needsAttention } from './data/arrange';
import { toGauges } from './data/gauges';
import { pointsOf } from './data/trajectories';
import type { PhaseGaugeOptions } from './options';
import { t } from './words/translate';

type Suggestion = VisualizationSuggestion<PhaseGaugeOptions>;

// Above this, radial gauges are too many to take in.
const RADIAL_AT_MOST = 12;

/**
 * The forms that suit the frames, best first; none where they bear no value with a target. Grafana has no presets for
 * panels: these are what a reader can start from.
 */
export function suggestionsFor(frames: DataFrame[]): Suggestion[] {
  const { gauges, problem } = toGauges(frames, {}, 0);
  if (problem) {
    return [];
  }
  // A verdict column can only come from the ledger; a bare value and target could be drawn otherwise as well.
  const fromLedger = gauges.some((g) => g.phases.some((p) => p.judgedBy === 'frame'));
  const score = fromLedger ? VisualizationSuggestionScore.Best : VisualizationSuggestionScore.Good;
  const radial: Suggestion = {
    name: t('suggestion.radial', 'Phase gauge, radial'),
    options: { form: 'radial' },
    score,
  };
  const bars: Suggestion = { name: t('suggestion.bars', 'Phase gauge, bars'), options: { form: 'bars' }, score };
  const gauging = gauges.length > RADIAL_AT_MOST ? [bars] : gauges.length > 3 ? [bars, radial] : [radial, bars];
  const trajectory: Suggestion = {
    name: t('suggestion.trajectory', 'Phase gauge, trajectory'),
    options: { form: 'trajectory' },
    score,
  };
  const among = (name: string, options: Partial<PhaseGaugeOptions>): Suggestion => ({
    name,
    options: { form: 'bars', ...options },
    score,
  });
  const kinds = (pick: (gauge: (typeof gauges)[number]) => string) => new Set(gauges.map(pick)).size;
  const calm = gauges.filter((g) => !g.phases.some(needsAttention)).length;
  const sections = [
    ...(calm > 0 && calm < gauges.length && gauges.length > 3
      ? [among(t('suggestion.attention', 'Phase gauge, what needs attention'), { onlyAttention: true })]
      : []),
    ...(kinds((g) => g.unit) > 1 && gauges.length > kinds((g) => g.unit)
      ? [among(t('suggestion.unit', 'Phase gauge, by unit'), { group: 'unit' })]
      : []),
    ...(kinds((g) => g.domain) > 1 && gauges.length > kinds((g) => g.domain)
      ? [among(t('suggestion.domain', 'Phase gauge, by domain'), { group: 'domain' })]
      : []),
  ];
  const goesOn = [...pointsOf(frames, {}, gauges).values()].some((points) => points.length > 1);
  return [...(goesOn ? [trajectory] : []), ...gauging, ...sections];
}

/** What builders of Grafana 12.2 offer; 12.4 calls the supplier as a function instead. */
interface EarlierBuilder extends SuggestionsSource {
  getListAppender: (defaults: object) => { append: (suggestion: Suggestion) => void };
}

const ID = 'shigan-phasegauge-panel';

/** One supplier for both: a function that also carries the earlier interface's method. */
export const supplier = Object.assign(
  ((summary) => suggestionsFor(summary.rawFrames ?? [])) satisfies VisualizationSuggestionsSupplier<PhaseGaugeOptions>,
  {
    getSuggestionsForData: (builder: EarlierBuilder) => {
      const list = builder.getListAppender({ name: t('suggestion.name', 'Phase gauge'), pluginId: ID, options: {} });
      suggestionsFor(suggestedFrames(builder)).forEach((suggestion) => list.append(suggestion));
    },
  }
);
