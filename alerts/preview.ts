/** What the provisioned rules would have fired, day by day over a period. */
import { addDays, type Day } from '../src/workbook';
import { queryOf, type Ledger } from './askLedger';
import { type Alerts, dayOf } from './firing';
import type { Rule } from './provisioned';
import { addDay, openTally, type RuleTally } from './tally';
import type { Period } from './writePreview';

export interface Previewed {
  tallies: RuleTally[];
  /** Messages with news over all rules: one per addressee, topic and day. */
  messages: number;
}

/**
 * Judges every day with what is known today, beginning early enough before the period to know what was firing when it
 * began.
 *
 * @param onDay told after each day, of how many
 * @throws Error the data source's own sentence, where a query fails
 */
export async function preview(
  ledger: Ledger,
  rules: Rule[],
  { from, to }: Period,
  onDay: (done: number, days: number) => void = () => {}
): Promise<Previewed> {
  const first = addDays(from, -1 - Math.max(...rules.map(({ forDays, keepDays }) => forDays + keepDays)));
  const days: Day[] = [];
  for (let day = first; day <= to; day = addDays(day, 1)) {
    days.push(day);
  }
  const queries = [...new Set(rules.map(queryOf))];
  const alerts: Alerts[] = rules.map(() => new Map());
  const tallies: RuleTally[] = [];
  let messages = 0;
  for (const [done, day] of days.entries()) {
    const answers = await ledger.ask(queries, day);
    const told = new Set<string>();
    rules.forEach((rule, n) => {
      const judged = dayOf(rule, alerts[n], answers.get(queryOf(rule)) ?? []);
      if (day < from) {
        tallies[n] = openTally(rule, judged.standing);
      } else {
        addDay(tallies[n], day, judged).forEach((addressee) => told.add(`${rule.topic} ${addressee}`));
      }
    });
    messages += told.size;
    onDay(done + 1, days.length);
  }
  return { tallies, messages };
}
