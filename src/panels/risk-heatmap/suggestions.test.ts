import { getPanelDataSummary, toDataFrame } from '@grafana/data';
import { suggestionsSupplier } from './suggestions';

const frame = (table: Record<string, unknown[]>, asOf?: string) =>
  toDataFrame({
    meta: asOf ? { custom: { asOf } } : undefined,
    fields: Object.entries(table).map(([name, values]) => ({ name, values })),
  });
const scores = { title: ['A'], current_likelihood: [1], current_impact: [2] };
const names = (...frames: Array<ReturnType<typeof frame>>) =>
  suggestionsSupplier(getPanelDataSummary(frames))?.map(({ name }) => name);

describe('suggestions', () => {
  it('offer the heatmap for a frame with likelihood and impact', () => {
    expect(names(frame({ value: [1] }), frame(scores))).toEqual(['Risk heatmap']);
  });

  it('offer where measures lead, and what remains, where the scores before and after are there', () => {
    const list = suggestionsSupplier(
      getPanelDataSummary([frame({ ...scores, residual_likelihood: [1], residual_impact: [1] })])
    );
    expect(list?.map(({ options }) => options)).toEqual([{}, { arrows: 'all' }, { basis: 'residual' }]);
  });

  it('offer what moved where the frames tell of two days', () => {
    expect(names(frame(scores, '2026-10-31'), frame(scores, '2026-07-31'))).toEqual(['Risk heatmap: what moved']);
  });

  it('offer a heat grid where two labels meet more than once', () => {
    const labels = { unit: ['A', 'A', 'B', 'B'], domain: ['x', 'y', 'x', 'y'] };
    expect(names(frame({ ...labels, status: ['on_track', 'missed', 'stale', 'met'] }))).toEqual([
      'Heat grid: where it is red',
    ]);
    expect(names(frame({ ...labels, value: [1, 2, 3, 4] }))).toEqual(['Heat grid of two labels']);
    expect(names(frame({ unit: ['A', 'B'], domain: ['x', 'y'], value: [1, 2] }))).toBeUndefined();
  });

  it('do not offer it for anything else', () => {
    expect(names(frame({ value: [1] }))).toBeUndefined();
    expect(names()).toBeUndefined();
  });

  it('also answer a Grafana that still asks by getSuggestionsForData: 12.2 with the data, 12.3 with a summary', () => {
    const list: unknown[] = [];
    const getListAppender = () => ({ append: (suggestion: unknown) => list.push(suggestion) });
    suggestionsSupplier.getSuggestionsForData({ data: { series: [frame(scores)] }, getListAppender });
    suggestionsSupplier.getSuggestionsForData({
      dataSummary: getPanelDataSummary([frame(scores)]),
      getListAppender,
    });
    expect(list).toHaveLength(2);
  });
});
