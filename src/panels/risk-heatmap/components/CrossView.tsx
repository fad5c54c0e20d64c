import { css } from '@emotion/css';
import { dateTimeFormat, type PanelProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useCallback, useMemo, useRef, useState } from 'react';
import { type CrossTable, type Item, readCrossTable } from '../data/crossTable';
import { linksOf, readRows, type Risk } from '../data/risks';
import type { HeatmapOptions } from '../options';
import {
  crossMissingSentence,
  crossSentence,
  crossTotalSentence,
  itemCount,
  noDataSentence,
  noRowsSentence,
} from '../sentences';
import { CROSS_LEGEND_HEIGHT, CrossLegend } from './CrossLegend';
import { CrossGrid } from './CrossGrid';
import { looksOf } from './crossLooks';
import type { CrossPlace } from './crossMeasures';
import { ListFrame, listForm, listSize } from './ListFrame';
import { RiskList } from './RiskList';
import { Sentence } from './Sentence';

type CrossViewProps = Pick<PanelProps<HeatmapOptions>, 'data' | 'width' | 'height' | 'timeZone' | 'options'>;

/** Any two labels against each other, and what stands behind a cell. */
export function CrossView({ data, width, height, timeZone, options }: CrossViewProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const [selected, setSelected] = useState<CrossPlace | null>(null);
  const table = useMemo(
    () => readCrossTable(data.series, options.cross, timeZone),
    [data.series, options.cross, timeZone]
  );
  const look = useMemo(
    () => (table.kind === 'cross' ? looksOf(table, theme, timeZone) : null),
    [table, theme, timeZone]
  );
  const close = useCallback(() => {
    setSelected(null);
    trigger.current?.focus();
  }, []);
  if (table.kind === 'empty') {
    return <Sentence width={width} height={height} text={noDataSentence()} />;
  }
  if (table.kind === 'cross_missing') {
    return <Sentence width={width} height={height} text={crossMissingSentence(table.missing, table.found)} />;
  }
  if (table.rows.length === 0 || !look) {
    return <Sentence width={width} height={height} text={noRowsSentence()} />;
  }
  const form = listForm(width, height);
  const list = listSize(form, width, height);
  const shown =
    selected && selected.row <= table.rows.length && selected.column <= table.columns.length ? selected : null;
  const room = {
    width: width - (shown && form === 'side' ? list.width + 8 : 0),
    height: height - (shown && form === 'bottom' ? list.height + 8 : 0),
  };
  const rangeEnd = dateTimeFormat(data.timeRange.to, { timeZone, format: 'YYYY-MM-DD' });
  const stated = data.series.map(({ meta }) => meta?.custom?.asOf).find((day) => typeof day === 'string');
  const legend = room.height >= 170 && room.width >= 160 ? CROSS_LEGEND_HEIGHT : 0;
  const items = shown ? itemsOf(table, shown, data.series, options, rangeEnd, timeZone) : [];
  return (
    <div ref={root} className={form === 'bottom' ? styles.column : styles.row} style={{ width, height }}>
      <div style={{ width: room.width, height: room.height }}>
        <CrossGrid
          table={table}
          width={room.width}
          height={room.height - legend}
          totals={options.totals}
          timeZone={timeZone}
          selected={shown}
          crosshair={NO_CROSSHAIR}
          onHover={() => {}}
          onSelect={(place, from) => {
            trigger.current = from;
            const again = selected?.row === place.row && selected.column === place.column;
            setSelected(again ? null : place);
          }}
        />
        {legend > 0 && (
          <CrossLegend table={table} width={room.width} look={look} timeZone={timeZone} asOf={stated ?? rangeEnd} />
        )}
      </div>
      {shown && (
        <ListFrame form={form} width={list.width} height={list.height} anchor={root} onClose={close}>
          <RiskList
            title={
              isTotal(shown, table)
                ? crossTotalSentence(shown.row, shown.column, table)
                : crossSentence(shown.row, shown.column, table)
            }
            count={itemCount(items.length)}
            note={items.length === 0 ? t('cross.no_items', 'No row of the data belongs to this cell.') : ''}
            risks={items}
            bases={[]}
            linksOf={(item) => linksOf(item, options.fields)}
            pointed={null}
            onPoint={() => {}}
            onClose={close}
          />
        </ListFrame>
      )}
    </div>
  );
}

const NO_CROSSHAIR = { column: -1, row: -1 };

const isTotal = ({ row, column }: CrossPlace, table: CrossTable) =>
  row === table.rows.length || column === table.columns.length;

/** Where the rows behind a cell or a total stand, as the data bring them. */
function placesOf(table: CrossTable, { row, column }: CrossPlace): Item[] {
  const rows = row < table.rows.length ? [table.cells[row]] : table.cells;
  return rows
    .flatMap((cells) => (column < table.columns.length ? [cells[column]] : cells))
    .flatMap((cell) => cell?.items ?? [])
    .sort((a, b) => a.frame - b.frame || a.row - b.row);
}

function itemsOf(
  table: CrossTable,
  place: CrossPlace,
  frames: PanelProps['data']['series'],
  options: HeatmapOptions,
  rangeEnd: string,
  timeZone: string
): Risk[] {
  const read = new Map<number, Risk[]>();
  return placesOf(table, place).map((item) => {
    const frame = frames[item.frame];
    const asOf: string = frame.meta?.custom?.asOf ?? rangeEnd;
    const items = read.get(item.frame) ?? readRows(frame, {}, options.fields, asOf, timeZone, item.frame);
    read.set(item.frame, items);
    return items[item.row];
  });
}

const getStyles = () => ({
  row: css({ display: 'flex', gap: 8, overflow: 'hidden' }),
  column: css({ display: 'flex', flexDirection: 'column', gap: 8, overflow: 'hidden' }),
});
