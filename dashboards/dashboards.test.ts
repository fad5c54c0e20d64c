/** The dashboards that are shipped: the JSON is that of the code, and everything in it leads somewhere that exists. */
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { globSync } from 'glob';
import type { Dashboard, FieldConfigSource, Panel } from '@grafana/schema';
import { fitToKind } from '../src/datasource/fitToKind';
import type { PolicyQuery } from '../src/datasource/query';
import { allDashboards, asJson } from './all';
import { LANGUAGES } from './language';
import { columnsOf } from './query';

const JSON_FOLDER = path.join(__dirname, 'json');
const PANEL_TYPES = [
  'timeseries',
  'stat',
  'table',
  'bargauge',
  'text',
  'state-timeline',
  'shigan-phasegauge-panel',
  'shigan-riskheatmap-panel',
];
/** Pixels: what a docked menu leaves to 24 grid columns of a 1,400 pixels wide window, and what a panel's frame takes. */
const ROOM = 1068;
const PADDING = 24;
/** Of a column that takes what is left. */
const LEAST_WIDTH = 150;
const files = allDashboards();
const schema = JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'pkg', 'query', 'query.schema.json'), 'utf8'));
const isQuery = new Ajv({ strict: false }).compile(schema);

const panelsOf = (dashboard: Dashboard) => dashboard.panels as Panel[];
const marksOf = (dashboard: Dashboard) => dashboard.annotations?.list ?? [];
const queriesOf = (dashboard: Dashboard) => [
  ...panelsOf(dashboard).flatMap(({ targets = [] }) => targets as unknown as PolicyQuery[]),
  ...marksOf(dashboard).map(({ target }) => target as unknown as PolicyQuery),
];
const variablesOf = (dashboard: Dashboard) => dashboard.templating!.list!.map(({ name }) => name);
const overridesOf = ({ fieldConfig }: Panel) => (fieldConfig as FieldConfigSource).overrides;

/** Every text at a key of that name, however deep. */
function deep(value: unknown, key: string): string[] {
  if (value === null || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : deep(inner, key)
  );
}

const COLUMNS_OF_THE_BACKEND = new Map(
  [
    ...fs
      .readFileSync(path.join(__dirname, '..', 'pkg', 'frame', 'columns.go'), 'utf8')
      .matchAll(/"(\w+)":\s+\{say\("([^"]+)", "([^"]+)"\)/g),
  ].map(([, name, en, zh]) => [name, { 'en-US': en, 'zh-Hans': zh }])
);

/** The heading that the backend gives a column; undefined for one that it does not describe. */
function headingOf(name: string, language: 'zh-Hans' | 'en-US'): string | undefined {
  return COLUMNS_OF_THE_BACKEND.get(name)?.[language];
}

it('knows the headings of the backend', () => {
  expect(headingOf('delay_rate', 'zh-Hans')).toBe('延期率');
});

it('keeps as JSON exactly what the code makes', () => {
  const kept = Object.fromEntries(
    globSync('**/*.json', { cwd: JSON_FOLDER, posix: true }).map((file) => [
      file,
      fs.readFileSync(path.join(JSON_FOLDER, file), 'utf8'),
    ])
  );
  expect(kept).toEqual(Object.fromEntries(files.map((file) => [file.path, asJson(file.dashboard)])));
});

it('gives every dashboard its own uid', () => {
  const uids = files.map(({ dashboard }) => dashboard.uid);
  expect(new Set(uids).size).toBe(files.length);
});

it('says the same in both languages', () => {
  const outline = (language: string) =>
    files
      .filter((file) => file.language === language)
      .map(({ name, dashboard }) => [
        name,
        panelsOf(dashboard).map(({ type, gridPos, targets }) => [
          type,
          gridPos,
          (targets ?? []).map((target) => ({ ...target, language: undefined })),
        ]),
      ]);
  expect(outline(LANGUAGES[0])).toEqual(outline(LANGUAGES[1]));
});

describe.each(files)('$path', ({ dashboard, language }) => {
  it('uses only panels that Grafana and the demo both draw', () => {
    expect(
      panelsOf(dashboard)
        .map(({ type }) => type)
        .filter((type) => !PANEL_TYPES.includes(type))
    ).toEqual([]);
  });

  it('asks the data source that the reader chose', () => {
    const asked = { type: 'shigan-policy-datasource', uid: '${datasource}' };
    panelsOf(dashboard).forEach((panel) => expect(panel.datasource).toEqual(asked));
    queriesOf(dashboard).forEach((query) => expect(query.datasource).toEqual(asked));
  });

  it('asks only what the backend understands', () => {
    queriesOf(dashboard).forEach((query) => {
      expect([isQuery(query), isQuery.errors]).toEqual([true, null]);
    });
  });

  it('narrows no question by what its kind and view would refuse', () => {
    queriesOf(dashboard).forEach((query) => expect(query).toMatchObject(fitToKind(query)));
    queriesOf(dashboard).forEach((query) => expect(fitToKind(query)).toMatchObject(query));
  });

  it('narrows a summary of tasks only by its own groups', () => {
    const summaries = queriesOf(dashboard).filter(({ kind, view }) => kind === 'tasks' && view === 'summary');
    summaries.forEach(({ scope, groupBy }) => {
      expect(scope?.policies && groupBy !== 'policy').toBeFalsy();
      expect(scope?.departments && groupBy !== 'department').toBeFalsy();
      expect(scope?.domains && groupBy !== 'domain').toBeFalsy();
    });
  });

  it('asks in its own language', () => {
    queriesOf(dashboard).forEach((query) => expect(query.language).toBe(language));
  });

  it('offers filters of the data source that the reader chose, and takes them along wherever it leads', () => {
    const filters = dashboard.templating!.list!.find(({ type }) => type === 'adhoc');
    expect(filters).toMatchObject({ name: 'filters', datasource: { uid: '${datasource}' }, filters: [] });
    deep(dashboard, 'url')
      .filter((url) => url.includes('?'))
      .forEach((url) => expect(url).toContain('${filters:queryparam}'));
    dashboard.links!.forEach((link) => expect(link.includeVars).toBe(true));
  });

  it('uses only variables that it has', () => {
    const used = JSON.stringify([queriesOf(dashboard), panelsOf(dashboard).map(({ title }) => title)]).matchAll(
      /\$\{?([a-z]\w*)/g
    );
    expect([...used].map((match) => match[1]).filter((name) => !variablesOf(dashboard).includes(name))).toEqual([]);
  });

  it('marks events where it has a time axis, and only there', () => {
    const hasTimeAxis = panelsOf(dashboard).some(({ type }) => type === 'timeseries');
    expect(marksOf(dashboard).length > 0).toBe(hasTimeAxis);
  });

  it('names only columns that the backend answers', () => {
    panelsOf(dashboard).forEach((panel) => {
      const query = (panel.targets ?? [])[0] as unknown as PolicyQuery | undefined;
      const columns = query ? columnsOf(query.kind, query.view ?? 'rows') : [];
      const named = overridesOf(panel).flatMap(({ matcher }) =>
        matcher.id === 'byName' ? [matcher.options as string] : (matcher.options as { names: string[] }).names
      );
      expect(named.filter((name) => !columns.includes(name))).toEqual([]);
    });
  });

  it('gives no column a heading that another one has, for panels choose by headings', () => {
    panelsOf(dashboard).forEach((panel) => {
      const query = (panel.targets ?? [])[0] as unknown as PolicyQuery | undefined;
      const columns = query ? columnsOf(query.kind, query.view ?? 'rows') : [];
      overridesOf(panel).forEach(({ matcher, properties }) => {
        const label = properties.find(({ id }) => id === 'displayName')?.value;
        const others = columns.filter((name) => name !== matcher.options).map((name) => headingOf(name, language));
        expect(others).not.toContain(label);
      });
    });
  });

  it('shows the columns of a table in the order in which they arrive', () => {
    panelsOf(dashboard)
      .filter(({ type }) => type === 'table')
      .forEach((panel) => {
        const { kind, view } = panel.targets![0] as unknown as PolicyQuery;
        const chosen = overridesOf(panel).find(({ matcher }) => matcher.id === 'byNames')!.matcher.options;
        const shown = (chosen as { names: string[] }).names;
        expect(shown).toEqual(columnsOf(kind, view!).filter((name) => shown.includes(name)));
      });
  });

  it('fits its tables into a screen of 1,400 pixels beside Grafana’s docked menu', () => {
    panelsOf(dashboard)
      .filter(({ type }) => type === 'table')
      .forEach((panel) => {
        const overrides = overridesOf(panel);
        const chosen = overrides.find(({ matcher }) => matcher.id === 'byNames')!.matcher.options as {
          names: string[];
        };
        const widths = chosen.names.map((name) => {
          const properties = overrides.find(({ matcher }) => matcher.options === name)?.properties ?? [];
          const said = ['custom.width', 'custom.minWidth'].map(
            (id) => properties.find((each) => each.id === id)?.value
          );
          return Number(said[0] ?? said[1] ?? LEAST_WIDTH);
        });
        const room = (panel.gridPos!.w / 24) * ROOM - PADDING;
        expect([panel.title, widths.reduce((sum, width) => sum + width, 0) <= room]).toEqual([panel.title, true]);
      });
  });

  it('leads only to dashboards of its language, with variables that they have', () => {
    const addresses = deep(dashboard, 'url');
    expect(addresses.length).toBeGreaterThan(0);
    addresses
      .filter((url) => url !== '/a/shigan-policy-app/overview')
      .forEach((url) => {
        const [, uid, query = ''] = /^\/d\/([\w-]+)(?:\?(.*))?$/.exec(url) ?? [];
        const there = files.find((file) => file.dashboard.uid === uid);
        expect(there?.language).toBe(language);
        const passed = [...query.matchAll(/var-(\w+)=|\$\{(\w+):queryparam\}/g)].map((match) => match[1] ?? match[2]);
        expect(passed.filter((name) => !variablesOf(there!.dashboard).includes(name))).toEqual([]);
        const own = [...query.matchAll(/\$\{(\w+):queryparam\}/g)].map((match) => match[1]);
        expect(own.filter((name) => !variablesOf(dashboard).includes(name))).toEqual([]);
      });
  });

  it('leads from every number to its rows', () => {
    panelsOf(dashboard)
      .filter(({ type }) => type === 'stat' || type === 'bargauge' || type.startsWith('shigan-'))
      .forEach((panel) => expect(deep(panel, 'url').length).toBeGreaterThan(0));
  });

  it('says of every panel what it shows', () => {
    panelsOf(dashboard).forEach(({ type, title, description }) => {
      expect(title).toBeTruthy();
      expect(type === 'text' || Boolean(description)).toBe(true);
    });
  });

  it('fills 24 columns without overlap, and numbers its panels once', () => {
    const panels = panelsOf(dashboard);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const width = new Map<number, number>();
    panels.forEach(({ gridPos }) => width.set(gridPos!.y, (width.get(gridPos!.y) ?? 0) + gridPos!.w));
    expect([...width.values()].filter((total) => total !== 24)).toEqual([]);
  });
});
