import { type Language, sayIn } from '../language';
import { example, heatmap } from './example';
import { grid, register } from './register';

/** A risk register as a spreadsheet keeps it, on a grid that the panel's options bring. */
export function riskRegister(language: Language) {
  const say = sayIn(language);
  return example(language, {
    name: 'risk-register',
    title: say('示例：表格里的风险台账', 'Example: a risk register from a table'),
    description: say(
      '矩阵、文字与等级来自面板选项；点格子看其中的风险。',
      'Grid, words and levels come from the panel options; a cell opens its risks.'
    ),
    shelves: [
      [
        16,
        [
          14,
          heatmap({
            title: say('当前风险在哪里？', 'Where are the current risks?'),
            description: say('5×5 矩阵，虚线为风险偏好。', 'A 5 × 5 grid, the stepped line is the appetite.'),
            tables: [register(say)],
            options: { form: 'matrix', grid: grid(say) },
            overrides: [
              {
                matcher: { id: 'byName', options: 'title' },
                properties: [
                  {
                    id: 'links',
                    value: [
                      {
                        title: say('打开风险', 'Open the risk'),
                        url: 'https://example.org/risks/${__data.fields.risk_id}',
                        targetBlank: true,
                      },
                    ],
                  },
                ],
              },
            ],
          }),
        ],
        [
          10,
          heatmap({
            title: say('措施到位后剩多少？', 'What remains once the measures hold?'),
            description: say('同一台账，剩余风险。', 'The same register, residual scores.'),
            tables: [register(say)],
            options: { form: 'matrix', basis: 'residual', controls: false, grid: grid(say) },
          }),
        ],
      ],
    ],
  });
}
