import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ON_SCREEN_ONLY, useOnPaper } from '../../dashboard/Paper';
import type { CrossTable } from '../data/crossTable';
import { textWidth } from '../data/layout';
import { crossSentence, crossTotalSentence } from '../sentences';
import { looksOf } from './crossLooks';
import {
  bodyOf,
  type CrossMeasures,
  type CrossPlace,
  measuresOf,
  placeAt,
  seenBoxOf,
  type Window,
} from './crossMeasures';
import { CrossTooltip } from './CrossTooltip';
import { drawCross, type Drawing, drawMarked, type Marked } from './drawCross';

interface CrossGridProps {
  table: CrossTable;
  width: number;
  height: number;
  totals: boolean;
  timeZone: string;
  selected: CrossPlace | null;
  /** Column and row of the shared crosshair; −1: none. */
  crosshair: { column: number; row: number };
  onSelect: (place: CrossPlace, from: HTMLElement) => void;
  onHover: (place: CrossPlace | null) => void;
}

/** Device pixels in a CSS pixel: on paper more than on the screen. */
const ratioOf = (onPaper: boolean) => (onPaper ? 3 : window.devicePixelRatio);

interface Hover {
  place: CrossPlace;
  /** What of the place is in sight. */
  box: { left: number; top: number; width: number; height: number };
  x: number;
  y: number;
}

/**
 * Rows against columns, drawn on canvas; names and totals stay in sight. The grid as a whole takes the focus, and the
 * one cell that the keyboard is at stands in the document, for screen readers.
 */
export function CrossGrid(props: CrossGridProps) {
  const { table, width, height, totals, timeZone, selected, crosshair, onSelect, onHover } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const id = useId();
  const widthOf = useTextWidth(theme.typography.fontFamily);
  const measures = useMemo(
    () => measuresOf(table, width, height, totals, widthOf),
    [table, width, height, totals, widthOf]
  );
  const totalWord = t('cross.total', 'Total');
  const drawing = useMemo<Drawing>(
    () => ({ table, measures, look: looksOf(table, theme, timeZone), theme, totalWord }),
    [table, measures, theme, timeZone, totalWord]
  );
  const scroller = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [active, setActive] = useState<CrossPlace>({ row: 0, column: 0 });
  const [focused, setFocused] = useState(false);
  const ends = {
    row: table.rows.length - (measures.foot > 0 ? 0 : 1),
    column: table.columns.length - (measures.total > 0 ? 0 : 1),
  };
  const at = { row: Math.min(active.row, ends.row), column: Math.min(active.column, ends.column) };
  const marked = { focus: focused ? at : null, selected, crosshair };

  // Scrolling draws at once, without a render: the latest drawing is found here.
  const onPaper = useOnPaper();
  const latest = useRef({ drawing, marked, onPaper });
  useLayoutEffect(() => {
    latest.current = { drawing, marked, onPaper };
  });
  const draw = useRef(() => {
    const seen = windowOf(scroller.current);
    if (seen) {
      const ratio = ratioOf(latest.current.onPaper);
      withContext(picture.current, seen, ratio, (context) => drawCross(context, latest.current.drawing, seen, ratio));
      drawOverlay(overlay.current, latest.current, seen, ratio);
    }
  });
  useLayoutEffect(() => draw.current(), [drawing, onPaper]);
  useLayoutEffect(() => {
    const seen = windowOf(scroller.current);
    if (seen) {
      drawOverlay(overlay.current, latest.current, seen, ratioOf(onPaper));
    }
  });

  const pointedAt = (event: React.MouseEvent<HTMLElement>): CrossPlace | null => {
    const seen = windowOf(scroller.current);
    const box = scroller.current?.getBoundingClientRect();
    return seen && box ? placeAt(event.clientX - box.left, event.clientY - box.top, table, measures, seen) : null;
  };
  const point = (next: Hover | null) => {
    if (next?.place.row !== hover?.place.row || next?.place.column !== hover?.place.column) {
      onHover(next?.place ?? null);
    }
    setHover(next);
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const target = keyTarget(event.key, at, ends, pageOf(measures, windowOf(scroller.current)));
    if (target) {
      event.preventDefault();
      setActive(target);
      scrollTo(scroller.current, target, table, measures);
    } else if ((event.key === 'Enter' || event.key === ' ') && scroller.current) {
      event.preventDefault();
      onSelect(at, scroller.current);
    } else if (event.key === 'Escape') {
      point(null);
    }
  };

  const cellId = `${id}-${at.row}-${at.column}`;
  return (
    <>
      <div
        ref={scroller}
        className={styles.scroller}
        style={{ width, height }}
        data-scroller
        role="grid"
        tabIndex={0}
        aria-label={`${table.rowTitle} × ${table.columnTitle}`}
        aria-rowcount={ends.row + 2}
        aria-colcount={ends.column + 2}
        aria-activedescendant={cellId}
        onScroll={() => {
          draw.current();
          if (hover) {
            point(null);
          }
        }}
        onPointerMove={(event) => {
          const place = pointedAt(event);
          const seen = windowOf(scroller.current);
          const box = place && seen && seenBoxOf(place, table, measures, seen);
          point(box ? { place, box, x: event.clientX, y: event.clientY } : null);
        }}
        onPointerLeave={() => point(null)}
        onClick={(event) => {
          const place = pointedAt(event);
          if (place && scroller.current) {
            setActive(place);
            setHover(null);
            onSelect(place, scroller.current);
          }
        }}
        onFocus={() => setFocused(scroller.current?.matches(':focus-visible') ?? false)}
        onBlur={() => setFocused(false)}
        onKeyDown={(event) => {
          setFocused(true);
          onKeyDown(event);
        }}
      >
        <div className={styles.content} style={measures.content}>
          <div className={styles.sticky} aria-hidden>
            <canvas ref={picture} className={styles.canvas} style={{ cursor: hover ? 'pointer' : undefined }} />
            <canvas ref={overlay} className={styles.overlay} />
            {hover && <div className={styles.hover} style={hover.box} />}
          </div>
          <ReadAloud id={cellId} place={at} table={table} selected={samePlace(selected, at)} />
        </div>
      </div>
      {hover && <CrossTooltip place={hover.place} x={hover.x} y={hover.y} table={table} look={drawing.look} />}
    </>
  );
}

type TextWidth = (text: string, font: number) => number;

/** Widths as a canvas draws text; where there is none, as in tests, estimated. */
function textWidthIn(fontFamily: string): TextWidth {
  const context = document.createElement('canvas').getContext('2d');
  return (text, font) => {
    if (!context) {
      return textWidth(text, font);
    }
    context.font = `${font}px ${fontFamily}`;
    return context.measureText(text).width;
  };
}

/** Measures anew whenever fonts have come: the same text is then wider or narrower. */
function useTextWidth(fontFamily: string): TextWidth {
  const [width, setWidth] = useState(() => textWidthIn(fontFamily));
  useEffect(() => {
    const measureAnew = () => setWidth(() => textWidthIn(fontFamily));
    document.fonts?.addEventListener('loadingdone', measureAnew);
    return () => document.fonts?.removeEventListener('loadingdone', measureAnew);
  }, [fontFamily]);
  return width;
}

const samePlace = (a: CrossPlace | null, b: CrossPlace) => a?.row === b.row && a.column === b.column;

/** The keyboard's cell with the names of its row and column, as a screen reader finds them in a table. */
function ReadAloud({
  id,
  place,
  table,
  selected,
}: {
  id: string;
  place: CrossPlace;
  table: CrossTable;
  selected: boolean;
}) {
  const styles = useStyles2(getStyles);
  const total = t('cross.total', 'Total');
  const isTotal = place.row === table.rows.length || place.column === table.columns.length;
  return (
    <div role="rowgroup" className={styles.aloud}>
      <div role="row" aria-rowindex={1}>
        <div role="columnheader">{table.rowTitle}</div>
        <div role="columnheader" aria-colindex={place.column + 2}>
          {table.columns[place.column] ?? total}
        </div>
      </div>
      <div role="row" aria-rowindex={place.row + 2}>
        <div role="rowheader">{table.rows[place.row] ?? total}</div>
        <div id={id} role="gridcell" aria-colindex={place.column + 2} aria-selected={selected}>
          {isTotal ? crossTotalSentence(place.row, place.column, table) : crossSentence(place.row, place.column, table)}
        </div>
      </div>
    </div>
  );
}

/** The window on the grid, without the scrollbars; null before it is there. */
const windowOf = (view: HTMLElement | null): Window | null =>
  view && { left: view.scrollLeft, top: view.scrollTop, width: view.clientWidth, height: view.clientHeight };

function withContext(
  canvas: HTMLCanvasElement | null,
  { width, height }: Window,
  ratio: number,
  act: (context: CanvasRenderingContext2D) => void
) {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) {
    return;
  }
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  // Setting the size of a canvas empties it and costs a new picture.
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  act(context);
}

/** What is marked; where nothing is, the overlay is not there and costs nothing. */
function drawOverlay(
  canvas: HTMLCanvasElement | null,
  { drawing, marked }: { drawing: Drawing; marked: Marked },
  seen: Window,
  ratio: number
) {
  const { focus, selected, crosshair } = marked;
  const isMarked = focus || selected || crosshair.column >= 0 || crosshair.row >= 0;
  if (canvas) {
    canvas.style.display = isMarked ? '' : 'none';
  }
  if (isMarked) {
    withContext(canvas, seen, ratio, (context) => drawMarked(context, drawing, seen, marked));
  }
}

const pageOf = (measures: CrossMeasures, seen: Window | null) =>
  seen ? Math.max(1, Math.floor((bodyOf(measures, seen).bottom - measures.header) / measures.cellHeight) - 1) : 1;

function keyTarget(key: string, { row, column }: CrossPlace, ends: CrossPlace, page: number): CrossPlace | null {
  const steps: Record<string, [number, number]> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [row - page, column],
    PageDown: [row + page, column],
    Home: [row, 0],
    End: [row, ends.column],
  };
  const step = steps[key];
  return step
    ? { row: Math.min(Math.max(step[0], 0), ends.row), column: Math.min(Math.max(step[1], 0), ends.column) }
    : null;
}

/** Scrolls no further than needed to show a cell; totals are always in sight. */
function scrollTo(view: HTMLElement | null, place: CrossPlace, table: CrossTable, measures: CrossMeasures) {
  const seen = windowOf(view);
  if (!view || !seen) {
    return;
  }
  const body = bodyOf(measures, seen);
  const into = (start: number, size: number, offset: number, room: number) =>
    start < offset ? start : start + size > offset + room ? start + size - room : offset;
  const { cellWidth, cellHeight } = measures;
  if (place.row < table.rows.length) {
    view.scrollTop = into(place.row * cellHeight, cellHeight, seen.top, body.bottom - body.top);
  }
  if (place.column < table.columns.length) {
    view.scrollLeft = into(place.column * cellWidth, cellWidth, seen.left, body.right - body.left);
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroller: css({
    overflow: 'auto',
    overscrollBehavior: 'contain',
    '&:focus-visible': { outline: 'none' },
  }),
  content: css({ position: 'relative' }),
  sticky: css({ position: 'sticky', top: 0, left: 0, width: 0, height: 0 }),
  // The page spaces its letters, and canvases with them: texts would be wider than they were measured.
  canvas: css({ position: 'absolute', top: 0, left: 0, letterSpacing: 'normal' }),
  overlay: css({ position: 'absolute', top: 0, left: 0, pointerEvents: 'none' }),
  hover: css({
    position: 'absolute',
    border: `1.5px solid ${theme.colors.border.strong}`,
    pointerEvents: 'none',
    ...ON_SCREEN_ONLY,
  }),
  aloud: css({
    position: 'absolute',
    top: 0,
    left: 0,
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
    color: theme.colors.text.primary,
    background: theme.colors.background.primary,
  }),
});
