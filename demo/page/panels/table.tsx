/** Rows and columns, with @grafana/ui's table. */
import React from 'react';
import { cacheFieldDisplayNames, getFrameDisplayName, PanelPlugin, type PanelProps } from '@grafana/data';
import { TableCellHeight, TableCellDisplayMode, type TableSortByFieldState } from '@grafana/schema';
import { TableNG } from '@grafana/ui/unstable';
import { customOptions } from './customOptions';
import { NothingToShow } from './NothingToShow';
import { panelOptions } from './panelOptions';

interface Options {
  frameIndex: number;
  showHeader: boolean;
  cellHeight: TableCellHeight;
  enablePagination: boolean;
  sortBy: TableSortByFieldState[];
}

function Table({ data, options, fieldConfig, width, height, timeRange, title, transparent }: PanelProps<Options>) {
  cacheFieldDisplayNames(data.series);
  const frame = data.series[options.frameIndex] ?? data.series[0];
  if (!frame || frame.fields.length === 0) {
    return <NothingToShow />;
  }
  return (
    <TableNG
      ariaLabel={title || getFrameDisplayName(frame)}
      data={frame}
      width={width}
      height={height}
      noHeader={!options.showHeader}
      resizable
      initialSortBy={options.sortBy}
      enablePagination={options.enablePagination}
      cellHeight={options.cellHeight}
      timeRange={timeRange}
      fieldConfig={fieldConfig}
      structureRev={data.structureRev}
      transparent={transparent}
    />
  );
}

export const table = new PanelPlugin<Options>(Table)
  .useFieldConfig({
    useCustomConfig: customOptions({
      align: 'auto',
      cellOptions: { type: TableCellDisplayMode.Auto },
      filterable: undefined,
      hidden: undefined,
      'hideFrom.viz': false,
      inspect: false,
      minWidth: undefined,
      width: undefined,
      wrapText: undefined,
      wrapHeaderText: undefined,
    }),
  })
  .setPanelOptions(
    panelOptions<Options>({
      frameIndex: 0,
      showHeader: true,
      cellHeight: TableCellHeight.Sm,
      enablePagination: false,
      sortBy: [],
    })
  );
