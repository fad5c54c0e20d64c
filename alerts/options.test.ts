import { languageOf, parseCommand } from './options';

const parse = (line: string, environment = {}) => parseCommand(line.split(' ').filter(Boolean), environment, 2026);

describe('npm run alerts', () => {
  it('previews the provisioned rules over the whole ledger where nothing else is said', () => {
    expect(parse('preview --from 2026-10-01 --to 2026-10-31 --language zh-Hans')).toMatchObject({
      name: 'preview',
      language: 'zh-Hans',
      options: {
        from: '2026-10-01',
        to: '2026-10-31',
        jurisdiction: '*',
        rules: expect.stringMatching(/provisioning.alerting$/),
      },
    });
  });

  it('writes mute timings from this year on, for office hours from eight to eight', () => {
    expect(parse('mute-timings')).toMatchObject({
      name: 'mute-timings',
      options: { firstYear: 2026, opens: '08:00', closes: '20:00', file: expect.stringMatching(/mute-timings\.yaml$/) },
    });
  });

  it('speaks the language asked for, else that of the environment, else English', () => {
    expect([
      languageOf(['--language', 'zh-Hans'], {}),
      languageOf(['--language=zh-Hans'], {}),
      languageOf([], { LANG: 'zh_CN.UTF-8' }),
      languageOf([], {}),
    ]).toEqual(['zh-Hans', 'zh-Hans', 'zh-Hans', 'en-US']);
  });

  it.each([
    ['', 'Name a command: preview or mute-timings.'],
    ['prewiew', 'There is no command “prewiew”: use preview or mute-timings.'],
    ['preview', 'A preview needs two days: give --from and --to, such as 2026-10-01.'],
    ['preview --from 2026-02-30 --to 2026-03-01', '“2026-02-30” is no day: write it as 2026-10-01.'],
    ['preview --from 1.10.2026 --to 2026-03-01', '“1.10.2026” is no day: write it as 2026-10-01.'],
    [
      'preview --from 2026-10-31 --to 2026-10-01',
      'The period begins on 2026-10-31, after its end on 2026-10-01: turn them round.',
    ],
    [
      'preview --from 2024-01-01 --to 2026-01-01',
      '732 days are too many, at most 367 are previewed: choose a shorter period.',
    ],
    ['preview --from 2026-10-01 --to 2026-10-02 --hours 08:00-18:00', 'preview takes no --hours: leave it out.'],
    ['preview --frm 2026-10-01', "The command line is wrong (Unknown option '--frm'): see --help."],
    ['mute-timings --hours 9-5', '“9-5” are no office hours: write them as 08:00-20:00, within one day.'],
    [
      'mute-timings --hours 20:00-08:00',
      '“20:00-08:00” are no office hours: write them as 08:00-20:00, within one day.',
    ],
    ['mute-timings --year 26', '“26” is no year: give one from 2000 to 2060.'],
    ['mute-timings --language fr', 'There is no language “fr”: use zh-Hans or en-US.'],
  ])('refuses "%s" in one sentence', (line, sentence) => {
    expect(() => parse(line)).toThrow(sentence);
  });

  it('has every refusal in Chinese, too', () => {
    try {
      parse('preview --from 2026-10-31 --to 2026-10-01');
    } catch (error) {
      expect((error as { said: { zh: string } }).said.zh).toBe('起始日期 2026-10-31 晚于截止日期 2026-10-01：请调换。');
    }
    expect.assertions(1);
  });
});
