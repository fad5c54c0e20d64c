import { useMemo } from 'react';
import type { EventBus } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { Group } from '../data/arrange';
import { naming } from '../words/labels';
import type { Acts } from './acts';
import { paletteOf } from './palette';

/**
 * What every form of the gauge is drawn from; width and height in pixels.
 *
 * Gauges are told apart by their place (React's `key`): with new values the worst ones change places, and moving nearly
 * all of them in the document would take longer than writing the new values, and lose the focus.
 */
export interface FormProps {
  groups: Group[];
  groupedByUnit: boolean;
  width: number;
  height: number;
  /** False where words are switched off and only marks are shown. */
  showWords: boolean;
  /** The colour behind the panel. */
  surface: string;
  acts: Acts;
  bus?: EventBus;
}

/** What every form begins with: its colours, its gauges, what tells them apart, and whether groups have headings. */
export function useForm({ groups, groupedByUnit, surface }: FormProps) {
  const theme = useTheme2();
  const palette = useMemo(() => paletteOf(theme, surface), [theme, surface]);
  const gauges = useMemo(() => groups.flatMap((group) => group.gauges), [groups]);
  const label = useMemo(() => naming(gauges, groupedByUnit), [gauges, groupedByUnit]);
  return { palette, gauges, label, headed: groups.length > 1 || groups[0].title !== '' };
}

/** Pixels that a vertical scroll bar takes. */
export const SCROLLBAR = 10;

export const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** The unit beside an indicator's name: where many have the same name, it alone tells them apart, so the name gives way first. */
export const aside = { ...ellipsis, flexShrink: 0.4 } as const;
