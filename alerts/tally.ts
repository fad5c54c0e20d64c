/** Counts of a preview: by rule, by department and week, and what was noisiest. Pure. */
import { addDays, type Day } from '../src/workbook';
import type { DayOfRule, Labels } from './firing';
import type { Rule } from './provisioned';

export interface RuleTally {
  rule: Rule;
  /** Firing when the period began. */
  standing: number;
  begun: number;
  ended: number;
  /** Firing when the period ended. */
  left: number;
  /** Messages with news: one per addressee, topic and day; reminders are not counted. */
  messages: number;
  /** Alerts begun by department and Monday of the week. */
  departments: Map<string, Map<Day, number>>;
  /** Alerts begun by item, to find what comes and goes. */
  items: Map<string, number>;
}

export interface Noisiest {
  rule?: RuleTally;
  department?: { name: string; begun: number };
  /** Only where one item began more than once. */
  item?: { rule: Rule; name: string; begun: number };
}

export const openTally = (rule: Rule, standing: number): RuleTally => ({
  rule,
  standing,
  begun: 0,
  ended: 0,
  left: standing,
  messages: 0,
  departments: new Map(),
  items: new Map(),
});

/** The Monday on or before a day. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** The label that tells whose the item is; empty where a rule knows none. */
const departmentOf = (labels: Labels): string => labels.department || labels.ledger || '';

const nameOf = (labels: Labels): string =>
  [labels.unit, labels.task ?? labels.risk ?? labels.indicator ?? labels.policy ?? labels.ledger]
    .filter(Boolean)
    .join(' · ');

const addresseeOf = ({ addressee }: Rule, labels: Labels): string =>
  addressee.label ? (labels[addressee.label] ?? '') : addressee.name;

function count<K>(counts: Map<K, number>, key: K) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Adds one day of a rule to its tally, in place; tells who gets a message with news of it. */
export function addDay(tally: RuleTally, day: Day, { begun, ended, standing }: DayOfRule): Set<string> {
  const week = mondayOf(day);
  for (const labels of begun) {
    const department = departmentOf(labels);
    const weeks = tally.departments.get(department) ?? new Map<Day, number>();
    tally.departments.set(department, weeks);
    count(weeks, week);
    count(tally.items, nameOf(labels));
  }
  tally.begun += begun.length;
  tally.ended += ended.length;
  tally.left = standing;
  const addressees = new Set([...begun, ...ended].map((labels) => addresseeOf(tally.rule, labels)));
  tally.messages += addressees.size;
  return addressees;
}

const largest = <T>(list: T[], size: (one: T) => number): T | undefined =>
  list.reduce<T | undefined>((best, one) => (best === undefined || size(one) > size(best) ? one : best), undefined);

const sum = (weeks: Map<Day, number>): number => [...weeks.values()].reduce((total, n) => total + n, 0);

/** The departments of a rule, the noisiest first. */
export const departmentsOf = (tally: RuleTally): Array<{ name: string; begun: number; weeks: Map<Day, number> }> =>
  [...tally.departments]
    .map(([name, weeks]) => ({ name, begun: sum(weeks), weeks }))
    .sort((a, b) => b.begun - a.begun || a.name.localeCompare(b.name));

export function noisiestOf(tallies: RuleTally[]): Noisiest {
  const departments = new Map<string, number>();
  for (const tally of tallies) {
    for (const { name, begun } of departmentsOf(tally)) {
      departments.set(name, (departments.get(name) ?? 0) + begun);
    }
  }
  const rule = largest(tallies, ({ begun }) => begun);
  const department = largest([...departments], ([, begun]) => begun);
  const items = tallies.flatMap((tally) =>
    [...tally.items].map(([name, begun]) => ({ rule: tally.rule, name, begun }))
  );
  const item = largest(items, ({ begun }) => begun);
  return {
    rule: rule && rule.begun > 0 ? rule : undefined,
    department: department && { name: department[0], begun: department[1] },
    item: item && item.begun > 1 ? item : undefined,
  };
}
