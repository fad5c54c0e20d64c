/**
 * The linear pace of docs/methods.md §1, for frames that bring no verdict of their own (a spreadsheet, another
 * database). The ledger's frames are judged in SQL and never pass here.
 */
import { daysBetween } from './days';
import type { Status } from '../../../status/statuses';

export interface Judgeable {
  kind: string;
  /** 1 more is better, -1 less is better. */
  direction: 1 | -1;
  value: number | null;
  valueDate: string | null;
  baseline: number | null;
  baselineDate: string | null;
  target: number;
  upper: number | null;
  start: string | null;
  due: string | null;
  /** month, quarter, half_year or year, also in Chinese; of other words nothing goes stale. */
  reportingPeriod?: string;
}

const PERIOD_MONTHS: Record<string, number> = {
  month: 1,
  quarter: 3,
  half_year: 6,
  year: 12,
  月: 1,
  季: 3,
  季度: 3,
  半年: 6,
  年: 12,
};

/** Whether a value is older than one and a half reporting periods; a year is 365.25 days. */
function isStale({ valueDate, reportingPeriod = '' }: Judgeable, asOf: string): boolean {
  const months = PERIOD_MONTHS[reportingPeriod.toLowerCase()];
  const age = daysBetween(valueDate, asOf);
  return months !== undefined && age !== null && age > (1.5 * months * 365.25) / 12;
}

export interface Judgement {
  status: Status | null;
  /** Where the value should stand on its own date; null without dates or a way to go. */
  expected: number | null;
  /** Signed so that negative is behind. */
  gap: number | null;
  pace: number | null;
}

/**
 * Judges one phase as of a day. `status` is null where the frame does not say enough to judge: no dates and not
 * achieved, or no baseline.
 */
export function judge(phase: Judgeable, asOf: string): Judgement {
  const unknown = { expected: null, gap: null, pace: null };
  const { value, target, direction, baseline } = phase;
  if (value === null) {
    return { status: 'no_data', ...unknown };
  }
  const begins = phase.start ?? phase.baselineDate;
  if (begins !== null && begins > asOf) {
    return { status: 'not_started', ...unknown };
  }
  const stale = isStale(phase, asOf);
  if (phase.kind === 'floor' || phase.kind === 'ceiling' || phase.kind === 'range') {
    if (stale) {
      return { status: 'stale', ...unknown };
    }
    return { status: isWithin(phase, value) ? 'met' : 'breached', ...unknown };
  }
  const path = expectedOn(phase, phase.valueDate ?? asOf);
  if (direction * (value - target) >= 0) {
    return { status: 'achieved', ...path };
  }
  if (phase.due !== null && asOf > phase.due) {
    return { status: 'missed', ...path };
  }
  if (stale) {
    return { status: 'stale', ...path };
  }
  if (baseline !== null && baseline === target) {
    return { status: 'breached', ...unknown };
  }
  return { status: path.pace === null ? null : paceStatus(path.pace), ...path };
}

const isWithin = (phase: Judgeable, value: number) =>
  phase.kind === 'ceiling'
    ? value <= phase.target
    : value >= phase.target && (phase.kind === 'floor' || phase.upper === null || value <= phase.upper);

const paceStatus = (pace: number): Status =>
  pace >= 0.95 ? 'on_track' : pace >= 0.6 ? 'at_risk' : pace >= 0 ? 'off_track' : 'deteriorating';

function expectedOn(phase: Judgeable, day: string) {
  const { value, target, baseline, direction } = phase;
  const from = phase.baselineDate ?? phase.start;
  const whole = daysBetween(from, phase.due);
  const gone = daysBetween(from, day);
  if (value === null || baseline === null || baseline === target || !whole || whole < 0 || gone === null || gone <= 0) {
    return { expected: null, gap: null, pace: null };
  }
  // After the due date nothing more is expected than the target.
  const share = Math.min(gone / whole, 1);
  const expected = baseline + (target - baseline) * share;
  return {
    expected,
    gap: direction * (value - expected),
    pace: (value - baseline) / (target - baseline) / share,
  };
}
