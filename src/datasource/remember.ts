/**
 * Asks once and remembers the answer for a while; those who ask meanwhile share it. A failure is not remembered.
 *
 * @param milliseconds how long an answer holds
 * @param now the clock, for tests
 */
export function remember<T>(milliseconds: number, now: () => number = Date.now) {
  const answers = new Map<string, { until: number; answer: Promise<T> }>();
  return (key: string, ask: () => Promise<T>): Promise<T> => {
    const known = answers.get(key);
    if (known && known.until > now()) {
      return known.answer;
    }
    for (const [old, { until }] of answers) {
      if (until <= now()) {
        answers.delete(old);
      }
    }
    const answer = ask();
    answers.set(key, { until: now() + milliseconds, answer });
    answer.catch(() => {
      if (answers.get(key)?.answer === answer) {
        answers.delete(key);
      }
    });
    return answer;
  };
}
