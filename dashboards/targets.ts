import { choice, dashboard, linkTo, titleOf, urlOf } from './dashboard';
import { groupColumn, lightFigures, reportColumns, targetColumns, targetGroups } from './figures';
import { type Language, sayIn } from './language';
import { gauge, stat, table } from './panel';
import { ask } from './query';

/** One indicator in depth, and all targets of a unit. */
export function targets(language: Language) {
  const say = sayIn(language);
  const toUnit = linkTo('unit', language, say('看本单位', 'This unit'));
  const toTasks = linkTo('tasks', language, say('看任务', 'Tasks'));
  const filter = { domains: ['$domain'], departments: ['$department'] };
  return dashboard('targets', language, {
    title: titleOf('targets', language),
    description: say(
      '指标对照分阶段目标：现值、序时进度、预测与判断依据。',
      'Indicators against the targets of their phases: value, expected by now, forecast and verdict.'
    ),
    variables: [
      choice('unit', say('单位', 'Unit'), 'units', language),
      choice('indicator', say('指标', 'Indicator'), 'indicators', language),
      choice('domain', say('领域', 'Domain'), 'domains', language, { all: true }),
      choice('department', say('责任部门', 'Department'), 'departments', language, { all: true }),
      choice('phase', say('阶段', 'Phase'), 'phases', language, { all: true }),
    ],
    shelves: [
      [
        4,
        [
          24,
          stat(
            {
              title: say('全部目标走到哪一步了？', 'How do all targets stand?'),
              description: say(
                '本单位及下级、所选领域、部门与阶段的目标，按状态灯计数。',
                'Targets of the unit and the units below it in the chosen domains, departments and phases, counted by light.'
              ),
              links: [toUnit],
            },
            ask({ kind: 'targets', view: 'summary', groupBy: 'none', scope: filter, phases: ['$phase'] }, language),
            lightFigures(language).map((figure) => ({
              ...figure,
              link: { title: say('看本单位', 'This unit'), url: urlOf('unit', language) },
            }))
          ),
        ],
      ],
      [
        9,
        [
          10,
          gauge(
            {
              title: say('${indicator:text}：离目标还有多远？', '${indicator:text}: how far to go?'),
              description: say(
                '所选指标在本单位的短、中、长期目标：环为达成份额，白线为序时进度，淡色为到期预测。',
                "The chosen indicator's short, medium and long target in the unit: rings show the achieved share, the white line what is expected by now, the faint part the forecast."
              ),
              links: [toUnit],
            },
            ask(
              { kind: 'targets', view: 'rows', scope: { subordinates: false }, indicators: ['$indicator'] },
              language
            ),
            { form: 'radial' }
          ),
        ],
        [
          14,
          gauge(
            {
              title: say(
                '${indicator:text}：一路怎么走过来的，能否达成？',
                '${indicator:text}: how did it get here, will it make it?'
              ),
              description: say(
                '实线为各期监测值，虚线为序时进度，横线为各阶段目标，扇形为到期预测的九成区间，竖线为截至日。',
                'The line shows values as observed, the dashed line what was expected by then, steps the targets of the phases, the fan the forecast with its 90 % interval, the upright line the as-of date.'
              ),
              links: [toUnit],
            },
            [
              ask(
                { kind: 'targets', view: 'rows', scope: { subordinates: false }, indicators: ['$indicator'] },
                language
              ),
              ask(
                { kind: 'series', view: 'rows', scope: { subordinates: false }, indicators: ['$indicator'] },
                language,
                'B'
              ),
            ],
            { form: 'trajectory' }
          ),
        ],
      ],
      [
        11,
        [
          24,
          table(
            {
              title: say('亮红灯的目标', 'Targets in red'),
              description: say(
                '逾期未达、突破底线、滞后与恶化的目标。进度偏差为负表示落后于序时进度。逾期未达按到期日的数值判定，此后达到也不改判。',
                'Targets that were missed or breached, are off track or deteriorate. A negative gap is behind what is expected by now. Missed is judged by the value at the due date and stays so, even where the target was reached later.'
              ),
              links: [toUnit],
            },
            ask(
              { kind: 'targets', view: 'rows', scope: filter, phases: ['$phase'], lights: ['red'], limit: 100 },
              language
            ),
            targetColumns(language)
          ),
        ],
      ],
      [
        10,
        [
          24,
          table(
            {
              title: say('${indicator:text}：各单位怎么样？', '${indicator:text}: how do the units do?'),
              description: say(
                '所选指标在本单位及下级的每个阶段目标，一行一项。',
                'Every phase target of the chosen indicator in the unit and the units below it.'
              ),
            },
            ask(
              { kind: 'targets', view: 'rows', indicators: ['$indicator'], phases: ['$phase'], limit: 100 },
              language
            ),
            targetColumns(language, { indicator: false })
          ),
        ],
      ],
      [
        16,
        [
          24,
          gauge(
            {
              title: say('本单位的指标，最差的在前', "The unit's indicators, worst first"),
              description: say(
                '每行一个指标，从基期到长期目标；竖线为各阶段目标，白线为序时进度。',
                'One row per indicator from baseline to long target; lines mark the targets of the phases, the white one what is expected by now.'
              ),
              links: [toTasks],
            },
            ask(
              { kind: 'targets', view: 'rows', scope: { subordinates: false, ...filter }, phases: ['$phase'] },
              language
            ),
            { form: 'bars' }
          ),
        ],
      ],
      [
        10,
        [
          12,
          table(
            {
              title: say('哪个领域落后？', 'Which domain is behind?'),
              description: say('按领域汇总的目标状态。', 'Status of targets by domain.'),
            },
            ask({ kind: 'targets', view: 'summary', groupBy: 'domain', scope: filter, phases: ['$phase'] }, language),
            targetGroups(language, groupColumn(language, say('领域', 'Domain'), 'targets', 'domain'))
          ),
        ],
        [
          12,
          table(
            {
              title: say('哪个部门的指标落后？', 'Whose indicators are behind?'),
              description: say('按责任部门汇总的目标状态。', 'Status of targets by accountable department.'),
            },
            ask(
              { kind: 'targets', view: 'summary', groupBy: 'department', scope: filter, phases: ['$phase'] },
              language
            ),
            targetGroups(language, groupColumn(language, say('部门', 'Department'), 'targets', 'department'))
          ),
        ],
      ],
      [
        9,
        [
          24,
          table(
            {
              title: say('缺哪些数据？', 'Which data are missing?'),
              description: say(
                '到期未报或从未报送的指标：没有数据就不判断。',
                'Indicators whose report is late or never came: without data there is no verdict.'
              ),
              links: [toUnit],
            },
            ask(
              { kind: 'reports', view: 'rows', scope: filter, statuses: ['late', 'never_reported'], limit: 100 },
              language
            ),
            reportColumns(language)
          ),
        ],
      ],
    ],
  });
}
