import { type Language, type Say, sayIn } from '../language';
import { csv, example, gauge, type Row } from './example';

const HEADER = `indicator department unit_of_measure decimals phase_name baseline_value baseline_date target_value
  start_date due_date value value_date`;

/** Quarterly KPIs, each against three phases. No status comes with them: the panel judges by the linear pace itself. */
export function quarterlyTargets(language: Language) {
  const say = sayIn(language);
  const rows = kpis(say);
  return example(language, {
    name: 'quarterly-targets',
    title: say('示例：季度指标与三个阶段目标', 'Example: quarterly KPIs against three phases'),
    description: say(
      '任意表格即可：值、基期、目标、期限。没有状态列，由面板按序时进度判断。',
      'Any table will do: value, baseline, target, due date. Without a status column the panel judges by the pace itself.'
    ),
    shelves: [
      [
        10,
        [
          10,
          gauge({
            title: say('网上办理率', 'Applications made online'),
            description: say('一环一个阶段，短期在内。', 'One ring per phase, the shortest inside.'),
            tables: [csv(HEADER, rows.slice(0, 3))],
            options: { form: 'radial' },
          }),
        ],
        [
          14,
          gauge({
            title: say('全部指标，最差的在前', 'All KPIs, worst first'),
            description: say(
              '一行一个指标，各用自己的刻度：从基期到年末目标。',
              'One row per KPI on a scale of its own, from the baseline to the target of the year.'
            ),
            tables: [csv(HEADER, rows)],
            options: { form: 'bars', sort: 'severity' },
          }),
        ],
      ],
      [
        12,
        [
          24,
          gauge({
            title: say('按部门分组', 'By department'),
            description: say('小图也认得出：标记先于文字。', 'Small ones stay readable: marks go before words.'),
            tables: [csv(HEADER, rows)],
            options: { form: 'radial', group: 'department' },
          }),
        ],
      ],
    ],
  });
}

function kpis(say: Say): Row[] {
  const service = say('政务服务中心', 'Service centre');
  const permits = say('审批局', 'Permit office');
  return [
    ...phases(say, [say('网上办理率', 'Applications made online'), service, 'percent', 1], 58, [64, 70, 76], 69.4),
    ...phases(
      say,
      [say('投诉按期答复率', 'Complaints answered in time'), service, 'percent', 1],
      81,
      [85, 90, 95],
      88.2
    ),
    ...phases(say, [say('窗口平均等候（分钟）', 'Minutes of waiting'), service, 'count', 0], 34, [28, 22, 15], 27),
    ...phases(say, [say('许可办结天数', 'Days to a permit'), permits, 'days', 1], 45, [38, 30, 20], 26.5),
    ...phases(say, [say('积压件', 'Cases pending'), permits, 'count', 0], 1240, [1000, 700, 400], 1312),
    ...phases(say, [say('材料一次告知率', 'Told once what is missing'), permits, 'percent', 1], 72, [80, 88, 95], null),
  ];
}

/** @param what indicator, department, unit of measure, decimals */
function phases(say: Say, what: Row, baseline: number, targets: [number, number, number], value: number | null): Row[] {
  const spans: Array<[name: string, start: string, due: string]> = [
    [say('上半年', 'First half'), '2026-01-01', '2026-06-30'],
    [say('三季度', 'Third quarter'), '2026-01-01', '2026-09-30'],
    [say('全年', 'Year'), '2026-01-01', '2026-12-31'],
  ];
  const reported = value === null ? null : '2026-10-31';
  return spans.map(([name, start, due], at) => [
    ...what,
    name,
    baseline,
    '2025-12-31',
    targets[at],
    start,
    due,
    value,
    reported,
  ]);
}
