import type { GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import React from 'react';
import { lightTextColor } from '../../../status/statuses';
import type { Move, MoveKind } from '../data/arrows';
import type { Place } from '../data/cells';
import type { Stub } from '../data/changes';

interface Point {
  x: number;
  y: number;
}

interface ArrowsProps {
  /** Colour of the halo. */
  surface: string;
  moves: Move[];
  /** Centre of a place. */
  centre: (place: Place) => Point;
  /** How far from the centres arrows end. */
  inset: number;
  fontSize: number;
}

/** Red where the level rose, green where it fell; the open head says the second without colour. */
export function moveColor(kind: MoveKind, theme: GrafanaTheme2): string {
  switch (kind) {
    case 'worse':
      return lightTextColor('red', theme);
    case 'better':
      return lightTextColor('green', theme);
    default:
      return theme.colors.text.maxContrast;
  }
}

/** Solid: what has been; dotted: what is expected. Thicker where more risks moved alike. */
export function Arrows({ surface, moves, centre, inset, fontSize }: ArrowsProps) {
  const theme = useTheme2();
  return (
    <g pointerEvents="none">
      {moves.map((move) => {
        const { path, head, label } = arrow(
          centre(move.from),
          centre(move.to),
          inset,
          move.kind === 'expected' ? -1 : 1
        );
        const width = Math.min(1.5 + Math.log2(move.count) * 0.6, 4);
        const color = moveColor(move.kind, theme);
        return (
          <g key={[move.from.row, move.from.column, move.to.row, move.to.column, move.kind].join()}>
            <path
              d={path}
              fill="none"
              stroke={surface}
              strokeWidth={width + 3}
              strokeOpacity={0.75}
              strokeLinecap="round"
            />
            <path
              d={head}
              fill={surface}
              stroke={surface}
              strokeWidth={3}
              strokeOpacity={0.75}
              strokeLinejoin="round"
            />
            <path
              d={path}
              fill="none"
              stroke={color}
              strokeWidth={width}
              strokeLinecap="round"
              strokeDasharray={move.kind === 'expected' ? `0.1 ${width * 2.4}` : undefined}
            />
            <path d={head} fill={move.kind === 'better' ? surface : color} stroke={color} strokeWidth={1.25} />
            {move.count > 1 && (
              <text
                x={label.x}
                y={label.y}
                dy="0.36em"
                textAnchor="middle"
                fontSize={fontSize}
                fontWeight={600}
                fill={color}
                stroke={surface}
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

interface StubsProps {
  surface: string;
  stubs: Stub[];
  /** Upper left corner of a place. */
  corner: (place: Place) => Point;
  cellWidth: number;
}

/** Short arrows at a cell's upper edge: down into it for what came to the grid, up out of it for what left it. */
export function Stubs({ surface, stubs, corner, cellWidth }: StubsProps) {
  const theme = useTheme2();
  return (
    <g pointerEvents="none" fill={theme.colors.text.maxContrast} stroke={surface} paintOrder="stroke">
      {stubs.map(({ place, kind }) => {
        const { x, y } = corner(place);
        const middle = x + cellWidth / 2;
        const at =
          kind === 'came' ? `translate(${middle - 14} ${y + 3})` : `translate(${middle + 2} ${y + 15}) scale(1 -1)`;
        return <path key={`${kind} ${place.row}/${place.column}`} transform={at} strokeWidth={3} d={STUB} />;
      })}
    </g>
  );
}

/** From the upper left to the lower right, in a box of 12. */
const STUB = 'M1.5 0L8.2 6.7L10.5 4.4L12 12L4.4 10.5L6.7 8.2L0 1.5z';

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
