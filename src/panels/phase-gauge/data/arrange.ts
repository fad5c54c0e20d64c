/** What is shown, in which order, under which headings. */
import { lookOf } from '../../../status/statuses';
import { daysBetween } from './days';
import type { Gauge, Phase } from './gauges';
import { scaleOf } from './scale';

export const SORTS = ['severity', 'gap', 'name', 'due', 'given'] as const;
export type Sort = (typeof SORTS)[number];

/** `none`, one of the ledger's dimensions, or the name of any other text column or label. */
export type Grouping = string;

export interface Choice {
  sort: Sort;
  group: Grouping;
  onlyAttention: boolean;
  /** Ids or names of the phases shown; empty: all. */
  phases: string[];
}

export interface Group {
  /** '' where nothing is grouped, or where the frame leaves the heading open. */
  title: string;
  gauges: Gauge[];
}

/** Red, yellow and what nobody knows: grey is never quietly counted as good, but what has not begun may wait. */
export function needsAttention(phase: Phase): boolean {
  const { light } = lookOf(phase.status);
  return phase.status !== 'not_started' && light !== 'green';
}

/**
 * How far behind a gauge is: its worst gap as a share of the way from baseline to target; negative is behind, null
 * where no phase has one.
 */
export function gapShare(gauge: Gauge): number | null {
  const shares = gauge.phases.flatMap((p) => {
    const way = p.target !== null && p.baseline !== null ? Math.abs(p.target - p.baseline) : 0;
    return p.gap !== null && way > 0 && p.status !== 'achieved' ? [p.gap / way] : [];
  });
  return shares.length > 0 ? Math.min(...shares) : null;
}

/** The earliest due date that is still to be met; null where all is achieved or no date is known. */
export function nextDue(gauge: Gauge): string | null {
  const dues = gauge.phases.flatMap((p) => (p.due !== null && lookOf(p.status).mark !== 'tick' ? [p.due] : []));
  return dues.length > 0 ? dues.reduce((a, b) => (a < b ? a : b)) : null;
}

/** The phase that counts now: the first not yet due that has begun; else the first to come; else the last. */
export function currentPhase(gauge: Gauge): Phase {
  const open = gauge.phases.filter((p) => p.daysLeft !== null && p.daysLeft >= 0);
  return open.find((p) => p.status !== 'not_started') ?? open[0] ?? gauge.phases[gauge.phases.length - 1];
}

/** Whether a phase is still to be decided: past its due date nothing is expected any more. */
export const isRunning = (phase: Phase) => phase.daysLeft === null || phase.daysLeft >= 0;

const nullsLast = (a: number | null, b: number | null) => (a === null ? (b === null ? 0 : 1) : b === null ? -1 : a - b);

/** Filters, sorts and groups. Groups stand in the order of their worst gauge, or by name when sorted by name. */
export function arrange(gauges: Gauge[], choice: Choice, language: string): Group[] {
  const collator = new Intl.Collator(language.startsWith('zh') ? 'zh-Hans-CN' : language, { numeric: true });
  const byName = (a: Gauge, b: Gauge) => collator.compare(a.name, b.name) || collator.compare(a.unit, b.unit);
  const orders: Record<Sort, (a: Gauge, b: Gauge) => number> = {
    given: () => 0,
    name: byName,
    severity: (a, b) => a.severity - b.severity || nullsLast(gapShare(a), gapShare(b)) || byName(a, b),
    gap: (a, b) => nullsLast(gapShare(a), gapShare(b)) || byName(a, b),
    due: (a, b) =>
      nullsLast(daysBetween('2000-01-01', nextDue(a)), daysBetween('2000-01-01', nextDue(b))) || byName(a, b),
  };
  const shown = gauges
    .map((gauge) => withPhases(gauge, choice.phases))
    .filter((gauge) => gauge.phases.length > 0 && (!choice.onlyAttention || gauge.phases.some(needsAttention)))
    .sort(orders[choice.sort]);
  if (choice.group === 'none') {
    return shown.length > 0 ? [{ title: '', gauges: shown }] : [];
  }
  const groups = new Map<string, Gauge[]>();
  for (const gauge of shown) {
    const title = sayOf(gauge, choice.group);
    groups.set(title, [...(groups.get(title) ?? []), gauge]);
  }
  const list = [...groups].map(([title, members]) => ({ title, gauges: members }));
  return choice.sort === 'name' ? list.sort((a, b) => collator.compare(a.title, b.title)) : list;
}

/** What a gauge says of a dimension, a text column or a label; '' where it is not there, or empty. */
export function sayOf(gauge: Gauge, name: string): string {
  switch (name) {
    case 'indicator':
      return gauge.name;
    case 'unit':
      return gauge.unit;
    case 'domain':
      return gauge.domain;
    case 'department':
      return gauge.department;
    case 'indicator_id':
      return gauge.labelOf(name) || gauge.name;
    case 'unit_id':
      return gauge.labelOf(name) || gauge.unit;
    default:
      return gauge.labelOf(name);
  }
}

/** The gauge with only the chosen phases, its scale and severity made anew from them. */
function withPhases(gauge: Gauge, chosen: string[]): Gauge {
  if (chosen.length === 0 || gauge.phases.every((p) => chosen.includes(p.id) || chosen.includes(p.name))) {
    return gauge;
  }
  const phases = gauge.phases.filter((p) => chosen.includes(p.id) || chosen.includes(p.name));
  return {
    ...gauge,
    phases,
    scale: scaleOf({ ...gauge, phases }),
    severity: Math.min(...phases.map((p) => lookOf(p.status).severity)),
  };
}

/** The phases of all gauges by their place, for the heads of columns: id, name. */
export function phaseColumns(gauges: Gauge[]): Array<{ id: string; name: string }> {
  const byId = new Map<string, { name: string; position: number }>();
  for (const phase of gauges.flatMap((g) => g.phases)) {
    const known = byId.get(phase.id);
    if (!known || phase.position < known.position) {
      byId.set(phase.id, { name: phase.name, position: phase.position });
    }
  }
  return [...byId].sort(([, a], [, b]) => a.position - b.position).map(([id, { name }]) => ({ id, name }));
}
