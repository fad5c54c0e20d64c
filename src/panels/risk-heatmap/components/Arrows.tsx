import { useTheme2 } from '@grafana/ui';
import React from 'react';
import { MOST_ARROWS, type Move } from '../data/arrows';

interface Point {
  x: number;
  y: number;
}

interface ArrowsProps {
  moves: Move[];
  /** Centre of a place. */
  centre: (place: Move['from']) => Point;
  /** How far from the centres arrows end. */
  inset: number;
  fontSize: number;
}

/** Solid: what has been reached; dotted: what is expected. Thicker where more risks moved alike. */
export function Arrows({ moves, centre, inset, fontSize }: ArrowsProps) {
  const theme = useTheme2();
  const color = theme.colors.text.maxContrast;
  const halo = theme.colors.background.canvas;
  return (
    <g pointerEvents="none">
      {moves.slice(0, MOST_ARROWS).map((move) => {
        const { path, head, label } = arrow(centre(move.from), centre(move.to), inset, move.done ? 1 : -1);
        const width = Math.min(1.5 + Math.log2(move.count) * 0.6, 4);
        return (
          <g key={[move.from.row, move.from.column, move.to.row, move.to.column, move.done].join()}>
            <path
              d={path}
              fill="none"
              stroke={halo}
              strokeWidth={width + 3}
              strokeOpacity={0.7}
              strokeLinecap="round"
            />
            <path d={head} fill={halo} stroke={halo} strokeWidth={3} strokeOpacity={0.7} strokeLinejoin="round" />
            <path
              d={path}
              fill="none"
              stroke={color}
              strokeWidth={width}
              strokeLinecap="round"
              strokeDasharray={move.done ? undefined : `0.1 ${width * 2.4}`}
            />
            <path d={head} fill={color} />
            {move.count > 1 && (
              <text
                x={label.x}
                y={label.y}
                dy="0.36em"
                textAnchor="middle"
                fontSize={fontSize}
                fontWeight={600}
                fill={color}
                stroke={halo}
                strokeWidth={3}
                paintOrder="stroke"
              >
                {move.count}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** A curve that bends to one side, so that there and back do not cover each other. */
function arrow(from: Point, to: Point, inset: number, side: 1 | -1) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const bend = Math.min(length * 0.16, 36) * side;
  const control = {
    x: (from.x + to.x) / 2 - along.y * bend,
    y: (from.y + to.y) / 2 + along.x * bend,
  };
  const towards = (end: Point) => {
    const reach = Math.hypot(end.x - control.x, end.y - control.y);
    return { x: (end.x - control.x) / reach, y: (end.y - control.y) / reach };
  };
  const out = towards(from);
  const into = towards(to);
  const start = { x: from.x - out.x * inset, y: from.y - out.y * inset };
  const tip = { x: to.x - into.x * inset, y: to.y - into.y * inset };
  const size = 9;
  const neck = { x: tip.x - into.x * size, y: tip.y - into.y * size };
  const wing = { x: -into.y * size * 0.5, y: into.x * size * 0.5 };
  return {
    path: `M${start.x} ${start.y}Q${control.x} ${control.y} ${neck.x} ${neck.y}`,
    head: `M${tip.x} ${tip.y}L${neck.x + wing.x} ${neck.y + wing.y}L${neck.x - wing.x} ${neck.y - wing.y}Z`,
    label: { x: (start.x + 2 * control.x + neck.x) / 4, y: (start.y + 2 * control.y + neck.y) / 4 },
  };
}
