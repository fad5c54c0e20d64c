/** Values as bars on one shared scale. */
import React from 'react';
import {
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  PanelPlugin,
  type PanelProps,
  VizOrientation,
} from '@grafana/data';
import { BarGaugeDisplayMode, BarGaugeNamePlacement, BarGaugeValueMode } from '@grafana/schema';
import { BarGauge, useTheme2, VizRepeater } from '@grafana/ui';
import { LinkedValue } from './LinkedValue';
import { NothingToShow } from './NothingToShow';
import { panelOptions } from './panelOptions';
import { DRAWN_BY_GRAFANA_UI, REDUCED, type ReducedOptions } from './reduced';

interface Options extends ReducedOptions {
  displayMode: BarGaugeDisplayMode;
  valueMode: BarGaugeValueMode;
  namePlacement: BarGaugeNamePlacement;
  showUnfilled: boolean;
  minVizWidth: number;
  minVizHeight: number;
  maxVizHeight: number;
}

function Bars({
  data,
  options,
  fieldConfig,
  width,
  height,
  replaceVariables,
  timeZone,
  renderCounter,
}: PanelProps<Options>) {
  const theme = useTheme2();
  const { reduceOptions, displayMode, valueMode, namePlacement, showUnfilled, text } = options;
  if (data.series.length === 0) {
    return <NothingToShow />;
  }
  const values = () =>
    getFieldDisplayValues({ data: data.series, fieldConfig, reduceOptions, replaceVariables, theme, timeZone });
  const orientation =
    options.orientation !== VizOrientation.Auto
      ? options.orientation
      : width > height
        ? VizOrientation.Vertical
        : VizOrientation.Horizontal;
  return (
    <div {...DRAWN_BY_GRAFANA_UI}>
      <VizRepeater<FieldDisplay, ReturnType<typeof getDisplayValueAlignmentFactors>>
        getValues={values}
        getAlignmentFactors={getDisplayValueAlignmentFactors}
        renderValue={({ value, alignmentFactors, width, height }) => (
          <LinkedValue value={value}>
            <BarGauge
              value={value.display}
              field={value.field}
              display={value.view?.getFieldDisplayProcessor(value.colIndex ?? 0)}
              alignmentFactors={alignmentFactors}
              orientation={orientation}
              displayMode={displayMode}
              valueDisplayMode={valueMode}
              namePlacement={namePlacement}
              showUnfilled={showUnfilled}
              text={text}
              width={width}
              height={height}
              itemSpacing={8}
              isOverflow={false}
              theme={theme}
            />
          </LinkedValue>
        )}
        width={width}
        height={height}
        source={data}
        renderCounter={renderCounter}
        orientation={orientation}
        itemSpacing={8}
        minVizWidth={options.minVizWidth}
        minVizHeight={options.minVizHeight}
        maxVizHeight={options.maxVizHeight}
      />
    </div>
  );
}

export const bargauge = new PanelPlugin<Options>(Bars).useFieldConfig().setPanelOptions(
  panelOptions<Options>({
    ...REDUCED,
    displayMode: BarGaugeDisplayMode.Gradient,
    valueMode: BarGaugeValueMode.Color,
    namePlacement: BarGaugeNamePlacement.Auto,
    showUnfilled: true,
    minVizWidth: 8,
    minVizHeight: 16,
    maxVizHeight: 300,
  })
);
