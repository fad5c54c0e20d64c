import { FieldType, PanelOptionsEditorBuilder, standardEditorsRegistry } from '@grafana/data';
import { MAPPABLE } from './data/columns';
import { frameOf, targetsFrame, THREE_PHASES } from './data/targets.fixture';
import { buildOptions, DEFAULTS, labelChoices, phaseChoices, type PhaseGaugeOptions } from './options';

// The editors are Grafana's own; here only what the panel asks of them counts.
standardEditorsRegistry.setInit(() =>
  ['radio', 'select', 'multi-select', 'boolean', 'field-name', 'text'].map((id) => ({
    id,
    name: id,
    editor: () => null,
  }))
);

const builder = new PanelOptionsEditorBuilder<PhaseGaugeOptions>();
buildOptions(builder);
const items = builder.getItems();
const item = (path: string) => items.find((each) => each.path === path)!;

test('every option has its setting, with the default that the panel draws by', () => {
  for (const key of Object.keys(DEFAULTS).filter((each) => each !== 'columns') as Array<keyof PhaseGaugeOptions>) {
    expect([key, item(key)?.defaultValue]).toEqual([key, DEFAULTS[key]]);
  }
});

test('the columns can be named one by one, in a section of their own', () => {
  for (const column of MAPPABLE) {
    expect(item(`columns.${column}`)).toMatchObject({ category: ['Fields'] });
    expect(item(`columns.${column}`).defaultValue).toBeUndefined();
  }
});

test('a column of numbers offers only number fields', () => {
  const { filter } = item('columns.value').settings;
  expect(filter({ type: FieldType.number })).toBe(true);
  expect(filter({ type: FieldType.string })).toBe(false);
  expect(item('columns.due_date').settings.filter).toBeUndefined();
});

test('every choice has its words', () => {
  for (const path of ['form', 'sort', 'group', 'filterBy']) {
    const { options } = item(path).settings;
    expect(new Set(options.map((o: { label: string }) => o.label)).size).toBe(options.length);
  }
});

test('the phases to choose from are those of the data', async () => {
  const choices = [
    { value: 'short', label: 'Short term' },
    { value: 'medium', label: 'Medium term' },
    { value: 'long', label: 'Long term' },
  ];
  expect(phaseChoices([targetsFrame(THREE_PHASES)], {})).toEqual(choices);
  expect(await item('phases').settings.getOptions({ data: [targetsFrame(THREE_PHASES)] })).toEqual(choices);
  expect(phaseChoices([frameOf([{ value: 1, target: 2 }])], {})).toEqual([]);
  expect(phaseChoices([], {})).toEqual([]);
});

test('gauges can be grouped by any other text column, and by any label', async () => {
  const frame = targetsFrame([{ region: 'North', key_project: true }]);
  frame.fields.find((f) => f.name === 'value')!.labels = { team: 'A', unit: 'B' };
  expect(new Set(labelChoices([frame], {}))).toEqual(new Set(['kind', 'trend', 'region', 'key_project', 'team']));
  const offered = await item('group').settings.getOptions({ data: [frame] });
  expect(offered.map((o: { value: string }) => o.value)).toEqual(
    expect.arrayContaining(['none', 'unit', 'domain', 'department', 'region', 'team'])
  );
  expect(labelChoices([], {})).toEqual([]);
});
