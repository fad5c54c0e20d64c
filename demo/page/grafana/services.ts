/** Lays out the services that @grafana/runtime promises to plugins and to @grafana/scenes. */
import {
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourceRef,
  type EventBus,
  EventBusSrv,
  locationUtil,
  type ScopedVars,
  setTimeZoneResolver,
  setWeekStart,
} from '@grafana/data';
import {
  config,
  type DataSourceSrv,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setHelpNavItemHook,
  setMegaMenuOpenHook,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
  type TemplateSrv,
} from '@grafana/runtime';
import { sceneGraph, type SceneObject, type EmbeddedScene, sceneUtils } from '@grafana/scenes';
import type { Boot } from '../boot';
import { createBackendSrv } from './backendSrv';
import { setStandardOptions } from './fieldOptions';
import { importDataSourcePlugin, importPanelPlugin, metaOf, panelFromCache, pluginOf } from './plugins';
import { runRequest } from './runRequest';
import { TestData, testDataSettings } from './testData';

let shown: EmbeddedScene | undefined;

/** Names the dashboard on screen, whose variables and time range services use where none else is given. */
export function showScene(scene: EmbeddedScene | undefined) {
  shown = scene;
}

/** Returns the bus on which plugins announce what the reader should see. */
export function layOutServices(boot: Boot): EventBus {
  const events = new EventBusSrv();
  setAppEvents(events);
  setBackendSrv(createBackendSrv(events));
  setDataSourceSrv(dataSources(boot));
  setTemplateSrv(templates);
  setRunRequest(runRequest as Parameters<typeof setRunRequest>[0]);
  setPluginImportUtils({ importPanelPlugin, getPanelPluginFromCache: panelFromCache });
  setEchoSrv({ flush: () => {}, addBackend: () => {}, addEvent: () => {} });
  setCurrentUser(config.bootData.user as Parameters<typeof setCurrentUser>[0]);
  setReturnToPreviousHook(() => () => {});
  setMegaMenuOpenHook(() => [false, () => {}, {} as never, {} as never] as never);
  setChromeHeaderHeightHook(() => 0);
  setHelpNavItemHook(() => undefined);
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  setTimeZoneResolver(() => config.bootData.user.timezone);
  setWeekStart(config.bootData.user.weekStart);
  setStandardOptions();
  locationUtil.initialize({
    config: config as never,
    getVariablesUrlParams: () => (shown ? variablesOf(shown) : {}),
    getTimeRangeForUrl: () => (shown ? sceneGraph.getTimeRange(shown).state.value.raw : { from: 'now-1y', to: 'now' }),
  });
  return events;
}

function variablesOf(scene: EmbeddedScene) {
  const own = sceneUtils.getUrlState(scene);
  return Object.fromEntries(Object.entries(own).filter(([name, value]) => name.startsWith('var-') && value != null)) as never;
}

function dataSources({ dataSource }: Boot): DataSourceSrv {
  const plugin = pluginOf(dataSource.type);
  if (!plugin) {
    throw new Error('dist/ holds no data source: run "npm run build:frontend" and start the demo again.');
  }
  const settings: DataSourceInstanceSettings = {
    ...dataSource,
    id: 1,
    meta: metaOf(plugin) as DataSourceInstanceSettings['meta'],
    access: 'proxy',
    readOnly: true,
    isDefault: true,
    jsonData: dataSource.jsonData as DataSourceInstanceSettings['jsonData'],
  };
  const create = async () => {
    const { DataSourceClass, components, meta } = await importDataSourcePlugin(dataSource.type);
    const created = new DataSourceClass(settings) as DataSourceApi & { meta: unknown };
    return Object.assign(created, { components, meta });
  };
  let ledger: Promise<DataSourceApi> | undefined;
  const testData = new TestData(testDataSettings);
  testData.meta = testDataSettings.meta;
  const all = [settings, testDataSettings];
  const settingsOf = (ref: DataSourceRef | string | null | undefined, scoped?: ScopedVars) => {
    const named = typeof ref === 'string' ? ref : ref?.uid;
    const plain = named === undefined ? undefined : templates.replace(named, scoped);
    return !plain || plain === 'default' ? settings : all.find(({ uid, name }) => uid === plain || name === plain);
  };
  return {
    get: (ref, scoped) => {
      switch (settingsOf(ref, scoped)) {
        case settings:
          return (ledger ??= create());
        case testDataSettings:
          return Promise.resolve(testData);
        default:
          return Promise.reject(
            new Error(`The demo has the data sources ${all.map(({ name }) => `"${name}"`).join(' and ')}, and not ${JSON.stringify(ref)}.`)
          );
      }
    },
    getList: (filters = {}) => {
      const types = [filters.type ?? []].flat();
      return all.filter(
        (each) =>
          (filters.pluginId === undefined || filters.pluginId === each.type) &&
          (types.length === 0 || types.includes(each.type)) &&
          (filters.filter?.(each) ?? true)
      );
    },
    getInstanceSettings: settingsOf,
    reload: () => {},
    registerRuntimeDataSource: () => {},
  };
}

const sceneOf = (scoped?: ScopedVars): SceneObject | undefined => {
  const object = scoped?.__sceneObject?.value;
  return (object?.valueOf() as SceneObject | undefined) ?? shown;
};

const templates: TemplateSrv & { getAdhocFilters: () => [] } = {
  getVariables: () => [],
  // Scenes puts its own in this place, and says in the console where there is none.
  getAdhocFilters: () => [],
  replace: (target = '', scoped, format) => {
    const scene = sceneOf(scoped);
    return scene ? sceneGraph.interpolate(scene, target, scoped, format as never) : target;
  },
  containsTemplate: (target = '') => /\$\{?\w+|\[\[\w+/.test(target),
  updateTimeRange: () => {},
};
