import { useEffect, useState } from 'react';

export type Task<T> =
  | { state: 'loading'; value?: T }
  | { state: 'done'; value: T }
  | { state: 'failed'; error: unknown; value?: undefined };

/**
 * Runs what `start` begins, again whenever `key` changes; an answer that comes too late is dropped. While it runs
 * again, the last value stays, so that the page keeps its layout.
 */
export function useTask<T>(key: string, start: () => Promise<T>): Task<T> {
  const [settled, setSettled] = useState<{ key: string; task: Task<T> }>();
  useEffect(() => {
    let wanted = true;
    start().then(
      (value) => wanted && setSettled({ key, task: { state: 'done', value } }),
      (error: unknown) => wanted && setSettled({ key, task: { state: 'failed', error } })
    );
    return () => {
      wanted = false;
    };
    // `key` says all that `start` depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return settled?.key === key ? settled.task : { state: 'loading', value: settled?.task.value };
}
