/** Calls the data source's backend: queries, resources and health, as Grafana's server would. */
import path from 'node:path';
import { credentials, loadPackageDefinition, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** No answer may be larger than this. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const QUERY_WITHIN_MS = 60_000;

export interface DataSource {
  uid: string;
  name: string;
  type: string;
  jsonData: Record<string, unknown>;
  secrets: Record<string, string>;
  version: string;
}

/** A query request as the browser sends it to `/api/ds/query`: milliseconds since 1970 as text. */
export interface QueryRequest {
  from: string;
  to: string;
  queries: Array<{ refId: string; maxDataPoints?: number; intervalMs?: number; queryType?: string }>;
}

export interface ResourceRequest {
  path: string;
  method: string;
  /** Path with the query string. */
  url: string;
  headers: Record<string, string>;
  body: Buffer;
}

export interface Answer {
  status: number;
  type: string;
  body: Buffer | string;
}

export interface Backend {
  /** Answers in the shape of Grafana's `/api/ds/query`: `{results: {refId: {status, frames, error?}}}`. */
  query: (request: QueryRequest, headers: Record<string, string>) => Promise<Answer>;
  resource: (request: ResourceRequest) => Promise<Answer>;
  health: () => Promise<Answer>;
  close: () => void;
}

type Metadata = Record<string, { values: string[] }>;
interface DataAnswer {
  frames: Buffer[];
  error: string;
  status: number;
  errorSource: string;
}

export function callBackend(address: string, source: DataSource): Backend {
  const definition = loadSync(path.join(__dirname, 'plugin.proto'), { longs: Number, enums: String, defaults: true, keepCase: true });
  const services = loadPackageDefinition(definition).pluginv2 as Record<string, any>;
  const limits = { 'grpc.max_receive_message_length': LARGEST_ANSWER };
  const [data, resources, diagnostics] = ['Data', 'Resource', 'Diagnostics'].map(
    (name) => new services[name](address, credentials.createInsecure(), limits)
  );
  const pluginContext = {
    orgId: 1,
    pluginId: source.type,
    pluginVersion: source.version,
    user: { login: 'demo', name: 'Demo', email: '', role: 'Admin' },
    dataSourceInstanceSettings: {
      id: 1,
      uid: source.uid,
      name: source.name,
      jsonData: Buffer.from(JSON.stringify(source.jsonData)),
      decryptedSecureJsonData: source.secrets,
      lastUpdatedMS: Date.now(),
    },
  };
  const once = <T>(client: any, method: string, request: object): Promise<T> =>
    new Promise((resolve, reject) =>
      client[method](request, { deadline: Date.now() + QUERY_WITHIN_MS }, (error: ServiceError | null, answer: T) =>
        error ? reject(new Error(`The data source's backend did not answer (${error.details}): look at the terminal of the demo.`)) : resolve(answer)
      )
    );

  return {
    async query(request, headers) {
      const timeRange = { fromEpochMS: Number(request.from), toEpochMS: Number(request.to) };
      const { responses } = await once<{ responses: Record<string, DataAnswer> }>(data, 'QueryData', {
        pluginContext,
        headers,
        format: 'JSON',
        queries: request.queries.map((query) => ({
          refId: query.refId,
          queryType: query.queryType ?? '',
          maxDataPoints: query.maxDataPoints ?? 1000,
          intervalMS: query.intervalMs ?? 1000,
          timeRange,
          json: Buffer.from(JSON.stringify(query)),
        })),
      });
      const failed = Object.values(responses).some((response) => response.error);
      return { status: failed ? 207 : 200, type: 'application/json', body: resultsOf(responses) };
    },

    resource(request) {
      return new Promise((resolve, reject) => {
        const parts: Buffer[] = [];
        let code = 200;
        let type = 'application/json';
        const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, { values: [value] }]));
        const call = resources.CallResource({ ...request, pluginContext, headers }, { deadline: Date.now() + QUERY_WITHIN_MS });
        call.on('data', (part: { code: number; headers: Metadata; body: Buffer }) => {
          code = part.code || code;
          type = contentType(part.headers) ?? type;
          parts.push(part.body);
        });
        call.on('error', (error: ServiceError) =>
          reject(new Error(`The data source's backend did not answer (${error.details}): look at the terminal of the demo.`))
        );
        call.on('end', () => resolve({ status: code, type, body: Buffer.concat(parts) }));
      });
    },

    async health() {
      const { status, message, jsonDetails } = await once<{ status: string; message: string; jsonDetails: Buffer }>(
        diagnostics,
        'CheckHealth',
        { pluginContext, headers: {} }
      );
      const details = jsonDetails.length > 0 ? JSON.parse(jsonDetails.toString()) : undefined;
      return {
        status: status === 'OK' ? 200 : 400,
        type: 'application/json',
        body: JSON.stringify({ status, message, details }),
      };
    },

    close: () => [data, resources, diagnostics].forEach((client) => client.close()),
  };
}

/** The frames come as JSON already: they are put together as they are, not parsed and written again. */
function resultsOf(responses: Record<string, DataAnswer>): string {
  const results = Object.entries(responses).map(([refId, { frames, error, status, errorSource }]) => {
    const failure = error ? `,"error":${JSON.stringify(error)},"errorSource":${JSON.stringify(errorSource)}` : '';
    return `${JSON.stringify(refId)}:{"status":${status || (error ? 500 : 200)}${failure},"frames":[${frames.join(',')}]}`;
  });
  return `{"results":{${results.join(',')}}}`;
}

const contentType = (headers: Metadata): string | undefined =>
  Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1].values[0];
