import { css } from '@emotion/css';
import { dateTimeFormat, LoadingState, type PanelProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useCallback, useMemo, useRef, useState } from 'react';
import { type CrossTable, readCrossTable } from '../data/crossTable';
import { linksOf, readRows, type Risk } from '../data/risks';
import type { HeatmapOptions } from '../options';
import { crossMissingSentence, crossSentence, itemCount, noDataSentence, noRowsSentence } from '../sentences';
import { CrossGrid } from './CrossGrid';
import { ListFrame, listForm, listSize } from './ListFrame';
import { RiskList } from './RiskList';
import { Sentence } from './Sentence';

/** Any two fields against each other, and what stands behind a cell. */
export function CrossView({ data, width, height, timeZone, options }: PanelProps<HeatmapOptions>) {
  const styles = useStyles2(getStyles);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const [selected, setSelected] = useState<{ row: number; column: number } | null>(null);
  const table = useMemo(
    () => readCrossTable(data.series, options.cross, timeZone),
    [data.series, options.cross, timeZone]
  );
  const close = useCallback(() => {
    setSelected(null);
    trigger.current?.focus();
  }, []);
  if (table.kind === 'empty') {
    const loading = data.state === LoadingState.Loading || data.state === LoadingState.NotStarted;
    return (
      <Sentence width={width} height={height} text={loading ? t('loading', 'Loading risks …') : noDataSentence()} />
    );
  }
  if (table.kind === 'cross_missing') {
    return <Sentence width={width} height={height} text={crossMissingSentence(table.missing, table.found)} />;
  }
  if (table.rows.length === 0) {
    return <Sentence width={width} height={height} text={noRowsSentence()} />;
  }
  const form = listForm(width, height);
  const list = listSize(form, width, height);
  const shown = selected !== null && table.cells[selected.row] !== undefined && selected.column < table.columns.length;
  const room = {
    width: width - (shown && form === 'side' ? list.width + 8 : 0),
    height: height - (shown && form === 'bottom' ? list.height + 8 : 0),
  };
  const rangeEnd = dateTimeFormat(data.timeRange.to, { timeZone, format: 'YYYY-MM-DD' });
  const items = shown ? itemsOf(table, selected, data.series, options, rangeEnd, timeZone) : [];
  return (
    <div ref={root} className={form === 'bottom' ? styles.column : styles.row} style={{ width, height }}>
      <CrossGrid
        table={table}
        width={room.width}
        height={room.height}
        selected={shown ? selected : null}
        onSelect={(place, from) => {
          trigger.current = from;
          const again = selected?.row === place.row && selected.column === place.column;
          setSelected(again ? null : place);
        }}
      />
      {shown && (
        <ListFrame form={form} width={list.width} height={list.height} anchor={root} onClose={close}>
          <RiskList
            title={crossSentence(selected.row, selected.column, table)}
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

function itemsOf(
  table: CrossTable,
  { row, column }: { row: number; column: number },
  frames: PanelProps['data']['series'],
  options: HeatmapOptions,
  rangeEnd: string,
  timeZone: string
): Risk[] {
  const places = table.cells[row][column]?.items ?? [];
  const read = new Map<number, Risk[]>();
  return places.map((place) => {
    const frame = frames[place.frame];
    const asOf: string = frame.meta?.custom?.asOf ?? rangeEnd;
    const items = read.get(place.frame) ?? readRows(frame, {}, options.fields, asOf, timeZone, place.frame);
    read.set(place.frame, items);
    return items[place.row];
  });
}

const getStyles = () => ({
  row: css({ display: 'flex', gap: 8, overflow: 'hidden' }),
  column: css({ display: 'flex', flexDirection: 'column', gap: 8, overflow: 'hidden' }),
});
