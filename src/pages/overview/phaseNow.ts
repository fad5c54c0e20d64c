import { dayAt, numberAt, type Row } from '../rows';

/**
 * The row of the phase that a day falls into: of the phases under way the one that is due first, else the last one that
 * was due, else the first to come. Undefined without rows.
 */
export function phaseNow(rows: Row[], asOf: string): Row | undefined {
  const inOrder = [...rows].sort((a, b) => (numberAt(a, 'phase_position') ?? 0) - (numberAt(b, 'phase_position') ?? 0));
  const underWay = inOrder.find((row) => dayAt(row, 'start_date') <= asOf && asOf <= dayAt(row, 'due_date'));
  const past = inOrder.filter((row) => dayAt(row, 'due_date') < asOf);
  return underWay ?? past[past.length - 1] ?? inOrder[0];
}
