import { type Language, type Say, sayIn } from '../language';
import { csv, example, heatmap, type Row } from './example';

/** Any two labels against each other: services by month, once by status and once by number. */
export function serviceByMonth(language: Language) {
  const say = sayIn(language);
  const [service, month] = [say('服务', 'service'), say('月份', 'month')];
  const table = csv(`${service} ${month} status complaints`, reports(say));
  const rows = { row: service, column: month };
  return example(language, {
    name: 'service-by-month',
    title: say('示例：服务 × 月份', 'Example: service × month'),
    description: say(
      '任意两列作行与列；值为状态、灯或数字。空格是没有数据，不是零。',
      'Any two columns as rows and columns; the value is a status, a light or a number. An empty cell is no data, not zero.'
    ),
    shelves: [
      [
        12,
        [
          24,
          heatmap({
            title: say('哪项服务、哪个月不达标？', 'Which service missed its standard, and when?'),
            description: say('按状态：每格取最差的一项。', 'By status: a cell shows its worst.'),
            tables: [table],
            options: { form: 'cross', cross: { ...rows, value: 'status' } },
          }),
        ],
      ],
      [
        12,
        [
          24,
          heatmap({
            title: say('投诉落在哪里？', 'Where do complaints fall?'),
            description: say('按数字：格内相加，行列合计。', 'By number: cells add up, with totals.'),
            tables: [table],
            options: { form: 'cross', cross: { ...rows, value: 'complaints' } },
          }),
        ],
      ],
    ],
  });
}

const MONTHS = Array.from({ length: 10 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);

/** Per service the complaints of each month (null: nobody reported) and the number from which it counts as missed. */
function reports(say: Say): Row[] {
  const services: Array<[name: string, limit: number, complaints: Array<number | null>]> = [
    [say('婚姻登记', 'Marriage register'), 12, [2, 9, 3, 4, 5, 4, 3, 8, 4, 6]],
    [say('不动产登记', 'Land register'), 20, [18, 16, 22, 24, 21, 19, 17, 15, 14, 12]],
    [say('社保卡补换', 'Social security cards'), 15, [6, 7, 8, 9, 12, 13, 16, 19, 22, 25]],
    [say('公积金提取', 'Housing fund'), 18, [9, 9, 10, 8, 9, 11, 10, 9, 8, 9]],
    [say('营业执照', 'Business licences'), 10, [4, 3, 3, null, null, 6, 9, 11, 10, 8]],
    [say('居住证', 'Residence permits'), 14, [13, 12, 14, 13, 12, 15, 13, 12, 11, 10]],
    [say('高龄津贴', 'Old-age allowance'), 8, [1, 2, 1, 1, 2, 2, 3, 2, 1, null]],
  ];
  return services.flatMap(([name, limit, complaints]) =>
    complaints.map((count, at) => [name, MONTHS[at], statusOf(count, limit), count])
  );
}

function statusOf(count: number | null, limit: number): string {
  if (count === null) {
    return 'no_data';
  }
  return count > limit ? 'off_track' : count > 0.75 * limit ? 'at_risk' : 'on_track';
}
