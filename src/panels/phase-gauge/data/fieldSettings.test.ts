import {
  applyFieldOverrides,
  createTheme,
  type DataFrame,
  type FieldConfigSource,
  FieldConfigOptionsRegistry,
  identityOverrideProcessor,
  MappingType,
} from '@grafana/data';
import { setValueWords, valueWords, differenceWords, verdictWords } from '../words/verdict';
import { toGauges } from './gauges';
import { frameOf, targetsFrame } from './targets.fixture';

const fieldConfigRegistry = new FieldConfigOptionsRegistry(() =>
  ['unit', 'decimals', 'mappings', 'noValue', 'min', 'max'].map((id) => ({
    id,
    path: id,
    name: id,
    editor: () => null,
    override: () => null,
    process: identityOverrideProcessor,
    shouldApply: () => true,
  }))
);

/** The gauge as Grafana hands the frames over, with the panel's field options laid over them. */
function gaugeOf(frame: DataFrame, fieldConfig: FieldConfigSource) {
  const data = applyFieldOverrides({
    data: [frame],
    fieldConfig,
    fieldConfigRegistry,
    replaceVariables: (text) => text,
    theme: createTheme(),
  });
  return toGauges(data, {}, 0, undefined, fieldConfig).gauges[0];
}

const defaults = (config: FieldConfigSource['defaults']): FieldConfigSource => ({ defaults: config, overrides: [] });
const override = (field: string, properties: FieldConfigSource['overrides'][number]['properties']) => ({
  defaults: {},
  overrides: [{ matcher: { id: 'byName', options: field }, properties }],
});

test('the ledger’s unit and decimals count until the reader sets others', () => {
  const brought = targetsFrame([{}]);
  brought.fields.find((f) => f.name === 'value')!.config = { unit: 'percent', decimals: 3 };
  const plain = gaugeOf(brought, defaults({}));
  expect(valueWords(plain, plain.value)).toBe('84.1%');
  const set = gaugeOf(targetsFrame([{}]), defaults({ unit: 'currencyEUR', decimals: 2 }));
  expect([valueWords(set, set.value), setValueWords(set, 88), differenceWords(set, -1.9)]).toEqual([
    '€84.10',
    '€88.00',
    '€1.90',
  ]);
});

test('field options leave alone what the data source set, overrides do not', () => {
  const brought = () => {
    const frame = targetsFrame([{}]);
    frame.fields.find((f) => f.name === 'value')!.config = { unit: 'percent', decimals: 3 };
    return frame;
  };
  const left = gaugeOf(brought(), defaults({ unit: 'currencyEUR' }));
  expect(valueWords(left, left.value)).toBe('84.1%');
  const set = gaugeOf(
    brought(),
    override('value', [
      { id: 'unit', value: 'currencyEUR' },
      { id: 'decimals', value: 0 },
    ])
  );
  expect(valueWords(set, set.value)).toBe('€84');
});

test('an override reaches the field it names, and only that', () => {
  const decimals = [{ id: 'decimals', value: 0 }];
  const value = gaugeOf(targetsFrame([{}]), override('value', decimals));
  expect(valueWords(value, value.value)).toBe('84%');
  const other = gaugeOf(targetsFrame([{}]), override('gap', decimals));
  expect(valueWords(other, other.value)).toBe('84.1%');
});

test('a value that is mapped is said by its mapping, a difference never is', () => {
  const mappings = [{ type: MappingType.ValueToText, options: { '2': { text: 'two', index: 0 } } }] as const;
  const gauge = gaugeOf(targetsFrame([{ value: 2, decimals: 0 }]), defaults({ mappings: [...mappings] }));
  expect([valueWords(gauge, 2), valueWords(gauge, 3), differenceWords(gauge, 2)]).toEqual(['two', '3%', '2 pp']);
});

test('what stands for a value that is not known can be set', () => {
  const gauge = gaugeOf(targetsFrame([{ value: null }]), defaults({ noValue: 'pending' }));
  expect(valueWords(gauge, gauge.value)).toBe('pending');
});

test('a status that is mapped to a word of the product is that status; to other words, it is said by them', () => {
  const map = (text: string) =>
    override('status', [
      { id: 'mappings', value: [{ type: MappingType.ValueToText, options: { R: { text, index: 0 } } }] },
    ]);
  const [meant] = gaugeOf(targetsFrame([{ status: 'R' }]), map('off_track')).phases;
  expect([meant.status, verdictWords(meant)]).toEqual(['off_track', 'Off track']);
  const [said] = gaugeOf(targetsFrame([{ status: 'R' }]), map('Trouble')).phases;
  expect([said.status, verdictWords(said)]).toEqual(['R', 'Trouble']);
});

test('the ends of the scale come from the reader, from the data, else from the numbers', () => {
  const { scale } = gaugeOf(targetsFrame([{}]), defaults({ min: 0, max: 100 }));
  expect([scale.from, scale.to]).toEqual([0, 100]);
  const own = gaugeOf(targetsFrame([{ scale_max: 120 }]), defaults({})).scale;
  expect([own.from, own.to]).toEqual([78, 120]);
  const falling = gaugeOf(
    targetsFrame([{ direction: -1, baseline_value: 60, target_value: 15 }]),
    defaults({ min: 0, max: 90 })
  ).scale;
  expect([falling.from, falling.to]).toEqual([90, 0]);
  expect(gaugeOf(targetsFrame([{}]), defaults({ min: 99, max: 2 })).scale.form).toBe('way');
});

test('percentages of another origin differ by percentage points', () => {
  const frame = frameOf([{ name: 'Rate', value: 0.841, target: 0.9 }]);
  const gauge = gaugeOf(frame, defaults({ unit: 'percentunit', decimals: 1 }));
  expect([valueWords(gauge, gauge.value), differenceWords(gauge, 0.059)]).toEqual(['84.1%', '5.9 pp']);
});
