/** What the ledger holds already, as far as a workbook's checks need it. */
import type { Day, Span } from './days';

export interface Named {
  zh: string;
  en: string;
}
export interface KnownUnit extends Named {
  parent: string | null;
  tier: number;
}
export interface KnownIndicator extends Named {
  unit_of_measure: string;
  decimals: number;
  direction: number;
  kind: string;
  reporting_period: Span;
  natural_limit: number | null;
}
/** A grid: `cells[likelihood - 1][impact - 1]` is a level. */
export interface Grid {
  cells: number[][];
  levels: Set<number>;
}

/** Rows of facts by `factKey` of their key columns, with the columns that a workbook could change. */
export type Facts = Map<string, Record<string, string | number | boolean | null>>;

export interface Known {
  timeZone: string;
  /** Id of the grid in use. */
  riskGrid: string;
  units: Map<string, KnownUnit>;
  departments: Map<string, Named>;
  domains: Map<string, Named>;
  policies: Map<string, Named>;
  /** `factKey(policy, step)`. */
  steps: Set<string>;
  indicators: Map<string, KnownIndicator>;
  calendar: Map<Day, boolean>;
  grids: Map<string, Grid>;
  /** Only those that the workbook names. */
  targets: Facts;
  tasks: Facts;
  /** Departments that support a task, by its key; a task without any may be missing. */
  supports: Map<string, string[]>;
  extensions: Facts;
  completions: Facts;
  risks: Facts;
  reviews: Facts;
}

export const factKey = (...parts: Array<string | number>): string => parts.join('\u001f');

/** A ledger without anything but the defaults of its schema: for checking a workbook that brings everything. */
export function emptyLedger(): Known {
  const cells = ['00112', '01122', '11223', '12234', '22344'].map((line) => [...line].map(Number));
  return {
    timeZone: 'Asia/Shanghai',
    riskGrid: 'default',
    units: new Map(),
    departments: new Map(),
    domains: new Map([
      ['manufacturing', { zh: '制造业', en: 'Manufacturing' }],
      ['services', { zh: '服务业', en: 'Services' }],
      ['livelihood', { zh: '民生', en: 'Livelihood' }],
      ['cross_cutting', { zh: '综合', en: 'Cross-cutting' }],
    ]),
    policies: new Map(),
    steps: new Set(),
    indicators: new Map(),
    calendar: new Map(),
    grids: new Map([['default', { cells, levels: new Set([0, 1, 2, 3, 4]) }]]),
    targets: new Map(),
    tasks: new Map(),
    supports: new Map(),
    extensions: new Map(),
    completions: new Map(),
    risks: new Map(),
    reviews: new Map(),
  };
}
