/** Loads the built plugins as Grafana does: their words first, then their module. */
import type { AppPlugin, DataSourcePlugin, PanelPlugin, PluginMeta } from '@grafana/data';
import i18next from 'i18next';
import type { Boot, Language, PluginBoot } from '../boot';
import { ownPanel } from '../panels/registry';
import { importModule } from './sharedModules';

let plugins: PluginBoot[] = [];
let language: Language = 'en-US';
const loaded = new Map<string, Promise<any>>();
const panels = new Map<string, PanelPlugin>();

export function knowPlugins(boot: Boot, chosen: Language) {
  plugins = boot.plugins;
  language = chosen;
}

export const pluginOf = (id: string): PluginBoot | undefined => plugins.find((plugin) => plugin.id === id);

/** @throws Error with one sentence for a panel that neither the plugins nor the demo have. */
export async function importPanelPlugin(id: string): Promise<PanelPlugin> {
  const panel = ownPanel(id) ?? (await importPlugin<PanelPlugin>(id, 'panel'));
  panels.set(id, panel);
  return panel;
}

export const panelFromCache = (id: string): PanelPlugin | undefined => panels.get(id);
export const importDataSourcePlugin = (id: string) => importPlugin<DataSourcePlugin<any, any, any>>(id, 'datasource');
export const importAppPlugin = (id: string) => importPlugin<AppPlugin>(id, 'app');

/** What Grafana's own API says of a plugin. */
export function metaOf({ id, manifest, module }: PluginBoot): PluginMeta {
  return {
    ...(manifest as PluginMeta),
    module,
    baseUrl: `/public/plugins/${id}`,
    enabled: true,
    jsonData: {},
    info: { ...manifest.info, logos: logosOf(id, manifest.info.logos) },
  };
}

function logosOf(id: string, { small, large }: { small: string; large: string }) {
  const at = (file: string) => `/public/plugins/${id}/${file}`;
  return { small: at(small), large: at(large) };
}

function importPlugin<T extends { meta: PluginMeta }>(id: string, type: PluginBoot['type']): Promise<T> {
  const known = loaded.get(id);
  if (known) {
    return known;
  }
  const loading = load<T>(id, type);
  loaded.set(id, loading);
  return loading;
}

async function load<T extends { meta: PluginMeta }>(id: string, type: PluginBoot['type']): Promise<T> {
  const found = pluginOf(id);
  if (found?.type !== type) {
    throw new Error(`The demo has no ${type} "${id}": only Grafana does, or dist/ is older than the dashboard ("npm start" rebuilds it).`);
  }
  await loadWords(found);
  const { plugin } = await importModule(found.module);
  if (!plugin) {
    throw new Error(`The module of ${id} exports no "plugin": rebuild it with "npm run build:frontend".`);
  }
  plugin.meta = metaOf(found);
  return plugin as T;
}

async function loadWords({ id, locales }: PluginBoot) {
  if (locales.includes(language)) {
    const response = await fetch(`/public/plugins/${id}/locales/${language}/${id}.json`);
    i18next.addResourceBundle(language, id, await response.json(), true, false);
  }
}
