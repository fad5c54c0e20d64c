import React, { type ComponentProps } from 'react';
import { defaultAnnotation } from '../defaultQuery';
import type { Kind } from '../query';
import { QueryEditor } from './QueryEditor';

const KINDS: readonly Kind[] = ['annotations'];

/** Says which events a dashboard marks, with the same choices as a query. */
export function AnnotationEditor(props: ComponentProps<typeof QueryEditor>) {
  return <QueryEditor {...props} kinds={KINDS} initial={defaultAnnotation} />;
}
