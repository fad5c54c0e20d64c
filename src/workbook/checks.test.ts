import { checkWorkbook, WITHDRAWN } from './checks';
import { emptyLedger, factKey, type Known } from './known';
import { writeProblem } from './problems';
import { readSheets, type Sheet } from './sheets';

function ledger(): Known {
  return {
    ...emptyLedger(),
    units: new Map([
      ['990000', { zh: '测试省', en: 'Test Province', parent: null, tier: 2 }],
      ['990100', { zh: '甲市', en: 'City A', parent: '990000', tier: 3 }],
      ['990200', { zh: '城关', en: 'Old Town', parent: '990000', tier: 3 }],
      ['990300', { zh: '城关', en: 'New Town', parent: '990000', tier: 3 }],
    ]),
    departments: new Map([
      ['housing', { zh: '住房城乡建设', en: 'Housing' }],
      ['finance', { zh: '财政', en: 'Finance' }],
    ]),
    policies: new Map([['P-1', { zh: '改造', en: 'Renewal' }]]),
    steps: new Set([factKey('P-1', 1)]),
    indicators: new Map(
      (
        [
          ['rate', 'percent', 1, 'target', 'month', 100],
          ['days', 'days', -1, 'target', 'quarter', 0],
          ['gain', 'percentage_points', 1, 'target', 'half_year', null],
          ['place', 'rank', -1, 'rank', 'year', 1],
          ['list', 'yes_no', 1, 'yes_no', 'half_year', 1],
          ['band', 'percent', 1, 'range', 'quarter', null],
        ] as const
      ).map(([id, unit_of_measure, direction, kind, reporting_period, natural_limit]) => [
        id,
        { zh: id, en: id, unit_of_measure, decimals: 1, direction, kind, reporting_period, natural_limit },
      ])
    ),
  };
}

function check(sheets: Sheet[], known = ledger(), recordedOn = '2026-10-31') {
  const workbook = readSheets(sheets);
  checkWorkbook(workbook, known, { recordedOn });
  return workbook;
}
const problemsOf = (sheets: Sheet[], known?: Known) =>
  check(sheets, known).problems.map((p) => writeProblem(p, 'en-US'));

const observations = (...rows: unknown[][]): Sheet => ({
  name: 'observation',
  rows: [
    ['unit_id', 'indicator_id', 'period', 'value', 'numerator', 'denominator', 'reported_at'],
    ...rows,
  ] as Sheet['rows'],
});
const targets = (...rows: unknown[][]): Sheet => ({
  name: 'phase_target',
  rows: [
    [
      'unit_id',
      'indicator_id',
      'phase',
      'baseline_value',
      'baseline_date',
      'target_value',
      'target_change',
      'start_date',
      'due_date',
      'reason',
      'target_upper',
    ],
    ...rows,
  ] as Sheet['rows'],
});
const tasks = (...rows: unknown[][]): Sheet => ({
  name: 'task',
  rows: [
    [
      'unit_id',
      'task_id',
      'policy_id',
      'step',
      'lead_department',
      'supporting_departments',
      'start_date',
      'due_date',
      'allowed_days',
      'day_kind',
      'title_zh',
      'title_en',
      'accountable_officer',
    ],
    ...rows.map((row) => [...row, ...Array(10 - row.length).fill(null), '任务', 'Task', '王××']),
  ] as Sheet['rows'],
});
const reviews = (...rows: unknown[][]): Sheet => ({
  name: 'risk_review',
  rows: [
    [
      'unit_id',
      'risk_id',
      'reviewed_on',
      'inherent_likelihood',
      'inherent_impact',
      'residual_likelihood',
      'residual_impact',
      'note',
      'next_review_on',
    ],
    ...rows,
  ] as Sheet['rows'],
});

describe('what a row names', () => {
  it('may be given by its name, and becomes its id', () => {
    const { tables, problems } = check([observations(['甲市', 'rate', '2026-09', 84.1])]);
    expect(problems).toEqual([]);
    expect(tables.observation!.rows[0].cells).toMatchObject({ unit_id: '990100', period: '2026-09-30', value: 84.1 });
  });

  it('is refused where it is unknown, with the nearest that is known', () =>
    expect(problemsOf([observations(['99010', 'rat', '2026-09', 84.1])])).toEqual([
      'Sheet "observation", row 2, column "unit_id", value "99010": There is no unit "99010": did you mean "990100 City A"; correct it or add it first.',
      'Sheet "observation", row 2, column "indicator_id", value "rat": There is no indicator "rat": did you mean "rate rate"; correct it or add it first.',
    ]));

  it('is refused where two units share the name', () =>
    expect(problemsOf([observations(['城关', 'rate', '2026-09', 84.1])])[0]).toMatch(
      /More than one unit is called "城关"/
    ));

  it('may come with the same workbook', () => {
    const unit: Sheet = {
      name: '组织机构',
      rows: [
        ['单位代码', '上级单位', '层级', '名称', '英文名称'],
        ['990101', '甲市', '县', '新县', 'New County'],
      ],
    };
    expect(problemsOf([unit, observations(['新县', 'rate', '2026-09', 84.1])])).toEqual([]);
  });
});

describe('a value', () => {
  it('is the same percentage with and without its sign', () => {
    const { tables } = check([observations(['甲市', 'rate', '2026-08', '84.1%'], ['甲市', 'rate', '2026-09', 84.1])]);
    expect(tables.observation!.rows.map(({ cells }) => cells.value)).toEqual([84.1, 84.1]);
  });

  it('of 0.841 is 0.841 %, and the reader is told', () => {
    const { tables, problems, notes } = check([observations(['甲市', 'rate', '2026-09', 0.841])]);
    expect(problems).toEqual([]);
    expect(tables.observation!.rows[0].cells.value).toBe(0.841);
    expect(notes[0].message.en).toMatch(/0\.841 is stored as 0\.841 %/);
  });

  it('is computed from numerator and denominator where it is empty', () =>
    expect(
      check([observations(['甲市', 'rate', '2026-09', '', 841, 1000])]).tables.observation!.rows[0].cells.value
    ).toBe(84.1));

  it.each([
    [['甲市', 'rate', '2026-09', 101], /beyond 100/],
    [['甲市', 'rate', '2026-09', '', 1200, 1000], /beyond 100/],
    [['甲市', 'rate', '2026-09', 84.1, 701, 1000], /701 of 1000 is 70\.1/],
    [['甲市', 'rate', '2026-09', 84.1, 841], /belong together/],
    [['甲市', 'rate', '2026-09', '', 5, 0], /above 0/],
    [['甲市', 'rate', '2026-09'], /no value/],
    [['甲市', 'days', '2026Q3', '20%'], /measured in days/],
    [['甲市', 'days', '2026Q3', -1], /cannot be negative/],
    [['甲市', 'gain', '2026H1', '3%'], /measured in percentage points/],
    [['甲市', 'place', '2025', 30.5], /whole number from 1/],
    [['甲市', 'list', '2026H1', 0.5], /yes or no/],
  ])('%j is refused', (row, message) => expect(problemsOf([observations(row)])[0]).toMatch(message));
});

describe('a period', () => {
  it('must be the one by which the indicator is reported', () => {
    expect(problemsOf([observations(['甲市', 'days', '2026-08', 20])])[0]).toMatch(
      /by the quarter: write 2026Q3 or 2026-09-30/
    );
    expect(problemsOf([observations(['甲市', 'rate', '2025', 80])])[0]).toMatch(/by the month/);
    expect(problemsOf([observations(['甲市', 'days', '2026-09', 20])])).toEqual([]);
  });

  it('must be over on the day of recording', () =>
    expect(problemsOf([observations(['甲市', 'rate', '2026-11', 84.1])])[0]).toMatch(/ends after 2026-10-31/));

  it('must not be reported before it is recorded', () =>
    expect(problemsOf([observations(['甲市', 'rate', '2026-09', 84.1, '', '', '2026-11-02'])])[0]).toMatch(
      /cannot have happened yet/
    ));

  it('stands once per unit and indicator', () =>
    expect(problemsOf([observations(['甲市', 'rate', '2026-09', 84.1], ['990100', 'rate', '2026-09-30', 85])])).toEqual(
      [
        'Sheet "observation", row 3, column "period", value "2026-09-30": This repeats row 2 (same Unit, Indicator, Period): delete one of them.',
      ]
    ));
});

describe('a target', () => {
  const row = (target: unknown, change: unknown, indicator = 'days', baseline: unknown = 60) => [
    '甲市',
    indicator,
    '中期',
    baseline,
    '2024-12-31',
    target,
    change,
    '2025-01-01',
    '2026-12-31',
  ];
  const target = (...cells: Parameters<typeof row>) =>
    check([targets(row(...cells))]).tables.phase_target!.rows[0].cells.target_value;

  it('given as a change becomes absolute', () => {
    expect(target('', '-30%')).toBe(42);
    expect(target('', '+5')).toBe(65);
    expect(target('', '+25pp', 'rate', 50)).toBe(75);
    expect(target('', '+25', 'gain', 0)).toBe(25);
  });

  it.each([
    [row('', ''), /Give the target or the change/],
    [row(42, '-30%'), /not both/],
    [row('', '-30%', 'days', ''), /Without a baseline/],
    [row('', '+30%', 'gain', 0), /baseline is 0/],
    [row('', '+5pp', 'days'), /Write the change as/],
    [row(15, '', 'days', ''), /give the baseline/],
    [row(101, '', 'rate', 50), /beyond 100/],
    [row(70, '', 'band', ''), /needs its upper end/],
  ])('%j is refused', (cells, message) => expect(problemsOf([targets(cells)])[0]).toMatch(message));

  it('starts after its baseline and is due after its start', () => {
    const problems = problemsOf([
      targets(['甲市', 'days', '短期', 60, '2025-02-01', 30, '', '2025-01-01', '2024-12-31']),
    ]);
    expect(problems[0]).toMatch(/after "Start" \(2025-01-01\)/);
    expect(problems[1]).toMatch(/on or after "Baseline date"/);
  });

  it('that changes gives its reason; one that stays needs none', () => {
    const known = ledger();
    known.targets.set(factKey('990100', 'days', 'medium'), {
      baseline_value: 60,
      baseline_date: '2024-12-31',
      target_value: 15,
      target_upper: null,
      start_date: '2025-01-01',
      due_date: '2026-12-31',
      progress_method: null,
    });
    expect(problemsOf([targets(row(15, ''))], known)).toEqual([]);
    expect(problemsOf([targets(row(20, ''))], known)[0]).toMatch(
      /differs from the recorded target \(15, due 2026-12-31\)/
    );
    expect(problemsOf([targets([...row(20, ''), '上级下调'])], known)).toEqual([]);
  });
});

describe('a task', () => {
  it('may give the days allowed instead of its due date', () => {
    const holiday: Sheet = {
      name: 'calendar_day',
      rows: [
        ['day', 'working'],
        ['2026-10-01', '否'],
        ['2026-10-02', '否'],
      ],
    };
    const { tables, problems } = check([
      holiday,
      tasks(['甲市', 'T-1', 'P-1', 1, 'housing', 'finance', '2026-09-30', '', 2, '工作日']),
    ]);
    expect(problems).toEqual([]);
    expect(tables.task!.rows[0].cells.due_date).toBe('2026-10-06');
  });

  it('says from when on the calendar is not known', () =>
    expect(
      check([tasks(['甲市', 'T-1', 'P-1', 1, 'housing', '', '2027-01-04', '', 2, '工作日'])]).notes[0].message.en
    ).toMatch(/calendar is known until \(it is empty\)/));

  it.each([
    [['甲市', 'T-1', 'P-1', 1, 'housing', '', '2026-10-01', '2026-09-01'], /on or after "Start"/],
    [['甲市', 'T-1', 'P-1', 1, 'housing', '', '2026-10-01', '2026-11-01', 5], /days allowed end on 2026-10-06/],
    [['甲市', 'T-1', 'P-1', 1, 'housing', '', '2026-10-01'], /due date or the days allowed/],
    [['甲市', 'T-1', 'P-1', 7, 'housing', '', '2026-10-01', '2026-11-01'], /no such step/],
    [['甲市', 'T-1', 'P-1', 1, 'housing', '财政、housing', '2026-10-01', '2026-11-01'], /cannot support as well/],
  ])('%j is refused', (row, message) => expect(problemsOf([tasks(row)])[0]).toMatch(message));

  it('names what is no longer in the lists of supporting departments, five rows and how many more', () => {
    const supports = new Map(
      Array.from({ length: 7 }, (_, n) => [factKey('990100', `T-${n}`), ['finance', 'housing']])
    );
    const row = (n: number) => [
      '甲市',
      `T-${n}`,
      'P-1',
      1,
      'housing',
      n === 0 ? '财政' : '',
      '2026-03-01',
      '2026-09-01',
    ];
    const rows = Array.from({ length: 7 }, (_, n) => row(n));
    const { notes, problems, tables } = check([tasks(...rows)], { ...ledger(), supports });
    expect(problems).toEqual([]);
    expect(tables.task!.rows.slice(0, 2).map(({ cells }) => cells[WITHDRAWN])).toEqual([
      ['housing'],
      ['finance', 'housing'],
    ]);
    expect(writeProblem(notes[0], 'zh-Hans')).toMatch(
      /第 2 行住房城乡建设；第 3 行财政、住房城乡建设；.*；另有 2 行）：如非本意/
    );
    expect(writeProblem(notes[0], 'en-US')).toMatch(
      /row 2 Housing; row 3 Finance, Housing; .*; and 2 more rows\): where/
    );
  });

  it('is extended and done only where it is known, after its start, and not in the future', () => {
    const done = (...rows: unknown[][]): Sheet => ({
      name: 'task_completion',
      rows: [['unit_id', 'task_id', 'completed_on'], ...rows] as Sheet['rows'],
    });
    const extended: Sheet = {
      name: 'task_extension',
      rows: [
        ['unit_id', 'task_id', 'extended_on', 'new_due_date', 'reason'],
        ['甲市', 'T-2', '2026-10-01', '2026-12-01', '汛期'],
      ],
    };
    const one = tasks(['甲市', 'T-1', 'P-1', 1, 'housing', '', '2026-03-01', '2026-09-01']);
    expect(problemsOf([one, extended])[0]).toMatch(/Unit 990100 has no task "T-2": did you mean "T-1"/);
    expect(problemsOf([one, done(['甲市', 'T-1', '2026-02-01'])])[0]).toMatch(/before the task starts \(2026-03-01\)/);
    expect(problemsOf([one, done(['甲市', 'T-1', '2026-12-01'])])[0]).toMatch(/cannot have happened yet/);
    expect(problemsOf([one, done(['甲市', 'T-1', '2026-08-01'])])).toEqual([]);
  });
});

describe('a risk review', () => {
  const known = () => ({ ...ledger(), risks: new Map([[factKey('990100', 'R-1'), { opened_on: '2026-01-01' }]]) });
  const review = (...cells: unknown[]) => problemsOf([reviews(['甲市', 'R-1', '2026-09-01', ...cells])], known());

  it('may not leave a residual risk above the inherent one unexplained', () => {
    expect(review(2, 2, 4, 4)[0]).toMatch(/residual risk is above the inherent one/);
    expect(review(2, 2, 4, 4, '新增项目')).toEqual([]);
  });

  it.each([
    [[6, 2, '', ''], /has 5 levels only/],
    [[3, '', '', ''], /belong together/],
    [[3, 3, '', '', '', '2026-08-01'], /must be after "Reviewed on"/],
  ])('with %j is refused', (cells, message) => expect(review(...cells)[0]).toMatch(message));

  it('comes after the risk was opened', () =>
    expect(problemsOf([reviews(['甲市', 'R-1', '2025-12-01', 1, 1])], known())[0]).toMatch(
      /before the risk was opened/
    ));
});

describe('units', () => {
  const units = (...rows: unknown[][]): Sheet => ({
    name: 'org_unit',
    rows: [['unit_id', 'parent_unit_id', 'tier', 'name_zh', 'name_en'], ...rows] as Sheet['rows'],
  });

  it('form a tree, each below its parent', () => {
    expect(problemsOf([units(['a', 'b', 3, '子', 'a'], ['b', 'a', 2, '丑', 'b'])])[0]).toMatch(/above itself/);
    expect(problemsOf([units(['a', '990100', 3, '子', 'a'])])[0]).toMatch(/must be below that of the parent 990100/);
  });

  it('are never moved', () =>
    expect(problemsOf([units(['990100', '990200', 4, '甲市', 'City A'])])[0]).toMatch(
      /cannot be moved: end it and add a new unit/
    ));
});

describe('a risk grid', () => {
  const grid = (...cells: string[]): Sheet => ({
    name: 'risk_grid',
    rows: [
      ['grid_id', 'grid_name_zh', 'grid_name_en', 'axis', 'level', 'name_zh', 'name_en', 'cells'],
      ...cells.map((line, i) => ['g', '矩阵', 'Grid', '可能性', i + 1, '级', 'level', line]),
      ...[1, 2, 3].map((level) => ['g', '矩阵', 'Grid', '影响', level, '级', 'level', '']),
    ],
  });
  const levels: Sheet = {
    name: 'risk_level',
    rows: [
      ['grid_id', 'level', 'name_zh', 'name_en', 'light'],
      ['g', 0, '低', 'low', '绿'],
      ['g', 1, '中', 'medium', '黄'],
      ['g', 2, '高', 'high', '红'],
    ],
  };

  it('is accepted where it is monotone, and may be used at once', () => {
    const setting: Sheet = {
      name: 'setting',
      rows: [
        ['key', 'value'],
        ['risk_grid', 'g'],
      ],
    };
    expect(problemsOf([setting, levels, grid('0 0 1', '0 1 2', '1 2 2')])).toEqual([]);
  });

  it.each([
    [['0 0 1', '0 1 0', '1 2 2'], /may not have a lower level/],
    [['0 0 1', '0 1 9', '1 2 9'], /sheet "Risk levels" lacks/],
    [['0 0 1', '0 1 2'], /3 to 7 levels/],
    [['0 0 1', '0 1 2', '1 2 2 2'], /needs 3 levels, one per impact/],
  ])('%j is refused', (cells, message) => expect(problemsOf([levels, grid(...cells)])[0]).toMatch(message));
});
