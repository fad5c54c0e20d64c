import type { DataFrame, PanelData, PanelDataSummary } from '@grafana/data';

/** What a builder of suggestions knows: in Grafana 12.2 the panel's data, in later ones a summary with the frames. */
export interface SuggestionsSource {
  data?: Pick<PanelData, 'series'>;
  dataSummary?: Pick<PanelDataSummary, 'rawFrames'>;
}

export const suggestedFrames = ({ data, dataSummary }: SuggestionsSource): DataFrame[] =>
  data?.series ?? dataSummary?.rawFrames ?? [];
