import React from 'react';
import { IdPicker } from './IdPicker';

interface WordPickerProps<T extends string> {
  label: string;
  /** What can be chosen. */
  words: readonly T[];
  wordOf: (word: T) => string;
  /** Words and `$variables`. */
  chosen: string[] | undefined;
  onChange: (chosen: string[]) => void;
}

/** Chooses several words of a fixed list, or variables. */
export function WordPicker<T extends string>({ label, words, wordOf, chosen, onChange }: WordPickerProps<T>) {
  const isWord = (value: string): value is T => words.some((word) => word === value);
  const options = words.map((value) => ({ value, label: wordOf(value) }));
  return (
    <IdPicker
      label={label}
      ids={chosen}
      nameOf={(value) => (isWord(value) ? wordOf(value) : value)}
      load={async (search) =>
        options.filter((option) => option.label.toLowerCase().includes(search.trim().toLowerCase()))
      }
      onChange={onChange}
    />
  );
}
