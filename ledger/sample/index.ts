/**
 * A fictional province's ledger, the same for the same seed and as-of date, loaded batch by batch through the same
 * import as every workbook: what was known on any past day is as it would have been.
 */
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import {
  addDays,
  type Day,
  readDay,
  type RegisterName,
  registerOf,
  type Sheet,
  writeProblem,
} from '../../src/workbook';
import { importSheets, rebuildReadModels } from '../import/importLedger';
import { type Holiday, holidaysOf } from './holidays';
import { INDICATORS } from './indicators';
import { type Fact, indicatorFacts, reportDays } from './observations';
import { makePlaces, type Place, PROVINCE } from './places';
import { DEPARTMENTS, DOMAINS, POLICIES, STEPS } from './policies';
import { randomOf } from './random';
import { riskFacts } from './risks';
import { supportOf, taskFacts } from './tasks';
import { type Timetable, timetableOf } from './timetable';

export interface SampleOptions {
  /** Default 1. */
  seed?: number;
  /** The day that "today" is in the sample, `2026-10-31` by default. */
  asOf?: Day;
}

export interface SampleBatch {
  name: string;
  /** 18:00 China time on the batch's day. */
  recordedAt: Date;
  sheets: Sheet[];
}

export interface LoadOptions extends SampleOptions {
  /** Told after every batch: batches loaded of batches in all, and rows stored so far. */
  onProgress?: (progress: { done: number; total: number; rows: number }) => void;
}

export const DEFAULT_AS_OF: Day = '2026-10-31';

/**
 * The sample's batches, oldest first: definitions, targets and history on the baseline date, then one a month.
 *
 * @throws Error where `asOf` is no day
 */
export function sampleLedger({ seed = 1, asOf = DEFAULT_AS_OF }: SampleOptions = {}): SampleBatch[] {
  if (readDay(asOf) !== asOf) {
    throw new Error(`The as-of date "${asOf}" is no day: write it as 2026-10-31.`);
  }
  const time = timetableOf(asOf);
  const places = makePlaces(seed);
  const holidays = holidaysOf(time.firstMonth, time.phases.long.due);
  const calendar = new Map(holidays.map(({ day, working }) => [day, working]));
  const indicators = INDICATORS.map((indicator) => indicatorFacts(seed, indicator, places, time));
  const { tasks, extensions, completions } = taskFacts(seed, places, time, calendar);
  const { risks, reviews } = riskFacts(seed, places, time);
  const facts: Array<[RegisterName, Fact[]]> = [
    ['phase_target', indicators.flatMap(({ targets }) => targets)],
    ['observation', indicators.flatMap(({ observations }) => observations)],
    ['task', tasks],
    ['task_extension', extensions],
    ['task_completion', completions],
    ['risk', risks],
    ['risk_review', reviews],
  ];
  return time.batches.map((day, i) => ({
    name: `sample-${day.slice(0, 7)}`,
    recordedAt: new Date(`${day}T18:00:00+08:00`),
    sheets: [
      ...(i === 0 ? definitions(seed, places, holidays, time) : []),
      ...facts.flatMap(([register, all]) => factSheet(register, all, i === 0 ? '' : time.batches[i - 1], day)),
    ],
  }));
}

/**
 * Loads the sample into a migrated ledger, all batches in order. A batch that was loaded before is passed over, so that
 * loading it again stores nothing, and an interrupted load may be continued.
 *
 * @returns how many rows were stored
 * @throws Error with the problems, where the ledger holds something that contradicts the sample
 */
export async function loadSample(
  client: ClientBase,
  { onProgress = () => {}, ...options }: LoadOptions = {}
): Promise<number> {
  const batches = sampleLedger(options);
  const { rows: before } = await client.query("SELECT file_sha256 FROM ledger.batch WHERE source = 'sample'");
  const loaded = new Set(before.map(({ file_sha256 }) => file_sha256));
  let rows = 0;
  try {
    for (const [i, batch] of batches.entries()) {
      rows += loaded.has(digestOf(batch)) ? 0 : await loadBatch(client, batch);
      onProgress({ done: i + 1, total: batches.length, rows });
    }
  } finally {
    // Also after a failure: the batches before it are stored, and the read models must show them.
    await rebuildReadModels(client);
  }
  return rows;
}

const digestOf = ({ sheets }: SampleBatch) => createHash('sha256').update(JSON.stringify(sheets)).digest('hex');

async function loadBatch(client: ClientBase, batch: SampleBatch): Promise<number> {
  const { name, recordedAt, sheets } = batch;
  if (sheets.length === 0) {
    return 0;
  }
  const { problems, counts } = await importSheets(client, sheets, {
    source: 'sample',
    fileName: name,
    sha256: digestOf(batch),
    reportedBy: 'sample',
    recordedAt,
    readModels: 'later',
  });
  if (problems.length > 0) {
    const first = problems.slice(0, 5).map((problem) => writeProblem(problem, 'en-US'));
    throw new Error(`The sample cannot be loaded into this ledger (${name}): ${first.join(' ')}`);
  }
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

type Cells = Record<string, string | number | null>;

function sheet(register: RegisterName, rows: Cells[]): Sheet {
  const columns = Object.keys(rows[0]);
  return { name: register, rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))] };
}

/**
 * The facts that became known after one day and by another; no sheet where there are none. What was corrected within
 * that time stands there once, as it was corrected: history came into the ledger as it stood.
 */
function factSheet(register: RegisterName, facts: Fact[], after: Day, by: Day): Sheet[] {
  const { key } = registerOf(register);
  const now = new Map<string, Cells>();
  for (const { known, cells } of facts) {
    if (known > after && known <= by) {
      now.set(key.map((column) => cells[column]).join(' '), cells);
    }
  }
  return now.size === 0 ? [] : [sheet(register, [...now.values()])];
}

function definitions(seed: number, places: Place[], holidays: Holiday[], time: Timetable): Sheet[] {
  const random = randomOf(seed, 'definitions');
  const settings = [
    { key: 'name_zh', value: `${PROVINCE.zh}政策台账（示例）` },
    { key: 'name_en', value: `Policy ledger of ${PROVINCE.en} (sample)` },
  ];
  return [
    sheet('setting', settings),
    ...(holidays.length === 0
      ? []
      : [
          sheet(
            'calendar_day',
            holidays.map(({ day, working, zh, en }) => ({
              day,
              working: working ? '是' : '否',
              name_zh: zh,
              name_en: en,
            }))
          ),
        ]),
    sheet(
      'org_unit',
      places.map(({ id, parent, tier, zh, en }) => ({
        unit_id: id,
        parent_unit_id: parent,
        tier,
        name_zh: zh,
        name_en: en,
      }))
    ),
    sheet(
      'department',
      DEPARTMENTS.map(({ id, zh, en }) => ({ department_id: id, name_zh: zh, name_en: en }))
    ),
    sheet(
      'domain',
      DOMAINS.map(({ id, zh, en }, i) => ({ domain_id: id, name_zh: zh, name_en: en, position: i + 1 }))
    ),
    sheet(
      'policy',
      POLICIES.map((policy) => {
        const issued = addDays(time.baseline, -random.whole(5, 200));
        return {
          policy_id: policy.id,
          title_zh: policy.zh,
          title_en: policy.en,
          unit_id: PROVINCE.id,
          domain_id: policy.domain,
          lead_department: policy.lead,
          supporting_departments: supportOf(seed, policy).join('、'),
          issued_on: issued,
          effective_on: addDays(issued, 30),
          ends_on: time.phases.long.due,
        };
      })
    ),
    sheet(
      'policy_step',
      POLICIES.flatMap(({ id, steps }) =>
        STEPS[steps].map(([zh, en], i) => ({ policy_id: id, step: i + 1, name_zh: zh, name_en: en }))
      )
    ),
    sheet(
      'indicator',
      INDICATORS.map((one) => ({
        indicator_id: one.id,
        name_zh: one.zh,
        name_en: one.en,
        unit_of_measure: one.unit,
        decimals: one.decimals,
        direction: one.direction,
        kind: one.kind,
        reporting_period: one.span,
        report_days: reportDays(one),
        aggregation: one.aggregation,
        progress_method: one.method,
        natural_limit: one.limit,
        domain_id: one.domain,
        department_id: one.department,
        policy_id: one.policy,
      }))
    ),
    sheet('risk_appetite', appetites(places)),
  ];
}

/** The province accepts level 2, and 1 where money is concerned; its strongest city accepts less in execution. */
function appetites(places: Place[]): Cells[] {
  const city = places.find(({ tier }) => tier === 3)!;
  return [
    ...['execution', 'society', 'mechanism'].map((category) => ({ category, unit_id: PROVINCE.id, level: 2 })),
    { category: 'resources', unit_id: PROVINCE.id, level: 1 },
    { category: 'execution', unit_id: city.id, level: 1 },
  ];
}
