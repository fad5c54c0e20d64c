import { useCallback, useEffect, useState } from 'react';
import type { PolicyDataSource } from '../datasource';
import type { NameOf } from '../describeQuery';
import { loadNames, type Names } from '../loadNames';
import type { OptionList } from '../options';

/**
 * The names of chosen ids.
 *
 * @param chosen ids by list; `$variables` among them are their own names
 * @param onProblem told in one sentence when the names cannot be had; undefined when they can
 * @returns the name of an id, or the id itself while its name is not known
 */
export function useNames(
  datasource: PolicyDataSource,
  chosen: Partial<Record<OptionList, string[]>>,
  onProblem: (sentence: string | undefined) => void
): NameOf {
  const [names, setNames] = useState<Names>({});
  const wanted = JSON.stringify(chosen);
  useEffect(() => {
    let current = true;
    loadNames(JSON.parse(wanted), (request) => datasource.getOptions(request))
      .then((found) => {
        if (current) {
          setNames((known) => ({ ...known, ...found }));
        }
      })
      .catch((error: unknown) => {
        if (current) {
          onProblem(error instanceof Error ? error.message : String(error));
        }
      });
    return () => {
      current = false;
    };
  }, [datasource, wanted, onProblem]);
  return useCallback((list, id) => names[`${list}/${id}`] ?? id, [names]);
}
