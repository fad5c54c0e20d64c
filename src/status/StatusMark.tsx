import React from 'react';
import { useTheme2 } from '@grafana/ui';
import { type Light, lightColor, lookOf, type Mark, statusWord } from './statuses';

interface MarkShapeProps {
  mark: Mark;
  color: string;
}

/** The mark inside a 16 × 16 box, for use within a larger drawing. Vector shapes: fonts differ between machines. */
export function MarkShape({ mark, color }: MarkShapeProps) {
  const line = {
    fill: 'none',
    stroke: color,
    strokeWidth: 2.25,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
  switch (mark) {
    case 'tick':
      return <path d="M3 8.5l3.5 4L13 4" {...line} />;
    case 'dot':
      return <circle cx={8} cy={8} r={5} fill={color} />;
    case 'triangle':
      return <path d="M8 2.5l6 11H2z" fill={color} stroke={color} strokeWidth={1} strokeLinejoin="round" />;
    case 'square':
      return <rect x={3} y={3} width={10} height={10} rx={1} fill={color} />;
    case 'cross':
      return <path d="M4 4l8 8M12 4l-8 8" {...line} />;
    case 'ring':
      return <circle cx={8} cy={8} r={5} {...line} strokeWidth={1.75} />;
    case 'dashed-ring':
      return <circle cx={8} cy={8} r={5} {...line} strokeWidth={1.75} strokeDasharray="1.6 3.6" />;
  }
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
