/** Risks of four classes with their reviews: scores wander, measures bring them down, some reviews are forgotten. */
import { addDays, type Day, emptyLedger } from '../../src/workbook';
import type { Fact } from './observations';
import { officer } from './officers';
import type { Place } from './places';
import { POLICIES } from './policies';
import { type Random, randomOf } from './random';
import type { Timetable } from './timetable';

const RISKS = 150;

const TITLES: Array<[category: string, zh: string, en: string, mitigation: string]> = [
  ['execution', '以会议落实会议', 'meetings answer meetings', '压减会议，改为现场督办'],
  ['execution', '部门各自为政、标准不一', 'departments go separate ways', '建立联席机制，统一标准'],
  ['execution', '基层承接能力不足', 'the grassroots lack capability', '下沉专班，集中培训'],
  ['execution', '任务层层加码', 'targets grow stricter at every tier', '统一口径，取消额外指标'],
  ['execution', '重复填表报数', 'the same numbers are demanded twice', '推行一张表，停用重复报表'],
  ['execution', '牵头责任不清', 'nobody is clearly in the lead', '明确牵头单位和责任人'],
  ['resources', '专项资金未及时拨付', 'earmarked funds are paid out late', '按月调度拨付进度'],
  ['resources', '资金沉淀闲置', 'funds lie idle', '收回统筹，限期使用'],
  ['resources', '专业人员缺口', 'specialists are missing', '购买服务并定向招录'],
  ['resources', '系统接口未打通', 'systems are not connected', '限期完成接口对接'],
  ['resources', '配套用地落实困难', 'land cannot be provided', '优先保障用地指标'],
  ['society', '群众获得感不强', 'the public feels no gain', '回访受益对象，调整供给'],
  ['society', '中小企业知晓率低', 'small firms do not know of it', '开展精准推送'],
  ['society', '信访投诉集中', 'complaints pile up', '领导包案，限期答复'],
  ['society', '补偿标准引发争议', 'compensation is disputed', '公开标准，第三方评估'],
  ['society', '舆情关注升温', 'public attention grows', '及时发布权威信息'],
  ['mechanism', '考核重痕迹轻实效', 'assessment rewards paper over results', '调整考核权重'],
  ['mechanism', '容错情形未明确', 'tolerance is undefined', '公布容错清单'],
  ['mechanism', '问题反馈滞后', 'feedback comes too late', '建立周报直报通道'],
  ['mechanism', '政策之间相互矛盾', 'policies contradict each other', '开展一致性评估'],
  ['mechanism', '数据造假风险', 'numbers may be falsified', '交叉核验，随机抽查'],
];

const GRID = emptyLedger().grids.get('default')!.cells;
/** Days between two reviews at each level, as the default grid allows. */
const ALLOWED = [365, 180, 90, 30, 14];
const levelOf = (likelihood: number, impact: number) => GRID[likelihood - 1][impact - 1];
const within = (score: number) => Math.min(5, Math.max(1, Math.round(score)));

/** 150 risks with their reviews up to the as-of date. */
export function riskFacts(seed: number, places: readonly Place[], time: Timetable): { risks: Fact[]; reviews: Fact[] } {
  const facts = { risks: [] as Fact[], reviews: [] as Fact[] };
  const of = (tier: number) => places.filter((place) => place.tier === tier);
  for (let i = 1; i <= RISKS; i++) {
    const random = randomOf(seed, `risk:${i}`);
    const roll = random.even();
    const place = roll < 0.12 ? places[0] : random.pick(of(roll < 0.55 ? 3 : 4));
    const [category, zh, en, mitigation] = random.pick(TITLES);
    const policy = random.pick(POLICIES);
    const opened = addDays(time.baseline, random.whole(20, 1000));
    const id = { unit_id: place.id, risk_id: `R-${String(i).padStart(3, '0')}` };
    if (opened > time.asOf) {
      continue;
    }
    facts.risks.push({
      known: opened,
      cells: {
        ...id,
        title_zh: `${policy.shortZh}：${zh}`,
        title_en: `${policy.shortEn}: ${en}`,
        category,
        policy_id: policy.id,
        department_id: policy.lead,
        owner: officer(random),
        opened_on: opened,
      },
    });
    if (!random.chance(0.05)) {
      facts.reviews.push(...reviews(random, id, opened, mitigation, time.asOf));
    }
  }
  return facts;
}

function reviews(
  random: Random,
  id: { unit_id: string; risk_id: string },
  opened: Day,
  mitigation: string,
  asOf: Day
): Fact[] {
  const facts: Fact[] = [];
  const [inherentLikelihood, inherentImpact] = [within(random.normal(3.6, 0.9)), within(random.normal(3.5, 0.9))];
  const forgets = random.chance(0.1);
  const mitigationDue = addDays(opened, random.whole(120, 500));
  const mitigated = random.chance(0.6) ? addDays(mitigationDue, random.whole(-60, 40)) : null;
  const explained = random.chance(0.02);
  // Some measures bring little: what is left stays near what it would be without them.
  const relief = random.chance(0.35) ? 0 : 2;
  let [likelihood, impact] = [inherentLikelihood + 0, inherentImpact + 0];
  let at = addDays(opened, random.whole(0, 10));
  for (let number = 0; at <= asOf; number++) {
    const done = mitigated !== null && mitigated <= at ? mitigated : null;
    const closed = done !== null && number > 3 && random.chance(0.08);
    const allowed = ALLOWED[levelOf(within(likelihood), within(impact))];
    const next = addDays(at, allowed);
    const residual = explained
      ? [5, 5]
      : [Math.max(1, inherentLikelihood - relief), Math.max(1, inherentImpact - Math.min(1, relief))];
    facts.push({
      known: at,
      cells: {
        ...id,
        reviewed_on: at,
        inherent_likelihood: inherentLikelihood,
        inherent_impact: inherentImpact,
        current_likelihood: within(likelihood),
        current_impact: within(impact),
        residual_likelihood: residual[0],
        residual_impact: residual[1],
        next_review_on: closed ? null : next,
        mitigation,
        mitigation_due_date: mitigationDue,
        mitigated_on: done,
        closed: closed ? '是' : '否',
        note: explained ? '新增重大项目，影响面扩大' : null,
      },
    });
    if (closed || (forgets && number >= 1)) {
      break;
    }
    likelihood = Math.min(5, Math.max(1, likelihood + random.normal(done ? -0.2 : 0, 0.45)));
    impact = Math.min(5, Math.max(1, impact + random.normal(done ? -0.08 : 0.02, 0.3)));
    // A review comes in time as a rule; now and then it waits for the next meeting.
    at = addDays(at, random.chance(0.06) ? allowed + random.whole(3, 25) : Math.max(5, allowed - random.whole(0, 6)));
  }
  return facts;
}
