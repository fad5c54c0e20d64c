/** What the reader set for a field in this panel, and how a field then writes its values. */
import {
  createTheme,
  type DataFrame,
  type Field,
  type FieldConfigSource,
  formattedValueToString,
  getDisplayProcessor,
  getFieldMatcher,
  type GrafanaTheme2,
} from '@grafana/data';

/** No setting of the panel's own. */
export const NO_SETTINGS: FieldConfigSource = { defaults: {}, overrides: [] };

/**
 * Whether an override or the panel's field options set a property of a field. Data sources set properties as well, and
 * once Grafana has merged them, the field alone does not tell who did. Options reach only fields that bring no such
 * property; overrides reach all.
 *
 * @param property the id of a field option: `unit`, `decimals`, `mappings`
 */
export function isSetByReader(
  property: 'unit' | 'decimals' | 'mappings',
  field: Field,
  frame: DataFrame,
  frames: DataFrame[],
  { defaults, overrides }: FieldConfigSource
): boolean {
  const standard = defaults[property];
  return (
    (hasContent(standard) && JSON.stringify(standard) === JSON.stringify(field.config[property])) ||
    overrides.some(
      ({ matcher, properties }) =>
        properties.some(({ id }) => id === property) && getFieldMatcher(matcher)(field, frame, frames)
    )
  );
}

const hasContent = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;

/** A value as the field shows it, with its unit, its decimals and its value mappings. */
export const shownBy = (field: Field, value: unknown): string =>
  field.display ? formattedValueToString(field.display(value)) : String(value);

// Only colours depend on the theme, and nobody asks for them here.
let anyTheme: GrafanaTheme2 | undefined;

/** How the field would show a value had it no value mappings. */
export function unmappedDisplay({ type, config }: Field) {
  anyTheme ??= createTheme();
  return getDisplayProcessor({ field: { type, config: { ...config, mappings: [] } }, theme: anyTheme });
}

/** A function that gives the text into which the field maps a value; null where no mapping holds. */
export function mappingOf(field: Field): (value: unknown) => string | null {
  const { display, config } = field;
  if (!display || !config.mappings?.length) {
    return () => null;
  }
  const unmapped = unmappedDisplay(field);
  return (value) => {
    const mapped = display(value);
    return mapped.text === unmapped(value).text ? null : formattedValueToString(mapped);
  };
}
