/** Frames of any source, read as risks or as counts. The contract stands in README.md. */
import { type DataFrame, dateTimeFormat, type Field, FieldType, getFieldDisplayName } from '@grafana/data';

export type Basis = 'inherent' | 'current' | 'residual';
export const BASES: Basis[] = ['inherent', 'current', 'residual'];

/** What a field can mean to the panel; `likelihood` and `impact` are those of the shown basis. */
export type Role =
  | 'likelihood'
  | 'impact'
  | 'id'
  | 'title'
  | 'count'
  | 'category'
  | 'categoryName'
  | 'unit'
  | 'department'
  | 'owner'
  | 'status'
  | 'trend'
  | 'appetite'
  | 'aboveAppetite'
  | 'nextReview'
  | 'reviewOverdue'
  | 'mitigation'
  | 'mitigationDue'
  | 'mitigationOverdue'
  | 'worst'
  | 'asOf'
  | 'previousLikelihood'
  | 'previousImpact';

/** Names of fields chosen in the options; what is left out is guessed. */
export type Mapping = Partial<Record<Role, string>>;

/** A score as it stands in the frame: a number, a word of the axis, or null where nobody scored. */
export type RawScore = number | string | null;

export interface Score {
  likelihood: RawScore;
  impact: RawScore;
}

export interface Risk {
  /** Unique in one reading. */
  key: string;
  id: string;
  title: string;
  category: string;
  categoryName: string;
  unit: string;
  department: string;
  owner: string;
  /** Status word of the ledger; empty where the frame has none. */
  status: string;
  trend: string;
  scores: Partial<Record<Basis, Score>>;
  /** Where it stood before, as the row itself tells; undefined where the frame has no such fields. */
  previous?: Score;
  /** The day that the row tells of, YYYY-MM-DD. */
  asOf: string;
  /** Highest accepted level; null where none is set. */
  appetite: number | null;
  /** YYYY-MM-DD, or empty. */
  nextReview: string;
  /** Days; 0 when not overdue. */
  reviewOverdue: number;
  mitigation: string;
  mitigationDue: string;
  mitigationOverdue: number;
  /** Where its data links are found. */
  frame: DataFrame;
  row: number;
}

/** A row of the `matrix` view: a cell with its counts. */
export interface CellCount {
  likelihood: RawScore;
  impact: RawScore;
  count: number;
  aboveAppetite: number;
  reviewOverdue: number;
  worst: string;
}

/** Risks of one score, category and appetite by one basis, as a `matrix` frame counts them in `meta.custom.counts`. */
export interface Counted extends Score {
  basis: Basis;
  category: string;
  categoryName: string;
  /** Highest accepted level; null where none is set. */
  appetite: number | null;
  count: number;
  reviewOverdue: number;
}

/** What the shown state is compared with. */
export interface Earlier<T> {
  rows: T[];
  /** YYYY-MM-DD; empty where the rows themselves tell where they stood before, without a day. */
  asOf: string;
  /** Days between the two that the frames bring too and that are not shown. */
  between: number;
}

export type Reading =
  | { kind: 'empty' }
  | { kind: 'missing'; missing: Array<'likelihood' | 'impact'>; found: string[] }
  | {
      kind: 'risks';
      risks: Risk[];
      /** True where a row limit left risks out: then nothing is compared, for what is missing seems new or closed. */
      cut: boolean;
      /** Of a cut answer the counts of all risks, where a frame brings them. */
      counted: Counted[] | null;
      earlier: Earlier<Risk> | null;
      basis: Basis;
      bases: Basis[];
      grids: unknown[];
      asOf: string;
      /** Days that the frames tell of. */
      days: number;
    }
  | { kind: 'counts'; counts: CellCount[]; earlier: Earlier<CellCount> | null; grids: unknown[]; asOf: string };

const PREFIXES: Record<Basis, string[]> = {
  inherent: ['inherent', 'initial', '固有'],
  current: ['current', '当前', '现有'],
  residual: ['residual', 'target', '剩余', '残余'],
};

const NAMES: Record<Role, string[]> = {
  likelihood: ['likelihood', 'probability', '可能性', '概率'],
  impact: ['impact', 'severity', 'consequence', '影响', '影响程度', '后果'],
  id: ['risk_id', 'id', '风险编号', '编号'],
  title: ['title', 'risk', 'risk_title', 'name', 'indicator', '风险', '风险名称', '名称', '标题', '指标'],
  count: ['count', 'risks', 'number', '数量', '风险数', '项数'],
  category: ['category', 'class', '类别', '风险类别'],
  categoryName: ['category_name', '类别名称'],
  unit: ['unit', 'unit_name', '单位', '地区'],
  department: ['department', 'lead_department', '部门', '牵头部门'],
  owner: ['owner', 'risk_owner', '责任人'],
  status: ['status', '状态'],
  trend: ['trend', '趋势'],
  appetite: ['appetite_level', 'appetite', '风险偏好'],
  aboveAppetite: ['above_appetite', '超出偏好'],
  nextReview: ['next_review_on', 'next_review', 'review_date', '下次评审', '评审日期'],
  reviewOverdue: ['review_overdue_days', 'review_overdue', '评审逾期天数', '评审逾期'],
  mitigation: ['mitigation', 'treatment', '应对措施', '整改措施'],
  mitigationDue: ['mitigation_due_date', 'mitigation_due', '措施期限', '整改期限'],
  mitigationOverdue: ['mitigation_overdue_days', '措施逾期天数'],
  worst: ['worst_risk', '最高风险'],
  asOf: ['as_of', 'snapshot_date', 'snapshot', '截至日期', '快照日期'],
  previousLikelihood: ['previous_likelihood', 'moved_from_likelihood', 'from_likelihood', '上期可能性', '原可能性'],
  previousImpact: ['previous_impact', 'moved_from_impact', 'from_impact', '上期影响', '上期影响程度', '原影响程度'],
};

const plain = (name: string) => name.toLowerCase().replace(/[\s_\-()（）]/g, '');

function fieldNamed(frame: DataFrame, names: string[]): Field | undefined {
  for (const name of names.map(plain)) {
    const field = frame.fields.find(
      (candidate) => plain(candidate.name) === name || plain(candidate.config.displayName ?? '') === name
    );
    if (field) {
      return field;
    }
  }
  return undefined;
}

/** The field of a role: the one that the options name, else the first of the usual names that the frame has. */
export function findField(frame: DataFrame, role: Role, mapping: Mapping): Field | undefined {
  const chosen = mapping[role];
  return chosen
    ? frame.fields.find((field) => field.name === chosen || getFieldDisplayName(field, frame) === chosen)
    : fieldNamed(frame, NAMES[role]);
}

type Pair = Record<'likelihood' | 'impact', Field | undefined>;

function findPairs(frame: DataFrame, mapping: Mapping, shown: Basis): Partial<Record<Basis, Pair>> {
  const pairs: Partial<Record<Basis, Pair>> = {};
  for (const basis of BASES) {
    const prefixed = (role: 'likelihood' | 'impact') =>
      fieldNamed(
        frame,
        PREFIXES[basis].flatMap((prefix) => NAMES[role].map((name) => prefix + name))
      );
    pairs[basis] = { likelihood: prefixed('likelihood'), impact: prefixed('impact') };
  }
  const unprefixed = {
    likelihood: fieldNamed(frame, NAMES.likelihood),
    impact: fieldNamed(frame, NAMES.impact),
  };
  pairs.current = {
    likelihood: pairs.current?.likelihood ?? unprefixed.likelihood,
    impact: pairs.current?.impact ?? unprefixed.impact,
  };
  if (mapping.likelihood || mapping.impact) {
    pairs[shown] = {
      likelihood: mapping.likelihood ? findField(frame, 'likelihood', mapping) : pairs[shown]?.likelihood,
      impact: mapping.impact ? findField(frame, 'impact', mapping) : pairs[shown]?.impact,
    };
  }
  return pairs;
}

const complete = (pair: Pair | undefined): pair is Record<'likelihood' | 'impact', Field> =>
  Boolean(pair?.likelihood && pair.impact);

function text(field: Field | undefined, row: number): string {
  const value = field?.values[row];
  return value === null || value === undefined ? '' : String(value);
}

/** A number, or null where the value is none; strings that are numbers count. */
function number(field: Field | undefined, row: number): number | null {
  const value = field?.values[row];
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : typeof read === 'boolean' ? Number(read) : null;
}

function rawScore(field: Field, row: number): RawScore {
  const value = field.values[row];
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) {
    return null;
  }
  return number(field, row) ?? String(value).trim();
}

const DAY = 86_400_000;

/**
 * A day as YYYY-MM-DD; empty where there is none. Dates come as midnight in UTC and must not slip to the day before
 * in another time zone; any other moment is told in the dashboard's zone.
 */
function day(field: Field | undefined, row: number, timeZone: string): string {
  const value = field?.values[row];
  if (value === null || value === undefined || value === '') {
    return '';
  }
  const written = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(value) : null;
  if (written) {
    return written[0];
  }
  const moment = typeof value === 'number' ? value : Date.parse(String(value));
  if (!Number.isFinite(moment)) {
    return '';
  }
  return moment % DAY === 0
    ? new Date(moment).toISOString().slice(0, 10)
    : dateTimeFormat(moment, { timeZone, format: 'YYYY-MM-DD' });
}

function daysLate(due: string, asOf: string): number {
  return due && asOf ? Math.max(0, Math.round((Date.parse(asOf) - Date.parse(due)) / DAY)) : 0;
}

export interface ReadingParameters {
  mapping: Mapping;
  /** The basis that is asked for; another one is read where the frames do not have it. */
  basis: Basis;
  /** End of the time range as YYYY-MM-DD: the as-of date of frames that do not bring their own. */
  rangeEnd: string;
  timeZone: string;
}

/**
 * Reads all frames that have a likelihood and an impact; others are passed over. Frames with one row per risk count
 * before frames of counts, so that a panel with both does not count twice; only where a row limit has cut the rows
 * (`meta.custom.cut`) do the counts stand for all.
 */
export function readRisks(frames: DataFrame[], parameters: ReadingParameters): Reading {
  const { mapping, basis: asked, rangeEnd, timeZone } = parameters;
  const filled = frames.filter((frame) => frame.fields.length > 0);
  if (filled.length === 0) {
    return { kind: 'empty' };
  }
  const read = filled.map((frame) => ({ frame, pairs: findPairs(frame, mapping, asked) }));
  const usable = read.filter(({ pairs }) => BASES.some((basis) => complete(pairs[basis])));
  if (usable.length === 0) {
    const missing = (['likelihood', 'impact'] as const).filter((role) =>
      read.every(({ pairs }) => BASES.every((basis) => !pairs[basis]?.[role]))
    );
    return {
      kind: 'missing',
      missing: missing.length > 0 ? missing : ['likelihood', 'impact'],
      found: [...new Set(filled.flatMap((frame) => frame.fields.map((field) => getFieldDisplayName(field, frame))))],
    };
  }
  const grids = usable
    .map(({ frame }) => frame.meta?.custom?.grid)
    .filter((grid) => grid !== undefined && grid !== null);
  const isCounts = (frame: DataFrame) =>
    Boolean(findField(frame, 'count', mapping)) &&
    !findField(frame, 'title', mapping) &&
    !findField(frame, 'id', mapping);
  const rows = usable.filter(({ frame }) => !isCounts(frame));
  const dayOf = (frame: DataFrame) => statedDay(frame) ?? rangeEnd;
  if (rows.length === 0) {
    const counts = usable.flatMap(({ frame, pairs }) => {
      const pair = [asked, 'current' as const, ...BASES].map((basis) => pairs[basis]).find(complete)!;
      const asOf = findField(frame, 'asOf', mapping);
      return readCounts(frame, pair, mapping).map((row, i) => ({ row, asOf: day(asOf, i, timeZone) || dayOf(frame) }));
    });
    const days = daysOf([...usable.map(({ frame }) => statedDay(frame)), ...counts.map(({ asOf }) => asOf)]);
    const at = (asked: string) => counts.filter(({ asOf }) => asOf === asked).map(({ row }) => row);
    return { kind: 'counts', counts: at(days.last), earlier: earlierOf(days, at), grids, asOf: days.last };
  }
  const bases = BASES.filter((basis) => rows.some(({ pairs }) => complete(pairs[basis])));
  const basis = [asked, 'current' as const, 'residual' as const, 'inherent' as const].find((b) => bases.includes(b))!;
  const all = rows.flatMap(({ frame, pairs }, index) => readRows(frame, pairs, mapping, dayOf(frame), timeZone, index));
  const days = daysOf([...rows.map(({ frame }) => statedDay(frame)), ...all.map(({ asOf }) => asOf)]);
  const at = (asked: string) => all.filter(({ asOf }) => asOf === asked);
  const risks = at(days.last);
  const cut = rows.some(({ frame }) => frame.meta?.custom?.cut === true);
  const counting = usable.filter(({ frame }) => isCounts(frame) && dayOf(frame) === days.last);
  const counted = cut ? counting.flatMap(({ frame }) => countedIn(frame)) : [];
  return {
    kind: 'risks',
    risks,
    cut,
    counted: counted.length > 0 ? counted : null,
    earlier: cut ? null : (earlierOf(days, at) ?? previousOf(risks, basis)),
    basis,
    bases,
    grids,
    asOf: days.last,
    days: days.count,
  };
}

/** The counts that ride with a `matrix` frame; none where it has none. */
function countedIn(frame: DataFrame): Counted[] {
  const counts: unknown = frame.meta?.custom?.counts;
  return Array.isArray(counts)
    ? counts.map((each) => ({
        basis: each.basis,
        category: each.category,
        categoryName: each.category_name,
        appetite: each.appetite_level,
        likelihood: each.likelihood,
        impact: each.impact,
        count: each.count,
        reviewOverdue: each.review_overdue,
      }))
    : [];
}

/** The day that a frame says it tells of; undefined where it says none. */
function statedDay(frame: DataFrame): string | undefined {
  const stated: unknown = frame.meta?.custom?.asOf;
  return typeof stated === 'string' && stated !== '' ? stated.slice(0, 10) : undefined;
}

interface Days {
  first: string;
  last: string;
  count: number;
}

function daysOf(found: Array<string | undefined>): Days {
  const days = [...new Set(found.filter((each) => each !== undefined))].sort();
  return { first: days[0] ?? '', last: days[days.length - 1] ?? '', count: days.length };
}

/** What the first day brings, where there is more than one day. */
const earlierOf = <T>({ first, count }: Days, at: (day: string) => T[]): Earlier<T> | null =>
  count > 1 ? { rows: at(first), asOf: first, between: count - 2 } : null;

/** The risks as they stood before by their own account; null where no frame tells. */
function previousOf(risks: Risk[], basis: Basis): Earlier<Risk> | null {
  const known = risks.filter(({ previous }) => previous !== undefined);
  const rows = known
    .filter(({ previous }) => previous!.likelihood !== null && previous!.impact !== null)
    .map((risk) => ({ ...risk, scores: { ...risk.scores, [basis]: risk.previous } }));
  return known.length > 0 ? { rows, asOf: '', between: 0 } : null;
}

/** Every row of a frame as a risk; without pairs of scores its rows are any items with a title, a unit, a status. */
export function readRows(
  frame: DataFrame,
  pairs: Partial<Record<Basis, Pair>>,
  mapping: Mapping,
  asOf: string,
  timeZone: string,
  index: number
): Risk[] {
  const field = (role: Role) => findField(frame, role, mapping);
  const fields = {
    id: field('id'),
    title: field('title'),
    category: field('category'),
    categoryName: field('categoryName'),
    unit: field('unit'),
    department: field('department'),
    owner: field('owner'),
    status: field('status'),
    trend: field('trend'),
    appetite: field('appetite'),
    nextReview: field('nextReview'),
    reviewOverdue: field('reviewOverdue'),
    mitigation: field('mitigation'),
    mitigationDue: field('mitigationDue'),
    mitigationOverdue: field('mitigationOverdue'),
    asOf: field('asOf'),
    previousLikelihood: field('previousLikelihood'),
    previousImpact: field('previousImpact'),
  };
  const before = { likelihood: fields.previousLikelihood, impact: fields.previousImpact };
  return Array.from({ length: frame.length }, (_, row) => {
    const scores: Risk['scores'] = {};
    for (const basis of BASES) {
      const pair = pairs[basis];
      if (complete(pair)) {
        scores[basis] = { likelihood: rawScore(pair.likelihood, row), impact: rawScore(pair.impact, row) };
      }
    }
    const rowDay = day(fields.asOf, row, timeZone) || asOf;
    const id = text(fields.id, row);
    const category = text(fields.category, row);
    const nextReview = day(fields.nextReview, row, timeZone);
    const mitigationDue = day(fields.mitigationDue, row, timeZone);
    return {
      key: `${index}/${row}`,
      id,
      title: text(fields.title, row) || id || `${row + 1}`,
      category,
      categoryName: text(fields.categoryName, row) || category,
      unit: text(fields.unit, row),
      department: text(fields.department, row),
      owner: text(fields.owner, row),
      status: text(fields.status, row),
      trend: text(fields.trend, row),
      scores,
      previous: complete(before)
        ? { likelihood: rawScore(before.likelihood, row), impact: rawScore(before.impact, row) }
        : undefined,
      asOf: rowDay,
      appetite: number(fields.appetite, row),
      nextReview,
      reviewOverdue: fields.reviewOverdue ? (number(fields.reviewOverdue, row) ?? 0) : daysLate(nextReview, rowDay),
      mitigation: text(fields.mitigation, row),
      mitigationDue,
      mitigationOverdue: fields.mitigationOverdue ? (number(fields.mitigationOverdue, row) ?? 0) : 0,
      frame,
      row,
    };
  });
}

function readCounts(frame: DataFrame, pair: Record<'likelihood' | 'impact', Field>, mapping: Mapping): CellCount[] {
  const [count, above, overdue, worst] = (['count', 'aboveAppetite', 'reviewOverdue', 'worst'] as const).map((role) =>
    findField(frame, role, mapping)
  );
  return Array.from({ length: frame.length }, (_, row) => ({
    likelihood: rawScore(pair.likelihood, row),
    impact: rawScore(pair.impact, row),
    count: number(count, row) ?? 0,
    aboveAppetite: number(above, row) ?? 0,
    reviewOverdue: number(overdue, row) ?? 0,
    worst: text(worst, row),
  }));
}

/** Links of a risk: those of its title first, then of any other field, each address once. */
export function linksOf(risk: Risk, mapping: Mapping) {
  const first = findField(risk.frame, 'title', mapping) ?? findField(risk.frame, 'id', mapping);
  const fields = [...(first ? [first] : []), ...risk.frame.fields.filter((field) => field !== first)];
  const links = fields
    .filter((field) => (field.config.links?.length ?? 0) > 0 && field.getLinks)
    .flatMap((field) => field.getLinks!({ valueRowIndex: risk.row }));
  return links.filter((link, i) => links.findIndex((other) => other.href === link.href) === i);
}

/** True of a frame that has what the panel needs: for suggestions. */
export function isRiskFrame(frame: DataFrame): boolean {
  const pairs = findPairs(frame, {}, 'current');
  const scores = (field: Field | undefined) =>
    field !== undefined && (field.type === FieldType.number || field.type === FieldType.string);
  return BASES.some(
    (basis) => complete(pairs[basis]) && scores(pairs[basis]?.likelihood) && scores(pairs[basis]?.impact)
  );
}
