import { useTheme2 } from '@grafana/ui';
import React from 'react';
import type { ChangeKind } from '../data/changes';
import { moveColor } from './Arrows';

const PATHS: Record<ChangeKind, string> = {
  worse: 'M8 14V4M4 8l4-4.5L12 8',
  better: 'M8 2v10M4 8l4 4.5L12 8',
  sideways: 'M2 8h11M9 4l4.5 4L9 12',
  new: 'M8 3v10M3 8h10',
  scored: 'M8 3v10M3 8h10',
  unscored: 'M3 8h10',
  closed: 'M3 8h10',
};

/** Up and down as the level went, plus and minus for what came and left; the words stand beside it. */
export function ChangeMark({ kind, size = 12 }: { kind: ChangeKind; size?: number }) {
  const theme = useTheme2();
  const color = kind === 'worse' || kind === 'better' ? moveColor(kind, theme) : theme.colors.text.secondary;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden style={{ flex: 'none' }}>
      <path d={PATHS[kind]} fill="none" stroke={color} strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
