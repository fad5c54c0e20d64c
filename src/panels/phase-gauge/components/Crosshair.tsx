import React, { memo, useEffect, useState } from 'react';
import { DataHoverClearEvent, DataHoverEvent, type EventBus } from '@grafana/data';
import { map, merge, throttleTime } from 'rxjs';
import type { Palette } from './palette';
import { nearestPoint, type Plot } from './trajectoryPlot';

const DAY_MS = 86_400_000;

/** Tells the dashboard's other panels that the pointer is on a day (days since 1970, with fractions); null: on none. */
export function tellHovered(bus: EventBus | undefined, day: number | null): void {
  bus?.publish(day === null ? new DataHoverClearEvent() : new DataHoverEvent({ point: { time: day * DAY_MS } }));
}

/** The day on which the pointer is, in this panel or in another that shares its crosshair; null where on none. */
function useHoveredDay(bus: EventBus | undefined): number | null {
  const [day, setDay] = useState<number | null>(null);
  useEffect(() => {
    if (!bus) {
      return undefined;
    }
    const moves = bus.getStream(DataHoverEvent).pipe(map(({ payload }) => payload.point?.time ?? null));
    const ends = bus.getStream(DataHoverClearEvent).pipe(map(() => null));
    const days = merge(moves, ends)
      .pipe(throttleTime(30, undefined, { leading: true, trailing: true }))
      .subscribe((time) => setDay(time === null ? null : time / DAY_MS));
    return () => days.unsubscribe();
  }, [bus]);
  return day;
}

interface CrosshairProps {
  plot: Plot;
  bus: EventBus | undefined;
  color: string;
  palette: Palette;
}

/** Where the pointer of another chart is in time, with the observation next to it. */
export const Crosshair = memo(function Crosshair({ plot, bus, color, palette }: CrosshairProps) {
  const day = useHoveredDay(bus);
  const x = day === null ? null : plot.x(day);
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
