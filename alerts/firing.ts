/** Which alerts a rule would have had, from its daily answers: begun, standing, ended. Pure. */
import type { Rule } from './provisioned';

export type Labels = Record<string, string>;

/** One item of a day's answer. */
export interface Item {
  labels: Labels;
  measured: number;
}

/** What became of one rule on one day. */
export interface DayOfRule {
  begun: Labels[];
  ended: Labels[];
  /** Firing at the end of the day. */
  standing: number;
}

interface Alert {
  labels: Labels;
  /** Days in a row beyond the threshold. */
  held: number;
  /** Days in a row back within it. */
  back: number;
  firing: boolean;
}

export type Alerts = Map<string, Alert>;

const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort());

/**
 * Brings a rule's alerts one day further: `for` and `keepFiringFor` count whole days, and an item that left the answer is
 * back within the threshold.
 *
 * @param alerts of the day before; changed in place
 */
export function dayOf(rule: Rule, alerts: Alerts, items: Item[]): DayOfRule {
  const beyond = new Map(
    items.filter(({ measured }) => rule.fires(measured)).map(({ labels }) => [keyOf(labels), labels])
  );
  const day: DayOfRule = { begun: [], ended: [], standing: 0 };
  for (const [key, labels] of beyond) {
    const alert = alerts.get(key) ?? { labels, held: -1, back: 0, firing: false };
    alerts.set(key, alert);
    alert.held += 1;
    alert.back = 0;
    if (!alert.firing && alert.held >= rule.forDays) {
      alert.firing = true;
      day.begun.push(labels);
    }
  }
  for (const [key, alert] of alerts) {
    if (!beyond.has(key)) {
      alert.back += 1;
      if (!alert.firing || alert.back > rule.keepDays) {
        alerts.delete(key);
        if (alert.firing) {
          day.ended.push(alert.labels);
        }
      }
    }
    day.standing += alerts.has(key) && alert.firing ? 1 : 0;
  }
  return day;
}
