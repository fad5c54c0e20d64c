import type { LinkModel } from '@grafana/data';
import type { Group } from '../data/arrange';

/** What every form of the gauge is drawn from; width and height in pixels. */
export interface FormProps {
  groups: Group[];
  groupedByUnit: boolean;
  width: number;
  height: number;
  /** False where words are switched off and only marks are shown. */
  showWords: boolean;
  /** Several links were asked for at this place: offer them. */
  onChoose: (links: LinkModel[], x: number, y: number) => void;
}

/** Pixels that a vertical scroll bar takes. */
export const SCROLLBAR = 10;
