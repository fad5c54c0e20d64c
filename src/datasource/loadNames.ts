import type { OptionList, OptionsRequest, PolicyOption } from './options';

/** Names by `list/id`. */
export type Names = Record<string, string>;

/**
 * The names of ids, from the whole list and, because a long list is cut, by a search for each id that is not in it.
 * An id that the ledger does not know has no name.
 */
export async function loadNames(
  chosen: Partial<Record<OptionList, string[]>>,
  ask: (request: OptionsRequest) => Promise<PolicyOption[]>
): Promise<Names> {
  const lists = Object.entries(chosen) as Array<[OptionList, string[]]>;
  const found = await Promise.all(
    lists.map(async ([list, ids]) => {
      const plain = ids.filter((id) => !id.includes('$') && id !== '*');
      if (plain.length === 0) {
        return [];
      }
      const all = await ask({ list });
      const missing = plain.filter((id) => !all.some(({ value }) => value === id));
      const searched = await Promise.all(missing.map((id) => ask({ list, query: id })));
      return [...all, ...searched.flat()]
        .filter(({ value }) => plain.includes(value))
        .map(({ value, label }) => [`${list}/${value}`, label]);
    })
  );
  return Object.fromEntries(found.flat());
}
