import { choice, dashboard, linkTo, titleOf, urlOf } from './dashboard';
import {
  ageingFigures,
  DELAY,
  groupColumn,
  lightFigures,
  riskColumns,
  stepColumns,
  targetColumns,
  targetGroups,
  ZERO_IS_GOOD,
} from './figures';
import { type Language, sayIn } from './language';
import { bars, gauge, stat, table } from './panel';
import { ask } from './query';

/** One policy across units and departments: who leads, where it is held up. */
export function policy(language: Language) {
  const say = sayIn(language);
  const toTasks = linkTo('tasks', language, say('看全部任务', 'All tasks'));
  const toTargets = linkTo('targets', language, say('看全部目标', 'All targets'));
  const toRisks = linkTo('risks', language, say('看全部风险', 'All risks'));
  const scope = { policies: ['$policy'] };
  const work = ask({ kind: 'tasks', view: 'summary', groupBy: 'policy', scope }, language);
  return dashboard('policy', language, {
    title: titleOf('policy', language),
    description: say(
      '一项政策跨单位、跨部门的落实：任务、指标、风险。',
      'One policy across units and departments: tasks, indicators, risks.'
    ),
    variables: [
      choice('unit', say('单位', 'Unit'), 'units', language),
      choice('policy', say('政策', 'Policy'), 'policies', language),
    ],
    shelves: [
      [
        7,
        [
          8,
          stat(
            {
              title: say('任务办得怎么样？', 'How does the work stand?'),
              description: say(
                '本政策的任务，对照现行期限与原定期限。',
                'Tasks of this policy, against current and original due dates.'
              ),
              links: [toTasks],
            },
            work,
            [
              { name: 'overdue', label: say('逾期', 'Overdue'), steps: ZERO_IS_GOOD },
              { name: 'due', label: say('应办', 'Due') },
              { name: 'delay_rate', label: say('延期率', 'Delay rate'), steps: DELAY },
              { name: 'original_delay_rate', label: say('原定延期率', 'Original delay rate'), steps: DELAY },
            ].map((figure) => ({
              ...figure,
              link: { title: say('看任务', 'Tasks'), url: urlOf('tasks', language) },
            }))
          ),
        ],
        [
          8,
          stat(
            {
              title: say('目标走到哪一步了？', 'How do the targets stand?'),
              description: say(
                '本政策所属指标的阶段目标，按状态灯计数。',
                "Phase targets of this policy's indicators, counted by light."
              ),
              links: [toTargets],
            },
            ask({ kind: 'targets', view: 'summary', groupBy: 'none', scope }, language),
            lightFigures(language).map((figure) => ({
              ...figure,
              link: { title: say('看目标', 'Targets'), url: urlOf('targets', language) },
            }))
          ),
        ],
        [
          8,
          bars(
            {
              title: say('逾期多久了？', 'How old are the arrears?'),
              description: say(
                '本政策的逾期未办结任务按逾期时长分组。',
                "This policy's open overdue tasks by how long they have been overdue."
              ),
              links: [toTasks],
            },
            work,
            ageingFigures(language)
          ),
        ],
      ],
      [
        10,
        [
          24,
          table(
            {
              title: say('卡在谁那里、哪一步？', 'Who holds it up, and at which step?'),
              description: say('本政策的逾期任务，最久的在前。', "This policy's overdue tasks, longest first."),
              links: [toTasks],
            },
            ask({ kind: 'tasks', view: 'rows', scope, statuses: ['overdue'], limit: 100 }, language),
            stepColumns(language)
          ),
        ],
      ],
      [
        8,
        [
          12,
          gauge(
            {
              title: say('本政策的指标', 'Indicators of this policy'),
              description: say(
                '所选单位自己的值，对照各阶段目标。',
                'Values of the chosen unit itself against the phase targets.'
              ),
              links: [toTargets],
            },
            ask({ kind: 'targets', view: 'rows', scope: { ...scope, subordinates: false } }, language),
            { form: 'bars' }
          ),
        ],
        [
          12,
          table(
            {
              title: say('哪些单位落后？', 'Which units are behind?'),
              description: say(
                '本政策所属指标的目标，按下一级单位汇总（含其下级）。',
                "Targets of this policy's indicators by unit directly below, with all below it."
              ),
            },
            ask({ kind: 'targets', view: 'summary', groupBy: 'child', scope }, language),
            targetGroups(language, groupColumn(language, say('单位', 'Unit'), 'unit', 'unit'))
          ),
        ],
      ],
      [
        10,
        [
          24,
          table(
            {
              title: say('亮红灯的目标', 'Targets in red'),
              description: say('本单位及下级。', 'The unit and the units below it.'),
              links: [toTargets],
            },
            ask({ kind: 'targets', view: 'rows', scope, lights: ['red'], limit: 100 }, language),
            targetColumns(language)
          ),
        ],
      ],
      [
        12,
        [
          24,
          table(
            {
              title: say('本政策的全部任务', 'All tasks of this policy'),
              description: say('逾期最久的在前。', 'Longest overdue first.'),
              links: [toTasks],
            },
            ask({ kind: 'tasks', view: 'rows', scope, limit: 100 }, language),
            stepColumns(language)
          ),
        ],
      ],
      [
        9,
        [
          24,
          table(
            {
              title: say('本政策的风险', 'Risks of this policy'),
              description: say('一行一项风险。', 'One row per risk.'),
              links: [toRisks],
            },
            ask({ kind: 'risks', view: 'rows', scope, limit: 100 }, language),
            riskColumns(language)
          ),
        ],
      ],
    ],
  });
}
