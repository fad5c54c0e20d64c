import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useRef, useState } from 'react';
import { type Corner } from '../data/appetite';
import type { Move } from '../data/arrows';
import type { Cell, Place } from '../data/cells';
import type { Stub } from '../data/changes';
import { GAP, type Layout } from '../data/layout';
import type { LevelColors } from '../data/palette';
import { axisWord, cellSentence, stepWord } from '../sentences';
import { AppetiteLines } from './AppetiteLines';
import { Arrows, Stubs } from './Arrows';
import { HeatmapCell } from './HeatmapCell';

interface HeatmapProps {
  cells: Cell[][];
  layout: Layout;
  width: number;
  height: number;
  colors: Map<number, LevelColors>;
  dots: boolean;
  /** The stepped lines of appetite. */
  lines: Array<{ level: number; main: boolean; corners: Corner[] }>;
  moves: Move[];
  stubs: Stub[];
  /** What came into a cell and what left it; null: nothing did. */
  changeOf: (place: Place) => { came: number; left: number } | null;
  /** The same as a sentence, empty where nothing did. */
  changeSentenceOf: (place: Place) => string;
  selected: Place | null;
  /** Colour of what lies behind the panel: halos of lines and arrows have it. */
  surface: string;
  /** What the whole grid shows, for screen readers. */
  label: string;
  onSelect: (place: Place, from: SVGElement) => void;
  /** The pointer over a cell, in window coordinates; null when it leaves. */
  onHover: (hover: { cell: Cell; x: number; y: number } | null) => void;
}

/** Likelihood up, impact right. One cell takes part in the tab order; arrow keys move between cells. */
export function Heatmap(props: HeatmapProps) {
  const { cells, layout, width, height, colors, dots, lines, moves, stubs, selected, label, onSelect, onHover } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const elements = useRef(new Map<string, SVGGElement>());
  const [active, setActive] = useState<Place>({ row: cells.length - 1, column: 0 });
  const rows = cells.length;
  const columns = cells[0].length;
  const tabStop = { row: Math.min(active.row, rows - 1), column: Math.min(active.column, columns - 1) };
  const { plot, cellWidth, cellHeight, fontSize } = layout;
  const at = ({ row, column }: Place) => ({
    x: plot.x + column * cellWidth,
    y: plot.y + (rows - 1 - row) * cellHeight,
  });
  const centre = (place: Place) => ({ x: at(place).x + cellWidth / 2, y: at(place).y + cellHeight / 2 });

  const onKeyDown = (event: React.KeyboardEvent<SVGGElement>, cell: Cell) => {
    const target = keyTarget(event.key, cell, rows, columns);
    if (target) {
      event.preventDefault();
      setActive(target);
      elements.current.get(`${target.row}/${target.column}`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(cell, event.currentTarget);
    }
  };

  const labelColor = theme.colors.text.secondary;
  return (
    <svg width={width} height={height} role="grid" aria-label={label} className={styles.grid}>
      <g aria-hidden fill={labelColor} fontSize={fontSize}>
        {layout.likelihoodLabels.map((text, row) => (
          <text key={row} x={plot.x - 8} y={centre({ row, column: 0 }).y - GAP / 2} dy="0.36em" textAnchor="end">
            {text}
          </text>
        ))}
        {layout.impactLabels.map((lines, column) =>
          lines.map((text, i) => (
            <text
              key={`${column}/${i}`}
              x={centre({ row: 0, column }).x - GAP / 2}
              y={plot.y + plot.height + fontSize * (1.1 + i * 1.25)}
              textAnchor="middle"
            >
              {text}
            </text>
          ))
        )}
        {layout.axisTitles.likelihood && (
          <text
            transform={`translate(${Math.max(fontSize, plot.x - layout.likelihoodWidth - 18)} ${plot.y + plot.height / 2}) rotate(-90)`}
            textAnchor="middle"
          >
            {axisWord('likelihood')}
          </text>
        )}
        {layout.axisTitles.impact && (
          <text
            x={plot.x + plot.width / 2}
            y={plot.y + plot.height + fontSize * (1.25 * Math.max(...layout.impactLabels.map((l) => l.length)) + 1.3)}
            textAnchor="middle"
          >
            {axisWord('impact')}
          </text>
        )}
      </g>
      {[...cells].reverse().map((row) => (
        <g key={row[0].row} role="row" aria-label={`${axisWord('likelihood')} ${stepWord(row[0].likelihood)}`}>
          {row.map((cell) => {
            const { x, y } = at(cell);
            const chosen = selected?.row === cell.row && selected.column === cell.column;
            return (
              <g
                key={cell.column}
                ref={(element) => {
                  const key = `${cell.row}/${cell.column}`;
                  element ? elements.current.set(key, element) : elements.current.delete(key);
                }}
                role="gridcell"
                aria-label={cellSentence(cell, props.changeSentenceOf(cell))}
                aria-selected={chosen}
                tabIndex={tabStop.row === cell.row && tabStop.column === cell.column ? 0 : -1}
                transform={`translate(${x} ${y})`}
                className={styles.cell}
                onKeyDown={(event) => onKeyDown(event, cell)}
                onFocus={() => setActive({ row: cell.row, column: cell.column })}
                onClick={(event) => onSelect(cell, event.currentTarget)}
                onPointerMove={(event) => onHover({ cell, x: event.clientX, y: event.clientY })}
                onPointerLeave={() => onHover(null)}
              >
                <HeatmapCell
                  cell={cell}
                  layout={layout}
                  colors={colors.get(cell.level.level)!}
                  dots={dots}
                  selected={chosen}
                  change={props.changeOf(cell)}
                />
                <rect
                  className="focus-ring"
                  x={-1}
                  y={-1}
                  width={cellWidth - GAP + 2}
                  height={cellHeight - GAP + 2}
                  rx={4}
                />
              </g>
            );
          })}
        </g>
      ))}
      <g aria-hidden>
        <AppetiteLines
          surface={props.surface}
          lines={lines.map(({ level, main, corners }) => ({
            level,
            main,
            points: corners.map(({ x, y }) => ({
              x: plot.x + x * cellWidth - (x > 0 ? GAP / 2 : 0),
              y: plot.y + (rows - y) * cellHeight - (y < rows ? GAP / 2 : 0),
            })),
          }))}
        />
        {layout.cellWords && <Stubs surface={props.surface} stubs={stubs} corner={at} cellWidth={cellWidth} />}
        <Arrows
          surface={props.surface}
          moves={moves}
          centre={centre}
          inset={Math.min(cellWidth, cellHeight) * 0.2}
          fontSize={fontSize}
        />
      </g>
    </svg>
  );
}

function keyTarget(key: string, { row, column }: Place, rows: number, columns: number): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.min(row + 1, rows - 1), column };
    case 'ArrowDown':
      return { row: Math.max(row - 1, 0), column };
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, columns - 1) };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    default:
      return null;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({ display: 'block', fontVariantNumeric: 'tabular-nums', userSelect: 'none' }),
  cell: css({
    cursor: 'pointer',
    outline: 'none',
    '& .focus-ring': { fill: 'none', stroke: 'none', strokeWidth: 2 },
    '&:hover .focus-ring': { stroke: theme.colors.border.strong },
    '&:focus-visible .focus-ring': { stroke: theme.colors.primary.border, strokeWidth: 3 },
  }),
});
