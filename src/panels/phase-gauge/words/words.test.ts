import { currentPhase } from '../data/arrange';
import { toGauges } from '../data/gauges';
import { day, type Row, targetsFrame, THREE_PHASES } from '../data/targets.fixture';
import { briefNames } from './labels';
import { gaugeSentence, meaningSentence, notesOf, pointSentence } from './sentences';
import { speak } from './translate';
import {
  chanceWords,
  howMuchWords,
  outlookWords,
  setValueWords,
  shortTargetWords,
  targetWords,
  timeWords,
} from './verdict';

const one = (row: Row) => {
  const [gauge] = toGauges([targetsFrame([row])], {}, 0).gauges;
  return { gauge, phase: gauge.phases[0] };
};
const much = (row: Row) => {
  const { gauge, phase } = one(row);
  return howMuchWords(gauge, phase);
};

test('a running phase says how far it is from where it should be, in percentage points', () => {
  expect(much({})).toBe('1.9 pp behind');
  expect(much({ gap: 0.4 })).toBe('0.4 pp ahead');
  expect(much({ gap: 0.01 })).toBe('as expected by now');
});

test('in Chinese percentage points are 个百分点 in a sentence and 百分点 where room is short, never pp', () => {
  speak('zh-Hans');
  const { gauge, phase } = one({});
  const points = one({ kind: 'range', unit_of_measure: 'percentage_points', target_value: 1, target_upper: 3 });
  expect([howMuchWords(gauge, phase), howMuchWords(gauge, phase, true)]).toEqual([
    '1.9 个百分点 behind',
    '1.9 百分点 behind',
  ]);
  expect([targetWords(points.gauge, points.phase), shortTargetWords(points.gauge, points.phase)]).toEqual([
    '1 百分点 to 3 百分点',
    '1–3 百分点',
  ]);
  speak('en-US');
});

test('a decided phase speaks of its target', () => {
  expect(much({ status: 'missed', target_value: 86 })).toBe('1.9 pp short');
  expect(much({ status: 'achieved', target_value: 80 })).toBe('4.1 pp beyond the target');
  expect(much({ status: 'missed', target_value: 80 })).toBe('');
});

test('a limit speaks of its margin, but not of today’s for a verdict of the past', () => {
  expect(much({ kind: 'floor', status: 'breached', target_value: 90 })).toBe('5.9 pp outside the limit');
  expect(much({ kind: 'ceiling', status: 'met', target_value: 90 })).toBe('5.9 pp inside the limit');
  expect(much({ kind: 'range', status: 'breached', target_value: 70, target_upper: 80 })).toBe(
    '4.1 pp outside the limit'
  );
  expect(much({ kind: 'floor', status: 'met', target_value: 90 })).toBe('');
});

test('targets are named as what they are', () => {
  const words = (row: Row) => {
    const { gauge, phase } = one({ target_value: 2, ...row });
    return [targetWords(gauge, phase), shortTargetWords(gauge, phase)];
  };
  expect(words({})).toEqual(['target 2%', '2%']);
  expect(words({ kind: 'floor' })).toEqual(['at least 2%', '≥ 2%']);
  expect(words({ kind: 'ceiling' })).toEqual(['at most 2%', '≤ 2%']);
  expect(words({ kind: 'range', target_upper: 3.5 })).toEqual(['2% to 3.5%', '2–3.5%']);
  expect(words({ kind: 'rank', target_value: 30 })).toEqual(['top 30', 'top 30']);
  expect(words({ kind: 'yes_no', unit_of_measure: 'yes_no', target_value: 1 })).toEqual(['must be yes', 'yes']);
  expect(words({ target_value: null })).toEqual(['no target', '—']);
});

test('names of phases are shortened only as far as they still tell the phases apart', () => {
  const named = (...names: string[]) => names.map((name) => ({ ...one({}).phase, name }));
  expect(briefNames(named('Short term', 'Medium term'))).toEqual(['Short', 'Medium']);
  expect(briefNames(named('Phase 1', 'Phase 2'))).toEqual(['Phase 1', 'Phase 2']);
  expect(briefNames(named('短期', '中期'))).toEqual(['短期', '中期']);
});

test('a target shows only the decimals it has', () => {
  const { gauge } = one({ decimals: 2 });
  expect([80, 2.5, 2.25].map((v) => setValueWords(gauge, v))).toEqual(['80%', '2.5%', '2.25%']);
});

test('an amount shows only the decimals it has', () => {
  const { gauge } = one({ unit_of_measure: 'money', decimals: 2 });
  expect([2.5e8, 2.55e8, 3e8, 5e9, 120].map((v) => setValueWords(gauge, v))).toEqual([
    '¥250M',
    '¥255M',
    '¥300M',
    '¥5B',
    '¥120',
  ]);
});

test('what is expected and forecast is said while a phase is still to be decided, with its chance', () => {
  const outlook = (row: Row) => {
    const { gauge, phase } = one(row);
    return outlookWords(gauge, phase);
  };
  expect(outlook({})).toEqual([
    'expected 86.0% · forecast 86.4% (34% chance)',
    'forecast 86.4% (34% chance)',
    'forecast 86.4%',
    'expected 86.0%',
  ]);
  expect(outlook({ forecast_probability: null })[0]).toBe('expected 86.0% · forecast 86.4%');
  expect(outlook({ forecast_value: null })).toEqual(['expected 86.0%']);
  expect(outlook({ forecast_value: null, expected_value: null })).toEqual([]);
  expect(outlook({ status: 'achieved' })).toEqual([]);
  expect(outlook({ status: 'missed', due_date: day('2026-01-01') })).toEqual([]);
});

test('a value that is out of date carries a mark of its own', () => {
  expect(notesOf(one({ status: 'stale' }).gauge)).toEqual(['stale']);
});

test('time is days left, days late or days early', () => {
  const time = (row: Row) => timeWords(one(row).phase);
  expect(time({})).toBe('212 days left');
  expect(time({ due_date: day('2026-10-31') })).toBe('due today');
  expect(time({ status: 'missed', due_date: day('2026-10-29') })).toBe('2 days past due');
  expect(time({ status: 'achieved', due_date: day('2024-12-31'), reached_on: day('2024-11-20') })).toBe(
    'reached 41 days early'
  );
  expect(time({ status: 'achieved', due_date: day('2024-12-31'), reached_on: day('2025-02-01') })).toBe(
    'reached 2025-02-01'
  );
  expect(time({ due_date: null })).toBe('');
  // Missed stays missed: a reader who sees a value beyond the target learns when that came.
  const missed = { status: 'missed', due_date: day('2024-12-31') };
  expect(time({ ...missed, reached_on: day('2026-07-31') })).toBe('reached 2026-07-31, 577 days late');
  expect(time({ ...missed, reached_on: day('2024-11-20') })).toBe('669 days past due');
});

test('one sentence says what a verdict means and which method gave it', () => {
  const meaning = (row: Row) => {
    const { gauge, phase } = one(row);
    return meaningSentence(gauge, phase);
  };
  expect(meaning({})).toBe('At risk: 76% of the progress expected by now (60% to 95%), by linear pace.');
  expect(meaning({ progress_method: 'growth', growth_ratio: 0.5, status: 'off_track' })).toBe(
    'Off track: it grows at 50% of the rate required (under 60%), by the growth ratio.'
  );
  for (const status of [
    'missed',
    'breached',
    'deteriorating',
    'off_track',
    'stale',
    'no_data',
    'at_risk',
    'on_track',
    'not_started',
    'achieved',
    'met',
    'Great',
    '',
  ]) {
    expect(meaning({ status, due_date: null })).toMatch(/^[^.]+: [^:]+.*\.$/);
  }
});

test('small marks are said once, and named in the sentence that is read aloud', () => {
  const [gauge] = toGauges(
    [
      targetsFrame(
        THREE_PHASES.map((row) => ({ ...row, methods_disagree: true, revised: true, target_changed: true }))
      ),
    ],
    {},
    0
  ).gauges;
  expect(notesOf(gauge)).toEqual(['methods_disagree', 'revised', 'target_changed']);
  expect(gaugeSentence(gauge)).toBe(
    'Implementation rate, Sample Province: 84.1% on 2026-10-31, improving. ' +
      'Short term: target 80%, due 2024-12-31, Achieved, 4.1 pp beyond the target, reached 41 days early. ' +
      'Medium term: target 88%, due 2027-05-31, At risk, 1.9 pp behind, 212 days left, about as likely as not (34%). ' +
      'Long term: target 95%, due 2028-12-31, Not started, begins 2027-01-01, about as likely as not (34%). ' +
      'Methods disagree. Revised since. Target changed.'
  );
  expect(currentPhase(gauge).id).toBe('medium');
});

test('the chance is said in words, as long as the phase is open', () => {
  const chance = (forecast_probability: number | null, row = {}) => {
    const { gauges } = toGauges([targetsFrame([{ forecast_probability, ...row }])], {}, 0);
    return chanceWords(gauges[0].phases[0]);
  };
  expect([0.998, 0.9, 0.66, 0.5, 0.32, 0.05, 0.001, 1, null].map((p) => chance(p))).toEqual([
    'very likely to be met (> 99%)',
    'very likely to be met (90%)',
    'likely to be met (66%)',
    'about as likely as not (50%)',
    'unlikely to be met (32%)',
    'very unlikely to be met (5%)',
    'very unlikely to be met (< 1%)',
    'very likely to be met (100%)',
    '',
  ]);
  expect(chance(0.5, { status: 'achieved' })).toBe('');
  expect(chance(0.5, { status: 'missed', due_date: day('2024-12-31') })).toBe('');
});

test('an observation is read aloud with what was expected of it', () => {
  const { gauge } = one({});
  const point = {
    day: '2026-10-31',
    value: 84.1,
    expected: null,
    target: null,
    revised: false,
    earlier: [],
    hasLinks: false,
    links: () => [],
  };
  expect(pointSentence(gauge, point)).toBe('2026-10-31: 84.1%.');
  expect(pointSentence(gauge, { ...point, expected: 86.25, target: 88, revised: true })).toBe(
    '2026-10-31: 84.1%, expected 86.3%, target 88%, revised since.'
  );
});

test('names with signs are not escaped', () => {
  expect(gaugeSentence(one({ indicator: 'R&D <intensity>' }).gauge)).toContain('R&D <intensity>');
});
