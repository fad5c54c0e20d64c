/** Lines and bars over time, with @grafana/ui's (deprecated, but published) time series. */
import React, { useMemo } from 'react';
import { type DataFrame, FieldType, PanelPlugin, type PanelProps } from '@grafana/data';
import {
  LegendDisplayMode,
  type OptionsWithLegend,
  type OptionsWithTooltip,
  SortOrder,
  TooltipDisplayMode,
} from '@grafana/schema';
import { TimeSeries, TooltipPlugin } from '@grafana/ui';
import { customOptions } from './customOptions';
import { NothingToShow } from './NothingToShow';
import { panelOptions } from './panelOptions';

type Options = OptionsWithLegend & OptionsWithTooltip;

function Lines({ data, options, width, height, timeRange, timeZone }: PanelProps<Options>) {
  const frames = useMemo(() => data.series.map(onlyDrawable).filter((frame) => frame.fields.length > 1), [data.series]);
  if (frames.length === 0) {
    return <NothingToShow />;
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={options.legend}
      options={options}
    >
      {(config, alignedFrame) => (
        <TooltipPlugin
          data={alignedFrame}
          config={config}
          mode={options.tooltip.mode}
          sortOrder={options.tooltip.sort}
          timeZone={Array.isArray(timeZone) ? timeZone[0] : timeZone}
        />
      )}
    </TimeSeries>
  );
}

/** The time field and the numbers that the panel does not hide. */
function onlyDrawable(frame: DataFrame): DataFrame {
  const drawn = frame.fields.filter(
    ({ type, config }) => type === FieldType.time || (type === FieldType.number && !config.custom?.hideFrom?.viz)
  );
  const time = drawn.findIndex(({ type }) => type === FieldType.time);
  const numbers = drawn.filter(({ type }) => type === FieldType.number);
  return { ...frame, fields: time < 0 ? [] : [drawn[time], ...numbers] };
}

export const timeseries = new PanelPlugin<Options>(Lines)
  .useFieldConfig({
    useCustomConfig: customOptions({
      axisBorderShow: false,
      axisColorMode: 'text',
      axisLabel: '',
      axisPlacement: 'auto',
      axisSoftMax: undefined,
      axisSoftMin: undefined,
      axisWidth: undefined,
      barAlignment: 0,
      barWidthFactor: 0.6,
      drawStyle: 'line',
      fillBelowTo: undefined,
      fillOpacity: 0,
      gradientMode: 'none',
      hideFrom: { viz: false, legend: false, tooltip: false },
      lineInterpolation: 'linear',
      lineStyle: { fill: 'solid' },
      lineWidth: 1,
      pointSize: 5,
      scaleDistribution: { type: 'linear' },
      showPoints: 'auto',
      spanNulls: false,
      stacking: { mode: 'none', group: 'A' },
      thresholdsStyle: { mode: 'off' },
    }),
  })
  .setPanelOptions(
    panelOptions<Options>({
      legend: { displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: { mode: TooltipDisplayMode.Multi, sort: SortOrder.None },
    })
  );
