/** What panels that boil fields down to single values have in common. */
import { type ReduceDataOptions, VizOrientation } from '@grafana/data';
import type { VizTextDisplayOptions } from '@grafana/schema';

export interface ReducedOptions {
  reduceOptions: ReduceDataOptions;
  orientation: VizOrientation;
  text?: VizTextDisplayOptions;
}

export const REDUCED: ReducedOptions = {
  reduceOptions: { values: false, calcs: ['lastNotNull'], fields: '' },
  orientation: VizOrientation.Auto,
};

/** Marks what @grafana/ui draws and colours by a dashboard's thresholds, as it would in Grafana. */
export const DRAWN_BY_GRAFANA_UI = { 'data-drawn-by': 'grafana-ui' };
