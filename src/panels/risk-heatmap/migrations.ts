import type { PanelModel } from '@grafana/data';
import type { HeatmapOptions } from './options';

/** Options as earlier versions saved them. */
type SavedOptions = Partial<Omit<HeatmapOptions, 'arrows'>> & {
  /** Up to 0.1.0: whether arrows of the selection are drawn. */
  arrows?: boolean | HeatmapOptions['arrows'];
};

/** What a dashboard saved, as this version says it. Known by its shape: plugins built from source share a version. */
export function migrate({ options }: Pick<PanelModel<SavedOptions>, 'options'>): Partial<HeatmapOptions> {
  const { arrows, ...others } = options ?? {};
  if (arrows === undefined) {
    return others;
  }
  return { ...others, arrows: typeof arrows === 'boolean' ? (arrows ? 'selection' : 'none') : arrows };
}
