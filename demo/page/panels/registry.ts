/** The demo's own panels, by the ids that dashboards name. The product's two panels come from dist/. */
import type { PanelPlugin } from '@grafana/data';
import { bargauge } from './bargauge';
import { stat } from './stat';
import { table } from './table';
import { text } from './text';
import { timeseries } from './timeseries';

const PANELS: Record<string, PanelPlugin<any, any>> = { bargauge, stat, table, text, timeseries };

export function ownPanel(id: string): PanelPlugin | undefined {
  const panel = PANELS[id];
  if (panel && !panel.meta?.id) {
    panel.meta = {
      id,
      name: id,
      type: 'panel' as never,
      module: id,
      baseUrl: '',
      sort: 0,
      skipDataQuery: id === 'text',
      info: {
        version: '',
        author: { name: '' },
        description: '',
        links: [],
        logos: { small: '', large: '' },
        screenshots: [],
        updated: '',
      },
    };
  }
  return panel;
}
