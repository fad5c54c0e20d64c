/**
 * What the pictures show: each scene is one panel with fixed rows, at a fixed size. A scene that is a form of its own is
 * taken in both languages and themes; the others, each of which proves one thing more, in one.
 */
import { type Language, type Say, sayIn } from '../../dashboards/language';
import { allExamples } from '../../dashboards/examples/all';
import { AS_OF, frame, type FrameJson, golden } from './frames';

export type Theme = 'dark' | 'light';
export type Look = `${'zh' | 'en'}-${Theme}`;
export const SIGHTS = ['achromatopsia', 'deuteranopia', 'protanopia', 'tritanopia'] as const;
export type Sight = (typeof SIGHTS)[number];

export const LOOKS: Look[] = ['zh-dark', 'zh-light', 'en-dark', 'en-light'];

export interface Scene {
  /** Of the picture's file; the look follows. */
  name: string;
  width: number;
  height: number;
  looks: Look[];
  panel: (say: Say, language: Language) => Panel;
  /** What the reader does first. */
  act?: 'open the fullest cell' | 'point at the first mark';
  sight?: Sight;
  media?: 'print';
}

export interface Panel {
  type: string;
  title?: string;
  options?: Record<string, unknown>;
  fieldConfig?: object;
  targets: Array<Record<string, unknown>>;
}

const GAUGE = 'shigan-phasegauge-panel';
const HEATMAP = 'shigan-riskheatmap-panel';

const frames = (list: FrameJson[], refId = 'A') => ({
  refId,
  scenarioId: 'raw_frame',
  rawFrameContent: JSON.stringify(list),
});
const gauge = (options: Record<string, unknown>, ...list: FrameJson[]): Panel => ({
  type: GAUGE,
  options,
  targets: [frames(list)],
});
const heatmap = (options: Record<string, unknown>, ...list: FrameJson[]): Panel => ({
  type: HEATMAP,
  options,
  targets: [frames(list)],
});

/** A panel of one of the shipped examples. */
function fromExample(name: string, at: number, options: Record<string, unknown> = {}) {
  return (_: Say, language: Language): Panel => {
    const { dashboard } = allExamples().find(({ path }) => path === `${language}/${name}.json`)!;
    const panel = dashboard.panels![at] as Panel;
    return { ...panel, title: '', options: { ...panel.options, ...options } };
  };
}

const PHASES = (say: Say) => ({
  short: say('短期', 'Short term'),
  medium: say('中期', 'Medium term'),
  long: say('长期', 'Long term'),
});

const POLICY = (say: Say) => ({
  unit_id: '990000',
  unit: say('示例省', 'Sample Province'),
  indicator_id: 'rate',
  indicator: say('政策落地率', 'Policies that took effect'),
  unit_of_measure: 'percent',
  decimals: 1,
  direction: 1,
  kind: 'target',
  baseline_value: 78,
  baseline_date: '2023-12-31',
  value: 84.1,
  value_date: AS_OF,
  trend: 'improving',
});

/** One indicator whose three phases stand differently. */
function threePhases(say: Say): FrameJson {
  const names = PHASES(say);
  const shared = POLICY(say);
  return frame([
    { ...shared, phase: 'short', phase_name: names.short, phase_position: 1, target_value: 80, start_date: '2024-01-01', due_date: '2024-12-31', status: 'achieved', reached_on: '2024-11-20' },
    { ...shared, phase: 'medium', phase_name: names.medium, phase_position: 2, target_value: 88, start_date: '2025-01-01', due_date: '2027-05-31', status: 'at_risk', expected_value: 86, gap: -1.9, pace: 0.76, forecast_value: 86.4, forecast_low: 83, forecast_high: 89, forecast_probability: 0.34 },
    { ...shared, phase: 'long', phase_name: names.long, phase_position: 3, target_value: 95, start_date: '2027-07-01', due_date: '2028-12-31', status: 'not_started' },
  ]); // prettier-ignore
}

/** The light of every status that a target can have; grey ones that wait and grey ones that are not known differ, too. */
export const STATUS_LIGHTS = {
  missed: 'red cross',
  breached: 'red cross',
  deteriorating: 'red square',
  off_track: 'red square',
  at_risk: 'yellow',
  stale: 'unknown',
  no_data: 'unknown',
  on_track: 'green',
  not_started: 'waiting',
  achieved: 'green tick',
  met: 'green tick',
};

/** One row for each status, with every small mark. */
function everyStatus(say: Say): FrameJson {
  const shared = {
    ...POLICY(say),
    phase: 'medium',
    phase_name: PHASES(say).medium,
    phase_position: 2,
    target_value: 88,
    start_date: '2025-01-01',
    due_date: '2027-05-31',
  };
  return frame(
    Object.keys(STATUS_LIGHTS).map((status, at) => ({
      ...shared,
      indicator_id: status,
      indicator: `${say('指标', 'Indicator')} ${at + 1}`,
      status,
      ...(status === 'no_data' ? { value: null, trend: null } : { value: 76 + at * 1.2 }),
      ...(status === 'missed' ? { due_date: '2026-06-30' } : {}),
      methods_disagree: at === 3,
      revised: at === 4,
      target_changed: at === 7,
      expected_value: 84,
    }))
  ); // prettier-ignore
}

/** Many indicators in several units, whose numbers follow from their place. */
function manyIndicators(say: Say, count: number): FrameJson {
  const names = PHASES(say);
  return frame(
    Array.from({ length: count }, (_, at) => at).flatMap((at) => {
      const value = at % 11 === 7 ? null : 40 + ((at * 37) % 53);
      const shared = {
        ...POLICY(say),
        unit_id: String(at % 6),
        unit: `${say('第', 'City ')}${(at % 6) + 1}${say('市', '')}`,
        indicator_id: String(at),
        indicator: `${say('指标', 'Indicator')} ${at + 1}`,
        baseline_value: 40,
        value,
        trend: value === null ? null : 'improving',
      };
      return [names.short, names.medium, names.long].map((phase_name, phase) => ({
        ...shared,
        phase: String(phase),
        phase_name,
        phase_position: phase + 1,
        target_value: [60, 75, 90][phase],
        start_date: ['2024-01-01', '2025-07-01', '2027-07-01'][phase],
        due_date: ['2025-06-30', '2027-06-30', '2028-12-31'][phase],
      }));
    })
  );
}

/** Risks on a grid of any size: one in every third cell, more towards the middle. */
function risksOn(size: number, say: Say): FrameJson {
  const rows = Array.from({ length: size * size }, (_, at) => ({
    likelihood: Math.floor(at / size) + 1,
    impact: (at % size) + 1,
  }))
    .filter((_, at) => (at * 7) % 5 !== 3)
    .flatMap((cell, at) =>
      Array.from({ length: 1 + ((at * 5) % 4) }, (_, one) => ({
        ...cell,
        title: `${say('风险', 'Risk')} ${at + 1}.${one + 1}`,
        trend: 'steady',
      }))
    );
  return frame(rows); // prettier-ignore
}

const GRID_3 = (say: Say) => ({
  rows: '001,012,122',
  likelihoodWords: say('低,中,高', 'Low,Medium,High'),
  impactWords: say('低,中,高', 'Low,Medium,High'),
  levelWords: say('低=green,中=yellow,高=red', 'Low=green,Medium=yellow,High=red'),
});
const GRID_7 = (say: Say) => ({
  rows: '0000112,0001122,0011223,0112233,1122334,1223344,2233444',
  likelihoodWords: '',
  impactWords: '',
  levelWords: say(
    '很低=green,低=green,中=yellow,高=red,极高=red',
    'Very low=green,Low=green,Medium=yellow,High=red,Extreme=red'
  ),
});

/** Twelve units by forty categories: more than a panel shows without scrolling. */
function manyCells(say: Say): FrameJson {
  return frame(
    Array.from({ length: 24 * 40 }, (_, at) => ({
      unit: `${say('第', 'County ')}${(at % 24) + 1}${say('县', '')}`,
      category: `${say('类', 'Group ')}${Math.floor(at / 24) + 1}`,
      count: (at * 7919) % 23,
    })).filter((_, at) => at % 17 !== 5)
  );
}

/** Eighteen months of a few authorities whose names are long. */
function manyMonths(say: Say): FrameJson {
  const units = [
    say('示例省人力资源和社会保障厅城乡居民基本养老保险处', 'Department of Human Resources and Social Security, Division of Residents’ Pensions'),
    say('示例省市场监督管理局', 'Administration for Market Regulation'),
    say('示例市政务服务和数据管理局', 'Bureau of Government Services and Data'),
  ]; // prettier-ignore
  const statuses = ['on_track', 'at_risk', 'on_track', 'off_track', 'achieved'];
  return frame(
    units.flatMap((unit, row) =>
      Array.from({ length: 18 }, (_, at) => ({
        unit,
        month: `${2025 + Math.floor((at + 4) / 12)}-${String(((at + 4) % 12) + 1).padStart(2, '0')}`,
        status: statuses[(at * 3 + row) % 5],
      }))
    )
  );
}

const NOTHING: FrameJson = { schema: { fields: [] }, data: { values: [] } };
const failed = (type: string, options: Record<string, unknown> = {}): Panel => ({
  type,
  options,
  targets: [{ refId: 'A', scenarioId: 'server_error_500' }],
});

/** Each form in both languages and themes. */
// prettier-ignore
const FORMS: Scene[] = [
  { name: 'gauge-radial', width: 560, height: 320, looks: LOOKS, panel: (say) => gauge({ form: 'radial' }, threePhases(say)) },
  { name: 'gauge-bars', width: 900, height: 420, looks: LOOKS, panel: (say) => gauge({ form: 'bars' }, everyStatus(say)) },
  { name: 'gauge-trajectory', width: 800, height: 380, looks: LOOKS, panel: fromExample('gauge-trajectories', 0) },
  { name: 'heatmap-matrix', width: 680, height: 440, looks: LOOKS, panel: fromExample('heatmap-risk-register', 0) },
  { name: 'heatmap-grid', width: 800, height: 340, looks: LOOKS, panel: fromExample('heatmap-service-by-month', 0) },
  { name: 'heatmap-list', width: 960, height: 440, looks: LOOKS, panel: fromExample('heatmap-risk-register', 0), act: 'open the fullest cell' },
];

// prettier-ignore
const ONCE: Scene[] = [
  // What a target can be besides a way to go.
  { name: 'gauge-kinds-radial', width: 900, height: 460, looks: ['zh-light'], panel: fromExample('gauge-limits', 0) },
  { name: 'gauge-kinds-bars', width: 800, height: 320, looks: ['en-dark'], panel: fromExample('gauge-limits', 1) },
  { name: 'gauge-kinds-trajectory', width: 1200, height: 420, looks: ['zh-dark'], panel: fromExample('gauge-limits', 2) },
  { name: 'gauge-four-trajectories', width: 1000, height: 520, looks: ['en-light'], panel: fromExample('gauge-trajectories', 1) },
  { name: 'gauge-ledger-bars', width: 1000, height: 460, looks: ['en-light'], panel: () => gauge({ form: 'bars' }, ...golden('targets.rows')) },
  { name: 'gauge-ledger-trajectory', width: 700, height: 360, looks: ['en-dark'], panel: () => gauge({ form: 'trajectory' }, ...golden('targets.rows'), ...golden('series.rows')) },
  { name: 'gauge-tooltip', width: 700, height: 460, looks: ['zh-dark'], panel: (say) => gauge({ form: 'bars' }, everyStatus(say)), act: 'point at the first mark' },
  // From the smallest tile to the widest wall.
  { name: 'gauge-radial-200', width: 200, height: 150, looks: ['zh-dark'], panel: (say) => gauge({ form: 'radial' }, threePhases(say)) },
  { name: 'gauge-bars-200', width: 200, height: 150, looks: ['en-light'], panel: (say) => gauge({ form: 'bars' }, everyStatus(say)) },
  { name: 'gauge-trajectory-200', width: 200, height: 150, looks: ['zh-light'], panel: fromExample('gauge-trajectories', 0) },
  { name: 'gauge-radial-300', width: 300, height: 240, looks: ['en-light'], panel: (say) => gauge({ form: 'radial' }, threePhases(say)) },
  { name: 'gauge-bars-300', width: 300, height: 240, looks: ['zh-dark'], panel: (say) => gauge({ form: 'bars' }, everyStatus(say)) },
  { name: 'gauge-trajectory-300', width: 300, height: 240, looks: ['en-dark'], panel: fromExample('gauge-trajectories', 0) },
  { name: 'gauge-sixty-bars', width: 1400, height: 1000, looks: ['zh-light'], panel: (say) => gauge({ form: 'bars', group: 'unit' }, manyIndicators(say, 60)) },
  { name: 'gauge-sixty-radial', width: 2000, height: 1000, looks: ['en-dark'], panel: (say) => gauge({ form: 'radial' }, manyIndicators(say, 60)) },
  { name: 'gauge-radial-2000', width: 2000, height: 700, looks: ['zh-light'], panel: (say) => gauge({ form: 'radial' }, threePhases(say)) },
  { name: 'gauge-trajectory-2000', width: 2000, height: 800, looks: ['zh-dark'], panel: fromExample('gauge-trajectories', 1) },
  // When there is nothing to draw.
  { name: 'gauge-nothing', width: 400, height: 160, looks: ['zh-dark'], panel: () => gauge({}, NOTHING) },
  { name: 'gauge-columns-missing', width: 400, height: 160, looks: ['en-light'], panel: () => gauge({}, frame([{ indicator: 'A', cost: 3, size: 4 }])) },
  { name: 'gauge-failed', width: 400, height: 160, looks: ['en-dark'], panel: () => failed(GAUGE) },
  // Grids of other sizes, and other frames.
  { name: 'heatmap-3x3', width: 480, height: 360, looks: ['en-light'], panel: (say) => heatmap({ grid: GRID_3(say) }, risksOn(3, say)) },
  { name: 'heatmap-7x7', width: 760, height: 480, looks: ['zh-dark'], panel: (say) => heatmap({ grid: GRID_7(say) }, risksOn(7, say)) },
  { name: 'heatmap-ledger-counts', width: 600, height: 400, looks: ['en-dark'], panel: () => heatmap({}, ...golden('risks.matrix')) },
  { name: 'heatmap-ledger-rows', width: 600, height: 400, looks: ['en-light'], panel: () => heatmap({}, ...golden('risks.rows')) },
  { name: 'heatmap-residual', width: 560, height: 400, looks: ['zh-light'], panel: fromExample('heatmap-risk-register', 1) },
  { name: 'heatmap-moved', width: 800, height: 480, looks: ['zh-dark', 'en-light'], panel: fromExample('heatmap-what-moved', 0) },
  { name: 'heatmap-moved-300', width: 300, height: 240, looks: ['zh-light'], panel: fromExample('heatmap-what-moved', 0) },
  { name: 'heatmap-all-arrows', width: 680, height: 440, looks: ['zh-light'], panel: fromExample('heatmap-risk-register', 0, { arrows: 'all' }) },
  { name: 'heatmap-doubtful-grid', width: 480, height: 360, looks: ['zh-light'], panel: (say) => heatmap({ grid: { ...GRID_3(say), rows: '002,012,122' } }, risksOn(3, say)) },
  { name: 'heatmap-refused-grid', width: 480, height: 160, looks: ['en-dark'], panel: (say) => heatmap({ grid: { ...GRID_3(say), rows: '001,002,111' } }, risksOn(3, say)) },
  { name: 'heatmap-grid-numbers', width: 800, height: 340, looks: ['en-light'], panel: fromExample('heatmap-service-by-month', 1) },
  { name: 'heatmap-matrix-200', width: 200, height: 150, looks: ['zh-dark'], panel: fromExample('heatmap-risk-register', 0) },
  { name: 'heatmap-matrix-300', width: 300, height: 240, looks: ['en-light'], panel: fromExample('heatmap-risk-register', 0) },
  { name: 'heatmap-grid-200', width: 200, height: 150, looks: ['zh-light'], panel: fromExample('heatmap-service-by-month', 0) },
  { name: 'heatmap-matrix-1400', width: 1400, height: 700, looks: ['zh-light'], panel: fromExample('heatmap-risk-register', 0) },
  { name: 'heatmap-grid-2000', width: 2000, height: 700, looks: ['en-dark'], panel: (say) => heatmap({ form: 'cross' }, manyCells(say)) },
  { name: 'heatmap-months', width: 760, height: 260, looks: ['en-light', 'zh-dark'], panel: (say) => heatmap({ form: 'cross' }, manyMonths(say)) },
  { name: 'heatmap-months-200', width: 200, height: 150, looks: ['en-dark'], panel: (say) => heatmap({ form: 'cross' }, manyMonths(say)) },
  { name: 'heatmap-months-2000', width: 2000, height: 300, looks: ['en-light'], panel: (say) => heatmap({ form: 'cross' }, manyMonths(say)) },
  { name: 'heatmap-nothing', width: 400, height: 160, looks: ['zh-light'], panel: () => heatmap({}, NOTHING) },
  { name: 'heatmap-columns-missing', width: 400, height: 160, looks: ['en-dark'], panel: () => heatmap({}, frame([{ title: 'A', cost: 3 }])) },
  { name: 'heatmap-failed', width: 400, height: 160, looks: ['zh-dark'], panel: () => failed(HEATMAP) },
  // As others see it, and on paper.
  { name: 'gauge-bars-achromatopsia', width: 900, height: 420, looks: ['zh-light'], sight: 'achromatopsia', panel: (say) => gauge({ form: 'bars' }, everyStatus(say)) },
  { name: 'gauge-radial-deuteranopia', width: 560, height: 320, looks: ['en-dark'], sight: 'deuteranopia', panel: (say) => gauge({ form: 'radial' }, threePhases(say)) },
  { name: 'heatmap-matrix-achromatopsia', width: 680, height: 440, looks: ['en-dark', 'zh-light'], sight: 'achromatopsia', panel: fromExample('heatmap-risk-register', 0) },
  { name: 'heatmap-matrix-deuteranopia', width: 680, height: 440, looks: ['zh-light'], sight: 'deuteranopia', panel: fromExample('heatmap-risk-register', 0) },
  { name: 'heatmap-grid-achromatopsia', width: 800, height: 340, looks: ['zh-dark', 'en-light'], sight: 'achromatopsia', panel: fromExample('heatmap-service-by-month', 0) },
  { name: 'heatmap-grid-protanopia', width: 800, height: 340, looks: ['zh-dark'], sight: 'protanopia', panel: fromExample('heatmap-service-by-month', 0) },
  // Printed from a dark screen: ink on white all the same.
  { name: 'gauge-radial-print', width: 560, height: 320, looks: ['en-dark'], media: 'print', panel: (say) => gauge({ form: 'radial' }, threePhases(say)) },
  { name: 'gauge-bars-print', width: 900, height: 420, looks: ['zh-dark'], media: 'print', panel: (say) => gauge({ form: 'bars' }, everyStatus(say)) },
  { name: 'gauge-trajectory-print', width: 800, height: 380, looks: ['zh-dark'], media: 'print', panel: fromExample('gauge-trajectories', 0) },
  { name: 'heatmap-grid-print', width: 800, height: 340, looks: ['zh-dark'], media: 'print', panel: fromExample('heatmap-service-by-month', 0) },
  { name: 'heatmap-matrix-print', width: 680, height: 440, looks: ['en-dark'], media: 'print', panel: fromExample('heatmap-risk-register', 0) },
];

export const SCENES: Scene[] = [...FORMS, ...ONCE];

export const languageOf = (look: Look): Language => (look.startsWith('zh') ? 'zh-Hans' : 'en-US');
export const themeOf = (look: Look): Theme => look.slice(3) as Theme;
export const uidOfScene = ({ name }: Scene, language: Language) =>
  `scene-${name}-${language === 'zh-Hans' ? 'zh' : 'en'}`;

/** A scene as a dashboard of one panel, as the demo's page draws it. */
export function dashboardOf(scene: Scene, language: Language) {
  const panel = scene.panel(sayIn(language), language);
  const datasource = { type: 'grafana-testdata-datasource', uid: 'testdata' };
  return {
    uid: uidOfScene(scene, language),
    title: scene.name,
    time: { from: '2025-01-01T00:00:00.000Z', to: `${AS_OF}T23:59:59.000Z` },
    timezone: 'utc',
    templating: { list: [] },
    panels: [
      {
        fieldConfig: { defaults: {}, overrides: [] },
        ...panel,
        id: 1,
        gridPos: { x: 0, y: 0, w: 24, h: 12 },
        datasource,
        targets: panel.targets.map((target) => ({ ...target, datasource })),
      },
    ],
  };
}
