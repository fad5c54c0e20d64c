import React, { type ReactNode, useId } from 'react';
import { Label } from '@grafana/ui';

interface LabelledProps {
  label: string;
  description?: string;
  /** The input; it takes the id as its `aria-labelledby`, because not every picker of Grafana's takes an `id`. */
  children: (labelId: string) => ReactNode;
}

/** An input under its label. */
export function Labelled({ label, description, children }: LabelledProps) {
  const id = useId();
  return (
    <div>
      <Label id={id} description={description}>
        {label}
      </Label>
      {children(id)}
    </div>
  );
}
