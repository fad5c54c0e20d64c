/** Shows each step of the start with the time that it takes. */

const FRAME_MS = 200;

/** Says how far a step is: `month 12 of 60`. */
export type Tell = (progress: string) => void;

/**
 * Runs `work` and shows `words` with the elapsed seconds: ticking on a terminal; elsewhere one line when it begins to
 * last and one at the end. `outcome` words what came of it. Errors pass through, after a line that marks the failure.
 */
export async function step<T>(words: string, work: (tell: Tell) => Promise<T>, outcome?: (result: T) => string): Promise<T> {
  const begun = Date.now();
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  let progress = '';
  const write = (text: string) => process.stdout.write(text);
  const ticking = live
    ? setInterval(() => write(`\r  … ${words}${progress && `: ${progress}`} (${seconds()})\x1b[K`), FRAME_MS)
    : setTimeout(() => write(`  … ${words}\n`), 2_000);
  const finish = (mark: string, tail: string) => {
    clearInterval(ticking);
    write(`${live ? '\r\x1b[K' : ''}  ${mark} ${words}${tail} (${seconds()})\n`);
  };
  try {
    const result = await work((now) => (progress = now));
    finish('✓', outcome ? `: ${outcome(result)}` : progress && `: ${progress}`);
    return result;
  } catch (error) {
    finish('✗', progress && ` at ${progress}`);
    throw error;
  }
}
