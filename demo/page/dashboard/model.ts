/** The part of Grafana's dashboard JSON (schema v1) that the demo renders. */
import type { DataQuery, DataSourceRef, FieldConfigSource } from '@grafana/schema';
import type { AdHocVariableFilter, DataTransformerConfig } from '@grafana/data';

export interface Variable {
  type: string;
  name: string;
  label?: string;
  description?: string;
  hide?: 0 | 1 | 2;
  skipUrlSync?: boolean;
  query?: any;
  datasource?: DataSourceRef | null;
  regex?: string;
  refresh?: 0 | 1 | 2;
  sort?: number;
  multi?: boolean;
  includeAll?: boolean;
  allValue?: string;
  allowCustomValue?: boolean;
  filters?: AdHocVariableFilter[];
  current?: { text?: any; value?: any };
}

export interface Link {
  title: string;
  url?: string;
  tooltip?: string;
  icon?: string;
  targetBlank?: boolean;
  includeVars?: boolean;
  keepTime?: boolean;
}

export interface Panel {
  id: number;
  type: string;
  title?: string;
  description?: string;
  transparent?: boolean;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: DataSourceRef | null;
  targets?: DataQuery[];
  transformations?: DataTransformerConfig[];
  fieldConfig?: FieldConfigSource;
  options?: Record<string, unknown>;
  links?: Link[];
  maxDataPoints?: number;
  collapsed?: boolean;
  panels?: Panel[];
}

export interface Dashboard {
  uid: string;
  title: string;
  description?: string;
  time: { from: string; to: string };
  timezone?: string;
  refresh?: string;
  graphTooltip?: number;
  links?: Link[];
  templating: { list: Variable[] };
  panels: Panel[];
}
