/** Whole sentences: what a verdict means and which method gave it, what a small mark says, a gauge read aloud. */
import { t } from './translate';
import type { Gauge, Phase } from '../data/gauges';
import type { Point } from '../data/trajectories';
import {
  chanceWords,
  dueWords,
  howMuchWords,
  percentWords,
  phaseWords,
  setValueWords,
  targetWords,
  timeWords,
  trendWords,
  valueWords,
  verdictWords,
} from './verdict';

/** One sentence: the verdict, what it means, and the method of docs/methods.md §1 that gave it. */
export function meaningSentence(gauge: Gauge, phase: Phase): string {
  const verdict = verdictWords(phase);
  switch (phase.status) {
    case null:
      return t(
        'meaning.unjudged',
        '{{verdict}}: the data has no status, and too few dates or no baseline to judge by.',
        { verdict }
      );
    case 'no_data':
      return t('meaning.no_data', '{{verdict}}: no value has been observed since the baseline.', { verdict });
    case 'not_started':
      return t('meaning.not_started', '{{verdict}}: a phase is judged from its first day on.', { verdict });
    case 'achieved':
      return t('meaning.achieved', '{{verdict}}: the value has reached the target, compared directly.', { verdict });
    case 'missed':
      return t(
        'meaning.missed',
        '{{verdict}}: the target was not reached on its due date; the verdict stays as it stood that day.',
        { verdict }
      );
    case 'stale':
      return t(
        'meaning.stale',
        '{{verdict}}: the latest value is older than one and a half reporting periods, so it is not judged.',
        { verdict }
      );
    case 'met':
      return t(
        'meaning.met',
        '{{verdict}}: the latest value keeps the limit, which is checked anew each period and has no pace.',
        { verdict }
      );
    case 'breached':
      return t(
        'meaning.breached',
        '{{verdict}}: the latest value breaks the limit, which is checked anew each period and has no pace.',
        { verdict }
      );
    case 'on_track':
    case 'at_risk':
    case 'off_track':
    case 'deteriorating':
      return paceSentence(phase, phase.status, verdict);
    default:
      return t(
        'meaning.given',
        '{{verdict}}: the data brought this word, which no status of the ledger has, so its light stays grey.',
        { verdict }
      );
  }
}

function paceSentence(
  phase: Phase,
  status: 'on_track' | 'at_risk' | 'off_track' | 'deteriorating',
  verdict: string
): string {
  const band = bandWords(status);
  if (phase.method === 'growth' && phase.growthRatio !== null) {
    return t(
      'meaning.growth',
      '{{verdict}}: it grows at {{share}} of the rate required ({{band}}), by the growth ratio.',
      {
        verdict,
        share: percentWords(phase.growthRatio),
        band,
      }
    );
  }
  if (phase.pace === null) {
    return t('meaning.paceless', '{{verdict}}: {{band}} of the progress expected by now.', { verdict, band });
  }
  const values = { verdict, share: percentWords(phase.pace), band };
  return phase.judgedBy === 'panel'
    ? t(
        'meaning.panel',
        '{{verdict}}: {{share}} of the progress expected by now ({{band}}), by linear pace, worked out by this panel because the data has no status.',
        values
      )
    : t('meaning.linear', '{{verdict}}: {{share}} of the progress expected by now ({{band}}), by linear pace.', values);
}

function bandWords(status: 'on_track' | 'at_risk' | 'off_track' | 'deteriorating'): string {
  switch (status) {
    case 'on_track':
      return t('band.on_track', 'at least 95%');
    case 'at_risk':
      return t('band.at_risk', '60% to 95%');
    case 'off_track':
      return t('band.off_track', 'under 60%');
    case 'deteriorating':
      return t('band.deteriorating', 'below 0%: further from the target than the baseline');
  }
}

export type Note = 'stale' | 'methods_disagree' | 'revised' | 'target_changed';

/** The small marks that a gauge carries, each once. */
export function notesOf(gauge: Gauge): Note[] {
  return [
    ...(gauge.phases.some((p) => p.status === 'stale') ? (['stale'] as const) : []),
    ...(gauge.phases.some((p) => p.methodsDisagree) ? (['methods_disagree'] as const) : []),
    ...(gauge.revised ? (['revised'] as const) : []),
    ...(gauge.phases.some((p) => p.targetChanged) ? (['target_changed'] as const) : []),
  ];
}

export function noteWords(note: Note): string {
  switch (note) {
    case 'stale':
      return t('note.stale', 'Value out of date');
    case 'methods_disagree':
      return t('note.methods_disagree', 'Methods disagree');
    case 'revised':
      return t('note.revised', 'Revised since');
    case 'target_changed':
      return t('note.target_changed', 'Target changed');
  }
}

export function noteSentence(note: Note, gauge: Gauge): string {
  const phases = (pick: (p: Phase) => boolean) =>
    gauge.phases.filter(pick).map(phaseWords).join(t('sentence.list', ', '));
  switch (note) {
    case 'stale':
      return t(
        'note.stale_means',
        'Value out of date: nothing was reported for more than one and a half reporting periods.'
      );
    case 'methods_disagree':
      return t(
        'note.methods_disagree_means',
        'Methods disagree ({{phases}}): linear pace and growth ratio come to different verdicts; the method set for the indicator counts.',
        {
          phases: phases((p) => p.methodsDisagree),
        }
      );
    case 'revised':
      return t('note.revised_means', 'Revised since: this value was corrected after it was first reported.');
    case 'target_changed':
      return t('note.target_changed_means', 'Target changed ({{phases}}): the target was altered after it was set.', {
        phases: phases((p) => p.targetChanged),
      });
  }
}

/** A phase in one line, as read aloud. */
export function phaseSentence(gauge: Gauge, phase: Phase): string {
  const said = [
    targetWords(gauge, phase),
    dueWords(phase),
    verdictWords(phase),
    howMuchWords(gauge, phase),
    timeWords(phase),
    chanceWords(phase),
  ];
  return t('sentence.phase', '{{phase}}: {{said}}.', {
    phase: phaseWords(phase),
    said: said.filter((part) => part !== '').join(t('sentence.and', ', ')),
  });
}

/** The whole gauge read aloud: who, the value and its date, the trend, each phase, each small mark. */
export function gaugeSentence(gauge: Gauge): string {
  const who = gauge.unit ? t('sentence.who', '{{name}}, {{unit}}', { name: gauge.name, unit: gauge.unit }) : gauge.name;
  const value = [valueOnDay(gauge), trendWords(gauge.trend)]
    .filter((part) => part !== '')
    .join(t('sentence.and', ', '));
  return [
    t('sentence.value', '{{who}}: {{value}}.', { who, value }),
    ...gauge.phases.map((phase) => phaseSentence(gauge, phase)),
    ...notesOf(gauge).map((note) => `${noteWords(note)}${t('sentence.stop', '.')}`),
  ].join(' ');
}

export function valueOnDay(gauge: Gauge): string {
  return gauge.value === null
    ? t('much.none', 'no value reported')
    : gauge.valueDate === null
      ? valueWords(gauge, gauge.value)
      : t('sentence.on_day', '{{value}} on {{day}}', { value: valueWords(gauge, gauge.value), day: gauge.valueDate });
}

/** An observation read aloud: its day, its value, what was expected then, the target then, and whether it was revised. */
export function pointSentence(gauge: Gauge, point: Point): string {
  const said = [
    valueWords(gauge, point.value),
    point.expected === null
      ? ''
      : t('point.said_expected', 'expected {{value}}', { value: valueWords(gauge, point.expected) }),
    point.target === null
      ? ''
      : t('point.said_target', 'target {{value}}', { value: setValueWords(gauge, point.target) }),
    point.revised ? t('point.said_revised', 'revised since') : '',
    earlierWords(gauge, point),
  ];
  return t('point.said', '{{day}}: {{said}}.', {
    day: point.day,
    said: said.filter((part) => part !== '').join(t('sentence.and', ', ')),
  });
}

/** The values that an observation had before it was corrected; '' where none are known. */
export const earlierWords = (gauge: Gauge, { earlier }: Point): string =>
  earlier.length === 0
    ? ''
    : t('point.earlier', 'before {{values}}', {
        values: earlier.map((value) => valueWords(gauge, value)).join(t('sentence.list', ', ')),
      });
