import { initPluginTranslations } from '@grafana/i18n';
import { describeQuery } from './describeQuery';
import chinese from './locales/zh-Hans/shigan-policy-datasource.json';
import words from '../status/locales/zh-Hans.json';
import type { PolicyQuery } from './query';

const names: Record<string, [en: string, zh: string]> = {
  'units/990100': ['Qingyang City', '青阳市'],
  'departments/housing': ['Housing & Construction', '住建局'],
  'domains/services': ['Services', '服务业'],
  'phases/short': ['Short term', '短期'],
};
const inEnglish = (query: Partial<PolicyQuery>) =>
  describeQuery({ refId: 'A', kind: 'tasks', ...query }, (list, id) => names[`${list}/${id}`]?.[0] ?? id);
const inChinese = (query: Partial<PolicyQuery>) =>
  describeQuery({ refId: 'A', kind: 'tasks', ...query }, (list, id) => names[`${list}/${id}`]?.[1] ?? id);

describe('in English', () => {
  test('everything is said where nothing is chosen', () => {
    expect(inEnglish({})).toBe('Tasks in the whole jurisdiction, as of the end of the time range: one row per task.');
  });

  test('names stand as they are, with their ampersand', () => {
    expect(
      inEnglish({
        scope: { units: ['990100'], departments: ['housing'], departmentRole: 'support' },
        asOf: '2026-06-30',
      })
    ).toBe(
      'Tasks in Qingyang City and the units below, supported by Housing & Construction, as of 2026-06-30: one row per task.'
    );
  });

  test('filters are told apart, and a unit alone is told from one with those below', () => {
    expect(
      inEnglish({
        kind: 'targets',
        scope: { units: ['990100'], subordinates: false, domains: ['services'], tiers: [3, 4] },
        phases: ['short'],
        lights: ['red', '$light'],
      })
    ).toBe(
      'Phase targets in Qingyang City alone, only City, County; Services; Short term; Red, $light, as of the end of the time range: one row per indicator, unit and phase.'
    );
    expect(inEnglish({ view: 'summary', groupBy: 'domain' })).toContain('counted, one row per group (Domain)');
  });

  test('many names are counted', () => {
    expect(inEnglish({ kind: 'series', indicators: ['a', 'b', 'c', 'd', 'e'] })).toContain('only a, b, c … (5 in all)');
  });

  test('a filter that the view ignores is not said', () => {
    expect(inEnglish({ kind: 'risks', view: 'trend', months: 12, statuses: ['above_appetite'] })).toBe(
      'Open risks in the whole jurisdiction, as of the end of the time range: counted as they stood at the end of each of 12 months.'
    );
  });

  test('an alert says what its number is', () => {
    expect(inEnglish({ format: 'alert', measure: 'overdue_days' })).toContain(
      'its value is “Days overdue”, 0 when all is well'
    );
  });

  test('only tasks are led: an indicator has a department that is accountable', () => {
    expect(inEnglish({ kind: 'reports', scope: { departments: ['housing'] } })).toContain(
      'accountable Housing & Construction'
    );
  });
});

describe('in Chinese', () => {
  beforeAll(async () => {
    await initPluginTranslations('shigan-policy-datasource', [async () => ({ ...chinese, ...words })]);
  });

  test('the sentence reads as an official would write it', () => {
    expect(
      inChinese({
        scope: { units: ['990100'], departments: ['housing'], domains: ['services'] },
        statuses: ['overdue'],
      })
    ).toBe('截至时间范围的最后一天，青阳市及其下级单位、住建局牵头、仅限服务业；逾期的任务：每项任务一行。');
  });

  test('the matrix of risks', () => {
    expect(inChinese({ kind: 'risks', view: 'matrix', basis: 'residual' })).toBe(
      '截至时间范围的最后一天，全辖区的未关闭风险：按剩余风险评分，网格每格一行。'
    );
  });
});
