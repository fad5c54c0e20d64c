import { choice, dashboard, linkTo, titleOf, urlOf } from './dashboard';
import {
  attentionColumns,
  DELAY,
  groupColumn,
  lightFigures,
  reportColumns,
  targetColumns,
  targetGroups,
  taskColumns,
  taskGroups,
  ZERO_IS_GOOD,
} from './figures';
import { type Language, sayIn } from './language';
import { gauge, heatmap, stat, table } from './panel';
import { ask } from './query';

/** Everything about one unit: its own targets, and the work of the unit with the units below it. */
export function unit(language: Language) {
  const say = sayIn(language);
  const to = {
    targets: linkTo('targets', language, say('看目标', 'Targets')),
    tasks: linkTo('tasks', language, say('看任务', 'Tasks')),
    risks: linkTo('risks', language, say('看风险', 'Risks')),
  };
  return dashboard('unit', language, {
    title: titleOf('unit', language),
    description: say(
      '一个单位的目标、任务、风险、报送与下级单位。',
      'Targets, tasks, risks, reports and subordinate units of one unit.'
    ),
    variables: [choice('unit', say('单位', 'Unit'), 'units', language)],
    shelves: [
      [
        4,
        [
          12,
          stat(
            {
              title: say('${unit:text}的目标怎么样？', 'How do the targets of ${unit:text} stand?'),
              description: say('只计本单位自己的目标。', "Only the unit's own targets."),
              links: [to.targets],
            },
            ask({ kind: 'targets', view: 'summary', groupBy: 'none', scope: { subordinates: false } }, language),
            lightFigures(language).map((figure) => ({
              ...figure,
              link: { title: say('看目标', 'Targets'), url: urlOf('targets', language) },
            }))
          ),
        ],
        [
          12,
          stat(
            {
              title: say('任务办得怎么样？', 'How does the work stand?'),
              description: say(
                '本单位及下级的任务，对照现行期限与原定期限。',
                'Tasks of the unit and the units below it, against current and original due dates.'
              ),
              links: [to.tasks],
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'none' }, language),
            [
              { name: 'overdue', label: say('逾期', 'Overdue'), steps: ZERO_IS_GOOD },
              { name: 'due', label: say('应办', 'Due') },
              { name: 'delay_rate', label: say('延期率', 'Delay rate'), steps: DELAY },
              { name: 'original_delay_rate', label: say('原定延期率', 'Original delay rate'), steps: DELAY },
            ].map((figure) => ({ ...figure, link: { title: say('看任务', 'Tasks'), url: urlOf('tasks', language) } }))
          ),
        ],
      ],
      [
        11,
        [
          24,
          table(
            {
              title: say('这里现在要处理的事', 'What needs attention here'),
              description: say(
                '本单位及下级，后果最重的在前。',
                'The unit and the units below it, worst consequence first.'
              ),
              links: [to.tasks],
            },
            ask({ kind: 'attention', view: 'rows', limit: 100 }, language),
            attentionColumns(language)
          ),
        ],
      ],
      [
        8,
        [
          24,
          table(
            {
              title: say('谁没有报？', 'Which reports are missing?'),
              description: say(
                '本单位及下级到期未报或从未报送的指标：最近应报的一期。空表表示已全部报送。',
                'Indicators of the unit and the units below it whose report is late or never came: the latest period that was due. An empty table means that all have come.'
              ),
              links: [to.targets],
            },
            ask({ kind: 'reports', view: 'rows', statuses: ['late', 'never_reported'], limit: 100 }, language),
            reportColumns(language)
          ),
        ],
      ],
      [
        14,
        [
          24,
          gauge(
            {
              title: say('本单位的指标，最差的在前', "The unit's indicators, worst first"),
              description: say(
                '每行一个指标，从基期到长期目标；白线为序时进度。',
                'One row per indicator from baseline to long target; the white line is what is expected by now.'
              ),
              links: [to.targets],
            },
            ask({ kind: 'targets', view: 'rows', scope: { subordinates: false } }, language),
            { form: 'bars' }
          ),
        ],
      ],
      [
        10,
        [
          24,
          table(
            {
              title: say('本单位的目标', "The unit's targets"),
              description: say('一行一个指标的一个阶段。', 'One row per indicator and phase.'),
              links: [to.targets],
            },
            ask({ kind: 'targets', view: 'rows', scope: { subordinates: false } }, language),
            targetColumns(language, { unit: false })
          ),
        ],
      ],
      [
        10,
        [
          24,
          table(
            {
              title: say('逾期任务，最久的在前', 'Overdue tasks, longest first'),
              description: say('本单位及下级。', 'The unit and the units below it.'),
              links: [to.tasks],
            },
            ask({ kind: 'tasks', view: 'rows', statuses: ['overdue'], limit: 100 }, language),
            taskColumns(language)
          ),
        ],
      ],
      [
        14,
        [
          24,
          heatmap(
            {
              title: say('风险在哪里？', 'Where are the risks?'),
              description: say('本单位及下级的当前风险。', 'Current risks of the unit and the units below it.'),
              links: [to.risks],
            },
            {},
            language
          ),
        ],
      ],
      [
        10,
        [
          12,
          table(
            {
              title: say('下级单位的目标', 'Targets of the units below'),
              description: say(
                '按下一级单位汇总，含其下级；点单位名逐级进入。',
                'Each unit directly below, with all below it; its name leads a step down.'
              ),
            },
            ask({ kind: 'targets', view: 'summary', groupBy: 'child' }, language),
            targetGroups(language, groupColumn(language, say('单位', 'Unit'), 'unit', 'unit'))
          ),
        ],
        [
          12,
          table(
            {
              title: say('下级单位的任务', 'Tasks of the units below'),
              description: say(
                '按下一级单位汇总，含其下级；点单位名逐级进入。',
                'Each unit directly below, with all below it; its name leads a step down.'
              ),
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'child' }, language),
            taskGroups(language, groupColumn(language, say('单位', 'Unit'), 'unit', 'unit'))
          ),
        ],
      ],
    ],
  });
}
