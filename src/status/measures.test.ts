/**
 * The same value reads the same everywhere: on pages and in panels (formatMeasure), in Grafana's own tables (the units that
 * pkg/frame sets), in the sentences of the database (monitor.said_value). All are held to testdata/measures.json, the Go and
 * SQL ones in pkg/frame/dress_test.go and ledger/methods/attention.test.ts.
 */
import { createTheme, FieldType, formattedValueToString, getDisplayProcessor } from '@grafana/data';
import english from './locales/en-US.json';
import chinese from './locales/zh-Hans.json';
import { formatDifference, formatMeasure, readingLanguage } from './measures';
import cases from './testdata/measures.json';

let spoken: 'zh' | 'en' = 'en';
jest.mock('@grafana/i18n', () => ({
  t: (key: string, otherwise: string, values: Record<string, unknown> = {}) => {
    const [section, name] = key.split('.');
    const words = (spoken === 'zh' ? chinese : english)[section as 'measure'] as Record<string, string> | undefined;
    return (words?.[name] ?? words?.[`${name}_other`] ?? otherwise).replace(
      /\{\{(\w+)\}\}/g,
      (_: string, name: string) => String(values[name])
    );
  },
}));

const LANGUAGES = { zh: 'zh-Hans', en: 'en-US' } as const;
const BOTH = ['zh', 'en'] as const;
const said = (language: 'zh' | 'en', write: (language: string) => string) => {
  spoken = language;
  return write(LANGUAGES[language]);
};

describe.each(BOTH)('In %s', (language) => {
  it.each(cases)('$value ($unit) is written $' + language, ({ value, unit, decimals, ...written }) => {
    expect(said(language, (reading) => formatMeasure(value, unit, decimals, reading))).toBe(written[language]);
  });

  /** What Grafana shows otherwise, because its units know no 万 or 亿, no thousands beside a suffix, and one affix only. */
  const OTHERWISE: Record<string, string> = {
    'days 12340': language === 'zh' ? '12340 天' : '12340 d',
    'rank 17': language === 'zh' ? '17 位' : 'no. 17',
    'money 500': '¥500',
    'money 12340': '¥12.3K',
    'money 123400000': '¥123M',
    'money 1560000000': '¥1.56B',
    'money 99999999': '¥100.0M',
    'money 999999': '¥1000K',
    'money -3200000000': '-¥3.20B',
  };

  it.each(cases.filter(({ unit }) => unit !== 'yes_no'))(
    '$value ($unit) reads the same in a table of Grafana',
    ({ value, unit, decimals, grafana, ...written }) => {
      const config = {
        unit: grafana[language],
        ...(unit === 'money' ? {} : { decimals: unit === 'rank' ? 0 : decimals }),
      };
      const display = getDisplayProcessor({ field: { type: FieldType.number, config }, theme: createTheme() });
      expect(formattedValueToString(display(value))).toBe(OTHERWISE[`${unit} ${value}`] ?? written[language]);
    }
  );

  it.each([...new Set(cases.map(({ unit }) => unit)), null])('what is not known (%s) is a dash and never 0', (unit) => {
    for (const unknown of [null, undefined, NaN, Infinity]) {
      expect(said(language, (reading) => formatMeasure(unknown, unit, 1, reading))).toBe('—');
      expect(said(language, (reading) => formatDifference(unknown, unit, 1, reading))).toBe('—');
    }
    expect(said(language, (reading) => formatMeasure(0, unit, 0, reading))).not.toBe('—');
  });

  it('numbers are written in the language that the sentences stand in', () =>
    expect(said(language, readingLanguage)).toBe(LANGUAGES[language]));

  it('a date is written as 2026-10-31 by every field that the backend marks as a day', () => {
    const field = { type: FieldType.time, config: { unit: 'time:YYYY-MM-DD' } };
    const display = getDisplayProcessor({ field, theme: createTheme(), timeZone: 'utc' });
    expect(formattedValueToString(display(Date.UTC(2026, 9, 31)))).toBe('2026-10-31');
  });
});

it('writes differences of percentages in percentage points, and of ranks in places', () => {
  const both = (difference: number, unit: string) =>
    BOTH.map((language) => said(language, (reading) => formatDifference(difference, unit, 1, reading)));
  expect(both(-1.9, 'percent')).toEqual(['1.9 个百分点', '1.9 pp']);
  expect(both(3, 'rank')).toEqual(['3 位', '3 places']);
  expect(both(12, 'days')).toEqual(['12.0 天', '12.0 d']);
});
