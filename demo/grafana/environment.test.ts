import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { grafanaEnvironment, type GrafanaSettings } from './environment';

const PROJECT = path.resolve(__dirname, '..', '..');
const settings: GrafanaSettings = {
  folder: path.join(PROJECT, '.grafana', 'grafana'),
  provisioning: path.join(PROJECT, 'provisioning'),
  port: 3000,
  password: 'secret',
  language: 'zh-Hans',
  ledger: { host: '127.0.0.1:5432', database: 'ledger', user: 'reader', password: 'p', sslMode: 'disable' },
  webhook: 'http://127.0.0.1:4000/warnings',
};

describe('what a Grafana started by us is told', () => {
  it('is to listen on loopback only, and to ask no other host', () => {
    const told = grafanaEnvironment(settings, {});
    expect(told.GF_SERVER_HTTP_ADDR).toBe('127.0.0.1');
    for (const name of Object.keys(told).filter((key) =>
      /REPORTING|CHECK_FOR|NEWS_FEED|EXTERNAL_ENABLED|PLUGIN_ADMIN|FEEDBACK/.test(key)
    )) {
      expect([name, told[name]]).toEqual([name, 'false']);
    }
    expect(told.GF_PLUGINS_PREINSTALL_DISABLED).toBe('true');
  });

  it("leaves out the settings of the user's own Grafana, and keeps everything else", () => {
    const told = grafanaEnvironment(settings, {
      GF_SERVER_HTTP_ADDR: '0.0.0.0',
      GF_AUTH_ANONYMOUS_ENABLED: 'true',
      PATH: '/bin',
      LEDGER_JURISDICTION: '990100',
    });
    expect(told.GF_SERVER_HTTP_ADDR).toBe('127.0.0.1');
    expect(told.GF_AUTH_ANONYMOUS_ENABLED).toBeUndefined();
    expect(told).toMatchObject({ PATH: '/bin', LEDGER_JURISDICTION: '990100' });
  });

  it('lets warnings come at any hour', () => {
    expect(grafanaEnvironment(settings, {}).SHIGAN_QUIET).toBe('-off');
    expect(grafanaEnvironment(settings, { SHIGAN_QUIET: '' }).SHIGAN_QUIET).toBe('');
  });

  it('fills every variable without which the provisioning of the data source could not be read', () => {
    const told = grafanaEnvironment(settings, {});
    const asked = globSync('{datasources,dashboards,plugins}/*.yaml', { cwd: settings.provisioning }).flatMap(
      (file) => fs.readFileSync(path.join(settings.provisioning, file), 'utf8').match(/(?<=\$\{)[A-Z_]+(?=\})/g) ?? []
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => told[name] === undefined && !OPTIONAL.test(name))).toEqual([]);
  });
});

/** Grafana reads an unset variable as empty, which for these means "none". */
const OPTIONAL = /^LEDGER_TLS_/;
