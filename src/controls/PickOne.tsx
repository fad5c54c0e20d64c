import { css } from '@emotion/css';
import React, { useId, useLayoutEffect, useRef } from 'react';
import { Combobox, type ComboboxOption } from '@grafana/ui';

interface PickOneProps<T extends string> {
  options: Array<ComboboxOption<T>>;
  /** An option where its value is not among `options`; null where nothing is chosen. */
  value: T | ComboboxOption<T> | null;
  onChange: (value: T) => void;
  id?: string;
  width?: number;
  disabled?: boolean;
  placeholder?: string;
  /** Whether what is typed can be chosen too. */
  createCustomValue?: boolean;
  /** A name that is not seen; Grafana's Combobox has none of its own. */
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'data-testid'?: string;
}

/**
 * Chooses one of a list.
 *
 * Grafana's Combobox tells a choice again at every later rendering, through the handler of the rendering in which it was
 * made, as long as the value differs from the one before the choice. A parent that renders anew because it is told would
 * never come to rest: the page freezes (seen in Grafana 12.2.0 in the settings of a data source). A choice is therefore
 * passed on only if it is another than the value of the latest rendering.
 */
export function PickOne<T extends string>({ value, onChange, 'aria-label': name, ...rest }: PickOneProps<T>) {
  const nameId = useId();
  const latest = useRef<T | null | undefined>(null);
  useLayoutEffect(() => {
    latest.current = typeof value === 'object' ? value?.value : value;
  });
  const labelled = name ? { 'aria-labelledby': nameId } : {};
  return (
    <>
      {name && (
        <span id={nameId} className={hidden}>
          {name}
        </span>
      )}
      <Combobox
        {...rest}
        {...labelled}
        value={value}
        onChange={(chosen) => chosen.value !== latest.current && onChange(chosen.value)}
      />
    </>
  );
}

const hidden = css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' });
