import { css } from '@emotion/css';
import {
  type DataFrame,
  dateTimeFormat,
  formattedValueToString,
  getFieldDisplayName,
  type PanelProps,
} from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useCallback, useMemo, useRef, useState } from 'react';
import { setVariables } from '../../dashboard/filterVariable';
import { tellHoveredTime, useHoveredTime } from '../../dashboard/sharedTime';
import { findCrossFields } from '../data/crossFields';
import { type CrossCell, type CrossTable, type Item, readCrossTable } from '../data/crossTable';
import { findField, linksOf, readRows, type Risk } from '../data/risks';
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
import { useActions } from './useActions';

type CrossViewProps = Pick<
  PanelProps<HeatmapOptions>,
  'data' | 'width' | 'height' | 'timeZone' | 'options' | 'eventBus' | 'replaceVariables'
>;

/** Any two labels against each other, and what stands behind a cell. */
export function CrossView(props: CrossViewProps) {
  const { data, width, height, timeZone, options, eventBus, replaceVariables } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLElement | null>(null);
  // By name: rows and columns may change their places with the next data.
  const [selected, setSelected] = useState<{ row: string | null; column: string | null } | null>(null);
  const { actionsOf, onAction, dialog } = useActions(replaceVariables);
  const table = useMemo(
    () => readCrossTable(data.series, options.cross, timeZone),
    [data.series, options.cross, timeZone]
  );
  const look = useMemo(
    () => (table.kind === 'cross' ? looksOf(table, theme, timeZone) : null),
    [table, theme, timeZone]
  );
  const timed = table.kind === 'cross' && (table.columnTimes ?? table.rowTimes) !== null;
  const hovered = useHoveredTime(timed ? eventBus : undefined);
  const { row: rowVariable, column: columnVariable } = options.filter;
  const close = useCallback(() => {
    setSelected(null);
    setVariables({ [rowVariable]: null, [columnVariable]: null });
    trigger.current?.focus();
  }, [rowVariable, columnVariable]);
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
  const shown = selected && placeNamed(selected, table);
  const month = hovered === null ? '' : dateTimeFormat(hovered, { timeZone, format: 'YYYY-MM' });
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
          crosshair={{
            column: table.columnTimes ? table.columns.indexOf(month) : -1,
            row: table.rowTimes ? table.rows.indexOf(month) : -1,
          }}
          onHover={(place) => timed && tellHoveredTime(eventBus, place && timeOf(place, table))}
          onSelect={(place, from) => {
            trigger.current = from;
            const again = shown?.row === place.row && shown.column === place.column;
            setVariables({
              [rowVariable]: again ? null : (table.rowKeys[place.row] ?? null),
              [columnVariable]: again ? null : (table.columnKeys[place.column] ?? null),
            });
            setSelected(
              again ? null : { row: table.rows[place.row] ?? null, column: table.columns[place.column] ?? null }
            );
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
            actionsOf={actionsOf}
            onAction={onAction}
            pointed={null}
            onPoint={() => {}}
            onClose={close}
          />
        </ListFrame>
      )}
      {dialog}
    </div>
  );
}

/** Where names stand, null being the total; null where one of them is not there any more. */
function placeNamed(named: { row: string | null; column: string | null }, table: CrossTable): CrossPlace | null {
  const place = {
    row: named.row === null ? table.rows.length : table.rows.indexOf(named.row),
    column: named.column === null ? table.columns.length : table.columns.indexOf(named.column),
  };
  return place.row < 0 || place.column < 0 ? null : place;
}

/** The moment that a cell stands for; null where it is in no month. */
const timeOf = ({ row, column }: CrossPlace, { rowTimes, columnTimes }: CrossTable): number | null =>
  columnTimes?.[column] ?? rowTimes?.[row] ?? null;

const isTotal = ({ row, column }: CrossPlace, table: CrossTable) =>
  row === table.rows.length || column === table.columns.length;

/** The rows behind a cell or a total as the data bring them, each with the cell that it is in. */
function rowsBehind(table: CrossTable, { row, column }: CrossPlace): Array<Item & { cell: CrossCell }> {
  const rows = row < table.rows.length ? [table.cells[row]] : table.cells;
  return rows
    .flatMap((cells) => (column < table.columns.length ? [cells[column]] : cells))
    .flatMap((cell) => cell?.items.map((item) => ({ ...item, cell })) ?? [])
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
  return rowsBehind(table, place).map(({ frame: at, row, cell }) => {
    const frame = frames[at];
    const asOf: string = frame.meta?.custom?.asOf ?? rangeEnd;
    const items = read.get(at) ?? readRows(frame, {}, options.fields, asOf, timeZone, at);
    read.set(at, items);
    const hasTitle = findField(frame, 'title', options.fields) ?? findField(frame, 'id', options.fields);
    return hasTitle ? items[row] : { ...items[row], title: titleOf(frame, row, cell, place, table, options) };
  });
}

/** What a row without a title of its own is told by: the names that the list does not say already, and its other values. */
function titleOf(
  frame: DataFrame,
  row: number,
  cell: CrossCell,
  place: CrossPlace,
  table: CrossTable,
  options: HeatmapOptions
): string {
  const fields = findCrossFields(frame, options.cross);
  const names = [
    place.row === table.rows.length ? table.rows[cell.row] : '',
    place.column === table.columns.length ? table.columns[cell.column] : '',
  ].filter(Boolean);
  const values = frame.fields
    .filter((field) => field !== fields.row && field !== fields.column && !/^(status|.*_id)$/.test(field.name))
    .filter((field) => field.values[row] !== null && field.values[row] !== undefined && field.values[row] !== '')
    .map((field) => {
      const value = field.display
        ? formattedValueToString(field.display(field.values[row]))
        : String(field.values[row]);
      return `${getFieldDisplayName(field, frame)} ${value}`;
    });
  return [names.join(' × '), ...values].filter(Boolean).join(t('sentence.comma', ', ')) || `${row + 1}`;
}

const getStyles = () => ({
  row: css({ display: 'flex', gap: 8, overflow: 'hidden' }),
  column: css({ display: 'flex', flexDirection: 'column', gap: 8, overflow: 'hidden' }),
});
