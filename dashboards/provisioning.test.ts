/** What operations copy into Grafana: every rule asks what the backend answers and leads to a dashboard that exists. */
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { globSync } from 'glob';
import { parse } from 'yaml';
import { fitToKind } from '../src/datasource/fitToKind';
import { allDashboards } from './all';

const FOLDER = path.join(__dirname, '..', 'provisioning');
const read = (file: string) => parse(fs.readFileSync(path.join(FOLDER, file), 'utf8'));
const schema = JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'pkg', 'query', 'query.schema.json'), 'utf8'));
const isQuery = new Ajv({ strict: false }).compile(schema);

interface Rule {
  uid: string;
  title: string;
  condition: string;
  for: string;
  noDataState: string;
  execErrState: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  data: Array<{ refId: string; datasourceUid: string; model: Record<string, never> & { expression?: string } }>;
}

/** Labels of an alert by kind: docs/query-kinds.md. */
const LABELS: Record<string, string[]> = {
  tasks: ['task_id', 'task', 'unit_id', 'unit', 'policy_id', 'policy', 'department_id', 'department', 'officer', 'consequence', 'above_id', 'above'],
  targets: ['indicator_id', 'indicator', 'phase', 'unit_id', 'unit', 'department'],
  risks: ['risk_id', 'risk', 'category', 'unit_id', 'unit', 'department', 'owner'],
  reports: ['indicator_id', 'indicator', 'unit_id', 'unit', 'department'],
};

const groups: Array<{ name: string; folder: string; rules: Rule[] }> = read('alerting/rules.yaml').groups;
const rules = groups.flatMap((group) => group.rules);
const dashboards = allDashboards().map(({ dashboard }) => dashboard);
const datasource = read('datasources/ledger.yaml').datasources[0];

it('reads every file, and finds no key in snake case that Grafana would drop', () => {
  const files = globSync('**/*.yaml', { cwd: FOLDER });
  expect(files.length).toBeGreaterThanOrEqual(7);
  files.forEach((file) => expect(read(file).apiVersion).toBe(1));
  expect(JSON.stringify(read('alerting/rules.yaml'))).not.toMatch(/"(keep_firing_for|no_data_state|exec_err_state)"/);
});

it('keeps addresses and secrets in the environment', () => {
  const { jsonData, secureJsonData } = datasource;
  const values: string[] = [...Object.values<string>(jsonData), ...Object.values<string>(secureJsonData)];
  values.forEach((value) => expect(value).toMatch(/^\$\{[A-Z_]+\}$/));
  expect(read('alerting/contact-points.yaml').contactPoints[0].receivers[0].settings.url).toMatch(/^\$\{[A-Z_]+\}$/);
  read('dashboards/dashboards.yaml').providers.forEach(({ options }: { options: { path: string } }) =>
    expect(options.path).toMatch(/^\$\{[A-Z_]+\}\//)
  );
});

it('names every rule once, in Chinese with English beside it', () => {
  expect(new Set(rules.map(({ uid }) => uid)).size).toBe(rules.length);
  rules.forEach(({ title }) => expect(title).toMatch(/^[\u4e00-\u9fff]+ [A-Z][a-z ]+$/));
});

it('groups rules under names that Setup recognises', () => {
  groups.forEach(({ name }) => expect(name).toMatch(/^shigan-/));
});

it('groups messages by department and bounds their length', () => {
  const [route] = read('alerting/policies.yaml').policies[0].routes;
  const [point] = read('alerting/contact-points.yaml').contactPoints;
  expect(route.receiver).toBe(point.name);
  expect(route.group_by).toContain('department');
  expect(point.receivers[0].settings.maxAlerts).toBeLessThanOrEqual(100);
  const matched = route.object_matchers.map(([label, , value]: string[]) => [label, value]);
  rules.forEach(({ labels }) => matched.forEach(([label, value]: string[]) => expect(labels[label]).toBe(value)));
});

it('writes messages with templates that exist', () => {
  const { template } = read('alerting/templates.yaml').templates[0];
  const defined = [...template.matchAll(/define "([^"]+)"/g)].map((match) => match[1]);
  const { settings } = read('alerting/contact-points.yaml').contactPoints[0].receivers[0];
  const used = [...`${settings.title}${settings.message}${template}`.matchAll(/template "([^"]+)"/g)];
  expect(used.length).toBeGreaterThan(0);
  used.forEach((match) => expect(defined).toContain(match[1]));
});

describe.each(rules)('$title', (rule) => {
  const [query, threshold] = rule.data;
  const { model } = query as unknown as { model: { kind: string; measure: string; format: string } };

  it('asks the provisioned data source one number per item', () => {
    expect(query.datasourceUid).toBe(datasource.uid);
    expect([isQuery(query.model), isQuery.errors]).toEqual([true, null]);
    expect(model.format).toBe('alert');
    expect(fitToKind(query.model as never)).toMatchObject(query.model);
    expect(JSON.stringify(query.model)).not.toContain('$');
  });

  it('compares that number itself, without reducing it', () => {
    expect(rule.condition).toBe(threshold.refId);
    expect(threshold.model).toMatchObject({ type: 'threshold', expression: query.refId });
    expect(threshold.datasourceUid).toBe('__expr__');
  });

  it('is quiet where there is nothing to watch, and loud where it cannot see', () => {
    expect(rule.noDataState).toBe('OK');
    expect(rule.execErrState).toBe('Error');
    expect(rule.for).toMatch(/^\d+m$/);
  });

  it('says what is late, by how much, who leads, in labels that the answer has', () => {
    const { summary, summary_en: english } = rule.annotations;
    [summary, english].forEach((text) => {
      // A limit is kept or it is not: its number is 1, which says nothing in words.
      expect(text.includes('$values.A')).toBe(model.measure !== 'breached');
      expect(text).toContain('$labels.unit ');
      expect(text).toContain('$labels.department ');
    });
    const used = [...JSON.stringify(rule.annotations).matchAll(/\$labels\.(\w+)/g)].map((match) => match[1]);
    expect(used.filter((label) => !LABELS[model.kind].includes(label))).toEqual([]);
    // Grafana expands these itself; a doubled dollar sign would break the template.
    expect(JSON.stringify(rule.annotations)).not.toContain('$$');
  });

  it('leads to a dashboard that exists, with variables that it has', () => {
    const [, uid, query = ''] = /\}\}d\/([\w-]+)\?(.*)$/.exec(rule.annotations.link) ?? [];
    const there = dashboards.find((dashboard) => dashboard.uid === uid);
    const variables = there?.templating?.list?.map(({ name }) => name);
    const passed = [...query.matchAll(/var-(\w+)=/g)].map((match) => match[1]);
    expect(passed.length).toBeGreaterThan(0);
    passed.forEach((name) => expect(variables).toContain(name));
  });
});
