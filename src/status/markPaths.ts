import type { Mark } from './statuses';

/** How a mark is drawn in a 16 × 16 box, in SVG and on canvas alike. */
export interface MarkPath {
  d: string;
  filled: boolean;
  /** Width of the line; 0: none. */
  line: number;
  dash?: [number, number];
}

const CIRCLE = 'M3 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z';

export const MARK_PATHS: Record<Mark, MarkPath> = {
  tick: { d: 'M3 8.5l3.5 4L13 4', filled: false, line: 2.25 },
  dot: { d: CIRCLE, filled: true, line: 0 },
  triangle: { d: 'M8 2.5l6 11H2z', filled: true, line: 1 },
  square: {
    d: 'M4 3h8a1 1 0 0 1 1 1v8a1 1 0 0 1 -1 1H4a1 1 0 0 1 -1 -1V4a1 1 0 0 1 1 -1z',
    filled: true,
    line: 0,
  },
  cross: { d: 'M4 4l8 8M12 4l-8 8', filled: false, line: 2.25 },
  ring: { d: CIRCLE, filled: false, line: 1.75 },
  'dashed-ring': { d: CIRCLE, filled: false, line: 1.75, dash: [1.6, 3.6] },
};
