import React, { useMemo, useState } from 'react';
import { LoadingState, type PanelProps } from '@grafana/data';
import { ContextMenu, MenuItem, usePanelContext } from '@grafana/ui';
import { readingLanguage } from '../../status/measures';
import { ActionDialog } from '../dashboard/ActionDialog';
import { Paper, useSurface } from '../dashboard/Paper';
import type { RowAction } from '../dashboard/rowActions';
import { type Deed, useActs } from './components/acts';
import { BarRows } from './components/BarRows';
import { Hovered } from './components/Hovered';
import { keysOf, Legend, legendLines, legendParts, statusesOf } from './components/Legend';
import { Message } from './components/Message';
import { RadialGauges } from './components/RadialGauges';
import { Trajectories } from './components/Trajectories';
import { arrange } from './data/arrange';
import { toGauges } from './data/gauges';
import { type Point, pointsOf } from './data/trajectories';
import { DEFAULTS, type PhaseGaugeOptions } from './options';
import { speak } from './words/translate';
import {
  calmSentence,
  failedSentence,
  phasesSentence,
  problemSentence,
  undatedSentence,
  waitingSentence,
} from './words/states';

type Props = Pick<
  PanelProps<PhaseGaugeOptions>,
  'data' | 'options' | 'fieldConfig' | 'width' | 'height' | 'transparent' | 'replaceVariables' | 'eventBus'
>;

const LEGEND_LINE = 18;
const NO_POINTS = new Map<string, Point[]>();

export const PhaseGaugePanel = (props: Props) => (
  <Paper width={props.width} height={props.height}>
    <PhaseGauges {...props} />
  </Paper>
);

function PhaseGauges({
  data,
  options: given,
  fieldConfig,
  width,
  height,
  transparent,
  replaceVariables,
  eventBus,
}: Props) {
  const options = useMemo(() => ({ ...DEFAULTS, ...given }), [given]);
  const { columns, sort, group, onlyAttention, phases, form, showLegend, showWords } = options;
  const endOfRange = data.timeRange.to.valueOf();
  const language = readingLanguage();
  speak(language);
  const { gauges, asOf, problem } = useMemo(
    () => toGauges(data.series, columns, endOfRange, form === 'trajectory' ? ['value'] : undefined, fieldConfig),
    [data.series, columns, endOfRange, form, fieldConfig]
  );
  const points = useMemo(
    () => (form === 'trajectory' ? pointsOf(data.series, columns, gauges) : NO_POINTS),
    [data.series, columns, gauges, form]
  );
  const groups = useMemo(
    () => arrange(gauges, { sort, group, onlyAttention, phases }, language),
    [gauges, sort, group, onlyAttention, phases, language]
  );
  const shown = useMemo(() => groups.flatMap((each) => each.gauges), [groups]);
  const [choice, setChoice] = useState<{ deeds: Deed[]; x: number; y: number } | null>(null);
  const [action, setAction] = useState<RowAction | null>(null);
  const { filterVariable, filterBy } = options;
  const mayAct = usePanelContext().canExecuteActions?.() ?? false;
  const acts = useActs({
    filterVariable,
    filterBy,
    replaceVariables,
    mayAct,
    onAction: setAction,
    onChoice: setChoice,
  });
  const surface = useSurface(transparent);

  // eslint-disable-next-line @typescript-eslint/no-deprecated -- hosts other than Grafana may still set only `error`
  const failure = data.state === LoadingState.Error ? (data.errors?.[0] ?? data.error) : undefined;
  if (failure && gauges.length === 0) {
    return (
      <Message role="alert">
        {failedSentence(failure.message ?? failure.data?.message ?? failure.statusText ?? '?')}
      </Message>
    );
  }
  if (problem) {
    const waiting = data.state === LoadingState.Loading && problem.kind !== 'missing';
    return <Message role="status">{waiting ? waitingSentence() : problemSentence(problem)}</Message>;
  }
  if (shown.length === 0) {
    const hidden = arrange(gauges, { sort, group, onlyAttention: false, phases }, language);
    return <Message role="status">{hidden.length === 0 ? phasesSentence() : calmSentence(gauges.length)}</Message>;
  }

  const isDrawable = (gauge: (typeof shown)[number]) =>
    gauge.phases.some((p) => p.target !== null && p.due !== null) || (points.get(gauge.key)?.length ?? 0) > 0;
  if (form === 'trajectory' && !shown.some(isDrawable)) {
    return <Message role="status">{undatedSentence()}</Message>;
  }

  const statuses = statusesOf(shown);
  const keys = keysOf(shown, form, points);
  const lines = height >= 400 ? 3 : height >= 260 ? 2 : 1;
  // Each trajectory has its own as-of line.
  const hasAsOf = form !== 'trajectory';
  const parts = showLegend && height >= 170 ? legendParts(statuses, keys, width, lines, hasAsOf) : [];
  const isBare = height < 140 || (!hasAsOf && parts.length === 0);
  const legendHeight = isBare ? 0 : 4 + LEGEND_LINE * legendLines(statuses, keys, parts, width, hasAsOf);
  const shared = {
    groups,
    groupedByUnit: group === 'unit',
    width,
    height: height - legendHeight,
    showWords,
    surface,
    acts,
    bus: eventBus,
  };
  return (
    <Hovered gauges={shown} width={width} height={height}>
      {form === 'trajectory' ? (
        <Trajectories {...shared} points={points} asOf={asOf} />
      ) : form === 'bars' ? (
        <BarRows {...shared} />
      ) : (
        <RadialGauges {...shared} />
      )}
      {legendHeight > 0 && (
        <Legend statuses={statuses} parts={parts} keys={keys} asOf={hasAsOf ? asOf : ''} surface={surface} />
      )}
      {choice && (
        <ContextMenu
          x={choice.x}
          y={choice.y}
          onClose={() => setChoice(null)}
          renderMenuItems={() =>
            choice.deeds.map(({ label, href, target, onClick, isOn }) => (
              <MenuItem
                key={`${label} ${href}`}
                label={label}
                url={href}
                target={target}
                onClick={onClick}
                active={isOn}
              />
            ))
          }
        />
      )}
      {action && <ActionDialog chosen={action} replaceVariables={replaceVariables} onClose={() => setAction(null)} />}
    </Hovered>
  );
}
