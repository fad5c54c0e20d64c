/** Values, targets and reports of every indicator: a planned path, each unit's own pace along it, season and noise. */
import { addDays, type Day, daysBetween, endOfPeriod, shiftPeriod } from '../../src/workbook';
import type { Indicator } from './indicators';
import { officer } from './officers';
import type { Place } from './places';
import { randomOf } from './random';
import type { Timetable } from './timetable';

/** A row of a register that the ledger comes to know on a day. */
export interface Fact {
  known: Day;
  cells: Record<string, string | number | null>;
}

const REPORT_DAYS = { month: 15, quarter: 20, half_year: 30, year: 60 };
export const reportDays = (indicator: Indicator): number => REPORT_DAYS[indicator.span];

/** What a unit brings to everything it does: 1 keeps the plan's pace. The cities go from strong to weak. */
export function paceOf(seed: number, place: Place, cities: readonly Place[]): number {
  const city = cities.findIndex(({ id }) => place.id.slice(0, 4) === id.slice(0, 4));
  const own = randomOf(seed, `pace:${place.id}`).normal(0, place.tier === 4 ? 0.1 : 0.03);
  return city < 0 ? 1 : 1.2 - (0.45 * city) / (cities.length - 1) + own;
}

interface Series {
  place: Place;
  base: number;
  targets: [number, number, number];
  share: number;
}

/** Everything that is known of one indicator: its targets and its reported values in all units. */
export function indicatorFacts(seed: number, indicator: Indicator, places: readonly Place[], time: Timetable) {
  const cities = places.filter(({ tier }) => tier === 3);
  const units = places.filter(({ tier }) => (indicator.tiers as number[]).includes(tier));
  const series = units.map((place) => seriesOf(seed, indicator, place, units));
  const values = valuesOf(seed, indicator, series, cities, time);
  return {
    targets: series.flatMap((one) => targetFacts(seed, indicator, one, time)),
    observations: series.flatMap((one) => reports(seed, indicator, one.place, values.get(one.place.id)!, time)),
  };
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** How a unit's values are cut from the province's: sums by its share, everything else around the same level. */
function seriesOf(seed: number, indicator: Indicator, place: Place, units: readonly Place[]): Series {
  const random = randomOf(seed, `series:${indicator.id}:${place.id}`);
  const { base, targets, decimals, aggregation, limit } = indicator;
  if (place.tier === 2) {
    return { place, base, targets, share: 1 };
  }
  if (aggregation === 'sum') {
    const share = random.between(0.75, 1.25) / units.filter(({ tier }) => tier === place.tier).length;
    const part = (value: number) => Math.max(round(value * share, decimals), indicator.kind === 'ceiling' ? 1 : 0);
    return { place, base: Math.max(1, part(base)), targets: targets.map(part) as Series['targets'], share };
  }
  const way = Math.abs(targets[2] - base);
  const moved = base + random.normal(0, 0.06) * way;
  const own = round(limit === null ? moved : Math[indicator.direction === 1 ? 'min' : 'max'](moved, limit), decimals);
  // Some units set themselves more than the province asks (层层加码); the others take its targets as they are.
  const stricter = indicator.kind === 'target' && random.chance(0.25) ? 0.05 * way * indicator.direction : 0;
  const within = (value: number) =>
    round(
      limit === null ? value : indicator.direction === 1 ? Math.min(value, limit) : Math.max(value, limit),
      decimals
    );
  return {
    place,
    base: indicator.base === 0 || indicator.kind === 'yes_no' ? indicator.base : own,
    targets: targets.map((target) => within(target + stricter)) as Series['targets'],
    share: 1,
  };
}

/** The easiest tenth comes first: plans reach a little more than the short phase's target. */
const EARLY = 1.12;

/** The planned value: from the baseline to each phase's target in a straight line, slowly rising before. */
function planned(
  { base, targets }: Pick<Series, 'base' | 'targets'>,
  day: Day,
  { baseline, phases }: Timetable
): number {
  const points: Array<[Day, number]> = [
    [baseline, base],
    [phases.short.due, base + EARLY * (targets[0] - base)],
    [phases.medium.due, targets[1]],
    [phases.long.due, targets[2]],
  ];
  if (day <= baseline) {
    const yearsBefore = daysBetween(day, baseline) / 365.25;
    return base - 0.2 * (targets[0] - base) * yearsBefore;
  }
  const next = Math.max(
    1,
    points.findIndex(([at]) => at >= day)
  );
  const [[from, low], [to, high]] = [points[next - 1], points[next]];
  return low + ((high - low) * daysBetween(from, day)) / daysBetween(from, to);
}

export interface Value {
  period: Day;
  value: number;
  numerator: number | null;
  denominator: number | null;
}

function periodsOf(indicator: Indicator, { firstMonth, asOf }: Timetable): Day[] {
  const periods: Day[] = [];
  for (let at = endOfPeriod(firstMonth, indicator.span); at <= asOf; at = shiftPeriod(at, indicator.span, 1)) {
    periods.push(at);
  }
  return periods;
}

/** Values of every unit; units above the lowest reporting tier are made from those below where the indicator adds up. */
function valuesOf(seed: number, indicator: Indicator, series: Series[], cities: readonly Place[], time: Timetable) {
  const periods = periodsOf(indicator, time);
  const lowest = Math.max(...indicator.tiers);
  const adds = indicator.aggregation !== 'none' && indicator.aggregation !== 'latest';
  const values = new Map<string, Value[]>();
  const ordered = [...series].sort((a, b) => b.place.tier - a.place.tier);
  for (const one of ordered) {
    const below = ordered
      .filter(({ place }) => place.parent === one.place.id)
      .map(({ place }) => values.get(place.id)!);
    values.set(
      one.place.id,
      one.place.tier === lowest || !adds || below.length === 0
        ? ownValues(seed, indicator, one, paceOf(seed, one.place, cities), periods, time)
        : periods.map((period, i) =>
            addUp(
              indicator,
              period,
              below.map((list) => list[i])
            )
          )
    );
  }
  return values;
}

function addUp({ aggregation, decimals }: Indicator, period: Day, parts: Value[]): Value {
  const sum = (pick: (part: Value) => number) => parts.reduce((total, part) => total + pick(part), 0);
  if (aggregation === 'ratio') {
    const [numerator, denominator] = [sum((part) => part.numerator!), sum((part) => part.denominator!)];
    return { period, numerator, denominator, value: round((100 * numerator) / denominator, decimals) };
  }
  const total = sum((part) => part.value);
  const value = aggregation === 'sum' ? total : total / parts.length;
  return { period, value: round(value, decimals), numerator: null, denominator: null };
}

function ownValues(
  seed: number,
  indicator: Indicator,
  one: Series,
  unitPace: number,
  periods: Day[],
  time: Timetable
): Value[] {
  const random = randomOf(seed, `values:${indicator.id}:${one.place.id}`);
  const hardness = randomOf(seed, `hardness:${indicator.id}`).normal(1, 0.09);
  const falling = one.place.tier !== 2 && random.chance(0.04);
  const pace = falling ? random.between(-0.5, -0.15) : unitPace * hardness + random.normal(0, 0.07);
  const scale =
    indicator.aggregation === 'sum' ? one.share * (one.place.tier === 2 ? 1 : 1.5) : one.place.tier === 2 ? 1 : 1.4;
  const adopted = addDays(time.baseline, Math.round(Math.max(60, 1000 * (1.4 - pace) + random.normal(0, 120))));
  const level = random.normal(0, 0.035);
  const denominator = random.whole(
    ...({ 2: [20_000, 60_000], 3: [3000, 9000], 4: [250, 900], 5: [50, 90] }[one.place.tier] as [number, number])
  );
  let wander = 0;
  return periods.map((period) => {
    wander = 0.6 * wander + random.normal(0, indicator.noise * scale);
    const season = indicator.season * scale * Math.cos((2 * Math.PI * Number(period.slice(5, 7))) / 12);
    const plan = indicator.kind === 'yes_no' ? 0 : planned(one, period, time);
    const raw =
      indicator.kind === 'yes_no'
        ? Number(period >= adopted)
        : indicator.kind === 'target' || indicator.kind === 'rank'
          ? one.base + pace * (plan - one.base) + wander + season
          : one.base * (1 + level - 0.12 * indicator.direction * (1 - unitPace)) + wander + season;
    return asReported(indicator, period, raw, denominator);
  });
}

/** Within what can be, and with numerator and denominator where it is a share of something counted. */
function asReported(
  { unit, decimals, direction, limit, aggregation, kind }: Indicator,
  period: Day,
  raw: number,
  denominator: number
): Value {
  const lowest = unit === 'rank' ? 1 : unit === 'percentage_points' ? -10 : 0;
  const bounded = Math.max(
    lowest,
    limit === null || kind === 'range' ? raw : direction === 1 ? Math.min(limit, raw) : Math.max(limit, raw)
  );
  const capped = unit === 'percent' ? Math.min(100, bounded) : bounded;
  if (aggregation !== 'ratio') {
    return { period, value: round(capped, decimals), numerator: null, denominator: null };
  }
  const numerator = Math.round((capped * denominator) / 100);
  return { period, numerator, denominator, value: round((100 * numerator) / denominator, decimals) };
}

const PHASES = ['short', 'medium', 'long'] as const;

function targetFacts(seed: number, indicator: Indicator, one: Series, { baseline, phases }: Timetable): Fact[] {
  const random = randomOf(seed, `targets:${indicator.id}:${one.place.id}`);
  const hasWay = indicator.kind === 'target' || indicator.kind === 'rank';
  const facts = PHASES.map((phase, i): Fact => {
    const { start, due } = phases[phase];
    const whole = indicator.targets[i];
    const change =
      indicator.written === 'relative' && indicator.base !== 0
        ? `${round((100 * (whole - indicator.base)) / indicator.base, 2)}%`
        : indicator.written === 'absolute'
          ? `+${one.targets[i] - one.base}`
          : null;
    return {
      known: baseline,
      cells: {
        unit_id: one.place.id,
        indicator_id: indicator.id,
        phase,
        baseline_value: hasWay ? one.base : null,
        baseline_date: baseline,
        target_value: change === null ? one.targets[i] : null,
        target_upper: indicator.upper ?? null,
        target_change: change,
        start_date: start,
        due_date: due,
        reason: null,
      },
    };
  });
  // A few targets of the medium phase are lowered on the way, with their reason.
  if (indicator.kind === 'target' && indicator.written === 'value' && one.place.tier === 3 && random.chance(0.02)) {
    const lowered = round(one.targets[1] - 0.1 * (one.targets[1] - one.base), indicator.decimals);
    const changed = {
      ...facts[1].cells,
      target_value: lowered,
      reason: random.pick(['区划调整后口径变化', '上级下调年度任务', '受灾后经批准调整']),
    };
    facts.push({ known: addDays(phases.medium.start, random.whole(60, 300)), cells: changed });
  }
  return facts;
}

/** How a unit reports: mostly in time, sometimes late, with gaps, and some stop or never begin. */
function reports(seed: number, indicator: Indicator, place: Place, values: Value[], { asOf }: Timetable): Fact[] {
  const random = randomOf(seed, `reports:${indicator.id}:${place.id}`);
  const silent = place.tier > 2 && random.chance(0.015);
  const stopped = place.tier > 2 && random.chance(0.03) ? random.whole(2, 6) : 0;
  const late = random.between(0.01, place.tier === 2 ? 0.04 : 0.14);
  const reporter = officer(random);
  const reported = silent ? [] : values.slice(0, Math.max(0, values.length - stopped));
  return reported
    .flatMap((value): Fact[] => {
      if (place.tier > 2 && random.chance(0.006)) {
        return [];
      }
      const delay = random.chance(late)
        ? reportDays(indicator) + random.whole(1, 30)
        : indicator.automatic
          ? 0
          : random.whole(2, Math.min(14, reportDays(indicator)));
      const first = reportFact(indicator, place, value, addDays(value.period, delay), reporter, random.whole(9, 17));
      const wrong = !indicator.automatic && indicator.kind === 'target' && random.chance(0.008);
      const known = addDays(first.known, random.whole(20, 70));
      if (!wrong) {
        return [first];
      }
      // What was reported first was a little too good; the correction is the true value.
      const better = asReported(
        indicator,
        value.period,
        value.value + indicator.direction * Math.abs(value.value) * random.between(0.004, 0.02),
        value.denominator ?? 1
      );
      return [
        reportFact(indicator, place, better, first.known, reporter, random.whole(9, 17)),
        reportFact(indicator, place, value, known, reporter, random.whole(9, 17)),
      ];
    })
    .filter(({ known }) => known <= asOf);
}

function reportFact(
  indicator: Indicator,
  place: Place,
  { period, value, numerator, denominator }: Value,
  known: Day,
  reporter: string,
  hour: number
): Fact {
  return {
    known,
    cells: {
      unit_id: place.id,
      indicator_id: indicator.id,
      period,
      value,
      numerator,
      denominator,
      sample_size: indicator.sample ? Math.round(indicator.sample / (place.tier === 2 ? 1 : 6)) : null,
      reported_by: reporter,
      reported_at: `${known} ${String(hour).padStart(2, '0')}:00`,
    },
  };
}
