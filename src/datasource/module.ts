import { DataSourcePlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { ConfigEditor } from './components/ConfigEditor';
import { QueryEditor } from './components/QueryEditor';
import { QueryHelp } from './components/QueryHelp';
import { PolicyDataSource } from './datasource';
import pluginJson from './plugin.json';
import type { PolicyQuery } from './query';
import type { PolicySecrets, PolicySettings } from './settings';

await initPluginTranslations(pluginJson.id);

export const plugin = new DataSourcePlugin<PolicyDataSource, PolicyQuery, PolicySettings, PolicySecrets>(
  PolicyDataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor)
  .setQueryEditorHelp(QueryHelp);
