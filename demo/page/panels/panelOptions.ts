/** Declares a panel's options with their defaults; nobody edits them here. */
import type { PanelOptionsEditorBuilder } from '@grafana/data';

export const panelOptions = <T extends object>(defaults: T) => (builder: PanelOptionsEditorBuilder<T>) => {
  for (const [path, defaultValue] of Object.entries(defaults)) {
    builder.addCustomEditor({ id: path, path: path as never, name: path, editor: () => null, defaultValue });
  }
};
