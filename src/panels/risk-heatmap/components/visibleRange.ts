/** Cells beyond the edge that are drawn too, so that scrolling shows no gap. */
const OVERSCAN = 3;

/**
 * The first and the last-but-one index that a window shows of `count` equal steps.
 *
 * @param offset scrolled length, from the first step's start
 * @param room visible length
 * @param step length of one step
 */
export function visibleRange(offset: number, room: number, step: number, count: number): [number, number] {
  const first = Math.floor(offset / step) - OVERSCAN;
  const end = Math.ceil((offset + room) / step) + OVERSCAN;
  return [Math.min(Math.max(0, first), count), Math.min(Math.max(0, end), count)];
}
