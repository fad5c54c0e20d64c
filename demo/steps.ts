/** Shows each step of the start with the time that it took. */

const FRAME_MS = 200;

export type Step = <T>(words: string, work: () => Promise<T>, outcome?: (result: T) => string) => Promise<T>;

/**
 * Runs `work` and shows `words` with the elapsed seconds: ticking on a terminal, one line at the end elsewhere.
 * `outcome` words what came of it. Errors pass through, after a line that marks the step as failed.
 */
export const step: Step = async (words, work, outcome) => {
  const begun = Date.now();
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  const show = () => process.stdout.write(`\r  … ${words} ${seconds()}\x1b[K`);
  const ticking = live ? setInterval(show, FRAME_MS) : undefined;
  const finish = (mark: string, tail: string) => {
    clearInterval(ticking);
    process.stdout.write(`${live ? '\r\x1b[K' : ''}  ${mark} ${words}${tail} (${seconds()})\n`);
  };
  try {
    const result = await work();
    finish('✓', outcome ? `: ${outcome(result)}` : '');
    return result;
  } catch (error) {
    finish('✗', '');
    throw error;
  }
};
