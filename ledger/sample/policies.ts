/** Forty fictional policies, their departments and steps. */

export interface Department {
  id: string;
  zh: string;
  en: string;
}

const department = (id: string, zh: string, en: string): Department => ({ id, zh, en });

export const DEPARTMENTS: readonly Department[] = [
  department('office', '政策落实办', 'Policy implementation office'),
  department('development', '发展改革', 'Development and reform'),
  department('industry', '工业和信息化', 'Industry and information technology'),
  department('science', '科技', 'Science and technology'),
  department('finance', '财政', 'Finance'),
  department('housing', '住房城乡建设', 'Housing and construction'),
  department('planning', '自然资源和规划', 'Natural resources and planning'),
  department('civil_affairs', '民政', 'Civil affairs'),
  department('human_resources', '人力资源社会保障', 'Human resources and social security'),
  department('commerce', '商务', 'Commerce'),
  department('market', '市场监管', 'Market regulation'),
  department('agriculture', '农业农村', 'Agriculture and rural affairs'),
  department('environment', '生态环境', 'Ecology and environment'),
  department('data', '数据管理', 'Data administration'),
  department('education', '教育', 'Education'),
  department('health', '卫生健康', 'Health'),
  department('transport', '交通运输', 'Transport'),
  department('disabled', '残疾人联合会', "Disabled persons' federation"),
];

export const DOMAINS = [
  { id: 'manufacturing', zh: '制造业', en: 'Manufacturing' },
  { id: 'services', zh: '服务业', en: 'Services' },
  { id: 'livelihood', zh: '民生', en: 'Livelihood' },
  { id: 'business', zh: '营商环境', en: 'Business environment' },
  { id: 'rural', zh: '乡村振兴', en: 'Rural revitalisation' },
  { id: 'digital', zh: '数字政府', en: 'Digital government' },
  { id: 'ecology', zh: '生态', en: 'Ecology' },
  { id: 'cross_cutting', zh: '综合', en: 'Cross-cutting' },
] as const;
export type DomainId = (typeof DOMAINS)[number]['id'];

type Steps = keyof typeof STEPS;

/** The steps of a process, by what kind of policy it is. */
export const STEPS = {
  works: [
    ['方案编制', 'Draft plan'],
    ['规划核实', 'Planning check'],
    ['资金落实', 'Funding'],
    ['工程施工', 'Construction'],
    ['竣工验收', 'Final acceptance'],
  ],
  support: [
    ['细则制定', 'Detailed rules'],
    ['申报受理', 'Receive applications'],
    ['审核公示', 'Review and publish'],
    ['资金兑付', 'Pay out'],
    ['绩效评价', 'Evaluate'],
  ],
  reform: [
    ['任务分解', 'Assign tasks'],
    ['制度出台', 'Issue rules'],
    ['系统上线', 'Launch system'],
    ['培训推广', 'Train and spread'],
    ['效果评估', 'Assess effect'],
  ],
} as const;

export interface Policy {
  id: string;
  zh: string;
  en: string;
  /** Short name, for the titles of tasks. */
  shortZh: string;
  shortEn: string;
  domain: DomainId;
  lead: string;
  /** How many departments support it. */
  support: number;
  steps: Steps;
}

type Line = [shortZh: string, shortEn: string, domain: DomainId, lead: string, support: number, steps: Steps];

const LINES: Line[] = [
  ['老旧小区改造', 'Old housing renewal', 'livelihood', 'housing', 12, 'works'],
  ['智慧城市建设', 'Smart city', 'digital', 'data', 15, 'works'],
  ['制造业技术改造补助', 'Factory upgrading grants', 'manufacturing', 'industry', 4, 'support'],
  ['关键核心技术攻关', 'Key technology research', 'manufacturing', 'science', 5, 'support'],
  ['首台（套）重大装备奖励', 'First-of-its-kind equipment award', 'manufacturing', 'industry', 3, 'support'],
  ['工业企业产能利用提升', 'Industrial capacity use', 'manufacturing', 'industry', 4, 'reform'],
  ['研发费用加计扣除落实', 'R&D tax deduction', 'manufacturing', 'finance', 4, 'support'],
  ['专精特新企业培育', 'Specialised small firms', 'manufacturing', 'industry', 5, 'support'],
  ['产业园区提质', 'Industrial park renewal', 'manufacturing', 'development', 6, 'works'],
  ['现代服务业集聚区建设', 'Service industry clusters', 'services', 'development', 6, 'works'],
  ['家政服务扩容提质', 'Domestic services', 'services', 'commerce', 5, 'reform'],
  ['养老服务体系建设', 'Elderly care services', 'services', 'civil_affairs', 6, 'works'],
  ['普惠托育服务', 'Affordable childcare', 'services', 'health', 5, 'works'],
  ['消费促进', 'Consumption promotion', 'services', 'commerce', 5, 'support'],
  ['物流降本增效', 'Lower logistics costs', 'services', 'transport', 5, 'reform'],
  ['农村饮水安全', 'Safe rural drinking water', 'rural', 'agriculture', 5, 'works'],
  ['高标准农田建设', 'High-standard farmland', 'rural', 'agriculture', 4, 'works'],
  ['农村人居环境整治', 'Rural living environment', 'rural', 'agriculture', 6, 'works'],
  ['乡村特色产业扶持', 'Rural specialities', 'rural', 'agriculture', 4, 'support'],
  ['农村公路提质', 'Rural roads', 'rural', 'transport', 4, 'works'],
  ['大学生就业补贴', 'Graduate employment subsidy', 'livelihood', 'human_resources', 4, 'support'],
  ['残疾人帮扶', 'Support for disabled people', 'livelihood', 'disabled', 5, 'support'],
  ['低收入人口动态监测', 'Low-income monitoring', 'livelihood', 'civil_affairs', 6, 'reform'],
  ['义务教育优质均衡', 'Balanced compulsory education', 'livelihood', 'education', 4, 'works'],
  ['基层医疗能力提升', 'Primary health care', 'livelihood', 'health', 4, 'works'],
  ['保障性租赁住房', 'Affordable rental housing', 'livelihood', 'housing', 6, 'works'],
  ['惠企政策免申即享', 'Benefits without application', 'business', 'office', 8, 'reform'],
  ['减税降费政策落实', 'Tax and fee relief', 'business', 'finance', 4, 'support'],
  ['企业开办便利化', 'Easier business start-up', 'business', 'market', 5, 'reform'],
  ['工程建设项目审批改革', 'Construction permit reform', 'business', 'housing', 8, 'reform'],
  ['拖欠账款清理', 'Clearing of arrears', 'business', 'industry', 6, 'reform'],
  ['一网通办', 'One-stop online services', 'digital', 'data', 9, 'reform'],
  ['公共数据共享', 'Sharing of public data', 'digital', 'data', 8, 'reform'],
  ['基层减负一张表', 'One form for the grassroots', 'digital', 'office', 7, 'reform'],
  ['大气污染防治', 'Air pollution control', 'ecology', 'environment', 7, 'works'],
  ['黑臭水体治理', 'Clean-up of polluted waters', 'ecology', 'environment', 5, 'works'],
  ['绿色建筑推广', 'Green buildings', 'ecology', 'housing', 4, 'support'],
  ['干部履职能力培训', 'Training of officials', 'cross_cutting', 'human_resources', 4, 'reform'],
  ['整治形式主义为基层减负', 'Curb formalism', 'cross_cutting', 'office', 6, 'reform'],
  ['容错纠错机制', 'Tolerance mechanism', 'cross_cutting', 'office', 5, 'reform'],
];

export const POLICIES: readonly Policy[] = LINES.map(([shortZh, shortEn, domain, lead, support, steps], i) => ({
  id: `P${String(i + 1).padStart(3, '0')}`,
  zh: `${shortZh}${{ works: '实施方案', support: '扶持办法', reform: '行动计划' }[steps]}`,
  en: `${shortEn}: ${{ works: 'implementation plan', support: 'support measures', reform: 'action plan' }[steps]}`,
  shortZh,
  shortEn,
  domain,
  lead,
  support,
  steps,
}));
