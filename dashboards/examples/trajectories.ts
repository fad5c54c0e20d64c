import { type Language, type Say, sayIn } from '../language';
import { csv, example, gauge, type Row } from './example';

const TARGETS = `unit indicator unit_of_measure decimals direction phase_name phase_position baseline_value baseline_date
  target_value start_date due_date value value_date expected_value gap status forecast_value forecast_low forecast_high
  forecast_probability`;

/** Two tables: targets with a forecast that somebody made, and the observations. */
export function trajectories(language: Language) {
  const say = sayIn(language);
  const tables = [csv(TARGETS, targets(say)), csv('unit indicator period value revision', observations(say))];
  return example(language, {
    name: 'trajectories',
    title: say('示例：目标轨迹与预测', 'Example: trajectories with forecast'),
    description: say(
      '查询 A 为阶段目标与预测，查询 B 为历次监测值；按单位与指标名对应。',
      'Query A brings targets and forecast, query B the observations; unit and indicator join them.'
    ),
    shelves: [
      [
        13,
        [
          24,
          gauge({
            title: say('能按期达成吗？', 'Will it be reached in time?'),
            description: say(
              '粗线为监测值，虚线为序时进度，扇形为 90% 预测区间，菱形为更正过的值。',
              'The line is what was observed, dashed what was expected, the fan the forecast at 90%, a diamond a corrected value.'
            ),
            tables: [csv(TARGETS, targets(say).slice(0, 3)), tables[1]],
            options: { form: 'trajectory' },
          }),
        ],
      ],
      [
        13,
        [
          24,
          gauge({
            title: say('四个单位，最差的在前', 'Four units, worst first'),
            description: say('小图共用时间轴。', 'Small multiples share their time axis.'),
            tables,
            options: { form: 'trajectory', sort: 'severity' },
          }),
        ],
      ],
    ],
  });
}

const UNITS: Array<[zh: string, en: string]> = [
  ['示例省', 'Sample Province'],
  ['东江市', 'Dongjiang'],
  ['南陵市', 'Nanling'],
  ['西桥市', 'Xiqiao'],
];
const name = (say: Say) => say('政策落地率', 'Policies that took effect');

function targets(say: Say): Row[] {
  const head = (unit: number): Row => [say(...UNITS[unit]), name(say), 'percent', 1, 1];
  const short: Row = [say('短期', 'Short term'), 1, 70, '2023-12-31', 80, '2024-01-01', '2025-06-30'];
  const medium: Row = [say('中期', 'Medium term'), 2, 70, '2023-12-31', 88, '2025-07-01', '2027-06-30'];
  const long: Row = [say('长期', 'Long term'), 3, 70, '2023-12-31', 95, '2027-07-01', '2028-12-31'];
  const none: Row = [null, null, null, null];
  const at = '2026-10-31';
  return [
    [...head(0), ...short, 84.1, at, 80, 4.1, 'achieved', ...none],
    [...head(0), ...medium, 84.1, at, 84.6, -0.5, 'at_risk', 87.1, 84.9, 89.3, 0.31],
    [...head(0), ...long, 84.1, at, null, null, 'not_started', 91.4, 87.2, 95.6, 0.12],
    [...head(1), ...medium, 86.9, at, 84.6, 2.3, 'on_track', 90.2, 88.4, 92, 0.94],
    [...head(2), ...medium, 77.2, at, 84.6, -7.4, 'off_track', 79.5, 76.2, 82.8, 0.01],
    [...head(3), ...medium, 72.5, at, 84.6, -12.1, 'deteriorating', 71.1, 67.4, 74.8, 0],
  ];
}

function observations(say: Say): Row[] {
  const days = [
    '2024-03-31',
    '2024-06-30',
    '2024-09-30',
    '2024-12-31',
    '2025-03-31',
    '2025-06-30',
    '2025-09-30',
    '2025-12-31',
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-10-31',
  ];
  const values = [
    [71.2, 73.1, 75.4, 77.2, 78.9, 80.6, 81.1, 82.3, 82.6, 83.5, 83.9, 84.1],
    [71.8, 73.9, 75.2, 77.7, 79.8, 81.9, 82.6, 83.8, 84.9, 85.6, 86.4, 86.9],
    [70.4, 71.2, 72.6, 73.1, 74.4, 75.2, 75.1, 75.8, 76.4, 76.3, 77, 77.2],
    [70.9, 72.2, 73.5, 74.6, 75.1, 75.3, 74.8, 74.2, 73.9, 73.1, 72.8, 72.5],
  ];
  // The figure for the end of 2025 was corrected.
  return values.flatMap((series, unit) =>
    series.map((value, at) => [say(...UNITS[unit]), name(say), days[at], value, at === 7 && unit === 0 ? 2 : 1])
  );
}
