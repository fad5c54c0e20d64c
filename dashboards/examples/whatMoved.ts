import { type Language, sayIn } from '../language';
import { AS_OF, example, heatmap } from './example';
import { grid, registerOfTwoDates } from './register';

const THEN = '2026-04-30';

/** One register on two dates: what rose, fell, came and was closed. */
export function whatMoved(language: Language) {
  const say = sayIn(language);
  return example(language, {
    name: 'what-moved',
    title: say('示例：两个日期之间的变动', 'Example: what moved between two dates'),
    description: say(
      '同一台账的两个日期放在一张表里，由 as_of 列区分；也可以用两个查询。',
      'One register on two dates in one table, told apart by the column as_of; two queries do as well.'
    ),
    shelves: [
      [
        18,
        [
          24,
          heatmap({
            title: say('半年来哪些风险动了？', 'Which risks moved in half a year?'),
            description: say(
              '箭头从四月末指向今天；点图例列出变动的风险。',
              'Arrows lead from the end of April to today; the legend lists what moved.'
            ),
            tables: [registerOfTwoDates(say, THEN, AS_OF)],
            options: { form: 'matrix', grid: grid(say) },
          }),
        ],
      ],
    ],
  });
}
