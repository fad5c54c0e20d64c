import React, { memo } from 'react';
import { currentPhase, isRunning } from '../data/arrange';
import type { Gauge } from '../data/gauges';
import { clip, permittedZone, placeOf } from '../data/scale';
import { formatMeasure } from '../../../status/measures';
import { spokenLanguage } from '../words/translate';
import { FORECAST_OPACITY, type Palette } from './palette';

interface BarScaleProps {
  gauge: Gauge;
  width: number;
  height: number;
  palette: Palette;
}

/** One indicator on its own scale: the value, each phase's target, where it should be by now, what is forecast. */
export const BarScale = memo(function BarScale({ gauge, width, height, palette }: BarScaleProps) {
  const { form } = gauge.scale;
  const draw = form === 'way' ? Way : form === 'level' ? Level : Answer;
  return (
    <svg width={width} height={height} style={{ display: 'block' }} aria-hidden>
      {React.createElement(draw, { gauge, width, height, palette })}
    </svg>
  );
});

// Room at both ends for lines and arrows that stand on the edge.
const EDGE = 5;

function Way({ gauge, width, height, palette }: BarScaleProps) {
  const phase = currentPhase(gauge);
  const span = width - 2 * EDGE;
  const x = (place: number) => EDGE + clip(place) * span;
  const middle = height / 2;
  const thick = Math.min(10, height * 0.34);
  const place = placeOf(gauge.scale, gauge.value);
  const forecast = placeOf(gauge.scale, phase.forecast);
  const expected = isRunning(phase) ? placeOf(gauge.scale, phase.expected) : null;
  const color = palette.fillOf(phase.status);
  return (
    <>
      {place === null ? (
        <rect
          x={EDGE}
          y={middle - thick / 2}
          width={span}
          height={thick}
          rx={2}
          fill="none"
          stroke={palette.zone}
          strokeDasharray="3 4"
        />
      ) : (
        <rect x={EDGE} y={middle - thick / 2} width={span} height={thick} rx={2} fill={palette.track} />
      )}
      {place !== null && forecast !== null && forecast > place && (
        <rect
          x={x(place)}
          y={middle - thick / 2}
          width={Math.max(x(forecast) - x(place), 0)}
          height={thick}
          fill={color}
          fillOpacity={FORECAST_OPACITY}
        />
      )}
      {place !== null && (
        <rect x={EDGE} y={middle - thick / 2} width={Math.max(x(place) - EDGE, 2)} height={thick} rx={2} fill={color} />
      )}
      <Targets gauge={gauge} x={x} middle={middle} reach={thick / 2 + 4} palette={palette} />
      {expected !== null && <Tick x={x(expected)} middle={middle} reach={thick / 2 + 3} palette={palette} />}
      {place !== null && place < 0 && (
        <Beyond at={EDGE - 3} middle={middle} side={-1} color={palette.of(phase.status)} />
      )}
      {place !== null && place > 1.001 && (
        <Beyond at={width - EDGE + 3} middle={middle} side={1} color={palette.text} />
      )}
    </>
  );
}

function Level({ gauge, width, height, palette }: BarScaleProps) {
  const phase = currentPhase(gauge);
  const span = width - 2 * EDGE;
  const x = (place: number) => EDGE + clip(place) * span;
  const middle = height / 2;
  const thick = Math.min(10, height * 0.34);
  const zone = permittedZone(gauge.scale, gauge.kind, gauge.direction, phase.target, phase.upper);
  const outside = zone ? [[0, zone[0]], [zone[1], 1]] : [[0, 1]]; // prettier-ignore
  const point = placeOf(gauge.scale, gauge.value);
  const forecast = placeOf(gauge.scale, phase.forecast);
  const color = palette.of(phase.status);
  return (
    <>
      {outside.map(([from, to]) => (
        <line key={from} x1={x(from)} x2={x(to)} y1={middle} y2={middle} stroke={palette.track} strokeWidth={3} />
      ))}
      {zone && (
        <rect
          x={x(zone[0])}
          y={middle - thick / 2}
          width={Math.max(x(zone[1]) - x(zone[0]), 1)}
          height={thick}
          rx={2}
          fill={palette.zone}
        />
      )}
      <Targets gauge={gauge} x={x} middle={middle} reach={thick / 2 + 4} palette={palette} />
      {forecast !== null && (
        <circle
          cx={x(forecast)}
          cy={middle}
          r={4}
          fill={palette.halo}
          stroke={color}
          strokeOpacity={0.7}
          strokeWidth={1.5}
        />
      )}
      {point !== null && (
        <circle cx={x(point)} cy={middle} r={6} fill={color} stroke={palette.halo} strokeWidth={1.5} />
      )}
    </>
  );
}

/** Yes and no side by side, the answer filled. */
function Answer({ gauge, width, height, palette }: BarScaleProps) {
  const phase = currentPhase(gauge);
  const yes = gauge.value === null ? null : gauge.value >= 1;
  const box = Math.min(44, (width - 2 * EDGE - 4) / 2);
  const tall = Math.min(18, height - 8);
  const language = spokenLanguage();
  return (
    <>
      {[false, true].map((answer, i) => {
        const chosen = yes === answer;
        const left = EDGE + i * (box + 4);
        return (
          <g key={String(answer)}>
            <rect
              x={left}
              y={(height - tall) / 2}
              width={box}
              height={tall}
              rx={3}
              fill={chosen ? palette.of(phase.status) : 'none'}
              fillOpacity={0.28}
              stroke={chosen ? palette.of(phase.status) : palette.zone}
              strokeDasharray={yes === null ? '3 3' : undefined}
            />
            <text
              x={left + box / 2}
              y={height / 2 + 4}
              fontSize={11}
              textAnchor="middle"
              fill={chosen ? palette.text : palette.faint}
            >
              {formatMeasure(answer ? 1 : 0, 'yes_no', 0, language)}
            </text>
          </g>
        );
      })}
    </>
  );
}

interface MarksOnBar {
  gauge: Gauge;
  x: (place: number) => number;
  middle: number;
  reach: number;
  palette: Palette;
}

/** A line at each phase's target, and at a range's upper end. */
function Targets({ gauge, x, middle, reach, palette }: MarksOnBar) {
  const values = gauge.phases.flatMap((p) => [p.target, p.upper]);
  const places = [...new Set(values.map((v) => placeOf(gauge.scale, v)).filter((p): p is number => p !== null))];
  return (
    <>
      {places.map((place) => (
        <line
          key={place}
          x1={x(place)}
          x2={x(place)}
          y1={middle - reach}
          y2={middle + reach}
          stroke={palette.line}
          strokeWidth={1.5}
        />
      ))}
    </>
  );
}

function Tick({ x, middle, reach, palette }: { x: number; middle: number; reach: number; palette: Palette }) {
  return (
    <>
      <line x1={x} x2={x} y1={middle - reach} y2={middle + reach} stroke={palette.halo} strokeWidth={5} />
      <line x1={x} x2={x} y1={middle - reach} y2={middle + reach} stroke={palette.tick} strokeWidth={2.5} />
    </>
  );
}

/** An arrow where the value lies beyond the scale. */
function Beyond({ at, middle, side, color }: { at: number; middle: number; side: -1 | 1; color: string }) {
  return (
    <path
      d={`M${at - side * 4} ${middle - 5}l${side * 5} 5l${-side * 5} 5`}
      fill="none"
      stroke={color}
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}
