/** What `npm run alerts -- …` may be told. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, type Day, daysBetween, type Language } from '../src/workbook';
import { FOLDER } from './provisioned';

/** A year and a day: enough to compare with the same month of last year. */
const LONGEST = 367;

export interface Said {
  zh: string;
  en: string;
}

/** Why nothing can be done, in one sentence; exit code 2 for a wrong command line, 1 for what stands in the way elsewhere. */
export class Refusal extends Error {
  constructor(
    readonly said: Said,
    readonly exitCode: 1 | 2 = 2
  ) {
    super(said.en);
  }
}

const wrong = (zh: string, en: string): never => {
  throw new Refusal({ zh, en });
};

export interface PreviewOptions {
  from: Day;
  to: Day;
  rules: string;
  jurisdiction: string;
}

export interface MuteOptions {
  firstYear: number;
  opens: string;
  closes: string;
  /** Path of the file to write; `-` for standard output. */
  file: string;
}

export type Command =
  | { name: 'help'; language: Language }
  | { name: 'preview'; language: Language; options: PreviewOptions }
  | { name: 'mute-timings'; language: Language; options: MuteOptions };

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  rules: { type: 'string' },
  jurisdiction: { type: 'string' },
  hours: { type: 'string' },
  year: { type: 'string' },
  file: { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Options of each command; `language` and `help` go with all. */
const FITTING: Record<string, string[]> = {
  preview: ['from', 'to', 'rules', 'jurisdiction'],
  'mute-timings': ['hours', 'year', 'file'],
};

/** The language asked for, else that of the environment, before anything can be wrong. */
export function languageOf(args: string[], environment: NodeJS.ProcessEnv): Language {
  const asked =
    args.find((_, n) => args[n - 1] === '--language') ?? args.find((arg) => arg.startsWith('--language='))?.slice(11);
  return /^zh/i.test(asked ?? environment.LC_ALL ?? environment.LANG ?? '') ? 'zh-Hans' : 'en-US';
}

/**
 * @param thisYear the year from which mute timings begin where none is named
 * @throws Refusal for anything that cannot be meant
 */
export function parseCommand(args: string[], environment: NodeJS.ProcessEnv, thisYear: number): Command {
  const language = languageOf(args, environment);
  const { values, positionals } = read(args);
  const [name] = positionals;
  if (values.help || name === undefined) {
    return values.help
      ? { name: 'help', language }
      : wrong('请给出命令：preview 或 mute-timings。', 'Name a command: preview or mute-timings.');
  }
  if (!FITTING[name] || positionals.length > 1) {
    return wrong(
      `没有命令“${positionals.join(' ')}”：请使用 preview 或 mute-timings。`,
      `There is no command “${positionals.join(' ')}”: use preview or mute-timings.`
    );
  }
  if (values.language !== undefined && !['zh-Hans', 'en-US'].includes(values.language)) {
    wrong(
      `没有语言“${values.language}”：请使用 zh-Hans 或 en-US。`,
      `There is no language “${values.language}”: use zh-Hans or en-US.`
    );
  }
  const stray = Object.keys(values).find((key) => !['language', 'help', ...FITTING[name]].includes(key));
  if (stray) {
    wrong(`${name} 不接受 --${stray}：请去掉该选项。`, `${name} takes no --${stray}: leave it out.`);
  }
  return name === 'preview'
    ? { name, language, options: previewOptions(values) }
    : { name: 'mute-timings', language, options: muteOptions(values, thisYear) };
}

function read(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const why = (error as Error).message.split('\n')[0].replace(/\.? To specify.*$|\.$/, '');
    return wrong(`命令行有误（${why}）：请用 --help 查看用法。`, `The command line is wrong (${why}): see --help.`);
  }
}

type Values = ReturnType<typeof read>['values'];

function previewOptions({ from, to, rules, jurisdiction }: Values): PreviewOptions {
  if (from === undefined || to === undefined) {
    return wrong(
      '预演需要起止日期：请给出 --from 与 --to，如 2026-10-01。',
      'A preview needs two days: give --from and --to, such as 2026-10-01.'
    );
  }
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first > last) {
    wrong(
      `起始日期 ${from} 晚于截止日期 ${to}：请调换。`,
      `The period begins on ${from}, after its end on ${to}: turn them round.`
    );
  }
  const days = daysBetween(first, last) + 1;
  if (days > LONGEST) {
    wrong(
      `${days} 天过长，最多 ${LONGEST} 天：请缩短区间。`,
      `${days} days are too many, at most ${LONGEST} are previewed: choose a shorter period.`
    );
  }
  return { from: first, to: last, rules: rules ? path.resolve(rules) : FOLDER, jurisdiction: jurisdiction ?? '*' };
}

function dayOf(text: string): Day {
  // 2026-02-30 has the form of a day and is none.
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
  return valid ? text : wrong(`“${text}”不是日期：请写成 2026-10-01。`, `“${text}” is no day: write it as 2026-10-01.`);
}

function muteOptions({ hours, year, file }: Values, thisYear: number): MuteOptions {
  const [, opens, closes] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(hours ?? '08:00-20:00') ?? [];
  const inDay = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  if (!opens || !inDay(opens) || !inDay(closes) || opens >= closes || opens === '00:00') {
    return wrong(
      `“${hours}”不是办公时间：请写成 08:00-20:00，且在同一天内。`,
      `“${hours}” are no office hours: write them as 08:00-20:00, within one day.`
    );
  }
  const firstYear = Number(year ?? thisYear);
  if (!Number.isInteger(firstYear) || firstYear < 2000 || firstYear > 2060) {
    wrong(`“${year}”不是年份：请给出 2000 至 2060。`, `“${year}” is no year: give one from 2000 to 2060.`);
  }
  return {
    firstYear,
    opens,
    closes,
    file: file === '-' ? '-' : path.resolve(file ?? path.join(FOLDER, 'mute-timings.yaml')),
  };
}
