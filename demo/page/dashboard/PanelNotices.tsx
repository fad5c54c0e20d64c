/** What a panel's data say about themselves: that rows were left out, that a filter of the dashboard does nothing here. */
import React from 'react';
import { sceneGraph, type VizPanel } from '@grafana/scenes';
import { IconButton } from '@grafana/ui';

/** A mark in the panel's title, whose words are the notices, each once; nothing where there are none. */
export function PanelNotices({ panel }: { panel: VizPanel }) {
  const { data } = sceneGraph.getData(panel).useState();
  const notices = (data?.series ?? []).flatMap(({ meta }) => (meta?.notices ?? []).map(({ text }) => text));
  return notices.length > 0 ? (
    <IconButton name="exclamation-triangle" size="sm" tooltip={[...new Set(notices)].join(' ')} />
  ) : null;
}
