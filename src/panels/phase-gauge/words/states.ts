/** What the panel says when there is nothing to draw: one sentence, what happened and what to do. */
import { t } from './translate';
import type { Problem } from '../data/gauges';

export function problemSentence(problem: Problem): string {
  if (problem.kind !== 'missing') {
    return t(
      'empty.no_rows',
      'No phase targets to show: choose “Phase targets” in the query, or widen its scope or the time range.'
    );
  }
  if (problem.mapped.length > 0) {
    return t(
      'empty.mapped',
      'The data has no number field “{{fields}}”: choose another under “Fields” in the panel options.',
      {
        fields: problem.mapped.join('”, “'),
      }
    );
  }
  switch (problem.columns.join()) {
    case 'value':
      return t(
        'empty.value',
        'The data has no value: choose its field under “Fields” in the panel options, or name a number column “value”.'
      );
    case 'target_value':
      return t(
        'empty.target',
        'The data has no target: choose its field under “Fields” in the panel options, or name a number column “target”.'
      );
    default:
      return t(
        'empty.both',
        'The data has neither a value nor a target: choose “Phase targets” in the query, or choose both fields under “Fields” in the panel options.'
      );
  }
}

export const calmSentence = (count: number) =>
  t(
    'empty.calm',
    'Nothing needs attention among {{count}} indicators: turn off “Only what needs attention” to see them.',
    {
      count,
      defaultValue_one:
        'Nothing needs attention in {{count}} indicator: turn off “Only what needs attention” to see it.',
    }
  );

export const phasesSentence = () =>
  t('empty.phases', 'None of the chosen phases is in the data: choose others under “Phases” in the panel options.');

export const failedSentence = (message: string) =>
  t('empty.failed', 'The query failed ({{message}}): check the query and the data source.', {
    message: message.replace(/[.。\s]+$/, ''),
  });

export const waitingSentence = () => t('empty.waiting', 'Loading phase targets…');

export const undatedSentence = () =>
  t(
    'empty.undated',
    'The data dates neither its values nor its targets: add a query for “Observations” or “Phase targets”, or choose the date fields under “Fields” in the panel options.'
  );
