import { choice, dashboard, linkTo, titleOf, urlOf } from './dashboard';
import {
  ageingFigures,
  attentionColumns,
  DELAY,
  groupColumn,
  lightFigures,
  targetGroups,
  taskGroups,
  ZERO_IS_GOOD,
} from './figures';
import { type Language, sayIn } from './language';
import { bars, gauge, heatmap, lines, stat, table, text } from './panel';
import { ask } from './query';

/** Where delivery stands in a unit and all units below it. */
export function overview(language: Language) {
  const say = sayIn(language);
  const to = {
    targets: linkTo('targets', language, say('看全部目标', 'All targets')),
    tasks: linkTo('tasks', language, say('看任务', 'Tasks')),
    risks: linkTo('risks', language, say('看风险', 'Risks')),
    unit: linkTo('unit', language, say('看本单位', 'This unit')),
  };
  const click = (name: 'targets' | 'tasks' | 'risks' | 'unit', title: string) => ({
    title,
    url: urlOf(name, language),
  });
  return dashboard('overview', language, {
    title: titleOf('overview', language),
    description: say(
      '一个单位及其下级的目标、任务、风险与报送，截至所选时间范围的末日。',
      'Targets, tasks, risks and reports of a unit and the units below it, as of the end of the time range.'
    ),
    variables: [choice('unit', say('单位', 'Unit'), 'units', language)],
    marks: ['phases', 'policies', 'imports'],
    shelves: [
      [
        4,
        [
          7,
          stat(
            {
              title: say('目标走到哪一步了？', 'How do the targets stand?'),
              description: say(
                '本单位及下级的阶段目标，按状态灯计数：绿灯正常或已达成，黄灯偏慢，红灯滞后或逾期未达，灰灯尚不能判断，从不计为良好。',
                'Phase targets of the unit and the units below it, counted by light: green is on track or achieved, yellow at risk, red behind or missed. Grey means not known, and is never counted as good.'
              ),
              links: [to.targets],
            },
            ask({ kind: 'targets', view: 'summary', groupBy: 'none' }, language),
            lightFigures(language).map((figure) => ({
              ...figure,
              link: click('targets', say('看这些目标', 'These targets')),
            }))
          ),
        ],
        [
          7,
          stat(
            {
              title: say('有多少任务逾期？', 'Are tasks late?'),
              description: say(
                '未办结且已过现行期限的任务；应办为截至该日到期的任务，逾期办结的也计入延期率。',
                'Tasks not done past their current due date. Due: tasks that had to be done by then; those finished late count in the delay rate.'
              ),
              links: [to.tasks],
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'none' }, language),
            [
              {
                name: 'overdue',
                label: say('逾期', 'Overdue'),
                steps: ZERO_IS_GOOD,
                link: click('tasks', say('看逾期任务', 'Overdue tasks')),
              },
              { name: 'due', label: say('应办', 'Due'), link: click('tasks', say('看任务', 'Tasks')) },
              {
                name: 'delay_rate',
                label: say('延期率', 'Delay rate'),
                steps: DELAY,
                link: click('tasks', say('看任务', 'Tasks')),
              },
            ]
          ),
        ],
        [
          5,
          stat(
            {
              title: say('哪些风险越线？', 'Risk limits'),
              description: say(
                '剩余风险高于该类别风险偏好的，以及评审已过期的。',
                'Risks whose residual level is above the appetite of their category, and risks whose review is overdue.'
              ),
              links: [to.risks],
            },
            ask({ kind: 'risks', view: 'trend', months: 1 }, language),
            [
              {
                name: 'above_appetite',
                label: say('超出偏好', 'Above appetite'),
                steps: ZERO_IS_GOOD,
                link: click('risks', say('看风险', 'Risks')),
              },
              {
                name: 'review_overdue',
                label: say('评审逾期', 'Review overdue'),
                steps: [
                  [null, 'text'],
                  [0, 'green'],
                  [1, 'yellow'],
                ],
                link: click('risks', say('看风险', 'Risks')),
              },
            ]
          ),
        ],
        [
          5,
          stat(
            {
              title: say('谁没有报？', 'Late reports'),
              description: say(
                '到期未报或从未报送的指标与单位。',
                'Indicators and units whose report is late, or never came.'
              ),
              links: [to.unit],
            },
            ask({ kind: 'reports', view: 'rows', statuses: ['late', 'never_reported'] }, language),
            [
              {
                name: 'late_days',
                label: say('迟报', 'Late'),
                unit: 'none',
                steps: ZERO_IS_GOOD,
                link: click('unit', say('看报送', 'Reports')),
              },
            ],
            'count'
          ),
        ],
      ],
      [
        12,
        [
          24,
          table(
            {
              title: say('现在要处理的事', 'What needs attention now'),
              description: say(
                '跨全部台账，后果最重的在前：逾期未达的目标、逾期任务、越线风险、迟报。',
                'Over all registers, worst consequence first: missed targets, overdue tasks, risks above appetite, late reports.'
              ),
              links: [to.unit],
            },
            ask({ kind: 'attention', view: 'rows', limit: 100 }, language),
            attentionColumns(language)
          ),
        ],
      ],
      [
        9,
        [
          12,
          table(
            {
              title: say('哪些单位的目标亮红灯？', 'Where are targets red?'),
              description: say(
                '按下一级单位汇总（含其下级）的目标状态；点单位名逐级进入。',
                'Status of targets by unit directly below, with all below it; a unit’s name leads a step down.'
              ),
              links: [to.targets],
            },
            ask({ kind: 'targets', view: 'summary', groupBy: 'child' }, language),
            targetGroups(language, groupColumn(language, say('单位', 'Unit'), 'unit', 'unit'))
          ),
        ],
        [
          12,
          table(
            {
              title: say('哪些单位拖延？', 'Which units are late?'),
              description: say(
                '按下一级单位汇总（含其下级）的任务；原定延期率按最初期限计算，延期不能掩盖拖延。',
                'Tasks by unit directly below, with all below it; the original delay rate counts against the first due dates, so that extensions hide nothing.'
              ),
              links: [to.tasks],
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'child' }, language),
            taskGroups(language, groupColumn(language, say('单位', 'Unit'), 'unit', 'unit'))
          ),
        ],
      ],
      [
        12,
        [
          9,
          heatmap(
            {
              title: say('当前风险在哪里？', 'Where are the current risks?'),
              description: say(
                '可能性 × 影响；虚线为风险偏好。点格子看风险。',
                'Likelihood × impact; the stepped line is the appetite. A cell opens its risks.'
              ),
              links: [to.risks],
            },
            {},
            language
          ),
        ],
        [
          7,
          bars(
            {
              title: say('逾期多久了？', 'How old are the arrears?'),
              description: say(
                '逾期未办结任务按逾期时长分组。',
                'Open overdue tasks by how long they have been overdue.'
              ),
              links: [to.tasks],
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'none' }, language),
            ageingFigures(language)
          ),
        ],
        [
          8,
          lines(
            {
              title: say('逾期在增加还是减少？', 'Are arrears growing?'),
              description: say(
                '每月末当时的逾期任务数与延期率。',
                'Overdue tasks and delay rate as they stood at the end of each month.'
              ),
              links: [to.tasks],
            },
            ask({ kind: 'tasks', view: 'trend', months: 24 }, language),
            [
              { name: 'overdue', label: say('逾期任务', 'Overdue tasks'), color: 'red' },
              { name: 'delay_rate', label: say('延期率', 'Delay rate'), color: 'blue', right: true, dashed: true },
            ]
          ),
        ],
      ],
      [
        13,
        [
          24,
          gauge(
            {
              title: say('本单位各阶段目标', "The unit's own phase targets"),
              description: say(
                '本单位自己的指标对照短、中、长期目标；白线为序时进度。',
                "The unit's own indicators against the short, medium and long target; the white line is what is expected by now."
              ),
              links: [to.targets],
            },
            ask({ kind: 'targets', view: 'rows', scope: { subordinates: false } }, language),
            { form: 'bars' }
          ),
        ],
      ],
      [
        3,
        [
          24,
          text(
            say('怎么看', 'How to read this'),
            say(
              '✓ 已达成　● 正常　▲ 偏慢　■ 滞后、恶化　✕ 逾期未达、突破底线　○ 未开始　◌ 数据陈旧、无数据。所有判断截至时间范围的末日：把时间往回调，看到的就是当时的情形。',
              '✓ achieved　● on track　▲ at risk　■ off track, deteriorating　✕ missed, breached　○ not started　◌ stale, no data. Every judgement holds at the end of the time range: move it back to see what stood then.'
            )
          ),
        ],
      ],
    ],
  });
}
