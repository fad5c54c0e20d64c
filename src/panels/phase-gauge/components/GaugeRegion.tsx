import React, { type CSSProperties, type ReactNode } from 'react';
import type { LinkModel } from '@grafana/data';
import type { Gauge } from '../data/gauges';
import { gaugeSentence } from '../words/sentences';

interface GaugeRegionProps {
  gauge: Gauge;
  className: string;
  style?: CSSProperties;
  /** Called where a gauge has more than one link: opens the choice at these window pixels. */
  onChoose: (links: LinkModel[], x: number, y: number) => void;
  children: ReactNode;
}

/**
 * One gauge as a thing that can be reached by keyboard and read aloud in one go: a link where it has one, a button
 * where it has several, else a picture.
 */
export function GaugeRegion({ gauge, className, style, onChoose, children }: GaugeRegionProps) {
  const links = gauge.hasLinks ? gauge.links() : [];
  const common = { className, style, 'aria-label': gaugeSentence(gauge), 'data-gauge': gauge.key };
  if (links.length === 1) {
    const [link] = links;
    return (
      <a {...common} href={link.href} target={link.target} rel="noreferrer" onClick={link.onClick}>
        {children}
      </a>
    );
  }
  if (links.length > 1) {
    const open = (element: HTMLElement, x?: number, y?: number) => {
      const box = element.getBoundingClientRect();
      onChoose(links, x || box.left + 24, y || box.bottom);
    };
    return (
      <div
        {...common}
        role="button"
        tabIndex={0}
        aria-haspopup="menu"
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
  return (
    <div {...common} role="img" tabIndex={0}>
      {children}
    </div>
  );
}
