/** The middle value; of an even number, the mean of the two in the middle; NaN of none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** One row of a table on the terminal. */
export function write([first, ...rest]: string[]) {
  console.log(first.padEnd(42) + rest.map((cell) => cell.padStart(18)).join(' '));
}
