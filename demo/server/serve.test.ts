import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { Backend, QueryRequest } from '../backend/calls';
import { type Served, serve, type Site } from './serve';

const asked: QueryRequest[] = [];
const backend: Backend = {
  query: async (request) => {
    asked.push(request);
    return { status: 200, type: 'application/json', body: '{"results":{}}' };
  },
  resource: async ({ path: at, method, body }) => ({ status: 201, type: 'text/plain', body: `${method} ${at} ${body}` }),
  health: async () => {
    throw new Error('The data source\'s backend did not answer (gone): look at the terminal of the demo.');
  },
  close: () => {},
};

describe('the demo on 127.0.0.1', () => {
  let served: Served;
  let site: Site;

  beforeAll(async () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'serve-'));
    const write = (name: string, text: string) => {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      fs.writeFileSync(path.join(root, name), text);
    };
    write('page/index.html', '<title>page</title>');
    write('dist/module.js', 'define([])');
    write('dist/plugin.json', '{"id":"shigan-policy-app","type":"app","info":{}}');
    write('dist/half/plugin.json', '{"id":"half-built-panel","type":"panel","info":{}}');
    write('dashboards/zh-Hans/risks.json', '{"uid":"shigan-risks-zh","title":"风险"}');
    write('examples/zh-Hans/moved.json', '{"uid":"shigan-example-moved-zh","title":"变动"}');
    write('dashboards/zh-Hans/overview.json', '{"uid":"shigan-overview-zh","title":"总览"}');
    site = {
      dist: path.join(root, 'dist'),
      page: path.join(root, 'page'),
      dashboards: path.join(root, 'dashboards'),
      examples: path.join(root, 'examples'),
      backend,
      latestDay: '2026-10-31',
      timeZone: 'Asia/Shanghai',
      sample: true,
      source: { uid: 'demo', name: 'Demo', type: 'x', version: '1', jsonData: {}, secrets: { password: 'not for the page' } },
    };
    served = await serve(site, 0);
  });
  afterAll(() => served.stop());

  const get = (at: string, init?: RequestInit) => fetch(served.url + at, init);

  it('tells the page what it needs, without secrets, and only of plugins that were built', async () => {
    const text = await (await get('/api/demo/boot')).text();
    expect(text).not.toContain('not for the page');
    const { plugins, dashboards } = JSON.parse(text);
    expect(plugins.map(({ id }: { id: string }) => id)).toEqual(['shigan-policy-app']);
    expect(dashboards.map(({ uid, example }: { uid: string; example: boolean }) => [uid, example])).toEqual([
      ['shigan-overview-zh', false],
      ['shigan-risks-zh', false],
      ['shigan-example-moved-zh', true],
    ]);
  });

  it('passes queries to the backend', async () => {
    const request = { from: '0', to: '1', queries: [{ refId: 'A' }] };
    const response = await get('/api/ds/query?ds_type=x', { method: 'POST', body: JSON.stringify(request) });
    expect(await response.json()).toEqual({ results: {} });
    expect(asked).toEqual([request]);
  });

  it('passes resources with their method, path and body', async () => {
    const response = await get('/api/datasources/uid/demo/resources/options', { method: 'POST', body: '{"list":"units"}' });
    expect([response.status, await response.text()]).toEqual([201, 'POST options {"list":"units"}']);
  });

  it('words a backend that does not answer in one sentence', async () => {
    const response = await get('/api/datasources/uid/demo/health');
    expect([response.status, (await response.json()).message]).toEqual([
      502,
      "The data source's backend did not answer (gone): look at the terminal of the demo.",
    ]);
  });

  it.each([
    ['POST', '/api/ds/query', 400, /^The request holds no queries/],
    ['GET', '/api/admin/users', 404, /^The demo does not have GET \/api\/admin\/users: only Grafana does\.$/],
    ['GET', '/api/dashboards/uid/unknown', 404, /only Grafana does/],
    ['GET', '/public/plugins/shigan-policy-app/none.js', 404, /^There is no file/],
    ['GET', '/public/plugins/shigan-policy-app/%2e%2e%2f%2e%2e%2fpage/index.html', 404, /^There is no file/],
  ])('answers %s %s with %d and a sentence', async (method, at, status, sentence) => {
    const response = await get(at, { method });
    expect(response.status).toBe(status);
    expect((await response.json()).message).toMatch(sentence);
  });

  it('shows the page at every address of the app and of dashboards', async () => {
    expect(await (await get('/d/shigan-risks-zh?var-unit=1')).text()).toBe('<title>page</title>');
  });

  it('sends a file once, and then only that it is still the same', async () => {
    const first = await get('/public/plugins/shigan-policy-app/module.js');
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    const again = await get('/public/plugins/shigan-policy-app/module.js', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    [{ host: 'elsewhere.example' }],
    [{ origin: 'http://elsewhere.example' }],
  ])('refuses requests that %j sends', async (headers) => {
    const status = await new Promise((resolve) =>
      http.get(`${served.url}/api/demo/boot`, { headers }, (response) => resolve(response.resume().statusCode))
    );
    expect(status).toBe(403);
  });

  it('says that a port is taken and what to do', async () => {
    const port = Number(new URL(served.url).port);
    await expect(serve(site, port)).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken: choose another with "npm start -- --port N".`
    );
  });
});
