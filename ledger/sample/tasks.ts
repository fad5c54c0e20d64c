/** The three lists: tasks with who answers for them and by when, their extensions and completions. */
import { addDays, type Day, daysBetween, dueAfter } from '../../src/workbook';
import { type Fact, paceOf } from './observations';
import { officer } from './officers';
import type { Place } from './places';
import { DEPARTMENTS, POLICIES, STEPS } from './policies';
import { randomOf } from './random';
import type { Timetable } from './timetable';

/** Of these about 2,500 are known by the as-of date. */
const TASKS = 2600;
const REASONS = [
  '汛期停工',
  '规划方案重报',
  '资金未到位',
  '招标流标重新组织',
  '征拆进度滞后',
  '上级政策口径调整',
  '系统对接延迟',
  '冬季停工',
  '材料涨价重新签约',
  '人员调整',
];
const ROUNDS: Array<[string, string]> = [
  ['第一批', 'first batch'],
  ['第二批', 'second batch'],
  ['第三批', 'third batch'],
  ['年度任务', 'annual task'],
  ['专项任务', 'special task'],
];

export interface TaskFacts {
  tasks: Fact[];
  extensions: Fact[];
  completions: Fact[];
}

/** Supporting departments of every policy, the lead left out. */
export function supportOf(seed: number, policy: (typeof POLICIES)[number]): string[] {
  const others = DEPARTMENTS.map(({ id }) => id).filter((id) => id !== policy.lead);
  return randomOf(seed, `support:${policy.id}`).sample(others, policy.support);
}

/** About 2,500 tasks over three years from the baseline date; some begin after the as-of date. */
export function taskFacts(
  seed: number,
  places: readonly Place[],
  time: Timetable,
  calendar: ReadonlyMap<Day, boolean>
): TaskFacts {
  const facts: TaskFacts = { tasks: [], extensions: [], completions: [] };
  const of = (tier: number) => places.filter((place) => place.tier === tier);
  const [cities, counties, townships] = [of(3), of(4), of(5)];
  for (let i = 1; i <= TASKS; i++) {
    const random = randomOf(seed, `task:${i}`);
    const roll = random.even();
    const place = roll < 0.04 ? places[0] : random.pick(roll < 0.3 ? cities : roll < 0.88 ? counties : townships);
    addTask(facts, i, place, paceOf(seed, place, cities), seed, time, calendar);
  }
  return facts;
}

function addTask(
  facts: TaskFacts,
  number: number,
  place: Place,
  pace: number,
  seed: number,
  time: Timetable,
  calendar: ReadonlyMap<Day, boolean>
) {
  const random = randomOf(seed, `task:${number}:${place.id}`);
  const policy = random.pick(POLICIES);
  const step = random.whole(1, 5);
  const [stepZh, stepEn] = STEPS[policy.steps][step - 1];
  const [roundZh, roundEn] = random.pick(ROUNDS);
  const start = addDays(time.baseline, random.whole(1, 1090));
  const working = random.chance(0.35);
  const allowed = working ? random.whole(10, 120) : null;
  const due = working ? dueAfter(start, allowed!, 'working', calendar) : addDays(start, random.whole(30, 240));
  const id = { unit_id: place.id, task_id: `T-${String(number).padStart(4, '0')}` };
  const known = addDays(start, -random.whole(3, 30));
  facts.tasks.push({
    known: known < time.baseline ? time.baseline : known,
    cells: {
      ...id,
      title_zh: `${policy.shortZh}·${stepZh}（${roundZh}）`,
      title_en: `${policy.shortEn}: ${stepEn.toLowerCase()} (${roundEn})`,
      policy_id: policy.id,
      step,
      lead_department: policy.lead,
      supporting_departments: random
        .sample(supportOf(seed, policy), random.whole(1, Math.min(4, policy.support)))
        .join('、'),
      accountable_officer: officer(random),
      start_date: start,
      due_date: working ? null : due,
      allowed_days: allowed,
      day_kind: working ? '工作日' : '自然日',
      weight: random.pick([1, 1, 1, 2, 3]),
    },
  });
  finish(facts, id, start, due, pace, random, time.asOf);
}

/** Weak units finish late more often; of the late tasks some drag on for months, and half are extended on the way. */
function finish(
  facts: TaskFacts,
  id: { unit_id: string; task_id: string },
  start: Day,
  due: Day,
  pace: number,
  random: ReturnType<typeof randomOf>,
  asOf: Day
) {
  const length = Math.max(1, daysBetween(start, due));
  const late = random.chance(Math.min(0.6, Math.max(0.05, 0.12 + 0.6 * (1.1 - pace))));
  const days = -Math.log(1 - random.even()) * (random.chance(0.65) ? 330 : 25);
  const done = late ? addDays(due, 1 + Math.round(days)) : addDays(due, -random.whole(0, Math.floor(length * 0.4)));
  let current = due;
  for (let times = random.chance(late ? 0.5 : 0.03) ? random.whole(1, 3) : 0; times > 0 && current < done; times--) {
    const on = addDays(current, -Math.min(random.whole(1, 12), Math.floor(length / 2)));
    const later = addDays(current, random.whole(15, 75));
    if (on > asOf) {
      break;
    }
    facts.extensions.push({
      known: on,
      cells: {
        ...id,
        extended_on: on,
        new_due_date: later,
        reason: random.pick(REASONS),
        approved_by: officer(random),
      },
    });
    current = later;
  }
  const known = addDays(done, random.whole(0, 3));
  if (done <= asOf && known <= asOf) {
    const evidence = random.chance(0.7)
      ? `https://example.org/evidence/${id.unit_id}/${id.task_id.toLowerCase()}`
      : null;
    facts.completions.push({ known, cells: { ...id, completed_on: done, evidence_url: evidence } });
  }
}
