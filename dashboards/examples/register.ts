/** An invented risk register, for the heatmap's examples. */
import type { Say } from '../language';
import { csv, type Row } from './example';

type Owner = keyof ReturnType<typeof owners>;
type Line = [
  zh: string,
  en: string,
  owner: Owner,
  scores: string,
  appetite: number,
  status: string,
  trend: string,
  nextReview: string,
  mitigationDue: string,
  mitigationZh: string,
  mitigationEn: string,
];

/** Scores are pairs of likelihood and impact: inherent, current, residual; `--` is not scored. */
// prettier-ignore
const RISKS: Line[] = [
  ['主体工程延误', 'Main works late', 'tan', '55 54 33', 2, 'above_appetite', 'rising', '2026-11-30', '2026-12-31', '增开作业面', 'A second site crew'],
  ['拆迁协议未签', 'Relocation not agreed', 'tan', '44 44 33', 2, 'above_appetite', 'steady', '2026-10-15', '2026-11-30', '专班入户', 'A team of its own'],
  ['雨季基坑渗水', 'Pit floods in the rains', 'tan', '43 33 22', 2, 'within_appetite', 'falling', '2027-01-31', '2026-09-30', '备用泵', 'Spare pumps'],
  ['材料价格上涨', 'Materials dearer', 'tan', '43 42 32', 2, 'within_appetite', 'steady', '2027-02-28', '2026-12-15', '锁价合同', 'Fixed prices'],
  ['分包资质不符', 'Subcontractor not qualified', 'tan', '34 24 13', 2, 'within_appetite', 'falling', '2027-01-31', '2026-11-15', '复核资质', 'Check again'],
  ['竣工资料缺失', 'Records of completion missing', 'tan', '32 32 21', 2, 'within_appetite', 'new', '2027-03-31', '2027-03-31', '月度归档', 'File monthly'],
  ['专项资金滞留', 'Earmarked money held up', 'he', '45 44 23', 2, 'above_appetite', 'rising', '2026-11-15', '2026-12-31', '直达机制', 'Pay directly'],
  ['重复申领补贴', 'Subsidies claimed twice', 'he', '43 33 22', 2, 'within_appetite', 'falling', '2026-12-31', '2026-10-31', '比对名单', 'Match the lists'],
  ['预算执行偏慢', 'Budget spent too slowly', 'he', '42 42 32', 2, 'within_appetite', 'steady', '2026-12-31', '2026-12-31', '月度通报', 'Report monthly'],
  ['担保代偿', 'Guarantees called', 'he', '35 25 24', 2, 'within_appetite', 'steady', '2026-12-31', '2027-06-30', '限额管理', 'Limits'],
  ['利率上行', 'Interest rates rise', 'he', '33 23 23', 2, 'within_appetite', 'steady', '2027-02-28', '2027-06-30', '固定利率', 'Fixed rates'],
  ['账户未清理', 'Old accounts still open', 'he', '22 12 11', 2, 'within_appetite', 'falling', '2027-04-30', '2026-08-31', '集中清理', 'Close them'],
  ['个人信息外泄', 'Personal data leak', 'qin', '35 35 14', 1, 'above_appetite', 'rising', '2026-10-20', '2026-11-30', '分级授权', 'Rights by role'],
  ['系统中断超四小时', 'Outage over four hours', 'qin', '44 34 23', 1, 'above_appetite', 'steady', '2026-12-15', '2027-03-31', '双活改造', 'A second site'],
  ['数据口径不一', 'Figures defined differently', 'qin', '53 43 22', 1, 'above_appetite', 'steady', '2026-12-31', '2027-01-31', '统一口径', 'One definition'],
  ['供应商锁定', 'Locked to one supplier', 'qin', '33 33 32', 1, 'above_appetite', 'new', '2027-01-31', '2027-06-30', '开放接口', 'Open interfaces'],
  ['备份未演练', 'Backups never tried', 'qin', '34 24 13', 1, 'above_appetite', 'falling', '2026-12-31', '2026-12-31', '季度演练', 'Try quarterly'],
  ['账号长期共用', 'Shared accounts', 'qin', '32 22 11', 1, 'within_appetite', 'falling', '2027-02-28', '2026-09-30', '实名账号', 'Named accounts'],
  ['群众投诉集中', 'Complaints pile up', 'lu', '53 44 32', 2, 'above_appetite', 'rising', '2026-11-10', '2026-12-31', '接诉即办', 'Answer at once'],
  ['特殊群体漏保', 'Vulnerable people missed', 'lu', '35 25 14', 2, 'within_appetite', 'falling', '2026-12-31', '2026-12-31', '逐户核对', 'Visit each'],
  ['舆情误读政策', 'Policy misread in the news', 'lu', '33 23 22', 2, 'within_appetite', 'steady', '2027-01-31', '2026-10-31', '一图读懂', 'One-page guide'],
  ['基层多头填报', 'Same form asked thrice', 'lu', '52 42 21', 2, 'within_appetite', 'steady', '2027-01-31', '2027-02-28', '一表通', 'One form'],
  ['养老床位不足', 'Too few care places', 'lu', '44 44 23', 2, 'above_appetite', 'steady', '2026-12-31', '2027-09-30', '社会合作', 'Work with partners'],
  ['新规影响未评估', 'New rule not assessed', 'lu', '33 -- --', 2, 'unscored', 'new', '2026-11-30', '2026-11-30', '先评估', 'Assess first'],
];

const owners = (say: Say) => ({
  tan: [say('工程建设', 'Works'), say('住建局', 'Works department'), say('谭工', 'Tan')],
  he: [say('资金', 'Money'), say('财政局', 'Treasury'), say('何敏', 'He Min')],
  qin: [say('数据与系统', 'Data and systems'), say('大数据局', 'Digital office'), say('秦岚', 'Qin Lan')],
  lu: [say('群众与社会', 'Public'), say('民政局', 'Civil affairs'), say('陆佳', 'Lu Jia')],
});

const HEADER = `risk_id title category_name department owner inherent_likelihood inherent_impact current_likelihood
  current_impact residual_likelihood residual_impact appetite_level status trend next_review mitigation
  mitigation_due_date`;

/** How some risks stood at the end of April: their current score then; `--` where nobody had scored it, null: not known yet. */
const BEFORE: Record<string, string | null> = {
  R001: '53',
  R003: '43',
  R006: null,
  R007: '43',
  R008: '43',
  R012: '22',
  R013: '34',
  R016: null,
  R017: '34',
  R019: '43',
  R020: '35',
  R024: null,
};

/** In the register in April and closed since. */
// prettier-ignore
const CLOSED: Line[] = [
  ['招标流标', 'Tender without bids', 'tan', '43 33 22', 2, 'within_appetite', 'steady', '2026-06-30', '2026-06-30', '重新招标', 'A new tender'],
  ['疫苗冷链中断', 'Vaccine cold chain broken', 'lu', '35 24 14', 2, 'within_appetite', 'falling', '2026-07-31', '2026-07-31', '双回路供电', 'A second power line'],
];

/** The register of April and that of today in one table: the column `as_of` tells them apart. */
export function registerOfTwoDates(say: Say, then: string, now: string): string {
  const risks = RISKS.map((risk, at) => rowOf(risk, at, say));
  const closed = CLOSED.map((risk, at) => rowOf(risk, RISKS.length + at, say));
  const earlier = risks.flatMap((row) => {
    const scores = BEFORE[String(row[0])];
    return scores === null ? [] : [scores === undefined ? row : withCurrent(row, digits(scores))];
  });
  return csv(`as_of ${HEADER}`, [
    ...[...earlier, ...closed].map((row) => [then, ...row]),
    ...risks.map((row) => [now, ...row]),
  ]);
}

/** The register as CSV, one line per risk. */
export function register(say: Say): string {
  return csv(
    HEADER,
    RISKS.map((risk, at) => rowOf(risk, at, say))
  );
}

function rowOf(
  [zh, en, owner, scores, appetite, status, trend, review, due, mitigationZh, mitigationEn]: Line,
  at: number,
  say: Say
): Row {
  return [
    `R${String(at + 1).padStart(3, '0')}`,
    say(zh, en),
    ...owners(say)[owner],
    ...scores.split(' ').flatMap(digits),
    appetite,
    status,
    trend,
    review,
    say(mitigationZh, mitigationEn),
    due,
  ];
}

const digits = (pair: string): Row => [...pair].map((digit) => (digit === '-' ? null : Number(digit)));

/** Columns of the row before the current scores: id, title, category, department, owner, inherent scores. */
const BEFORE_CURRENT = 7;

const withCurrent = (row: Row, scores: Row): Row => [
  ...row.slice(0, BEFORE_CURRENT),
  ...scores,
  ...row.slice(BEFORE_CURRENT + scores.length),
];

/** The grid on which the register is scored, as the panel's options take it. */
export const grid = (say: Say) => ({
  rows: '00112,01122,11223,12234,22344',
  likelihoodWords: say('很低,低,中,高,很高', 'Rare,Unlikely,Possible,Likely,Almost certain'),
  impactWords: say('很小,较小,中等,较大,重大', 'Minor,Moderate,Serious,Major,Severe'),
  levelWords: say(
    '很低=green,低=green,中=yellow,高=red,极高=red',
    'Very low=green,Low=green,Medium=yellow,High=red,Extreme=red'
  ),
});
