/**
 * The indicators of the plan template with its figures: baseline and the targets of the short, medium and long phase.
 * Figures that the template does not give for a phase lie on the way between those it does.
 */
import type { Span } from '../../src/workbook';
import type { DomainId } from './policies';

export interface Indicator {
  id: string;
  zh: string;
  en: string;
  unit: 'percent' | 'percentage_points' | 'count' | 'days' | 'index' | 'rank' | 'money' | 'yes_no';
  decimals: number;
  direction: 1 | -1;
  kind: 'target' | 'floor' | 'ceiling' | 'range' | 'rank' | 'yes_no';
  span: Span;
  aggregation: 'none' | 'sum' | 'mean' | 'ratio' | 'latest';
  method: 'linear' | 'growth';
  limit: number | null;
  domain: DomainId;
  department: string;
  policy: string;
  /** Value at the baseline date. */
  base: number;
  /** Values to reach by the end of the short, medium and long phase; of kinds without a way to go, the same each time. */
  targets: [short: number, medium: number, long: number];
  /** How the targets are written in the workbook: as values, or as a change from the baseline. */
  written: 'value' | 'relative' | 'absolute';
  /** Upper end of a range. */
  upper?: number;
  /** Standard deviation of a period's noise, and the height of the yearly season, in the indicator's unit. */
  noise: number;
  season: number;
  /** Which units report it. */
  tiers: Array<2 | 3 | 4>;
  /** Survey with about so many respondents in the province. */
  sample?: number;
  /** Made by the platform itself: known on the last day of the period. */
  automatic?: boolean;
}

type Figures = Pick<Indicator, 'base' | 'targets' | 'noise'> & Partial<Indicator>;

function indicator(
  id: string,
  zh: string,
  en: string,
  [unit, decimals, direction, span]: [Indicator['unit'], number, 1 | -1, Span],
  [domain, department, policy]: [DomainId, string, string],
  figures: Figures
): Indicator {
  return {
    id,
    zh,
    en,
    unit,
    decimals,
    direction,
    span,
    domain,
    department,
    policy,
    kind: 'target',
    aggregation: 'mean',
    method: 'linear',
    limit: unit === 'percent' ? (direction === 1 ? 100 : 0) : null,
    season: 0,
    written: 'value',
    tiers: [2, 3],
    ...figures,
  };
}

const ALL_TIERS: Indicator['tiers'] = [2, 3, 4];
const PROVINCE_ONLY: Indicator['tiers'] = [2];

export const INDICATORS: readonly Indicator[] = [
  indicator(
    'implementation_rate',
    '政策落地率',
    'Policy implementation rate',
    ['percent', 1, 1, 'month'],
    ['cross_cutting', 'office', ''],
    { base: 78, targets: [82, 90, 95], noise: 0.4, aggregation: 'ratio', tiers: ALL_TIERS, automatic: true }
  ),
  indicator(
    'enterprise_sense_of_gain',
    '企业获得感提升',
    'Gain felt by enterprises',
    ['percentage_points', 1, 1, 'quarter'],
    ['business', 'office', 'P027'],
    { base: 0, targets: [8, 16, 25], noise: 0.6, written: 'absolute', sample: 3000, aggregation: 'none' }
  ),
  indicator(
    'public_satisfaction',
    '群众满意度',
    'Public satisfaction',
    ['percent', 1, 1, 'quarter'],
    ['livelihood', 'office', ''],
    { base: 71, targets: [78, 82, 85], noise: 0.7, sample: 6000, aggregation: 'none' }
  ),
  indicator(
    'adjustment_response_days',
    '政策调整响应时间',
    'Response time of adjustments',
    ['days', 0, -1, 'month'],
    ['cross_cutting', 'office', ''],
    { base: 60, targets: [30, 15, 10], noise: 1.2, limit: 0, automatic: true }
  ),
  indicator(
    'task_delay_rate',
    '任务延期率',
    'Delay rate of tasks',
    ['percent', 1, -1, 'month'],
    ['cross_cutting', 'office', ''],
    { base: 35, targets: [20, 8, 6], noise: 0.6, aggregation: 'ratio', tiers: ALL_TIERS, automatic: true }
  ),
  indicator(
    'application_steps',
    '办事环节数',
    'Steps of an application',
    ['count', 1, -1, 'quarter'],
    ['business', 'market', 'P029'],
    { base: 10, targets: [7, 6, 5], noise: 0.15, written: 'relative' }
  ),
  indicator(
    'cadre_training_coverage',
    '干部培训覆盖率',
    'Training coverage of officials',
    ['percent', 1, 1, 'quarter'],
    ['cross_cutting', 'human_resources', 'P038'],
    { base: 45, targets: [80, 92, 98], noise: 0.8, aggregation: 'ratio' }
  ),
  indicator(
    'formalism_incidents',
    '形式主义问题数',
    'Incidents of formalism',
    ['count', 0, -1, 'month'],
    ['cross_cutting', 'office', 'P039'],
    { base: 264, targets: [132, 106, 79], noise: 5, written: 'relative', aggregation: 'sum', limit: 0 }
  ),
  indicator(
    'cross_department_efficiency',
    '跨部门协同效率',
    'Efficiency across departments',
    ['index', 1, 1, 'quarter'],
    ['digital', 'data', 'P033'],
    { base: 100, targets: [110, 140, 150], noise: 1, written: 'relative', method: 'growth' }
  ),
  indicator(
    'execution_cost',
    '政策执行成本',
    'Cost of execution',
    ['index', 1, -1, 'quarter'],
    ['cross_cutting', 'finance', ''],
    { base: 100, targets: [93, 75, 70], noise: 0.8, written: 'relative' }
  ),
  indicator(
    'tolerance_coverage',
    '容错机制覆盖率',
    'Coverage of the tolerance mechanism',
    ['percent', 1, 1, 'quarter'],
    ['cross_cutting', 'office', 'P040'],
    { base: 20, targets: [50, 100, 100], noise: 0.8, aggregation: 'ratio' }
  ),
  indicator(
    'conversion_efficiency',
    '政策转化效率',
    'Efficiency of conversion',
    ['index', 1, 1, 'quarter'],
    ['cross_cutting', 'office', ''],
    { base: 100, targets: [110, 128, 150], noise: 1, written: 'relative', method: 'growth' }
  ),
  indicator(
    'delivery_rank',
    '政策落实能力全球排名',
    'Global rank of delivery capability',
    ['rank', 0, -1, 'year'],
    ['cross_cutting', 'office', ''],
    { base: 62, targets: [55, 42, 30], noise: 1, kind: 'rank', limit: 1, aggregation: 'none', tiers: PROVINCE_ONLY }
  ),
  indicator(
    'effectiveness_score',
    '政策落实成效评分',
    'Effectiveness score',
    ['index', 1, 1, 'quarter'],
    ['cross_cutting', 'office', ''],
    { base: 64, targets: [73, 82, 88], noise: 0.5, limit: 100 }
  ),
  indicator(
    'capacity_utilisation',
    '产能利用率',
    'Capacity utilisation',
    ['percent', 1, 1, 'quarter'],
    ['manufacturing', 'industry', 'P006'],
    { base: 78, targets: [79, 82, 83], noise: 0.3, season: 0.5 }
  ),
  indicator(
    'key_technology_completion',
    '关键技术攻关完成率',
    'Completion of key technology projects',
    ['percent', 1, 1, 'half_year'],
    ['manufacturing', 'science', 'P004'],
    { base: 35, targets: [60, 90, 95], noise: 1, aggregation: 'ratio' }
  ),
  indicator(
    'research_intensity',
    '研发投入强度',
    'R&D intensity',
    ['percent', 2, 1, 'year'],
    ['manufacturing', 'science', 'P007'],
    { base: 1.9, targets: [2.05, 2.5, 2.8], noise: 0.02, limit: null }
  ),
  indicator(
    'research_spending',
    '规上企业研发投入',
    'R&D spending of larger firms',
    ['money', 0, 1, 'year'],
    ['manufacturing', 'science', 'P007'],
    {
      base: 4.2e10,
      targets: [4.7e10, 5.8e10, 7e10],
      noise: 2e8,
      method: 'growth',
      aggregation: 'sum',
      tiers: PROVINCE_ONLY,
    }
  ),
  indicator(
    'time_to_effect',
    '政策见效时间',
    'Time until a policy takes effect',
    ['days', 0, -1, 'month'],
    ['services', 'office', ''],
    { base: 50, targets: [42, 30, 26], noise: 0.8, written: 'relative', limit: 0 }
  ),
  indicator(
    'service_satisfaction',
    '服务满意度',
    'Satisfaction with services',
    ['percent', 1, 1, 'quarter'],
    ['services', 'commerce', 'P011'],
    { base: 84, targets: [87, 90, 92], noise: 0.5, sample: 4000, aggregation: 'none' }
  ),
  indicator(
    'service_complaints',
    '服务投诉量',
    'Complaints about services',
    ['count', 0, -1, 'month'],
    ['services', 'market', 'P014'],
    {
      base: 4200,
      targets: [3700, 2730, 2500],
      noise: 60,
      season: 120,
      written: 'relative',
      aggregation: 'sum',
      limit: 0,
      tiers: ALL_TIERS,
    }
  ),
  indicator(
    'service_response',
    '诉求响应时间',
    'Response time of services',
    ['days', 2, -1, 'month'],
    ['services', 'data', 'P032'],
    { base: 2, targets: [1.2, 0.5, 0.4], noise: 0.04, limit: 0, automatic: true }
  ),
  indicator(
    'active_rating_rate',
    '好差评主动评价率',
    'Active rating rate',
    ['percent', 1, 1, 'month'],
    ['services', 'data', 'P032'],
    { base: 12, targets: [25, 40, 50], noise: 0.5, aggregation: 'ratio', automatic: true }
  ),
  indicator(
    'precise_coverage',
    '政策精准覆盖率',
    'Precise coverage',
    ['percent', 1, 1, 'quarter'],
    ['livelihood', 'civil_affairs', 'P023'],
    { base: 82, targets: [88, 95, 97], noise: 0.4, aggregation: 'ratio' }
  ),
  indicator(
    'special_groups_coverage',
    '特殊群体政策落实率',
    'Coverage of special groups',
    ['percent', 1, 1, 'month'],
    ['livelihood', 'disabled', 'P022'],
    { base: 91, targets: [96, 100, 100], noise: 0.3, aggregation: 'ratio', tiers: ALL_TIERS }
  ),
  indicator(
    'perceived_improvement',
    '群众获得感提升感知率',
    'Improvement felt by the public',
    ['percent', 1, 1, 'half_year'],
    ['livelihood', 'office', ''],
    { base: 68, targets: [74, 80, 85], noise: 0.8, sample: 5000, aggregation: 'none' }
  ),
  indicator(
    'renewal_acceptance',
    '老旧小区改造验收合格率',
    'Acceptance of renewed estates',
    ['percent', 1, 1, 'quarter'],
    ['livelihood', 'housing', 'P001'],
    { base: 80, targets: [88, 94, 96], noise: 0.7, aggregation: 'ratio' }
  ),
  indicator(
    'tax_relief_awareness',
    '小微企业税惠知晓率',
    'Awareness of tax relief',
    ['percent', 1, 1, 'half_year'],
    ['business', 'finance', 'P028'],
    { base: 38, targets: [50, 68, 80], noise: 1, sample: 2500, aggregation: 'none' }
  ),
  indicator(
    'uptake_rate',
    '惠企政策兑现率',
    'Uptake of support by enterprises',
    ['percent', 1, 1, 'month'],
    ['business', 'finance', 'P027'],
    { base: 62, targets: [75, 92, 95], noise: 0.6, aggregation: 'ratio', tiers: ALL_TIERS }
  ),
  indicator(
    'idle_funds',
    '沉淀专项资金',
    'Idle earmarked funds',
    ['money', 0, -1, 'month'],
    ['business', 'finance', 'P031'],
    { base: 1.8e8, targets: [1.2e8, 6e7, 3e7], noise: 2e6, aggregation: 'sum', limit: 0 }
  ),
  indicator(
    'rural_water_coverage',
    '农村自来水普及率',
    'Rural tap water coverage',
    ['percent', 1, 1, 'quarter'],
    ['rural', 'agriculture', 'P016'],
    { base: 85, targets: [89, 94, 97], noise: 0.3, aggregation: 'ratio' }
  ),
  indicator(
    'rural_waste_treatment',
    '农村生活污水治理率',
    'Rural sewage treatment',
    ['percent', 1, 1, 'quarter'],
    ['rural', 'agriculture', 'P018'],
    { base: 38, targets: [46, 58, 68], noise: 0.6, aggregation: 'ratio' }
  ),
  indicator(
    'online_service_rate',
    '全程网办率',
    'Fully online services',
    ['percent', 1, 1, 'month'],
    ['digital', 'data', 'P032'],
    { base: 64, targets: [76, 90, 95], noise: 0.4, aggregation: 'ratio', automatic: true }
  ),
  indicator(
    'data_sharing_rate',
    '公共数据共享率',
    'Public data shared',
    ['percent', 1, 1, 'quarter'],
    ['digital', 'data', 'P033'],
    { base: 41, targets: [58, 78, 90], noise: 0.8, aggregation: 'ratio' }
  ),
  indicator(
    'good_air_days',
    '空气优良天数比例',
    'Days of good air',
    ['percent', 1, 1, 'month'],
    ['ecology', 'environment', 'P035'],
    { base: 82, targets: [84, 87, 89], noise: 1.2, season: 3 }
  ),
  indicator(
    'polluted_waters',
    '黑臭水体数',
    'Polluted waters',
    ['count', 0, -1, 'quarter'],
    ['ecology', 'environment', 'P036'],
    { base: 176, targets: [120, 55, 10], noise: 2, aggregation: 'sum', limit: 0 }
  ),
  indicator(
    'training_spending',
    '培训经费占财政支出比例',
    'Training share of fiscal spending',
    ['percent', 2, 1, 'year'],
    ['cross_cutting', 'finance', 'P038'],
    { base: 2.05, targets: [2, 2, 2], noise: 0.06, kind: 'floor', aggregation: 'ratio' }
  ),
  indicator(
    'information_spending',
    '信息化经费占财政支出比例',
    'Information systems share of fiscal spending',
    ['percent', 2, 1, 'year'],
    ['digital', 'finance', 'P002'],
    { base: 1.56, targets: [1.5, 1.5, 1.5], noise: 0.06, kind: 'floor', aggregation: 'ratio' }
  ),
  indicator(
    'meetings_held',
    '召开会议数',
    'Meetings held',
    ['count', 0, -1, 'month'],
    ['cross_cutting', 'office', 'P039'],
    { base: 1270, targets: [1270, 1100, 1000], noise: 60, season: 90, kind: 'ceiling', aggregation: 'sum', limit: 0 }
  ),
  indicator(
    'documents_issued',
    '印发文件数',
    'Documents issued',
    ['count', 0, -1, 'month'],
    ['cross_cutting', 'office', 'P039'],
    { base: 860, targets: [860, 780, 700], noise: 40, kind: 'ceiling', aggregation: 'sum', limit: 0 }
  ),
  indicator(
    'inspections_per_enterprise',
    '企业年均受检次数',
    'Inspections per enterprise',
    ['count', 1, -1, 'quarter'],
    ['business', 'market', 'P029'],
    { base: 2.6, targets: [1, 1, 1], upper: 3, noise: 0.25, kind: 'range', limit: null }
  ),
  indicator(
    'tolerance_mechanism',
    '容错清单已公布',
    'Tolerance list published',
    ['yes_no', 0, 1, 'half_year'],
    ['cross_cutting', 'office', 'P040'],
    { base: 0, targets: [1, 1, 1], noise: 0, kind: 'yes_no', limit: 1 }
  ),
];
