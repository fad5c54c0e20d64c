/** How a trajectory's room is shared out. Pure: pixels in, pixels out. */

export interface TrajectoryLayout {
  columns: number;
  cellWidth: number;
  cellHeight: number;
  hasTitle: boolean;
  hasVerdicts: boolean;
}

export const TRAJECTORY_GAP = 16;
export const TITLE_ROW = 24;
export const VERDICT_ROW = 22;
const NARROWEST = 320;
const LOWEST = 150;
// What a line over time is read best at: wider than high.
const WIDE = 2;

/** The grid in which each of `count` charts is largest without scrolling; where none is legible, charts that scroll. */
export function trajectoryLayout(width: number, height: number, count: number): TrajectoryLayout {
  const most = Math.max(Math.min(count, Math.floor((width + TRAJECTORY_GAP) / (NARROWEST + TRAJECTORY_GAP))), 1);
  const grids = Array.from({ length: most }, (_, i) => gridOf(width, height, count, i + 1));
  const best = grids.reduce((a, b) => (legibility(b) > legibility(a) ? b : a));
  if (count === 1 || best.cellHeight >= LOWEST) {
    return best;
  }
  const cellHeight = Math.round(Math.min(Math.max(grids[most - 1].cellWidth / WIDE, 190), 260));
  return { ...grids[most - 1], cellHeight, hasTitle: true, hasVerdicts: true };
}

function gridOf(width: number, height: number, count: number, columns: number): TrajectoryLayout {
  const rows = Math.ceil(count / columns);
  const cellWidth = Math.floor((width - TRAJECTORY_GAP * (columns - 1)) / columns);
  const cellHeight = Math.floor((height - TRAJECTORY_GAP * (rows - 1)) / rows);
  return {
    columns,
    cellWidth,
    cellHeight,
    hasTitle: count > 1 || cellHeight >= 190,
    hasVerdicts: cellHeight >= 130,
  };
}

/**
 * Which charts a reader can see, or will with the next turn of the wheel: drawing the others would take all the time.
 *
 * @param counts charts of each group
 * @param headHeight pixels of a group's heading; 0 without
 * @param from pixels that are scrolled away, and `to` those down to which the panel shows
 */
export function inSight(
  counts: number[],
  { columns, cellHeight }: Pick<TrajectoryLayout, 'columns' | 'cellHeight'>,
  headHeight: number,
  [from, to]: [number, number]
): (group: number, index: number) => boolean {
  const row = cellHeight + TRAJECTORY_GAP;
  const heights = counts.map((count) => headHeight + Math.ceil(count / columns) * row - TRAJECTORY_GAP);
  const tops = heights.map((_, i) => headHeight + heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  return (group, index) => {
    const top = tops[group] + Math.floor(index / columns) * row;
    return top + row > from - row && top < to + row;
  };
}

const legibility = ({ cellWidth, cellHeight }: TrajectoryLayout) => Math.min(cellWidth, cellHeight * WIDE);

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const overlap = (a: Box, b: Box) =>
  Math.max(Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x), 0) *
  Math.max(Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y), 0);

/**
 * The first of several places for a label that covers nothing; else the one that covers least, and null where even
 * that lies over another label.
 *
 * @param labels where other labels stand: never covered
 * @param others what had better stay free
 */
export function placeLabel(places: Box[], labels: Box[], others: Box[]): Box | null {
  const covers = (place: Box, boxes: Box[]) => boxes.reduce((sum, box) => sum + overlap(place, box), 0);
  let best: Box | null = null;
  let least = Infinity;
  for (const place of places) {
    const covered = covers(place, labels) === 0 ? covers(place, others) : Infinity;
    if (covered < least) {
      [best, least] = [place, covered];
    }
    if (least === 0) {
      break;
    }
  }
  return best;
}
