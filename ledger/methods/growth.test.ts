import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { useTestLedger } from '../postgres/testing';

interface Published {
  case_id: string;
  base_value: string;
  base_year: string;
  current_value: string;
  current_year: string;
  target: string;
  target_year: string;
  direction: string;
  limit: string;
  progress_value: string;
  score: string;
  status: string;
  source: string;
}

const CIF = 'github.com/sdg-data-canada-odd-donnees/cif-data-donnees-cic@d38e8053d40d7af3cd7a05332cd94aee12dbe3dd';
const CLASSES: Record<string, string> = {
  substantial_progress: 'on_track',
  moderate_progress: 'at_risk',
  limited_progress: 'off_track',
  deterioration: 'deteriorating',
};

/** A few rows of Statistics Canada's published outputs: with and without target, with limit, both directions. */
const COPIED = [
  [75.3, 2023, 74.6, 2024, '', 2030, 1, 100, -0.009296148738379806, -3.6620185922974757, 'deterioration'],
  [79.82, 2015, 80.0, 2020, '', 2030, 1, 100, 0.0004506085041826591, -2.1437311547039553, 'limited_progress'],
  [6600, 2018, 16000, 2023, '', 2030, 1, '', 0.19375501594352174, 5, 'substantial_progress'],
  [79.3, 2016, 81.954805055328, 2021, '', 2030, 1, 100, 0.006607696899221471, 1.3194330745388791, 'moderate_progress'],
  [4.1, 2016, 4.2, 2022, '', 2030, -1, '', -0.004024334571181898, -3.003041821397737, 'deterioration'],
  [0.27, 2015, 0.38, 2023, 0.7, 2030, 1, '', 0.6656054028956886, 0.4686528323436141, 'moderate_progress'],
  [4.6, 2015, 5.53, 2023, 0.92, 2030, -1, '', -0.22885130999917572, -3.4535547533735653, 'deterioration'],
  [0.3, 2015, 0.2, 2024, 0.2, 2030, -1, '', 1.6518062908771864, 5, 'target_achieved'],
  [0.78, 2020, 0.78, 2020, 1, 2030, 1, '', '', '', 'not_available'],
].map((row, i) => {
  const [
    base_value,
    base_year,
    current_value,
    current_year,
    target,
    target_year,
    direction,
    limit,
    progress_value,
    score,
    status,
  ] = row.map(String);
  return {
    case_id: `copied ${i}`,
    base_value,
    base_year,
    current_value,
    current_year,
    target,
    target_year,
    direction,
    limit,
    progress_value,
    score,
    status,
    source: CIF,
  };
});

const WHOLE = process.env.SHIGAN_CASES ?? path.resolve(__dirname, '../../../shared/cases');

function publishedCases(): Published[] {
  const file = path.join(WHOLE, 'progress_statcan_published.csv');
  return fs.existsSync(file) ? parse(fs.readFileSync(file), { columns: true }) : COPIED;
}

describe('The growth method agrees with what Statistics Canada publishes', () => {
  const ledger = useTestLedger();

  const byUs = async (c: Published) => {
    const { rows } = await ledger.client.query(
      `SELECT g, r,
              CASE WHEN $6::float8 IS NULL THEN sign($1::float8) * $5::int * g ELSE r END AS value,
              CASE WHEN $6::float8 IS NULL THEN monitor.growth_score_without_target(g, $7::float8, $1::float8, $5::int)
                   WHEN g IS NOT NULL AND monitor.reaches($2::float8, $6::float8, NULL, $5::int, 'target') THEN 5
                   ELSE monitor.growth_score(r) END AS score,
              CASE WHEN $6::float8 IS NULL THEN monitor.growth_class_without_target(g, $7::float8, $1::float8, $5::int)
                   WHEN g IS NOT NULL AND monitor.reaches($2::float8, $6::float8, NULL, $5::int, 'target') THEN 'achieved'
                   ELSE monitor.ratio_class(r) END AS class
       FROM (SELECT monitor.growth_observed($1::float8, $2::float8, $3::float8) AS g,
                    monitor.growth_ratio($1::float8, monitor.growth_observed($1::float8, $2::float8, $3::float8),
                      monitor.growth_required($1::float8, $6::float8, $4::float8), $5::int) AS r) AS measured`,
      [
        Number(c.base_value),
        Number(c.current_value),
        Number(c.current_year) - Number(c.base_year),
        Number(c.target_year) - Number(c.base_year),
        Number(c.direction),
        c.target === '' ? null : Number(c.target),
        c.limit === '' ? null : Number(c.limit),
      ]
    );
    return rows[0];
  };

  const check = async (cases: Published[]) => {
    let compared = 0;
    for (const c of cases) {
      if (c.base_value === '' || Number(c.base_value) === 0 || (c.target !== '' && Number(c.target) === 0)) {
        continue; // Published with 0.001 in place of zero, which we refuse.
      }
      const ours = await byUs(c);
      compared++;
      if (c.status === 'not_available') {
        expect([c.case_id, ours.value, ours.score, ours.class]).toEqual([c.case_id, null, null, null]);
        continue;
      }
      expect(Math.abs(ours.value - Number(c.progress_value))).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(ours.value))
      );
      expect(Math.abs(ours.score - Number(c.score))).toBeLessThanOrEqual(1e-9);
      expect([c.case_id, ours.class]).toEqual([c.case_id, CLASSES[c.status] ?? 'achieved']);
    }
    return compared;
  };

  it(`in the copied rows (${CIF})`, async () => {
    expect(await check(COPIED)).toBe(COPIED.length);
  });

  it('in every published row that is at hand', async () => {
    expect(await check(publishedCases())).toBeGreaterThanOrEqual(COPIED.length);
  });

  it('near, at and beyond a natural limit the thresholds shrink and grow back', async () => {
    const { rows } = await ledger.client.query(
      `SELECT b, monitor.natural_limit_factor(100, b) AS factor FROM unnest(ARRAY[50, 100, 150, 200, 250, -150]::float8[]) AS b`
    );
    const within = (share: number) => 1 - share ** 4.44;
    rows.forEach(({ b, factor }) =>
      expect(factor).toBeCloseTo(
        { 50: within(0.5), 100: 0, 150: within(0.5), 200: 1, 250: 1, '-150': within(0.5) }[String(b) as '50'] as number,
        12
      )
    );
  });

  it.each([
    ['what should fall and falls by 2 percent', 100, 98, -1, null, 5],
    ['what should fall and rises by 2 percent', 100, 102, -1, null, -5],
    ['a deficit that shrinks', -100, -98, 1, null, 5],
    ['a deficit that grows', -100, -102, 1, null, -5],
    ['a share above its natural limit, standing still', 150, 150, 1, 100, -2.5],
    ['a share at its natural limit, standing still', 100, 100, 1, 100, 5],
  ])('scores %s', async (_what, b, c, direction, limit, score) => {
    const { rows } = await ledger.client.query(
      `SELECT monitor.growth_score_without_target(monitor.growth_observed($1, $2, 1), $4, $1, $3) AS score`,
      [b, c, direction, limit]
    );
    expect(rows[0].score).toBeCloseTo(score, 9);
  });

  it('says nothing from nothing', async () => {
    const { rows } = await ledger.client.query(
      `SELECT monitor.growth_observed(NULL, 1, 1) AS observed, monitor.growth_ratio(1, NULL, 1, 1) AS ratio, monitor.growth_score(NULL) AS score,
              monitor.growth_ratio(1, 1, 0, 1) AS nothing_required, monitor.ratio_class(NULL) AS class, monitor.natural_limit_factor(0, 5) AS no_limit`
    );
    expect(rows[0]).toEqual({
      observed: null,
      ratio: null,
      score: null,
      nothing_required: null,
      class: null,
      no_limit: 1,
    });
  });

  it('and refuses a zero base, a zero target and different signs', async () => {
    const { rows } = await ledger.client.query(
      `SELECT monitor.growth_observed(0, 5, 2) AS zero_base, monitor.growth_required(5, 0, 2) AS zero_target,
              monitor.growth_observed(-1, 5, 2) AS signs, monitor.growth_observed(1, 2, 0) AS no_time,
              monitor.growth_observed(1e-200, 1e200, 0.01) AS beyond_numbers, monitor.growth_observed(4, 0, 2) AS to_nothing`
    );
    expect(rows[0]).toEqual({
      zero_base: null,
      zero_target: null,
      signs: null,
      no_time: null,
      beyond_numbers: null,
      to_nothing: -1,
    });
  });
});
