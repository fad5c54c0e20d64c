import { css } from '@emotion/css';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { memo, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '@grafana/i18n';
import { MarkShape } from '../../../status/StatusMark';
import { type Light, lookOf } from '../../../status/statuses';
import { type CrossCell, type CrossTable, type CrossTotal, LIGHT_MARK } from '../data/crossTable';
import { textWidth } from '../data/layout';
import { LEAST_CONTRAST, levelColors, mix } from '../data/palette';
import { crossSentence } from '../sentences';
import { visibleRange } from './visibleRange';

interface Place {
  row: number;
  column: number;
}

interface CrossGridProps {
  table: CrossTable;
  width: number;
  height: number;
  selected: Place | null;
  onSelect: (place: Place, from: HTMLElement) => void;
}

const FONT = 12;
const FOOT = 26;

/** Chinese stands upright in a column; other scripts are laid on their side. */
const isLatin = (name: string) => !/[\u2e80-\uffff]/.test(name);

/** Measures of the table in pixels; headers stand upright where names are wider than a column. */
function measuresOf(table: CrossTable, width: number, height: number) {
  const longest = (names: string[]) => names.reduce((most, name) => Math.max(most, textWidth(name, FONT)), 0);
  const label = Math.min(longest([...table.rows, table.rowTitle]) + 20, Math.max(56, width * 0.28));
  const total = 48;
  const free = (width - label - total - 2) / Math.max(1, table.columns.length);
  const names = longest(table.columns) + 8;
  const cellWidth = Math.min(140, Math.max(free, 30));
  const upright = names > cellWidth;
  const header = upright ? Math.min(names + 6, Math.max(48, height * 0.3), 120) : 26;
  const cellHeight = Math.min(40, Math.max(22, (height - header - FOOT - 2) / Math.max(1, table.rows.length)));
  return { label, total, cellWidth, cellHeight, header, upright };
}

/** Rows against columns. Headers and totals stay in sight; only visible cells are drawn, so that 20,000 cost no more. */
export function CrossGrid({ table, width, height, selected, onSelect }: CrossGridProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const looks = useMemo(() => looksOf(theme), [theme]);
  const measures = useMemo(() => measuresOf(table, width, height), [table, width, height]);
  const { label, total, cellWidth, cellHeight, header, upright } = measures;
  const [rowCount, columnCount] = [table.rows.length, table.columns.length];
  const room = { height: height - header - FOOT, width: width - label - total };

  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState({ top: 0, left: 0 });
  const rangesAt = (top: number, left: number) => [
    ...visibleRange(top, room.height, cellHeight, rowCount),
    ...visibleRange(left, room.width, cellWidth, columnCount),
  ];
  const ranges = rangesAt(scrolled.top, scrolled.left);
  const [firstRow, endRow, firstColumn, endColumn] = ranges;
  // Only when other cells come into sight is there something to draw.
  const onScroll = ({ currentTarget: { scrollTop: top, scrollLeft: left } }: React.UIEvent<HTMLElement>) => {
    if (rangesAt(top, left).join() !== ranges.join()) {
      setScrolled({ top, left });
    }
  };

  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const focusWanted = useRef(false);
  // What is scrolled out of sight is not there to take the focus.
  const tabStop = {
    row: Math.min(Math.max(active.row, firstRow), endRow - 1),
    column: Math.min(Math.max(active.column, firstColumn), endColumn - 1),
  };
  useEffect(() => {
    const arrived = tabStop.row === active.row && tabStop.column === active.column;
    if (focusWanted.current && arrived) {
      focusWanted.current = false;
      scroller.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus({ preventScroll: true });
    }
  });
  const move = (row: number, column: number) => {
    const target = {
      row: Math.min(Math.max(row, 0), rowCount - 1),
      column: Math.min(Math.max(column, 0), columnCount - 1),
    };
    focusWanted.current = true;
    setActive(target);
    const view = scroller.current;
    if (view) {
      view.scrollTop = scrolledInto(target.row * cellHeight, cellHeight, view.scrollTop, room.height);
      view.scrollLeft = scrolledInto(target.column * cellWidth, cellWidth, view.scrollLeft, room.width);
    }
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>, { row, column }: Place) => {
    const page = Math.max(1, Math.floor(room.height / cellHeight) - 1);
    const steps: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - page, column],
      PageDown: [row + page, column],
      Home: [row, 0],
      End: [row, columnCount - 1],
    };
    if (steps[event.key]) {
      event.preventDefault();
      move(...steps[event.key]);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect({ row, column }, event.currentTarget);
    }
  };
  // Rows that stay in sight are not drawn again: they reach the latest actions through one that never changes.
  const latest = useRef({ onSelect, onKeyDown });
  useEffect(() => {
    latest.current = { onSelect, onKeyDown };
  });
  const [actions] = useState<CellActions>(() => ({
    onSelect: (place, from) => latest.current.onSelect(place, from),
    onKeyDown: (event, place) => latest.current.onKeyDown(event, place),
    onFocus: setActive,
  }));

  const totalWord = t('cross.total', 'Total');
  const columns = Array.from({ length: endColumn - firstColumn }, (_, i) => firstColumn + i);
  const rows = Array.from({ length: endRow - firstRow }, (_, i) => firstRow + i);
  const left = (column: number) => label + column * cellWidth;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={{ width, height }}
      role="grid"
      aria-label={`${table.rowTitle} × ${table.columnTitle}`}
      aria-rowcount={rowCount + 2}
      aria-colcount={columnCount + 2}
      onScroll={onScroll}
    >
      <div
        role="rowgroup"
        className={styles.content}
        style={{ width: label + columnCount * cellWidth + total, height: header + rowCount * cellHeight + FOOT }}
      >
        <div role="row" className={styles.header} style={{ height: header }}>
          <div role="columnheader" className={styles.corner} style={{ width: label, height: header }}>
            {table.rowTitle}
          </div>
          {columns.map((column) => (
            <div
              key={column}
              role="columnheader"
              aria-colindex={column + 2}
              title={table.columns[column]}
              className={upright ? styles.upright : styles.columnName}
              style={{ left: left(column), width: cellWidth, height: header }}
            >
              <span className={upright && isLatin(table.columns[column]) ? styles.sideways : undefined}>
                {table.columns[column]}
              </span>
            </div>
          ))}
          <div role="columnheader" className={styles.totalName} style={{ width: total, height: header }}>
            {totalWord}
          </div>
        </div>
        {rows.map((row) => (
          <CrossRow
            key={row}
            row={row}
            table={table}
            looks={looks}
            measures={measures}
            firstColumn={firstColumn}
            endColumn={endColumn}
            tabColumn={tabStop.row === row ? tabStop.column : -1}
            chosenColumn={selected?.row === row ? selected.column : -1}
            actions={actions}
          />
        ))}
        {/* Rows stand by their own place; this holds the room that they take. */}
        <div role="presentation" style={{ height: rowCount * cellHeight }} />
        <div role="row" aria-rowindex={rowCount + 2} className={styles.foot} style={{ height: FOOT }}>
          <div role="rowheader" className={styles.rowName} style={{ width: label }}>
            {totalWord}
          </div>
          {columns.map((column) => (
            <Total
              key={column}
              total={table.columnTotals[column]}
              table={table}
              className={styles.columnTotal}
              style={{ left: left(column), width: cellWidth }}
            />
          ))}
          <Total total={table.total} table={table} className={styles.rowTotal} style={{ width: total }} />
        </div>
      </div>
    </div>
  );
}

/** The offset that shows a step of a scrolled window, moved no further than needed. */
function scrolledInto(position: number, size: number, offset: number, room: number): number {
  return position < offset ? position : position + size > offset + room ? position + size - room : offset;
}

interface CellActions {
  onSelect: CrossGridProps['onSelect'];
  onKeyDown: (event: React.KeyboardEvent<HTMLElement>, place: Place) => void;
  onFocus: (place: Place) => void;
}

interface CrossRowProps {
  row: number;
  table: CrossTable;
  looks: Looks;
  measures: ReturnType<typeof measuresOf>;
  firstColumn: number;
  endColumn: number;
  /** The column in the tab order and the selected one; −1 where they are in another row. */
  tabColumn: number;
  chosenColumn: number;
  actions: CellActions;
}

const CrossRow = memo(function CrossRow(props: CrossRowProps) {
  const { row, table, looks, measures, firstColumn, endColumn, tabColumn, chosenColumn, actions } = props;
  const { label, total, cellWidth, cellHeight, header } = measures;
  const styles = useStyles2(getStyles);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={styles.row}
      style={{ top: header + row * cellHeight, height: cellHeight }}
    >
      <div role="rowheader" className={styles.rowName} style={{ width: label }} title={table.rows[row]}>
        {table.rows[row]}
      </div>
      {Array.from({ length: endColumn - firstColumn }, (_, i) => {
        const column = firstColumn + i;
        const cell = table.cells[row][column];
        const sentence = crossSentence(row, column, table);
        return (
          <div
            key={column}
            role="gridcell"
            aria-colindex={column + 2}
            aria-label={sentence}
            aria-selected={chosenColumn === column}
            title={sentence}
            tabIndex={tabColumn === column ? 0 : -1}
            className={styles.cell}
            style={{ left: label + column * cellWidth + 1, width: cellWidth - 2, ...lookOfCell(cell, table, looks) }}
            onClick={(event) => actions.onSelect({ row, column }, event.currentTarget)}
            onFocus={() => actions.onFocus({ row, column })}
            onKeyDown={(event) => actions.onKeyDown(event, { row, column })}
          >
            <CellContent cell={cell} table={table} wide={cellWidth >= 54} />
          </div>
        );
      })}
      <Total total={table.rowTotals[row]} table={table} className={styles.rowTotal} style={{ width: total }} />
    </div>
  );
});

interface Looks {
  light: Record<Light | 'none', React.CSSProperties>;
  /** Shades from the smallest number to the largest. */
  shades: React.CSSProperties[];
}

const GREEN_YELLOW_RED = (['green', 'yellow', 'red'] as const).map((light, level) => ({ level, name: '', light }));
const SHADES = 24;

function looksOf(theme: GrafanaTheme2): Looks {
  const outline = { background: 'transparent', boxShadow: `inset 0 0 0 1px ${theme.colors.border.medium}` };
  const colors = levelColors(GREEN_YELLOW_RED, theme);
  const filled = (level: number) => ({ background: colors.get(level)!.fill, color: colors.get(level)!.text });
  return {
    light: {
      green: filled(0),
      yellow: filled(1),
      red: filled(2),
      grey: { ...outline, color: theme.colors.text.secondary },
      none: { ...outline, color: theme.colors.text.disabled },
    },
    shades: Array.from({ length: SHADES }, (_, i) => numberLook(i / (SHADES - 1), theme)),
  };
}

/** One hue, stronger with the number: a count has no light of its own. */
function numberLook(share: number, theme: GrafanaTheme2): React.CSSProperties {
  const blue = theme.visualization.getColorByName('blue');
  const background = mix(blue, theme.colors.background.primary, 0.08 + share * 0.52);
  const text = theme.colors.text.maxContrast;
  const readable = colorManipulator.getContrastRatio(text, background) >= LEAST_CONTRAST;
  return { background, color: readable ? text : theme.colors.background.primary };
}

function lookOfCell(cell: CrossCell | undefined, table: CrossTable, looks: Looks): React.CSSProperties {
  if (!cell) {
    return looks.light.none;
  }
  if (cell.light || cell.value === null) {
    return looks.light[cell.light ?? 'grey'];
  }
  const [low, high] = table.range;
  const share = high > low ? (cell.value - low) / (high - low) : 1;
  return looks.shades[Math.round(share * (SHADES - 1))];
}

function CellContent({ cell, table, wide }: { cell: CrossCell | undefined; table: CrossTable; wide: boolean }) {
  if (!cell) {
    return null;
  }
  if (!cell.light) {
    return <>{cell.value === null ? '—' : table.format(cell.value)}</>;
  }
  const mark = table.measure === 'status' ? lookOf(cell.worst).mark : LIGHT_MARK[cell.light];
  return (
    <>
      <svg width={13} height={13} viewBox="0 0 16 16" aria-hidden>
        <MarkShape mark={mark} color="currentColor" />
      </svg>
      {wide && cell.count > 1 && <span>{cell.count}</span>}
    </>
  );
}

interface TotalProps {
  total: CrossTotal;
  table: CrossTable;
  className: string;
  style: React.CSSProperties;
}

/** Of statuses the red cells, of numbers the sum. */
function Total({ total, table, className, style }: TotalProps) {
  const lights = table.measure === 'status' || table.measure === 'light';
  const sentence = lights
    ? t('cross.red', '{{count}} red', { count: total.red })
    : total.value === null
      ? '—'
      : table.format(total.value);
  return (
    <div role="gridcell" aria-label={sentence} title={sentence} className={className} style={style}>
      {lights ? (
        <>
          <svg width={10} height={10} viewBox="0 0 16 16" aria-hidden opacity={total.red > 0 ? 1 : 0.35}>
            <MarkShape mark="square" color="currentColor" />
          </svg>
          {total.red}
        </>
      ) : (
        sentence
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const background = theme.colors.background.primary;
  const quiet = { color: theme.colors.text.secondary, background };
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  const atEnd = {
    position: 'sticky',
    right: 0,
    zIndex: 1,
    flex: 'none',
    marginLeft: 'auto',
    textAlign: 'right',
  } as const;
  const centred = { display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 4 } as const;
  return {
    scroller: css({ overflow: 'auto', fontSize: FONT, fontVariantNumeric: 'tabular-nums' }),
    content: css({ position: 'relative' }),
    header: css({ position: 'sticky', top: 0, zIndex: 3, width: '100%', display: 'flex', background }),
    corner: css({
      ...quiet,
      ...cut,
      position: 'sticky',
      left: 0,
      zIndex: 1,
      flex: 'none',
      padding: '0 8px 5px',
      alignContent: 'end',
    }),
    columnName: css({
      ...cut,
      position: 'absolute',
      top: 0,
      color: theme.colors.text.secondary,
      textAlign: 'center',
      padding: '5px 3px',
    }),
    upright: css({
      position: 'absolute',
      top: 0,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      color: theme.colors.text.secondary,
      '& > span': {
        ...cut,
        writingMode: 'vertical-rl',
        maxHeight: '100%',
        padding: '4px 0',
      },
    }),
    sideways: css({ transform: 'rotate(180deg)' }),
    totalName: css({ ...quiet, ...atEnd, padding: '0 6px 5px 0', alignContent: 'end' }),
    row: css({ position: 'absolute', left: 0, width: '100%', display: 'flex' }),
    rowName: css({
      ...quiet,
      ...cut,
      position: 'sticky',
      left: 0,
      zIndex: 1,
      flex: 'none',
      display: 'block',
      padding: '0 8px',
      alignSelf: 'stretch',
      lineHeight: 'normal',
      alignContent: 'center',
    }),
    cell: css({
      ...centred,
      position: 'absolute',
      top: 1,
      bottom: 1,
      borderRadius: 2,
      cursor: 'pointer',
      fontWeight: theme.typography.fontWeightMedium,
      '&:hover': { filter: 'brightness(1.12)' },
      '&[aria-selected="true"]': { outline: `2px solid ${theme.colors.text.maxContrast}`, outlineOffset: -1 },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: 0, zIndex: 1 },
    }),
    rowTotal: css({
      ...quiet,
      ...atEnd,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: 4,
      paddingRight: 6,
    }),
    foot: css({
      position: 'sticky',
      bottom: 0,
      zIndex: 2,
      width: '100%',
      display: 'flex',
      background,
      borderTop: `1px solid ${theme.colors.border.weak}`,
    }),
    columnTotal: css({ ...centred, position: 'absolute', top: 0, bottom: 0, color: theme.colors.text.secondary }),
  };
};
