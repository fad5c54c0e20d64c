import i18next from 'i18next';
import { initPluginTranslations, type Resources } from '@grafana/i18n';
import { speak, spokenLanguage, t } from './translate';

const words: Record<string, Resources> = {
  'zh-Hans': { time: { left_other: '余 {{count}} 天' }, who: '{{name}}的' },
  'en-US': { time: { left_one: '{{count}} day left', left_other: '{{count}} days left' }, who: 'of {{name}}' },
};
const left = (count: number) => t('time.left', '{{count}} days left', { count });

beforeAll(async () => {
  await initPluginTranslations('words', [async (language) => words[language]]);
  Object.keys(words).forEach((language) => i18next.addResourceBundle(language, 'words', words[language]));
});

test('the language can change, and nothing of the former is said again', async () => {
  await i18next.changeLanguage('zh-Hans');
  speak('zh-Hans');
  expect([left(1), left(1), left(2)]).toEqual(['余 1 天', '余 1 天', '余 2 天']);
  await i18next.changeLanguage('en-US');
  speak('en-US');
  expect([left(1), left(2), spokenLanguage()]).toEqual(['1 day left', '2 days left', 'en-US']);
});

test('a sentence without a translation is said in English, and values are not mixed up', async () => {
  await i18next.changeLanguage('zh-Hans');
  speak('zh-Hans');
  expect(t('none.such', 'Plain {{a}} {{b}}', { a: '1 2', b: '3' })).toBe('Plain 1 2 3');
  expect(t('none.such', 'Plain {{a}} {{b}}', { a: '1', b: '2 3' })).toBe('Plain 1 2 3');
  expect(t('who', 'of {{name}}', { name: 'R&D' })).toBe('R&D的');
});
