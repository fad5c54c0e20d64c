import { changeOver, migrate } from './migrations';

const panel = (options: object, pluginVersion?: string) => ({ options, pluginVersion });

const saved = {
  form: 'bars',
  sort: 'gap',
  group: 'domain',
  phases: ['short'],
  onlyAttention: true,
  showLegend: false,
  showWords: true,
  columns: { value: 'actual' },
};

test.each([undefined, '', '0.1.0', '0.2.0', '1.0.0'])('options saved by version %s stay as they are', (version) => {
  expect(migrate(panel(saved, version))).toEqual(saved);
});

test('a dashboard written by hand keeps what this panel offers, and gets the defaults for the rest', () => {
  const byHand = {
    form: 'donut',
    sort: 'colour',
    group: '',
    phases: 'short',
    columns: { value: '', unit: null },
    showWords: false,
  };
  expect(migrate(panel(byHand))).toEqual({ phases: ['short'], showWords: false });
  expect(migrate(panel({ ...byHand, columns: null, phases: 3 }, '0.1.9'))).toEqual({ showWords: false });
});

test('a panel without options is drawn by the defaults', () => {
  expect(migrate({ options: undefined as unknown as object })).toEqual({});
});

test('versions are compared by their numbers', () => {
  const byHand = { form: 'donut' };
  expect(migrate(panel(byHand, '0.10.0'))).toEqual(byHand);
  expect(migrate(panel(byHand, '0.1.10'))).toEqual({});
  expect(migrate(panel(byHand, '0.2.0-rc.1'))).toEqual(byHand);
});

test.each([
  ['gauge', 'radial'],
  ['bargauge', 'bars'],
  ['table', 'bars'],
  ['timeseries', 'trajectory'],
])('whoever changes over from %s begins with %s', (from, form) => {
  expect(changeOver(panel({ showWords: true }), from)).toEqual({ showWords: true, form });
});

test('of any other panel nothing is taken over', () => {
  expect(changeOver(panel({}), 'toString')).toEqual({});
  expect(changeOver(panel({ form: 'bars' }), 'geomap')).toEqual({ form: 'bars' });
});
