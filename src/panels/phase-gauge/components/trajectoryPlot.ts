/** A trajectory in pixels: what is drawn where, before anything is drawn. Pure. */
import { timeSpan, timeTicks, valueSpan, valueTicks } from '../data/axes';
import type { Gauge, Phase } from '../data/gauges';
import { type Band, bandsOf, dayNumber, type Fan, fanOf, type Path, pathOf } from '../data/paths';
import type { Point } from '../data/trajectories';
import { briefNames } from '../words/labels';
import { t } from '../words/translate';
import { phaseWords, setValueWords, shortTargetWords, targetWords } from '../words/verdict';
import { textWidth, widest } from './textWidth';
import { type Box, placeLabel } from './trajectoryLayout';

export const AXIS_FONT = 11;
export const MARK_SIZE = 12;
const LINE = 14;
// Below these the as-of day stands above the chart, where phases are named otherwise.
const LOW = 100;
const NARROW = 240;
// What a target's words take above its line.
const LABEL = LINE + 5;

export interface Plot {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (day: number) => number;
  /** The day at a place, with fractions, within the chart. */
  dayAt: (x: number) => number;
  y: (value: number) => number;
  valueTicks: Array<{ y: number; text: string }>;
  timeTicks: Array<{ x: number; text: string }>;
  bands: Array<{ band: Band; x: number; width: number; name: string }>;
  targets: TargetMark[];
  /** The zones in which a limit is broken. */
  forbidden: Box[];
  paths: Path[];
  fan: Fan | null;
  points: Array<{ x: number; y: number; point: Point }>;
  asOf: { x: number; label: Box; text: string } | null;
}

export interface TargetMark {
  phase: Phase;
  /** The target's height over the time for which it holds; two for a range. */
  lines: Array<{ x1: number; x2: number; y: number }>;
  /** Where it falls due; null without a date. */
  due: number | null;
  y: number;
  label: (Box & { text: string }) | null;
}

/**
 * @param asOf the day that is judged
 * @param width pixels, as the height
 */
export function plotOf(gauge: Gauge, points: Point[], asOf: string, width: number, height: number): Plot {
  const span = timeSpan(gauge, points, asOf);
  const values = valueSpan(gauge, points);
  const bands = bandsOf(gauge.phases, span);
  const isLow = height < LOW || width < NARROW;
  const isNamed = !isLow && bands.some(({ phase }) => phase.name !== '');
  const top = isNamed || isLow ? 20 : 8;
  const bottom = height - 18;
  const ticks =
    gauge.kind === 'yes_no'
      ? [0, 1].map((value) => ({ value, text: setValueWords(gauge, value) }))
      : valueTicks(values, Math.min(Math.max(Math.floor((bottom - top) / 24), 2), 9), (v) => setValueWords(gauge, v));
  const left =
    widest(
      ticks.map((tick) => tick.text),
      AXIS_FONT
    ) + 8;
  const right = width - 14;
  const x = (day: number) => round(left + ((day - span[0]) / (span[1] - span[0])) * Math.max(right - left, 1));
  // Of ranks the smallest is best, and better is up.
  const up = (value: number) => {
    const share = (value - values[0]) / (values[1] - values[0]);
    return gauge.kind === 'rank' ? 1 - share : share;
  };
  // The highest target's words stand above it, where there is room.
  const highest = Math.max(0, ...gauge.phases.map((p) => (p.target === null ? 0 : Math.min(up(p.upper ?? p.target), 1))));
  const reach = isLow ? bottom - top : Math.min(bottom - top, (bottom - top - LABEL) / highest);
  const y = (value: number) => round(bottom - Math.min(Math.max(up(value), -1), 2) * reach);
  const drawn = points.map((point) => ({ x: x(dayNumber(point.day)!), y: y(point.value), point }));
  const brief = briefNames(bands.map(({ phase }) => phase));
  const names = bands.map((band, i) => {
    const room = x(band.to) - x(band.from);
    const name = [phaseWords(band.phase), brief[i]].find((words) => textWidth(words, AXIS_FONT) <= room - 8) ?? '';
    return { band, x: x(band.from), width: room, name: isNamed ? name : '' };
  });
  const dayAt = (px: number) =>
    span[0] + Math.min(Math.max((px - left) / Math.max(right - left, 1), 0), 1) * (span[1] - span[0]);
  const plot = { width, height, left, right, top, bottom, x, dayAt, y };
  const asOfMark = markOfDay(plot, dayNumber(asOf)!, asOf, isLow ? 3 : bottom - LINE - 2);
  const paths = gauge.phases.flatMap((phase) => pathOf(gauge, phase) ?? []);
  const down = Array.from({ length: Math.ceil((bottom - top) / 8) }, (_, i) => ({
    x: x(dayNumber(asOf)!),
    y: top + i * 8,
  }));
  const fan = fanOf(gauge.phases, points[points.length - 1]);
  const busy = [...drawn, ...down, ...[...paths, ...edgesOf(fan)].flatMap((line) => alongLine(line, plot))];
  return {
    ...plot,
    valueTicks: ticks.map(({ value, text }) => ({ y: y(value), text })),
    timeTicks: timeTicks(span, right - left, (text) => textWidth(text, AXIS_FONT) + 14)
      .map(({ day, text }) => ({ x: x(day), text }))
      .filter((tick) => tick.x + textWidth(tick.text, AXIS_FONT) / 2 <= width),
    bands: names,
    forbidden: forbiddenOf(gauge, bands, plot),
    paths,
    fan,
    points: drawn,
    asOf: asOfMark,
    // Above the chart stand the names of phases, or the as-of day with room beside it.
    targets: targetsOf(gauge, bands, { ...plot, top: isNamed ? top - 2 : 2 }, asOfMark ? [asOfMark.label] : [], busy),
  };
}

/** To hundredths of a pixel: nobody sees less, and long numbers take long to write and to read. */
const round = (pixels: number) => Math.round(pixels * 100) / 100;

type Area = Pick<Plot, 'width' | 'left' | 'right' | 'top' | 'bottom' | 'x' | 'y'>;

function markOfDay(area: Area, day: number, text: string, top: number): Plot['asOf'] {
  const words = t('legend.as_of', 'as of {{day}}', { day: text });
  const width = textWidth(words, AXIS_FONT);
  const at = area.x(day);
  const x = at + 5 + width <= area.width ? at + 5 : at - 5 - width;
  return { x: at, text: words, label: { x: Math.max(x, area.left), y: top, width, height: LINE } };
}

type Line = Pick<Path, 'from' | 'to'>;

/** What is forecast from stop to stop, and the ends of its interval. */
function edgesOf(fan: Fan | null): Line[] {
  const stops = fan?.stops ?? [];
  return (['value', 'low', 'high'] as const).flatMap((edge) =>
    stops.slice(1).flatMap((stop, i): Line[] => {
      const [from, to] = [stops[i][edge], stop[edge]];
      return from === null || to === null
        ? []
        : [{ from: { day: stops[i].day, value: from }, to: { day: stop.day, value: to } }];
    })
  );
}

/** Places along a line, close enough for a label to notice. */
function alongLine({ from, to }: Line, { x, y }: Pick<Plot, 'x' | 'y'>): Array<{ x: number; y: number }> {
  const steps = Math.max(Math.round((x(to.day) - x(from.day)) / 8), 1);
  return Array.from({ length: steps + 1 }, (_, i) => ({
    x: x(from.day) + ((x(to.day) - x(from.day)) * i) / steps,
    y: y(from.value) + ((y(to.value) - y(from.value)) * i) / steps,
  }));
}

/** Above and below each limit, whatever lies on the wrong side of it. */
function forbiddenOf({ kind }: Gauge, bands: Band[], { x, y, top, bottom }: Area): Box[] {
  return bands.flatMap(({ phase, from, to }) => {
    const between = (a: number, b: number): Box => ({
      x: x(from),
      y: a,
      width: x(to) - x(from),
      height: Math.max(b - a, 0),
    });
    const below = (limit: number | null) => (limit === null ? [] : [between(Math.max(y(limit), top), bottom)]);
    const above = (limit: number | null) => (limit === null ? [] : [between(top, Math.min(y(limit), bottom))]);
    switch (kind) {
      case 'floor':
        return below(phase.target);
      case 'ceiling':
        return above(phase.target);
      case 'range':
        return [...below(phase.target), ...above(phase.upper)];
      default:
        return [];
    }
  });
}

/** Each target over the time for which it holds, with its words where they cover neither others nor the line. */
function targetsOf(
  gauge: Gauge,
  bands: Band[],
  area: Area,
  taken: Box[],
  busy: Array<{ x: number; y: number }>
): TargetMark[] {
  const { x, y, width, left, right, top, bottom } = area;
  const isWide = width >= 440;
  const labels = [...taken];
  const others = busy.map((p) => ({ x: p.x - 4, y: p.y - 4, width: 8, height: 8 }));
  return [...bands].reverse().flatMap(({ phase, from, to }) => {
    const { target, upper } = phase;
    if (target === null) {
      return [];
    }
    const heights = gauge.kind === 'range' && upper !== null ? [target, upper] : [target];
    const lines = heights.map((value) => ({ x1: x(from), x2: x(to), y: y(value) }));
    const text = isWide ? targetWords(gauge, phase) : shortTargetWords(gauge, phase);
    const wide = MARK_SIZE + 4 + textWidth(text, AXIS_FONT);
    const at = y(heights[heights.length - 1]);
    const edge = right + 14 - wide;
    const ends = [x(to) - wide - 6, Math.min(x(to) - wide / 2, edge), x(to) + 14, (x(from) + x(to) - wide) / 2, x(from) + 4];
    const places = (rows: number[]) =>
      rows
        .flatMap((py) => ends.map((px) => ({ x: px, y: py, width: wide, height: LINE })))
        .filter(
          (box) => box.x >= left && box.x <= edge && box.y >= top && box.y + LINE <= bottom
        );
    const covered = [...others, ...lines.map((l) => ({ x: l.x1, y: l.y - 1, width: l.x2 - l.x1, height: 2 }))];
    // Farther off, words could be taken for another target's.
    const label =
      placeLabel(places([at - LABEL, at + 6]), labels, covered) ??
      placeLabel(places([at - LABEL - LINE, at + LINE + 6]), labels, covered);
    if (label) {
      labels.push(label);
    }
    return [
      { phase, lines, due: phase.due === null ? null : x(to), y: lines[0].y, label: label && { ...label, text } },
    ];
  });
}

/** The observation nearest to a place, by its time; -1 where there is none. */
export function nearestPoint(points: Plot['points'], x: number): number {
  return points.reduce((best, p, i) => (best < 0 || Math.abs(p.x - x) < Math.abs(points[best].x - x) ? i : best), -1);
}
