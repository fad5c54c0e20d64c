import { choice, dashboard, linkTo, titleOf } from './dashboard';
import { riskColumns, ZERO_IS_GOOD } from './figures';
import { type Language, sayIn } from './language';
import { heatmap, lines, stat, table } from './panel';
import { ask } from './query';

/** Risks on the grid, against the appetite, and how they move. */
export function risks(language: Language) {
  const say = sayIn(language);
  const toUnit = linkTo('unit', language, say('看本单位', 'This unit'));
  const scope = { departments: ['$department'] };
  const categories = ['$category'];
  return dashboard('risks', language, {
    title: titleOf('risks', language),
    description: say(
      '执行、资源、社会、机制四类风险：等级、偏好、评审与缓解措施。',
      'Risks of execution, resources, society and mechanism: level, appetite, reviews and mitigation.'
    ),
    variables: [
      choice('unit', say('单位', 'Unit'), 'units', language),
      choice('category', say('类别', 'Category'), 'categories', language, { all: true }),
      choice('department', say('责任部门', 'Department'), 'departments', language, { all: true }),
    ],
    marks: ['policies'],
    shelves: [
      [
        4,
        [
          24,
          stat(
            {
              title: say('本单位及下级的风险怎么样？', 'How do the risks of the unit and the units below it stand?'),
              description: say(
                '全部类别。超出偏好：剩余风险高于该类别与单位的风险偏好。未评分的不计入任何颜色。',
                'All categories. Above appetite: the residual level is above what the unit accepts in the category. Risks not scored count in no colour.'
              ),
              links: [toUnit],
            },
            ask({ kind: 'risks', view: 'trend', months: 1 }, language),
            [
              { name: 'total', label: say('在册风险', 'Open risks') },
              { name: 'above_appetite', label: say('超出偏好', 'Above appetite'), steps: ZERO_IS_GOOD },
              {
                name: 'review_overdue',
                label: say('评审逾期', 'Review overdue'),
                steps: [
                  [null, 'text'],
                  [0, 'green'],
                  [1, 'yellow'],
                ],
              },
              { name: 'unscored', label: say('未评分', 'Not scored') },
            ]
          ),
        ],
      ],
      [
        16,
        [
          14,
          heatmap(
            {
              title: say('当前风险在哪里？', 'Where are the current risks?'),
              description: say(
                '可能性 × 影响；格子颜色取自风险矩阵，虚线为风险偏好。点格子看其中的风险与缓解走向。',
                'Likelihood × impact; the colour of a cell comes from the grid, the stepped line is the appetite. A cell opens its risks and where mitigation leads.'
              ),
              links: [toUnit],
            },
            { scope, categories },
            language
          ),
        ],
        [
          10,
          lines(
            {
              title: say('风险在升还是在降？', 'Are risks rising?'),
              description: say(
                '每月末当时的风险数，全部类别。',
                'Risks as they stood at the end of each month, all categories.'
              ),
              links: [toUnit],
            },
            ask({ kind: 'risks', view: 'trend', months: 24 }, language),
            [
              { name: 'above_appetite', label: say('超出偏好', 'Above appetite'), color: 'red' },
              { name: 'review_overdue', label: say('评审逾期', 'Review overdue'), color: 'orange', dashed: true },
              { name: 'total', label: say('在册风险', 'Open risks'), color: 'blue' },
            ]
          ),
        ],
      ],
      [
        11,
        [
          24,
          table(
            {
              title: say('超出偏好的风险', 'Risks above appetite'),
              description: say(
                '需要追加缓解措施，或由上级明确接受。',
                'They need more mitigation, or a superior who accepts them.'
              ),
              links: [toUnit],
            },
            ask({ kind: 'risks', view: 'rows', scope, categories, lights: ['red'], limit: 100 }, language),
            riskColumns(language)
          ),
        ],
      ],
      [
        9,
        [
          24,
          table(
            {
              title: say('评审逾期或未评分的风险', 'Risks without a current review'),
              description: say('没有按期评审就不知道现状。', 'Without a review in time nobody knows how they stand.'),
              links: [toUnit],
            },
            ask(
              { kind: 'risks', view: 'rows', scope, categories, statuses: ['review_overdue', 'unscored'], limit: 100 },
              language
            ),
            riskColumns(language)
          ),
        ],
      ],
      [
        11,
        [
          24,
          table(
            {
              title: say('全部在册风险', 'All open risks'),
              description: say('一行一项风险。', 'One row per risk.'),
              links: [toUnit],
            },
            ask({ kind: 'risks', view: 'rows', scope, categories, limit: 100 }, language),
            riskColumns(language)
          ),
        ],
      ],
    ],
  });
}
