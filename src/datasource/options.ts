/** What can be chosen: the backend's resource `options`, asked by pickers and by query variables alike. */
import type { DataQuery } from '@grafana/schema';
import type { Language, Scope } from './query';

export const OPTION_LISTS = [
  'units',
  'departments',
  'policies',
  'indicators',
  'domains',
  'phases',
  'tiers',
  'categories',
  'statuses',
  'lights',
] as const;
export type OptionList = (typeof OPTION_LISTS)[number];

export interface OptionsRequest {
  list: OptionList;
  /** Only what belongs to this part of the ledger. */
  scope?: Scope;
  /** Part of a name, or an id; empty: all. */
  query?: string;
  language?: Language | '';
}

export interface PolicyOption {
  value: string;
  label: string;
  /** Of a unit: the names of the units above it, "A / B". */
  description?: string;
  /** Of a unit: the id of the unit above. */
  parent?: string;
}

/** The query of a query variable is the request of its options; ids in the scope may be `$variables`. */
export interface PolicyVariableQuery extends OptionsRequest, DataQuery {}

/** A key of ad hoc filters, with the list that its values come from: the backend's resource `filters`. */
export interface FilterKey {
  value: string;
  label: string;
  list: OptionList;
}
