/** How values of the ledger's units of measure are written. */
import { t } from '@grafana/i18n';

export type UnitOfMeasure = 'percent' | 'percentage_points' | 'count' | 'days' | 'index' | 'rank' | 'money' | 'yes_no';

/**
 * A value with its unit, as a reader of `language` writes it: 84.1%, 1.9 个百分点, 22 天, 1.8 亿元.
 *
 * @param value in the unit; null gives an em dash, for "not known"
 * @param decimals digits after the point, 0–6
 * @param language BCP 47, `zh-Hans` or `en-US`
 * @param isBrief for narrow places: 1.9 百分点, as a table heads its column, and not 1.9 个百分点, as a sentence says it
 */
export function formatMeasure(
  value: number | null | undefined,
  unit: string | null | undefined,
  decimals: number,
  language: string,
  isBrief = false
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return '—';
  }
  const chinese = language.startsWith('zh');
  const digits = Math.min(Math.max(Math.trunc(decimals) || 0, 0), 6);
  const plain = (v: number, d = digits) => numberFormat(chinese ? 'zh-CN' : 'en-US', d).format(v);
  switch (unit) {
    case 'percent':
      return `${plain(value)}%`;
    case 'percentage_points':
      return chinese ? `${plain(value)} ${isBrief ? '百分点' : '个百分点'}` : `${plain(value)} pp`;
    case 'days':
      return t('measure.days', '{{value}} d', { value: plain(value) });
    case 'rank':
      return t('measure.rank', 'no. {{value}}', { value: plain(value, 0) });
    case 'yes_no':
      return value >= 1 ? t('measure.yes', 'yes') : t('measure.no', 'no');
    case 'money':
      return money(value, chinese, plain);
    default:
      return plain(value);
  }
}

/**
 * A difference between two values of `unit`, without sign: percentages differ by percentage points, ranks by places.
 *
 * @param difference in the unit; its sign is dropped, the sentence around it says which way
 * @param isBrief as of {@link formatMeasure}
 */
export function formatDifference(
  difference: number | null | undefined,
  unit: string | null | undefined,
  decimals: number,
  language: string,
  isBrief = false
): string {
  const size = difference === null || difference === undefined ? difference : Math.abs(difference);
  if (unit === 'rank' && typeof size === 'number' && Number.isFinite(size)) {
    return t('measure.places', '{{count}} places', { count: Math.round(size), defaultValue_one: '{{count}} place' });
  }
  return formatMeasure(size, unit === 'percent' ? 'percentage_points' : unit, decimals, language, isBrief);
}

/**
 * The language that the sentences stand in, so that numbers are written alike: `zh-Hans` or `en-US`.
 * Read from the translations themselves; a language without translations reads English.
 */
export function readingLanguage(): string {
  return t('measure.language', 'en-US');
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format takes a hundred times longer than using it, and a panel writes thousands of numbers. */
function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  numberFormats.set(key, format);
  return format;
}

/** From which amount on one is written in this size: where the size below would be rounded up to it, not as 10,000.0 万元. */
interface Size {
  from: number;
  by: number;
  digits: number;
  word: string;
}

const CHINESE_SIZES: Size[] = [
  { from: 99_999_500, by: 1e8, digits: 2, word: ' 亿元' },
  { from: 9_999.5, by: 1e4, digits: 1, word: ' 万元' },
  { from: 0, by: 1, digits: 0, word: ' 元' },
];
const ENGLISH_SIZES: Size[] = [
  { from: 999_995_000, by: 1e9, digits: 2, word: 'B' },
  { from: 999_950, by: 1e6, digits: 2, word: 'M' },
  { from: 999.5, by: 1e3, digits: 1, word: 'k' },
  { from: 0, by: 1, digits: 0, word: '' },
];

function money(yuan: number, chinese: boolean, plain: (v: number, d?: number) => string): string {
  const { by, digits, word } = (chinese ? CHINESE_SIZES : ENGLISH_SIZES).find(({ from }) => Math.abs(yuan) >= from)!;
  return `${chinese ? '' : '¥'}${plain(yuan / by, digits)}${word}`;
}
