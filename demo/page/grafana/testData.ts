/**
 * Grafana's built-in test data source (`grafana-testdata-datasource`), as far as the examples ask it: what a query brings
 * along as CSV (scenario `csv_content`) or as frames (scenario `raw_frame`). Columns are typed as Grafana 12.2 types them.
 */
import {
  type DataFrame,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
  DataSourceApi,
  type DataSourceInstanceSettings,
  type Field,
  FieldType,
  toDataFrame,
} from '@grafana/data';
import { parse } from 'csv-parse/sync';

export const TEST_DATA = 'grafana-testdata-datasource';

interface TestDataQuery extends DataQuery {
  scenarioId?: string;
  csvContent?: string;
  rawFrameContent?: string;
}

export class TestData extends DataSourceApi<TestDataQuery> {
  async query({ targets }: DataQueryRequest<TestDataQuery>): Promise<DataQueryResponse> {
    return { data: targets.filter(({ hide }) => !hide).flatMap(framesOf) };
  }

  async testDatasource() {
    return { status: 'success', message: 'OK' };
  }
}

/** There is nothing to sign in to, so every page has it, under the name that it has in Grafana. */
export const testDataSettings: DataSourceInstanceSettings = {
  id: 2,
  uid: 'testdata',
  name: 'TestData',
  type: TEST_DATA,
  access: 'proxy',
  readOnly: true,
  jsonData: {},
  meta: {
    id: TEST_DATA,
    name: 'TestData',
    type: 'datasource' as never,
    module: '',
    baseUrl: '',
    metrics: true,
    info: {
      version: '',
      author: { name: '' },
      description: '',
      links: [],
      logos: { small: '', large: '' },
      screenshots: [],
      updated: '',
    },
  },
};

/** @throws Error with one sentence for another scenario, a table that is no CSV, or frames that are no JSON. */
function framesOf({ refId, scenarioId, csvContent = '', rawFrameContent = '' }: TestDataQuery): DataFrame[] {
  switch (scenarioId) {
    case 'csv_content':
      return [{ ...frameOfCsv(csvContent), refId }];
    case 'raw_frame':
      return [JSON.parse(rawFrameContent)].flat().map((frame) => ({ ...toDataFrame(frame), refId }));
    default:
      throw new Error(`The demo's test data know the scenarios csv_content and raw_frame, not "${scenarioId}": only Grafana does.`);
  }
}

/**
 * A table with a heading line as a frame: a column whose values are all numbers holds numbers, one of `true` and `false`
 * flags, any other text, dates included; an empty value is null.
 */
export function frameOfCsv(csv: string): DataFrame {
  const [names = [], ...rows] = parse(csv, { trim: true, skip_empty_lines: true }) as string[][];
  const fields = names.map((name, at): Field => typed(name, rows.map((row) => (row[at] === '' ? null : row[at]))));
  return { fields, length: rows.length };
}

function typed(name: string, values: Array<string | null>): Field {
  const known = values.filter((value) => value !== null);
  const are = (test: (value: string) => boolean) => known.length > 0 && known.every(test);
  const read = (type: FieldType, convert: (value: string) => unknown): Field => ({
    name,
    type,
    config: {},
    values: values.map((value) => (value === null ? null : convert(value))),
  });
  if (are((value) => Number.isFinite(Number(value)))) {
    return read(FieldType.number, Number);
  }
  return are((value) => value === 'true' || value === 'false')
    ? read(FieldType.boolean, (value) => value === 'true')
    : read(FieldType.string, String);
}
