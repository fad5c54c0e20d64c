import { choice, dashboard, linkTo, titleOf } from './dashboard';
import { ageingFigures, DELAY, doneColumns, groupColumn, taskColumns, taskGroups, ZERO_IS_GOOD } from './figures';
import { type Language, sayIn } from './language';
import { bars, lines, stat, table } from './panel';
import { ask } from './query';

/** The three lists: what is to be done, by whom, by when, and how late it is. */
export function tasks(language: Language) {
  const say = sayIn(language);
  const toUnit = linkTo('unit', language, say('看本单位', 'This unit'));
  const scope = { departments: ['$department'] };
  // A task has one lead, so that counts by lead department add up.
  const byLead = ask(
    { kind: 'tasks', view: 'summary', groupBy: 'department', scope: { ...scope, departmentRole: 'lead' } },
    language
  );
  return dashboard('tasks', language, {
    title: titleOf('tasks', language),
    description: say(
      '任务清单、责任清单、时限清单：到期、逾期、延期，对照现行期限与原定期限。',
      'The lists of tasks, responsibilities and deadlines: due, overdue, extended, against the current and the original due date.'
    ),
    variables: [
      choice('unit', say('单位', 'Unit'), 'units', language),
      choice('department', say('牵头部门', 'Lead department'), 'departments', language, { all: true }),
    ],
    marks: ['policies', 'extensions', 'imports'],
    shelves: [
      [
        5,
        [
          14,
          stat(
            {
              title: say('任务办得怎么样？', 'How does the work stand?'),
              description: say(
                '所选部门牵头的任务。应办为截至该日到期的任务；逾期为其中未办结的；延过期指期限至少改过一次的任务。',
                'Tasks led by the chosen departments. Due: tasks that had to be done by then; overdue: those not done; extended: tasks whose due date was moved at least once.'
              ),
              links: [toUnit],
            },
            byLead,
            [
              { name: 'total', label: say('全部任务', 'All tasks') },
              { name: 'due', label: say('应办', 'Due') },
              { name: 'overdue', label: say('逾期', 'Overdue'), steps: ZERO_IS_GOOD },
              { name: 'extended', label: say('延过期', 'Extended') },
            ],
            'sum'
          ),
        ],
        [
          10,
          stat(
            {
              title: say('全部部门的延期率有多高？', 'How high is the delay rate of all departments?'),
              description: say(
                '（逾期办结 + 逾期未办结）÷ 应办，本单位及下级的全部任务。按原定期限计算的一项不受延期影响。',
                '(Finished late + open overdue) ÷ due, over all tasks of the unit and the units below it. The one against original due dates is not softened by extensions.'
              ),
              links: [toUnit],
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'none' }, language),
            [
              { name: 'delay_rate', label: say('按现行期限', 'Current due dates'), steps: DELAY },
              { name: 'original_delay_rate', label: say('按原定期限', 'Original due dates'), steps: DELAY },
            ]
          ),
        ],
      ],
      [
        10,
        [
          15,
          lines(
            {
              title: say('逾期在增加还是减少？', 'Are arrears growing?'),
              description: say(
                '每月末当时的逾期任务数与延期率，所选部门牵头的任务。',
                'Overdue tasks and delay rate as they stood at the end of each month, for tasks led by the chosen departments.'
              ),
              links: [toUnit],
            },
            ask({ kind: 'tasks', view: 'trend', months: 24, scope }, language),
            [
              { name: 'overdue', label: say('逾期任务', 'Overdue tasks'), color: 'red' },
              { name: 'delay_rate', label: say('延期率', 'Delay rate'), color: 'blue', right: true, dashed: true },
            ]
          ),
        ],
        [
          9,
          bars(
            {
              title: say('逾期多久了？', 'How old are the arrears?'),
              description: say(
                '全部部门的逾期未办结任务，按逾期时长分组。',
                'Open overdue tasks of all departments by how long they have been overdue.'
              ),
              links: [toUnit],
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'none' }, language),
            ageingFigures(language)
          ),
        ],
      ],
      [
        12,
        [
          24,
          table(
            {
              title: say('逾期任务，最久的在前', 'Overdue tasks, longest first'),
              description: say(
                '逾期天数按任务的计日方式（工作日或日历日）计算。空表表示没有逾期任务。',
                'Days overdue are counted as the task says: working days or calendar days. An empty table means that no task is overdue.'
              ),
              links: [toUnit],
            },
            ask({ kind: 'tasks', view: 'rows', scope, statuses: ['overdue'], limit: 100 }, language),
            taskColumns(language)
          ),
        ],
      ],
      [
        10,
        [
          12,
          table(
            {
              title: say('哪些部门牵头的任务拖延？', 'Which lead departments are late?'),
              description: say('按牵头部门汇总。', 'By lead department.'),
            },
            byLead,
            taskGroups(language, groupColumn(language, say('牵头部门', 'Lead department'), 'tasks', 'department'))
          ),
        ],
        [
          12,
          table(
            {
              title: say('哪些部门配合的任务拖延？', 'Whose supported tasks are late?'),
              description: say(
                '按配合部门汇总：一项任务计入每个配合部门，各行相加会超过总数。',
                'By supporting department: a task counts for each of them, so the rows add up to more than the total.'
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
        10,
        [
          12,
          table(
            {
              title: say('哪些单位拖延？', 'Which units are late?'),
              description: say(
                '按下一级单位汇总（含其下级），全部部门。',
                'By unit directly below, with all below it; all departments.'
              ),
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'child' }, language),
            taskGroups(language, groupColumn(language, say('单位', 'Unit'), 'unit', 'unit'))
          ),
        ],
        [
          12,
          table(
            {
              title: say('哪些政策拖延？', 'Which policies are late?'),
              description: say('按政策汇总，全部部门。', 'By policy, all departments.'),
            },
            ask({ kind: 'tasks', view: 'summary', groupBy: 'policy' }, language),
            taskGroups(language, groupColumn(language, say('政策', 'Policy'), 'policy', 'policy'))
          ),
        ],
      ],
      [
        10,
        [
          24,
          table(
            {
              title: say('即将到期的任务', 'Tasks due soon'),
              description: say('还来得及：期限在即而未办结。', 'Still in time: not done, and due soon.'),
              links: [toUnit],
            },
            ask({ kind: 'tasks', view: 'rows', scope, statuses: ['due_soon'], limit: 100 }, language),
            taskColumns(language, {
              days: {
                name: 'days_left',
                label: say('剩余天数', 'Days left'),
                sort: 'asc',
                steps: [[null, 'yellow']],
              },
            })
          ),
        ],
      ],
      [
        10,
        [
          24,
          table(
            {
              title: say('已办结的任务与证据', 'Tasks done, with their evidence'),
              description: say(
                '最近办结的在前；点开证据链接即可核对。',
                'Latest first; open the link to see the evidence.'
              ),
              links: [toUnit],
            },
            ask({ kind: 'tasks', view: 'rows', scope, statuses: ['done', 'done_late'], limit: 100 }, language),
            doneColumns(language)
          ),
        ],
      ],
    ],
  });
}
