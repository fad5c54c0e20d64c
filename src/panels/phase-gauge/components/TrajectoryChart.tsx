import React, { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { EventBus } from '@grafana/data';
import { currentPhase } from '../data/arrange';
import type { Gauge } from '../data/gauges';
import type { Point } from '../data/trajectories';
import { wholeName } from '../words/labels';
import { pointSentence } from '../words/sentences';
import { t } from '../words/translate';
import type { Acts } from './acts';
import { Crosshair, tellHovered } from './Crosshair';
import type { Palette } from './palette';
import { PointTip } from './PointTip';
import { TrajectoryDrawing } from './TrajectoryDrawing';
import { nearestPoint, plotOf } from './trajectoryPlot';

interface TrajectoryChartProps {
  gauge: Gauge;
  points: Point[];
  asOf: string;
  width: number;
  height: number;
  palette: Palette;
  className: string;
  noteClass: string;
  acts: Acts;
  bus?: EventBus;
}

interface Shown {
  index: number;
  at: { x: number; y: number };
}

/**
 * One chart. Its observations are reached with the arrow keys, Home and End, and by pointing; each says itself in one
 * sentence. Enter and click offer what the gauge and the observation offer.
 */
export const TrajectoryChart = memo(function TrajectoryChart({
  gauge,
  points,
  asOf,
  width,
  height,
  palette,
  className,
  noteClass,
  acts,
  bus,
}: TrajectoryChartProps) {
  const plot = useMemo(() => plotOf(gauge, points, asOf, width, height), [gauge, points, asOf, width, height]);
  // Null follows the latest observation, also when a new one arrives; another gauge in this place begins there, too.
  const [chosen, setChosen] = useState<{ key: string; index: number } | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const chart = useRef<HTMLDivElement>(null);
  const current = Math.min(chosen?.key === gauge.key ? chosen.index : Infinity, points.length - 1);

  const show = (next: number) => {
    const box = chart.current?.getBoundingClientRect();
    setChosen(next === points.length - 1 ? null : { key: gauge.key, index: next });
    if (box && plot.points[next]) {
      setShown({ index: next, at: { x: box.left + plot.points[next].x, y: box.top + plot.points[next].y } });
    }
  };
  const point = (event: PointerEvent) => {
    const x = event.clientX - chart.current!.getBoundingClientRect().left;
    const next = nearestPoint(plot.points, x);
    tellHovered(bus, plot.dayAt(x));
    if (next >= 0) {
      setShown({ index: next, at: { x: event.clientX, y: event.clientY } });
    }
  };
  const open = (at: number, x: number, y: number) => {
    const deeds = acts.of(gauge, points[at]);
    if (deeds.length > 0) {
      setShown(null);
      acts.open(deeds, x, y);
    }
  };
  const press = (event: KeyboardEvent) => {
    const next = stepTo(event.key, current, points.length);
    if (next !== null) {
      event.preventDefault();
      show(next);
    } else if (event.key === 'Escape') {
      setShown(null);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const box = event.currentTarget.getBoundingClientRect();
      open(current, box.left + (plot.points[current]?.x ?? 24), box.top + (plot.points[current]?.y ?? 24));
    }
  };

  const drawing = <TrajectoryDrawing gauge={gauge} plot={plot} palette={palette} />;
  if (points.length === 0) {
    return (
      <div className={className} style={{ width, height }} onClick={(e) => open(-1, e.clientX, e.clientY)}>
        {drawing}
        <span className={noteClass}>
          {gauge.value === null ? t('much.none', 'no value reported') : t('chart.undated', 'the value has no date')}
        </span>
      </div>
    );
  }
  const marked = shown && plot.points[shown.index];
  return (
    <div
      ref={chart}
      className={className}
      style={{ width, height }}
      role="slider"
      tabIndex={0}
      aria-label={t('chart.label', '{{name}}: observations', { name: wholeName(gauge) })}
      aria-orientation="horizontal"
      aria-readonly
      aria-valuemin={1}
      aria-valuemax={points.length}
      aria-valuenow={current + 1}
      aria-valuetext={pointSentence(gauge, points[current])}
      onKeyDown={press}
      onFocus={(event) => event.target.matches(':focus-visible') && show(current)}
      onBlur={() => setShown(null)}
      onPointerMove={point}
      onPointerLeave={() => {
        setShown(null);
        tellHovered(bus, null);
      }}
      onClick={(event) =>
        open(
          nearestPoint(plot.points, event.clientX - event.currentTarget.getBoundingClientRect().left),
          event.clientX,
          event.clientY
        )
      }
    >
      {drawing}
      {!marked && <Crosshair plot={plot} bus={bus} color={palette.of(currentPhase(gauge).status)} palette={palette} />}
      {marked && (
        <svg
          width={width}
          height={height}
          style={{ position: 'absolute', inset: 0, pointerEvents: 'none' }}
          aria-hidden
        >
          <line
            x1={marked.x}
            x2={marked.x}
            y1={plot.top}
            y2={plot.bottom}
            stroke={palette.line}
            strokeDasharray="2 2"
          />
          <circle
            cx={marked.x}
            cy={marked.y}
            r={5}
            fill={palette.of(currentPhase(gauge).status)}
            stroke={palette.tick}
            strokeWidth={2}
          />
        </svg>
      )}
      {shown && points[shown.index] && <PointTip gauge={gauge} point={points[shown.index]} at={shown.at} />}
    </div>
  );
});

/** The observation that a key leads to; null for other keys. */
function stepTo(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(from - 1, 0);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(from + 1, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
