/** What the overview asks of the ledger about one unit. */
import type { Question } from '../askLedger';

/** The indicator that the first number shows; ledgers that call it otherwise say so by its absence. */
export const HEADLINE = 'implementation_rate';

/** More lines than a morning can hold; the count beside the title says when there were more. */
const ATTENTION_LIMIT = 200;

export type Fixed = 'headline' | 'targets' | 'tasks' | 'risks' | 'reports' | 'attention';

export function questionsAbout(unit: string): Record<Fixed, Question> {
  const below = { units: [unit], subordinates: true };
  return {
    headline: {
      kind: 'targets',
      view: 'rows',
      scope: { units: [unit], subordinates: false },
      indicators: [HEADLINE],
    },
    targets: { kind: 'targets', view: 'summary', groupBy: 'none', scope: below },
    tasks: { kind: 'tasks', view: 'summary', groupBy: 'none', scope: below },
    risks: { kind: 'risks', view: 'trend', months: 2, scope: below },
    reports: { kind: 'reports', view: 'rows', scope: below, statuses: ['late', 'never_reported'] },
    attention: { kind: 'attention', view: 'rows', scope: below, limit: ATTENTION_LIMIT },
  };
}

/** At most so many units below are compared side by side: each is a question of its own. */
export const CHILDREN_LIMIT = 40;

export const tasksOf = (unit: string) => `tasks_${unit}`;

/** Each child's own targets, and the work of the child with the units below it. */
export function questionsAboutChildren(children: string[]): Record<string, Question> {
  if (children.length === 0) {
    return {};
  }
  return {
    grid: { kind: 'targets', view: 'rows', scope: { units: children, subordinates: false } },
    ...Object.fromEntries(
      children.map((unit): [string, Question] => [
        tasksOf(unit),
        { kind: 'tasks', view: 'summary', groupBy: 'none', scope: { units: [unit], subordinates: true } },
      ])
    ),
  };
}
