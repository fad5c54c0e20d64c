/**
 * The workbook: one sheet per register of the ledger, in the order in which they are stored.
 * A sheet or a column is found by its Chinese, English or code name; see `docs/workbook.md`.
 */
import { type Sentence, say } from './problems';

/**
 * How a cell is read. `measure` is a number that may carry %, pp, 万, 亿 or yes/no and is judged with its indicator's unit;
 * `ids` is a list; `moment` is a day, or a day and a time in the ledger's time zone; `levels` is a row of grid levels.
 */
export type CellType =
  | 'text'
  | 'id'
  | 'ids'
  | 'word'
  | 'day'
  | 'moment'
  | 'period'
  | 'number'
  | 'integer'
  | 'measure'
  | 'yes_no'
  | 'levels'
  | 'url';

export interface Word {
  value: string;
  zh: string;
  en: string;
  /** Other ways to write it. */
  also?: string[];
}

/** What an id must name: a row of that register. */
export type Reference = 'org_unit' | 'department' | 'domain' | 'policy' | 'indicator' | 'task' | 'risk';

export interface Column {
  name: string;
  zh: string;
  en: string;
  type: CellType;
  required?: boolean;
  words?: Word[];
  refers?: Reference;
  /** Smallest and largest number allowed. */
  min?: number;
  max?: number;
  example: string;
  help: Sentence;
}

export interface Register {
  name: RegisterName;
  zh: string;
  en: string;
  help: Sentence;
  columns: Column[];
  /** Columns that together name one row. */
  key: string[];
}

export const REGISTER_NAMES = [
  'setting',
  'calendar_day',
  'org_unit',
  'department',
  'domain',
  'policy',
  'policy_step',
  'indicator',
  'risk_level',
  'risk_grid',
  'risk_appetite',
  'phase_target',
  'observation',
  'task',
  'task_extension',
  'task_completion',
  'risk',
  'risk_review',
] as const;
export type RegisterName = (typeof REGISTER_NAMES)[number];

type More = Partial<Pick<Column, 'required' | 'words' | 'refers' | 'min' | 'max'>>;
type Header = [name: string, zh: string, en: string];

const column = (type: CellType, [name, zh, en]: Header, example: string, help: Sentence, more: More = {}): Column => ({
  name,
  zh,
  en,
  type,
  example,
  help,
  ...more,
});
const must = { required: true };

const TIERS: Word[] = [
  { value: '1', zh: '中央', en: 'central', also: ['国家', 'national'] },
  { value: '2', zh: '省', en: 'province', also: ['省级', 'provincial'] },
  { value: '3', zh: '市', en: 'city', also: ['市级', '地市', 'prefecture'] },
  { value: '4', zh: '县', en: 'county', also: ['县级', '区县', '区', 'district'] },
  { value: '5', zh: '乡镇', en: 'township', also: ['乡', '镇', '街道', 'town'] },
];
const UNITS_OF_MEASURE: Word[] = [
  { value: 'percent', zh: '百分比', en: 'percent', also: ['%'] },
  { value: 'percentage_points', zh: '百分点', en: 'percentage points', also: ['个百分点', 'pp'] },
  { value: 'count', zh: '个数', en: 'count', also: ['数量', '个', '件', '次'] },
  { value: 'days', zh: '天', en: 'days', also: ['日'] },
  { value: 'index', zh: '指数', en: 'index', also: ['分', '得分', 'score'] },
  { value: 'rank', zh: '名次', en: 'rank', also: ['排名', '位'] },
  { value: 'money', zh: '金额', en: 'money', also: ['元', 'yuan'] },
  { value: 'yes_no', zh: '是否', en: 'yes/no' },
];
const DIRECTIONS: Word[] = [
  { value: '1', zh: '越高越好', en: 'more is better', also: ['正向', 'more', 'up', '+1'] },
  { value: '-1', zh: '越低越好', en: 'less is better', also: ['逆向', 'less', 'down'] },
];
const KINDS: Word[] = [
  { value: 'target', zh: '目标', en: 'target' },
  { value: 'floor', zh: '下限', en: 'floor', also: ['底线', '不低于'] },
  { value: 'ceiling', zh: '上限', en: 'ceiling', also: ['不高于'] },
  { value: 'range', zh: '区间', en: 'range' },
  { value: 'rank', zh: '名次', en: 'rank', also: ['排名'] },
  { value: 'yes_no', zh: '是否', en: 'yes/no' },
];
const SPANS: Word[] = [
  { value: 'month', zh: '月', en: 'month', also: ['月度', 'monthly'] },
  { value: 'quarter', zh: '季', en: 'quarter', also: ['季度', 'quarterly'] },
  { value: 'half_year', zh: '半年', en: 'half-year', also: ['半年度', 'half-yearly'] },
  { value: 'year', zh: '年', en: 'year', also: ['年度', 'yearly', 'annual'] },
];
const AGGREGATIONS: Word[] = [
  { value: 'none', zh: '不汇总', en: 'none' },
  { value: 'sum', zh: '求和', en: 'sum' },
  { value: 'mean', zh: '平均', en: 'mean', also: ['average'] },
  { value: 'ratio', zh: '分子分母', en: 'ratio', also: ['比率'] },
  { value: 'latest', zh: '最新', en: 'latest' },
];
const METHODS: Word[] = [
  { value: 'linear', zh: '序时', en: 'linear', also: ['线性'] },
  { value: 'growth', zh: '增长', en: 'growth' },
];
const PHASES: Word[] = [
  { value: 'short', zh: '短期', en: 'short', also: ['short term'] },
  { value: 'medium', zh: '中期', en: 'medium', also: ['medium term'] },
  { value: 'long', zh: '长期', en: 'long', also: ['long term'] },
];
const CATEGORIES: Word[] = [
  { value: 'execution', zh: '执行', en: 'execution', also: ['执行风险'] },
  { value: 'resources', zh: '资源', en: 'resources', also: ['资源风险'] },
  { value: 'society', zh: '社会', en: 'society', also: ['社会风险'] },
  { value: 'mechanism', zh: '机制', en: 'mechanism', also: ['机制风险'] },
];
const DAY_KINDS: Word[] = [
  { value: 'calendar', zh: '自然日', en: 'calendar', also: ['calendar days', '日历日'] },
  { value: 'working', zh: '工作日', en: 'working', also: ['working days'] },
];
const LIGHTS: Word[] = [
  { value: 'green', zh: '绿', en: 'green', also: ['绿灯'] },
  { value: 'yellow', zh: '黄', en: 'yellow', also: ['黄灯'] },
  { value: 'red', zh: '红', en: 'red', also: ['红灯'] },
];
const AXES: Word[] = [
  { value: 'likelihood', zh: '可能性', en: 'likelihood' },
  { value: 'impact', zh: '影响', en: 'impact', also: ['影响程度'] },
];
const SETTINGS: Word[] = [
  { value: 'time_zone', zh: '时区', en: 'time zone' },
  { value: 'language', zh: '语言', en: 'language' },
  { value: 'risk_grid', zh: '风险矩阵', en: 'risk grid' },
  { value: 'due_soon_days', zh: '临期天数', en: 'due soon days' },
  { value: 'name_zh', zh: '台账名称（中文）', en: 'name (Chinese)' },
  { value: 'name_en', zh: '台账名称（英文）', en: 'name (English)' },
];

const nameZh = (example: string) =>
  column('text', ['name_zh', '名称', 'Name (Chinese)'], example, say('中文名称。', 'Name in Chinese.'), must);
const nameEn = (example: string) =>
  column('text', ['name_en', '英文名称', 'Name (English)'], example, say('英文名称。', 'Name in English.'), must);
const titleZh = (example: string) =>
  column('text', ['title_zh', '标题', 'Title (Chinese)'], example, say('中文标题。', 'Title in Chinese.'), must);
const titleEn = (example: string) =>
  column('text', ['title_en', '英文标题', 'Title (English)'], example, say('英文标题。', 'Title in English.'), must);
const unit = column(
  'id',
  ['unit_id', '单位', 'Unit'],
  '990100',
  say(
    '“组织机构”表中的单位代码，或不重复的单位名称。',
    'Code of a unit of the sheet "Units", or its name where no other unit has it.'
  ),
  { ...must, refers: 'org_unit' }
);
const department = (name: string, zh: string, en: string, more: More = must) =>
  column(
    'id',
    [name, zh, en],
    'housing',
    say('“部门”表中的部门代码或名称。', 'Code or name of a department of the sheet "Departments".'),
    { refers: 'department', ...more }
  );
const supporting = column(
  'ids',
  ['supporting_departments', '配合部门', 'Supporting departments'],
  'finance、planning',
  say(
    '配合部门的代码或名称，用顿号、逗号或分号隔开。名单以本次填写为准：去掉的部门即不再配合。',
    'Codes or names of the supporting departments, separated by commas or semicolons. The list replaces the recorded one: a department left out supports no longer.'
  ),
  { refers: 'department' }
);
const domain = column(
  'id',
  ['domain_id', '领域', 'Domain'],
  'livelihood',
  say('“领域”表中的代码或名称。', 'Code or name of a domain of the sheet "Domains".'),
  { ...must, refers: 'domain' }
);
const policy = (more: More = must) =>
  column(
    'id',
    ['policy_id', '政策', 'Policy'],
    'P001',
    say('“政策”表中的政策编号或标题。', 'Number or title of a policy of the sheet "Policies".'),
    { refers: 'policy', ...more }
  );
const indicator = column(
  'id',
  ['indicator_id', '指标', 'Indicator'],
  'implementation_rate',
  say('“指标”表中的指标代码或名称。', 'Code or name of an indicator of the sheet "Indicators".'),
  { ...must, refers: 'indicator' }
);
const task = column(
  'id',
  ['task_id', '任务编号', 'Task'],
  'T-0001',
  say('“任务”表中的任务编号。', 'Number of a task of the sheet "Tasks".'),
  { ...must, refers: 'task' }
);
const risk = column(
  'id',
  ['risk_id', '风险编号', 'Risk'],
  'R-001',
  say('“风险”表中的风险编号。', 'Number of a risk of the sheet "Risks".'),
  { ...must, refers: 'risk' }
);
const score = (basis: string, zh: string, en: string) => [
  column(
    'integer',
    [`${basis}_likelihood`, `${zh}可能性`, `${en} likelihood`],
    '3',
    say(
      '风险矩阵的可能性等级，1 最低；未评分则留空。',
      'Likelihood level of the risk grid, 1 the lowest; empty where not scored.'
    ),
    { min: 1, max: 7 }
  ),
  column(
    'integer',
    [`${basis}_impact`, `${zh}影响`, `${en} impact`],
    '4',
    say(
      '风险矩阵的影响等级，1 最低；未评分则留空。',
      'Impact level of the risk grid, 1 the lowest; empty where not scored.'
    ),
    { min: 1, max: 7 }
  ),
];

const ID_HELP = say('只用字母、数字、短横线和下划线。', 'Letters, digits, hyphens and underscores only.');

const ALL: Register[] = [
  {
    name: 'setting',
    zh: '设置',
    en: 'Settings',
    help: say('整个台账的设置。', 'Settings of the whole ledger.'),
    key: ['key'],
    columns: [
      column('word', ['key', '项目', 'Setting'], 'due_soon_days', say('设置的项目。', 'Which setting.'), {
        ...must,
        words: SETTINGS,
      }),
      column('text', ['value', '内容', 'Value'], '15', say('设置的内容。', 'Its value.'), must),
    ],
  },
  {
    name: 'calendar_day',
    zh: '日历',
    en: 'Calendar',
    help: say(
      '与平常周末不同的日子：节假日和调休上班日。',
      'Days that differ from the plain week: holidays and adjusted workdays.'
    ),
    key: ['day'],
    columns: [
      column('day', ['day', '日期', 'Day'], '2026-10-01', say('哪一天。', 'Which day.'), must),
      column(
        'yes_no',
        ['working', '上班', 'Working'],
        '否',
        say('这一天是否上班。', 'Whether this day is worked.'),
        must
      ),
      column('text', ['name_zh', '名称', 'Name (Chinese)'], '国庆节', say('节日的中文名称。', 'Name in Chinese.')),
      column(
        'text',
        ['name_en', '英文名称', 'Name (English)'],
        'National Day',
        say('节日的英文名称。', 'Name in English.')
      ),
    ],
  },
  {
    name: 'org_unit',
    zh: '组织机构',
    en: 'Units',
    help: say(
      '五级行政单位。单位代码不得改号；机构改革时新增单位、停用旧单位。',
      'Units of the five tiers. Codes are never changed: a reorganisation adds units and ends old ones.'
    ),
    key: ['unit_id'],
    columns: [
      column(
        'id',
        ['unit_id', '单位代码', 'Unit code'],
        '990100',
        say(
          '行政区划代码。只用字母、数字、短横线和下划线。',
          'Division code: letters, digits, hyphens and underscores only.'
        ),
        must
      ),
      column(
        'id',
        ['parent_unit_id', '上级单位', 'Parent unit'],
        '990000',
        say('上级单位的代码或名称；最高一级留空。', 'Code or name of the unit above; empty for the topmost.'),
        { refers: 'org_unit' }
      ),
      column(
        'word',
        ['tier', '层级', 'Tier'],
        '市',
        say('中央、省、市、县或乡镇。', 'Central, province, city, county or township.'),
        { ...must, words: TIERS }
      ),
      nameZh('栾汐市'),
      nameEn('Luanxi City'),
      column(
        'day',
        ['valid_from', '启用日期', 'Valid from'],
        '1949-10-01',
        say('单位存在的第一天；留空为 1949-10-01。', 'First day of the unit; empty means 1949-10-01.')
      ),
      column(
        'day',
        ['valid_to', '停用日期', 'Valid to'],
        '',
        say(
          '单位不再存在的第一天；仍在则留空。',
          'First day on which the unit no longer exists; empty while it exists.'
        )
      ),
    ],
  },
  {
    name: 'department',
    zh: '部门',
    en: 'Departments',
    help: say(
      '条线部门；责任主体是某单位的某部门。',
      'Lines of business; a responsible body is a department of a unit.'
    ),
    key: ['department_id'],
    columns: [
      column('id', ['department_id', '部门代码', 'Department code'], 'housing', ID_HELP, must),
      nameZh('住房城乡建设'),
      nameEn('Housing and construction'),
    ],
  },
  {
    name: 'domain',
    zh: '领域',
    en: 'Domains',
    help: say('政策领域。', 'Fields of policy.'),
    key: ['domain_id'],
    columns: [
      column('id', ['domain_id', '领域代码', 'Domain code'], 'livelihood', ID_HELP, must),
      nameZh('民生'),
      nameEn('Livelihood'),
      column('integer', ['position', '顺序', 'Position'], '3', say('屏幕上的顺序。', 'Order on screen.'), {
        ...must,
        min: 1,
        max: 999,
      }),
    ],
  },
  {
    name: 'policy',
    zh: '政策',
    en: 'Policies',
    help: say('政策及其牵头、配合部门。', 'Policies with their lead and supporting departments.'),
    key: ['policy_id'],
    columns: [
      column('id', ['policy_id', '政策编号', 'Policy number'], 'P001', ID_HELP, must),
      titleZh('老旧小区改造实施方案'),
      titleEn('Renewal of old housing estates'),
      column(
        'id',
        ['unit_id', '发文单位', 'Issuing unit'],
        '990000',
        say('发文单位的代码或名称。', 'Code or name of the unit that issued it.'),
        { ...must, refers: 'org_unit' }
      ),
      domain,
      department('lead_department', '牵头部门', 'Lead department'),
      supporting,
      column('day', ['issued_on', '发文日期', 'Issued on'], '2023-12-01', say('发文日期。', 'Day of issue.'), must),
      column(
        'day',
        ['effective_on', '施行日期', 'Effective on'],
        '2024-01-01',
        say('开始施行的日期。', 'First day on which it holds.'),
        must
      ),
      column(
        'day',
        ['ends_on', '有效期至', 'Ends on'],
        '2028-12-31',
        say('失效日期；长期有效则留空。', 'Day on which it ends; empty where it does not.')
      ),
    ],
  },
  {
    name: 'policy_step',
    zh: '政策流程',
    en: 'Policy steps',
    help: say('政策办理流程的各个环节。', "The steps of a policy's process."),
    key: ['policy_id', 'step'],
    columns: [
      policy(),
      column('integer', ['step', '环节', 'Step'], '1', say('环节序号，从 1 开始。', 'Number of the step, from 1.'), {
        ...must,
        min: 1,
        max: 99,
      }),
      nameZh('规划核实'),
      nameEn('Planning check'),
    ],
  },
  {
    name: 'indicator',
    zh: '指标',
    en: 'Indicators',
    help: say('指标的定义。', 'Definitions of indicators.'),
    key: ['indicator_id'],
    columns: [
      column('id', ['indicator_id', '指标代码', 'Indicator code'], 'implementation_rate', ID_HELP, must),
      nameZh('政策落地率'),
      nameEn('Policy implementation rate'),
      column(
        'word',
        ['unit_of_measure', '计量单位', 'Unit of measure'],
        '百分比',
        say(
          '百分比与百分点是两种不同的单位；金额以元计。',
          'Percent and percentage points are different units; money is in yuan.'
        ),
        { ...must, words: UNITS_OF_MEASURE }
      ),
      column(
        'integer',
        ['decimals', '小数位', 'Decimals'],
        '1',
        say('显示的小数位数；留空为 1。', 'Digits shown after the point; empty means 1.'),
        { min: 0, max: 6 }
      ),
      column(
        'word',
        ['direction', '方向', 'Direction'],
        '越高越好',
        say('越高越好，还是越低越好。', 'Whether more or less is better.'),
        { ...must, words: DIRECTIONS }
      ),
      column(
        'word',
        ['kind', '类型', 'Kind'],
        '目标',
        say('目标、下限、上限、区间、名次或是否。', 'Target, floor, ceiling, range, rank or yes/no.'),
        { ...must, words: KINDS }
      ),
      column(
        'word',
        ['reporting_period', '报送周期', 'Reporting period'],
        '月',
        say('多久报送一次。', 'How often it is reported.'),
        { ...must, words: SPANS }
      ),
      column(
        'integer',
        ['report_days', '报送期限', 'Report days'],
        '15',
        say(
          '期末之后多少个自然日内报送；留空为 15。',
          'Calendar days after the end of a period by which it is due; empty means 15.'
        ),
        { min: 0, max: 366 }
      ),
      column(
        'word',
        ['aggregation', '汇总方式', 'Aggregation'],
        '分子分母',
        say('下级数值如何汇总到上级。', 'How values of units below add up.'),
        { ...must, words: AGGREGATIONS }
      ),
      column(
        'word',
        ['progress_method', '进度方法', 'Progress method'],
        '序时',
        say('序时（线性）或增长；留空为序时。', 'Linear pace or growth; empty means linear.'),
        { words: METHODS }
      ),
      column(
        'number',
        ['natural_limit', '自然极限', 'Natural limit'],
        '100',
        say(
          '可能的最好数值（占比为 100）；没有则留空。',
          'Best value that can exist (100 for a share); empty where there is none.'
        )
      ),
      domain,
      department('department_id', '责任部门', 'Department'),
      policy({}),
    ],
  },
  {
    name: 'risk_level',
    zh: '风险等级',
    en: 'Risk levels',
    help: say('风险矩阵的等级。', 'The levels of a risk grid.'),
    key: ['grid_id', 'level'],
    columns: [
      column('id', ['grid_id', '矩阵代码', 'Grid'], 'default', ID_HELP, must),
      column('integer', ['level', '等级', 'Level'], '0', say('等级，0 最低。', 'Level, 0 the least.'), {
        ...must,
        min: 0,
        max: 9,
      }),
      nameZh('很低'),
      nameEn('Very low'),
      column('word', ['light', '灯', 'Light'], '绿', say('红、黄、绿灯。', 'Red, yellow or green.'), {
        ...must,
        words: LIGHTS,
      }),
      column(
        'integer',
        ['allowed_days', '评审间隔', 'Days between reviews'],
        '90',
        say('两次评审之间允许的自然日数。', 'Calendar days allowed between two reviews.'),
        { min: 1, max: 3660 }
      ),
    ],
  },
  {
    name: 'risk_grid',
    zh: '风险矩阵',
    en: 'Risk grid',
    help: say(
      '风险矩阵：可能性每级一行，给出各影响等级对应的风险等级；影响每级一行，只给名称。',
      'A risk grid: one row per level of likelihood with the risk level for each impact, and one row per level of impact with its name.'
    ),
    key: ['grid_id', 'axis', 'level'],
    columns: [
      column('id', ['grid_id', '矩阵代码', 'Grid'], 'default', ID_HELP, must),
      column(
        'text',
        ['grid_name_zh', '矩阵名称', 'Grid name (Chinese)'],
        '默认 5×5',
        say('矩阵的中文名称。', 'Name of the grid in Chinese.'),
        must
      ),
      column(
        'text',
        ['grid_name_en', '矩阵英文名称', 'Grid name (English)'],
        'Default 5×5',
        say('矩阵的英文名称。', 'Name of the grid in English.'),
        must
      ),
      column('word', ['axis', '轴', 'Axis'], '可能性', say('可能性或影响。', 'Likelihood or impact.'), {
        ...must,
        words: AXES,
      }),
      column(
        'integer',
        ['level', '等级', 'Level'],
        '1',
        say('轴上的等级，1 最低。', 'Level on the axis, 1 the lowest.'),
        { ...must, min: 1, max: 7 }
      ),
      nameZh('很低'),
      nameEn('Very low'),
      column(
        'levels',
        ['cells', '各格等级', 'Levels of the cells'],
        '0 0 1 1 2',
        say(
          '这一行各格的风险等级，影响从低到高，用空格隔开；影响轴留空。',
          "Risk levels of this row's cells from the lowest impact up, separated by spaces; empty for the impact axis."
        )
      ),
    ],
  },
  {
    name: 'risk_appetite',
    zh: '风险偏好',
    en: 'Risk appetite',
    help: say(
      '单位在各类风险上可接受的最高等级；下级单位未另定的从其上级。',
      'Highest level a unit accepts in a category; units below follow unless they have their own.'
    ),
    key: ['category', 'unit_id'],
    columns: [
      column(
        'word',
        ['category', '风险类别', 'Category'],
        '执行',
        say('执行、资源、社会或机制。', 'Execution, resources, society or mechanism.'),
        { ...must, words: CATEGORIES }
      ),
      unit,
      column(
        'integer',
        ['level', '等级', 'Level'],
        '2',
        say('可接受的最高风险等级。', 'Highest risk level accepted.'),
        { ...must, min: 0, max: 9 }
      ),
    ],
  },
  {
    name: 'phase_target',
    zh: '阶段目标',
    en: 'Phase targets',
    help: say(
      '每个单位每项指标在短期、中期、长期各要达到多少。',
      'What an indicator is to reach in a unit by the end of each phase.'
    ),
    key: ['unit_id', 'indicator_id', 'phase'],
    columns: [
      unit,
      indicator,
      column('word', ['phase', '阶段', 'Phase'], '中期', say('短期、中期或长期。', 'Short, medium or long.'), {
        ...must,
        words: PHASES,
      }),
      column(
        'measure',
        ['baseline_value', '基期值', 'Baseline'],
        '78',
        say(
          '基期值；下限、上限、区间和是否类可留空。',
          'Value at the start; may be empty for floors, ceilings, ranges and yes/no.'
        )
      ),
      column(
        'day',
        ['baseline_date', '基期日期', 'Baseline date'],
        '2022-12-31',
        say('基期值所属的日期。', 'Day to which the baseline belongs.'),
        must
      ),
      column(
        'measure',
        ['target_value', '目标值', 'Target'],
        '90',
        say(
          '目标值；区间类为下限。与“目标变化”二选一。',
          'Value to reach; the lower end of a range. Give this or the change.'
        )
      ),
      column(
        'measure',
        ['target_upper', '目标上限', 'Target upper end'],
        '',
        say('区间的上限；其他类型留空。', 'Upper end of a range; empty otherwise.')
      ),
      column(
        'measure',
        ['target_change', '目标变化', 'Target change'],
        '-30%',
        say(
          '相对基期的变化：-30% 按比例，+25 按绝对值（百分比指标即百分点）；录入时折算为目标值。',
          'Change from the baseline: -30% is relative, +25 is absolute (percentage points for a percent indicator); it becomes a target value when entered.'
        )
      ),
      column(
        'day',
        ['start_date', '起算日期', 'Start'],
        '2025-01-01',
        say('从哪一天起考核。', 'Day from which the phase is judged.'),
        must
      ),
      column(
        'day',
        ['due_date', '到期日期', 'Due'],
        '2026-12-31',
        say('应达到目标的日期。', 'Day by which the target must be reached.'),
        must
      ),
      column(
        'word',
        ['progress_method', '进度方法', 'Progress method'],
        '',
        say('与指标不同时填写。', "Only where it differs from the indicator's."),
        { words: METHODS }
      ),
      column(
        'text',
        ['reason', '调整原因', 'Reason of change'],
        '',
        say('修改已有目标时必填。', 'Required where an existing target is changed.')
      ),
    ],
  },
  {
    name: 'observation',
    zh: '监测值',
    en: 'Observations',
    help: say(
      '每个单位每项指标每期的数值；更正直接重报，旧值保留。',
      'One value per unit, indicator and period; report a correction again, the old value is kept.'
    ),
    key: ['unit_id', 'indicator_id', 'period'],
    columns: [
      unit,
      indicator,
      column(
        'period',
        ['period', '期间', 'Period'],
        '2026-10',
        say(
          '2026-10、2026年第3季度、2026H1 或 2026；也可写期末日期。',
          '2026-10, 2026Q3, 2026H1 or 2026; or the last day of the period.'
        ),
        must
      ),
      column(
        'measure',
        ['value', '数值', 'Value'],
        '84.1',
        say(
          '以指标的计量单位填写：84.1 或 84.1% 都是 84.1%；0.841 是 0.841%。给出分子分母时可留空。',
          "In the indicator's unit: 84.1 and 84.1% are both 84.1 %; 0.841 is 0.841 %. May be empty where numerator and denominator are given."
        )
      ),
      column('number', ['numerator', '分子', 'Numerator'], '841', say('占比的分子。', 'Numerator of a share.')),
      column(
        'number',
        ['denominator', '分母', 'Denominator'],
        '1000',
        say('占比的分母，大于 0。', 'Denominator of a share, above 0.')
      ),
      column(
        'integer',
        ['sample_size', '样本量', 'Sample size'],
        '1200',
        say('问卷调查的有效样本数。', 'Respondents, where it comes from a survey.'),
        { min: 1, max: 2_000_000_000 }
      ),
      column('text', ['reported_by', '填报人', 'Reported by'], '王××', say('谁填报的。', 'Who reported it.')),
      column(
        'moment',
        ['reported_at', '填报时间', 'Reported at'],
        '2026-11-05 09:30',
        say('何时填报；留空为导入时间。', 'When it was reported; empty means the moment of import.')
      ),
    ],
  },
  {
    name: 'task',
    zh: '任务',
    en: 'Tasks',
    help: say(
      '任务、责任、时效三张清单。延期和办结另有工作表。',
      'The lists of tasks, responsibilities and time limits. Extensions and completions have sheets of their own.'
    ),
    key: ['unit_id', 'task_id'],
    columns: [
      unit,
      column(
        'id',
        ['task_id', '任务编号', 'Task'],
        'T-0001',
        say('任务编号，在本单位内不重复。', 'Number of the task, unique within its unit.'),
        must
      ),
      titleZh('第三批小区完成规划核实'),
      titleEn('Planning check of the third batch'),
      policy(),
      column('integer', ['step', '环节', 'Step'], '2', say('政策流程的环节序号。', "Step of the policy's process."), {
        min: 1,
        max: 99,
      }),
      department('lead_department', '牵头部门', 'Lead department'),
      supporting,
      column(
        'text',
        ['accountable_officer', '责任人', 'Accountable officer'],
        '王××',
        say('责任人。', 'Who answers for it.'),
        must
      ),
      column(
        'day',
        ['start_date', '开始日期', 'Start'],
        '2026-03-01',
        say('开始日期。', 'Day on which it starts.'),
        must
      ),
      column(
        'day',
        ['due_date', '到期日期', 'Due'],
        '2026-06-30',
        say('原定到期日；可改填“办理时限”。', 'Original due date; or give the days allowed.')
      ),
      column(
        'integer',
        ['allowed_days', '办理时限', 'Days allowed'],
        '',
        say(
          '从开始日期次日起算的天数，按“计日方式”推算到期日。',
          'Days from the day after the start; the due date is computed with the kind of days.'
        ),
        { min: 0, max: 3660 }
      ),
      column(
        'word',
        ['day_kind', '计日方式', 'Kind of days'],
        '工作日',
        say('工作日或自然日；留空为自然日。', 'Working or calendar; empty means calendar.'),
        { words: DAY_KINDS }
      ),
      column(
        'number',
        ['weight', '权重', 'Weight'],
        '1',
        say('权重，大于 0；留空为 1。', 'Weight above 0; empty means 1.')
      ),
    ],
  },
  {
    name: 'task_extension',
    zh: '延期',
    en: 'Extensions',
    help: say('每一次延期及其原因。', 'Every extension with its reason.'),
    key: ['unit_id', 'task_id', 'extended_on'],
    columns: [
      unit,
      task,
      column(
        'day',
        ['extended_on', '批准日期', 'Extended on'],
        '2026-06-20',
        say('批准延期的日期。', 'Day on which it was extended.'),
        must
      ),
      column(
        'day',
        ['new_due_date', '新到期日', 'New due date'],
        '2026-08-31',
        say('延期后的到期日。', 'Due date from then on.'),
        must
      ),
      column('text', ['reason', '延期原因', 'Reason'], '汛期停工', say('为什么延期。', 'Why it was extended.'), must),
      column('text', ['approved_by', '批准人', 'Approved by'], '李××', say('谁批准的。', 'Who approved it.')),
    ],
  },
  {
    name: 'task_completion',
    zh: '办结',
    en: 'Completions',
    help: say('任务办结的日期和佐证。', 'The day on which a task was done, and the evidence.'),
    key: ['unit_id', 'task_id'],
    columns: [
      unit,
      task,
      column(
        'day',
        ['completed_on', '办结日期', 'Completed on'],
        '2026-08-20',
        say('办结日期。', 'Day on which it was done.'),
        must
      ),
      column(
        'url',
        ['evidence_url', '佐证链接', 'Evidence'],
        'https://example.org/1',
        say('佐证材料的链接（http 或 https）。', 'Link to the evidence (http or https).')
      ),
    ],
  },
  {
    name: 'risk',
    zh: '风险',
    en: 'Risks',
    help: say('风险清单；评分在“风险评审”表。', 'The list of risks; their scores stand in the reviews.'),
    key: ['unit_id', 'risk_id'],
    columns: [
      unit,
      column(
        'id',
        ['risk_id', '风险编号', 'Risk'],
        'R-001',
        say('风险编号，在本单位内不重复。', 'Number of the risk, unique within its unit.'),
        must
      ),
      titleZh('专项资金未及时拨付'),
      titleEn('Earmarked funds are paid out late'),
      column(
        'word',
        ['category', '风险类别', 'Category'],
        '资源',
        say('执行、资源、社会或机制。', 'Execution, resources, society or mechanism.'),
        { ...must, words: CATEGORIES }
      ),
      policy({}),
      department('department_id', '责任部门', 'Department'),
      column('text', ['owner', '责任人', 'Owner'], '赵××', say('谁负责这项风险。', 'Who owns it.'), must),
      column(
        'day',
        ['opened_on', '登记日期', 'Opened on'],
        '2026-01-10',
        say('登记日期。', 'Day on which it was recorded.'),
        must
      ),
    ],
  },
  {
    name: 'risk_review',
    zh: '风险评审',
    en: 'Risk reviews',
    help: say('每次评审的评分和应对措施。', 'Dated reviews with scores and measures.'),
    key: ['unit_id', 'risk_id', 'reviewed_on'],
    columns: [
      unit,
      risk,
      column(
        'day',
        ['reviewed_on', '评审日期', 'Reviewed on'],
        '2026-09-15',
        say('评审日期。', 'Day of the review.'),
        must
      ),
      ...score('inherent', '固有', 'Inherent'),
      ...score('current', '当前', 'Current'),
      ...score('residual', '剩余', 'Residual'),
      column(
        'day',
        ['next_review_on', '下次评审', 'Next review'],
        '2026-12-15',
        say('下次评审日期。', 'Day of the next review.')
      ),
      column(
        'text',
        ['mitigation', '应对措施', 'Mitigation'],
        '按月调度拨付',
        say('应对措施。', 'What is done about it.')
      ),
      column(
        'day',
        ['mitigation_due_date', '措施期限', 'Mitigation due'],
        '2026-11-30',
        say('措施应完成的日期。', 'Day by which it must be done.')
      ),
      column(
        'day',
        ['mitigated_on', '措施完成日', 'Mitigated on'],
        '',
        say('措施完成的日期。', 'Day on which it was done.')
      ),
      column(
        'yes_no',
        ['closed', '销号', 'Closed'],
        '否',
        say('是否就此销号；留空为否。', 'Whether the risk ends with this review; empty means no.')
      ),
      column(
        'text',
        ['note', '说明', 'Note'],
        '',
        say('说明；剩余风险高于固有风险时必填。', 'Note; required where the residual risk is above the inherent one.')
      ),
    ],
  },
];

export const REGISTERS: readonly Register[] = ALL;

export const registerOf = (name: RegisterName): Register => ALL.find((register) => register.name === name)!;
