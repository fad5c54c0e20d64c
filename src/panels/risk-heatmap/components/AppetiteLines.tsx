import { useTheme2 } from '@grafana/ui';
import React from 'react';

/** Where categories differ, the commonest appetite stands out from the others. */
export const APPETITE_LINES = {
  main: { strokeWidth: 2.25, strokeDasharray: '6 3.5' },
  other: { strokeWidth: 1.5, strokeDasharray: '1.5 3' },
};

export interface DrawnLine {
  level: number;
  main: boolean;
  points: Array<{ x: number; y: number }>;
}

/** The stepped lines between what is accepted and what is not, the main one on top. */
export function AppetiteLines({ lines, surface }: { lines: DrawnLine[]; surface: string }) {
  const theme = useTheme2();
  return (
    <g fill="none" pointerEvents="none" strokeLinejoin="round">
      {[...lines]
        .sort((a, b) => Number(a.main) - Number(b.main))
        .map(({ level, main, points }) => {
          const path = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
          return (
            <React.Fragment key={level}>
              <path d={path} stroke={surface} strokeWidth={main ? 5 : 4} />
              <path d={path} stroke={theme.colors.text.maxContrast} {...APPETITE_LINES[main ? 'main' : 'other']} />
            </React.Fragment>
          );
        })}
    </g>
  );
}
