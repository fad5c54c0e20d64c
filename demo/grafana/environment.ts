/** What a Grafana started by us is told: all of it by environment variables, so that the unpacked folder stays as it was. */
import path from 'node:path';
import { PLUGINS } from '../../package/check';
import type { Login } from '../database/ledger';

export interface GrafanaSettings {
  /** Holds data, logs and plugins of this Grafana. */
  folder: string;
  provisioning: string;
  port: number;
  password: string;
  /** `zh-Hans` or `en-US`: of the pages, and of names in the data source. */
  language: string;
  ledger: Login;
  webhook: string;
}

export const addressOf = (port: number) => `http://127.0.0.1:${port}`;
export const pluginsOf = (folder: string) => path.join(folder, 'plugins');
export const logOf = (folder: string) => path.join(folder, 'log', 'grafana.log');

/**
 * The environment: on loopback only, without a question to any other host, our four plugins allowed unsigned. `inherited`
 * goes along, but for settings of another Grafana (GF_…), which would mix with ours.
 */
export function grafanaEnvironment(settings: GrafanaSettings, inherited: NodeJS.ProcessEnv): Record<string, string> {
  const { folder, port, ledger } = settings;
  const others = Object.entries(inherited).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('GF_')
  );
  return {
    ...Object.fromEntries(others),
    GF_PATHS_DATA: path.join(folder, 'data'),
    GF_PATHS_LOGS: path.dirname(logOf(folder)),
    GF_PATHS_PLUGINS: pluginsOf(folder),
    GF_PATHS_PROVISIONING: settings.provisioning,
    GF_SERVER_HTTP_ADDR: '127.0.0.1',
    GF_SERVER_HTTP_PORT: String(port),
    GF_SERVER_ROOT_URL: `${addressOf(port)}/`,
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_ANALYTICS_FEEDBACK_LINKS_ENABLED: 'false',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    GF_SNAPSHOTS_EXTERNAL_ENABLED: 'false',
    GF_SECURITY_ADMIN_USER: 'admin',
    GF_SECURITY_ADMIN_PASSWORD: settings.password,
    GF_SECURITY_DISABLE_GRAVATAR: 'true',
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: Object.values(PLUGINS).join(','),
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_PLUGINS_PUBLIC_KEY_RETRIEVAL_DISABLED: 'true',
    GF_PLUGINS_PLUGIN_ADMIN_ENABLED: 'false',
    GF_USERS_DEFAULT_LANGUAGE: settings.language,
    GF_USERS_HOME_PAGE: '/a/shigan-policy-app/overview',
    GF_LOG_MODE: 'file',
    LEDGER_HOST: ledger.host,
    LEDGER_DATABASE: ledger.database,
    LEDGER_USER: ledger.user,
    LEDGER_PASSWORD: ledger.password,
    LEDGER_SSL_MODE: ledger.sslMode,
    LEDGER_JURISDICTION: inherited.LEDGER_JURISDICTION ?? '*',
    LEDGER_LANGUAGE: settings.language,
    // Whoever tries it wants to see a warning come, at any hour.
    SHIGAN_QUIET: inherited.SHIGAN_QUIET ?? '-off',
    SHIGAN_WEBHOOK_URL: inherited.SHIGAN_WEBHOOK_URL ?? settings.webhook,
  };
}
