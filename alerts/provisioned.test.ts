/** What operations copy into Grafana: every rule asks what the backend answers and leads to a dashboard that exists. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Ajv from 'ajv';
import { allDashboards } from '../dashboards/all';
import { fitToKind } from '../src/datasource/fitToKind';
import { FOLDER, readRules, readYaml, wholeDays } from './provisioned';

interface Written {
  uid: string;
  title: string;
  condition: string;
  for: string;
  noDataState: string;
  execErrState: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  data: Array<{ refId: string; datasourceUid: string; model: any }>;
}

const files = fs.readdirSync(FOLDER);
const read = (name: string) => readYaml(path.join(FOLDER, name));
const groups: Array<{ name: string; rules: Written[] }> = files
  .filter((name) => name.startsWith('rules-'))
  .flatMap((name) => read(name).groups);
const rules = groups.flatMap((group) => group.rules);
const points: Array<{ name: string; receivers: Array<{ settings: Record<string, any> }> }> =
  read('contact-points.yaml').contactPoints;
const [ours] = read('policies.yaml').policies[0].routes;
const templates: string[] = read('templates.yaml').templates.map(({ template }: { template: string }) => template);
const dashboards = allDashboards().map(({ dashboard }) => dashboard);
const schema = JSON.parse(fs.readFileSync(path.join(FOLDER, '..', '..', 'pkg', 'query', 'query.schema.json'), 'utf8'));
const isQuery = new Ajv({ strict: false }).compile(schema);
const datasource = readYaml(path.join(FOLDER, '..', 'datasources', 'ledger.yaml')).datasources[0];

/** Labels of an alert: docs/query-kinds.md. */
const ITEM = ['unit_id', 'unit', 'department_id', 'department', 'above_id', 'above'];
const LABELS: Record<string, string[]> = {
  tasks: [...ITEM, 'task_id', 'task', 'policy_id', 'policy', 'officer', 'consequence'],
  targets: [...ITEM, 'indicator_id', 'indicator', 'phase'],
  risks: [...ITEM, 'risk_id', 'risk', 'category', 'owner'],
  reports: [...ITEM, 'indicator_id', 'indicator'],
};
const POLICY = [...ITEM, 'policy_id', 'policy'];
const OTHERS: Record<string, string[]> = {
  policy_overdue_tasks: POLICY,
  policy_escalation_days: POLICY,
  second_policy_escalation_days: POLICY,
  days_since_import: ['ledger'],
};

describe('The provisioned alerting', () => {
  it('has one file per concern, each in Grafana’s format without a key that Grafana would drop', () => {
    files.forEach((name) => expect(read(name).apiVersion).toBe(1));
    expect(files).toEqual(
      expect.arrayContaining(['contact-points.yaml', 'policies.yaml', 'mute-timings.yaml', 'templates.yaml'])
    );
    expect(JSON.stringify(rules)).not.toMatch(/"(keep_firing_for|no_data_state|exec_err_state)"/);
  });

  it('has a rule for everything that an official must hear of', () => {
    const asked = rules.map(({ data }) => `${data[0].model.kind} ${data[0].model.measure}`);
    expect(asked).toEqual(
      expect.arrayContaining([
        'tasks overdue_days_apart',
        'tasks policy_overdue_tasks',
        'tasks extension_count',
        'tasks due_within',
        'tasks escalation_days',
        'tasks second_escalation_days',
        'tasks policy_escalation_days',
        'tasks second_policy_escalation_days',
        'targets overdue_days',
        'targets periods_behind',
        'targets breached',
        'targets due_within',
        'targets escalation_days',
        'risks levels_above_appetite',
        'risks review_overdue_days',
        'risks mitigation_overdue_days',
        'risks escalation_days',
        'reports late_days',
        'reports stale_days',
        'reports escalation_days',
        'reports days_since_import',
      ])
    );
  });

  it('names every rule once, in Chinese with English beside it, in groups that Setup recognises', () => {
    expect(new Set(rules.map(({ uid }) => uid)).size).toBe(rules.length);
    rules.forEach(({ title }) => expect(title).toMatch(/^[\u4e00-\u9fff0-9 ]+ [A-Z][A-Za-z0-9 ]+$/));
    groups.forEach(({ name }) => expect(name).toMatch(/^shigan-/));
  });

  it('keeps every address and secret in the environment, and is whole without any of them', () => {
    const addresses = points.map(({ receivers: [{ settings }] }) => settings.url ?? settings.addresses);
    expect(addresses).toEqual([
      '${SHIGAN_WEBHOOK_URL}#',
      '${SHIGAN_EMAIL_TO};',
      '${SHIGAN_DINGTALK_URL}#',
      '${SHIGAN_WECOM_URL}#',
    ]);
    // Grafana expands what is not set to nothing, and refuses an empty address.
    addresses.forEach((address) => expect(address.replace(/\$\{\w+\}/, '')).not.toBe(''));
  });

  it('takes a channel’s route once its variable is set, and puts no secret into the matcher', () => {
    const isTaken = (route: any, environment: Record<string, string>) =>
      route.object_matchers.every(([, operator, value]: string[]) => {
        const expanded = value.replace(/\$\{(\w+)\}/, (_, name) => environment[name] ?? '');
        return operator === '=' ? expanded === 'shigan' : expanded !== 'shigan';
      });
    const taken = (environment: Record<string, string>) =>
      ours.routes
        .filter((route: any) => isTaken(route, environment))
        .map(({ receiver }: { receiver: string }) => receiver);
    expect(isTaken(ours, {})).toBe(true);
    expect(taken({})).toEqual([]);
    expect(taken({ SHIGAN_WEBHOOK_URL: 'http://gateway/alerts' })).toEqual(['shigan-webhook']);
    expect(taken({ SHIGAN_EMAIL_TO: 'a@example.org', SHIGAN_DINGTALK: 'on', SHIGAN_WECOM: 'on' })).toEqual([
      'shigan-email',
      'shigan-dingtalk',
      'shigan-wecom',
    ]);
    expect(JSON.stringify(ours)).not.toMatch(/(DINGTALK|WECOM)_URL/);
    ours.routes.forEach((route: any) =>
      expect([route.continue, points.map(({ name }) => name)]).toEqual([true, expect.arrayContaining([route.receiver])])
    );
  });

  it('is quiet outside office hours on every route, by a mute timing that exists with the switch and without it', () => {
    const names = read('mute-timings.yaml').muteTimes.map(({ name }: { name: string }) => name);
    [ours, ...ours.routes].forEach((route: any) => {
      expect(route.mute_time_intervals).toEqual(['shigan-quiet${SHIGAN_QUIET}']);
    });
    expect(['', '-off'].map((set) => `shigan-quiet${set}`)).toEqual(names);
  });

  it('groups messages by addressee and topic, which every rule has, and bounds their length', () => {
    expect(ours.group_by).toEqual(['addressee', 'topic']);
    rules.forEach(({ labels }) => {
      expect(labels).toMatchObject({ product: 'shigan', topic: expect.any(String), addressee: expect.any(String) });
      // The environment is expanded in labels: one dollar sign would leave the template without its variable.
      expect(Object.values(labels).join(' ')).not.toMatch(/(^|[^$])\$(?!\$)/);
    });
    expect(points[0].receivers[0].settings.maxAlerts).toBeLessThanOrEqual(1000);
  });

  it('says every topic and every severity of the rules in both languages', () => {
    rules.forEach(({ labels: { topic, severity } }) => {
      templates.slice(1).forEach((template) => expect(template).toContain(`eq . "${topic}"`));
      [...severity.matchAll(/(?:^|\}\})(\w+)(?=\{\{|$)/g)].forEach(([, word]) =>
        expect(templates[0]).toContain(`"${word}"`)
      );
    });
  });

  it('writes messages with templates that exist, in both languages and where none is set', () => {
    const defined = templates.flatMap((template) =>
      [...template.matchAll(/define "([^"]+)"/g)].map((match) => match[1])
    );
    const settings = JSON.stringify(points).replaceAll('\\"', '"');
    const used = ['zh-Hans', 'en-US', ''].flatMap((language) => [
      ...`${settings}${templates.join('')}`.replaceAll('${LEDGER_LANGUAGE}', language).matchAll(/template "([^"]+)"/g),
    ]);
    expect(used.length).toBeGreaterThan(10);
    used.forEach((match) => expect(defined).toContain(match[1]));
    expect(new Set(defined).size).toBe(defined.length);
  });

  it('says the same things in Chinese and in English', () => {
    const words = (template: string, language: string) =>
      [...template.matchAll(/define "([^"]+)"/g)]
        .map((match) => match[1])
        .filter((name) => name.startsWith(`shigan.${language}`));
    expect(words(templates[1], 'zh-Hans').map((name) => name.replace('zh-Hans', ''))).toEqual(
      words(templates[2], 'en-US').map((name) => name.replace('en-US', ''))
    );
    expect(templates[2]).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('leads to dashboards that exist, from messages too', () => {
    const uids = dashboards.map(({ uid }) => uid);
    [...templates[0].matchAll(/shigan-[a-z]+(?=\{\{)/g)].forEach(([uid]) => {
      expect(uids).toEqual(expect.arrayContaining([`${uid}-zh`, `${uid}-en`]));
    });
  });

  it('lets only one rule speak when the ledger cannot be asked', () => {
    const loud = rules.filter(({ execErrState }) => execErrState !== 'KeepLast');
    expect(loud.map(({ uid, execErrState }) => [uid, execErrState])).toEqual([['shigan-source-failing', 'Alerting']]);
  });

  it('puts an item into one step before its due date at a time', () => {
    const steps = readRules().filter(({ uid }) => uid.startsWith('shigan-task-due-'));
    [0, 7, 15, 30].forEach((step) => {
      expect(steps.filter(({ fires }) => fires(step)).map(({ uid }) => uid)).toEqual(
        step === 0 ? [] : [`shigan-task-due-${step}`]
      );
    });
  });

  it('does not let forty tasks speak beside their overdue policy', () => {
    const [task] = readRules().filter(({ uid }) => uid === 'shigan-task-overdue');
    expect([task.fires(12), task.fires(0), task.fires(-12)]).toEqual([true, false, false]);
  });

  it('escalates a policy as late as its tasks, and the tasks no more beside it', () => {
    const firing = (measured: number) =>
      readRules()
        .filter(({ uid }) => /^shigan-escalation-(task|policy)/.test(uid))
        .filter(({ fires }) => fires(measured))
        .map(({ uid }) => uid.replace('shigan-escalation-', ''));
    expect(firing(10)).toEqual([]);
    expect(firing(11)).toEqual(['task', 'policy']);
    expect(firing(21)).toEqual(['task', 'task-second', 'policy', 'policy-second']);
    expect(firing(-21)).toEqual([]);
  });
});

describe.each(rules)('$title', (rule) => {
  const [query, threshold] = rule.data;
  const labels = OTHERS[query.model.measure] ?? LABELS[query.model.kind];

  it('asks the provisioned data source one number per item', () => {
    expect(query.datasourceUid).toBe(datasource.uid);
    expect([isQuery(query.model), isQuery.errors]).toEqual([true, null]);
    expect(query.model.format).toBe('alert');
    expect(fitToKind(query.model)).toMatchObject(query.model);
    expect(JSON.stringify(query.model)).not.toContain('$');
  });

  it('compares that number itself, without reducing it', () => {
    expect(rule.condition).toBe(threshold.refId);
    expect(threshold.model).toMatchObject({ type: 'threshold', expression: query.refId });
    expect(threshold.datasourceUid).toBe('__expr__');
  });

  it('is quiet where there is nothing to watch', () => {
    expect(rule.noDataState).toBe('OK');
    expect(rule.for).toMatch(/^\d+m$/);
  });

  it('says what it is, who leads and what to do, begun and ended, in both languages and in labels that the answer has', () => {
    const {
      summary,
      summary_en: english,
      ended,
      ended_en: endedEnglish,
      description,
      description_en: todo,
    } = rule.annotations;
    const chinese = /[\u4e00-\u9fff]/;
    [summary, ended, description].forEach((text) => expect(text).toMatch(chinese));
    [english, endedEnglish, todo].forEach((text) => expect(text).not.toMatch(chinese));
    if (labels.includes('unit')) {
      [summary, english].forEach((text) =>
        expect([text.includes('$labels.unit '), text.includes('$labels.department ')]).toEqual([true, true])
      );
    }
    const used = [...JSON.stringify([rule.annotations, rule.labels]).matchAll(/\$labels\.(\w+)/g)].map(
      (match) => match[1]
    );
    expect(used.filter((label) => !labels.includes(label))).toEqual([]);
    // A query that fails has no values, and a comparison with none breaks the template.
    expect(JSON.stringify(rule.annotations)).not.toMatch(/if \(?(gt|lt|eq|ne) \$values/);
    // Annotations are not expanded by the environment: a doubled dollar sign would break the template.
    expect(JSON.stringify(rule.annotations)).not.toContain('$$');
  });

  it('says days and counts as whole numbers, and nothing where there is no value', () => {
    const printed =
      Object.values(rule.annotations)
        .join(' ')
        .match(/\{\{[^}]*\$values\.A\.Value[^}]*\}\}/g) ?? [];
    const asIs = printed.filter(
      (part) => !/^\{\{ (printf "%\.0f" \$values\.A\.Value|(else )?if and \$values\.A \()/.test(part)
    );
    expect(asIs).toEqual([]);
  });

  it('leads to a dashboard that exists in both languages, with variables that it has', () => {
    ['zh', 'en'].forEach((language) => {
      const link = rule.annotations[language === 'zh' ? 'link' : 'link_en'];
      const [, uid, variables = ''] = /\}\}d\/([\w-]+)\?(.*)$/.exec(link) ?? [];
      expect(uid).toMatch(new RegExp(`-${language}$`));
      const there = dashboards.find((dashboard) => dashboard.uid === uid)?.templating?.list?.map(({ name }) => name);
      const passed = [...variables.matchAll(/var-(\w+)=/g)].map((match) => match[1]);
      expect(passed.length).toBeGreaterThan(0);
      passed.forEach((name) => expect(there).toContain(name));
    });
  });
});

describe('Rules of one’s own', () => {
  const written = (data: string, more = '') => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rules-'));
    fs.writeFileSync(
      path.join(folder, 'rules-own.yaml'),
      `apiVersion: 1\ngroups:\n  - name: g\n    rules:\n      - { uid: own, title: 自定 Own, condition: B, ${more} data: [${data}] }\n`
    );
    return folder;
  };
  const ask = '{ refId: A, datasourceUid: shigan-ledger, model: { kind: tasks, measure: overdue_days } }';
  const compare = (type: string) =>
    `{ refId: B, datasourceUid: __expr__, model: { type: threshold, expression: A, conditions: [{ evaluator: { type: ${type}, params: [7, 15] } }] } }`;

  it.each([
    ['gt', [8, 15, 16]],
    ['gte', [7, 8, 15, 16]],
    ['lt', []],
    ['eq', [7]],
    ['within_range', [8]],
    ['within_range_included', [7, 8, 15]],
    ['outside_range', [16]],
  ])('are read with the comparison %s', (type, fire) => {
    const [rule] = readRules(written(`${ask}, ${compare(type)}`));
    expect([7, 8, 15, 16].filter(rule.fires)).toEqual(fire);
  });

  it('wait for whole days', () => {
    expect([wholeDays(undefined), wholeDays('5m'), wholeDays('36h'), wholeDays('1d12h'), wholeDays('1w')]).toEqual([
      0, 0, 1, 1, 7,
    ]);
    const [rule] = readRules(written(`${ask}, ${compare('gt')}`, 'for: 2d, keepFiringFor: 1d,'));
    expect([rule.forDays, rule.keepDays]).toEqual([2, 1]);
  });

  it('are refused in a sentence where they are no question and threshold', () => {
    expect(() => readRules(written(ask))).toThrow(
      'The rule own is no query of the ledger with a threshold on it: leave it out, or make it so.'
    );
    expect(() => readRules(written(`${ask}, ${compare('no_value')}`))).toThrow(
      'The rule own compares by no_value, which the preview does not know: use gt, lt, eq or a range.'
    );
    expect(() => readRules('/nowhere')).toThrow(
      'There are no alert rules in /nowhere: name the folder that holds rules-*.yaml.'
    );
  });
});
