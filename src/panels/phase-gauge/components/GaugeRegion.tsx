import React, { type CSSProperties, type ReactNode } from 'react';
import type { Gauge } from '../data/gauges';
import { gaugeSentence } from '../words/sentences';
import type { Acts } from './acts';

interface GaugeRegionProps {
  gauge: Gauge;
  className: string;
  style?: CSSProperties;
  acts: Acts;
  children: ReactNode;
}

/**
 * One gauge as a thing that can be reached by keyboard and read aloud in one go: a link where that is all it offers, a
 * button where it offers anything else, else a picture. A button that sets the dashboard's filter says whether it is set.
 */
export function GaugeRegion({ gauge, className, style, acts, children }: GaugeRegionProps) {
  const deeds = acts.of(gauge);
  const common = { className, style, 'aria-label': gaugeSentence(gauge), 'data-gauge': gauge.key };
  if (deeds.length === 0) {
    return (
      <div {...common} role="img" tabIndex={0}>
        {children}
      </div>
    );
  }
  const [first] = deeds;
  if (deeds.length === 1 && first.href !== undefined) {
    return (
      <a {...common} href={first.href} target={first.target} rel="noreferrer" onClick={first.onClick}>
        {children}
      </a>
    );
  }
  const open = (element: HTMLElement, x?: number, y?: number) => {
    const box = element.getBoundingClientRect();
    acts.open(deeds, x || box.left + 24, y || box.bottom);
  };
  return (
    <div
      {...common}
      role="button"
      tabIndex={0}
      aria-haspopup={deeds.length > 1 ? 'menu' : undefined}
      aria-pressed={deeds.length === 1 ? first.isOn : undefined}
      data-chosen={first.isOn || undefined}
      onClick={(event) => open(event.currentTarget, event.clientX, event.clientY)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          open(event.currentTarget);
        }
      }}
    >
      {children}
    </div>
  );
}
