import React, { memo } from 'react';
import type { EventBus } from '@grafana/data';
import { tellHoveredTime, useHoveredTime } from '../../dashboard/sharedTime';
import type { Palette } from './palette';
import { nearestPoint, type Plot } from './trajectoryPlot';

const DAY_MS = 86_400_000;

/** Tells the dashboard's other panels that the pointer is on a day (days since 1970, with fractions); null: on none. */
export const tellHovered = (bus: EventBus | undefined, day: number | null): void =>
  tellHoveredTime(bus, day === null ? null : day * DAY_MS);

interface CrosshairProps {
  plot: Plot;
  bus: EventBus | undefined;
  color: string;
  palette: Palette;
}

/** Where the pointer of another chart is in time, with the observation next to it. */
export const Crosshair = memo(function Crosshair({ plot, bus, color, palette }: CrosshairProps) {
  const time = useHoveredTime(bus);
  const x = time === null ? null : plot.x(time / DAY_MS);
  if (x === null || x < plot.left || x > plot.right) {
    return null;
  }
  const point = plot.points[nearestPoint(plot.points, x)];
  return (
    <svg
      width={plot.width}
      height={plot.height}
      style={{ position: 'absolute', inset: 0, pointerEvents: 'none' }}
      data-testid="crosshair"
      aria-hidden
    >
      <line x1={x} x2={x} y1={plot.top} y2={plot.bottom} stroke={palette.line} strokeDasharray="2 3" />
      {point && Math.abs(point.x - x) <= 12 && (
        <circle cx={point.x} cy={point.y} r={4} fill={color} stroke={palette.tick} strokeWidth={1.5} />
      )}
    </svg>
  );
});
