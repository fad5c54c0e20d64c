import { useTheme2 } from '@grafana/ui';
import React from 'react';
import { MarkShape } from '../../../status/StatusMark';
import type { Cell } from '../data/cells';
import { GAP, type Layout } from '../data/layout';
import type { LevelColors } from '../data/palette';
import { levelWord } from '../sentences';
import { LIGHT_MARKS } from './Legend';

/** More risks than this are told by a number. */
export const MOST_DOTS = 8;
const DOTS_PER_ROW = 4;

interface HeatmapCellProps {
  cell: Cell;
  layout: Layout;
  colors: LevelColors;
  dots: boolean;
  selected: boolean;
  /** What came since another day and what left; null: nothing did. */
  change: { came: number; left: number } | null;
}

/** A cell drawn at its own origin: the count, a dot per risk, the level's word; an outline where there is no risk. */
export function HeatmapCell({ cell, layout, colors, dots, selected, change }: HeatmapCellProps) {
  const theme = useTheme2();
  const width = layout.cellWidth - GAP;
  const height = layout.cellHeight - GAP;
  const { fontSize, countSize } = layout;
  const frame = selected ? (
    <rect
      x={1}
      y={1}
      width={width - 2}
      height={height - 2}
      rx={2}
      fill="none"
      stroke={theme.colors.text.maxContrast}
      strokeWidth={2}
    />
  ) : null;
  const changed = change && (layout.cellWords || (width >= 56 && height >= 44)) && (
    <text
      x={width - 5}
      y={height - 6}
      textAnchor="end"
      fontSize={fontSize - 1}
      fontWeight={600}
      fill={cell.count === 0 ? theme.colors.text.secondary : colors.text}
    >
      {[change.came > 0 ? `+${change.came}` : '', change.left > 0 ? `−${change.left}` : ''].filter(Boolean).join(' ')}
    </text>
  );
  if (cell.count === 0) {
    const dash = Math.min(10, width * 0.3);
    return (
      <>
        <rect
          x={0.75}
          y={0.75}
          width={width - 1.5}
          height={height - 1.5}
          rx={3}
          fill="transparent"
          stroke={colors.outline}
          strokeWidth={1.5}
        />
        <path
          d={`M${(width - dash) / 2} ${height / 2}h${dash}`}
          stroke={theme.colors.text.disabled}
          strokeWidth={1.5}
        />
        {changed}
        {frame}
      </>
    );
  }
  const words = layout.cellWords;
  const showDots = dots && layout.dots;
  const wordRoom = words ? fontSize + 8 : 0;
  const middle = (height - wordRoom) / 2 + (words ? 2 : 0);
  const markSize = Math.max(4.5, Math.min(8, height * 0.2));
  const pad = Math.max(6, Math.min(14, width * 0.09));
  return (
    <>
      <rect width={width} height={height} rx={3} fill={colors.fill} />
      <text
        x={showDots ? pad + (words ? 0 : 5) : width / 2}
        y={middle}
        dy="0.36em"
        textAnchor={showDots ? 'start' : 'middle'}
        fontSize={countSize}
        fontWeight={600}
        fill={colors.text}
      >
        {cell.count}
      </text>
      {showDots && (
        <Dots
          cell={cell}
          color={colors.text}
          radius={layout.dotRadius}
          right={width - pad}
          middle={middle}
          room={height - wordRoom}
        />
      )}
      {!words && (
        <svg x={3.5} y={3.5} width={markSize} height={markSize} viewBox="2 2 12 12">
          <MarkShape mark={LIGHT_MARKS[cell.level.light]} color={colors.text} />
        </svg>
      )}
      {words && (
        <g transform={`translate(${pad} ${height - fontSize - 7})`}>
          <svg width={fontSize - 2} height={fontSize - 2} y={1.5} viewBox="0 0 16 16">
            <MarkShape mark={LIGHT_MARKS[cell.level.light]} color={colors.text} />
          </svg>
          <text x={fontSize + 2} y={fontSize - 2} fontSize={fontSize - 1} fill={colors.text}>
            {levelWord(cell.level)}
          </text>
        </g>
      )}
      {changed}
      {frame}
    </>
  );
}

interface DotsProps {
  cell: Cell;
  color: string;
  radius: number;
  right: number;
  middle: number;
  /** Height that dots and their remainder may take. */
  room: number;
}

function Dots({ cell, color, radius, right, middle, room }: DotsProps) {
  const shown = Math.min(cell.count, MOST_DOTS);
  const more = cell.count - shown;
  const step = radius * 2 + Math.max(2, radius * 0.9);
  const rows = Math.ceil(shown / DOTS_PER_ROW);
  const moreSize = Math.max(9, Math.min(12, radius * 3.2));
  // Where the remainder finds no room below, the count alone tells it.
  const below = more > 0 && room >= rows * step + moreSize + 6 ? moreSize + 1 : 0;
  const top = middle - (rows * step + below) / 2 + step / 2;
  const left = right - (DOTS_PER_ROW - 1) * step - radius;
  return (
    <>
      {Array.from({ length: shown }, (_, i) => (
        <circle
          key={i}
          cx={left + (i % DOTS_PER_ROW) * step}
          cy={top + Math.floor(i / DOTS_PER_ROW) * step}
          r={radius}
          fill={color}
          fillOpacity={0.85}
        />
      ))}
      {below > 0 && (
        <text x={right} y={top + (rows - 0.5) * step + moreSize} textAnchor="end" fontSize={moreSize} fill={color}>
          +{more}
        </text>
      )}
    </>
  );
}
