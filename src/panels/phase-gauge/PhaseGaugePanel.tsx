import React, { useCallback, useMemo, useRef, useState } from 'react';
import { css } from '@emotion/css';
import { type LinkModel, LoadingState, type PanelProps } from '@grafana/data';
import { ContextMenu, MenuItem, useStyles2 } from '@grafana/ui';
import { readingLanguage } from '../../status/measures';
import { BarRows } from './components/BarRows';
import { GaugeTip, type TipTarget } from './components/GaugeTip';
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

type Props = Pick<PanelProps<PhaseGaugeOptions>, 'data' | 'options' | 'fieldConfig' | 'width' | 'height'>;

const LEGEND_LINE = 18;
const NO_POINTS = new Map<string, Point[]>();

export function PhaseGaugePanel({ data, options: given, fieldConfig, width, height }: Props) {
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
  const [choice, setChoice] = useState<{ links: LinkModel[]; x: number; y: number } | null>(null);
  const choose = useCallback((links: LinkModel[], x: number, y: number) => setChoice({ links, x, y }), []);

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
    onChoose: choose,
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
      {legendHeight > 0 && <Legend statuses={statuses} parts={parts} keys={keys} asOf={hasAsOf ? asOf : ''} />}
      {choice && (
        <ContextMenu
          x={choice.x}
          y={choice.y}
          onClose={() => setChoice(null)}
          renderMenuItems={() =>
            choice.links.map((link) => (
              <MenuItem
                key={`${link.title} ${link.href}`}
                label={link.title}
                url={link.href}
                target={link.target}
                onClick={link.onClick}
              />
            ))
          }
        />
      )}
    </Hovered>
  );
}

interface HoveredProps {
  gauges: Array<React.ComponentProps<typeof GaugeTip>['gauge']>;
  width: number;
  height: number;
  children: React.ReactNode;
}

/** One tooltip for the whole panel, found from where the pointer or the focus is: sixty rows cost nothing. */
function Hovered({ gauges, width, height, children }: HoveredProps) {
  const styles = useStyles2(getStyles);
  const [target, setTarget] = useState<TipTarget | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const gauge = target && gauges.find((each) => each.key === target.key);
  return (
    <div
      ref={frame}
      className={styles.panel}
      style={{ width, height }}
      onPointerMove={(event) => setTarget(targetOf(event.target, event.clientX, event.clientY))}
      onPointerLeave={() => setTarget(null)}
      onPointerDown={() => setTarget(null)}
      onFocus={(event) => setTarget(focusTarget(event.target))}
      onBlur={() => setTarget(null)}
      onKeyDown={(event) => event.key === 'Escape' && setTarget(null)}
    >
      {children}
      {gauge && <GaugeTip gauge={gauge} target={target} />}
    </div>
  );
}

function targetOf(element: EventTarget, x: number, y: number): TipTarget | null {
  const at = element instanceof Element ? element : null;
  const key = at?.closest('[data-gauge]')?.getAttribute('data-gauge');
  const phase = at?.closest('[data-phase]')?.getAttribute('data-phase');
  return key === null || key === undefined ? null : { key, phase: phase ? Number(phase) : null, x, y };
}

/** Only keyboard focus explains itself; a click has other plans. */
function focusTarget(element: EventTarget): TipTarget | null {
  if (!(element instanceof Element) || !element.matches(':focus-visible')) {
    return null;
  }
  const box = element.getBoundingClientRect();
  return targetOf(element, box.left + Math.min(box.width / 2, 120), box.bottom - 8);
}

const getStyles = () => ({
  panel: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden', position: 'relative' }),
});
