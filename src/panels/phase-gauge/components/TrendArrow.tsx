import React from 'react';
import type { Gauge } from '../data/gauges';

/** Which way the value moves (not whether that is good): -1 falls, 0 level, 1 rises; null where no trend is known. */
export function movement({ trend, direction }: Gauge): -1 | 0 | 1 | null {
  switch (trend) {
    case 'improving':
      return direction;
    case 'worsening':
      return direction > 0 ? -1 : 1;
    case 'flat':
      return 0;
    default:
      return null;
  }
}

/** The arrow in a 12 × 12 box. */
export function TrendShape({ way, color }: { way: -1 | 0 | 1; color: string }) {
  const path = way > 0 ? 'M2 10L10 2M4 2h6v6' : way < 0 ? 'M2 2l8 8M10 4v6H4' : 'M1 6h10M7 2l4 4-4 4';
  return <path d={path} fill="none" stroke={color} strokeWidth={1.6} strokeLinecap="round" strokeLinejoin="round" />;
}
