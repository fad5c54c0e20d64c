/**
 * What the examples of the two panels share. They show invented numbers from Grafana's built-in TestData source, each
 * query carrying its rows as CSV: an example needs no ledger, and can be taken apart in the panel editor.
 */
import type { Dashboard, FieldConfigSource } from '@grafana/schema';
import { datasourceVariable, layout, type Shelf } from '../dashboard';
import { type Language, sayIn } from '../language';
import type { Placed } from '../panel';

const TEST_DATA = { type: 'grafana-testdata-datasource', uid: '${datasource}' };

/** The day that the examples are judged on: the end of their time range. */
export const AS_OF = '2026-10-31';

/** A row of CSV; null is an empty value. */
export type Row = Array<string | number | boolean | null>;

/** @param header names of the columns, divided by spaces */
export function csv(header: string, rows: Row[]): string {
  const names = header.trim().split(/\s+/);
  return [names, ...rows].map((row) => row.map(quoted).join(',')).join('\n');
}

function quoted(value: Row[number]): string {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

interface Shown {
  title: string;
  description: string;
  /** One table or several, each a query of its own. */
  tables: string[];
  options: Record<string, unknown>;
  overrides?: FieldConfigSource['overrides'];
}

export const gauge = (shown: Shown) => panel('shigan-phasegauge-panel', shown);
export const heatmap = (shown: Shown) => panel('shigan-riskheatmap-panel', shown);

function panel(type: string, { title, description, tables, options, overrides = [] }: Shown): Placed {
  return {
    type,
    title,
    description,
    datasource: TEST_DATA,
    targets: tables.map((csvContent, at) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + at),
      datasource: TEST_DATA,
      scenarioId: 'csv_content',
      csvContent,
    })),
    fieldConfig: { defaults: {}, overrides },
    options,
  };
}

interface Content {
  /** Part of the uid and of the file's name. */
  name: string;
  title: string;
  description: string;
  shelves: Shelf[];
}

/** An example as a dashboard that any Grafana with a TestData source shows. */
export function example(language: Language, { name, title, description, shelves }: Content): Dashboard {
  return {
    uid: `shigan-example-${name}-${language === 'zh-Hans' ? 'zh' : 'en'}`,
    title,
    description,
    tags: ['shigan', 'example', language],
    editable: true,
    graphTooltip: 1,
    schemaVersion: 41,
    version: 1,
    refresh: '',
    timezone: 'utc',
    time: { from: '2025-01-01T00:00:00.000Z', to: `${AS_OF}T23:59:59.000Z` },
    timepicker: {},
    fiscalYearStartMonth: 0,
    links: [],
    templating: {
      list: [datasourceVariable(sayIn(language)('测试数据', 'Test data'), TEST_DATA.type)],
    },
    annotations: { list: [] },
    panels: layout(shelves),
  };
}
