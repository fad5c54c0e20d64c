/** A few large numbers. */
import React from 'react';
import {
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  PanelPlugin,
  type PanelProps,
  VizOrientation,
} from '@grafana/data';
import {
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  useTheme2,
  VizRepeater,
} from '@grafana/ui';
import { LinkedValue } from './LinkedValue';
import { NothingToShow } from './NothingToShow';
import { panelOptions } from './panelOptions';
import { DRAWN_BY_GRAFANA_UI, REDUCED, type ReducedOptions } from './reduced';

interface Options extends ReducedOptions {
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  justifyMode: BigValueJustifyMode;
  textMode: BigValueTextMode;
  wideLayout: boolean;
}

function Stat({
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
  const values = () =>
    getFieldDisplayValues({
      data: data.series,
      fieldConfig,
      reduceOptions: options.reduceOptions,
      replaceVariables,
      theme,
      timeZone,
      sparkline: options.graphMode !== BigValueGraphMode.None,
    });
  if (data.series.length === 0) {
    return <NothingToShow />;
  }
  return (
    <div {...DRAWN_BY_GRAFANA_UI}>
      <VizRepeater<FieldDisplay, ReturnType<typeof getDisplayValueAlignmentFactors>>
        getValues={values}
        getAlignmentFactors={getDisplayValueAlignmentFactors}
        renderValue={({ value, alignmentFactors, count, width, height }) => (
          <LinkedValue value={value}>
            <BigValue
              value={value.display}
              count={count}
              sparkline={value.sparkline}
              colorMode={options.colorMode}
              graphMode={options.graphMode}
              justifyMode={options.justifyMode}
              textMode={options.textMode}
              disableWideLayout={!options.wideLayout}
              alignmentFactors={alignmentFactors}
              text={options.text}
              width={width}
              height={height}
              theme={theme}
              hasLinks={value.hasLinks}
            />
          </LinkedValue>
        )}
        width={width}
        height={height}
        source={data}
        itemSpacing={3}
        renderCounter={renderCounter}
        autoGrid
        orientation={options.orientation ?? VizOrientation.Auto}
      />
    </div>
  );
}

export const stat = new PanelPlugin<Options>(Stat).useFieldConfig().setPanelOptions(
  panelOptions<Options>({
    ...REDUCED,
    colorMode: BigValueColorMode.Value,
    graphMode: BigValueGraphMode.Area,
    justifyMode: BigValueJustifyMode.Auto,
    textMode: BigValueTextMode.Auto,
    wideLayout: true,
  })
);
