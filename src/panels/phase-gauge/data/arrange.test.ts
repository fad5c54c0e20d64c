import { arrange, type Choice, currentPhase, gapShare, needsAttention, phaseColumns } from './arrange';
import { toGauges } from './gauges';
import { day, targetsFrame, THREE_PHASES } from './targets.fixture';

const everything: Choice = { sort: 'given', group: 'none', onlyAttention: false, phases: [] };
const gaugesOf = (rows: Parameters<typeof targetsFrame>[0]) => toGauges([targetsFrame(rows)], {}, 0).gauges;
const named = (name: string, row: object = {}) => ({ indicator_id: name, indicator: name, ...row });
const names = (rows: Parameters<typeof targetsFrame>[0], choice: Partial<Choice>, language = 'en-US') =>
  arrange(gaugesOf(rows), { ...everything, ...choice }, language).flatMap((g) => g.gauges.map((x) => x.name));

test('by severity the worst comes first, and grey before green', () => {
  const rows = ['achieved', 'stale', 'off_track', 'missed', 'at_risk', 'on_track'].map((status) =>
    named(status, { status })
  );
  expect(names(rows, { sort: 'severity' })).toEqual([
    'missed',
    'off_track',
    'stale',
    'at_risk',
    'on_track',
    'achieved',
  ]);
});

test('of equal severity the one furthest behind comes first, measured by its own way', () => {
  const rows = [
    named('small', { gap: -2, target_value: 80 }),
    named('large', { gap: -3, target_value: 178 }),
    named('unknown', { gap: null }),
  ];
  expect(names(rows, { sort: 'severity' })).toEqual(['small', 'large', 'unknown']);
  expect(gapShare(gaugesOf([rows[0]])[0])).toBe(-1);
});

test('by due date the earliest open one comes first, achieved ones last', () => {
  const rows = [
    named('late', { due_date: day('2028-01-01') }),
    named('done', { status: 'achieved', due_date: day('2024-01-01') }),
    named('soon', { due_date: day('2026-12-31') }),
  ];
  expect(names(rows, { sort: 'due' })).toEqual(['soon', 'late', 'done']);
});

test('Chinese names are sorted by pinyin and numbers by size', () => {
  expect(
    names(
      ['政策', '安全', '民生'].map((n) => named(n)),
      { sort: 'name' },
      'zh-Hans'
    )
  ).toEqual(['安全', '民生', '政策']);
  expect(
    names(
      ['Plan 10', 'Plan 9'].map((n) => named(n)),
      { sort: 'name' }
    )
  ).toEqual(['Plan 9', 'Plan 10']);
});

test('only what needs attention leaves out what is well and what has not begun', () => {
  const rows = ['achieved', 'on_track', 'not_started', 'met', 'no_data', 'at_risk'].map((status) =>
    named(status, { status })
  );
  expect(names(rows, { onlyAttention: true })).toEqual(['no_data', 'at_risk']);
  expect(needsAttention(gaugesOf([{ status: 'unheard of' }])[0].phases[0])).toBe(true);
});

test('groups stand in the order of their worst gauge', () => {
  const rows = [
    named('a', { domain: 'Services', status: 'on_track' }),
    named('b', { domain: 'Livelihood', status: 'missed' }),
    named('c', { domain: '', status: 'at_risk' }),
  ];
  const groups = arrange(gaugesOf(rows), { ...everything, sort: 'severity', group: 'domain' }, 'en-US');
  expect(groups.map((g) => g.title)).toEqual(['Livelihood', '', 'Services']);
});

test('chosen phases make the scale and the severity anew', () => {
  const [group] = arrange(gaugesOf(THREE_PHASES), { ...everything, phases: ['short'] }, 'en-US');
  expect(group.gauges[0].phases.map((p) => p.id)).toEqual(['short']);
  expect(group.gauges[0].scale.to).toBe(80);
  expect(arrange(gaugesOf(THREE_PHASES), { ...everything, phases: ['none such'] }, 'en-US')).toEqual([]);
});

test('the phase that counts now is the first that runs', () => {
  const [gauge] = gaugesOf(THREE_PHASES);
  expect(currentPhase(gauge).id).toBe('medium');
  expect(currentPhase({ ...gauge, phases: [gauge.phases[0]] }).id).toBe('short');
  expect(currentPhase({ ...gauge, phases: [gauge.phases[0], gauge.phases[2]] }).id).toBe('long');
});

test('the columns of phases follow their positions', () => {
  expect(phaseColumns(gaugesOf([...THREE_PHASES].reverse())).map((p) => p.id)).toEqual(['short', 'medium', 'long']);
});

test('no gauges, no groups', () => {
  expect(arrange([], { ...everything, group: 'unit' }, 'en-US')).toEqual([]);
});

test('by any label: a text column, or a label of the value; what has none stands under one heading', () => {
  const frame = targetsFrame([
    named('a', { region: 'North' }),
    named('b', { region: null }),
    named('c', { region: 'North' }),
  ]);
  const { gauges } = toGauges([frame], {}, 0);
  const groups = arrange(gauges, { ...everything, group: 'region' }, 'en-US');
  expect(groups.map((g) => [g.title, g.gauges.length])).toEqual([
    ['North', 2],
    ['', 1],
  ]);
  frame.fields.find((f) => f.name === 'value')!.labels = { team: 'East' };
  const byLabel = arrange(toGauges([frame], {}, 0).gauges, { ...everything, group: 'team' }, 'en-US');
  expect(byLabel.map((g) => g.title)).toEqual(['East']);
});
