import React, { memo } from 'react';
import type { Ring as RingData } from '../data/ring';
import { arcPath, pointAt } from './arc';
import { FORECAST_OPACITY, type Palette } from './palette';

interface RingProps {
  ring: RingData;
  status: string | null;
  center: number;
  radius: number;
  thickness: number;
  palette: Palette;
}

/** One phase: the track, what is achieved, what is forecast, where it should be by now. */
export const Ring = memo(function Ring({ ring, status, center, radius, thickness, palette }: RingProps) {
  const color = palette.of(status);
  const fill = palette.fillOf(status);
  const arc = (
    from: number,
    to: number,
    stroke: string,
    extra: { opacity?: number; width?: number; dash?: string; flat?: boolean } = {}
  ) => {
    const path = arcPath(center, center, radius, from, to);
    return path === '' ? null : (
      <path
        d={path}
        fill="none"
        stroke={stroke}
        strokeWidth={extra.width ?? thickness}
        strokeOpacity={extra.opacity}
        strokeDasharray={extra.dash}
        strokeLinecap={extra.dash || extra.flat ? 'butt' : 'round'}
      />
    );
  };
  switch (ring.form) {
    case 'open':
      return arc(0, 1, palette.zone, { dash: '3 6', width: 2 });
    case 'answer':
      return (
        <>
          <circle cx={center} cy={center} r={radius} fill="none" stroke={palette.track} strokeWidth={thickness} />
          {ring.yes && <circle cx={center} cy={center} r={radius} fill="none" stroke={fill} strokeWidth={thickness} />}
        </>
      );
    case 'level':
      return (
        <>
          {arc(0, ring.zone[0], palette.track, { width: thickness * 0.4, flat: true })}
          {arc(ring.zone[0], ring.zone[1], palette.zone, { flat: true })}
          {arc(ring.zone[1], 1, palette.track, { width: thickness * 0.4, flat: true })}
          {ring.forecast !== null && (
            <Dot
              at={pointAt(center, center, radius, ring.forecast)}
              radius={thickness * 0.4}
              color={color}
              opacity={0.6}
              hollow
              palette={palette}
            />
          )}
          {ring.point !== null && (
            <Dot
              at={pointAt(center, center, radius, ring.point)}
              radius={thickness * 0.62}
              color={color}
              opacity={1}
              palette={palette}
            />
          )}
        </>
      );
    case 'way':
      return (
        <>
          {ring.achieved === null ? arc(0, 1, palette.zone, { dash: '3 6', width: 2 }) : arc(0, 1, palette.track)}
          {ring.forecast !== null &&
            ring.achieved !== null &&
            ring.forecast > ring.achieved &&
            arc(ring.achieved, ring.forecast, fill, { opacity: FORECAST_OPACITY, flat: true })}
          {ring.achieved !== null && arc(0, Math.max(ring.achieved, 0.004), fill)}
          {ring.expected !== null && (
            <Tick center={center} radius={radius} thickness={thickness} share={ring.expected} palette={palette} />
          )}
        </>
      );
  }
});

interface TickProps {
  center: number;
  radius: number;
  thickness: number;
  share: number;
  palette: Palette;
}

function Tick({ center, radius, thickness, share, palette }: TickProps) {
  const reach = thickness / 2 + 2;
  const [x1, y1] = pointAt(center, center, radius - reach, share);
  const [x2, y2] = pointAt(center, center, radius + reach, share);
  return (
    <>
      <line x1={x1} y1={y1} x2={x2} y2={y2} stroke={palette.halo} strokeWidth={4.5} />
      <line x1={x1} y1={y1} x2={x2} y2={y2} stroke={palette.tick} strokeWidth={2.25} />
    </>
  );
}

interface DotProps {
  at: [number, number];
  radius: number;
  color: string;
  opacity: number;
  hollow?: boolean;
  palette: Palette;
}

function Dot({ at: [x, y], radius, color, opacity, hollow = false, palette }: DotProps) {
  return (
    <circle
      cx={x}
      cy={y}
      r={radius}
      fill={hollow ? palette.halo : color}
      fillOpacity={opacity}
      stroke={hollow ? color : palette.halo}
      strokeOpacity={hollow ? opacity : 1}
      strokeWidth={1.5}
    />
  );
}
