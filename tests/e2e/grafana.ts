/** What all end-to-end tests need: a Grafana to ask, a database to prepare, a page that is watched for complaints. */
import { test as base, expect } from '@grafana/plugin-e2e';
import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';
import { Client } from 'pg';

export { expect };
/** The provisioned data source. */
export const DATA_SOURCE = 'shigan-ledger';
export const DATA_SOURCE_TYPE = 'shigan-policy-datasource';
/** URL of a superuser of the PostgreSQL on which the provisioned ledger is; its path is that ledger's database. */
export const DATABASE_URL = process.env.E2E_DATABASE_URL ?? '';
/** The port of 127.0.0.1 to which Grafana's SHIGAN_WEBHOOK_URL leads. */
export const WEBHOOK_PORT = Number(process.env.E2E_WEBHOOK_PORT ?? 0);

export interface User {
  user: string;
  password: string;
}
export const ADMIN: User = {
  user: process.env.GRAFANA_USER ?? 'admin',
  password: process.env.GRAFANA_PASSWORD ?? 'admin',
};

export async function logIn(context: BrowserContext, user: User = ADMIN) {
  const answer = await context.request.post('/login', { data: user });
  expect(answer.status(), `Grafana refused the login of ${user.user}: set GRAFANA_USER and GRAFANA_PASSWORD.`).toBe(
    200
  );
}

/** Tests that begin logged in as the admin, and in English. */
export const test = base.extend<{ loggedIn: void }>({
  grafanaAPICredentials: ADMIN,
  loggedIn: [
    async ({ context }, use) => {
      await logIn(context);
      await context.request.patch('/api/user/preferences', { data: { language: 'en-US' } });
      await use();
    },
    { auto: true },
  ],
});

/** Grafana asks this of every dashboard and means "not public" by 404. */
const EXPECTED_404 = '/public-dashboards';

/** What a page said that it should not have: errors on the console, answers of 400 and above. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith(EXPECTED_404)) {
      complaints.push(message.text());
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith(EXPECTED_404)) {
      complaints.push(`${response.status()} ${response.url()}`);
    }
  });
  return complaints;
}

export async function settled(page: Page) {
  await page.waitForLoadState('networkidle');
  await expect(page.getByLabel('Panel loading bar')).toHaveCount(0, { timeout: 30_000 });
  await page.waitForTimeout(500);
}

/** Runs statements in a database of the server, as its superuser. */
export async function inDatabase<T>(name: string | undefined, work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(DATABASE_URL);
  if (name) {
    url.pathname = `/${name}`;
  }
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Grafana's JSON answer; anything but 2xx fails the test with what Grafana said. */
export async function askGrafana<T>(request: APIRequestContext, url: string): Promise<T> {
  const answer = await request.get(url);
  expect(answer.ok(), `${url}: ${answer.status()} ${(await answer.text()).slice(0, 300)}`).toBe(true);
  return answer.json() as Promise<T>;
}
