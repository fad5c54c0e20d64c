import { choice, dashboard, linkTo, titleOf, urlOf } from './dashboard';
import {
  ageingFigures,
  DELAY,
  groupColumn,
  lightFigures,
  riskColumns,
  targetColumns,
  taskColumns,
  taskGroups,
  ZERO_IS_GOOD,
} from './figures';
import { type Language, sayIn } from './language';
import { bars, gauge, stat, table } from './panel';
import { ask } from './query';

/** One policy across units and departments: who leads, who supports, where it is held up. */
export function policy(language: Language) {
  const say = sayIn(language);
  const carry = { policy: '${policy}' };
  const toTasks = linkTo('tasks', language, say('看任务', 'Tasks'), carry);
  const toTargets = linkTo('targets', language, say('看目标', 'Targets'));
  const toRisks = linkTo('risks', language, say('看风险', 'Risks'));
  const scope = { policies: ['$policy'] };
  return dashboard('policy', language, {
    title: titleOf('policy', language),
    description: say(
      '一项政策跨单位、跨部门的落实：任务、指标、风险。',
      'One policy across units and departments: tasks, indicators, risks.'
    ),
    variables: [choice('unit', say('单位', 'Unit'), 'units'), choice('policy', say('政策', 'Policy'), 'policies')],
    shelves: [
      [
        5,
        [
          10,
          stat(
            {
              title: say('任务办得怎么样？', 'How does the work stand?'),
              description: say(
                '本政策的任务，对照现行期限与原定期限。',
                'Tasks of this policy, against current and original due dates.'
              ),
              links: [toTasks],
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'none', scope }, language),
            [
              { name: 'overdue', label: say('逾期', 'Overdue'), steps: ZERO_IS_GOOD },
              { name: 'due', label: say('应办', 'Due') },
              { name: 'delay_rate', label: say('延期率', 'Delay rate'), steps: DELAY },
              { name: 'original_delay_rate', label: say('原定延期率', 'Original delay rate'), steps: DELAY },
            ].map((figure) => ({
              ...figure,
              link: { title: say('看任务', 'Tasks'), url: urlOf('tasks', language, carry) },
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
          6,
          bars(
            {
              title: say('逾期多久了？', 'How old are the arrears?'),
              description: say(
                '逾期未办结任务按逾期时长分组。',
                'Open overdue tasks by how long they have been overdue.'
              ),
              links: [toTasks],
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'none', scope }, language),
            ageingFigures(language)
          ),
        ],
      ],
      [
        10,
        [
          12,
          table(
            {
              title: say('哪些牵头部门拖延？', 'Which lead departments are late?'),
              description: say('按牵头部门汇总。', 'By lead department.'),
            },
            ask(
              { kind: 'tasks', view: 'summary', groupBy: 'department', scope: { ...scope, departmentRole: 'lead' } },
              language
            ),
            taskGroups(language, groupColumn(language, say('牵头部门', 'Lead department'), 'tasks', 'department'))
          ),
        ],
        [
          12,
          table(
            {
              title: say('哪些配合部门拖延？', 'Which supporting departments are late?'),
              description: say(
                '按配合部门汇总：一项任务计入每个配合部门。',
                'By supporting department: a task counts for each of them.'
              ),
            },
            ask(
              { kind: 'tasks', view: 'summary', groupBy: 'department', scope: { ...scope, departmentRole: 'support' } },
              language
            ),
            taskGroups(language, groupColumn(language, say('配合部门', 'Supporting department'), 'tasks', 'department'))
          ),
        ],
      ],
      [
        12,
        [
          24,
          table(
            {
              title: say('本政策的任务', 'Tasks of this policy'),
              description: say('逾期最久的在前。', 'Longest overdue first.'),
              links: [toTasks],
            },
            ask({ kind: 'tasks', view: 'rows', scope }, language),
            taskColumns(language).map((column) =>
              column.name === 'policy' ? { name: 'step_name', width: 130 } : column
            )
          ),
        ],
      ],
      [
        11,
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
              title: say('哪些单位拖延？', 'Which units are late?'),
              description: say('本政策的任务按单位汇总。', 'Tasks of this policy by unit.'),
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'unit', scope }, language),
            taskGroups(language, groupColumn(language, say('单位', 'Unit'), 'unit', 'unit'))
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
            ask({ kind: 'targets', view: 'rows', scope, lights: ['red'] }, language),
            targetColumns()
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
            ask({ kind: 'risks', view: 'rows', scope }, language),
            riskColumns()
          ),
        ],
      ],
    ],
  });
}
