/** Makes a scene of a dashboard's JSON. */
import React from 'react';
import { VariableHide, VariableRefresh } from '@grafana/data';
import { t } from '@grafana/i18n';
import {
  AdHocFiltersVariable,
  behaviors,
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  EmbeddedScene,
  QueryVariable,
  SceneControlsSpacer,
  SceneDataTransformer,
  SceneFlexItem,
  SceneFlexLayout,
  SceneGridItem,
  SceneGridLayout,
  SceneGridRow,
  SceneQueryRunner,
  SceneReactObject,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  type SceneVariable,
  SceneVariableSet,
  TextBoxVariable,
  VariableValueSelectors,
  VizPanel,
  type VizPanelState,
} from '@grafana/scenes';
import { DashboardLinks, PanelLinks } from './Links';
import type { Dashboard, Panel, Variable } from './model';
import { PanelNotices } from './PanelNotices';
import type { RawRange } from './timeRange';

/** @param timeZone IANA name, for dashboards that follow the reader's own */
export function sceneOf(dashboard: Dashboard, range: RawRange, timeZone: string): EmbeddedScene {
  const links = dashboard.links ?? [];
  return new EmbeddedScene({
    ...surroundings(dashboard, range, timeZone),
    controls: [
      new VariableValueSelectors({}),
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ refresh: dashboard.refresh, isOnCanvas: true, withText: true }),
      ...(links.length > 0 ? [new SceneReactObject({ reactNode: <DashboardLinks links={links} /> })] : []),
    ],
    body: new SceneGridLayout({ children: gridOf(dashboard.panels) }),
  });
}

/**
 * One panel of a dashboard and nothing else, as large as the page.
 * @throws Error with one sentence when the dashboard has no panel of that number.
 */
export function soloSceneOf(dashboard: Dashboard, panelId: number, range: RawRange, timeZone: string): EmbeddedScene {
  const panel = dashboard.panels.flatMap((each) => [each, ...(each.panels ?? [])]).find(({ id }) => id === panelId);
  if (!panel) {
    throw new Error(`The dashboard ${dashboard.uid} has no panel ${panelId}: name one of its panels in the address (?panelId=1).`);
  }
  return new EmbeddedScene({
    ...surroundings(dashboard, range, timeZone),
    body: new SceneFlexLayout({ children: [new SceneFlexItem({ body: vizPanelOf(panel) })] }),
  });
}

/** What every panel of a dashboard shares: time, variables, the pointer. */
function surroundings({ timezone, templating, graphTooltip = 0 }: Dashboard, range: RawRange, timeZone: string) {
  const ownZone = timezone === 'browser' ? undefined : timezone;
  return {
    $timeRange: new SceneTimeRange({ ...range, timeZone: ownZone || timeZone }),
    $variables: new SceneVariableSet({ variables: templating.list.map(variableOf) }),
    $behaviors: [new behaviors.CursorSync({ sync: graphTooltip })],
  };
}

/** Panels below a row belong to it until the next row; a collapsed row carries its own. */
function gridOf(panels: Panel[]) {
  const children: Array<SceneGridItem | SceneGridRow> = [];
  let row: SceneGridRow | undefined;
  for (const panel of panels) {
    if (panel.type === 'row') {
      row = new SceneGridRow({
        key: `panel-${panel.id}`,
        title: panel.title,
        y: panel.gridPos.y,
        isCollapsed: panel.collapsed ?? false,
        children: (panel.panels ?? []).map(itemOf),
      });
      children.push(row);
    } else if (row && !row.state.isCollapsed) {
      row.setState({ children: [...row.state.children, itemOf(panel)] });
    } else {
      children.push(itemOf(panel));
    }
  }
  return children;
}

function itemOf(panel: Panel): SceneGridItem {
  const { x, y, w, h } = panel.gridPos;
  return new SceneGridItem({
    key: `grid-item-${panel.id}`,
    x,
    y,
    width: w,
    height: h,
    isResizable: false,
    isDraggable: false,
    body: vizPanelOf(panel),
  });
}

function vizPanelOf(panel: Panel): VizPanel {
  const drawn = new VizPanel({
    key: `panel-${panel.id}`,
    pluginId: panel.type,
    title: panel.title ?? '',
    description: panel.description,
    displayMode: panel.transparent ? 'transparent' : 'default',
    hoverHeader: !panel.title,
    options: panel.options ?? {},
    fieldConfig: (panel.fieldConfig ?? { defaults: {}, overrides: [] }) as VizPanelState['fieldConfig'],
    $data: dataOf(panel),
  });
  const titleItems = (
    <>
      <PanelNotices panel={drawn} />
      <PanelLinks links={panel.links ?? []} />
    </>
  );
  drawn.setState({ titleItems: new SceneReactObject({ reactNode: titleItems }) });
  return drawn;
}

function dataOf({ targets = [], transformations = [], datasource, maxDataPoints }: Panel) {
  if (targets.length === 0) {
    return undefined;
  }
  const asked = new SceneQueryRunner({
    queries: targets,
    datasource: datasource ?? undefined,
    maxDataPoints,
  });
  return transformations.length > 0 ? new SceneDataTransformer({ $data: asked, transformations }) : asked;
}

/** @throws Error with one sentence for a kind of variable that the demo does not know. */
function variableOf(variable: Variable): SceneVariable {
  const { type, name, label, description, hide, skipUrlSync, query, current = {} } = variable;
  const common = { name, label, description, hide: hide as VariableHide | undefined, skipUrlSync };
  const many = {
    isMulti: variable.multi,
    includeAll: variable.includeAll,
    allValue: variable.allValue,
    value: current.value ?? '',
    text: current.text ?? '',
  };
  switch (type) {
    case 'datasource':
      return new DataSourceVariable({ ...common, ...many, pluginId: query, regex: variable.regex ?? '' });
    case 'query':
      return new QueryVariable({
        ...common,
        ...many,
        datasource: variable.datasource,
        query,
        regex: variable.regex ?? '',
        refresh: (variable.refresh ?? VariableRefresh.onDashboardLoad) as VariableRefresh,
        sort: variable.sort,
      });
    case 'adhoc':
      return new AdHocFiltersVariable({
        ...common,
        datasource: variable.datasource ?? null,
        filters: variable.filters ?? [],
        allowCustomValue: variable.allowCustomValue,
        supportsMultiValueOperators: true,
        inputPlaceholder: t('demo.filter', '+ filter'),
      });
    case 'custom':
      return new CustomVariable({ ...common, ...many, query });
    case 'constant':
      return new ConstantVariable({ ...common, value: query });
    case 'textbox':
      return new TextBoxVariable({ ...common, value: current.value ?? query ?? '' });
    default:
      throw new Error(`The demo does not know variables of the kind "${type}" (${name}): only Grafana shows this dashboard whole.`);
  }
}
