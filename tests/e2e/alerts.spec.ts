/** What becomes of an item that falls due: one alert, one message, and its end when the item is completed. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { askGrafana, DATABASE_URL, expect, inDatabase, test, WEBHOOK_PORT } from './grafana';

const PROJECT = path.resolve(__dirname, '..', '..');
const GROUP = 'shigan-e2e';
const RULE = 'End-to-end test';
const TASK = `E2E-${Date.now()}`;
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

interface Message {
  receiver: string;
  status: string;
  title: string;
  message: string;
  alerts: Array<{
    status: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
    values: unknown;
  }>;
}
interface Rule {
  uid: string;
  folderUID: string;
  title: string;
  for: string;
  data: Array<{ refId: string; model: Record<string, unknown> }>;
}

/** Imports one sheet as the command line does. */
async function importSheet(table: string, header: string, row: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shigan-e2e-'));
  fs.writeFileSync(path.join(folder, `${table}.csv`), `${header}\n${row}\n`);
  await promisify(execFile)('npx', ['tsx', 'ledger/cli.ts', 'import', folder], {
    cwd: PROJECT,
    env: { ...process.env, DATABASE_URL },
  });
  fs.rmSync(folder, { recursive: true });
}

/** A unit, a policy that goes on and a department, such that the unit has no task of that policy. */
const PLACE = `SELECT u.unit_id, u.name_zh, u.name_en, p.policy_id, d.department_id
  FROM ledger.org_unit u CROSS JOIN ledger.policy p CROSS JOIN ledger.department d
  WHERE u.valid_to IS NULL AND (p.ends_on IS NULL OR p.ends_on > current_date + 30) AND p.effective_on < current_date - 10
    AND NOT EXISTS (SELECT FROM ledger.task t WHERE t.unit_id = u.unit_id AND t.policy_id = p.policy_id)
  ORDER BY u.tier DESC, u.unit_id, p.policy_id, d.department_id LIMIT 1`;

const messages: Message[] = [];
let listener: http.Server | undefined;

test.skip(!DATABASE_URL || !WEBHOOK_PORT, 'E2E_DATABASE_URL and E2E_WEBHOOK_PORT are not set (docs/tests.md).');
test.beforeAll(async () => {
  listener = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      messages.push(JSON.parse(body));
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) =>
    listener?.on('error', reject).listen(WEBHOOK_PORT, '127.0.0.1', resolve)
  );
});
test.afterAll(async () => {
  listener?.closeAllConnections();
  listener?.close();
});

test('an item falls due, gives one alert and one message, and is resolved when it is completed', async ({
  context: { request },
}) => {
  test.setTimeout(480_000);
  const place = await inDatabase(undefined, async (client) => (await client.query(PLACE)).rows[0]);
  expect(place, 'The sample has no unit without tasks of a policy.').toBeTruthy();

  // The provisioned rule itself, asked of this unit and policy, without its waiting times.
  const provisioned = await askGrafana<Rule>(request, '/api/v1/provisioning/alert-rules/shigan-task-overdue');
  const rule = {
    ...provisioned,
    id: undefined,
    uid: 'shigan-e2e-overdue',
    title: RULE,
    ruleGroup: GROUP,
    provenance: '',
    for: '0s',
    data: provisioned.data.map((query) =>
      query.refId === 'A'
        ? {
            ...query,
            model: {
              ...query.model,
              scope: { units: [place.unit_id], subordinates: false, policies: [place.policy_id] },
            },
          }
        : query
    ),
    notification_settings: {
      receiver: 'shigan-webhook',
      group_by: ['alertname', 'grafana_folder'],
      group_wait: '1s',
      group_interval: '2s',
    },
  };
  const headers = { 'X-Disable-Provenance': 'true' };
  await request.delete(`/api/v1/provisioning/alert-rules/${rule.uid}`, { headers });
  const made = await request.put(`/api/v1/provisioning/folder/${rule.folderUID}/rule-groups/${GROUP}`, {
    headers,
    data: { title: GROUP, folderUid: rule.folderUID, interval: 10, rules: [rule] },
  });
  expect(made.ok(), await made.text()).toBe(true);

  try {
    const header =
      'unit_id,task_id,title_zh,title_en,policy_id,lead_department,accountable_officer,start_date,due_date,day_kind,weight';
    const row = (due: string) =>
      `${place.unit_id},${TASK},端到端测试任务,End-to-end task,${place.policy_id},${place.department_id},王测试,${day(-9)},${due},calendar,1`;
    const evaluated = async () => {
      const { data } = await askGrafana<{
        data: {
          groups: Array<{ name: string; rules: Array<{ health: string; lastEvaluation: string; alerts?: unknown[] }> }>;
        };
      }>(request, '/api/prometheus/grafana/api/v1/rules');
      return data.groups.find(({ name }) => name === GROUP)?.rules[0];
    };

    // Not due yet: the rule is evaluated and nothing is sent.
    await importSheet('task', header, row(day(3)));
    const since = Date.now();
    await expect
      .poll(async () => Date.parse((await evaluated())?.lastEvaluation ?? '') > since, { timeout: 120_000 })
      .toBe(true);
    expect((await evaluated())?.health).toBe('ok');
    expect(messages.filter(isOurs)).toEqual([]);

    // It falls due (by a correction of its date): one alert in one message.
    await importSheet('task', header, row(day(-2)));
    await expect.poll(() => messages.filter(isOurs).length, { timeout: 120_000 }).toBe(1);
    const [message] = messages.filter(isOurs);
    expect(message).toMatchObject({ receiver: 'shigan-webhook', status: 'firing' });
    expect(message.alerts).toHaveLength(1);
    const [{ labels, annotations }] = message.alerts;
    expect(labels).toMatchObject({
      task_id: TASK,
      unit_id: place.unit_id,
      policy_id: place.policy_id,
      product: 'shigan',
    });
    // Names are in the language of that Grafana's LEDGER_LANGUAGE.
    expect([place.name_zh, place.name_en]).toContain(annotations.summary.split(' · ')[0]);
    expect(annotations.summary).toMatch(/逾期 [123] 天/);
    expect(annotations.summary_en).toMatch(/End-to-end task|端到端测试任务/);
    expect(annotations.link).toContain(`var-unit=${place.unit_id}`);
    expect(message.message).toMatch(/端到端测试任务|End-to-end task/);
    expect(JSON.stringify(message)).not.toMatch(/%!|<no value>|\{\{|\[no value\]/);

    // It stays one while nothing changes.
    await new Promise((resolve) => setTimeout(resolve, 25_000));
    expect(messages.filter(isOurs)).toHaveLength(1);

    // It is completed: the alert ends, and says why.
    await importSheet(
      'task_completion',
      'unit_id,task_id,completed_on,evidence_url',
      `${place.unit_id},${TASK},${day(0)},https://example.org/e2e`
    );
    await expect.poll(() => messages.filter(isOurs).length, { timeout: 120_000 }).toBe(2);
    const last = messages.filter(isOurs)[1];
    expect(last.status).toBe('resolved');
    expect(last.alerts.map(({ status, labels: { task_id } }) => [status, task_id])).toEqual([['resolved', TASK]]);
    expect(last.alerts[0].annotations.ended_en).toContain('done or extended');
  } finally {
    await request.delete(`/api/v1/provisioning/alert-rules/${rule.uid}`, { headers });
  }
});

/** Messages of the rule under test: the provisioned ones may warn of the same task before it is due. */
function isOurs({ alerts }: Message): boolean {
  return alerts.some(({ labels }) => labels.alertname === RULE && labels.task_id === TASK);
}
