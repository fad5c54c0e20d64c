import React, { type KeyboardEvent, useRef, useState } from 'react';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import type { Gauge } from '../data/gauges';
import { meaningSentence, phaseSentence } from '../words/sentences';
import { GaugeTip, type TipTarget } from './GaugeTip';

interface HoveredProps {
  gauges: Gauge[];
  width: number;
  height: number;
  children: React.ReactNode;
}

/**
 * One tooltip for the whole panel, found from where the pointer or the focus is: sixty rows cost nothing. Up, Down, Home
 * and End lead from gauge to gauge, Left and Right through the phases of one, each said aloud.
 */
export function Hovered({ gauges, width, height, children }: HoveredProps) {
  const styles = useStyles2(getStyles);
  const [target, setTarget] = useState<TipTarget | null>(null);
  const [spoken, setSpoken] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const gauge = target && gauges.find((each) => each.key === target.key);

  const press = (event: KeyboardEvent) => {
    const element = event.target instanceof HTMLElement ? event.target : null;
    if (event.key === 'Escape') {
      return setTarget(null);
    }
    if (event.defaultPrevented || !element?.hasAttribute('data-gauge')) {
      return;
    }
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = way === 0 ? neighbour(frame.current!, element, event.key) : null;
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (way !== 0) {
      event.preventDefault();
      explain(element, way);
    }
  };
  const explain = (element: HTMLElement, way: 1 | -1) => {
    const at = focusTarget(element);
    const focused = gauges.find(({ key }) => key === at?.key);
    if (!at || !focused) {
      return;
    }
    const former = target?.key === at.key ? (target.phase ?? -1) : -1;
    const phase = Math.min(Math.max(former + way, 0), focused.phases.length - 1);
    setTarget({ ...at, phase });
    setSpoken(`${phaseSentence(focused, focused.phases[phase])} ${meaningSentence(focused, focused.phases[phase])}`);
  };
  return (
    <div
      ref={frame}
      className={styles.panel}
      style={{ width, height }}
      onPointerMove={(event) => setTarget(targetOf(event.target, event.clientX, event.clientY))}
      onPointerLeave={() => setTarget(null)}
      onPointerDown={() => setTarget(null)}
      onFocus={(event) => event.target.matches(':focus-visible') && setTarget(focusTarget(event.target))}
      onBlur={() => setTarget(null)}
      onKeyDown={press}
    >
      {children}
      <span className={styles.aloud} aria-live="polite">
        {target ? spoken : ''}
      </span>
      {gauge && <GaugeTip gauge={gauge} target={target} />}
    </div>
  );
}

/** The gauge that a key leads to from another; null for other keys and at the ends. */
function neighbour(frame: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const all = [...frame.querySelectorAll<HTMLElement>('[data-gauge]')];
  const at = all.indexOf(from);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
  return all[steps[key] ?? -1] ?? null;
}

function targetOf(element: EventTarget, x: number, y: number): TipTarget | null {
  const at = element instanceof Element ? element : null;
  const key = at?.closest('[data-gauge]')?.getAttribute('data-gauge');
  const phase = at?.closest('[data-phase]')?.getAttribute('data-phase');
  return key === null || key === undefined ? null : { key, phase: phase ? Number(phase) : null, x, y };
}

function focusTarget(element: Element): TipTarget | null {
  const box = element.getBoundingClientRect();
  return targetOf(element, box.left + Math.min(box.width / 2, 120), box.bottom - 8);
}

const getStyles = () => ({
  panel: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden', position: 'relative' }),
  aloud: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
});
