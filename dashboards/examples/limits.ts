import { type Language, type Say, sayIn } from '../language';
import { csv, example, gauge, type Row } from './example';

const HEADER = `indicator kind direction unit_of_measure decimals phase_name baseline_value baseline_date target_value
  target_upper start_date due_date value value_date`;

/** Targets that are no way to go: a floor, a ceiling, a range, a rank, a yes or no, and one to be held. */
export function limits(language: Language) {
  const say = sayIn(language);
  const rows = constraints(say);
  return example(language, {
    name: 'limits',
    title: say('示例：底线、上限、区间、排名与是否', 'Example: floors, ceilings, ranges, ranks, yes or no'),
    description: say(
      '不是每个目标都是进度条：底线画底线，区间画区间。',
      'Not every target is a way to go: a floor is drawn as a floor, a range as a range.'
    ),
    shelves: [
      [
        13,
        [
          12,
          gauge({
            title: say('守住了吗？', 'Are they kept?'),
            description: say('点为当前值，浅色区为合格区间。', 'The point is the value, the zone is where it is good.'),
            tables: [csv(HEADER, rows)],
            options: { form: 'radial', sort: 'given' },
          }),
        ],
        [
          12,
          gauge({
            title: say('同样的约束，逐行看', 'The same, row by row'),
            description: say('一行一项约束，突破的在前。', 'One row per constraint, those that are broken first.'),
            tables: [csv(HEADER, rows)],
            options: { form: 'bars', sort: 'severity' },
          }),
        ],
      ],
      [
        11,
        [
          24,
          gauge({
            title: say('一年来在哪一侧？', 'On which side over the year?'),
            description: say(
              '斜线一侧为突破；排名高者在上。',
              'The hatched side is broken; the best rank stands above.'
            ),
            tables: [csv(HEADER, rows), csv('indicator period value', overTime(say))],
            options: { form: 'trajectory', sort: 'given' },
          }),
        ],
      ],
    ],
  });
}

const NAMES = (say: Say) => ({
  floor: say('耕地保有量（万亩）', 'Arable land (10,000 mu)'),
  ceiling: say('能耗总量（万吨标准煤）', 'Energy used (10,000 t)'),
  range: say('物价涨幅', 'Rise of prices'),
  rank: say('营商环境排名', 'Rank in doing business'),
  yesNo: say('应急预案已演练', 'Emergency plan exercised'),
  held: say('饮用水达标率', 'Drinking water in order'),
});

function constraints(say: Say): Row[] {
  const names = NAMES(say);
  const year = say('2026 年', '2026');
  const span: Row = ['2026-01-01', '2026-12-31'];
  return [
    [names.floor, 'floor', 1, 'count', 0, year, null, null, 4820, null, ...span, 4836, '2026-10-31'],
    [names.ceiling, 'ceiling', -1, 'count', 0, year, null, null, 9100, null, ...span, 9240, '2026-10-31'],
    [names.range, 'range', 1, 'percent', 1, year, null, null, 1, 3, ...span, 2.1, '2026-10-31'],
    [names.rank, 'rank', -1, 'rank', 0, year, 24, '2025-12-31', 12, null, ...span, 17, '2026-10-31'],
    [names.yesNo, 'yes_no', 1, 'yes_no', 0, year, 0, '2025-12-31', 1, null, ...span, 1, '2026-10-31'],
    [names.held, 'target', 1, 'percent', 1, year, 98, '2025-12-31', 98, null, ...span, 97.2, '2026-10-31'],
  ];
}

function overTime(say: Say): Row[] {
  const names = NAMES(say);
  const months = ['2026-02-28', '2026-04-30', '2026-06-30', '2026-08-31', '2026-10-31'];
  const series: Array<[string, number[]]> = [
    [names.floor, [4871, 4862, 4850, 4841, 4836]],
    [names.ceiling, [8720, 8890, 9040, 9160, 9240]],
    [names.range, [0.7, 1.2, 1.6, 1.9, 2.1]],
    [names.rank, [24, 22, 19, 19, 17]],
    [names.yesNo, [0, 0, 0, 1, 1]],
    [names.held, [98.4, 98.1, 97.9, 97.4, 97.2]],
  ];
  return series.flatMap(([name, values]) => values.map((value, at) => [name, months[at], value]));
}
