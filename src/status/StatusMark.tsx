import React from 'react';
import { useTheme2 } from '@grafana/ui';
import { MARK_PATHS } from './markPaths';
import { type Light, lightColor, lookOf, type Mark, statusWord } from './statuses';

interface MarkShapeProps {
  mark: Mark;
  color: string;
}

/** The mark inside a 16 × 16 box, for use within a larger drawing. Vector shapes: fonts differ between machines. */
export function MarkShape({ mark, color }: MarkShapeProps) {
  const { d, filled, line, dash } = MARK_PATHS[mark];
  return (
    <path
      d={d}
      fill={filled ? color : 'none'}
      stroke={line > 0 ? color : undefined}
      strokeWidth={line || undefined}
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeDasharray={dash?.join(' ')}
    />
  );
}

interface StatusMarkProps {
  status: string;
  /** Pixels; 14 where not given. */
  size?: number;
  /** Overrides the light of the status, for lists whose rows carry their own. */
  light?: Light;
  /** False where the word stands right beside it, so that a screen reader does not say it twice. */
  labelled?: boolean;
}

/** A status as its mark in its light, named for screen readers. */
export function StatusMark({ status, size = 14, light, labelled = true }: StatusMarkProps) {
  const theme = useTheme2();
  const look = lookOf(status);
  const label = labelled ? { role: 'img', 'aria-label': statusWord(status) } : { 'aria-hidden': true };
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" style={{ flex: 'none' }} {...label}>
      <MarkShape mark={look.mark} color={lightColor(light ?? look.light, theme)} />
    </svg>
  );
}
