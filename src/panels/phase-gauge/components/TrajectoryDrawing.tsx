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
      <TargetLines targets={plot.targets} palette={palette} />
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

// What is drawn alike is one path: a page of charts has a fraction of the elements, and is drawn that much sooner.

function Bands({ plot: { bands, bottom }, palette }: { plot: Plot; palette: Palette }) {
  return (
    <>
      {bands.map(
        ({ x, width, band }, i) =>
          i % 2 === 1 && (
            <rect
              key={band.phase.id}
              x={x}
              y={2}
              width={width}
              height={bottom - 2}
              fill={palette.track}
              fillOpacity={0.45}
            />
          )
      )}
      <g fontSize={AXIS_FONT} fill={palette.faint}>
        {bands.map(
          ({ x, name, band }) =>
            name !== '' && (
              <text key={band.phase.id} x={x + 4} y={13}>
                {name}
              </text>
            )
        )}
      </g>
    </>
  );
}

function Axes({ plot: { left, right, bottom, valueTicks, timeTicks }, palette }: { plot: Plot; palette: Palette }) {
  const marks = timeTicks.map(({ x }) => `M${x} ${bottom}v4`);
  return (
    <>
      <path d={valueTicks.map(({ y }) => `M${left} ${y}H${right}`).join('')} stroke={palette.track} />
      <path d={`M${left} ${bottom}H${right}${marks.join('')}`} stroke={palette.zone} />
      <g fontSize={AXIS_FONT} fill={palette.faint} textAnchor="end">
        {valueTicks.map(({ y, text }) => (
          <text key={text} x={left - 6} y={y + 4}>
            {text}
          </text>
        ))}
      </g>
      <g fontSize={AXIS_FONT} fill={palette.faint} textAnchor="middle">
        {timeTicks.map(({ x, text }) => (
          <text key={text} x={x} y={bottom + 15}>
            {text}
          </text>
        ))}
      </g>
    </>
  );
}

/** Each phase's straight line; full strength while its phase holds, faint where an earlier one still does. */
function Paths({ plot: { x, y, paths, bands }, palette }: { plot: Plot; palette: Palette }) {
  if (paths.length === 0) {
    return null;
  }
  const parts = paths.map(({ phase, from, to }, i) => {
    const band = bands.find((b) => b.band.phase === phase)?.band;
    const begins = band && i > 0 ? Math.min(Math.max(band.from, from.day), to.day) : from.day;
    const at = from.value + ((to.value - from.value) * (begins - from.day)) / (to.day - from.day);
    const way = [`M${x(from.day)} ${y(from.value)}`, `${x(begins)} ${y(at)}`, `${x(to.day)} ${y(to.value)}`];
    return { faint: begins > from.day ? `${way[0]}L${way[1]}` : '', strong: `M${way[1]}L${way[2]}` };
  });
  const dashed = { stroke: palette.tick, strokeWidth: 1.5, strokeDasharray: '5 4' };
  const [{ from }] = paths;
  return (
    <>
      <path d={parts.map(({ faint }) => faint).join('')} {...dashed} strokeOpacity={0.28} />
      <path d={parts.map(({ strong }) => strong).join('')} {...dashed} strokeOpacity={0.85} />
      <circle
        cx={x(from.day)}
        cy={y(from.value)}
        r={3.5}
        fill={palette.halo}
        stroke={palette.tick}
        strokeWidth={1.5}
      />
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

/** Each target over the time for which it holds, with a bar where it falls due. */
function TargetLines({ targets, palette }: { targets: TargetMark[]; palette: Palette }) {
  const lines = targets.flatMap((target) => target.lines.map(({ x1, x2, y }) => `M${x1} ${y}H${x2}`));
  const bars = (before: number, after: number) =>
    targets
      .flatMap(({ due, lines }) => (due === null ? [] : lines.map(({ y }) => `M${due - before} ${y}H${due + after}`)))
      .join('');
  return (
    <>
      <path d={lines.join('')} stroke={palette.line} strokeOpacity={0.6} />
      <path d={bars(14, 7)} stroke={palette.halo} strokeWidth={6} />
      <path d={bars(13, 6)} stroke={palette.tick} strokeWidth={2.5} />
    </>
  );
}

function TargetLabel({ target: { label, phase }, palette }: { target: TargetMark; palette: Palette }) {
  return label ? (
    <>
      <g transform={`translate(${label.x} ${label.y + 1}) scale(${MARK_SIZE / 16})`}>
        <circle cx={8} cy={8} r={8} fill={palette.halo} />
        <MarkShape mark={lookOf(phase.status).mark} color={palette.of(phase.status)} />
      </g>
      <Text x={label.x + MARK_SIZE + 4} y={label.y + 11} fill={palette.text} halo={palette.halo}>
        {label.text}
      </Text>
    </>
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
