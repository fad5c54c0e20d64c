import React, { memo, useId } from 'react';
import { MarkShape } from '../../../status/StatusMark';
import { lookOf } from '../../../status/statuses';
import { currentPhase } from '../data/arrange';
import type { Gauge } from '../data/gauges';
import type { Point } from '../data/trajectories';
import { FORECAST_OPACITY, type Palette } from './palette';
import { AXIS_FONT, MARK_SIZE, type Plot, type TargetMark } from './trajectoryPlot';

interface TrajectoryDrawingProps {
  gauge: Gauge;
  plot: Plot;
  palette: Palette;
}

// Closer than this, points would make one thick line.
const CLOSEST_POINTS = 9;

/** The chart without what moves: bands, axes, limits, paths, forecast, targets, observations, the as-of line. */
export const TrajectoryDrawing = memo(function TrajectoryDrawing({ gauge, plot, palette }: TrajectoryDrawingProps) {
  const id = useId();
  const { left, right, top, bottom, width, height } = plot;
  const color = palette.of(currentPhase(gauge).status);
  return (
    <svg width={width} height={height} style={{ display: 'block' }} aria-hidden>
      <defs>
        <clipPath id={`${id}c`}>
          <rect x={left - 5} y={top - 6} width={Math.max(right - left, 0) + 17} height={bottom - top + 6} />
        </clipPath>
        <pattern id={`${id}h`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} fill={palette.track} />
          <rect width={1.5} height={6} fill={palette.zone} />
        </pattern>
      </defs>
      <Bands plot={plot} palette={palette} />
      <Axes plot={plot} palette={palette} />
      <g clipPath={`url(#${id}c)`}>
        {plot.forbidden.map((box, i) => (
          <rect key={i} {...box} fill={`url(#${id}h)`} />
        ))}
        <Paths plot={plot} palette={palette} />
        <ForecastFan plot={plot} color={palette.fillOf(currentPhase(gauge).status)} line={color} />
      </g>
      {plot.asOf && (
        <line x1={plot.asOf.x} x2={plot.asOf.x} y1={top} y2={bottom} stroke={palette.now} strokeWidth={1.5} />
      )}
      {plot.targets.map((target) => (
        <TargetLines key={target.phase.id} target={target} palette={palette} />
      ))}
      <Observed plot={plot} isStepped={gauge.kind === 'yes_no'} color={color} palette={palette} />
      {plot.asOf && (
        <Text x={plot.asOf.label.x} y={plot.asOf.label.y + 11} fill={palette.now} halo={palette.halo}>
          {plot.asOf.text}
        </Text>
      )}
      {plot.targets.map((target) => (
        <TargetLabel key={target.phase.id} target={target} palette={palette} />
      ))}
    </svg>
  );
});

interface TextProps {
  x: number;
  y: number;
  fill: string;
  halo: string;
  children: string;
}

/** Text with a halo, so that it can be read over lines. */
const Text = ({ x, y, fill, halo, children }: TextProps) => (
  <text x={x} y={y} fontSize={AXIS_FONT} fill={fill} stroke={halo} strokeWidth={3} paintOrder="stroke">
    {children}
  </text>
);

function Bands({ plot, palette }: { plot: Plot; palette: Palette }) {
  return (
    <>
      {plot.bands.map(({ x, width, name, band }, i) => (
        <g key={band.phase.id}>
          {i % 2 === 1 && (
            <rect x={x} y={2} width={width} height={plot.bottom - 2} fill={palette.track} fillOpacity={0.45} />
          )}
          {name !== '' && (
            <text x={x + 4} y={13} fontSize={AXIS_FONT} fill={palette.faint}>
              {name}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function Axes({ plot, palette }: { plot: Plot; palette: Palette }) {
  const { left, right, bottom } = plot;
  return (
    <>
      {plot.valueTicks.map(({ y, text }) => (
        <g key={text}>
          <line x1={left} x2={right} y1={y} y2={y} stroke={palette.track} />
          <text x={left - 6} y={y + 4} textAnchor="end" fontSize={AXIS_FONT} fill={palette.faint}>
            {text}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke={palette.zone} />
      {plot.timeTicks.map(({ x, text }) => (
        <g key={text}>
          <line x1={x} x2={x} y1={bottom} y2={bottom + 4} stroke={palette.zone} />
          <text x={x} y={bottom + 15} textAnchor="middle" fontSize={AXIS_FONT} fill={palette.faint}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

/** Each phase's straight line; full strength while its phase holds, faint where an earlier one still does. */
function Paths({ plot, palette }: { plot: Plot; palette: Palette }) {
  const { x, y } = plot;
  return (
    <>
      {plot.paths.map(({ phase, from, to }, i) => {
        const band = plot.bands.find((b) => b.band.phase === phase)?.band;
        const begins = band && i > 0 ? Math.min(Math.max(band.from, from.day), to.day) : from.day;
        const at = from.value + ((to.value - from.value) * (begins - from.day)) / (to.day - from.day);
        const dashed = { stroke: palette.tick, strokeWidth: 1.5, strokeDasharray: '5 4' };
        return (
          <g key={phase.id}>
            {begins > from.day && (
              <line x1={x(from.day)} y1={y(from.value)} x2={x(begins)} y2={y(at)} {...dashed} strokeOpacity={0.28} />
            )}
            <line x1={x(begins)} y1={y(at)} x2={x(to.day)} y2={y(to.value)} {...dashed} strokeOpacity={0.85} />
            {i === 0 && (
              <circle
                cx={x(from.day)}
                cy={y(from.value)}
                r={3.5}
                fill={palette.halo}
                stroke={palette.tick}
                strokeWidth={1.5}
              />
            )}
          </g>
        );
      })}
    </>
  );
}

function ForecastFan({ plot, color, line }: { plot: Plot; color: string; line: string }) {
  if (!plot.fan) {
    return null;
  }
  const { x, y } = plot;
  const { stops } = plot.fan;
  const bounded = stops.filter((s) => s.low !== null && s.high !== null);
  const edge = [...bounded.map((s) => [s.day, s.high!]), ...[...bounded].reverse().map((s) => [s.day, s.low!])];
  return (
    <>
      {bounded.length > 1 && (
        <polygon
          points={edge.map(([day, value]) => `${x(day)},${y(value)}`).join(' ')}
          fill={color}
          fillOpacity={FORECAST_OPACITY * 0.6}
        />
      )}
      <polyline
        points={stops.map((s) => `${x(s.day)},${y(s.value)}`).join(' ')}
        fill="none"
        stroke={line}
        strokeWidth={1.5}
        strokeDasharray="1.5 3.5"
        strokeLinecap="round"
      />
    </>
  );
}

function TargetLines({ target, palette }: { target: TargetMark; palette: Palette }) {
  return (
    <>
      {target.lines.map(({ x1, x2, y }) => (
        <g key={y}>
          <line x1={x1} x2={x2} y1={y} y2={y} stroke={palette.line} strokeWidth={1} strokeOpacity={0.6} />
          {target.due !== null && (
            <line x1={target.due - 14} x2={target.due + 7} y1={y} y2={y} stroke={palette.halo} strokeWidth={6} />
          )}
          {target.due !== null && (
            <line x1={target.due - 13} x2={target.due + 6} y1={y} y2={y} stroke={palette.tick} strokeWidth={2.5} />
          )}
        </g>
      ))}
    </>
  );
}

function TargetLabel({ target: { label, phase }, palette }: { target: TargetMark; palette: Palette }) {
  return label ? (
    <g>
      <svg x={label.x} y={label.y + 1} width={MARK_SIZE} height={MARK_SIZE} viewBox="0 0 16 16">
        <circle cx={8} cy={8} r={9} fill={palette.halo} />
        <MarkShape mark={lookOf(phase.status).mark} color={palette.of(phase.status)} />
      </svg>
      <Text x={label.x + MARK_SIZE + 4} y={label.y + 11} fill={palette.text} halo={palette.halo}>
        {label.text}
      </Text>
    </g>
  ) : null;
}

interface ObservedProps {
  plot: Plot;
  isStepped: boolean;
  color: string;
  palette: Palette;
}

/** The line with its points; of dense ones only the latest and those that were revised. */
function Observed({ plot, isStepped, color, palette }: ObservedProps) {
  const { points } = plot;
  const last = points.length - 1;
  const room = last > 0 ? (points[last].x - points[0].x) / last : Infinity;
  const line = points.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : isStepped ? `H${x}V${y}` : `L${x} ${y}`));
  return (
    <>
      {points.map(
        ({ x, y, point }) => point.earlier.length > 0 && <Earlier key={point.day} {...{ x, y, point, plot, color }} />
      )}
      {last > 0 && (
        <path
          d={line.join('')}
          fill="none"
          stroke={color}
          strokeWidth={2}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      )}
      {points.map(({ x, y, point }, i) =>
        point.revised ? (
          <RevisedShape key={point.day} x={x} y={y} color={color} palette={palette} />
        ) : i === last || room >= CLOSEST_POINTS ? (
          <circle
            key={point.day}
            cx={x}
            cy={y}
            r={i === last ? 4.5 : 2.5}
            fill={color}
            stroke={i === last ? palette.halo : 'none'}
            strokeWidth={1.5}
          />
        ) : null
      )}
    </>
  );
}

/** A hollow diamond: a value that was corrected after it was first reported. */
export const RevisedShape = ({ x, y, color, palette }: { x: number; y: number; color: string; palette: Palette }) => (
  <path d={`M${x} ${y - 5}l5 5l-5 5l-5-5z`} fill={palette.halo} stroke={color} strokeWidth={1.75} />
);

interface EarlierProps {
  x: number;
  y: number;
  point: Point;
  plot: Plot;
  color: string;
}

/** The values before a correction: small rings on a dotted line to what counts now. */
const Earlier = ({ x, y, point, plot, color }: EarlierProps) => {
  const heights = point.earlier.map(plot.y);
  return (
    <g stroke={color} fill="none" strokeOpacity={0.75}>
      <line x1={x} x2={x} y1={Math.min(y, ...heights)} y2={Math.max(y, ...heights)} strokeDasharray="1.5 2.5" />
      {heights.map((height) => (
        <circle key={height} cx={x} cy={height} r={2.5} />
      ))}
    </g>
  );
};
