/** Reads single cells: from what a spreadsheet gives to the value that a column means. Never throws. */
import { type Day, dayOf, type Period, readDay, readPeriod } from './days';
import { nearest } from './nearest';
import { say, type Sentence } from './problems';
import type { Column, Word } from './registers';

/** What a spreadsheet or a CSV file holds in a cell. Excel's dates arrive as midnight UTC. */
export type RawCell = string | number | boolean | Date | null | undefined;

/** A number as it was written; `sign` is what stood behind it, and is judged with the indicator's unit. */
export interface Measure {
  amount: number;
  sign: '' | '%' | 'pp' | 'yes_no';
}

/** A cell that was read; null is an empty one. */
export type Value = string | number | boolean | string[] | number[] | Period | Measure | null;

export type Reading = { value: Value; problem?: undefined } | { problem: Sentence; value?: undefined };

const ID = /^[0-9A-Za-z_-]{1,48}$/;
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u200b-\u200f\u2060\ufeff\u00ad]/g;
const MINUS = /[\u2212\u2013\u2014\ufe63]/g;

/** Text without what cannot be seen: zero-width characters, and spaces (of any kind) around it and doubled in it. */
export const tidy = (text: string): string => text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

/** Text for comparing and for numbers: tidy, full-width characters as plain ones (％ → %, ２ → 2), one kind of minus. */
export const plain = (text: string): string => tidy(text.normalize('NFKC')).replace(MINUS, '-');

/** A word or header so that spelling variants meet: plain, lower case, without spaces and marks. */
export const key = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[\s_*()[\]（）:："'“”]/g, '');

/** A name for looking up what it names. */
export const nameKey = (text: string): string => plain(text).toLowerCase();

/** The cell as a person sees it; empty for an empty one. */
export function writeRaw(raw: RawCell): string {
  if (raw === null || raw === undefined) {
    return '';
  }
  if (raw instanceof Date) {
    return Number.isNaN(raw.getTime())
      ? ''
      : raw
          .toISOString()
          .replace(/T00:00:00\.000Z$/, '')
          .replace('T', ' ')
          .slice(0, 16);
  }
  return typeof raw === 'string' ? tidy(raw) : String(raw);
}

/** Reads one cell. Empty cells give null, whatever the column; whether one may be empty is the caller's question. */
export function readCell(column: Column, raw: RawCell): Reading {
  const seen = writeRaw(raw);
  return seen === '' ? { value: null } : READERS[column.type](seen, raw, column);
}

const READERS: Record<Column['type'], (seen: string, raw: RawCell, column: Column) => Reading> = {
  text: (seen) => ({ value: seen }),
  id: (seen, _, { refers }) =>
    refers || ID.test(plain(seen))
      ? { value: plain(seen) }
      : bad(
          '代码只能用字母、数字、短横线和下划线，最长 48 个字符：请改写。',
          'An id has letters, digits, hyphens and underscores only, at most 48: write it so.'
        ),
  ids: (seen) => ({
    value: seen
      .split(/[、,;，；|]/)
      .map(plain)
      .filter(Boolean),
  }),
  word: (seen, _, { words = [] }) => readWord(seen, words),
  day: (seen, raw) => {
    const day = readDayCell(seen, raw);
    return day
      ? { value: day }
      : bad(
          '不是日期：请写成 2026-10-31、2026/10/31 或 2026年10月31日。',
          'This is not a date: write 2026-10-31, 2026/10/31 or 2026年10月31日.'
        );
  },
  moment: readMoment,
  period: (seen, raw) => {
    const day = raw instanceof Date ? dayOf(raw) : undefined;
    const period: Period | undefined = day ? { last: day, span: 'day' } : readPeriod(plain(seen));
    return period
      ? { value: period }
      : bad(
          '不是报送期间：请写成 2026-10、2026年第3季度、2026H1 或 2026。',
          'This is not a period: write 2026-10, 2026Q3, 2026H1 or 2026.'
        );
  },
  number: (seen, raw, column) => {
    const number = raw instanceof Date ? undefined : readNumber(plain(seen));
    return number === undefined ? notANumber : reckonable(number) ? within(number, column) : tooLarge;
  },
  integer: (seen, raw, column) => {
    const number = raw instanceof Date ? undefined : readNumber(plain(seen));
    return number === undefined
      ? notANumber
      : Number.isSafeInteger(number)
        ? within(number, column)
        : bad('应为整数：请去掉小数部分。', 'This must be a whole number: leave out the fraction.');
  },
  measure: (seen, raw) => {
    const measure = raw instanceof Date ? undefined : readMeasure(plain(seen));
    return !measure ? notANumber : reckonable(measure.amount) ? { value: measure } : tooLarge;
  },
  yes_no: (seen) => {
    const yes = YES_NO.get(plain(seen).toLowerCase());
    return yes === undefined ? bad('请填“是”或“否”。', 'Write yes or no.') : { value: yes };
  },
  levels: (seen) => {
    const parts = plain(seen)
      .split(/[\s,;、]+/)
      .filter(Boolean);
    const digits = parts.length === 1 ? [...parts[0]] : parts;
    return digits.every((digit) => /^\d$/.test(digit)) && digits.length >= 3 && digits.length <= 7
      ? { value: digits.map(Number) }
      : bad(
          '应为 3 至 7 个风险等级，用空格隔开，如“0 0 1 1 2”。',
          'Write 3 to 7 risk levels separated by spaces, such as "0 0 1 1 2".'
        );
  },
  url: (seen) =>
    /^https?:\/\/[^\s]+$/i.test(seen)
      ? { value: seen }
      : bad(
          '链接应以 http:// 或 https:// 开头：请改写或留空。',
          'A link begins with http:// or https://: write it so, or leave it empty.'
        ),
};

const bad = (zh: string, en: string): Reading => ({ problem: say(zh, en) });
const notANumber = bad('不是数字：请只填一个数字。', 'This is not a number: write one number only.');

/** Largest size of a number that the ledger stores (ledger/schema/0004_sizes.sql): squares of larger ones overflow. */
const LARGEST = 1e100;
const reckonable = (number: number) => Math.abs(number) <= LARGEST;
const tooLarge = bad(
  '数值大到无法计算：请检查是否多写了指数或数位。',
  'This number is too large to reckon with: look for an exponent or digits too many.'
);

const YES_NO = new Map<string, boolean>([
  ...['是', 'yes', 'y', 'true', '1', '√', '✓', '对'].map((word): [string, boolean] => [word, true]),
  ...['否', 'no', 'n', 'false', '0', '×', '不'].map((word): [string, boolean] => [word, false]),
]);

function within(value: number, { min = -Infinity, max = Infinity }: Column): Reading {
  return value >= min && value <= max
    ? { value }
    : bad(`应在 ${min} 到 ${max} 之间：请改写。`, `This must lie between ${min} and ${max}: correct it.`);
}

function readWord(seen: string, words: Word[]): Reading {
  const wanted = key(seen);
  const found = words.find((word) => spellings(word).some((spelling) => key(spelling) === wanted));
  if (found) {
    return { value: found.value };
  }
  const guess = nearest(wanted, words.flatMap(spellings).map(key));
  const meant = guess && words.find((word) => spellings(word).some((spelling) => key(spelling) === guess));
  return bad(
    `只能填：${words.map((word) => word.zh).join('、')}${meant ? `；是否想填“${meant.zh}”` : ''}。`,
    `Write one of: ${words.map((word) => word.en).join(', ')}${meant ? `; did you mean "${meant.en}"` : ''}.`
  );
}

const spellings = ({ value, zh, en, also = [] }: Word): string[] => [value, zh, en, ...also];

/** Days between 1900 and 2199 that Excel counts from 1899-12-30. */
const SERIALS = { first: 1, last: 109_574 };

function readDayCell(seen: string, raw: RawCell): Day | undefined {
  if (raw instanceof Date) {
    return dayOf(raw);
  }
  // A date cell that was formatted as a number keeps Excel's count of days; eight digits are a date without hyphens.
  if (typeof raw === 'number' && raw >= SERIALS.first && raw <= SERIALS.last && Number.isInteger(raw)) {
    return dayOf(new Date(Date.UTC(1899, 11, 30) + raw * 86_400_000));
  }
  return readDay(plain(seen));
}

function readMoment(seen: string, raw: RawCell): Reading {
  const wrong = bad(
    '不是时间：请写成 2026-11-05 或 2026-11-05 09:30。',
    'This is not a moment: write 2026-11-05 or 2026-11-05 09:30.'
  );
  if (raw instanceof Date) {
    return { value: raw.toISOString().slice(0, 19).replace('T', ' ') };
  }
  const parts = /^(.+?)(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(plain(seen));
  const day = parts && readDayCell(parts[1], typeof raw === 'number' ? raw : parts[1]);
  if (!parts || !day) {
    return wrong;
  }
  const [hour, minute, second] = [parts[2] ?? '0', parts[3] ?? '0', parts[4] ?? '0'].map(Number);
  return hour < 24 && minute < 60 && second < 60
    ? { value: `${day} ${[hour, minute, second].map((n) => String(n).padStart(2, '0')).join(':')}` }
    : wrong;
}

const PLAIN_NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
const GROUPED_NUMBER = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d+)?$/;
const CHINESE_SIZES: Record<string, number> = { 万: 4, 亿: 8 };

/** A number with or without thousands separators, 万 or 亿; undefined where it is none or is not finite. */
export function readNumber(text: string): number | undefined {
  const size = CHINESE_SIZES[text.slice(-1)];
  const bare = size === undefined ? text : text.slice(0, -1).trim();
  if (!PLAIN_NUMBER.test(bare) && !GROUPED_NUMBER.test(bare)) {
    return undefined;
  }
  const digits = bare.replace(/[, ]/g, '');
  // Shifting the exponent in text keeps 1.1亿 exact, where multiplying would not.
  const number = Number(size === undefined || /e/i.test(digits) ? digits : `${digits}e${size}`);
  const scaled = size !== undefined && /e/i.test(digits) ? number * 10 ** size : number;
  return Number.isFinite(scaled) ? scaled : undefined;
}

const SIGNS: Array<[RegExp, Measure['sign']]> = [
  [/(个?百分点|pp)$/i, 'pp'],
  [/%$/, '%'],
  [/(天|日|元|分|位|个|次|件|days?|d)$/i, ''],
];

/** A number with its sign: 84.1, 84.1%, +25pp, 1.8亿元, 22天, 第30位, 是. Undefined where it is none. */
export function readMeasure(text: string): Measure | undefined {
  const number = readNumber(text);
  if (number !== undefined) {
    return { amount: number, sign: '' };
  }
  const yes = /^[\dx]/i.test(text) ? undefined : YES_NO.get(text.toLowerCase());
  if (yes !== undefined) {
    return { amount: yes ? 1 : 0, sign: 'yes_no' };
  }
  for (const [pattern, sign] of SIGNS) {
    if (pattern.test(text)) {
      const amount = readNumber(text.replace(pattern, '').replace(/^第/, '').trim());
      return amount === undefined ? undefined : { amount, sign };
    }
  }
  return undefined;
}
