/**
 * `npm run bench -- viewers`: people who have the overview dashboard open in a real Grafana (GRAFANA_URL on this machine,
 * GRAFANA_USER, GRAFANA_PASSWORD) with our plugins and a ledger. Each posts what the dashboard's JSON asks, one request a
 * panel as Grafana's page does, every thirty seconds; then the requests of an hour follow without pauses, to see whether
 * memory grows. Nothing is drawn: this is the load on Grafana, data source and database, not on a browser.
 *
 * VIEWERS (50), VIEWERS_MINUTES at that pace (5), VIEWERS_REQUESTS in the second part (those of the rest of an hour), and
 * VIEWERS_LONGEST, minutes after which the second part ends with what it has (20).
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { write } from './figures';

const REFRESH_MS = 30_000;
const DATA_SOURCE = 'shigan-ledger';
const PLUGIN = 'shigan-policy-datasource';
const DASHBOARD = path.resolve(__dirname, '..', 'dashboards', 'json', 'zh-Hans', 'overview.json');

interface Panel {
  targets?: object[];
  panels?: Panel[];
}
/** The queries of one panel. */
type Question = object[];

interface Site {
  url: string;
  /** One session a viewer. */
  cookies: string[];
  questions: Question[];
  /** What viewers look at: the topmost unit for every other one, a unit below for the rest. */
  units: string[];
}

/** What was asked: milliseconds of each answer, and how often each failure was told. */
interface Asked {
  times: number[];
  failures: Map<string, number>;
}

interface Memory {
  grafana: number;
  source: number;
  goroutines: number;
}

export async function benchViewers() {
  const viewers = setting('VIEWERS', 50, 200);
  const minutes = setting('VIEWERS_MINUTES', 5, 60);
  const site = await openSite(viewers);
  const cycles = Math.ceil((minutes * 60_000) / REFRESH_MS);
  const hour = (3_600_000 / REFRESH_MS - cycles) * viewers * site.questions.length;
  const requests = setting('VIEWERS_REQUESTS', Math.max(hour, 0), 200_000);
  const longest = setting('VIEWERS_LONGEST', 20, 120);

  write(['', 'answers', 'failed', 'p50 ms', 'p95 ms', 'longest ms']);
  const before = await memoryOf(site);
  const paced: Asked = { times: [], failures: new Map() };
  await Promise.all(site.cookies.map((_, viewer) => refresh(site, viewer, cycles, paced)));
  tell(`${viewers} viewers, ${minutes} minutes`, paced);
  const between = await memoryOf(site);
  const dense: Asked = { times: [], failures: new Map() };
  const began = Date.now();
  await askWithoutPause(site, requests, began + longest * 60_000, dense);
  const took = Math.round((Date.now() - began) / 1000);
  tell(`up to ${requests} more, without pauses`, dense);
  const after = await memoryOf(site);

  console.log(
    `The second part took ${took} s: ${Math.round(dense.times.length / Math.max(took, 1))} answers a second.`
  );
  write(['memory, MB (resident)', 'Grafana', 'data source', 'goroutines']);
  for (const [name, { grafana, source, goroutines }] of [
    ['at the start', before],
    ['after the paced part', between],
    ['at the end', after],
  ] as const) {
    write([name, megabytes(grafana), megabytes(source), String(goroutines)]);
  }
  for (const [said, count] of [...paced.failures, ...dense.failures]) {
    console.log(`${count} × ${said}`);
  }
}

/** @throws Error with one sentence: no number, or one that is out of bounds */
function setting(name: string, otherwise: number, most: number): number {
  const given = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(given) || given < 0 || given > most) {
    throw new Error(`${name} must be a whole number from 0 to ${most}, not ${process.env[name]}: set another.`);
  }
  return given;
}

/** @throws Error with one sentence */
async function openSite(viewers: number): Promise<Site> {
  const url = (process.env.GRAFANA_URL ?? '').replace(/\/$/, '');
  if (!/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(url)) {
    throw new Error('GRAFANA_URL names no Grafana on this machine: set it, such as http://127.0.0.1:3000.');
  }
  const { panels } = JSON.parse(fs.readFileSync(DASHBOARD, 'utf8')) as { panels: Panel[] };
  const cookies: string[] = [];
  for (let viewer = 0; viewer < viewers; viewer++) {
    cookies.push(await logIn(url));
  }
  const options = await post(url, cookies[0], `/api/datasources/uid/${DATA_SOURCE}/resources/options`, {
    list: 'units',
  });
  const units = ((await options.json()) as Array<{ value: string; parent?: string }>).filter(Boolean);
  const [top] = units;
  if (!top) {
    throw new Error('The ledger of that Grafana has no units: load the sample first.');
  }
  const below = units.filter(({ parent }) => parent === top.value).map(({ value }) => value);
  return { url, cookies, questions: questionsOf(panels), units: [top.value, ...below] };
}

const questionsOf = (panels: Panel[]): Question[] =>
  panels.flatMap((panel) => [...(panel.targets ? [panel.targets] : []), ...questionsOf(panel.panels ?? [])]);

async function logIn(url: string): Promise<string> {
  const user = process.env.GRAFANA_USER ?? 'admin';
  const answer = await post(url, '', '/login', { user, password: process.env.GRAFANA_PASSWORD ?? 'admin' });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (!answer.ok || cookies.length === 0) {
    throw new Error(`Grafana refused the login of ${user}: set GRAFANA_USER and GRAFANA_PASSWORD.`);
  }
  return cookies.join('; ');
}

function post(url: string, cookie: string, at: string, body: object): Promise<Response> {
  return fetch(url + at, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(120_000),
  });
}

/** Opens the dashboard somewhere within the first thirty seconds and lets it refresh itself. */
async function refresh(site: Site, viewer: number, cycles: number, asked: Asked) {
  let next = Date.now() + (viewer / site.cookies.length) * REFRESH_MS;
  for (let cycle = 0; cycle < cycles; cycle++) {
    await pause(Math.max(0, next - Date.now()) + Math.random() * 500);
    await Promise.all(site.questions.map((question) => ask(site, viewer, question, asked)));
    // A page that is still loading does not refresh.
    next = Math.max(next + REFRESH_MS, Date.now());
  }
}

/** As many panels' requests as there are viewers at any time. */
async function askWithoutPause(site: Site, requests: number, until: number, asked: Asked) {
  let next = 0;
  await Promise.all(
    site.cookies.map(async (_, viewer) => {
      while (next < requests && Date.now() < until) {
        await ask(site, viewer, site.questions[next++ % site.questions.length], asked);
      }
    })
  );
}

async function ask(site: Site, viewer: number, question: Question, { times, failures }: Asked) {
  const unit = viewer % 2 === 0 ? site.units[0] : site.units[viewer % site.units.length];
  const now = Date.now();
  const body = {
    from: String(now - 730 * 86_400_000),
    to: String(now),
    queries: question.map((target) => JSON.parse(JSON.stringify(target, filledIn(unit)))),
  };
  const began = performance.now();
  const said = await post(site.url, site.cookies[viewer], '/api/ds/query', body).then(
    async (answer) => failureIn(answer.status, (await answer.json()) as Answer),
    (error: Error) => error.message
  );
  times.push(performance.now() - began);
  if (said) {
    failures.set(said, (failures.get(said) ?? 0) + 1);
  }
}

/** The dashboard's variables, as its page fills them in. */
const filledIn = (unit: string) => (_: string, value: unknown) =>
  value === '$unit' ? unit : value === '${datasource}' ? DATA_SOURCE : value;

interface Answer {
  message?: string;
  results?: Record<string, { error?: string }>;
}

function failureIn(status: number, { message, results = {} }: Answer): string | undefined {
  const error = Object.values(results).find((result) => result.error)?.error;
  return error ?? (status >= 400 ? (message ?? `status ${status}`) : undefined);
}

/** What Grafana and the data source's process tell of themselves; NaN of what they do not. */
async function memoryOf({ url, cookies }: Site): Promise<Memory> {
  const metrics = async (at: string) => {
    const answer = await fetch(url + at, { headers: { Cookie: cookies[0] } });
    return answer.ok ? answer.text() : '';
  };
  const [grafana, source] = [await metrics('/metrics'), await metrics(`/api/plugins/${PLUGIN}/metrics`)];
  return {
    grafana: metric(grafana, 'process_resident_memory_bytes'),
    source: metric(source, 'process_resident_memory_bytes'),
    goroutines: metric(source, 'go_goroutines'),
  };
}

const metric = (text: string, name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN);
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);

function tell(name: string, { times, failures }: Asked) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(0);
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
  write([name, String(times.length), String(failed), at(0.5), at(0.95), at(1)]);
}
