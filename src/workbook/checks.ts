/**
 * Checks a workbook that was read: against itself, and against what the ledger holds. On the way, names become ids,
 * periods become their last day, and what was left to be computed (due dates, targets given as a change) is computed.
 */
import { type Measure, nameKey, type Value } from './cells';
import { type Day, dueAfter, endOfPeriod, endsPeriod, type Period, type Span, writePeriod } from './days';
import { factKey, type Facts, type Grid, type Known, type KnownIndicator, type Named } from './known';
import { nearest } from './nearest';
import { type Problem, say } from './problems';
import { type Column, type Reference, REGISTERS, type RegisterName } from './registers';
import type { Row, Table, Workbook } from './sheets';

export interface CheckOptions {
  /** Day on which the ledger comes to know the workbook, in its time zone: nothing in it may have happened later. */
  recordedOn: Day;
}

/**
 * Checks every row and completes it in place. Adds to `workbook.problems` and `workbook.notes`; with problems left, the
 * rows must not be stored. Rows that had unreadable cells are checked as far as they were read.
 */
export function checkWorkbook(workbook: Workbook, known: Known, options: CheckOptions): void {
  const ledger = withWorkbook(workbook, known);
  for (const register of REGISTERS) {
    const table = workbook.tables[register.name];
    if (table) {
      const context = { workbook, known, ledger, table, ...options };
      resolve(context);
      refuseDuplicates(context);
      CHECKS[register.name]?.(context);
    }
  }
}

interface Context extends CheckOptions {
  workbook: Workbook;
  /** What the ledger holds without this workbook. */
  known: Known;
  /** What it would hold with it. */
  ledger: Known & { directories: Record<Exclude<Reference, 'task' | 'risk'>, Directory> };
  table: Table;
}

/** Adds a problem at a cell of the row; without a column, at the row. */
function fail({ table, workbook }: Context, row: Row, name: string | undefined, zh: string, en: string) {
  workbook.problems.push(place(table, row, name, zh, en));
}

function place(table: Table, row: Row, name: string | undefined, zh: string, en: string): Problem {
  const problem: Problem = { sheet: table.sheet, row: row.row, message: say(zh, en) };
  if (name) {
    problem.column = table.headers[name] ?? table.register.columns.find((column) => column.name === name)!.zh;
    problem.value = writeValue(row.cells[name]);
  }
  return problem;
}

function writeValue(value: Value | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.join('、');
  }
  if (typeof value === 'object') {
    return 'amount' in value
      ? writeMeasure(value)
      : value.span === 'day'
        ? value.last
        : writePeriod(value.last, value.span);
  }
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
}

const writeMeasure = ({ amount, sign }: Measure): string =>
  sign === 'yes_no' ? (amount ? '是' : '否') : `${amount}${sign}`;

const text = (row: Row, name: string): string | null => (row.cells[name] as string | null | undefined) ?? null;
const number = (row: Row, name: string): number | null => (row.cells[name] as number | null | undefined) ?? null;
const day = (row: Row, name: string): Day | null => text(row, name);
const list = (row: Row, name: string): string[] => (row.cells[name] as string[] | null | undefined) ?? [];

// ---- references

interface Directory {
  ids: Map<string, Named>;
  byName: Map<string, string | null>;
  guesses: Map<string, string | undefined>;
}

function directory(ids: Map<string, Named>): Directory {
  const byName = new Map<string, string | null>();
  for (const [id, { zh, en }] of ids) {
    for (const name of new Set([nameKey(zh), nameKey(en)])) {
      byName.set(name, byName.has(name) ? null : id);
    }
  }
  return { ids, byName, guesses: new Map() };
}

function withWorkbook({ tables }: Workbook, known: Known): Context['ledger'] {
  const add = <T extends Named>(
    before: Map<string, T>,
    register: RegisterName,
    make: (row: Row, names: Named) => T
  ) => {
    const all = new Map(before);
    const key = tables[register]?.register.key[0];
    for (const row of tables[register]?.rows ?? []) {
      const id = text(row, key!);
      if (id) {
        const names = {
          zh: text(row, 'name_zh') ?? text(row, 'title_zh') ?? '',
          en: text(row, 'name_en') ?? text(row, 'title_en') ?? '',
        };
        all.set(id, make(row, names));
      }
    }
    return all;
  };
  const names = (_: Row, both: Named) => both;
  const units = add(known.units, 'org_unit', (row, both) => ({
    ...both,
    parent: text(row, 'parent_unit_id'),
    tier: Number(text(row, 'tier')),
  }));
  const departments = add(known.departments, 'department', names);
  const domains = add(known.domains, 'domain', names);
  const policies = add(known.policies, 'policy', names);
  const indicators = add<KnownIndicator>(known.indicators, 'indicator', (row, both) => ({
    ...both,
    unit_of_measure: text(row, 'unit_of_measure') ?? '',
    decimals: number(row, 'decimals') ?? 1,
    direction: Number(text(row, 'direction')),
    kind: text(row, 'kind') ?? '',
    reporting_period: (text(row, 'reporting_period') ?? 'month') as Span,
    natural_limit: number(row, 'natural_limit'),
  }));
  const calendar = new Map(known.calendar);
  for (const row of tables.calendar_day?.rows ?? []) {
    calendar.set(day(row, 'day') ?? '', row.cells.working === true);
  }
  const setting = (key: string) =>
    text(tables.setting?.rows.find((row) => row.cells.key === key) ?? { row: 0, cells: {} }, 'value');
  return {
    ...known,
    timeZone: setting('time_zone') ?? known.timeZone,
    riskGrid: setting('risk_grid') ?? known.riskGrid,
    units,
    departments,
    domains,
    policies,
    indicators,
    calendar,
    steps: new Set(known.steps),
    grids: gridsWith(tables, known.grids),
    tasks: new Map(known.tasks),
    extensions: new Map(known.extensions),
    completions: new Map(known.completions),
    risks: new Map(known.risks),
    directories: {
      org_unit: directory(units),
      department: directory(departments),
      domain: directory(domains),
      policy: directory(policies),
      indicator: directory(indicators),
    },
  };
}

const REFERENCE_WORDS: Record<Reference, { zh: string; en: string }> = {
  org_unit: { zh: '单位', en: 'unit' },
  department: { zh: '部门', en: 'department' },
  domain: { zh: '领域', en: 'domain' },
  policy: { zh: '政策', en: 'policy' },
  indicator: { zh: '指标', en: 'indicator' },
  task: { zh: '任务', en: 'task' },
  risk: { zh: '风险', en: 'risk' },
};

/** Turns names into ids; what names nothing is a problem, with the nearest known id. */
function resolve(context: Context) {
  const { table } = context;
  for (const column of table.register.columns) {
    const { refers, name, type } = column;
    if (!refers || refers === 'task' || refers === 'risk' || !(name in table.headers)) {
      continue;
    }
    const known = context.ledger.directories[refers];
    for (const row of table.rows) {
      if (type === 'ids') {
        const ids = list(row, name).map((id) => find(context, row, column, known, id) ?? id);
        row.cells[name] = [...new Set(ids)];
      } else if (row.cells[name] !== null) {
        const id = text(row, name)!;
        if (!known.ids.has(id)) {
          row.cells[name] = find(context, row, column, known, id) ?? null;
        }
      }
    }
  }
}

function find(
  context: Context,
  row: Row,
  { refers, name }: Column,
  known: Directory,
  wanted: string
): string | undefined {
  if (known.ids.has(wanted)) {
    return wanted;
  }
  const byName = known.byName.get(nameKey(wanted));
  if (byName) {
    return byName;
  }
  const { zh, en } = REFERENCE_WORDS[refers!];
  if (byName === null) {
    fail(
      context,
      row,
      name,
      `有不止一个${zh}叫“${wanted}”：请填代码。`,
      `More than one ${en} is called "${wanted}": give its code.`
    );
  } else {
    const meant = guess(known, wanted);
    const named = meant && `${meant} ${known.ids.get(meant)!.zh}`;
    const english = meant && `${meant} ${known.ids.get(meant)!.en}`;
    fail(
      context,
      row,
      name,
      `没有${zh}“${wanted}”：${named ? `是否应为“${named}”，` : ''}请改正或先登记。`,
      `There is no ${en} "${wanted}": ${english ? `did you mean "${english}"; ` : ''}correct it or add it first.`
    );
  }
  row.unread = true;
  return undefined;
}

/** The nearest id, by id or by name. Looked for once per word, so that ten thousand rows with one mistake stay quick. */
function guess(known: Directory, wanted: string): string | undefined {
  if (!known.guesses.has(wanted)) {
    const id = nearest(wanted, known.ids.keys());
    const name = id ? undefined : nearest(wanted, known.byName.keys());
    known.guesses.set(wanted, id ?? (name ? (known.byName.get(name) ?? undefined) : undefined));
  }
  return known.guesses.get(wanted);
}

function refuseDuplicates(context: Context) {
  const { table } = context;
  const { key, columns } = table.register;
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const parts = key.map((name) => row.cells[name]);
    if (parts.some((part) => part === null || part === undefined)) {
      continue;
    }
    const joined = parts.length === 1 ? String(parts[0]) : parts.map(keyPart).join('\u001f');
    const before = seen.get(joined);
    if (before === undefined) {
      seen.set(joined, row.row);
      continue;
    }
    const zh = key.map((name) => columns.find((column) => column.name === name)!.zh).join('、');
    const en = key.map((name) => columns.find((column) => column.name === name)!.en).join(', ');
    fail(
      context,
      row,
      key[key.length - 1],
      `与第 ${before} 行重复（${zh}相同）：请删去一行。`,
      `This repeats row ${before} (same ${en}): delete one of them.`
    );
  }
}

const keyPart = (part: Value): string => (typeof part === 'object' ? (part as Period).last : String(part));

// ---- one check per register

const CHECKS: Partial<Record<RegisterName, (context: Context) => void>> = {
  setting: checkSettings,
  org_unit: checkUnits,
  policy: checkPolicies,
  policy_step: ({ table, ledger }) => {
    table.rows.forEach((row) => ledger.steps.add(factKey(text(row, 'policy_id') ?? '', number(row, 'step') ?? 0)));
  },
  indicator: checkIndicators,
  risk_grid: checkGrids,
  risk_appetite: (context) => {
    const levels = context.ledger.grids.get(context.ledger.riskGrid)?.levels;
    for (const row of context.table.rows) {
      const level = number(row, 'level');
      if (levels && level !== null && !levels.has(level)) {
        const words = [...levels].sort().join('、');
        fail(
          context,
          row,
          'level',
          `在用的风险矩阵没有这一等级（有 ${words}）：请改正。`,
          `The grid in use has no such level (it has ${words}): correct it.`
        );
      }
    }
  },
  phase_target: checkTargets,
  observation: checkObservations,
  task: checkTasks,
  task_extension: checkExtensions,
  task_completion: checkCompletions,
  risk: checkRisks,
  risk_review: checkReviews,
};

function checkSettings(context: Context) {
  const rules: Record<string, [fits: (value: string) => boolean, zh: string, en: string]> = {
    time_zone: [
      isTimeZone,
      '应为时区名，如 Asia/Shanghai：请改正。',
      'This must be a time zone such as Asia/Shanghai: correct it.',
    ],
    language: [
      (value) => ['zh-Hans', 'en-US'].includes(value),
      '只能填 zh-Hans 或 en-US：请改正。',
      'Write zh-Hans or en-US.',
    ],
    due_soon_days: [
      (value) => /^\d{1,3}$/.test(value),
      '应为 0 到 999 的整数：请改正。',
      'This must be a whole number from 0 to 999: correct it.',
    ],
    risk_grid: [
      (value) => context.ledger.grids.has(value),
      '没有这个风险矩阵：请先登记或改正。',
      'There is no such risk grid: add it first or correct it.',
    ],
  };
  for (const row of context.table.rows) {
    const rule = rules[text(row, 'key') ?? ''];
    const value = text(row, 'value');
    if (rule && value !== null && !rule[0](value)) {
      fail(context, row, 'value', rule[1], rule[2]);
    }
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z_]+(\/[A-Za-z_+\-0-9]+)*$/.test(name);
  } catch {
    return false;
  }
}

/** Fails where the later of two days is not later (or, with `orSame`, is earlier). */
function inOrder(context: Context, row: Row, earlier: string, later: string, orSame: boolean) {
  const [a, b] = [day(row, earlier), day(row, later)];
  if (a !== null && b !== null && (orSame ? b < a : b <= a)) {
    const word = (name: string) => context.table.register.columns.find((column) => column.name === name)!;
    fail(
      context,
      row,
      later,
      `不能早于${orSame ? '' : '或等于'}“${word(earlier).zh}”（${a}）：请改正其一。`,
      `This must be ${orSame ? 'on or ' : ''}after "${word(earlier).en}" (${a}): correct one of them.`
    );
  }
}

function notInFuture(context: Context, row: Row, name: string) {
  const at = day(row, name);
  if (at !== null && at.slice(0, 10) > context.recordedOn) {
    fail(
      context,
      row,
      name,
      `晚于入账日期 ${context.recordedOn}，还没有发生：请改正。`,
      `This lies after ${context.recordedOn}, the day of recording, and cannot have happened yet: correct it.`
    );
  }
}

function checkUnits(context: Context) {
  const { table, known, ledger } = context;
  for (const row of table.rows) {
    const id = text(row, 'unit_id');
    const unit = id === null ? undefined : ledger.units.get(id);
    if (!id || !unit) {
      continue;
    }
    unit.parent = text(row, 'parent_unit_id');
    inOrder(context, row, 'valid_from', 'valid_to', false);
    const before = known.units.get(id);
    if (before && !row.unread && before.parent !== unit.parent) {
      fail(
        context,
        row,
        'parent_unit_id',
        `单位 ${id} 已登记在 ${before.parent ?? '最高一级'} 之下，不能改隶：请停用旧单位并新增单位。`,
        `Unit ${id} is recorded below ${before.parent ?? 'nothing'} and cannot be moved: end it and add a new unit.`
      );
    }
  }
  for (const row of table.rows) {
    const id = text(row, 'unit_id');
    const unit = id === null ? undefined : ledger.units.get(id);
    const parent = unit?.parent ? ledger.units.get(unit.parent) : undefined;
    if (!id || !unit || !parent) {
      continue;
    }
    if (isAboveItself(id, ledger.units)) {
      fail(
        context,
        row,
        'parent_unit_id',
        `单位 ${id} 成了自己的上级：请改正环中一个单位的上级。`,
        `Unit ${id} would be above itself: give one unit of the loop another parent.`
      );
    } else if (unit.tier <= parent.tier) {
      fail(
        context,
        row,
        'tier',
        `层级应低于上级单位 ${unit.parent}：请改正其一。`,
        `The tier must be below that of the parent ${unit.parent}: correct one of them.`
      );
    }
  }
}

function isAboveItself(id: string, units: Known['units']): boolean {
  const seen = new Set<string>();
  for (let at = units.get(id)?.parent ?? null; at !== null && !seen.has(at); at = units.get(at)?.parent ?? null) {
    if (at === id) {
      return true;
    }
    seen.add(at);
  }
  return false;
}

function leadIsNoSupport(context: Context, row: Row) {
  const lead = text(row, 'lead_department');
  if (lead !== null && list(row, 'supporting_departments').includes(lead)) {
    fail(
      context,
      row,
      'supporting_departments',
      `牵头部门 ${lead} 不能同时是配合部门：请从配合部门中删去。`,
      `The lead department ${lead} cannot support as well: leave it out here.`
    );
  }
}

/** Cell of a task's row that its checks fill: departments that supported it and are no longer in its list. */
export const WITHDRAWN = 'withdrawn_departments';
/** Rows that a note tells one by one. */
const TOLD = 5;

/** The list in a task's row is the whole list: fills `WITHDRAWN`, and notes it. A sheet without the column says nothing. */
function takeBackSupport({ table, workbook, known, ledger }: Context) {
  if (!('supporting_departments' in table.headers)) {
    return;
  }
  const rows: Row[] = [];
  for (const row of table.rows) {
    const listed = list(row, 'supporting_departments');
    const supporting = known.supports.get(factKey(text(row, 'unit_id') ?? '', text(row, 'task_id') ?? '')) ?? [];
    const withdrawn = supporting.filter((department) => !listed.includes(department));
    if (withdrawn.length > 0) {
      row.cells[WITHDRAWN] = withdrawn;
      rows.push(row);
    }
  }
  if (rows.length > 0) {
    const told = (language: 'zh' | 'en', write: (row: number, names: string[]) => string) =>
      rows.slice(0, TOLD).map((row) =>
        write(
          row.row,
          list(row, WITHDRAWN).map((id) => ledger.departments.get(id)?.[language] ?? id)
        )
      );
    const more = rows.length - TOLD;
    const zh = told('zh', (row, names) => `第 ${row} 行${names.join('、')}`).join('；');
    const en = told('en', (row, names) => `row ${row} ${names.join(', ')}`).join('; ');
    workbook.notes.push({
      sheet: table.sheet,
      column: table.headers.supporting_departments,
      message: say(
        `以下部门不再配合该任务（${zh}${more > 0 ? `；另有 ${more} 行` : ''}）：如非本意，请补回名单后重新导入。`,
        `These departments support the task no longer (${en}${more > 0 ? `; and ${more} more rows` : ''}): where this is not meant, put them back into the list and import again.`
      ),
    });
  }
}

function checkPolicies(context: Context) {
  for (const row of context.table.rows) {
    inOrder(context, row, 'issued_on', 'effective_on', true);
    inOrder(context, row, 'effective_on', 'ends_on', false);
    leadIsNoSupport(context, row);
  }
}

function checkIndicators(context: Context) {
  for (const row of context.table.rows) {
    const [kind, unit, method] = ['kind', 'unit_of_measure', 'progress_method'].map((name) => text(row, name));
    if (kind === 'rank' && method === 'growth') {
      fail(
        context,
        row,
        'progress_method',
        '名次不能按增长法判断：请改为序时或留空。',
        'A rank is never judged by growth: write linear or leave it empty.'
      );
    }
    for (const special of ['rank', 'yes_no']) {
      if (!row.unread && (kind === special) !== (unit === special)) {
        fail(
          context,
          row,
          'kind',
          '名次类、是否类的类型与计量单位必须一致：请改正其一。',
          'Kind and unit of measure must agree for ranks and yes/no: correct one of them.'
        );
        break;
      }
    }
    const before = context.known.indicators.get(text(row, 'indicator_id') ?? '');
    for (const fixed of ['unit_of_measure', 'reporting_period'] as const) {
      if (before && !row.unread && before[fixed] !== text(row, fixed)) {
        fail(
          context,
          row,
          fixed,
          `已登记为“${before[fixed]}”，改动会使旧数据失去含义：请新增一个指标。`,
          `It is recorded as "${before[fixed]}", and old values would lose their meaning: add a new indicator.`
        );
      }
    }
  }
}

// ---- risk grids

function gridsWith(tables: Workbook['tables'], known: Known['grids']): Known['grids'] {
  const grids = new Map([...known].map(([id, { cells, levels }]) => [id, { cells, levels: new Set(levels) }] as const));
  const grid = (id: string): Grid => {
    const found = grids.get(id) ?? { cells: [], levels: new Set<number>() };
    grids.set(id, found);
    return found;
  };
  for (const row of tables.risk_level?.rows ?? []) {
    const [id, level] = [text(row, 'grid_id'), number(row, 'level')];
    if (id !== null && level !== null) {
      grid(id).levels.add(level);
    }
  }
  const drawn = new Set<string>();
  for (const row of tables.risk_grid?.rows ?? []) {
    const [id, level] = [text(row, 'grid_id'), number(row, 'level')];
    if (id !== null && level !== null && text(row, 'axis') === 'likelihood') {
      if (!drawn.has(id)) {
        grid(id).cells = [];
        drawn.add(id);
      }
      grid(id).cells[level - 1] = (row.cells.cells as number[] | null) ?? [];
    }
  }
  return grids;
}

function checkGrids(context: Context) {
  const { table, ledger, known } = context;
  const rowsOf = new Map<string, Row[]>();
  for (const row of table.rows) {
    const id = text(row, 'grid_id');
    if (id !== null) {
      rowsOf.set(id, [...(rowsOf.get(id) ?? []), row]);
    }
  }
  for (const [id, rows] of rowsOf) {
    if (rows.some((row) => row.unread)) {
      continue;
    }
    const along = (axis: string) => rows.filter((row) => text(row, 'axis') === axis);
    const [likelihood, impact] = [along('likelihood'), along('impact')];
    const size = [likelihood.length, impact.length];
    const whole = (axis: Row[]) =>
      axis.length >= 3 && axis.length <= 7 && axis.every((row) => number(row, 'level')! <= axis.length);
    if (!whole(likelihood) || !whole(impact)) {
      fail(
        context,
        rows[0],
        'level',
        `矩阵 ${id} 的每个轴应有 3 至 7 级，从 1 起连续：请补齐或删去。`,
        `Each axis of grid ${id} needs 3 to 7 levels, numbered from 1 without gaps: complete it.`
      );
      continue;
    }
    const before = known.grids.get(id);
    if (before && before.cells.length > 0 && (before.cells.length !== size[0] || before.cells[0].length !== size[1])) {
      fail(
        context,
        rows[0],
        'grid_id',
        `矩阵 ${id} 已有评分，不能改变大小：请用新代码登记。`,
        `Grid ${id} exists in another size and may hold scores: give the new grid another id.`
      );
    }
    likelihood.forEach((row) => checkGridRow(context, row, ledger.grids.get(id)!, size[1]));
    impact
      .filter((row) => row.cells.cells !== null && row.cells.cells !== undefined)
      .forEach((row) =>
        fail(
          context,
          row,
          'cells',
          '影响轴只给名称：请清空这一格。',
          'A row of the impact axis has no cells: leave this empty.'
        )
      );
  }
}

/** A worse likelihood or impact may never have a lower level (Cox 2008, weak consistency needs it). */
function checkGridRow(context: Context, row: Row, { cells, levels }: Grid, impacts: number) {
  const at = number(row, 'level')!;
  const own = cells[at - 1];
  const below = cells[at - 2];
  if (own.length !== impacts) {
    fail(
      context,
      row,
      'cells',
      `应有 ${impacts} 格（影响的级数）：请改正。`,
      `This needs ${impacts} levels, one per impact: correct it.`
    );
  } else if (own.some((level) => !levels.has(level))) {
    fail(
      context,
      row,
      'cells',
      '用了“风险等级”表中没有的等级：请先登记或改正。',
      'A level stands here that the sheet "Risk levels" lacks: add it or correct it.'
    );
  } else if (own.some((level, i) => level < own[i - 1] || (below && level < below[i]))) {
    fail(
      context,
      row,
      'cells',
      '可能性或影响更高时，等级不能更低：请改正。',
      'A higher likelihood or impact may not have a lower level: correct it.'
    );
  }
}

// ---- indicators' values

/** The number that a measure means in the indicator's unit, or a sentence why it means none. */
function inUnit({ amount, sign }: Measure, unit: string): number | { zh: string; en: string } {
  const fits: Record<Measure['sign'], boolean> = {
    '': true,
    '%': unit === 'percent',
    pp: unit === 'percentage_points',
    yes_no: unit === 'yes_no',
  };
  if (!fits[sign]) {
    return say(
      `指标的计量单位是“${UNIT_WORDS[unit]?.zh ?? unit}”：请以该单位填写。`,
      `The indicator is measured in ${UNIT_WORDS[unit]?.en ?? unit}: give the value in that unit.`
    );
  }
  if (unit === 'yes_no' && amount !== 0 && amount !== 1) {
    return say('只能填“是”或“否”。', 'Write yes or no.');
  }
  if (unit === 'rank' && !(Number.isInteger(amount) && amount >= 1)) {
    return say('名次应为 1 以上的整数：请改正。', 'A rank is a whole number from 1: correct it.');
  }
  if ((unit === 'days' || unit === 'count') && amount < 0) {
    return say('天数和个数不能为负：请改正。', 'Days and counts cannot be negative: correct it.');
  }
  return amount;
}

const UNIT_WORDS: Record<string, { zh: string; en: string }> = Object.fromEntries(
  REGISTERS.find(({ name }) => name === 'indicator')!
    .columns.find(({ name }) => name === 'unit_of_measure')!
    .words!.map((word) => [word.value, word])
);

/** Turns a measure cell into a number in the indicator's unit; null where it is empty or wrong. */
function takeMeasure(
  context: Context,
  row: Row,
  name: string,
  { unit_of_measure, natural_limit, direction }: KnownIndicator
): number | null {
  const cell = row.cells[name];
  if (cell === null || cell === undefined) {
    row.cells[name] = null;
    return null;
  }
  const value = typeof cell === 'number' ? cell : inUnit(cell as Measure, unit_of_measure);
  if (typeof value !== 'number') {
    fail(context, row, name, value.zh, value.en);
    row.unread = true;
    return null;
  }
  if (natural_limit !== null && direction * (value - natural_limit) > 0) {
    fail(
      context,
      row,
      name,
      `超出该指标的自然极限 ${natural_limit}：请改正。`,
      `This is beyond ${natural_limit}, the best value that can exist: correct it.`
    );
  }
  row.cells[name] = value;
  return value;
}

function checkTargets(context: Context) {
  for (const row of context.table.rows) {
    const indicator = context.ledger.indicators.get(text(row, 'indicator_id') ?? '');
    inOrder(context, row, 'start_date', 'due_date', false);
    inOrder(context, row, 'baseline_date', 'start_date', true);
    if (!indicator) {
      continue;
    }
    if (indicator.kind === 'rank' && text(row, 'progress_method') === 'growth') {
      fail(
        context,
        row,
        'progress_method',
        '名次不能按增长法判断：请改为序时或留空。',
        'A rank is never judged by growth: write linear or leave it empty.'
      );
    }
    const baseline = takeMeasure(context, row, 'baseline_value', indicator);
    takeTarget(context, row, indicator, baseline);
    const needsBaseline = indicator.kind === 'target' || indicator.kind === 'rank';
    if (needsBaseline && baseline === null && !row.unread) {
      fail(
        context,
        row,
        'baseline_value',
        '这类指标要看进度：请填基期值。',
        'This kind of indicator is judged by its way to go: give the baseline.'
      );
    }
    const upper = takeMeasure(context, row, 'target_upper', indicator);
    const target = number(row, 'target_value');
    if (indicator.kind === 'range' && upper === null && !row.unread) {
      fail(context, row, 'target_upper', '区间类指标：请填目标上限。', 'A range needs its upper end: fill it in.');
    } else if (indicator.kind !== 'range' && upper !== null) {
      fail(
        context,
        row,
        'target_upper',
        '只有区间类指标有上限：请清空。',
        'Only a range has an upper end: leave it empty.'
      );
    } else if (upper !== null && target !== null && upper < target) {
      fail(
        context,
        row,
        'target_upper',
        '不能低于目标值：请改正其一。',
        'This must not be below the target: correct one of them.'
      );
    }
    const before = known(context.known.targets, row, ['unit_id', 'indicator_id', 'phase']);
    if (before && !row.unread && text(row, 'reason') === null && differs(row, before, TARGET_COLUMNS)) {
      fail(
        context,
        row,
        'reason',
        `与已登记的目标（${before.target_value}，${before.due_date} 到期）不同：请写明调整原因。`,
        `This differs from the recorded target (${before.target_value}, due ${before.due_date}): give the reason.`
      );
    }
  }
}

export const TARGET_COLUMNS = [
  'baseline_value',
  'baseline_date',
  'target_value',
  'target_upper',
  'start_date',
  'due_date',
  'progress_method',
];

function takeTarget(context: Context, row: Row, indicator: KnownIndicator, baseline: number | null) {
  const change = row.cells.target_change as Measure | null | undefined;
  const given = (row.cells.target_value ?? null) !== null;
  if (given === Boolean(change)) {
    if (!row.unread) {
      fail(
        context,
        row,
        'target_value',
        given ? '目标值与目标变化只能填一个：请清空一格。' : '请填目标值或目标变化。',
        given ? 'Give the target or the change, not both: empty one of them.' : 'Give the target or the change.'
      );
      row.unread = true;
    }
    takeMeasure(context, row, 'target_value', indicator);
    return;
  }
  if (change) {
    const target = changed(context, row, change, indicator, baseline);
    row.cells.target_value = target === undefined ? null : { amount: target, sign: '' };
  }
  if (!row.unread) {
    takeMeasure(context, row, 'target_value', indicator);
  }
}

/** A change of -30 % multiplies the baseline by 0.7; a change of +25 adds 25 units (percentage points to a percent). */
function changed(
  context: Context,
  row: Row,
  change: Measure,
  indicator: KnownIndicator,
  baseline: number | null
): number | undefined {
  const refuse = (zh: string, en: string) => {
    if (!row.unread) {
      fail(context, row, 'target_change', zh, en);
    }
    row.unread = true;
    return undefined;
  };
  if (baseline === null) {
    return refuse(
      '没有基期值，无法折算：请填基期值或目标值。',
      'Without a baseline a change has no meaning: give the baseline, or the target.'
    );
  }
  const measuredInPercent = ['percent', 'percentage_points'].includes(indicator.unit_of_measure);
  if (change.sign === 'yes_no' || (change.sign === 'pp' && !measuredInPercent)) {
    return refuse('变化应写成 -30% 或 +25：请改正。', 'Write the change as -30% or +25.');
  }
  if (change.sign !== '%') {
    return rounded(baseline + change.amount);
  }
  return baseline === 0
    ? refuse(
        '基期值为 0，不能按比例变化：请填目标值。',
        'The baseline is 0 and cannot change by a share: give the target.'
      )
    : rounded(baseline + (Math.abs(baseline) * change.amount) / 100);
}

/** Without the noise of binary fractions: 12 significant digits. */
const rounded = (value: number): number => Number(value.toPrecision(12));

function checkObservations(context: Context) {
  const { ledger, table } = context;
  const small: Row[] = [];
  for (const row of table.rows) {
    const indicator = ledger.indicators.get(text(row, 'indicator_id') ?? '');
    takePeriod(context, row, indicator);
    notInFuture(context, row, 'reported_at');
    if (!indicator) {
      continue;
    }
    const [numerator, denominator] = [number(row, 'numerator'), number(row, 'denominator')];
    const value = takeMeasure(context, row, 'value', indicator);
    const share = takeShare(context, row, indicator, numerator, denominator);
    if (value === null && share === null && !row.unread) {
      fail(
        context,
        row,
        'value',
        '没有数值：请填数值，或分子和分母。',
        'There is no value: give it, or numerator and denominator.'
      );
    }
    if (value !== null && share !== null && Math.abs(value - share) > 0.5000001 * 10 ** -indicator.decimals) {
      fail(
        context,
        row,
        'value',
        `与分子分母不符（${numerator}÷${denominator} 为 ${rounded(share)}）：请改正其一。`,
        `This contradicts numerator and denominator (${numerator} of ${denominator} is ${rounded(share)}): correct one of them.`
      );
    }
    if (value !== null && value > 0 && value < 1 && indicator.unit_of_measure === 'percent') {
      small.push(row);
    }
  }
  if (small.length > 0) {
    context.workbook.notes.push(
      place(
        table,
        small[0],
        'value',
        `共有 ${small.length} 个百分比小于 1：0.841 按 0.841% 入账；若应为 84.1%，请改正后重报。`,
        `${small.length} percent values are below 1: 0.841 is stored as 0.841 %; if 84.1 % was meant, correct and report again.`
      )
    );
  }
}

/** Fills an empty value from numerator and denominator; the share in percent, or their quotient for other units. */
function takeShare(
  context: Context,
  row: Row,
  indicator: KnownIndicator,
  numerator: number | null,
  denominator: number | null
): number | null {
  if ((numerator === null) !== (denominator === null)) {
    if (!row.unread) {
      const missing = numerator === null ? 'numerator' : 'denominator';
      fail(
        context,
        row,
        missing,
        '分子和分母应一起填：请补上或都清空。',
        'Numerator and denominator belong together: give both or neither.'
      );
      row.unread = true;
    }
    return null;
  }
  if (numerator === null || denominator === null) {
    return null;
  }
  if (denominator <= 0) {
    fail(context, row, 'denominator', '分母应大于 0：请改正。', 'The denominator must be above 0: correct it.');
    return null;
  }
  if (indicator.unit_of_measure !== 'percent' && row.cells.value !== null) {
    return null;
  }
  const share = (numerator / denominator) * (indicator.unit_of_measure === 'percent' ? 100 : 1);
  if (row.cells.value === null && !row.unread) {
    row.cells.value = rounded(share);
    takeMeasure(context, row, 'value', indicator);
  }
  return share;
}

function takePeriod(context: Context, row: Row, indicator: KnownIndicator | undefined) {
  const period = row.cells.period as Period | null;
  if (!period) {
    return;
  }
  const span = indicator?.reporting_period;
  if (span && (!endsPeriod(period.last, span) || isLonger(period.span, span))) {
    const end = endOfPeriod(period.last, span);
    fail(
      context,
      row,
      'period',
      `该指标按${SPAN_WORDS[span].zh}报送：请写成 ${writePeriod(end, span)} 或 ${end}。`,
      `This indicator is reported by the ${SPAN_WORDS[span].en}: write ${writePeriod(end, span)} or ${end}.`
    );
  } else if (period.last > context.recordedOn) {
    fail(
      context,
      row,
      'period',
      `期末晚于入账日期 ${context.recordedOn}，还没有结束：请改正期间。`,
      `This period ends after ${context.recordedOn}, the day of recording: correct the period.`
    );
  }
  row.cells.period = period.last;
}

const SPAN_LENGTHS: Record<Period['span'], number> = { day: 0, month: 1, quarter: 3, half_year: 6, year: 12 };
const isLonger = (written: Period['span'], reported: Span) => SPAN_LENGTHS[written] > SPAN_LENGTHS[reported];
const SPAN_WORDS: Record<Span, { zh: string; en: string }> = {
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  half_year: { zh: '半年', en: 'half-year' },
  year: { zh: '年', en: 'year' },
};

// ---- tasks

function known(facts: Facts, row: Row, key: string[]) {
  return facts.get(factKey(...key.map((name) => text(row, name) ?? '')));
}

function differs(row: Row, before: Record<string, unknown>, columns: string[]): boolean {
  return columns.some((name) => (row.cells[name] ?? null) !== (before[name] ?? null));
}

function checkTasks(context: Context) {
  const { ledger } = context;
  let unknownFrom: Day | undefined;
  const calendarEnds = endOfCalendar(ledger.calendar);
  for (const row of context.table.rows) {
    const start = day(row, 'start_date');
    const allowed = number(row, 'allowed_days');
    const kind = (text(row, 'day_kind') ?? 'calendar') as 'calendar' | 'working';
    leadIsNoSupport(context, row);
    const [policy, step] = [text(row, 'policy_id'), number(row, 'step')];
    if (policy !== null && step !== null && !ledger.steps.has(factKey(policy, step))) {
      fail(
        context,
        row,
        'step',
        `政策 ${policy} 没有这一环节：请先登记流程或改正。`,
        `Policy ${policy} has no such step: add it to its steps or correct it.`
      );
    }
    const weight = number(row, 'weight');
    if (weight !== null && weight <= 0) {
      fail(context, row, 'weight', '权重应大于 0：请改正。', 'The weight must be above 0: correct it.');
    }
    if (start !== null && allowed !== null) {
      const due = dueAfter(start, allowed, kind, ledger.calendar);
      if (kind === 'working' && due > calendarEnds && (!unknownFrom || due < unknownFrom)) {
        unknownFrom = due;
      }
      const given = day(row, 'due_date');
      if (given !== null && given !== due) {
        fail(
          context,
          row,
          'due_date',
          `与办理时限推算的 ${due} 不符：请清空其一。`,
          `The days allowed end on ${due}: empty one of the two.`
        );
      }
      row.cells.due_date = due;
    } else if (day(row, 'due_date') === null && !row.unread) {
      fail(context, row, 'due_date', '请填到期日期或办理时限。', 'Give the due date or the days allowed.');
    }
    inOrder(context, row, 'start_date', 'due_date', true);
    const [unit, id] = [text(row, 'unit_id'), text(row, 'task_id')];
    if (unit !== null && id !== null) {
      ledger.tasks.set(factKey(unit, id), { start_date: start });
    }
  }
  takeBackSupport(context);
  if (unknownFrom) {
    context.workbook.notes.push({
      sheet: context.table.sheet,
      message: say(
        `日历只到 ${calendarEnds || '（空）'}：之后的工作日按周一至周五推算，公布放假安排后请补录日历。`,
        `The calendar is known until ${calendarEnds || '(it is empty)'}: later working days are counted as Monday to Friday; add the holidays once they are announced.`
      ),
    });
  }
}

/** Last day of the last year of which the calendar lists days; empty where it lists none. */
export function endOfCalendar(calendar: ReadonlyMap<Day, boolean>): Day {
  let last = '';
  for (const listed of calendar.keys()) {
    last = listed > last ? listed : last;
  }
  return last === '' ? '' : `${last.slice(0, 4)}-12-31`;
}

/** The task of an event's row; a problem where there is none. */
function taskOf(context: Context, row: Row) {
  const [unit, id] = [text(row, 'unit_id'), text(row, 'task_id')];
  if (unit === null || id === null) {
    return undefined;
  }
  const task = context.ledger.tasks.get(factKey(unit, id));
  if (!task) {
    unknownOf(context, row, 'task_id', context.ledger.tasks, unit, id);
  }
  return task;
}

function unknownOf(context: Context, row: Row, name: 'task_id' | 'risk_id', facts: Facts, unit: string, id: string) {
  const own = [...facts.keys()]
    .filter((key) => key.startsWith(factKey(unit, '')))
    .map((key) => key.slice(factKey(unit, '').length));
  const meant = nearest(id, own);
  const { zh, en } = REFERENCE_WORDS[name === 'task_id' ? 'task' : 'risk'];
  fail(
    context,
    row,
    name,
    `单位 ${unit} 没有${zh}“${id}”：${meant ? `是否应为“${meant}”，` : ''}请改正或先登记。`,
    `Unit ${unit} has no ${en} "${id}": ${meant ? `did you mean "${meant}"; ` : ''}correct it or add it first.`
  );
}

/** An event that was recorded before may be reported again, but only as it was. */
function unchanged(context: Context, row: Row, facts: Facts, key: string[], columns: string[]) {
  const before = known(facts, row, key);
  const changedColumn =
    before && !row.unread && columns.find((name) => (row.cells[name] ?? null) !== (before[name] ?? null));
  if (before && changedColumn) {
    const was = before[changedColumn];
    fail(
      context,
      row,
      changedColumn,
      `这一事项已入账（原为“${was ?? '空'}”），不能改动：请以新的日期另记一条。`,
      `This event is recorded already (as "${was ?? 'empty'}") and cannot change: record another one with its own date.`
    );
  }
}

/** Names an unknown task, and a day before the task's start. */
function notBeforeTaskStarts(context: Context, row: Row, column: string) {
  const start = taskOf(context, row)?.start_date as string | null | undefined;
  const then = day(row, column);
  if (start && then !== null && then < start) {
    fail(
      context,
      row,
      column,
      `早于任务开始日期 ${start}：请改正。`,
      `This is before the task starts (${start}): correct it.`
    );
  }
}

function checkExtensions(context: Context) {
  for (const row of context.table.rows) {
    notBeforeTaskStarts(context, row, 'new_due_date');
    notInFuture(context, row, 'extended_on');
    unchanged(
      context,
      row,
      context.known.extensions,
      ['unit_id', 'task_id', 'extended_on'],
      ['new_due_date', 'reason']
    );
  }
}

function checkCompletions(context: Context) {
  for (const row of context.table.rows) {
    notBeforeTaskStarts(context, row, 'completed_on');
    notInFuture(context, row, 'completed_on');
    unchanged(context, row, context.known.completions, ['unit_id', 'task_id'], ['completed_on']);
  }
}

// ---- risks

function checkRisks(context: Context) {
  for (const row of context.table.rows) {
    notInFuture(context, row, 'opened_on');
    const [unit, id] = [text(row, 'unit_id'), text(row, 'risk_id')];
    if (unit !== null && id !== null) {
      context.ledger.risks.set(factKey(unit, id), { opened_on: day(row, 'opened_on') });
    }
  }
}

const SCORES = ['inherent', 'current', 'residual'] as const;
const REVIEW_COLUMNS = [
  ...SCORES.flatMap((basis) => [`${basis}_likelihood`, `${basis}_impact`]),
  'next_review_on',
  'mitigation_due_date',
  'mitigated_on',
];

function checkReviews(context: Context) {
  const grid = context.ledger.grids.get(context.ledger.riskGrid);
  for (const row of context.table.rows) {
    const [unit, id] = [text(row, 'unit_id'), text(row, 'risk_id')];
    const risk = unit === null || id === null ? undefined : context.ledger.risks.get(factKey(unit, id));
    if (unit !== null && id !== null && !risk) {
      unknownOf(context, row, 'risk_id', context.ledger.risks, unit, id);
    }
    const opened = risk?.opened_on as string | null | undefined;
    const reviewed = day(row, 'reviewed_on');
    if (opened && reviewed !== null && reviewed < opened) {
      fail(
        context,
        row,
        'reviewed_on',
        `早于登记日期 ${opened}：请改正。`,
        `This is before the risk was opened (${opened}): correct it.`
      );
    }
    notInFuture(context, row, 'reviewed_on');
    notInFuture(context, row, 'mitigated_on');
    inOrder(context, row, 'reviewed_on', 'next_review_on', false);
    const levels = SCORES.map((basis) => takeScore(context, row, basis, grid));
    if (levels[2] !== null && levels[0] !== null && levels[2] > levels[0] && text(row, 'note') === null) {
      fail(
        context,
        row,
        'note',
        '剩余风险高于固有风险：请在说明中写明原因，或改正评分。',
        'The residual risk is above the inherent one: explain it in the note or correct the scores.'
      );
    }
    unchanged(context, row, context.known.reviews, ['unit_id', 'risk_id', 'reviewed_on'], REVIEW_COLUMNS);
  }
}

/** The level of a score on the grid in use; null where it is not scored or not on the grid (a problem then). */
function takeScore(context: Context, row: Row, basis: string, grid: Grid | undefined): number | null {
  const [likelihood, impact] = [number(row, `${basis}_likelihood`), number(row, `${basis}_impact`)];
  if ((likelihood === null) !== (impact === null)) {
    if (!row.unread) {
      const missing = likelihood === null ? `${basis}_likelihood` : `${basis}_impact`;
      fail(
        context,
        row,
        missing,
        '可能性和影响应一起填：请补上或都清空。',
        'Likelihood and impact belong together: give both or neither.'
      );
    }
    return null;
  }
  if (likelihood === null || impact === null || !grid || grid.cells.length === 0) {
    return null;
  }
  const size: Array<[string, number, number]> = [
    [`${basis}_likelihood`, likelihood, grid.cells.length],
    [`${basis}_impact`, impact, grid.cells[0].length],
  ];
  for (const [name, value, most] of size) {
    if (value > most) {
      fail(
        context,
        row,
        name,
        `在用的风险矩阵只有 ${most} 级：请改正。`,
        `The grid in use has ${most} levels only: correct it.`
      );
    }
  }
  return grid.cells[likelihood - 1]?.[impact - 1] ?? null;
}
