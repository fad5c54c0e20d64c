import { getPanelDataSummary, toDataFrame, type VisualizationSuggestionsBuilder } from '@grafana/data';
import { suggestionsSupplier } from './suggestions';

const risks = toDataFrame({
  fields: [
    { name: 'current_likelihood', values: [1] },
    { name: 'current_impact', values: [2] },
  ],
});
const other = toDataFrame({ fields: [{ name: 'value', values: [1] }] });

describe('suggestions', () => {
  it('offer the panel for a frame with likelihood and impact', () => {
    expect(suggestionsSupplier(getPanelDataSummary([other, risks]))).toHaveLength(1);
  });

  it('do not offer it for anything else', () => {
    expect(suggestionsSupplier(getPanelDataSummary([other]))).toBeUndefined();
    expect(suggestionsSupplier(getPanelDataSummary([]))).toBeUndefined();
  });

  it('also answer a Grafana that still asks by getSuggestionsForData', () => {
    const list: unknown[] = [];
    const builder = {
      dataSummary: getPanelDataSummary([risks]),
      getListAppender: () => ({ append: (suggestion: unknown) => list.push(suggestion) }),
    };
    suggestionsSupplier.getSuggestionsForData(builder as unknown as VisualizationSuggestionsBuilder);
    expect(list).toHaveLength(1);
  });
});
