/** Grafana's standard field options (unit, thresholds, links …) and transformations, by their published ids. */
import {
  booleanOverrideProcessor,
  type DataTransformerInfo,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldColorModeId,
  type FieldConfigPropertyItem,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  stringOverrideProcessor,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

const PROCESSORS = {
  displayName: displayNameOverrideProcessor,
  description: stringOverrideProcessor,
  unit: unitOverrideProcessor,
  min: numberOverrideProcessor,
  max: numberOverrideProcessor,
  fieldMinMax: booleanOverrideProcessor,
  decimals: numberOverrideProcessor,
  noValue: stringOverrideProcessor,
  color: identityOverrideProcessor,
  thresholds: thresholdsOverrideProcessor,
  mappings: valueMappingsOverrideProcessor,
  links: dataLinksOverrideProcessor,
  actions: identityOverrideProcessor,
  filterable: booleanOverrideProcessor,
} as Record<string, FieldConfigPropertyItem['process']>;

/** What a panel gets where neither its dashboard nor its plugin says anything: as in Grafana, colours by thresholds. */
const DEFAULTS: Record<string, unknown> = {
  color: { mode: FieldColorModeId.Thresholds },
  mappings: [],
  thresholds: {
    mode: ThresholdsMode.Absolute,
    steps: [
      { value: -Infinity, color: 'green' },
      { value: 80, color: 'red' },
    ],
  },
};

/** An option that a dashboard's JSON may set; nobody edits it here. */
export function fieldOption(path: string, process: FieldConfigPropertyItem['process']): FieldConfigPropertyItem {
  return { id: path, path, name: path, settings: {}, editor: () => null, override: () => null, process, shouldApply: () => true };
}

/** Editors that panels may name for their options; here nobody sees them. */
const EDITORS = [
  'boolean', 'color', 'dashboard-uid', 'field-name', 'multi-select', 'number', 'radio', 'select', 'slider', 'strings',
  'text', 'timezone', 'unit',
];

export function setStandardOptions() {
  standardEditorsRegistry.setInit(() => EDITORS.map((id) => ({ id, name: id, editor: () => null })));
  standardFieldConfigEditorRegistry.setInit(() =>
    Object.entries(PROCESSORS).map(([path, process]) => ({ ...fieldOption(path, process), defaultValue: DEFAULTS[path] }))
  );
  // Some transformations go by two names and one id.
  const transformers = new Map(Object.values(standardTransformers).map((transformer) => [transformer.id, transformer]));
  standardTransformersRegistry.setInit(() =>
    [...transformers.values()].map((transformation) => ({
      id: transformation.id,
      name: transformation.name,
      description: transformation.description,
      transformation: transformation as DataTransformerInfo<any>,
      editor: () => null,
      imageDark: '',
      imageLight: '',
    }))
  );
}
