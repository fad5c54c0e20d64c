/** Declares the custom field options of a panel, so that a dashboard's JSON may set them. */
import { type FieldConfigEditorBuilder, identityOverrideProcessor } from '@grafana/data';
import { fieldOption } from '../grafana/fieldOptions';

/** @param defaults value by path, as in `fieldConfig.defaults.custom` */
export const customOptions = (defaults: Record<string, unknown>) => (builder: FieldConfigEditorBuilder<any>) => {
  for (const [path, defaultValue] of Object.entries(defaults)) {
    builder.addCustomEditor({ ...fieldOption(path, identityOverrideProcessor), defaultValue });
  }
};
