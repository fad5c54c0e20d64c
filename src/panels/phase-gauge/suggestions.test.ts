import { getPanelDataSummary } from '@grafana/data';
import { frameOf, type Row, seriesFrame, targetsFrame, THREE_PHASES } from './data/targets.fixture';
import { supplier, suggestionsFor } from './suggestions';

const forms = (...frames: Parameters<typeof suggestionsFor>[0]) => suggestionsFor(frames).map((s) => s.options?.form);

test('one indicator suggests the radial form, many the bars', () => {
  expect(forms(targetsFrame(THREE_PHASES))).toEqual(['radial', 'bars']);
  expect(forms(targetsFrame(Array.from({ length: 8 }, (_, i) => ({ indicator_id: `i${i}` }))))).toEqual([
    'bars',
    'radial',
  ]);
  expect(forms(targetsFrame(Array.from({ length: 60 }, (_, i) => ({ indicator_id: `i${i}` }))))).toEqual(['bars']);
});

test('observations over time beside their targets suggest a trajectory', () => {
  const observed = seriesFrame({ '2025-06-30': 81.5, '2026-10-31': 84.1 });
  expect(forms(targetsFrame(THREE_PHASES), observed)).toEqual(['trajectory', 'radial', 'bars']);
  expect(forms(observed)).toEqual(['trajectory', 'radial', 'bars']);
});

test('many indicators can be started from as what needs attention, by unit and by domain, where that tells them apart', () => {
  const starts = (rows: Row[]) =>
    suggestionsFor([targetsFrame(rows)]).map(({ options }) =>
      options?.onlyAttention ? 'attention' : (options?.group ?? options?.form)
    );
  const rows = Array.from({ length: 8 }, (_, i) => ({
    indicator_id: `i${i}`,
    unit_id: `u${i % 2}`,
    unit: `Unit ${i % 2}`,
    domain: `Domain ${i % 3}`,
    status: i === 0 ? 'achieved' : 'off_track',
  }));
  expect(starts(rows)).toEqual(['bars', 'radial', 'attention', 'unit', 'domain']);
  expect(starts(rows.map((row) => ({ ...row, status: 'achieved', unit: 'One', unit_id: 'u' })))).toEqual([
    'bars',
    'radial',
    'domain',
  ]);
});

test('data without a target suggests nothing', () => {
  expect(forms()).toEqual([]);
  expect(forms(frameOf([{ value: 3, name: 'x' }]))).toEqual([]);
});

test('Grafana 12.4 asks the function, 12.2 its method, and both hear the same', () => {
  const frames = [targetsFrame(THREE_PHASES)];
  const heard: string[] = [];
  supplier.getSuggestionsForData({
    data: { series: frames },
    getListAppender: () => ({ append: (s) => heard.push(s.name ?? '') }),
  });
  expect(heard).toEqual(supplier(getPanelDataSummary(frames)).map((s) => s.name));
  expect(heard).toHaveLength(2);
});
