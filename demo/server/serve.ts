/**
 * The demo's HTTP server on 127.0.0.1: the page, the plugins' files under the paths at which Grafana serves them, and
 * the few endpoints of Grafana's API that the plugins use.
 */
import fs from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Answer, Backend, DataSource } from '../backend/calls';
import { fileInside, sendFile } from './files';
import { dashboardsIn, pluginsIn } from './plugins';
import { uiFile } from './uiFiles';

const LARGEST_REQUEST = 16 * 1024 * 1024;

export interface Site {
  /** The built plugins. */
  dist: string;
  /** The built page: index.html, page.js, page.css and what they load. */
  page: string;
  /** Dashboards as `<language>/*.json`. */
  dashboards: string;
  /** The panels' examples, likewise. */
  examples: string;
  source: DataSource;
  backend: Backend;
  /** Latest day of the ledger, for the first time range; null if it is empty. */
  latestDay: string | null;
  /** IANA name of the time zone in which the ledger's days begin. */
  timeZone: string;
  /** Whether the ledger is the invented sample. */
  sample: boolean;
}

export interface Served {
  url: string;
  stop: () => Promise<void>;
}

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string
  ) {
    super(message);
  }
}

/** @throws Error with one sentence when the port is taken; with `port` 0 any free one is used. */
export async function serve(site: Site, port: number): Promise<Served> {
  const server = http.createServer((request, response) => {
    answer(site, request, response).catch((error: Error) => {
      const status = error instanceof Refused ? error.status : 502;
      send(response, json({ message: error.message }, status));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${port} of 127.0.0.1 is taken: choose another with "npm start -- --port N".`
            : `The demo could not listen on port ${port}: ${error.message}`,
          { cause: error }
        )
      )
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse) {
  refuseForeign(request);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const at = decodeURIComponent(url.pathname);
  if (at.startsWith('/api/')) {
    return send(response, await api(site, request, at, url));
  }
  if (at.startsWith('/public/') || at.startsWith('/page/')) {
    const file = publicFile(site, at);
    if (!file) {
      throw new Refused(404, `There is no file ${at}.`);
    }
    return sendFile(request, response, file);
  }
  return sendFile(request, response, path.join(site.page, 'index.html'));
}

/** Another web page in the same browser must not read the ledger: only requests addressed to this machine pass. */
function refuseForeign({ headers }: IncomingMessage) {
  const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/;
  const origin = headers.origin?.replace(/^https?:\/\//, '');
  if (!local.test(headers.host ?? '') || (origin !== undefined && origin !== headers.host)) {
    throw new Refused(403, 'The demo answers only its own page on 127.0.0.1.');
  }
}

function publicFile(site: Site, at: string): string | undefined {
  if (at.startsWith('/page/')) {
    return fileInside(site.page, at.slice('/page'.length));
  }
  const [, id, rest] = at.match(/^\/public\/plugins\/([^/]+)(\/.*)$/) ?? [];
  if (id) {
    const plugin = pluginsIn(site.dist).find((candidate) => candidate.id === id);
    return plugin && fileInside(plugin.folder, rest);
  }
  return uiFile(at);
}

async function api(site: Site, request: IncomingMessage, at: string, url: URL): Promise<Answer> {
  const { source, backend } = site;
  if (at === '/api/demo/boot') {
    return json(boot(site));
  }
  if (at === '/api/ds/query' && request.method === 'POST') {
    return backend.query(parse(await bodyOf(request)), contextHeaders(request));
  }
  const resource = at.match(/^\/api\/datasources\/uid\/([^/]+)\/resources\/(.*)$/);
  if (resource?.[1] === source.uid) {
    return backend.resource({
      path: resource[2],
      method: request.method ?? 'GET',
      url: resource[2] + url.search,
      headers: { 'Content-Type': request.headers['content-type'] ?? 'application/json' },
      body: await bodyOf(request),
    });
  }
  if (at === `/api/datasources/uid/${source.uid}/health`) {
    return backend.health();
  }
  const dashboard = at.match(/^\/api\/dashboards\/uid\/([^/]+)$/)?.[1];
  const found = dashboard && allDashboards(site).find(({ uid }) => uid === dashboard);
  if (found) {
    return json({ dashboard: JSON.parse(fs.readFileSync(found.file, 'utf8')), meta: { slug: found.uid, canEdit: false } });
  }
  if (at === '/api/search') {
    const wanted = url.searchParams.getAll('dashboardUIDs').flatMap((uids) => uids.split(','));
    const found = allDashboards(site).filter(({ uid }) => wanted.length === 0 || wanted.includes(uid));
    return json(found.map(({ uid, title }) => ({ uid, title, type: 'dash-db', url: `/d/${uid}` })));
  }
  if (at === '/api/prometheus/grafana/api/v1/rules') {
    // Alert rules live in Grafana: there are none here.
    return json({ status: 'success', data: { groups: [] } });
  }
  const plugin = at.match(/^\/api\/plugins\/([^/]+)\/settings$/)?.[1];
  const settings = plugin && pluginsIn(site.dist).find(({ id }) => id === plugin);
  if (settings) {
    return json({ ...settings.manifest, enabled: true, pinned: true, jsonData: {}, secureJsonFields: {} });
  }
  throw new Refused(404, `The demo does not have ${request.method} ${at}: only Grafana does.`);
}

const allDashboards = ({ dashboards, examples }: Site) => [...dashboardsIn(dashboards), ...dashboardsIn(examples, true)];

/** What the page must know before it starts. The data source's secrets stay here. */
function boot(site: Site) {
  const { dist, source, latestDay, timeZone, sample } = site;
  return {
    plugins: pluginsIn(dist).map(({ id, type, folder, manifest }) => ({
      id,
      type,
      manifest,
      module: `/public/plugins/${id}/module.js`,
      locales: localesOf(folder, id),
    })),
    dashboards: allDashboards(site).map(({ uid, title, description, language, example }) => ({
      uid,
      title,
      description,
      language,
      example,
    })),
    dataSource: { uid: source.uid, name: source.name, type: source.type, jsonData: source.jsonData },
    latestDay,
    timeZone,
    sample,
  };
}

function localesOf(folder: string, id: string): string[] {
  const locales = path.join(folder, 'locales');
  return fs.existsSync(locales)
    ? fs.readdirSync(locales).filter((language) => fs.existsSync(path.join(locales, language, `${id}.json`)))
    : [];
}

function contextHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => entry[0].startsWith('x-') && typeof entry[1] === 'string'
    )
  );
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST_REQUEST) {
      throw new Refused(413, 'The request is larger than 16 MB: send less at a time.');
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parse(body: Buffer) {
  try {
    const request = JSON.parse(body.toString('utf8'));
    if (Array.isArray(request?.queries)) {
      return request;
    }
  } catch {
    // Refused below like any other body that is no query.
  }
  throw new Refused(400, 'The request holds no queries: send {"from", "to", "queries": […]}.');
}

const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

function send(response: ServerResponse, { status, type, body }: Answer) {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
